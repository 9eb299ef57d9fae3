"""Who speaks in what commas put before a quotation: "El alcalde, prosigue la jueza, «lo sabía»"."""

from dataclasses import replace

from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence


def inserted_before(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """The subject of a verb of speech that stands with it between two commas right before a quotation; else None."""
    if not reader.language.postposed or position < _LEAST or row[position - 1].part != Part.COMMA:
        return None
    actor, at = row[position - 2], position - 3
    if actor.part not in ACTORS or actor.governed or row[at].part != Part.VERB:
        return None
    while at > 0 and row[at - 1].part in _HELPING:
        at -= 1
    if at == 0 or row[at - 1].part != Part.COMMA:
        return None
    found = _going_on(reader, row, position) if actor.part == Part.PRONOUN else Attribution()
    return found if found.speaker is not None else resolved(reader, actor, Cue.SPEECH)


def _going_on(reader: Reader, row: Sentence, position: int) -> Attribution:
    """Who spoke before in the paragraph, whom a pronoun means beside a subject: "Le maire, poursuit-elle, « ... »"."""
    index = row[position].index - 1
    begin = reader.text.rfind("\n", 0, row[0].start)
    before = reader.found[index] if index >= 0 and reader.spans[index].start > begin else Attribution()
    return replace(before, cue=Cue.SPEECH)


_LEAST = 5  # Tokens of a subject, ", prosigue la jueza,".
_HELPING = frozenset({Part.AUXILIARY, Part.DETERMINER})
