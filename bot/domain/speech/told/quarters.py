"""Which body speaks where people are told to speak from it: "Desde el gremio dicen que «...»", "dit-on à la mairie".

The verb has no subject, or one that is nobody in particular ("on"), and stands in the plural without one.
"""

from dataclasses import replace

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.values.actor import Kind

_VERB = 3  # Tokens of "fanno sapere che".
_BODIES = frozenset({Kind.ORGANISATION, Kind.OTHER})
_SOMEBODY = frozenset({Part.NAME, Part.OWNER, Part.DESCRIPTION, Part.PREPOSITION, Part.COMMA, Part.QUOTE})


def told_from(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """The body from which a quotation is told, as the text has it; None where the row has a subject or no such body."""
    if position == 0:
        return _behind(reader, row)
    return _before(reader, row, position) if row[0].part == Part.PREPOSITION else None


def _behind(reader: Reader, row: Sentence) -> Attribution | None:
    """As `told_from`, behind a quotation that opens its sentence: "«...», | dicen desde el gremio"."""
    if len(row) <= _LEAST or row[1].part != Part.COMMA or row[2].part != Part.VERB:
        return None
    told = _past_verb(reader, row, 2)
    body = _body(reader, row, told) if told else None
    return resolved(reader, body, Cue.SPEECH) if body is not None else None


_LEAST = 4  # Tokens of a quotation, a comma, a verb and a preposition; the body stands behind them.


def _before(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """As `told_from`, where the body opens the sentence: "Desde el gremio | dicen que «...»"."""
    body = _body(reader, row[:position], 0)
    if body is None:
        return None
    at = row.index(body) + 1
    if _is_its_adjective(body, row[at], reader.language):
        body, at = replace(body, end=row[at].end), at + 1  # "Au conseil | régional"
    at += row[at].part == Part.COMMA
    told = at + 1 if _is_anybody(row[at], reader.language) else at
    ends = row[told : told + _VERB + 1]
    stop = next((place for place, token in enumerate(ends) if token.part in _LEADING), 0)
    if stop == 0 or any(token.part in _SOMEBODY for token in ends[:stop]):
        return None
    plural = told > at or row[at].word.endswith(reader.language.plural_endings)
    said = row[told].part == Part.VERB or (ends[stop].part == Part.THAT and row[told].part == Part.WORD)
    return resolved(reader, body, Cue.SPEECH) if plural and said else None


_LEADING = frozenset({Part.THAT, Part.COLON})


def _is_its_adjective(body: Token, behind: Token, language: Language) -> bool:
    """Whether an adjective that tells which body is meant stands behind its noun."""
    return behind.part == Part.WORD and body.part == Part.DESCRIPTION and language.is_adjective_behind(behind.word)


def _is_anybody(token: Token, language: Language) -> bool:
    """Whether a pronoun is nobody in particular: "on"."""
    return token.part == Part.PRONOUN and language.pronouns.get(token.word) == _NEUTER


_NEUTER = "n"


def _past_verb(reader: Reader, row: Sentence, verb: int) -> int:
    """Where what stands behind a verb of speech begins, past "on"; 0 where it tells of one who speaks."""
    language = reader.language
    if row[verb + 1].part == Part.PRONOUN:
        return verb + 2 if _is_anybody(row[verb + 1], language) else 0
    return verb + 1 if row[verb].word.endswith(language.plural_endings) else 0


def _body(reader: Reader, row: Sentence, at: int) -> Token | None:
    """The body behind the preposition that tells from where people speak: "da | parte da Câmara"."""
    opening = row[at : at + _VERB]
    led = next((place for place, token in enumerate(opening) if token.word in reader.language.quarters), -1)
    if led < 0 or any(token.part not in _SMALL for token in opening[:led]):
        return None
    at += led + 1
    at += at < len(row) and row[at].part in {Part.PREPOSITION, Part.DETERMINER}
    noun, behind = next(iter(row[at : at + 1]), None), next(iter(row[at + 1 : at + 2]), None)
    if noun is None:
        return None
    if noun.part == Part.NAME:
        return noun if reader.names.entities[noun.index].kind in _BODIES else None
    if noun.part not in _SMALL | {Part.DESCRIPTION} or not reader.language.is_body(noun.word):
        return None
    return behind if behind is not None and behind.part == Part.NAME and behind.start == noun.end + 1 else noun


_SMALL = frozenset({Part.PREPOSITION, Part.WORD})
