"""What some of several are besides: "four miners were hurt, one of them seriously", "all got wood, some also coal"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, IS, LESS, MORE, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_year

# How many words may stand before the number of some: "of whom one", "dintre care trei".
_OPENING = 3
# What tells a deed of its own, or how many more or fewer some are: "five fewer than in May".
_NO_PART = {IS, PASSIVE, MORE, LESS}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_some_told_of_all(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells of all, or of their number, what a sentence says of some of them."""
    tokens, taken = aligned.told.tokens, {at: token for token, at in aligned.pairs}
    clauses: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        clauses.setdefault(token.clause, []).append(at)
    for clause, inside in clauses.items():
        some = _some(tokens, inside, grammar) if clause else None
        if some is None or some in taken:
            continue
        behind = [at for at in inside if at > some and tokens[at].content]
        behind = behind or [at for at in clauses.get(clause + 1, []) if tokens[at].content]
        if any(_tells_otherwise(tokens[at], grammar) for at in (*inside, *behind)):
            continue
        crossed = next((taken[at] for at in behind if at in taken), None)
        whole = [at for at in clauses.get(clause - 1, []) if tokens[at].value is not None or ALL in tokens[at].signs]
        said = any(at in taken for at in whole) or any(ALL in token.signs for token in claim.tokens)
        if crossed is not None and whole and said and not _tells_some(claim.tokens, grammar):
            return f"leaves out of how many: {crossed.text}"
    return ""


def _some(tokens: Sequence[Token], inside: Sequence[int], grammar: Grammar) -> int | None:
    """Where a clause opens with the number of some, or a word for some, None where it does not."""
    for at in inside[:_OPENING]:
        token = tokens[at]
        counted = token.value is not None and not is_year(token) and token.after not in grammar.words.durations
        if counted or token.folded in grammar.words.special["some"] or _is_one(tokens, at, grammar):
            return at
        if token.folded not in grammar.words.special["of_which"]:
            return None
    return None


def _tells_otherwise(token: Token, grammar: Grammar) -> bool:
    """Whether a word is of a clause with a verb of its own, or compares a number."""
    return token.mood in FINITE or token.folded in grammar.perfects or not token.signs.isdisjoint(_NO_PART)


def _is_one(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "one" of several stands at a place, with "of them" or no noun behind it."""
    return tokens[at].folded in grammar.words.special["one_of"]


def _tells_some(tokens: Sequence[Token], grammar: Grammar) -> bool:
    some = grammar.words.special["some"] | grammar.words.special["one_of"]
    return any(token.folded in some for token in tokens)
