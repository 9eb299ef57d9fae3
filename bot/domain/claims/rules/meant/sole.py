"""The only one of some, told as the only one of more: "the only clinic in the county with a helipad"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import IS, WAS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_time

SOLE = "leaves out of which it is the only one"
# How many words before such a word what something is may be told: "is one of", "este".
_BEING = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def sole_of_more(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that leaves out what the sentence says the only one of its kind has, or where."""
    words, tokens = grammar.words.special["sole"], aligned.told.tokens
    if not [1 for at, token in enumerate(claim.tokens) if token.folded in words and _leads(claim, at, grammar)]:
        return ""
    for at, token in enumerate(tokens):
        if token.folded not in words or token.clause not in aligned.used:
            continue
        near = tokens[max(0, at - _BEING) : at]
        being = any(one.signs & {IS, WAS} for one in near) or (grammar.words.free_order and token.clause)
        behind = [place for place in range(at + 1, len(tokens)) if tokens[place].clause == token.clause]
        tied = [place for place in behind if place not in aligned.matched and grammar.is_tied(tokens, place)]
        tied = [place for place in tied if tokens[place].content and place + 1 not in aligned.matched]
        left = [tokens[place] for place in tied if not is_time(tokens[place]) and not tokens[place].signs & SPEECH]
        if being and left:
            return f"{SOLE}: {left[0].text}"
    return ""


def _leads(claim: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether a claim tells of the only one: an article stands before the word, or needs none."""
    bare = grammar.postposed or grammar.words.free_order
    return bare or claim.tokens[at].before in grammar.definite
