"""Who speaks for a body that a sentence is of: "L'opposizione attacca per bocca di Ada Neri: «...»"."""

from itertools import pairwise

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Sentence
from bot.domain.values.actor import Kind

_REACH = 4  # Tokens of such a phrase behind its first word, and of the name that it leads to.
_LEADING = frozenset({Part.PREPOSITION, Part.WORD, Part.DETERMINER, Part.NAME, Part.DESCRIPTION, Part.OWNER})


def voiced(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """The one person by whose voice a body is told to speak before a colon; None where nobody is."""
    led = row[: position - 1]
    at = _phrase(led, reader.language)
    if at <= 0 or not _is_of_body(reader, led[:at]):
        return None
    behind = led[at + 1 :]
    found = next((i for i, token in enumerate(behind[:_REACH]) if token.part == Part.NAME), -1)
    if found < 0 or any(token.part not in _LEADING for token in behind[:found]):
        return None
    person = reader.names.entities[behind[found].index].kind is Kind.PERSON
    joined = behind[found + 1 : found + 2]
    several = bool(joined) and joined[0].part == Part.CONJUNCTION
    return resolved(reader, behind[found], Cue.SPEECH) if person and not several else None


def _phrase(led: Sentence, language: Language) -> int:
    """Where a phrase begins that leads to who speaks for another; -1 where there is none."""
    words = [token.word for token in led]
    if not language.voices.isdisjoint(words):
        return next(at for at, word in enumerate(words) if word in language.voices)
    return next((at for at, pair in enumerate(pairwise(words)) if "-".join(pair) in language.voices), -1)


def _is_of_body(reader: Reader, before: Sentence) -> bool:
    """Whether the first whom a sentence names is a body or many."""
    first = next((token for token in before if token.part in {Part.NAME, Part.DESCRIPTION}), None)
    if first is None:
        return False
    if first.part == Part.NAME:
        return reader.names.entities[first.index].kind is not Kind.PERSON
    return reader.language.is_body(first.word) or first.word in reader.language.groups
