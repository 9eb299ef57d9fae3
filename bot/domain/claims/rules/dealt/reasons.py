"""When and where something is so stays with it, and does not pass to why it is so, or back.

"It was closed on Friday because a pipe burst" is not "it was closed because a pipe burst on Friday".
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CAUSE, CONCESSION
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_year

_LEADING = (CAUSE, CONCESSION)
_ANY = frozenset(_LEADING)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def moved_to_clause(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a day or a place that passes between a clause and why it is so, "" for nothing."""
    told, tills = aligned.told.clauses, grammar.words.till
    if not [1 for token in claim.tokens if token.signs & _ANY]:
        return ""
    for sign in _LEADING:
        here = _led(claim, sign)
        there = _led(told, sign) if here is not None else None
        if here is None or there is None:
            continue
        for token, at in aligned.pairs:
            if not (token.dated or is_year(token) or _is_where(claim, token, grammar)):
                continue
            if [1 for one in told.tokens if one.keys & token.keys][1:]:
                continue
            if _has_same_deed(aligned, token, at) or (_tells_until(claim, tills) and _tells_until(told, tills)):
                continue  # "It closes on 30 June unless somebody pays by then."
            sides = _is_inside(claim, claim.tokens.index(token), here), _is_inside(told, at, there)
            if None not in sides and sides[0] != sides[1]:
                return f"says when or where of another clause: {token.text}"
    return ""


def _tells_until(clauses: Clauses, tills: frozenset[str]) -> bool:
    """Whether a sentence has a word that tells until when something is."""
    return bool([1 for token in clauses.tokens if token.folded in tills])


def _has_same_deed(aligned: Aligned, token: Token, at: int) -> bool:
    """Whether a word stands right behind the same deed in a claim and in its sentence: "abandoned on Sunday"."""
    mine, tokens = aligned.tokens.index(token), aligned.told.tokens
    before = next((place for place in range(at - 1, -1, -1) if tokens[place].content), at)
    same = tokens[before].clause == tokens[at].clause and aligned.tokens[mine - 1].clause == token.clause
    return mine > 0 and same and aligned.places[mine - 1] == before


def _led(clauses: Clauses, sign: str) -> int | None:
    """Where the only word with a sign stands, if it opens a clause or stands before what does: "parce | que"."""
    tokens = clauses.tokens
    found = [at for at, token in enumerate(tokens) if sign in token.signs]
    if len(found) != 1:
        return None
    at = found[0]
    opens = not at or tokens[at - 1].clause != tokens[at].clause
    behind = tokens[at + 1 : at + 2]
    opens = opens or (bool(behind) and behind[0].clause != tokens[at].clause and not tokens[at].content)
    return at if opens else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_inside(clauses: Clauses, at: int, led: int) -> bool | None:
    """Whether a word stands in the clause that another leads, None where that is not sure."""
    tokens, marks = clauses.tokens, clauses.marks
    if at < led:
        return False
    commas = [clause for clause in range(tokens[led].clause + 1, len(marks)) if marks[clause]]
    before = [clause for clause in commas if clause <= tokens[at].clause]
    if led or not before:
        return None if before else True
    behind = [clause for clause in commas if clause > tokens[at].clause]
    said = all(any(token.clause == clause and token.signs & SPEECH for token in tokens) for clause in behind)
    return False if said and len(before) == 1 else None


def _is_where(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a name is a place's that something ties."""
    if not token.entities or grammar.is_person(token):
        return False
    return grammar.is_tied(claim.tokens, claim.tokens.index(token))
