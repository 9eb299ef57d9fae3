"""Numbers and other words for how many that stand alone, and the nouns of the sentences before that they count.

"The yard employs 90 people. Twelve live in the village": "twelve people live in the village".
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import PART
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import SURE

# How many sentences back such a noun stands, and behind a number what it counts.
_BACK, _BETWEEN = 1, 3


class Counting:
    """One article's words for how many that stand alone."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._pronouns = agreement_of(story.reading.language.code).pronouns

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """Where a word for how many ends, what a claim says that it counts, and the sentence that names that."""
        told = aligned.told
        for token, place in aligned.pairs:
            if not self._counts(told.tokens[place]):
                continue
            counted = counted_by(aligned, token, missing)
            alone = bool(counted) and (self._stands_alone(told, place) or _goes_on(aligned, place, counted[-1]))
            number = self._named_before(told, place, counted) if alone else None
            if number is not None:
                yield place + 1, counted, number
        yield from self._both(told, missing)

    def _both(self, told: Told, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """The same of a word for two things that are known: "Both were painted in 1904"."""
        both = self._story.words.both
        at = next((at for at, token in enumerate(told.tokens[:_BETWEEN]) if token.folded in both), None)
        if at is None or not self._stands_alone(told, at):
            return
        nouns = [token for token in missing if token.clause == missing[0].clause]
        plain = not any(token.entities or token.dated or token.value is not None for token in nouns)
        number = self._named_before(told, at, nouns) if plain and len(nouns) < _BETWEEN else None
        if number is not None and not self._is_one_of(self._story.sentences[number], nouns[0]):
            yield at + 1, nouns, number

    def _is_one_of(self, other: Told, noun: Token) -> bool:
        """Whether a sentence joins such a thing to another, so that both are not two of the same."""
        joins = self._story.words.joining
        places = [at for key in noun.keys for at in other.places.get(key, ())]
        beside = [one for at in places for one in (*other.tokens[max(0, at - 2) : at], *other.tokens[at + 1 : at + 2])]
        return any(token.folded in joins for token in beside)

    @staticmethod
    def _counts(token: Token) -> bool:
        return (token.value is not None and token.share is None and not token.dated) or PART in token.signs

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _stands_alone(self, told: Told, at: int) -> bool:
        """Whether nothing stands behind a word, or behind the millions of it, that it could count."""
        words, tokens, number = self._story.words, told.tokens, at
        while at + 1 < len(tokens) and tokens[at + 1].plain in words.magnitudes:
            at += 1 + (tokens[at + 2 : at + 3] != [] and tokens[at + 2].folded in words.partitives)
        at += at + 1 < len(tokens) and tokens[at + 1].folded in words.others  # "Les trois autres".
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is None or behind.clause != tokens[at].clause:
            return True
        tie, part = behind.folded, behind.folded in words.partitives
        of = not part and tie in self._story.of_words
        if of and any(one.content and one.value is None for one in tokens[at + 2 : at + 3]):
            return False  # "150 de părinți".
        tied = at > number and tie in words.ties and not part  # "Raised 17 thousand with cakes".
        verb = tied or behind.mood in SURE or bool(behind.signs)
        verb = verb or tie in words.perfects or tie in words.speaking or tie in words.clitics
        return verb and behind.value is None

    def _named_before(self, told: Told, at: int, counted: Sequence[Token]) -> int | None:
        """The sentence that names what is counted: the same one before, or one right before it."""
        clauses = told.tokens[at].clause
        own = {key for token in told.tokens[:at] if token.clause < clauses for key in token.keys}
        if all(not token.keys.isdisjoint(own) for token in counted):
            return told.number
        beside = told.tokens[max(0, at - 1) : at + 2 : 2]
        back = _BACK + any(one.folded in self._story.words.others for one in beside)  # "The other three".
        for number in range(told.number - 1, max(-1, told.number - 1 - back), -1):
            other = self._story.sentences[number]
            if all(not token.keys.isdisjoint(other.places) for token in counted):
                return number if self._may_be_counted(other, counted, told.tokens[at].value or 0) else None
            if not all(self._is_of_those(other, place) for place, one in enumerate(other.tokens) if self._counts(one)):
                return None
        return None

    def _is_of_those(self, told: Told, at: int) -> bool:
        """Whether a number stands alone, or counts some of those told of before: "two of them"."""
        behind = told.tokens[at + 1 : at + 1 + _BETWEEN]
        words = self._story.words
        pointed = [one.folded in words.anaphors or one.folded in self._pronouns for one in behind]
        tied = bool(behind) and behind[0].folded in words.ties | words.partitives
        return self._stands_alone(told, at) or pointed[:1] == [True] or (tied and any(pointed))

    def _may_be_counted(self, other: Told, counted: Sequence[Token], number: float) -> bool:
        """Whether words are of what a sentence has a number of, where it has one: of the euros, not of the town.

        Nor of one of two things of which it has as many: "12 flats and 9 garages".
        """
        tokens = other.tokens
        numbers = [at for at, token in enumerate(tokens) if token.value is not None and not token.dated]
        near = [self._near(tokens, at) for at in numbers if (tokens[at].value or 0) >= number]
        near = [keys for keys in near if keys]
        return not near or all(any(not token.keys.isdisjoint(keys) for token in counted) for keys in near)

    def _near(self, tokens: Sequence[Token], at: int) -> set[str]:
        """What stands behind a number up to the next, less lengths of time."""
        found = set[str]()
        for token in tokens[at + 1 : at + 1 + _BETWEEN]:
            if token.value is not None or token.folded in self._story.words.durations:
                break
            if found and token.folded in self._story.words.ties | self._story.of_words:
                break  # "47 bambini della scuola".
            found |= token.keys if token.content else set()
        return found


def counted_by(aligned: Aligned, token: Token, missing: Sequence[Token]) -> list[Token]:
    """The words that a sentence lacks right behind a claim's word for how many."""
    at = next(place for place, other in enumerate(aligned.tokens) if other is token)
    found: list[Token] = []
    for other in aligned.tokens[at + 1 :]:
        if other not in missing or other.clause != token.clause or other.entities or other.dated:
            break
        found.append(other)
    return found


def _goes_on(aligned: Aligned, at: int, noun: Token) -> bool:
    """Whether a sentence has right behind a number what a claim has right behind the noun that this counts."""
    mine = next((token for token, place in aligned.pairs if place == at + 1), None)
    told = aligned.told.tokens[at + 1 : at + 2]
    return mine is not None and mine.before == noun.folded and told[0].text[0].islower() and not told[0].entities


def only_counts(aligned: Aligned, put_in: range) -> bool:
    """Whether a claim takes of a sentence no more than how many there are of what was put in behind that number."""
    tokens = aligned.told.tokens
    own = [at for at in aligned.matched if at not in put_in]
    return not [at for at in own if at >= put_in.stop or tokens[at].value is None]


def takes_of_those(aligned: Aligned, missing: Sequence[Token], story: Story) -> bool:
    """Whether a sentence tells of one or some of those whom a claim counts: "one of them left", "two men left"."""
    if not [1 for token in missing if token.value is not None and token.before not in story.leading]:
        return False  # "One of the three".
    words, tokens = story.words, aligned.told.tokens
    if [1 for at, token in enumerate(tokens) if PART in token.signs and at not in aligned.matched]:
        return True
    ones, tying = words.special["one_of"], words.partitives | story.of_words
    parted = [at for at, token in enumerate(tokens[1:]) if token.folded in tying and at not in aligned.matched]
    return bool([1 for at in parted if tokens[at].value is not None or tokens[at].folded in ones])
