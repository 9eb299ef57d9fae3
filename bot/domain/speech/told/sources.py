"""From whom a sentence tells that a word on something came, before a colon: "Kritik kam von Ada Lind: „…“"."""

from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import Part, Sentence
from bot.domain.values.actor import Kind

_MOST = 14  # Tokens of "Widerspruch erntete er damit am Montag von Ada Lind, der Leiterin:".
_HEAD = 2  # Tokens of "auf Kritik".
_NAMED = frozenset({Part.NAME, Part.OWNER})
_ENDING = VERBS | {Part.PRONOUN, Part.RELATIVE, Part.THAT, Part.AUXILIARY}


def sourced(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """The only person whom a sentence names, behind a preposition for who does something; else None.

    A noun for what is said opens the sentence, and nothing follows the name but what the person is.
    """
    language, led = reader.language, row[: position - 1]
    if not language.verb_second or not _HEAD < len(led) <= _MOST:
        return None
    names = [at for at, token in enumerate(led) if token.part in _NAMED]
    at = names[0] if names else 0
    if at == 0 or led[at - 1].word not in language.agents | (language.concerned & language.place_prepositions):
        return None
    said = any(is_speech_noun(token.word, language) for token in led[:_HEAD] if token.part == Part.DESCRIPTION)
    return resolved(reader, led[at], Cue.SPEECH) if said and _names_alone(reader, led, names) else None


def _names_alone(reader: Reader, led: Sentence, names: list[int]) -> bool:
    """Whether the first name is a person's, and nothing but what the person is, and bodies, stands behind it."""
    first = led[names[0]]
    bodies = (reader.names.entities[led[one].index].kind is Kind.ORGANISATION for one in names[1:])
    ends = not any(token.part in _ENDING for token in led[names[0] :])
    return ends and first.part == Part.NAME and reader.focus.is_person(first.index) and all(bodies)
