"""Whose words a possessive and a noun announce: "Ann Lee runs the dam. Her comment: “...”"."""

from dataclasses import replace

from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.speech.subjects import subject_of
from bot.domain.values.actor import Kind

_NOUN = 3  # Tokens of a possessive, an adjective and a noun.


def own_words(reader: Reader, number: int, at: int, position: int, previous: Attribution | None) -> Attribution | None:
    """Who spoke last in the paragraph, or of whom alone the sentence before is, where their own words follow a colon.

    An attribution to nobody where it may be somebody else; None where no possessive opens the sentence.
    """
    owner = _owner(reader.rows(number)[at][: position - 1], reader.language)
    return owner_of_words(reader, number, at, previous, owner) if owner else None


def owner_of_words(reader: Reader, number: int, at: int, previous: Attribution | None, owner: str) -> Attribution:
    """Whose words are that a possessive of a gender tells in a sentence: who spoke last, or the sentence before is of.

    An attribution to nobody where it may be somebody else.
    """
    language = reader.language
    if previous is None or previous.entity is None:
        previous = _subject(reader, reader.rows(number)[at - 1]) if at > 0 else None
    if previous is None or previous.entity is None:
        return Attribution(cue=Cue.SPEECH)
    known = reader.names.entities[previous.entity]
    told = {known.gender, owner} - ({_THINGS} if language.postposed else set())  # "Suo" may be anybody's.
    fits = known.kind is Kind.PERSON and len(told - {""}) == 1
    return replace(previous, cue=Cue.SPEECH) if fits else Attribution(cue=Cue.SPEECH)


def _owner(clause: Sentence, language: Language) -> str:
    """Whom the possessive that opens a clause on somebody's words may mean, "" where none opens it or others act."""
    at = _possessive(clause, language)
    if at < 0:
        return ""
    owner = _whose(clause[at], language) or language.sources.get(clause[at].word, "")
    if owner not in _ONE or not any(is_speech_noun(token.word, language) for token in clause[: at + _NOUN]):
        return ""
    named = (token for token in clause[at + 1 :] if token.part in {Part.NAME, Part.OWNER, Part.PRONOUN})
    return "" if any(not token.governed or token.part == Part.OWNER for token in named) else owner


def _possessive(clause: Sentence, language: Language) -> int:
    """Where the possessive stands that opens a clause, behind its article or its noun: "il suo", "comentariul său"."""
    if not clause or _whose(clause[0], language):
        return len(clause[:1]) - 1
    if len(clause) == 1 or not (_whose(clause[1], language) or clause[1].word in language.sources):
        return -1
    said = is_speech_noun(clause[0].word, language)  # "comentariul său", "reacția ei"
    return 1 if said or (clause[0].word in language.definite and clause[1].part == Part.DETERMINER) else -1


def _whose(token: Token, language: Language) -> str:
    return language.possessives.get(token.opening or token.word, "")


_THINGS = "n"
_ONE = frozenset({"m", "f", _THINGS})


def _subject(reader: Reader, row: Sentence) -> Attribution | None:
    """The subject of a sentence, where it names nobody else."""
    subject = subject_of(row)
    if subject is None:
        return None
    found = resolved(reader, subject, Cue.SUBJECT)
    people = {token.index for token in row if token.part in {Part.NAME, Part.OWNER}}
    alone = all(reader.names.entities[one].kind is not Kind.PERSON for one in people - {found.entity})
    return found if alone else None
