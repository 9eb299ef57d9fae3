"""What completes a body's name: whose it is in the genitive, and what stands in marks behind what it is.

"Міністерство | оборони України", "Господарський суд | м. Києва", "ТОВ | «Еко-Сервіс»", "Casa de Cultură | „Lacul”".
"""

import re
from bisect import bisect_left
from functools import cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.names.words import TextWords

_COMPLEMENTS = 4
_TERRITORY = 3
_TOWN = 2
_DIGITS = 2
_WITHIN_MARKS = 10
_NAMED_WITHIN = 4
_DISTRICT = re.compile(r"\s\d{1,2}\b(?![.,]\d)")
_PAUSES = frozenset(".,;:!?\n")
_BLANKS = frozenset({" ", "\u00a0"})
_OPENING = frozenset('«„“”"')
_TYPED = ",,"  # An opening mark as keyboards without it write it: "Gimnaziul ,,D. Cantemir”".
CLOSING = frozenset('»“”"')
_COUNTED = (*_OPENING, _TYPED, "»")


def is_body(words: TextWords, first: int, last: int) -> bool:
    """Whether the words tell a body by what it is, or by a company's form."""
    language = words.language
    for word in words.words[first : last + 1]:
        lower = word.lower()
        if lower in language.forms or (language.is_body(lower) and not word.isupper()):
            return True
    return False


def past_complement(words: TextWords, first: int, last: int) -> int | None:
    """The last word of the genitives that tell whose or what for a body is, None where none follows it.

    In languages that inflect nouns and need no word for "of".
    """
    language = words.language
    if not (language.body_adjectives or language.complement_endings):
        return None
    described = _past_adjectives(words, last)
    if described > last:
        return described
    if not language.complement_endings or not words.joined(last) or not is_body(words, first, last):
        return None
    at = _past_links(words, _past_genitives(words, last))
    at = _past_territory(words, first, at)
    return at if at > last else None


def _past_adjectives(words: TextWords, last: int) -> int:
    """The last of the adjectives without capitals that belong to a body's name; the word where none follows it."""
    if not words.joined(last) or not _is_body_adjective(words, last):
        return last
    further = words.joined(last + 1) and _ends_as_body_adjective(words, last + 2)
    return last + 1 + further  # "Tribunale amministrativo regionale"


def _past_links(words: TextWords, at: int) -> int:
    """Past a town behind a shortened word, "суду | м. Києва", or what a body is for: "Комітет | з питань екології"."""
    language = words.language
    if not words.joined(at) or not words.joined(at + 1):
        return at
    if words.words[at + 1] in language.links:
        return at + (2 if words.words[at + 2][0].isupper() else 0)
    if " ".join(words.words[at + 1 : at + 3]) not in language.concerns:
        return at
    past = _past_genitives(words, at + 2)
    return _past_list(words, past) if past > at + 2 else at + (3 if _is_capital_next(words, at + 2) else 2)


def _past_territory(words: TextWords, first: int, last: int) -> int:
    """Past where an authority's branch works: "Управління СБУ | у Озерській області"."""
    language = words.language
    branch = any(word.lower() in language.branches for word in words.words[first : last + 1])
    end = last + _TERRITORY
    if not branch or end >= len(words.words) or not all(words.joined(at) for at in range(last, end)):
        return last
    preposition, adjective, noun = words.words[last + 1 : end + 1]
    if preposition not in language.prepositions or not adjective[0].isupper():
        return last
    if adjective.lower() in language.place_words and noun[0].isupper():
        return end  # "Управление ФСБ | по Республике Дагестан"
    if preposition not in language.place_prepositions and gazetteer.is_sure_place(adjective, language.code):
        return last + 2  # "Управление ФСБ | по Москве"
    return end if noun in language.place_words else last


def _is_body_adjective(words: TextWords, last: int) -> bool:
    """Whether an adjective without a capital follows what a body is, and is part of its name: "Assemblée nationale"."""
    body = words.words[last]
    named = words.language.is_body(body.lower()) or body.lower() in words.language.place_words  # "Provincia autonoma"
    if words.initial(last) or body.isupper() or not named:
        return False
    return _ends_as_body_adjective(words, last + 1)


def _ends_as_body_adjective(words: TextWords, index: int) -> bool:
    """Whether a word without a capital ends as the adjectives of bodies do, and is no verb."""
    language, word = words.language, words.words[index]
    if not word.islower() or not word.endswith(language.body_adjectives or ("\0",)):
        return False
    return not (word in language.function_words or word in language.verbs or word in language.participles)


def past_attached(words: TextWords, first: int, last: int) -> int | None:
    """The first word of the body that another is part of: "Parchetul | de pe lângă Tribunalul"; None where none is."""
    for phrase in words.language.attached:
        end = last + phrase.count(" ") + 1
        attached = " ".join(words.words[last + 1 : end + 1]) == phrase and _is_capital_next(words, end)
        if attached and is_body(words, first, last):
            return end + 1
    return None


def _is_capital_next(words: TextWords, index: int) -> bool:
    return words.joined(index) and words.words[index + 1][0].isupper()


def _past_genitives(words: TextWords, last: int) -> int:
    """The last of the genitives without capitals behind a word, an adjective's noun with it; the word where none is."""
    adjectives = words.language.genitive_adjectives
    at = end = last
    while at < last + _COMPLEMENTS and words.joined(at):
        following = words.words[at + 1]
        described = at > last and words.words[at].endswith(adjectives)
        joins = at > last and not described and following in words.language.conjunctions and words.joined(at + 1)
        if joins and _is_complement(words, at + 2):
            at += 2
        elif _is_complement(words, at + 1) or (described and _is_noun(words, at + 1)):
            at += 1
        else:
            break
        end = end if words.words[at].endswith(adjectives) else at
    return end


def _past_list(words: TextWords, last: int) -> int:
    """The last of several things that a body is for: "Комісія з питань праці, освіти | та спорту"."""
    at = last
    while at + 2 < len(words.words) and words.gap(at) == ", " and _is_complement(words, at + 1):
        at = _past_genitives(words, at + 1)
        joins = words.joined(at) and words.joined(at + 1) and words.words[at + 1] in words.language.conjunctions
        if joins and _is_complement(words, at + 2):
            return _past_genitives(words, at + 2)
    return last


def _is_noun(words: TextWords, index: int) -> bool:
    """Whether a word without a capital may be the noun of an adjective, of whatever ending ("судових рішень")."""
    word, language = words.words[index], words.language
    spoken = word in language.verbs or word.endswith(language.finite_endings)
    return word.islower() and not spoken and word not in language.function_words and word not in language.times


def _is_predicate(word: str, language: Language) -> bool:
    """Whether a word ends as an adjective that agrees with a noun in the nominative: "Обласна рада | винна"."""
    adjective = word.endswith(language.adjective_endings or ("\0",))
    return adjective and not word.endswith(language.genitive_adjectives or ("\0",))


def _is_complement(words: TextWords, index: int) -> bool:
    """Whether a word without a capital may be a genitive that completes a body's name."""
    language, word = words.language, words.words[index]
    if not word.islower() or not word.endswith(language.complement_endings):
        return False
    if word in language.times or word in language.links:
        return False
    if words.words[index - 1][-1] == word[-1] and _is_predicate(word, language):
        return False
    if word in language.function_words or word in language.not_names or word in language.auxiliaries:
        return False
    spoken = word in language.verbs or word in language.weak_verbs or word.endswith(language.finite_endings)
    following = words.words[index + 1] if words.joined(index) else ""
    if following in language.negations:
        return False  # "Прокуратура нарушений не нашла"
    return not spoken and following not in language.times  # "Суд минулого тижня": when, not whose.


def past_marks(words: TextWords, first: int, last: int) -> int | None:
    """The last word of a name in marks right behind what it is a name of, None where none follows."""
    if not _opens_marks(words, last) or not _is_named(words, first, last):
        return None
    for at in range(last + 1, min(last + 1 + _WITHIN_MARKS, len(words.words))):
        if words.text[words.ends[at] : words.ends[at] + 1] in CLOSING:
            return at
        if at + 1 >= len(words.words):
            return None
        initial = words.gap(at) == "." and len(words.words[at]) == 1  # "D.Cantemir"
        if not initial and not words.joined(at) and not _PAUSES.isdisjoint(words.gap(at)):
            return None
    return None


def past_marked(words: TextWords, index: int) -> int | None:
    """The last word of a name in marks that begins here and has words without capitals: "«Нова | пошта»".

    It is asked where languages have cases, and tells it where they have no articles, behind a noun or a role; None for
    other words in marks.
    """
    language = words.language
    if not index or language.definite or not _is_led_in_marks(words, index):
        return None
    for at in range(index, min(index + _NAMED_WITHIN, len(words.words) - 1)):
        if words.text[words.ends[at]] in CLOSING:
            return at if any(word.islower() for word in words.words[index : at + 1]) else None
        if not words.joined(at) or _speaks(words.words[at + 1], language):
            return None
    return None


def _is_led_in_marks(words: TextWords, index: int) -> bool:
    """Whether a mark opens right before a word, and a word that may lead to a name stands before the mark."""
    if words.text[words.starts[index] - 1] not in _OPENING or words.gap(index - 1)[:-1] not in _BLANKS:
        return False
    language, before = words.language, words.words[index - 1]
    lower = before.lower()
    noun = before.islower() or language.is_role(lower) or lower in language.led_by or language.is_body(lower)
    return noun and lower not in language.verbs


def _speaks(word: str, language: Language) -> bool:
    """Whether a word is a verb or a pronoun, so that what holds it is said and no name."""
    spoken = word in language.verbs or word.endswith(language.finite_endings or ("\0",))
    return spoken or word in language.pronouns


def past_town(words: TextWords, last: int) -> int:
    """The last word of the town that tells which body of a name in marks is meant: "„Sfânta Ana” | Alba Lacului"."""
    language = words.language
    if not language.definite or last + 1 >= len(words.words) or words.gap(last)[1:] != " ":
        return last
    for end in range(min(last + _TOWN, len(words.words) - 1), last, -1):
        town = words.words[last + 1 : end + 1]
        whole = all(word.istitle() for word in town) and all(map(words.joined, range(last + 1, end)))
        if whole and gazetteer.is_city(" ".join(town), language.code):
            return end
    return last


def past_numbered(words: TextWords, first: int, last: int) -> int | None:
    """The first word of the town behind a body's number: "Juzgado de Instrucción número 3 de | Lugar"."""
    district = words.words[last].lower() in words.language.districts
    number = (_DISTRICT if district else _number(words.language.code)).match(words.text, words.ends[last])
    if number is None and _counts_within(words, last):
        return last + 2  # "Movimento 5 | Stelle"
    if number is None or not words.language.postposed or not is_body(words, first, last):
        return None
    joint = bisect_left(words.starts, number.end())
    if joint < len(words.words) and words.joined(joint - 1) and _is_city(words, joint):
        return joint  # "Judecătoria Sectorului 4 | București"
    of_town = words.language.of_words & words.language.connectors
    if joint + 1 >= len(words.words) or words.words[joint] not in of_town or words.ends[joint - 1] != number.end():
        return None
    return joint + 1 if words.gap(joint - 1) == " " and _is_capital_next(words, joint) else None


def _counts_within(words: TextWords, last: int) -> bool:
    """Whether a number of a digit or two and a capital that is no month's go on with a body's name."""
    if not words.language.postposed or not words.joined(last) or not words.joined(last + 1):
        return False
    number, following = words.words[last + 1 : last + 3]
    counts = number.isdigit() and len(number) <= _DIGITS and following.istitle()
    return (
        counts and words.language.is_body(words.words[last].lower()) and following.lower() not in words.language.months
    )


def _is_city(words: TextWords, index: int) -> bool:
    return gazetteer.is_city(words.words[index], words.language.code)


def _opens_marks(words: TextWords, last: int) -> bool:
    """Whether an opening mark and a capital follow a word."""
    if last + 1 >= len(words.words) or not words.words[last + 1][0].isupper():
        return False
    gap = words.gap(last)
    if gap.strip() == _TYPED:
        return True
    return len(gap) == len(" «") and gap[0] in " \u00a0" and gap[1] in _OPENING


def _is_named(words: TextWords, first: int, last: int) -> bool:
    """Whether words tell what a name in marks behind them is a name of."""
    word, language = words.words[last].lower(), words.language
    if word in language.leagues:
        return False  # "Прем'єр-ліги | «Лісовик»"
    generic = not language.definite or word in language.led_by
    if generic and last == first and words.initial(first) and word not in language.forms:
        return False  # "Компанії «Лісовик» ...": a common noun that begins its sentence.
    place = word in language.place_words or (language.postposed and words.words[first].lower() in language.place_words)
    return place or is_body(words, first, last)


def is_marked(words: TextWords, first: int, last: int) -> bool:
    """Whether marks stand right around these words: «Почту России»."""
    start, end = words.starts[first], words.ends[last]
    return words.text[start - 1 : start] in _OPENING and words.text[end : end + 1] in CLOSING


def called(words: TextWords, first: int, last: int) -> tuple[str, ...]:
    """The words that stand in marks at a name's end: what a body is called without what it is."""
    at = next((at for at in range(first, last) if not _OPENING.isdisjoint(words.gap(at))), last)
    return tuple(words.words[at + 1 : last + 1])


def at_number(words: TextWords, first: int, last: int) -> int:
    """Where a name begins with the number that tells one body from others, "501st | Legion", "1. | FC Lindenheim"."""
    numbered = words.language.numbered
    if not numbered or first == 0 or not words.words[first - 1][0].isdigit():
        return first
    if numbered.isdisjoint(word.lower() for word in words.words[first : last + 1]):
        return first
    ordinal = _ordinal(words.language.code).fullmatch(words.words[first - 1] + words.gap(first - 1))
    return first - 1 if ordinal is not None else first


@cache
def _ordinal(code: str) -> re.Pattern[str]:
    """A number that counts, by its ending or a point behind it: "501st ", "1. "."""
    endings = "|".join(languages.of(code).ordinal_endings)
    return re.compile(rf"\d{{1,3}}(?:(?:{endings or '(?!)'}) |\. )")


def past_number(words: TextWords, first: int, last: int, end: int) -> int:
    """The offset past the number that tells one body from others ("Școala | nr. 4"); the end where there is none."""
    number = _number(words.language.code).match(words.text, end)
    if number is None and words.language.districts and words.words[last].lower() in words.language.districts:
        number = _DISTRICT.match(words.text, end)
    return number.end() if number is not None and is_body(words, first, last) else end


@cache
def _number(code: str) -> re.Pattern[str]:
    """A number behind a word or a sign for it: "nr. 4", "№ 12"."""
    signs = "|".join(map(re.escape, languages.of(code).number_signs))
    return re.compile(rf"\s(?:{signs or '(?!)'})\s?\d{{1,4}}\b", re.IGNORECASE)


def end_of(words: TextWords, first: int, end: int) -> int:
    """The offset past a name's closing mark, where it holds the opening one."""
    if words.text[end : end + 1] not in CLOSING:
        return end
    inner = words.text[words.starts[first] : end]
    return end + 1 if sum(map(inner.count, _COUNTED)) % 2 else end
