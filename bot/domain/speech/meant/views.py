"""Whose words a sentence tells that opens with a pronoun for them: "За його словами, «...»", "Volgens hem «...»"."""

import re
from functools import cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.subjects import subject_of
from bot.domain.values.actor import Kind

VIEWING = frozenset({Part.ACCORDING, Part.PREPOSITION, Part.DETERMINER})  # What may open a row that tells a view.
_HEAD = 3  # Tokens of "за його словами".
_WORD = re.compile(r"[^\W\d_]+")


def in_whose_view(reader: Reader, number: int, at: int, position: int) -> Attribution | None:
    """Who alone may be meant of those named before a row that tells his or her view; nobody of two, else None.

    They are named in its paragraph, or in the one above where that names nobody before the row.
    """
    row, language = reader.rows(number)[at], reader.language
    gender = _gender(reader.text, row[: min(_HEAD, position)], language)
    if not gender or any(_may_tell(one, language) for one in row[_HEAD - 1 : position]):
        return None
    entity = _alone(reader, number, row[0].start, gender)
    if entity is None or _tells_of_another(reader, number, at, entity):
        return Attribution(cue=Cue.SPEECH)
    return Attribution(reader.names.entities[entity].name, entity, Cue.SPEECH)


def _may_tell(token: Token, language: Language) -> bool:
    """Whether a token behind a view's head may be somebody else who speaks, or their verb; no thing with a capital."""
    thing = language.nouns_capitalised and token.part == Part.DESCRIPTION and not token.animate
    return (token.part in ACTORS and not thing) or token.part in VERBS


def _alone(reader: Reader, number: int, end: int, gender: str) -> int | None:
    """The one person of a gender, any for "n", who is named or speaks in a paragraph before a place, else above it."""
    called, start = Called(reader.text, reader.names, reader.language), reader.paragraphs[number].start
    people = called.people_between(start, end)
    if not people:  # "“...,” the mayor said. In her opinion, “...”"
        spoken = (reader.found[index].entity for index, span in reader.paragraphs[number].spans if span.start < end)
        people = {one for one in spoken if one is not None}
    if not people and number > 0:
        people = called.people_between(reader.paragraphs[number - 1].start, start)
    return _fitting(reader, [one for one in people if reader.names.entities[one].kind is Kind.PERSON], gender)


def _fitting(reader: Reader, people: list[int], gender: str) -> int | None:
    """The only one of a gender, or of none where nobody else is told of: "Мар'яна" may be a man's in another case."""
    known = reader.names.entities
    fitting = people if gender == "n" else [one for one in people if known[one].gender == gender]
    unsure = [one for one in people if not known[one].gender] if len(people) == 1 else []
    fitting = fitting or unsure
    return fitting[0] if len(fitting) == 1 else None


def _gender(text: str, head: Sentence, language: Language) -> str:
    """The gender of whose view a row's head tells, "n" where no word tells it; "" where it tells of no view."""
    if len(head) > 1 and head[0].part == Part.ACCORDING and head[1].word in language.sources:
        owns = len(head) == _HEAD and head[-1].part == Part.WORD and not language.nouns_capitalised
        return "" if owns else language.sources[head[1].word]  # "according to her | mother"
    owned = next((one for one in head if one.word in language.possessives), None)
    return _owner(text, head, owned, language) if owned is not None else ""


def _owner(text: str, head: Sentence, owned: Token, language: Language) -> str:
    """The gender that a possessive in a row's head tells, "" where it is no third person's, or of no noun for views."""
    gender = language.possessives[owned.word]
    if owned is head[0] and len(head) > 1 and head[1].part == Part.ACCORDING:
        return gender if gender in _THIRD else ""  # "Jego zdaniem"
    told = {word.lower() for word in _WORD.findall(text[head[0].start : head[-1].end])}
    others = (one.part for one in head if one is not owned)
    plain = all(part not in ACTORS and part not in VERBS for part in others)
    return gender if gender in _THIRD and plain and not told.isdisjoint(_views(language.code)) else ""


_THIRD = frozenset({"m", "f", "n"})


@cache
def _views(code: str) -> frozenset[str]:
    """The nouns of phrases such as "in the opinion of"."""
    language = languages.of(code)
    words = (_WORD.findall(phrase) for phrase in language.according_to)
    return (
        frozenset(word for phrase in words if len(phrase) > 1 for word in phrase)
        - language.function_words
        - language.of_words
        - language.verbs
    )


def _tells_of_another(reader: Reader, number: int, at: int, entity: int) -> bool:
    """Whether the sentence before is about somebody whom it calls by a noun, and who is not sure to be this one."""
    subject = subject_of(reader.rows(number)[at - 1]) if at > 0 else None
    if subject is None or subject.part != Part.DESCRIPTION:
        return False
    return resolved(reader, subject, Cue.SUBJECT).entity != entity


def told_of(row: Sentence, language: Language) -> Token | None:
    """The subject of a sentence, else whose view it tells."""
    return subject_of(row) or _view_holder(row, language)


def _view_holder(row: Sentence, language: Language) -> Token | None:
    """Who alone is named in a sentence that says no more than whose view follows: "Diversa l'opinione di Ada Neri."."""
    words = {token.word for token in row}
    plain = (language.negations | language.indefinite).isdisjoint(words)
    if not language.drops_subjects or not plain or any(token.part in VERBS for token in row):
        return None
    behind = _behind_noun(row, language)
    named = [token for token in row if token.part in ACTORS]
    return named[0] if len(named) == 1 and named[0] in behind else None


def _behind_noun(row: Sentence, language: Language) -> Sentence:
    """What stands behind a noun for words and "of", nothing where none does."""
    at = next((at for at, token in enumerate(row) if token.word in language.speech_nouns), len(row))
    behind = row[at + 1 :]
    return behind if behind and behind[0].part == Part.PREPOSITION and behind[0].word in language.of_words else []
