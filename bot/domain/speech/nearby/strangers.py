"""Whom a pronoun at a cue means behind a noun for somebody: "A surgeon was furious. “...,” she said"."""

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.speech.subjects import subject_of
from bot.domain.values.actor import Kind


def stranger_before(
    reader: Reader, number: int, row: Sentence, *, pronoun: Token, meant: int | None
) -> Attribution | None:
    """Whom the subject of a pronoun's sentence, or of the one before it, calls by a noun; else None.

    `meant` is whom the pronoun would mean: nobody else where the paragraph names them.
    """
    gender = reader.language.pronouns.get(pronoun.word, "")
    if reader.language.verb_second or gender not in {"m", "f"}:
        return None
    subject = _subject(reader, number, row, pronoun)
    if subject is None or not _is_one(subject, gender, reader.language):
        return None
    here = Called(reader.text, reader.names, reader.language).named_before(pronoun)
    if meant in here or any(_fits(reader, one, gender) for one in here):
        return None
    found = resolved(reader, subject, Cue.SPEECH)
    return found if found.speaker is not None else None


def _subject(reader: Reader, number: int, row: Sentence, pronoun: Token) -> Token | None:
    """The first actor before a pronoun in its sentence, else the subject of the sentence before."""
    own = subject_of([token for token in row if token.start < pronoun.start])
    if own is not None:
        return own
    rows = reader.rows(number)
    at = next(index for index, other in enumerate(rows) if other is row)
    return subject_of(rows[at - 1]) if at > 0 else None


def _is_one(subject: Token, gender: str, language: Language) -> bool:
    """Whether a subject calls one person of a gender by a noun; one with "the" may be who was named above."""
    pointing = subject.definite and bool(language.definite)
    if (
        pointing
        or subject.part != Part.DESCRIPTION
        or subject.word in language.groups
        or not language.is_role(subject.word)
    ):
        return False
    told = language.gender_of_role(subject.word) or language.articles.get(subject.opening, "")
    return told in {"", gender}


def _fits(reader: Reader, entity: int, gender: str) -> bool:
    """Whether a pronoun of a gender may mean somebody."""
    person = reader.names.entities[entity]
    return person.kind is Kind.PERSON and person.gender in {"", gender}
