"""Whom an office with what it is of calls, where a person bears the bare office: "o presidente da câmara".

"A câmara fechou a escola. A proposta do presidente, Rui Vale, passou": the only president told of leads the council
that is told of before him.
"""

import re

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4
_CASE = 2  # Letters of a case's ending.
_MOST = 3  # Words of what is told of behind an office.


def of_bare_office(text: str, names: Named, token: Token, language: Language) -> int | None:
    """The one person called by a description's office and nothing else, behind what the description says it is of.

    None where anybody else is called by that office, or where nothing is told before of what it is of.
    """
    if not (language.postposed and token.definite and token.word in language.offices):
        return None
    tail = _of_what(_WORD.findall(text[token.start : token.end]), token.word, language)
    called = _called(text, names, token) if tail else []
    owners = {owner for owner, _, _ in called}
    if len(owners) != 1 or any(len(role) > 1 for _, _, role in called):
        return None
    (owner,), told = owners, text[: min(start for _, start, _ in called)].lower()
    person, gender = names.entities[owner], language.gender_of_role(token.word)
    fits = person.kind is Kind.PERSON and gender in {"", person.gender or gender}
    return owner if fits and all(re.search(rf"(?<!\w){re.escape(_stem(word))}", told) for word in tail) else None


def _of_what(words: list[str], noun: str, language: Language) -> list[str]:
    """What an office is told to be of, in lower case: "câmara"; nothing where it is named, or in many words."""
    lowers = [word.lower() for word in words]
    at = lowers.index(noun) + 1 if noun in lowers else len(lowers)
    tail = [word for word in lowers[at:] if word not in language.of_words and word not in language.determiners]
    return tail if len(tail) <= _MOST and not any(word[0].isupper() for word in words[1:]) else []


def _called(text: str, names: Named, token: Token) -> list[tuple[int, int, list[str]]]:
    """Who is called by an office before a place: whose role it is, where it begins, and its words."""
    told = (
        (owner, role.start, _WORD.findall(text[role.start : role.end].lower()))
        for owner, entity in enumerate(names.entities)
        for role in entity.roles
        if role.start < token.start
    )
    return [one for one in told if token.word in one[2]]


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _CASE)]
