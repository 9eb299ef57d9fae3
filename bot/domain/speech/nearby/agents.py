"""Who goes on behind a passive that names who did it: "La vendita è smentita da Ada Neri. «...», ha detto"."""

from bot.domain.speech.cue import Cue
from bot.domain.speech.pronouns import continued
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import ACTORS, Part
from bot.domain.values.actor import Kind


def goes_on(reader: Reader, number: int, at: int, previous: Attribution | None) -> Attribution | None:
    """Who speaks a quotation that has its sentence to itself: who goes on, else who did what the one before tells."""
    return continued(reader, number, at, previous) or _agent_before(reader, number, at)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _agent_before(reader: Reader, number: int, at: int) -> Attribution | None:
    """The only person of the sentence before, behind a preposition for who does what a passive tells; else None."""
    if at == 0 or not reader.language.drops_subjects:
        return None
    row = reader.rows(number)[at - 1]
    done = {at + 1 for at, token in enumerate(row) if token.part == Part.AUXILIARY}  # "era | partito da Ada Neri"
    actors = [at for at, token in enumerate(row) if token.part in ACTORS and (at not in done or token.opening)]
    if len(actors) > 1 and [token.part for token in row[actors[0] + 1 : actors[1]]] in _APPOSED:
        actors = [at for at in actors[:1] + actors[2:] if not row[at].governed or at == actors[0]]
    led = max(0, actors[0] - 1) if actors else 0
    copula = led > 0 and (row[led - 1].part == Part.AUXILIARY or row[led - 1].word in reader.language.identifying)
    by = reader.language.agents | (reader.language.of_words if copula else frozenset())
    if len(actors) != 1 or actors[0] == 0 or row[led].word not in by:
        return None  # "A venda foi desmentida por | Ada Reis", "O voto contra foi do vereador | Rui Vale"
    token = row[actors[0]]
    person = token.part == Part.NAME and reader.names.entities[token.index].kind is Kind.PERSON
    return resolved(reader, token, Cue.SUBJECT) if person else None


# "parte da Ada Neri, | una maestra"; what is governed behind it is told of in the apposition.
_APPOSED = ([Part.COMMA], [Part.COMMA, Part.DETERMINER])
