"""What is put in the place of what is denied, told as denied: "she did not die, she is in a coma"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.halved.gapped import has_verb

DENIES_OTHER = "denies what is put in the place of another thing"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denies_corrected(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that denies what the sentence says in the place of what it denies, "" for nothing."""
    if not tells(claim.tokens, NOT):
        return ""
    tokens = aligned.told.tokens
    denials = [place for place, one in enumerate(tokens) if NOT in one.signs]
    if denials[1:]:
        return ""
    no = denials[0]
    home = tokens[no].clause
    own = [place for place, one in enumerate(tokens) if one.clause == home and one.content]
    if own and aligned.matched.issuperset(own):
        return ""
    denying = next(one for one in claim.tokens if NOT in one.signs)
    pairs = [
        (token, place)
        for token, place in aligned.pairs
        if token.start > denying.start and token.clause == denying.clause and is_plain(token)
    ]
    governed = [place for place in own if place > no or grammar.brackets]
    if not pairs or not governed or not aligned.matched.isdisjoint(governed):
        return _denies_contrast(claim, aligned, no, grammar)
    if all(tokens[place].clause == home + 1 for _, place in pairs):
        return f"{DENIES_OTHER}: {pairs[0][0].text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _denies_contrast(claim: Clauses, aligned: Aligned, no: int, grammar: Grammar) -> str:
    """A claim that denies the second of "not X, but Y", of which the first is left out."""
    tokens, but = aligned.told.tokens, grammar.words.special["but_rather"]
    turn = next((at for at in range(no + 1, len(tokens)) if tokens[at].folded in but), -1)
    if turn < 0 or any(one.folded in but for one in claim.tokens):
        return ""
    clause = tokens[turn + 1].clause if turn + 1 < len(tokens) else -1
    second = [at for at in range(turn + 1, len(tokens)) if tokens[at].clause == clause]
    rest = [tokens[at] for at in second]
    if not rest or tells(rest, NOT) or has_verb(rest, grammar) or not any(NOT in one.signs for one in tokens[:turn]):
        return ""
    first = [at for at in range(no + 1, turn) if tokens[at].content]
    if not first or not aligned.matched.isdisjoint(first) or len(first) > len(second) + 1:
        return ""
    taken = next((token for token, at in aligned.pairs if at in second), None)
    return f"{DENIES_OTHER}: {taken.text}" if taken is not None else ""
