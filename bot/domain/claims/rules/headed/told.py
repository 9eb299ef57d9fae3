"""Who does in a headline what the sentence tells of another who is left out, or of some of those it counts."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.wholes.parts import of_some

# How many words at most stand before what somebody does in a headline, and how far ahead of a noun its preposition is.
_DEED, _TIED = 6, 2


def of_counted_part(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number with what only some of so many are: "14 badly hurt" of "14 hurt, two of them badly".

    A headline may have the number of those as well.
    """
    mine = [token for token in claim.tokens if token.value is not None]
    return of_some(claim, aligned, grammar) if len(mine) == 1 else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_place(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does something in a headline and stands behind a preposition in the sentence.

    "The mill filed for insolvency at Selby court": "Court files for insolvency".
    """
    if claim.converse is not None or not aligned.pairs or tells(claim.tokens, PASSIVE):
        return ""
    (head, place), *rest = aligned.pairs
    tokens = aligned.told.tokens
    first = next(token for token in claim.tokens if token.content)
    if (
        head is not first
        or not place
        or head.value is not None
        or grammar.is_tied(claim.tokens, claim.tokens.index(head))
    ):
        return ""
    if any(map(grammar.is_person, [head])) or not _is_tied(tokens, place, grammar):
        return ""
    found = _deed(rest, head, tokens, grammar)
    if found is None:
        return ""
    doer = next((at for at, token in enumerate(tokens) if token.content), place)
    if doer in aligned.matched or doer >= place or tokens[doer].dated or grammar.is_tied(tokens, doer):
        return ""
    return "" if _is_beside(tokens, doer, place, found[1], grammar) else f"gives to another what is done: {head.text}"


def _is_tied(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before a word that does not tell who does it."""
    near = [one for one in tokens[max(0, place - _TIED) : place] if one.clause == tokens[place].clause]
    if any(AGENT in one.signs or one.content for one in near[-1:]):
        return False
    tied = [one for one in near if one.folded in grammar.words.ties]
    return bool(tied) and not tells(tied, AGENT)


def _is_beside(tokens: Sequence[Token], doer: int, place: int, deed: int, grammar: Grammar) -> bool:
    """Whether a word stands ahead of the verb, so that it tells whose body does it: "councillors in Selby voted"."""
    helping = grammar.words.perfects | grammar.perfects
    helped = any(one.folded in helping or PASSIVE in one.signs for one in tokens[doer:place])
    return place < deed and not (grammar.brackets and helped)


def _deed(
    rest: Sequence[tuple[Token, int]], head: Token, tokens: Sequence[Token], grammar: Grammar
) -> tuple[Token, int] | None:
    """The first word of a headline behind who does it that the sentence has in another form: "files", "filed"."""
    for token, at in rest[:_DEED]:
        if not is_plain(token) or token.clause != head.clause or token.folded == tokens[at].folded:
            continue
        if tokens[at].before not in grammar.words.ties:
            last = not grammar.brackets or token is rest[-1][0]  # "Meldet" ends as participles do.
            return None if last and grammar.is_participle(token) else (token, at)
    return None
