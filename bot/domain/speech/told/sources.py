"""Whose a sentence tells that a word on something is: "Kritik kam von Ada Lind: „…“", "Für Ada Lind ist das „…“"."""

from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import Part, Sentence, Token
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


def viewed(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """The person for whom something is what ends a sentence: "Für Ada Lind ist das „ein Märchen“"; else None."""
    language = reader.language
    if row[0].word not in language.concerned or position != len(row) - 1 or not _HEAD < position <= _MOST:
        return None
    whom, others = row[1], row[_HEAD:position]
    is_so = any(token.part in _SMALL and token.word in language.being for token in others)
    plain = all(token.part in _PLAIN and not token.animate for token in others)
    return _concerned(reader, whom) if is_so and plain else None


def _concerned(reader: Reader, whom: Token) -> Attribution | None:
    """The person named in full or by a noun that points back, else None: "Für die Rathauschefin ist das"."""
    if whom.part == Part.DESCRIPTION and whom.definite:
        found = resolved(reader, whom, Cue.SPEECH)
        return found if found.entity is not None and reader.focus.is_person(found.entity) else None
    person = whom.part == Part.NAME and is_full(reader.names.entities[whom.index])
    return resolved(reader, whom, Cue.SPEECH) if person else None


_SMALL = frozenset({Part.AUXILIARY, Part.DETERMINER})
_PLAIN = frozenset({Part.COMMA, Part.AUXILIARY, Part.DETERMINER, Part.WORD, Part.PRONOUN, Part.DESCRIPTION})
