"""Whom the sentence before a quotation is about, by name or by a pronoun: "Lee denies it. “...,” the mayor said"."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.cue import VERBS
from bot.domain.speech.rows.people_words import is_trade
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.subjects import subject_of

_APPOSED = 3  # Tokens of a comma, an adjective and a name.
_WAYS = (Part.COMMA + Part.NAME, Part.COMMA + Part.WORD + Part.NAME)


def told_last(
    rows: Sequence[Sentence], token: Token, means: Mapping[int, int | None], *, named: bool = True
) -> int | None:
    """The entity that is the subject of the sentence before a token's, in its paragraph; None where none is clear.

    Only one that is told of further by a pronoun where it may not be `named`.
    """
    at = bisect_right(rows, token.start, key=lambda row: row[0].start) - 2
    if at < 0:
        return None
    subject = next((one for one in rows[at] if one.part in ACTORS and not one.governed), None)
    if subject is not None and subject.part == Part.DESCRIPTION:
        behind = rows[at][(place := rows[at].index(subject)) + 1 : place + 1 + _APPOSED]
        parts = "".join(one.part for one in behind)
        subject = behind[parts.index(Part.NAME)] if parts.startswith(_WAYS) else None  # "A filha dele, | Inês, caiu"
    if subject is None:
        return None
    if subject.part != Part.NAME:
        return means.get(subject.start)
    again = named or any(means.get(one.start) == subject.index for one in rows[at] if one.part == Part.PRONOUN)
    return subject.index if again else None  # "Lee is 84. She", which may be one sentence with a number's point


def may_be_trade(person: Entity, token: Token, language: Language) -> bool:
    """Whether a trade that points back may call somebody whom the text calls by nothing, by its gender too."""
    gender = language.gender_of_role(token.word)
    plain = token.definite and is_trade(token.word, language) and not person.roles
    return plain and gender in {"", person.gender}


def last_told(rows: Sequence[Sentence], at: int, language: Language) -> int:
    """The sentence whose subject one that leaves its subject out goes on with: "Ana Ruiz calló. Luego salió. «...»"."""
    while at > 0 and leaves_out(rows[at], language):
        at -= 1
    if language.drops_subjects and at > 0 and rows[at][0].part != Part.DETERMINER:
        return at if subject_of(rows[at]) is not None else at - 1
    return at


def leaves_out(row: Sentence, language: Language) -> bool:
    """Whether a sentence goes on with who was told of: "Recorda que a direção disse ...", "Su equipo perdió ..."."""
    begin = next((at for at, token in enumerate(row) if token.part not in _SMALL), len(row))
    if not language.drops_subjects or begin == len(row):
        return False
    behind = [token.part for token in row[begin + 1 : begin + 1 + _NEAR]]
    said = (
        row[begin].part in VERBS
        and Part.THAT in behind
        and not any(part in ACTORS for part in behind[: behind.index(Part.THAT)])
    )
    led = [token.word in language.possessives for token in row[:_PAIR]]
    thing = led.index(True) + 1 if True in led and row[0].part == Part.DETERMINER else len(row)
    return said or (thing < len(row) and row[thing].part == Part.WORD)


_SMALL = frozenset({Part.AUXILIARY, Part.CONJUNCTION})
_NEAR, _PAIR = 3, 2  # Tokens of a verb's adverb and "that"; of an article and a possessive.


def led_by_body(text: str, subject: Token | None, language: Language) -> bool:
    """Whether a noun for any body stands right before a name: "A empresa | Vaivém admite um recurso. “...”, refere"."""
    if subject is None or subject.part != Part.NAME:
        return False
    before = _LAST_WORD.search(text, max(0, subject.start - _NOUN_REACH), subject.start)
    return before is not None and before.group(1).lower() in language.any_bodies


_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_NOUN_REACH = 24  # Characters before a name in which a noun for a body stands.
