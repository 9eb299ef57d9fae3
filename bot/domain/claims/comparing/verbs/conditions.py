"""Tells the verb that opens a sentence as a condition: "Lehnt der Rat ab, beginnt der Bau nicht".

There a second clause opens with a verb, too, and somebody or something behind each of the two.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import NEUTRAL, Wording

# How many words a sentence of two such clauses has at least.
_FEWEST = 5


def opens_with_verb(tokens: Sequence[Token], words: Wording) -> bool:
    """Whether a sentence's first two clauses open with a verb each and what does or is it."""
    endings = tuple(words.special["verb_first_ends"])
    if not endings or len(tokens) < _FEWEST or tokens[0].entities or tokens[0].value is not None or tokens[0].dated:
        return False
    at = next((at for at, token in enumerate(tokens) if token.clause), len(tokens) - 1)
    return at > 1 and all(_is_verb_before(tokens, one, endings, words) for one in (0, at))


def _is_verb_before(tokens: Sequence[Token], at: int, endings: tuple[str, ...], words: Wording) -> bool:
    """Whether a word may be a verb that stands before who does it."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    small = token.folded in words.ties | words.special["never_first_verbs"] or NEUTRAL in token.signs
    small = small or (at > 0 and token.text[0].isupper())
    if small or not behind or not token.plain.endswith(endings):
        return False
    doer = behind[0]
    return doer.clause == token.clause and (doer.folded in words.special["verb_first_doers"] or bool(doer.entities))
