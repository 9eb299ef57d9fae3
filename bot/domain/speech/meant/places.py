"""Which body speaks where people of it are told to: "«...», — сообщили в пресс-службе завода", "У раді кажуть: «...»".

The verb has no subject then, and stands in the plural; the body stands behind "in", in its case.
"""

from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.values.actor import Kind

_ADJECTIVES = 2
_COMPLEMENTS = 3
_MARKS = '«»„“”"'
_PARTING = frozenset({Part.COMMA, Part.DASH})
_ENDS = frozenset({Part.END, Part.COMMA, Part.QUOTE, Part.DASH, Part.COLON})
_NOUNS = frozenset({Part.WORD, Part.DESCRIPTION, Part.NAME})
_SUBJECTS = frozenset({Part.NAME})


def told_at(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """The body in which a quotation is told, as the text has it; None where the row has a subject or no such body."""
    language = reader.language
    if language.definite or not (language.case_endings and language.plural_endings):
        return None
    return _behind(reader, row[position + 1 :]) or _before(reader, row[:position])


def _behind(reader: Reader, rest: Sentence) -> Attribution | None:
    """As `told_at`, right behind a quotation: "— сообщили | в мэрии"."""
    said = list(takewhile(lambda token: token.part in _PARTING, rest))
    at = len(said)
    if not said or len(rest) <= at + 1 or not _tells_many(rest[at], reader.language):
        return None
    return _body(reader, rest[at + 1 :])


def _before(reader: Reader, led: Sentence) -> Attribution | None:
    """As `told_at`, where the body opens the sentence: "В мэрии | сообщили: «...»"."""
    verb = next((token for token in led if token.part == Part.VERB), None)
    if verb is None or not _tells_many(verb, reader.language):
        return None
    found = _body(reader, led)
    place = found.place if found is not None else None
    subjects = [token for token in led if token.part in _SUBJECTS and place is not None and token.start >= place[1]]
    return found if len(subjects) <= 1 else None  # "В мэрии Иван Гай и Олег Лис | сообщили"


def _tells_many(token: Token, language: Language) -> bool:
    return token.part == Part.VERB and token.word.endswith(language.plural_endings)


def _body(reader: Reader, phrase: Sentence) -> Attribution | None:
    """The body behind the preposition that opens a phrase, with what it is of."""
    language = reader.language
    if phrase[0].part != Part.PREPOSITION or phrase[0].word not in language.place_prepositions:
        return None
    nouns = list(takewhile(lambda token: token.part in _NOUNS, phrase[1:]))
    if nouns and nouns[0].part == Part.NAME:
        body = reader.names.entities[nouns[0].index].kind is Kind.ORGANISATION
        return resolved(reader, nouns[0], Cue.SPEECH) if body else None
    told = _named(reader, nouns, closed=_is_closed(phrase, nouns))
    said = reader.text[told[0] : told[1]] if told is not None else ""
    return Attribution(said, None, Cue.SPEECH, told) if said and not any(mark in said for mark in _MARKS) else None


def _named(reader: Reader, nouns: Sentence, *, closed: bool) -> tuple[int, int] | None:
    """The offsets of a body's noun, with its adjectives and what it is of; None where the nouns have none."""
    language = reader.language
    at = next((at for at, noun in enumerate(nouns[: _ADJECTIVES + 1]) if language.is_body(noun.word)), -1)
    if at < 0 or any(noun.part != Part.WORD for noun in nouns[:at]):
        return None
    if any(noun.word in language.groups and not language.is_body(noun.word) for noun in nouns[at + 1 :]):
        return None  # "В больнице врачи | сказали"
    nouns = [*nouns[: at + 1], *takewhile(lambda noun: not _is_told(reader, noun), nouns[at + 1 :])]
    return nouns[0].start, nouns[_last(nouns, at, closed=closed)].end


def _is_told(reader: Reader, token: Token) -> bool:
    """Whether a token is somebody who is told, and nothing that a body is of: "В больнице | Ивану Гаю сказали"."""
    if token.part == Part.NAME:
        return reader.names.entities[token.index].kind is Kind.PERSON
    return token.word in reader.language.function_words


def _is_closed(phrase: Sentence, nouns: Sentence) -> bool:
    """Whether the verb or the clause's end stands right behind these nouns, so that none is an object."""
    behind = phrase[1 + len(nouns) : 2 + len(nouns)]
    return not behind or behind[0].part in _ENDS or behind[0].part == Part.VERB


def _last(nouns: Sentence, body: int, *, closed: bool) -> int:
    """Where what a body is of ends: at the first who is known, else at the last noun where no object may be among them.

    "в пресс-службе губернатора | опыт назвали", "в администрации нашего района | заявили".
    """
    known = next((at for at in range(body + 1, len(nouns)) if nouns[at].part != Part.WORD), -1)
    plain = closed and len(nouns) - 1 - body <= _COMPLEMENTS
    if known == body + 1 or (known > body and plain):
        return known
    return len(nouns) - 1 if plain else body
