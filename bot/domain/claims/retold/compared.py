"""Tells a comparison from its other side: "A is bigger than B", "B is smaller than A"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Clauses, Token, content_of
from bot.domain.claims.comparing.wording import IS, LESS, MORE, THAN, Wording

# How many words stand at most between a preposition and what it ties to who is compared.
_TIED_WORDS = 3
# Within how many words behind a comparison a preposition parts who is compared: "più lungo della galleria".
_THAN_WORDS = 3


def turned_comparison(claim: Clauses, words: Wording) -> Clauses | None:
    """A comparison told from its other side, None for a claim that compares nobody or has no contrary."""
    sides = _compared(claim.tokens, words)
    if sides is None:
        return None
    subject, more, than = sides
    if not content_of(claim.tokens[than + 1 :]):
        return None  # "Less than the others": of nobody the other side could be told.
    found = claim.copy()
    found.headline = claim.headline
    mine = found.tokens
    measured = f"{mine[more].folded}-{mine[more + 1].folded}" in words.phrases  # "Mai mult": one word's meaning.
    graded = _grades(mine, more, words, measured=measured)
    against = frozenset[str]() if graded else words.opposites.get(mine[more].stem, frozenset())
    if not against and claim.tokens[more].content and not graded:
        return None  # What has no contrary tells nothing of the other side.
    mine[more].signs = frozenset({LESS if MORE in mine[more].signs else MORE})
    mine[more].keys, mine[more].content = against, bool(against)
    mine[more].stem = mine[more].plain = min(against, default="")
    last = _end_of(mine, subject, more, words)
    rest = [*mine[:subject], *mine[last + 1 : more + 1], *mine[more + 1 + measured : than + 1]]
    found.tokens = _placed([*mine[than + 1 :], *rest, *mine[subject : last + 1]])
    return found


def _grades(tokens: Sequence[Token], more: int, words: Wording, *, measured: bool) -> bool:
    """Whether a word, or two, only tell how much the next is so: "stärker beschädigt", not "stärker als"."""
    word = "-".join(one.folded for one in tokens[more : more + 1 + measured])
    graded = tokens[more + 1 + measured]
    small = not tokens[more].content or word in words.special["grading"]
    return small and graded.content and not graded.signs


def _end_of(tokens: Sequence[Token], subject: int, until: int, words: Wording) -> int:
    """Where what a preposition ties to who is compared ends: "the hall in Harnby"."""
    last = subject
    if words.free_order and last + 2 < until and tokens[last + 1].content and IS in tokens[last + 2].signs:
        last += 1  # "Zatoka Kamienna | jest chłodniejsza".
    while last + 2 < until and tokens[last + 1].folded in words.ties:
        behind = range(last + 2, min(last + _TIED_WORDS + 1, until))
        tied = next((at for at in behind if tokens[at].content), None)
        if tied is None or tokens[tied].dated or tokens[tied].value is not None:
            break
        last = tied
    return last


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _compared(tokens: Sequence[Token], words: Wording) -> tuple[int, int, int] | None:
    """The positions of who is compared, of what they are more or less of, and of what parts the sides."""
    more = [at for at, token in enumerate(tokens) if token.signs & {MORE, LESS}]
    if len(more) != 1:
        return None
    than = [at for at, token in enumerate(tokens) if THAN in token.signs] or _tied_than(tokens, more[0], words)
    if len(than) != 1 or not more[0] <= than[0] < len(tokens) - 1:
        return None
    free = (at for at in range(more[0]) if tokens[at].content and not tokens[at].dated)
    opens = words.special["verb_first_doers"]  # "Der Bus": no genitive.
    untied = (at for at in free if tokens[at].before not in words.ties or (at == 1 and tokens[at].before in opens))
    subject = next(untied, None)
    return None if subject is None else (subject, more[0], than[0])


def _tied_than(tokens: Sequence[Token], more: int, words: Wording) -> list[int]:
    """Where a preposition parts who is compared, right behind the comparison: "più (lungo) della galleria"."""
    near = range(more + 1, min(more + _THAN_WORDS, len(tokens)) if words.than_ties else 0)
    found = [at for at in near if tokens[at].folded in words.than_ties][:1]
    return [at for at in found if at + 1 < len(tokens) and tokens[at + 1].value is None]  # "Più di 50 anni".


def _placed(tokens: list[Token]) -> list[Token]:
    """Tokens in another order, as if they stood so in one clause."""
    for at, token in enumerate(tokens):
        token.start, token.clause = at, 0
    return tokens
