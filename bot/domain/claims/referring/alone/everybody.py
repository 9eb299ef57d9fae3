"""Words for all of those of whom some were counted: "Two of the five men were convicted. It wanted jail for all".

The group is the last whose whole a sentence counts beside a part of it; no other people may be told of since.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ALL, PART, folded
from bot.domain.claims.referring.agreement import agreement_of

# How many sentences back such a group is told of, and how many make one.
_BACK = 5
_FEWEST = 2


class Everybody:
    """One article's words for all of a group."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._agreement = agreement_of(story.reading.language.code)
        self._led = story.leading | frozenset(map(folded, story.reading.language.genitives))

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """Where a word for all stands, how many they are and the noun for them, and the sentence that tells of them."""
        told, totals = aligned.told, self._agreement.totals
        found = [at for at, token in enumerate(told.tokens) if ALL in token.signs and token.folded in totals]
        if not found or not told.number or not missing:
            return
        for at in found:
            group = self._group(told) if self._stands_alone(told, at) else None
            if group is None or not _are_named(group[1], missing):
                continue
            number, counted = group
            yield at + 1, counted, number
            yield at + 1, counted[1:], number

    def _stands_alone(self, told: Told, at: int) -> bool:
        """Whether a word for all ends its clause behind a preposition, so that nothing there is what it counts."""
        behind = told.tokens[at + 1 : at + 2]
        ends = not behind or behind[0].clause != told.tokens[at].clause
        return ends and told.tokens[at].before in self._words.ties - self._story.leading

    def _group(self, told: Told) -> tuple[int, list[Token]] | None:
        """The sentence that counts a whole and a part of it, and the number and the noun of the whole."""
        if self._tells_of_people(told, len(told.tokens)):
            return None
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            other = self._story.sentences[number]
            groups = [*self._groups(other)]
            if groups:
                return (number, groups[0]) if len(groups) == 1 else None
            if self._tells_of_people(other, len(other.tokens)):
                return None
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _groups(self, told: Told) -> Iterator[list[Token]]:
        """The numbers of wholes with their nouns: "two of the (five defendants)"."""
        tokens = told.tokens
        for at, token in enumerate(tokens[:-1]):
            noun = tokens[at + 1]
            if (token.value or 0) < _FEWEST or token.dated or not _is_plain(noun) or noun.clause != token.clause:
                continue
            tied = [place for place in (at - 1, at - 2) if place > 0 and tokens[place].clause == token.clause]
            tie = next((place for place in tied if tokens[place].folded not in self._led - self._words.ties), -1)
            part = tokens[tie - 1] if tie > 0 and tokens[tie].folded in self._partitives else None
            if part is not None and ((part.value or 0) > 0 or PART in part.signs):
                yield [token, noun]

    @property
    def _partitives(self) -> frozenset[str]:
        return self._words.partitives | self._story.of_words | self._led

    def _tells_of_people(self, told: Told, until: int) -> bool:
        """Whether a sentence tells of several people who could be all, too."""
        humans, is_role = self._words.humans, self._story.reading.language.is_role
        nouns = [one for one in told.tokens[:until] if one.content and not one.entities and one.value is None]
        several = (one for one in nouns if self._agreement.is_plural(one, one.before) or self._is_counted(told, one))
        return any(one.stem in humans or is_role(one.text.lower()) for one in several)

    @staticmethod
    def _is_counted(told: Told, noun: Token) -> bool:
        at = told.tokens.index(noun)
        return at > 0 and (told.tokens[at - 1].value or 0) >= _FEWEST


def _are_named(group: Sequence[Token], missing: Sequence[Token]) -> bool:
    """Whether the words that a sentence lacks are the noun of a group, or its number and that."""
    number, noun = group
    nouns = [token for token in missing if not token.keys.isdisjoint(noun.keys)]
    return bool(nouns) and all(token.value == number.value for token in missing if token not in nouns)


def _is_plain(token: Token) -> bool:
    return token.content and not token.entities and token.value is None and not token.dated
