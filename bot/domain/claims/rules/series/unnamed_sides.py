"""Who has more where a sentence compares twice or names only one of two: "owls led; bats were fewer"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import LESS, MORE, THAN
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

_DEGREES = frozenset({MORE, LESS})
_BOTH = 2
TURNED = "turns round who is compared"


def unnamed_side_turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives a comparison to the other of two, "" for nothing.

    A sentence that tells in a clause of its own that one of them is more or less leaves out with whom it compares.
    """
    mine = _degree(claim.tokens, grammar)
    tokens = aligned.told.tokens
    if mine is None or not tokens[-1].clause:
        return ""
    sides = [_side(part, aligned) for part in (claim.tokens[: mine[0]], claim.tokens[mine[1] :])]
    theirs = [at for at, token in enumerate(tokens) if _is_bare(tokens, at, grammar)]
    if None in sides or len(theirs) != 1:
        return ""
    inside = places_in(tokens, tokens[theirs[0]].clause)
    first, last = (side in inside for side in sides)
    same = not (claim.tokens[mine[0]].signs & _DEGREES).isdisjoint(tokens[theirs[0]].signs)
    if first in (last, same):
        return ""
    return f"{TURNED}: {claim.tokens[mine[0]].text}"


def degree_of_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that exchanges two comparisons: "fewer than A but more than B", "more than A"."""
    mine = _degrees(claim.tokens, grammar)
    theirs = _degrees(aligned.told.tokens, grammar) if mine else {}
    if len(theirs) < _BOTH:
        return ""
    place_of = {id(token): at for token, at in aligned.pairs}
    compared = [(at, place_of.get(id(claim.tokens[at]))) for at in mine]
    turned = [at for at, place in compared if place in theirs and theirs[place].isdisjoint(mine[at])]
    return f"{TURNED}: {claim.tokens[turned[0]].text}" if turned else ""


def _degrees(tokens: Sequence[Token], grammar: Grammar) -> dict[int, frozenset[str]]:
    """Where the first word of what is compared with stands, with whether it is more or less than that."""
    found, degree, than = dict[int, frozenset[str]](), frozenset[str](), False
    ties = frozenset[str]() if tells(tokens, THAN) else grammar.of_words  # "Più del tram".
    for at, token in enumerate(tokens):
        if token.signs & _DEGREES:
            degree, than = token.signs & _DEGREES, False
        elif degree and (THAN in token.signs or token.folded in ties):
            than = True
        elif than and token.content:
            found[at] = degree
            degree, than = frozenset(), False
    return found


def _degree(tokens: Sequence[Token], grammar: Grammar) -> tuple[int, int] | None:
    """Where the one word for more or less stands, and where what it compares with begins; None without them."""
    degrees = [at for at, token in enumerate(tokens) if at and token.signs & _DEGREES]
    if len(degrees) != 1:
        return None
    at = degrees[0]
    than = next((place for place in range(at + 1, len(tokens)) if THAN in tokens[place].signs), None)
    if than is None and tokens[at + 1 : at + 2] and tokens[at + 1].folded in grammar.of_words:
        than = at + 1  # "Più del tram".
    return None if than is None else (at, than + 1)


def _side(part: Sequence[Token], aligned: Aligned) -> int | None:
    """Where the sentence has the first noun or name of one side of a comparison, None where it has none."""
    inside = {id(token) for token in part}
    return next(
        (at for token, at in aligned.pairs if id(token) in inside and (token.entities or is_plain(token))), None
    )


def _is_bare(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells of more or less, does not say than what, and makes no superlative: "le plus fréquent"."""
    if not tokens[at].signs & _DEGREES or tokens[at].before in grammar.definite:
        return False
    behind = [token for token in tokens[at + 1 :] if token.clause <= tokens[at].clause + 1]
    return not any(THAN in token.signs for token in behind) and not (behind and behind[0].folded in grammar.of_words)
