"""Who speaks in a row, and of whom it tells: what stands beside an actor, and gestures that tell who speaks."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.domain.language.languages import Language
from bot.domain.speech.rows.people_words import actor_words
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token, parts_of
from config.limits import FOCUS_WEIGHTS

_SPEAKING, _SUBJECT, _NAMED, _GOVERNED = FOCUS_WEIGHTS
_PAIR = 2
_BACK = 80  # Tokens of a sentence that are looked over: more are no sentence that anybody writes.
_NAMES = frozenset({Part.NAME, Part.OWNER})
_FINITE = frozenset({Part.VERB, Part.WEAK_VERB, Part.AUXILIARY, Part.WORD})
_STARTS = frozenset({Part.COMMA, Part.QUOTE, Part.DASH})


def told_of(row: Sentence, index: int, *, spoken: bool) -> set[int]:
    """Of whom a pronoun speaks: who is named behind it, or the subject that it follows: "Mr. Ray, | he said, “has”"."""
    inserted = index == _PAIR and follows(row, 0, Part.COMMA) and row[0].part == Part.NAME and speaks(row, index)
    if _is_asked(row, index):
        return {token.index for token in row[:index] if token.part in _NAMES}
    tells = spoken or row[index - 1].part == Part.VERB
    behind = {token.index for token in row[index + 1 :] if tells and token.part == Part.NAME}
    behind = behind.difference(token.index for token in row[:index] if token.part in _NAMES)
    return behind | {row[0].index} if inserted and not row[0].governed else behind


def _is_asked(row: Sentence, index: int) -> bool:
    """Whether a verb of speech opens the clause before a place: "Asked whether Lee lied, | he said"."""
    return index > 1 and row[0].part == Part.VERB and row[index - 1].part == Part.COMMA


def speaks(row: Sentence, index: int) -> bool:
    """Whether an actor stands right before or behind a verb of speech as its subject."""
    at = index + 1
    while at < len(row) and row[at].part == Part.AUXILIARY:
        at += 1
    begin = index - 1
    while begin > 0 and row[begin - 1].part == Part.AUXILIARY:  # "ha detto | lui"
        begin -= 1
    inverted = index > 0 and row[index - 1].part == Part.VERB and (begin == 0 or row[begin - 1].part in _STARTS)
    return inverted or (at < len(row) and row[at].part == Part.VERB)


def has_spoken(row: Sentence, index: int, language: Language) -> bool:
    """Whether a pronoun stands behind the auxiliary of a verb of speech that ends its clause: "hatte | sie gesagt".

    Where the verb does not stand second it may lead to a quotation without one: "Про вчинок | він не шкодує: «...»".
    """
    if not language.verb_second:
        return _announces(row, index)
    if index == 0 or row[index - 1].word not in language.perfect:
        return False
    clause = takewhile(lambda token: token.part != Part.COMMA, row[index + 1 : index + _BACK])
    return any(token.part == Part.VERB for token in clause)


def _announces(row: Sentence, index: int) -> bool:
    """Whether a colon and a quotation end the clause that a pronoun begins, with no other actor in it."""
    if row[-1].part != Part.QUOTE or len(row) < _PAIR or row[-_PAIR].part != Part.COLON:
        return False
    return index < len(row) - _PAIR and not any(token.part in ACTORS for token in row[index + 1 :])


def speaks_behind(row: Sentence, index: int) -> bool:
    """Whether a verb of speech follows a name between commas, or what they insert: "Ann Lee, a cook, said"."""
    if not follows(row, index, Part.COMMA) or not follows(row, index + 1, Part.DETERMINER):
        full = " " in row[index].word and index > 0 and row[index - 1].part == Part.COMMA
        return full and follows(row, index, Part.COMMA) and speaks(row, index + 1)
    stop = min(len(row) - 1, index + _APPOSED)
    closing = next((at for at in range(index + 2, stop) if row[at].part == Part.COMMA), stop)
    return closing < stop and row[closing + 1].part == Part.VERB


_APPOSED = 14  # Tokens behind a name in which an apposition ends.


def is_joined(row: Sentence, actor: Token) -> bool:
    """Whether "and" joins another's name to that of an actor: "Ann Lee and Bo Ray left"."""
    at = next((index for index, token in enumerate(row) if token is actor), len(row))
    return actor.part == Part.NAME and [token.part for token in row[at + 1 : at + 3]] == _JOINED


_JOINED = [Part.CONJUNCTION, Part.NAME]


def follows(row: Sentence, index: int, part: str) -> bool:
    """Whether a token of this part stands right behind a place."""
    return index + 1 < len(row) and row[index + 1].part == part


def is_bracketed(row: Sentence, position: int) -> bool:
    """Whether a quotation stands in brackets behind who is told of: "thanked by Ann Lee (“You saved us”)"."""
    actor = row[position - 2] if position > 1 and row[position - 1].part == Part.OPEN else None
    return actor is not None and actor.part in ACTORS and (actor.part == Part.NAME or not actor.governed)


def past_gender(clause: Sentence, language: Language) -> str:
    """What a verb in the past tells of its subject: "m", "f", "" for nothing."""
    endings = sorted(language.verb_genders, key=len, reverse=True)
    for token in clause:
        ending = next((one for one in endings if token.part in _FINITE and token.word.endswith(one)), "")
        if ending and token.word not in language.gestures:
            return language.verb_genders[ending]
    return ""


def with_gestures(row: Sentence, language: Language) -> Sentence:
    """The row with a gesture behind a quotation made one verb of speech: "«...», | allarga le braccia | il sindaco".

    A noun of the body that no preposition or article leads is one where nouns have cases: "— разводит руками".
    """
    out: Sentence = []
    at = 0
    while at < len(row):
        token = row[at]
        out.append(token)
        at += 1
        if token.part != Part.QUOTE:
            continue
        shape = parts_of(row[at : at + _GESTURE])
        body = next((one for one in range(len(shape)) if row[at + one].word in language.gestures), 0)
        moved = _MOVES.match(shape[:body])
        if moved is None or not (moved["led"] or language.case_endings) or language.is_role(row[at + body].word):
            continue
        verb = at + moved.start("verb") + (row[at + moved.start("verb")].word in language.reflexives)
        out += row[at:verb]
        out.append(Token(Part.VERB, row[verb].start, row[at + body].end, row[verb].word))
        at += body + 1
    return out


_GESTURE = 7  # Tokens of ", ha scosso piano la testa" or ", se encolhe de ombros".
_MOVES = re.compile(
    f"[{Part.COMMA}{Part.DASH}][{Part.AUXILIARY}{Part.DETERMINER}]?"
    f"(?P<verb>{Part.WORD}{{1,2}})(?P<led>[{Part.PREPOSITION}{Part.DETERMINER}]{{0,2}})$"
)


def past_listener(row: Sentence, at: int, language: Language) -> int:
    """Where what a noun is of may begin, past the row where people are told there: "dijo el edil | a los vecinos"."""
    if at >= len(row) or not language.postposed or not language.connectors or row[at].word in language.connectors:
        return at
    led = row[at].word in language.of_words
    told = led and any(token.word in actor_words(language.code) for token in row[at + 1 : at + 3])
    return len(row) if told else at


def mark_objects(row: Sentence, parts: str, language: Language) -> None:
    """Mark whom an opening clause with an infinitive is about, as no subject, where complements follow their verb.

    "A difendere | il sindaco | è Ada Neri.", "Dopo aver difeso | il sindaco, Ada Neri tace."
    """
    at = parts.find(Part.DESCRIPTION, 2, _OPENED)
    if at < 0:
        return
    if any(token.word in language.perfect_infinitives for token in row[:_LED]):
        row[at].governed |= Part.COMMA in parts[at:]
    elif parts[0] == Part.PREPOSITION and parts[1:at] == Part.WORD:
        named = parts.find(Part.NAME, at + 1, at + _OPENED)
        copula = row[at + 1 : named] if named > 0 else []
        row[at].governed |= bool(copula) and all(token.word in language.identifying for token in copula)


_LED = 3  # Tokens of "depois de ter".
_OPENED = 6


def subject_in(told: Sequence[tuple[int, Token]]) -> Token | None:
    """The first actor of a sentence that nothing governs, None where there is none."""
    return next((token for _, token in told if token.part in ACTORS and not token.governed), None)


def acting(told: Sequence[tuple[int, Token]]) -> set[int]:
    """The entities that are named in full and that nothing governs."""
    return {token.index for _, token in told if token.part == Part.NAME and " " in token.word and not token.governed}


def weight_of(row: Sentence, index: int, subject: Token | None) -> float:
    """What a mention weighs: most the subject of a verb of speech, then of the sentence, then others."""
    token = row[index]
    attributive = index > 0 and row[index - 1].part == Part.DETERMINER and follows(row, index, Part.WORD)
    if token.part == Part.OWNER or token.governed or attributive:
        return _GOVERNED
    if speaks(row, index):
        return _SPEAKING
    joined = index > 1 and row[index - 1].part == Part.CONJUNCTION and row[index - 2] is subject
    return _SUBJECT if token is subject or joined else _NAMED  # "Ann Lee and Bo Ray left."


def is_deed(word: str, language: Language) -> bool:
    """Whether a word right behind a person may be what they did, and no part of another's title."""
    return word in language.deeds or (bool(language.deeds) and word.endswith(language.deed_endings))
