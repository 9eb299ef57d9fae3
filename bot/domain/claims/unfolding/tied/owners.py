"""Whose a claim says that something is, of which a clause tells whose: "a cyclist whose bag a fisherman found"."""

from collections.abc import Sequence
from functools import lru_cache

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.unfolding.clause_parts import Relative

# How many words stand at most from whose something is to it.
_NEAR = 3


class ToldOwners:
    """One article's words for whose something is."""

    def __init__(self, story: Story) -> None:
        self._ties = story.of_words | story.words.partitives | _agents(story.reading.language.code)
        self._small = self._ties | story.leading
        self._endings = agreement_of(story.reading.language.code).genitives

    def other(self, claim: Clauses, inside: Sequence[tuple[Token, int]], relative: Relative) -> Token | None:
        """Somebody of such a clause whose a claim says that it is; None where it says no such thing.

        `inside` is what the claim takes of the clause.
        """
        thing = next((token for token, at in inside if at in relative.nouns), None)
        if thing is None or not relative.whose:
            return None
        owner = self.of(claim, thing)
        others = relative.inside - relative.deeds
        return next((token for token, place in inside if token is owner and place in others), None)

    def of(self, claim: Clauses, thing: Token) -> Token | None:
        """The word behind a noun for whose it is, or right before it for the same; None where none is."""
        tokens, at = claim.tokens, claim.tokens.index(thing)
        before = [one for one in tokens[max(0, at - _NEAR) : at] if one.owner and one.clause == thing.clause]
        if before:
            return before[-1]
        behind = next((one for one in range(at + 1, len(tokens)) if tokens[one].content), at)
        between = [token.folded for token in tokens[at + 1 : behind]]
        if between:
            tied = self._small.issuperset(between) and not self._ties.isdisjoint(between)
        else:
            tied = bool(self._endings) and tokens[behind].plain.endswith(self._endings)
        return tokens[behind] if tied and behind > at else None


@lru_cache(maxsize=32)
def _agents(code: str) -> frozenset[str]:
    """Words that tell who made something: "a film | by | Ann Reed"."""
    return frozenset(word for word, signs in wording_of(code).signs.items() if AGENT in signs)
