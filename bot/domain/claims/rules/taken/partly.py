"""A part of which an aside tells, told with what is told of all: "its 64 men, half of whom live here, are paid"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.wording import PART
from bot.domain.claims.rules.grammar import Grammar, places_in

# Among how many words behind a part the one stands that opens the clause: "half of whom", "um terço dos quais".
_BEHIND = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_part(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens with such a part and takes nothing else of its clause, "" for nothing."""
    tokens, (part, place) = aligned.told.tokens, aligned.pairs[0]
    clause = tokens[place].clause
    if not clause or (tokens[place].share is None and PART not in tokens[place].signs):
        return ""
    inside = places_in(tokens, clause)
    relative = any(tokens[at].folded in grammar.relatives for at in inside if place < at <= place + _BEHIND)
    others = [at for at in inside if at != place and at in aligned.matched]
    if not relative or others or aligned.told.clauses.marks[clause] != ",":
        return ""
    return (
        f"leaves out that it is all: {part.text}" if any(tokens[at].clause > clause for at in aligned.matched) else ""
    )
