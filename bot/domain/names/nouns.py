"""Common nouns, where every noun has a capital: "Atomkraftwerk Biblis" names Biblis, "Frankfurter Norden" nobody.

A compound is a common noun when its last part is one: "Straßenfest" ends in "fest". A noun that names a body or a place
of its own belongs to the name that follows it ("Sportverein Kalbach").
"""

from functools import lru_cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.names.words import TextWords

_SHORTEST_PART = 4
_FORMS = 4096
_SPA = 2


def is_common(word: str, language: Language) -> bool:
    """Whether a word with a capital is a common noun or a compound of one."""
    return language.nouns_capitalised and is_noun_in(word.lower(), language.code)


def is_noun_alone(words: TextWords, index: int) -> bool:
    """Whether a word that is a run by itself is a common noun and no surname of this text, and so names nobody."""
    if not words.language.nouns_capitalised:
        return False
    word = words.plain(index)
    return is_noun_in(word.lower(), words.language.code) and word not in words.surnames


def is_noun(lower: str, language: Language) -> bool:
    """Whether a word in lower case is no name: a function word, a group, a noun by its ending."""
    return lower in language.no_name or lower in language.groups or lower.endswith(language.noun_endings or ("\0",))


def is_origin(word: str, language: Language) -> bool:
    """Whether a word tells where something belongs: "Frankfurter", "Kasseler"."""
    ends = len(word) > _SHORTEST_PART + 1 and word.endswith(_origin_endings(language.code))
    return ends and _is_of_city(word, language.code)


@lru_cache(maxsize=_FORMS)
def _is_of_city(word: str, code: str) -> bool:
    origins = (pair for pair in _origins(code) if word.endswith(pair[0]))
    return any(gazetteer.is_city(word.removesuffix(ending) + more, code) for ending, more in origins)


@lru_cache(maxsize=8)
def _origins(code: str) -> tuple[tuple[str, str], ...]:
    """Endings of words for where something belongs, and what the place's name has in their stead."""
    pairs = (listed.partition(":") for listed in languages.of(code).origin_endings)
    return tuple((ending, more) for ending, _, more in pairs)


def _ends_as_origin(word: str, language: Language) -> bool:
    return word.endswith(_origin_endings(language.code))


@lru_cache(maxsize=8)
def _origin_endings(code: str) -> tuple[str, ...]:
    return tuple(ending for ending, _ in _origins(code))


def adjective_of_name(words: TextWords, first: int) -> str:
    """The nominative of an adjective that has a capital as a name's part ("das Rote Kreuz"), or ""."""
    language, lower = words.language, words.words[first].lower()
    if not language.name_adjectives:
        return ""
    stem = languages.without(lower, language.modifier_endings)
    named = stem != lower and stem in language.name_adjectives and not words.initial(first)
    return stem.capitalize() + "".join(language.nominative_endings[:1]) if named else ""


def without_nouns(words: TextWords, first: int, last: int, *, titled: bool) -> tuple[int, int]:
    """The name within a run of capitals, less the common nouns before and behind it; empty where it holds none.

    `titled` says that a title or a role stands before the run, so that all of it may be one person's name.
    """
    language = words.language
    if not language.nouns_capitalised or (last == first + 1 and adjective_of_name(words, first)):
        return first, last
    if last > first:
        first = _past_leading(words, _past_origin(words, first, last), last)
    while last > first and _is_outside(words, first, last, titled=titled) and _is_led(words, first, last):
        last -= 1
    if is_origin(words.words[last], language) and _is_noun_next(words, last):
        last -= 1
    none = _tells_whose_role(words, first) if first == last else _tells_plural(words, first, last)
    return (first, first - 1) if none else (first, last)


def _tells_plural(words: TextWords, first: int, last: int) -> bool:
    """Whether two words are where something belongs and the plural of a noun: "Köpperner Vereine"."""
    if last != first + 1 or words.words[first] in languages.given_names():
        return False
    return _ends_as_origin(words.words[first], words.language) and _is_plural(words.words[last].lower(), words.language)


def _tells_whose_role(words: TextWords, index: int) -> bool:
    """Whether a genitive stands between a role and a comma with its bearer: "der Rabbiner | Israels, Ada Gold"."""
    if not words.genitive(index) or not index or index + 1 >= len(words.words) or words.gap(index) != ", ":
        return False
    return words.words[index + 1][0].isupper() and words.language.is_role(words.words[index - 1].lower())


def _tells_whose_noun(words: TextWords, first: int, last: int) -> bool:
    """Whether a run ends with a country in the genitive, behind a noun of it: "Südinsel | Neuseelands"."""
    language, country = words.language, words.words[last]
    if last != first + 1 or not country.endswith(language.genitive_endings):
        return False
    if not gazetteer.is_country(languages.without(country, language.genitive_endings), language.code):
        return False
    noun = words.words[first]
    named = noun in languages.given_names() or adjective_of_name(words, first) or language.is_body(noun.lower())
    return not named and noun.isalpha() and not noun.isupper()


def _is_outside(words: TextWords, first: int, last: int, *, titled: bool) -> bool:
    """Whether a run's last word is a common noun behind its name; behind a title's by its ending.

    "Ministerin Ada Berg | Untätigkeit" has a first name and a surname before it.
    """
    language, word, given = words.language, words.words[last], languages.given_names()
    if not titled:
        return _trails(word, language)
    named = last > first + 1 and words.words[first] in given
    surnamed = named and words.words[last - 1] not in given  # Not "Ministerin Anna Maria | Berg".
    return named and (word.lower().endswith(language.noun_endings) or (surnamed and is_common(word, language)))


def _past_leading(words: TextWords, first: int, last: int) -> int:
    """Past the common nouns before a name, none of them a first name or a firm's: "Bergmann AG"."""
    language, given = words.language, languages.given_names()
    while (
        first < last
        and _leads(words.words[first], language)
        and (words.words[first] not in given or _is_determined(words, first))
    ):
        if first + 1 == last and words.words[last].lower() in language.organisation_suffixes:
            break
        first += 1
    return last if first < last and _tells_whose_noun(words, first, last) else first


def _is_determined(words: TextWords, index: int) -> bool:
    """Whether somebody's own stands right before a noun that may be a first name too: "in seinem Roman"."""
    if not index or not words.joined(index - 1):
        return False
    before, language = words.words[index - 1].lower(), words.language
    return languages.without(before, language.modifier_endings) in language.possessives


def _past_origin(words: TextWords, first: int, last: int) -> int:
    """Past where a firm or a club is, when that is no part of its name: "Berliner | Quell-Verlag"."""
    language, run = words.language, words.words[first : last + 1]
    if len(run) > 1 and is_origin(run[0], language) and "-" in run[1] and language.is_body(run[1].lower()):
        return first + 1
    spa = len(run) > _SPA and run[0].lower() in language.place_words and _ends_as_origin(run[1], language)
    return first + _SPA if spa else first  # "Bad Quellener | Wanderfreunde"


def _is_led(words: TextWords, first: int, index: int) -> bool:
    """Whether what stands before a noun is no given name that nobody knows: an adjective, a noun, a genitive."""
    before, given = words.words[index - 1], languages.given_names()
    if before in given:
        return False
    if _is_courteous(words.words[index].lower(), words.language):
        return True
    if index > first + 1 and before.istitle():
        return True  # "zeigte Oliver Roth | Rot"
    endings = words.language.modifier_endings + words.language.genitive_endings
    return before.endswith(endings) or is_common(before, words.language)


def _leads(word: str, language: Language) -> bool:
    """Whether a word before a name is no part of it."""
    lower = word.lower()
    if language.is_role(lower) or any(language.is_role(stem) for stem in _stems(lower, language)):
        return True
    if language.is_body(lower) or lower in language.place_words or lower in language.namesakes:
        return False
    return is_common(word, language) or lower in language.groups  # "Firma Quella"


def _stems(lower: str, language: Language) -> list[str]:
    """What a noun for a person may be without the ending of a case: "Ministern", "Präsidenten"."""
    return [lower.removesuffix(ending) for ending in language.role_cases if lower.endswith(ending)]


def _is_plural(lower: str, language: Language) -> bool:
    """Whether a word is a common noun's other form."""
    genitives = {lower.removesuffix(ending) for ending in language.genitive_endings}
    return lower in _nouns(language.code) and not (genitives | {lower}) & language.common_nouns


def _trails(word: str, language: Language) -> bool:
    """Whether a word behind a name is no part of it: a common noun, a pronoun of courtesy ("Prüfen | Sie")."""
    lower = word.lower()
    return _is_courteous(lower, language) or (is_common(word, language) and not language.is_body(lower))


def _is_courteous(lower: str, language: Language) -> bool:
    """Whether a word has its capital from courtesy: "Sie", "Ihr"."""
    return lower in language.pronouns or lower in language.possessives


def _is_noun_next(words: TextWords, index: int) -> bool:
    return words.joined(index) and is_common(words.words[index + 1], words.language)


@lru_cache(maxsize=_FORMS)
def is_noun_in(lower: str, code: str) -> bool:
    """Whether a word in lower case is a common noun or a compound of one in a language whose nouns have capitals."""
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
    language = languages.of(code)
    return languages.in_cases(language.common_nouns, language)
