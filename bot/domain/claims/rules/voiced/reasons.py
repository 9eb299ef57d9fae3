"""A reason told by a preposition with other uses: "cerrado por obras", "mancherà per squalifica"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in


# Complexity: the conditions of one reading, each a cheap way out before the next.
def is_told_as_reason(aligned: Aligned, cause: Token, grammar: Grammar) -> bool:
    """Whether the noun behind a claim's word for a cause stands in the sentence right behind such a preposition.

    With an article it may be where something is, or for whom, but in a language whose preposition is none of these.
    """
    motives = grammar.words.motives
    noun, place = next((pair for pair in aligned.pairs if pair[0].start > cause.start), (cause, 0))
    if noun is cause or not motives or not is_plain(noun) or grammar.is_role(noun):
        return False
    tokens = aligned.told.tokens
    at = place - 1
    if tokens[at].folded in grammar.definite and not motives.isdisjoint(grammar.words.special["reasons_known"]):
        at -= 1
    if at < 0 or tokens[at].folded not in motives or tokens[place].plain.endswith(grammar.words.infinitives or "\0"):
        return False
    inside = [tokens[one] for one in places_in(tokens, tokens[place].clause)]
    return tokens[at].clause == tokens[place].clause and not any(PASSIVE in token.signs for token in inside)
