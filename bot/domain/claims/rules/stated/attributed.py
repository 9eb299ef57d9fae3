"""What is only ascribed to somebody, told as theirs: "the letter attributed to Ann was in fact written by Beth"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT
from bot.domain.claims.rules.grammar import Grammar

# How many words stand between such a participle and whose it is said to be.
_NEAR = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def only_attributed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim has done by somebody what is only ascribed to them."""
    words, tokens = grammar.words.special["attributed"], aligned.told.tokens
    at = next((at for at, token in enumerate(tokens) if token.folded in words), -1)
    if at < 0 or at in aligned.matched or any(token.folded in words for token in claim.tokens):
        return False
    whose = _whose(tokens, at, grammar)
    mine = next((token for token, place in aligned.pairs if place in whose), None)
    others = [place for place in aligned.matched if tokens[place].clause == tokens[at].clause and place not in whose]
    if mine is None or any(tokens[place].entities for place in others):
        return False
    first = next(token for token in claim.tokens if token.content)
    near = [token for token in claim.tokens if token.start < mine.start][-_NEAR + 1 :]
    return mine is first or any(AGENT in token.signs for token in near)


def _whose(tokens: Sequence[Token], at: int, grammar: Grammar) -> list[int]:
    """Where those are named to whom a thing is ascribed: behind the participle, or before where that leads its noun."""
    led = grammar.nouns and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper() and tokens[at + 1].content
    near = range(max(0, at - _NEAR), at) if led else range(at + 1, min(at + 1 + _NEAR, len(tokens)))
    inside = [one for one in near if tokens[one].clause == tokens[at].clause and tokens[one].content]
    last = max((one for one in inside if tokens[one].text[0].isupper()), default=-1)
    return [one for one in inside if one <= last]
