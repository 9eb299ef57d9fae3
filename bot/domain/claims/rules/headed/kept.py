"""What a relative clause tells that somebody keeps or has, told in a headline as another's: "Holm takes the seat"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.rules.grammar import Grammar, places_in


# Complexity: the conditions of one reading, each a cheap way out before the next.
def kept_by_another(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who has in a headline what a clause behind another's name tells of that one, without a verb.

    "Holm beat Reed, who keeps the seat": "Holm takes the seat from Reed".
    """
    tokens, clauses = aligned.told.tokens, aligned.told.clauses
    doer, here = aligned.pairs[0]
    clause = max([tokens[place].clause for _, place in aligned.pairs])
    if clauses.openers[clause] not in grammar.relatives or clauses.marks[clause] != ",":
        return ""
    inside = [at for at in places_in(tokens, clause) if tokens[at].content]
    before = tokens[places_in(tokens, clause)[0] - 1]
    verb = inside[-1 if grammar.brackets else 0] if inside else -1
    others = [token for token, place in aligned.pairs if place not in inside and not token.entities]
    if not before.entities or verb in aligned.matched or verb < 0 or tokens[here].clause == clause or others:
        return ""
    mine = doer.entities and before.entities.isdisjoint(doer.entities | tokens[here].entities)
    return f"gives to another what is told: {doer.text}" if mine else ""
