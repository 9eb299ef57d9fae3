"""What opens a sentence as a cause or as what came before, told as what followed: "because it failed, he left"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE
from bot.domain.claims.rules.grammar import is_plain

_TURNED = {CAUSE: "turns a cause round", AFTER: "turns an order of time round", BEFORE: "turns an order of time round"}


def turned_cause(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim of which the cause is what it causes in the sentence, one of them in front."""
    told = aligned.told.clauses
    opening = claim.tokens[0].signs | told.tokens[0].signs
    for sign in [sign for sign in _TURNED if sign in opening]:
        mine, theirs = _governed(claim, sign), _governed(told, sign)
        if mine is None or theirs is None:
            continue
        # Who does both may stand anywhere.
        deeds = [(token, at) for token, at in aligned.pairs if is_plain(token)]
        if {(claim.tokens.index(token) in mine, at in theirs) for token, at in deeds} == {(True, False), (False, True)}:
            return _TURNED[sign]
    return ""


def _governed(clauses: Clauses, sign: str) -> range | None:
    """Where the words stand that the only word with a sign governs, in front up to a comma; None where all would."""
    tokens, marks = clauses.tokens, clauses.marks
    found = [at for at, token in enumerate(tokens) if sign in token.signs]
    if len(found) != 1:
        return None
    if found[0]:
        return range(found[0], len(tokens))
    end = next((clause for clause, mark in enumerate(marks) if clause and mark == ","), None)
    return None if end is None else range(len([token for token in tokens if token.clause < end]))
