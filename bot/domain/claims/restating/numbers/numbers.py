"""Claims whose numbers a sentence tells otherwise: as a share, in another unit, one by one, by what is taken away."""

from collections.abc import Callable
from typing import Protocol

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.restating.measures.fractions import Fractions
from bot.domain.claims.restating.measures.shares import Shares
from bot.domain.claims.restating.numbers.counted import CountedParts
from bot.domain.claims.restating.numbers.left import Left
from bot.domain.claims.restating.numbers.multiples import Multiples
from bot.domain.claims.restating.numbers.sums import Sums
from bot.domain.claims.restating.numbers.units import OtherUnits
from bot.domain.values.proof import Verdict


class Way(Protocol):
    """One way to tell a claim's number otherwise."""

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of the claim as told otherwise, None where there is none."""


class NumbersOtherwise:
    """One article's numbers, in other words."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._shares = Shares(story)
        self._ways: list[Way] = [
            way(story, prove) for way in (Fractions, OtherUnits, CountedParts, Sums, Left, Multiples)
        ]

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim with a number as the article tells it, None where there is none."""
        found = self._shares.prove(claim)
        ways = self._ways
        for way in ways if found is None else ():
            self._ways = [other for other in ways if other is not way]  # What it makes is made once.
            found = way.prove(text, claim)
            self._ways = ways
            if found is not None:
                break
        return found
