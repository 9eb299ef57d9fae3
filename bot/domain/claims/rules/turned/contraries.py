"""A deed in whose place the sentence has its contrary, of which a noun says the same: "defeated" for "lost"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar

# How many words a passive's helping verb may stand before its participle: "were badly beaten".
_HELPED = 2


def contrary_form(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a verb's form in a claim, "" where no row of `contraries` has it beside the sentence's."""
    sides = grammar.words.contraries
    for token, place in [pair for pair in aligned.pairs if pair[0].folded in sides] if sides else ():
        other = aligned.told.tokens[place]
        mine, theirs = sides[token.folded], sides.get(other.folded, frozenset())
        against = {row for row, _ in mine} & {row for row, _ in theirs} if mine.isdisjoint(theirs) else ()
        passive = _is_undergone(claim.tokens, claim.tokens.index(token)) or _is_undergone(aligned.told.tokens, place)
        noun = grammar.is_named(other) and not grammar.is_named(token)  # "Its defeat": "it lost".
        if against and not noun and not passive:
            return f"says the contrary: {token.text}"
    return ""


def _is_undergone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb is in the passive: "were defeated"."""
    return any(PASSIVE in token.signs for token in tokens[max(0, at - _HELPED) : at])
