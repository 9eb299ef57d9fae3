"""What bodies are for, and how many of these one name joins: "Food and Drug Administration", "Paz y Ocio".

The words for it are `Language.subjects`.
"""

from functools import cache

from bot.domain.language import languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.bodies import is_body
from bot.domain.names.complements import is_of_portfolio
from bot.domain.names.words import TextWords
from config.limits import RUN_WORDS

_LISTED = 8
_NOUNS = 2
_SHORTEST_NOUN = 3


def lists_subjects(words: TextWords, first: int, last: int) -> bool:
    """Whether a comma parts two subjects here: "Alcohol, Tobacco", "Ministerio de Industria, Comercio y Turismo"."""
    subjects = words.language.subjects
    if last + 1 >= len(words.words) or words.words[last + 1].lower() not in subjects:
        return False
    if not words.language.complements_follow:
        return words.words[last].lower() in subjects
    return words.gap(last) == ", " and _has_subjects(words, first, last) and _ends_list(words, last + 1)


def _ends_list(words: TextWords, index: int) -> bool:
    """Whether "and" joins a last subject to those that begin here: "..., Comercio y Turismo"."""
    for at in range(index, min(index + _LISTED, len(words.words) - 1)):
        if words.joined(at) and _joined_subject(words, at) is not None:
            return True
        if words.gap(at) not in {" ", ", "} or not (
            words.words[at][0].isupper() or words.words[at] in words.language.of_words
        ):
            return False
    return False


def _joined_subject(words: TextWords, last: int) -> int | None:
    """The index of the subject that "and" joins here, with or without "of" before it; None where it joins none."""
    language = words.language
    if words.words[last + 1] not in language.conjunctions:
        return None
    for at in range(last + 2, min(last + 4, len(words.words))):
        if not words.joined(at - 1):
            return None
        if words.words[at][0].isupper():
            return at if words.words[at].lower() in language.subjects else None
        if words.words[at] not in language.of_words | language.connectors:
            return None
    return None


def _has_subjects(words: TextWords, first: int, last: int) -> bool:
    """Whether a run of capitals is a body's name so far, or what a minister is in charge of."""
    minister = words.words[first].lower() in words.language.portfolios
    return minister or is_body(words, first, last) or is_of_portfolio(words, first)


def _over_subjects_abroad(words: TextWords, first: int, last: int) -> int | None:
    joined = words.joined(last) and bool(words.language.subjects)
    if not joined or not (_has_subjects(words, first, last) or _is_subject_alone(words, first, last)):
        return None
    return _joined_subject(words, last)


def _is_subject_alone(words: TextWords, first: int, last: int) -> bool:
    """Whether a name begins with a subject, as parties' do where names are declined: "Prawo i Sprawiedliwość"."""
    return first == last and bool(words.language.paradigms) and words.words[first].lower() in words.language.subjects


def over_subjects(words: TextWords, first: int, last: int) -> int | None:
    """The next of the subjects that a body joins in its name, "Food and Drug Administration", None where none is."""
    language = words.language
    if last + 1 >= len(words.words):
        return None
    if language.complements_follow:
        return _over_subjects_abroad(words, first, last)
    if words.words[last + 1] in abroad().joins and _joins_body(words, first, last):
        return last + 2
    following = _next_subject(words, last) if words.words[last].lower() in language.subjects else None
    if following is None:
        return None
    if any(word.lower() in language.organisation_words for word in words.words[max(first, last - RUN_WORDS) : last]):
        return following
    end = following
    while end - following < RUN_WORDS and words.joined(end) and words.words[end + 1][0].isupper():
        end += 1
    tail = words.words[end].lower()
    return following if end > following and tail in language.organisation_words else None


def _next_subject(words: TextWords, last: int) -> int | None:
    """The index of the subject behind another one, with a capital, past a word that joins both; None for none."""
    following = last + 1 + (words.words[last + 1] in _joins(words.language.code))
    told = words.words[following] if following < len(words.words) else ""
    return following if told[:1].isupper() and told.lower() in words.language.subjects else None


@cache
def _joins(code: str) -> frozenset[str]:
    """The words that join two subjects."""
    return abroad().joins | (languages.of(code).conjunctions & languages.of(code).connectors)


# Complexity: two that one word may join are many.
def _joins_body(words: TextWords, first: int, last: int) -> bool:
    """Whether "and" joins two words to one body: "Avon and Somerset Police", "The Globe and Mail"."""
    language = words.language
    if not words.joined(last + 1):
        return False
    article = words.words[first].lower() in language.definite
    word, following = words.words[last], words.words[last + 2]
    tail = words.words[last + 3].lower() if words.joined(last + 2) else ""
    plurals = language.noun_plurals if language.joined_bodies else ()
    many = plurals and word.endswith(plurals) and following.endswith(plurals)  # "Bakers and Millers Union"
    if many and word.istitle() and tail in language.organisation_words and not language.is_body(word.lower()):
        return word not in words.surnames
    if last > first + article:
        return False
    if word in languages.given_names() or word in words.surnames or not following[0].isupper():
        return False
    return tail in language.joined_bodies or (
        following.lower() in language.joined_media and (article or words.led_by_article(first))
    )


def past_nouns(words: TextWords, body: int, described: int | None) -> int | None:
    """The last of the nouns without capitals that complete a body's name: "Caisse | des dépôts et consignations".

    In languages that leave them small; `described` is the last of the adjectives behind the body's word, None for none.
    """
    last = body if described is None else described
    if words.initial(body) or words.words[body].lower() not in words.language.completed:
        return described
    if last == body and words.joined(last) and _is_national(words.words[last + 1], words.language):
        last += 1  # "Union africaine"
    for _ in range(_NOUNS):
        noun = _noun_behind_of(words, last)
        if noun is None:
            break
        last = _past_adjective(words, noun)
    return None if last == body else last


def _noun_behind_of(words: TextWords, last: int) -> int | None:
    """The index of the noun without a capital that "of", alone or with an article, ties to a word; None for none."""
    language, at = words.language, last + 1
    if not words.joined(last) or words.words[at] not in _ties(language.code):
        return None
    at += words.joined(at) and words.words[at + 1] in language.definite
    if not words.joined(at) or not _is_small_noun(words.words[at + 1], language):
        return None
    noun = at + 1
    joins = language.conjunctions & language.connectors
    both = words.joined(noun) and words.joined(noun + 1) and words.words[noun + 1] in joins
    if both and _are_plurals(words.words[noun], words.words[noun + 2], language):
        return noun + 2
    return noun


@cache
def _ties(code: str) -> frozenset[str]:
    """The words that tie what a body is for to it."""
    language = languages.of(code)
    return (language.of_words & language.connectors) - language.place_prepositions


def _is_small_noun(word: str, language: Language) -> bool:
    """Whether a word without a capital may be a noun in a body's name: no function word, place or verb."""
    if not word.islower() or not word.isalpha() or len(word) < _SHORTEST_NOUN:
        return False
    return word not in language.no_name and word not in language.place_words and word not in language.verbs


def _are_plurals(one: str, other: str, language: Language) -> bool:
    """Whether "and" joins two plurals of one kind: "des arts et métiers"."""
    plural = language.noun_plurals
    return bool(plural) and one.endswith(plural) and other.endswith(plural) and _is_small_noun(other, language)


def _past_adjective(words: TextWords, noun: int) -> int:
    """The adjective behind a noun in a body's name: "Direction des finances | publiques"."""
    if not words.joined(noun):
        return noun
    word, language = words.words[noun + 1], words.language
    plural = _are_plurals(words.words[noun], word, language)  # "Union des associations | familiales"
    spoken = word in language.verbs or word in language.weak_verbs or word in language.participles
    adjective = word.islower() and word.endswith(language.body_adjectives) and word not in language.function_words
    return noun + ((plural or adjective) and not spoken)


def _is_national(word: str, language: Language) -> bool:
    return word.startswith(language.nationalities or ("\0",)) and language.is_adjective_behind(word)
