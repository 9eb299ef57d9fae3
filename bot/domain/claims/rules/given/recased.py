"""Whom something is given, told as who gives it: "der Brief wurde Anwohnern vom Bürgermeister übergeben"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, tells
from bot.domain.claims.rules.sides.cased import article_of
from bot.domain.claims.rules.sides.phrases import lead

# Among how many words before it one stands that tells a noun as who does it.
_AGENT = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def receiver_as_giver(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it in a passive, by the case that they have in the active sentence; or ""."""
    told, words = aligned.told.tokens, grammar.words
    ends = tuple(words.special["given_ends"])
    if not (words.oblique or ends) or not tells(claim.tokens, PASSIVE):
        return ""
    for token, place in aligned.pairs:
        inside = [one for one in told if one.clause == told[place].clause]
        cases = words.oblique | words.accusative
        if any(one.folded in cases and not one.before for one in inside):
            continue  # "Den der Leiter vorschlug."
        if token.value is not None or token.dated or tells(inside, PASSIVE) or lead(told, place, grammar):
            continue
        if not _is_agent(claim.tokens, claim.tokens.index(token)):
            continue
        ended = bool(ends) and told[place].folded.endswith(ends) and not token.folded.endswith(ends)
        given = ended and any(grammar.is_participle(one) or one.mood for one in told[max(0, place - 1) : place])
        if given or article_of(told, place, grammar) & cases:
            return f"turns round who does what: {token.text}"
    return ""


def _is_agent(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word tells right before a noun, an article or another between them, that it does what is told."""
    near = tokens[max(0, at - _AGENT) : at]
    tied = [place for place, one in enumerate(near) if AGENT in one.signs and one.clause == tokens[at].clause]
    return bool(tied) and not any(one.value is not None for one in near[tied[-1] :])
