"""By how much something changes: no number of what there is, "fell by 1,000 to 3,000" for "there were 1,000"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import LESS, MORE
from bot.domain.claims.rules.grammar import Grammar, is_year

# How many words may stand from the one number to the other: "by 1,000 visitors a month, to 3,000".
_APART = 5


def step_counted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number that a claim counts with, where the sentence has it for a change; "" for nothing."""
    words, told = grammar.words, aligned.told.tokens
    for number, place in aligned.pairs:
        if number.value is None or is_year(number) or told[place].before not in words.ties - words.since:
            continue
        if number.before == told[place].before or {told[place].before, number.before} & grammar.of_words:
            continue
        behind = told[place + 1 : place + 1 + _APART]
        if any(_is_level(token, grammar) for token in behind) and not any(
            token.signs & {MORE, LESS} for token in claim.tokens
        ):
            return f"counts something else: {number.text}"
    return ""


def _is_level(token: Token, grammar: Grammar) -> bool:
    """Whether something changes to a number."""
    return token.value is not None and token.before in grammar.words.towards and not is_year(token)
