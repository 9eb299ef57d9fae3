"""What tells that a sentence contradicts a claim though it lacks a word of it: something else stands in its place.

"9 of 14" where the article has "14 of 9", another person, an opposite: a second look is not asked about these.
"""

from collections.abc import Sequence
from itertools import product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import LESS, MORE, NOT, PART

_FEW = 2
_UNIT_WORDS = 3


class Contradictions:
    """One article's sentences, asked what they have instead."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def found(self, claim: Sequence[Token], aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether a sentence that lacks these few words of a claim has others that exclude them."""
        if not missing or (len(missing) > _FEW and not all(token.entities for token in missing)):
            return False
        matched = {place for place in aligned.places if place is not None}
        spare = [token for at, token in enumerate(aligned.told.tokens) if at not in matched and token.content]
        inside = [token for token in aligned.told.tokens if token.clause in aligned.used]
        denied = any(NOT in token.signs for token in (*claim, *inside))  # "Did not approve", "rejected".
        if self._turned(claim, inside) or (
            not denied and any(self._is_opposite(*pair) for pair in product(missing, spare))
        ):
            return True
        if len(missing) == 1 and missing[0].value is not None and not missing[0].entities:
            return not missing[0].rounded and self._counts_otherwise(missing[0], aligned, spare)
        return self._displaced(missing, spare)

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
