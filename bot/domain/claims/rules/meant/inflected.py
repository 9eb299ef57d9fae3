"""What only endings tell where words stand in any order: when a deed is done, and who does it.

to come     "розірве" of "розірвав", which look alike but for their endings, and the other way round
to whom     "фірмі пообіцяли" of "фірма пообіцяла", "firmei i s-a promis" of "firma a promis"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain
from bot.domain.claims.rules.voiced.agreement import verb_of_other_gender
from bot.domain.claims.rules.voiced.ahead import is_done_ahead
from bot.domain.claims.rules.voiced.ousted import ousted

# The fewest letters that forms of one verb begin with alike, and the most that two cases of a noun end in.
_ROOT, _CASE = 4, 3
# The most letters of an ending by which two forms of one verb differ.
_ENDING = 4


def inflected_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim by its endings, "" where nothing does."""
    special = grammar.words.special
    if special["number_ends"] and not claim.headline:
        return ousted(claim, aligned, grammar)
    if claim.headline or not special["done_once"] | special["given_clitics"]:
        return ""
    timed = _moved(claim, aligned, grammar) or verb_of_other_gender(aligned, grammar) if special["done_once"] else ""
    return timed or _addressed(claim, aligned, grammar)


def _moved(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a verb that is told as to come where the sentence has it as done, or as done where not."""
    once, often = (tuple(grammar.words.special[name]) for name in ("done_once", "done_often"))
    for token, place in aligned.pairs:
        other = aligned.told.tokens[place]
        if not _is_one_verb(token, other) or token.signs & SPEECH:
            continue
        if is_done_ahead(token, other, claim.tokens, grammar) or is_done_ahead(
            other, token, aligned.told.tokens, grammar
        ):
            continue
        past, coming = (token, other) if token.mood == "past" else (other, token)
        if past.mood == "past" and not coming.mood and coming.plain.endswith(once) and not coming.plain.endswith(often):
            return f"says when or how surely otherwise: {token.text}"
    return ""


def _is_one_verb(token: Token, other: Token) -> bool:
    """Whether two words may be forms of one verb."""
    if not (is_plain(token) and is_plain(other)) or token.plain == other.plain:
        return False
    shared = _shared(token.plain, other.plain)
    return shared >= _ROOT and max(len(token.plain), len(other.plain)) - shared <= _ENDING


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _addressed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed of nobody in particular, done to who does it in the sentence."""
    impersonal = tuple(grammar.words.special["done_by_nobody"])
    clitics, doing = grammar.words.special["given_clitics"], tuple(grammar.words.special["doing_ends"])
    for clause in {token.clause for token in aligned.tokens}:
        (first, here), *rest = aligned.pairs_of(clause) or [(aligned.tokens[0], -1)]
        if here < 0 or first is not _opening(aligned.tokens, clause) or not _is_recased(aligned, first, here):
            continue
        given = any(one.folded in clitics for one in claim.tokens[claim.tokens.index(first) + 1 :][:1])
        for verb, place in rest:
            told = aligned.told.tokens[place]
            past = (
                bool(impersonal)
                and not first.plain.endswith(doing)
                and told.mood == "past"
                and not told.plain.endswith(impersonal)
            )
            nobody = past and verb.plain.endswith(impersonal)
            if (given or nobody) and _shared(verb.plain, told.plain) >= _ROOT:
                return f"turns round who does what: {first.text}"
    return ""


def _opening(tokens: Sequence[Token], clause: int) -> Token | None:
    return next((token for token in tokens if token.clause == clause), None)


def _is_recased(aligned: Aligned, first: Token, here: int) -> bool:
    """Whether a word opens a sentence's clause too, in another of its cases."""
    tokens = aligned.told.tokens
    opening = next(token for token in tokens if token.clause == tokens[here].clause)
    if opening is not tokens[here] or first.folded == opening.folded:
        return False
    return max(len(first.plain), len(opening.plain)) - _shared(first.plain, opening.plain) <= _CASE


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
