"""What tells that a sentence contradicts a claim though it lacks a word of it: something else stands in its place.

"9 of 14" where the article has "14 of 9", another person, an opposite: a second look is not asked about these.
"""

from collections.abc import Sequence
from itertools import product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import LESS, MORE, NOT, PART

DENIED = "leaves out a denial"
_FEW = 2
# How many words of a claim a sentence says otherwise, and how many of them one that denies it has as they are.
_OTHERWISE, _AS_THEY_ARE = 2, 3
_UNIT_WORDS = 3


class Contradictions:
    """One article's sentences, asked what they have instead."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def found(self, claim: Sequence[Token], aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether a sentence that lacks these few words of a claim has others that exclude them."""
        if not _are_few(missing):
            return False
        spare, inside = _unmatched(aligned), [token for token in aligned.told.tokens if token.clause in aligned.used]
        if self._turned(claim, inside) or self._opposed((*claim, *inside), missing, spare):
            return True
        first = missing[0]
        if len(missing) == 1 and first.value is not None and not first.entities:
            return not first.rounded and self._counts_otherwise(first, aligned, spare)
        return self._displaced(missing, spare)

    def _opposed(self, said: Sequence[Token], missing: Sequence[Token], spare: Sequence[Token]) -> bool:
        """Whether an opposite stands in a word's place and nothing is denied: "did not approve", "rejected"."""
        if [1 for token in said if NOT in token.signs]:
            return False
        return any(self._is_opposite(*pair) for pair in product(missing, spare))

    @staticmethod
    def _counts_otherwise(number: Token, aligned: Aligned, spare: Sequence[Token]) -> bool:
        """Whether the sentence gives another number of the same things."""
        unit = next((place for token, place in aligned.pairs if token.start > number.start), None)
        tokens = aligned.told.tokens
        before = tokens[max(0, (unit or 0) - _UNIT_WORDS) : unit or 0]
        return any(token.value is not None and token in spare for token in before)

    def _displaced(self, missing: Sequence[Token], spare: Sequence[Token]) -> bool:
        """Whether another day or person stands where the missing one would."""
        if len(missing) == 1 and missing[0].dated:
            return any(other.dated for other in spare)
        people = [entity for one in missing for entity in one.entities if self._story.is_person(entity)]
        same = len(people) == len(missing)
        return same and any(any(map(self._story.is_person, other.entities)) for other in spare)

    def _is_opposite(self, token: Token, other: Token) -> bool:
        opposites = self._story.words.opposites
        return any(opposites.get(key, frozenset()) & other.keys for key in token.keys)

    @staticmethod
    def _turned(claim: Sequence[Token], inside: Sequence[Token]) -> bool:
        """Whether the claim has more of something and the sentence less, or the other way round."""
        mine, theirs = (
            {sign for token in tokens if PART not in token.signs for sign in token.signs} & {MORE, LESS}
            for tokens in (claim, inside)
        )
        return len(mine) == 1 and len(theirs) == 1 and mine != theirs

    @staticmethod
    def is_otherwise(aligned: Aligned) -> bool:
        """Whether a sentence says several of a claim's words in others."""
        return len(_in_other_words(aligned)) >= _OTHERWISE

    @staticmethod
    def is_own(aligned: Aligned) -> bool:
        """Whether a sentence has all that a claim says but for names, word for word."""
        plain = [at for at, token in enumerate(aligned.tokens) if not token.entities]
        lacks = any(aligned.places[at] is None for at in plain)
        return len(plain) >= _AS_THEY_ARE and not lacks and not _in_other_words(aligned)


def _in_other_words(aligned: Aligned) -> list[Token]:
    """The words of a claim that a sentence has in others, without names and numbers."""
    tokens = aligned.told.tokens
    plain = (pair for pair in aligned.pairs if not pair[0].entities and pair[0].value is None)
    return [token for token, place in plain if token.stem != tokens[place].stem]


def _are_few(missing: Sequence[Token]) -> bool:
    """Whether a word or two are missing, or names alone."""
    return bool(missing) and (len(missing) <= _FEW or all(token.entities for token in missing))


def _unmatched(aligned: Aligned) -> list[Token]:
    """The words of a sentence that say something which the claim does not."""
    matched = {place for _, place in aligned.pairs}
    return [token for at, token in enumerate(aligned.told.tokens) if at not in matched and token.content]
