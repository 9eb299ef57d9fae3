"""Whom a trade means right behind the sentence that first names somebody: "Ann Lee disagrees. “...,” the baker said"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.domain.language.languages import Language
from bot.domain.speech.meant.rivals import tells_of_another
from bot.domain.speech.rows.ages import may_be_aged
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.people_words import is_full, is_trade
from bot.domain.speech.rows.tokens import Named, Part, Sentence, Token
from bot.domain.speech.told.anybody import is_anybody
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+")


def brought_in(
    text: str, names: Named, rows: Sequence[Sentence], token: Token, language: Language
) -> int | None:
    """The one person whom the sentence before a token's first names, where its noun may mean nobody else told of.

    No office, which may be of somebody whom the text does not name, nor anybody whose own trade is another: the mayor
    may be "the farmer", the vicar not. Nobody else of the gender may have been told of and called by nothing.
    """
    anybody = is_anybody(token, language)
    if language.nouns_capitalised or not token.definite or not (anybody or is_trade(token.word, language)):
        return None
    at = bisect_right(rows, token.start, key=lambda row: row[0].start) - 2
    called = Called(text, names, language)
    person = _new(names, rows[at]) if at >= 0 else None
    if person is None or called.is_office(token) or called.is_somebodys(token) or called.is_defined(token):
        return None
    told, gender = names.entities[person], called.gender(token)
    if gender not in {"", told.gender or gender} or not may_be_aged(text, told, token.word):
        return None
    nouns = {
        word for role in told.roles if role.start < token.start for word in _words(text[role.start : role.end])
    }
    if not anybody and any(is_trade(noun, language) for noun in nouns):
        return None
    people = called.people_between(0, token.start) - {person}
    alike = [one for one in people if _is_alike(names, one, gender or told.gender)]
    if any(not names.entities[one].roles for one in alike):
        return None
    since = rows[at][0].start
    if not alike and _is_told_of(text[rows[at][-1].end : token.start], told.gender or gender, language):
        return None
    return None if tells_of_another(text, names, token, language, since=since) else person


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
    person = names.entities[one]
    return person.kind is Kind.PERSON and person.gender in {"", gender or person.gender}


def _is_told_of(quoted: str, gender: str, language: Language) -> bool:
    """Whether a quotation speaks of him or her, who then may be whom the sentence before it is about."""
    if language.drops_subjects or not gender:
        return False
    return any(language.pronouns.get(word) == gender for word in _words(quoted))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
