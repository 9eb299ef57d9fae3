"""Common nouns, where every noun has a capital: "Atomkraftwerk Biblis" names Biblis, "Frankfurter Norden" nobody.

A compound is a common noun when its last part is one: "Straßenfest" ends in "fest". A noun that names a body or a place
of its own belongs to the name that follows it ("Sportverein Kalbach").
"""

from functools import lru_cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.names.words import TextWords

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em", "s")
_DECLENSIONS = ("en", "er", "es", "em", "e")
_SHORTEST_PART = 4
_FORMS = 4096
_SPA = 2


def is_common(word: str, language: Language) -> bool:
    """Whether a word with a capital is a common noun or a compound of one."""
    return language.nouns_capitalised and _is_common(word.lower(), language.code)


def is_noun(lower: str, language: Language) -> bool:
    """Whether a word in lower case is no name: a function word, a group, a noun by its ending."""
    return lower in language.no_name or lower in language.groups or lower.endswith(language.noun_endings or ("\0",))


def is_origin(word: str, language: Language) -> bool:
    """Whether a word tells where something belongs: "Frankfurter", "Kasseler"."""
    if not language.nouns_capitalised or not word.endswith("er") or len(word) <= _SHORTEST_PART + 1:
        return False
    return any(gazetteer.is_city(word.removesuffix(end) + more, language.code) for end, more in _ORIGINS)


_ORIGINS = (("er", ""), ("r", ""), ("er", "en"))


def adjective_of_name(words: TextWords, first: int) -> str:
    """The nominative of an adjective that has a capital as a name's part ("das Rote Kreuz"), or ""."""
    lower = words.words[first].lower()
    stem = next((lower.removesuffix(ending) for ending in _DECLENSIONS if lower.endswith(ending)), "")
    named = stem in words.language.name_adjectives and not words.initial(first)
    return f"{stem.capitalize()}e" if named else ""


def without_nouns(words: TextWords, first: int, last: int, *, titled: bool) -> tuple[int, int]:
    """The name within a run of capitals, less the common nouns before and behind it; empty where it holds none.

    `titled` says that a title or a role stands before the run, so that all of it may be one person's name.
    """
    language, given = words.language, languages.given_names()
    if not language.nouns_capitalised:
        return first, last
    if last == first + 1 and adjective_of_name(words, first):
        return first, last
    first = _past_leading(words, _past_origin(words, first, last), last)
    while last > first and not titled and _trails(words.words[last], language) and _is_led(words, first, last):
        last -= 1
    if is_origin(words.words[last], language) and _is_noun_next(words, last):
        last -= 1
    told = words.words[first].endswith("er") and words.words[first] not in given
    if last == first + 1 and told and _is_plural(words.words[last].lower(), language):
        return first, first - 1  # "Köpperner Vereine"
    return first, last


def _past_leading(words: TextWords, first: int, last: int) -> int:
    """Past the common nouns before a name, none of them a first name or a firm's: "Bergmann AG"."""
    language, given = words.language, languages.given_names()
    while first < last and _leads(words.words[first], language) and words.words[first] not in given:
        if first + 1 == last and words.words[last].lower() in language.organisation_suffixes:
            break
        first += 1
    return first


def _past_origin(words: TextWords, first: int, last: int) -> int:
    """Past where a firm or a club is, when that is no part of its name: "Berliner | Quell-Verlag"."""
    language, run = words.language, words.words[first : last + 1]
    if len(run) > 1 and is_origin(run[0], language) and "-" in run[1] and language.is_body(run[1].lower()):
        return first + 1
    spa = len(run) > _SPA and run[0].lower() in language.place_words and run[1].endswith("er")
    return first + _SPA if spa else first  # "Bad Quellener | Wanderfreunde"


def _is_led(words: TextWords, first: int, index: int) -> bool:
    """Whether what stands before a noun is no given name that nobody knows: an adjective, a noun, a genitive."""
    before, given = words.words[index - 1], languages.given_names()
    if before in given:
        return False
    if index > first + 1 and before.istitle():
        return True  # "zeigte Oliver Roth | Rot"
    return before.endswith(_ADJECTIVE_ENDINGS) or is_common(before, words.language)


def _leads(word: str, language: Language) -> bool:
    """Whether a word before a name is no part of it."""
    lower = word.lower()
    if language.is_role(lower.removesuffix("n")) or language.is_role(lower.removesuffix("s")):
        return True
    if language.is_body(lower) or lower in language.place_words or lower in language.namesakes:
        return False
    return is_common(word, language) or lower in language.groups  # "Firma Quella"


def _is_plural(lower: str, language: Language) -> bool:
    """Whether a word is a common noun's other form."""
    nouns = language.common_nouns
    return lower in _nouns(language.code) and not {lower, lower.removesuffix("s"), lower.removesuffix("es")} & nouns


def _trails(word: str, language: Language) -> bool:
    """Whether a word behind a name is no part of it."""
    return is_common(word, language) and not language.is_body(word.lower())


def _is_noun_next(words: TextWords, index: int) -> bool:
    return words.joined(index) and is_common(words.words[index + 1], words.language)


@lru_cache(maxsize=_FORMS)
def _is_common(lower: str, code: str) -> bool:
    language = languages.of(code)
    if lower in _nouns(code):
        return True
    if gazetteer.is_sure_place(lower, code) or gazetteer.is_city(lower, code):
        return False
    if language.is_body(lower):
        return lower not in language.organisation_words and not lower.startswith(tuple(language.body_prefixes))
    return not lower.endswith(language.place_endings) and languages.ends_in(lower, _nouns(code))


@lru_cache(maxsize=8)
def _nouns(code: str) -> frozenset[str]:
    return languages.in_cases(languages.of(code).common_nouns)
