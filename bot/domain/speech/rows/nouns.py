"""What nouns of a language whose nouns have capitals name: people and bodies, or what is said and written."""

from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language


def acts(word: str, language: Language) -> bool:
    """Whether a noun in lower case names people or a body: itself, or the last part of a compound."""
    return _acts(word, language.code)


@lru_cache(maxsize=4096)
def _acts(word: str, code: str) -> bool:
    language = languages.of(code)
    word = word.rsplit("-", 1)[-1]
    aged = word.lstrip("0123456789") in language.ages
    if aged or language.is_role(word) or word in language.groups or word in language.organisation_words:
        return True
    ends = word.endswith(_body_endings(code))
    stem = languages.without(word, language.role_cases)  # "Ministern", "Sprechers"
    return ends or (stem != word and len(word) > _CASED and _acts(stem, code))


@lru_cache(maxsize=32)
def _body_endings(code: str) -> tuple[str, ...]:
    language = languages.of(code)
    words = language.groups | language.organisation_words | language.roles
    return tuple(sorted(word for word in words if len(word) > _SHORTEST))


_SHORTEST = 3
_CASED = 5


_LONG = 7  # Letters of a noun that ends compounds; shorter ones end many other words too.


def is_speech_noun(word: str, language: Language, *, ends: int = _LONG) -> bool:
    """Whether a noun in lower case names what is said or written: itself, or the last part of a compound.

    `ends` is how many letters a noun has at least that may be that part.
    """
    return _is_speech_noun(word, language.code, ends)


@lru_cache(maxsize=4096)
def _is_speech_noun(word: str, code: str, ends: int) -> bool:
    word = word.rsplit("-", 1)[-1]
    return word in languages.of(code).speech_nouns or word.endswith(_speech_endings(code, ends))


@lru_cache(maxsize=32)
def _speech_endings(code: str, letters: int) -> tuple[str, ...]:
    return tuple(sorted(noun for noun in languages.of(code).speech_nouns if len(noun) >= letters))
