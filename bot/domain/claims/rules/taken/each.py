"""Each of several who does in a claim what is done to each in the sentence: "the mill pays each of them"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many words stand at a clause's beginning up to "each": "a fiecăruia".
_OPENING = 2
# How many words stand from "each" to the noun for of whom it is one: "each of the 60 workers".
_PHRASE = 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def each_as_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens with each of some to whom the sentence tells what is done, or ""."""
    words, tokens = grammar.words.special["each_one"], aligned.told.tokens
    mine = next((at for at, token in enumerate(claim.tokens[:_OPENING]) if token.folded in words), None)
    if mine is None or tells(claim.tokens, PASSIVE) or _is_done_to(claim.tokens, mine, grammar):
        return ""
    theirs = [at for at, token in enumerate(tokens) if token.folded in words]
    if not theirs or not all(_is_done_to(tokens, at, grammar) for at in theirs):
        return ""
    noun = next((place for token, place in aligned.pairs if is_plain(token) and token.value is None), None)
    deeds = [place for token, place in aligned.pairs if is_plain(token) and place != noun]
    near = noun is not None and any(at < noun <= at + _PHRASE for at in theirs)
    return f"turns round who does what: {claim.tokens[mine].text}" if near and deeds and deeds[0] < theirs[0] else ""


def _is_done_to(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether somebody or something that nothing ties stands before a word in its clause, so that it does nothing."""
    ahead = [place for place in range(at) if tokens[place].clause == tokens[at].clause and tokens[place].content]
    return any(not tokens[place].dated and not grammar.is_tied(tokens, place) for place in ahead)
