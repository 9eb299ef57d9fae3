"""Whether somebody whom an article names by a given name alone bears a relative's surname: "his wife, Darlene, left".

"Leonard Pruitt was held. His wife, Darlene, left": a claim may tell of Darlene Pruitt.
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.domain.claims.comparing.naming import Naming
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages

_LANGUAGES = 32
# How many words before the name tell of whom somebody is a relative: "his younger brother, Luke".
_OWNER = 3


def bears_surname(naming: Naming, sentences: Sequence[Told], given: frozenset[int], surname: Token) -> bool:
    """Whether those named by a given name alone are told to be relatives of who bears a surname."""
    entities = naming.reading.entities
    if any(" " in entities[one].name for one in given):
        return False
    known = [one for one in surname.entities if folded(entities[one].name).rpartition(" ")[2] == surname.folded]
    kin = _kin_of(naming.reading.language.code)
    told = ((one, at) for one in sentences for number in given for at in one.named.get(number, ())) if known else ()
    return any(_is_relative(one, at, kin, surname.entities) for one, at in told)


def _is_relative(told: Told, at: int, kin: frozenset[str], owners: frozenset[int]) -> bool:
    """Whether a noun for a relative of somebody stands before a comma and a name at a place."""
    tokens = told.tokens
    ahead = [one for one in tokens[max(0, at - 1 - _OWNER) : at] if one.clause == tokens[at].clause - 1]
    owned = any(not one.entities.isdisjoint(owners) for one in ahead)
    return owned and any(one.stem in kin for one in ahead if not one.entities)  # "Soția lui, Daria".


@lru_cache(maxsize=_LANGUAGES)
def _kin_of(code: str) -> frozenset[str]:
    """The stems of a language's nouns for relatives."""
    words, kin = wording_of(code), languages.of(code).kin
    return frozenset(words.stem(plain(word)) for group in kin for word in group.split() if word != ">")
