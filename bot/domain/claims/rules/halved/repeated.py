"""A verb that a sentence has twice, each with its own: "she accuses him of fraud, and he accuses her of delays"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_repeated_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim ties to the first of two deeds of one verb and a sentence to the second, "" for nothing."""
    tokens, places = aligned.told.tokens, aligned.told.places
    for token, place in aligned.pairs:
        other = tokens[place]
        twice = [at for at in places.get(other.stem, ()) if tokens[at].stem == other.stem]
        if len(twice) != len("ab") or other.entities or other.value is not None or grammar.is_named(other):
            continue
        if sum(one.stem == token.stem for one in claim.tokens) > 1:
            continue
        behind = [(one, at) for one, at in aligned.pairs if at > twice[1]]
        ahead = [at for _, at in aligned.pairs if at < twice[1] and at != twice[0]]
        taken = _tied_twice(aligned, twice, behind, grammar) if ahead and behind else None
        if taken is not None:
            return f"joins {tokens[taken].text} with what another belongs to: {other.text}"
    return ""


def _tied_twice(
    aligned: Aligned, twice: Sequence[int], behind: Sequence[tuple[object, int]], grammar: Grammar
) -> int | None:
    """What a claim takes from behind the second deed, where another stands between both, tied alike and left out."""
    tokens, matched = aligned.told.tokens, aligned.matched
    between = [at for at in range(twice[0] + 1, twice[1]) if tokens[at].content and at not in matched]
    if not between or any(between[-1] < at < twice[1] for at in matched):
        return None  # The second deed's own doer, or what governs it.
    own = {grammar.tie_before(tokens, at) for at in between} - {""}
    return next((at for _, at in behind if grammar.tie_before(tokens, at) in own), None)
