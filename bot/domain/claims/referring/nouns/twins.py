"""Nouns that an article has of two: "the bus driver" and "the lorry driver".

What a sentence tells of a driver is of the one it names, or of the one named last before: a claim cannot say which by a
word from elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.nouns.other import is_other_body

# How many words stand between a preposition of possession and its noun.
_BEHIND = 3


class Twins:
    """One article's nouns with what tells which one is meant."""

    def __init__(self, story: Story, is_noun: Callable[[Token], bool]) -> None:
        self._story = story
        self._is_noun = is_noun
        language = story.reading.language
        self._genitives = agreement_of(language.code).genitives
        self._postposed = language.postposed
        self._modifies = not language.postposed and not language.nouns_capitalised and not story.words.free_order

    def is_other(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether a word tells which one is meant, and the sentence or those before it tell of another."""
        if self._is_named_otherwise(claim, aligned, token) or self._story.numbers_otherwise(token):
            return True
        if token.entities and is_other_body(self._story, aligned, token):
            return True
        head = self._head(claim.tokens, token)
        if head is None:
            return False
        place = next((where for other, where in aligned.pairs if other is head), None)
        own = [] if place is None else list(self._which(aligned.told.tokens, place))
        if own:
            return self._is_another(own, token) and self._is_told(head, token)
        return self._is_other_before(aligned.told, head, token)

    def _is_named_otherwise(self, claim: Clauses, aligned: Aligned, token: Token) -> bool:
        """Whether a word stands right behind a noun that the sentence has with a name: "le groupe Belvan"."""
        at = claim.tokens.index(token)
        if not self._postposed or not at or not _is_plain(token) or claim.tokens[at - 1].folded != token.before:
            return False
        told, before = aligned.told.tokens, claim.tokens[at - 1]
        place = next((where for one, where in aligned.pairs if one is before), len(told))
        name = next(iter(told[place + 1 : place + 2]), before)
        if (
            name is before
            or name.clause != told[place].clause
            or not name.text[0].isupper()
            or place + 1 in aligned.matched
        ):
            return False
        return not any(map(self._story.is_person, name.entities))

    @staticmethod
    def _is_another(which: Sequence[Token], token: Token) -> bool:
        return all(one.keys.isdisjoint(token.keys) for one in which)

    def _is_told(self, head: Token, token: Token) -> bool:
        """Whether the article has the one of a noun that a word says is meant: both drivers."""
        told = self._told(head, len(self._story.sentences))
        return any(not self._is_another(which, token) for each in told for which in each)

    def _is_other_before(self, told: Told, head: Token, token: Token) -> bool:
        """Whether the last sentence before one that tells which one of a noun is meant tells of another."""
        last = next(self._told(head, told.number), [])
        return any(self._is_another(which, token) for which in last) and self._is_told(head, token)

    def _told(self, head: Token, until: int) -> Iterator[list[list[Token]]]:
        """For each sentence before one that tells which one of a noun is meant, the last first, the words for that.

        A sentence may tell of two: "a bridge of wood beside the bridge of steel".
        """
        numbers = {number for key in head.keys for number in self._story.holding(key) if number < until}
        for number in sorted(numbers, reverse=True):
            told = self._story.sentences[number]
            places = {at for key in head.keys for at in told.places.get(key, ())}
            which = [found for at in sorted(places) if (found := [*self._which(told.tokens, at)])]
            if which:  # "The payment of two wages" are no two of a noun.
                same = len({told.tokens[at].stem for at in places}) == 1
                yield which if same else [[one for each in which for one in each]]

    def _head(self, claim: Sequence[Token], token: Token) -> Token | None:
        """The noun of which a claim's word tells which one is meant, None for a word that tells of none."""
        at = claim.index(token)
        if token.entities or token.value is not None or token.dated:
            return None
        behind = claim[at + 1] if at + 1 < len(claim) and claim[at + 1].clause == token.clause else None
        if behind is not None and behind.content and (token.owner or (self._modifies and self._is_noun(token))):
            return behind
        for place in range(max(0, at - _BEHIND), at):
            if any(one is token for one in self._which(claim, place)):
                return claim[place] if claim[place].content else None
        return None

    def _which(self, tokens: Sequence[Token], at: int) -> Iterator[Token]:
        """The words that tell which one a noun means: "(bus) driver", "conductor del (autobús)", "водій (автобуса)"."""
        noun, before = tokens[at], tokens[max(0, at - 1) : at]
        behind = [one for one in tokens[at + 1 : at + 1 + _BEHIND] if one.clause == noun.clause]
        yield from (one for one in before if one.clause == noun.clause and self._is_before(one))
        if behind and behind[0].folded in self._story.of_words:
            yield from [one for one in behind[1:] if _is_plain(one) or one.entities][:1]
        else:
            yield from (one for one in behind[:1] if self._is_genitive(one))

    def _is_before(self, token: Token) -> bool:
        """Whether a word before a noun tells which one that means: a noun itself, or whose it is."""
        return _is_plain(token) and (token.owner or (self._modifies and self._is_noun(token)))

    def _is_genitive(self, token: Token) -> bool:
        """Whether a word behind a noun tells by its ending whose that is."""
        return _is_plain(token) and not token.mood and token.plain.endswith(self._genitives or ("\0",))


def _is_plain(token: Token) -> bool:
    return token.content and not token.entities and token.value is None and not token.dated
