"""Whose, to whom and about what something is, exchanged: "a letter of the pupils to the head"."""

from collections.abc import Sequence
from itertools import permutations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time

# How many words before a noun its preposition may stand: "to a former prisoner".
_NEAR = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def ties_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against two nouns of a clause that a claim ties as the sentence ties each other, "" for nothing."""
    told = aligned.told.tokens
    tied = [
        (token, told[place], _kind(claim.tokens, claim.tokens.index(token), grammar), _kind(told, place, grammar))
        for token, place in aligned.pairs
        if (is_plain(token) or token.entities) and token.value is None and not is_time(token)
    ]
    tied = [one for one in tied if one[2] and one[3]]
    for (one, here, mine, own), (other, there, theirs, another) in permutations(tied, 2):
        same = one.clause == other.clause and here.clause == there.clause and not one.entities & other.entities
        full = theirs == own or not grammar.words.free_order  # "У Києві", "в Києві".
        if same and full and mine == another != own and theirs not in {"", another}:
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def _kind(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """What kind of preposition ties a word: "of" in any form, or else its first letter; "" for none."""
    words, of_words = grammar.words, grammar.words.special["whose"]
    for token in reversed(tokens[max(0, at - _NEAR) : at]):
        ties = token.clause == tokens[at].clause and (
            token.folded not in grammar.definite or token.folded in words.fused
        )
        if ties and token.folded in of_words:
            return "of"
        if ties and (token.folded in words.ties or token.folded in words.against):
            twins = words.special["twin_ties"]
            return min(twins) if token.folded in twins else token.plain[:1]
        if token.content:
            return ""
    return ""
