"""Who speaks where a second clause leaves the verb out: "Ann Lee spoke of “a miracle”, Bo Ray of “the best day”"."""

from itertools import dropwhile

from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import Part, Sentence

_PARTING = frozenset({Part.COMMA, Part.CONJUNCTION})
_SMALL = frozenset({Part.WORD, Part.COMMA, Part.DETERMINER})
_MOST = 5  # Tokens of "Bo Ray, by contrast, of".


def gapped(reader: Reader, number: int, at: int, position: int) -> Attribution | None:
    """The person whom a clause without a verb names before the quotation at `position`; else None.

    The clause is parted by a comma or "and" from what is quoted before it, or by a semicolon.
    """
    rows = reader.rows(number)
    row = rows[at]
    begin = max((i + 1 for i in range(max(0, position - _MOST), position) if row[i].part == Part.QUOTE), default=0)
    led = row[begin:position]
    clause = [*dropwhile(lambda token: token.part in _PARTING, led)]
    joined = len(clause) < len(led) if begin else at > 0 and _goes_on(reader, rows[at - 1], row)
    if not joined or any(token.part in VERBS for token in row[position + 1 :]) or not _names_alone(reader, clause):
        return None
    return resolved(reader, clause[0], Cue.SPEECH)


def _names_alone(reader: Reader, clause: Sentence) -> bool:
    """Whether a person opens a clause and nothing but a preposition and small words follows."""
    if not clause or clause[0].part != Part.NAME or clause[0].governed or clause[-1].part != Part.PREPOSITION:
        return False
    plain = all(token.part in _SMALL for token in clause[1:-1]) and len(clause) <= _MOST
    return plain and is_full(reader.names.entities[clause[0].index])


def _goes_on(reader: Reader, before: Sentence, row: Sentence) -> bool:
    """Whether a semicolon alone parts a row from one that quotes."""
    parted = reader.text[before[-1].end : row[0].start].lstrip()
    return parted.startswith(";") and any(token.part == Part.QUOTE for token in before)
