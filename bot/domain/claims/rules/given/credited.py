"""Who did what they are thanked or praised for: "the captain thanked the doctor for saving the boy"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many words before a participle what makes a passive of it stands.
_HELPING = 3


def credited(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who thanks as the one who did it, "" where nothing does."""
    tokens, words = aligned.told.tokens, grammar.words.special["crediting"]
    there = next((at for at, token in enumerate(tokens) if token.folded in words), -1)
    if there < 1 or not aligned.pairs or any(token.folded in words for token in claim.tokens):
        return ""
    if there in aligned.matched or tells(tokens[max(0, there - _HELPING) : there], PASSIVE):
        return ""
    doer, here = aligned.pairs[0]
    if here > there or grammar.is_tied(claim.tokens, claim.tokens.index(doer)) or grammar.is_tied(tokens, here):
        return ""
    whom = next((at for at in range(there + 1, len(tokens)) if tokens[at].content), there)
    deeds = [at for token, at in aligned.pairs if at > whom and is_plain(token) and token.start > doer.start]
    between = [at for at in range(here + 1, there) if at in aligned.matched and is_plain(tokens[at])]
    own = tokens[here].clause == tokens[there].clause and not between
    return f"gives to another what is done: {doer.text}" if own and deeds and whom not in aligned.matched else ""
