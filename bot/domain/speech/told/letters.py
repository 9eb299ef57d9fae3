"""Whose words a letter or the like has that is named behind them: "“...,” his letter said", "«...», dice la carta"."""

import re
from bisect import bisect_left
from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.meant.own_words import owner_of_words
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token, parts_of
from bot.domain.speech.subjects import subject_of
from bot.domain.values.actor import Kind

REACH = 8  # Tokens of a quotation, a comma, "peut-on lire dans" and the noun with its possessive.


def in_letter(reader: Reader, number: int, at: int, previous: Attribution | None) -> Attribution | None:
    """Whose paper a clause behind the quotation that opens a row names, of nobody where that is open; else None.

    "His letter" is of who spoke last or of whom alone the sentence before is; "the letter" of whom it is told to be.
    """
    rows, language = reader.rows(number), reader.language
    row = rows[at]
    behind = [*takewhile(lambda token: token.part != Part.QUOTE, row[1:REACH])]
    noun = next((i for i, token in enumerate(behind) if token.word in language.speech_nouns), 0)
    if noun == 0 or language.verb_second or not _is_source(behind, noun, language):
        return None
    opening = behind[noun - 1]
    if language.possessives.get(opening.word, "1") in _THIRD:
        owner = language.possessives[opening.word]
        found = owner_of_words(reader, number, at, previous, owner)
        return found if found.speaker or owner == "n" or at == 0 else _writer(reader, rows[at - 1], owner) or found
    return _from_whom(reader, behind[noun]) if opening.word in language.definite else None


def _writer(reader: Reader, row: Sentence, gender: str) -> Attribution | None:
    """The person of a gender who writes to others in a sentence: "Bo Ray wrote to Ann Lee"."""
    subject, parts = subject_of(row), parts_of(row)
    verb = parts.find(Part.VERB)
    alone = parts.count(Part.NAME, 0, max(0, verb)) == 1
    if subject is None or subject.part != Part.NAME or subject.start > row[verb].start or not alone:
        return None
    person = reader.names.entities[subject.index]
    people = {token.index for token in row if token.part == Part.NAME} - {subject.index}
    others = any(reader.names.entities[one].gender in {"", gender} for one in people)
    fits = is_full(person) and (person.gender == gender or (not person.gender and not others))
    return Attribution(person.name, subject.index, Cue.SPEECH) if fits else None


_THIRD = frozenset({"m", "f", "n"})


def _is_source(behind: Sentence, noun: int, language: Language) -> bool:
    """Whether nobody is named or meant beside a noun, so that it is what speaks, or where the words can be read."""
    if behind[noun - 1].part != Part.DETERMINER or any(acts(token, language) for token in behind):
        return False
    led = behind[: noun - 1]
    read = any(token.word in language.reading for token in led)
    says = any(token.part in VERBS for token in (*led, *behind[noun + 1 : noun + 2]))
    within = any(token.part == Part.PREPOSITION for token in led)
    return (read and within) or (says and not within)


def acts(token: Token, language: Language) -> bool:
    """Whether somebody is named or meant, and not "one" or "it"."""
    if token.part == Part.PRONOUN:
        return language.pronouns.get(token.word) in _PERSONAL
    return token.part in ACTORS


_PERSONAL = frozenset({"m", "f", "1"})


def _from_whom(reader: Reader, noun: Token) -> Attribution | None:
    """Who is told in the paragraph to have sent what a noun names: "una carta de Ana Gil"; else nobody who is named."""
    text, names, language = reader.text, reader.names, reader.language
    begin = text.rfind("\n", 0, noun.start) + 1
    told = text.lower().rfind(f" {noun.word}", begin, noun.start - 1)
    from_whom = told + len(noun.word) + 2
    at = bisect_left(names.starts, from_whom)
    if told < 0:
        return None
    if at == len(names.starts) or names.starts[at] > min(from_whom + _SENDER, noun.start):
        return Attribution(cue=Cue.SPEECH)
    led = _WORD.findall(text[from_whom : names.starts[at]].lower())
    sender = names.entities[names.owners[at]]
    sent = bool(led) and led[0] in language.of_words and language.prepositions.isdisjoint(led[1:])
    if not sent or sender.kind is not Kind.PERSON:
        return Attribution(cue=Cue.SPEECH)
    return Attribution(sender.name, names.owners[at], Cue.SPEECH)


_SENDER = 40  # Characters of what the sender is called before the name: "del alcalde, | Luis Gil".
_WORD = re.compile(r"[^\W\d_]+")
