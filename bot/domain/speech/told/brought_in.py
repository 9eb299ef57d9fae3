"""Whom a trade means behind the sentence that first names somebody: "Ann Lee disagrees. “...,” the baker said"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.meant.rivals import speaks_of, tells_of_another
from bot.domain.speech.rows.ages import may_be_aged
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.people_words import is_full, is_trade
from bot.domain.speech.rows.tokens import Named, Part, Sentence, Token
from bot.domain.speech.told.anybody import is_anybody
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+")


def brought_in(text: str, names: Named, rows: Sequence[Sentence], token: Token, language: Language) -> int | None:
    """The one person whom the sentence before a token's first names, where its noun may mean nobody else told of.

    The token points back. No office, which may be of somebody whom the text does not name, nor anybody whose own trade
    is another: the mayor may be "the farmer", the vicar not. Nobody else may have been told of and called by nothing.
    """
    anybody = is_anybody(token, language)
    at = bisect_right(rows, token.start, key=lambda row: row[0].start) - 2
    if at < 0 or not (anybody or is_trade(token.word, language)):
        return None
    person, called = _new(names, rows[at]), Called(text, names, language)
    if person is None or not _may_call(called, token):
        return None
    told, gender = names.entities[person], called.gender(token)
    fits = gender in {"", told.gender or gender} and may_be_aged(text, told, token.word)
    if not fits or (not anybody and _has_trade(text, told, token, language)):
        return None
    others = called.people_between(0, token.start) - {person}
    return None if _is_unsure(text, names, rows[at], token, language, told=told, others=others) else person


def _is_unsure(
    text: str, names: Named, row: Sentence, token: Token, language: Language, *, told: Entity, others: set[int]
) -> bool:
    """Whether a noun may mean another whom the text calls by nothing, or of whom who is told of in a row speaks."""
    gender = language.gender_of_role(token.word) or told.gender
    alike = [names.entities[one] for one in others if _is_alike(names, one, gender)]
    if any(not one.roles for one in alike) or tells_of_another(text, names, token, language, since=row[0].start):
        return True
    return not alike and speaks_of(text[row[-1].end : token.start], gender, language)


def _may_call(called: Called, token: Token) -> bool:
    """Whether a noun is for no office, and nothing tells which one it means."""
    return not (called.is_office(token) or called.is_somebodys(token) or called.is_defined(token))


def _has_trade(text: str, told: Entity, token: Token, language: Language) -> bool:
    """Whether the text calls somebody by a trade before a noun."""
    roles = (text[role.start : role.end] for role in told.roles if role.start < token.start)
    return any(is_trade(noun, language) for role in roles for noun in _words(role))


def _new(names: Named, row: Sentence) -> int | None:
    """The only name that a sentence is the first to tell, which no preposition governs."""
    new = {
        token.index
        for token in row
        if token.part == Part.NAME and names.entities[token.index].mentions[0].start >= row[0].start
    }
    free = {token.index for token in row if token.part == Part.NAME and not token.governed}
    people = {one for one in new if names.entities[one].kind is Kind.PERSON or is_full(names.entities[one])}
    return people.pop() if len(people) == 1 and people <= free else None


def _is_alike(names: Named, one: int, gender: str) -> bool:
    """Whether a noun of a gender may mean somebody."""
    person = names.entities[one]
    return person.kind is Kind.PERSON and person.gender in {"", gender or person.gender}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
