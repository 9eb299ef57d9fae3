"""Whom the noun for a mate of who just spoke means: "«...», зізнався Гай. «...», підхопив його напарник"."""

from bisect import bisect_left

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.values.actor import Kind

_PAIR = 2
_JOINT = 5  # Characters of "and" between two names.


def of_mate(text: str, names: Named, spoken: int | None, token: Token, language: Language) -> int | None:
    """The other of two whom "and" joins and who alone were named so far, where one of them spoke; else None.

    `spoken` is the entity that spoke last before the noun.
    """
    if token.word not in language.mates or token.opening not in language.possessives:
        return None
    end = bisect_left(names.starts, token.start)
    people = {one for one in names.owners[:end] if names.entities[one].kind is Kind.PERSON}
    if len(people) != _PAIR or spoken not in people or not any(_joins(text, names, at, language) for at in range(end)):
        return None
    (other,) = people - {spoken}
    gender = language.gender_of_role(token.word)
    return other if names.entities[other].gender in {"", gender or names.entities[other].gender} else None


def _joins(text: str, names: Named, at: int, language: Language) -> bool:
    """Whether "and" parts the mention here from the next, which is another person's."""
    if at + 1 >= len(names.starts) or names.starts[at + 1] - names.ends[at] > _JOINT:
        return False
    pair = {names.owners[at], names.owners[at + 1]}
    joined = text[names.ends[at] : names.starts[at + 1]].strip() in language.coordinators
    return joined and len(pair) == _PAIR and all(names.entities[one].kind is Kind.PERSON for one in pair)
