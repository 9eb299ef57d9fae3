"""Claims that tell by whose plan something would be done: "under the plan, the mill would close"."""

from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import GOVERNS, SOURCE, Wording

_PLANNED = frozenset({f"{GOVERNS}plan", f"{GOVERNS}expect", f"{GOVERNS}future", f"{GOVERNS}unreal"})
_AHEAD = frozenset({f"{GOVERNS}future", f"{GOVERNS}unreal"})
# How many words stand from such a source to the plan: "according to the new plan".
_NEAR = 5


def planned(claim: Clauses, words: Wording) -> frozenset[str]:
    """The signs of what is planned, where a claim gives a plan as its source and tells what would be; else none."""
    tokens = claim.tokens
    for at, token in enumerate(tokens):
        if SOURCE not in token.signs and token.folded not in words.special["by_plan"]:
            continue
        near = [one for one in tokens[at + 1 : at + _NEAR] if one.clause == token.clause]
        ahead = any(one.mood in {"conditional", "future"} or one.signs & _AHEAD for one in tokens)
        if ahead and any(one.stem in words.shells for one in near):
            return _PLANNED
    return frozenset()
