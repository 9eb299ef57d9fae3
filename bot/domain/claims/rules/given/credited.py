"""Who did what they are thanked or praised for: "the captain thanked the doctor for saving the boy"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import CAUSE, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

# How many words before a participle what makes a passive of it stands.
_HELPING = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
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
    joins = grammar.words.joins | grammar.words.joining
    if deeds and any(one.folded in joins for one in tokens[whom : deeds[0]]):
        return ""  # "Thanked Tom Bell but rejected the plan."
    if deeds and tokens[deeds[0]].clause != tokens[there].clause:
        opener = next(one for one in tokens if one.clause == tokens[deeds[0]].clause)
        if opener.folded not in grammar.complements | grammar.words.complements and CAUSE not in opener.signs:
            return ""  # "Dankte Jan Rehm, kritisierte aber den Rat."
    between = [at for at in range(here + 1, there) if at in aligned.matched and is_plain(tokens[at])]
    own = tokens[here].clause == tokens[there].clause and not between
    return f"gives to another what is done: {doer.text}" if own and deeds and whom not in aligned.matched else ""
