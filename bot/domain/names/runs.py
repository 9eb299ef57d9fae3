"""How far a run of capitals goes.

Particles may stand within a run ("van der"), and a body's small words ("Bank of the North"); two subjects that a body
joins are one run as well ("Food and Drug Administration").
"""

import re
from functools import cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.names.bodies import (
    is_body,
    past_attached,
    past_complement,
    past_marked,
    past_marks,
    past_numbered,
    past_town,
)
from bot.domain.names.joints import step_over
from bot.domain.names.subjects import lists_subjects, over_subjects, past_nouns
from bot.domain.names.words import CYRILLIC, POSSESSIVE, TextWords

_ADJECTIVES = 2
_LETTERS = 5
_STROKES = frozenset({"/", " / "})
_ORDINAL = re.compile(r"[IVX]+(?:-[^\W\d_]+)?")  # "II-lea"


def run_end(words: TextWords, index: int) -> int:
    """The last word of the run of capitals that begins here; particles and an organisation's "of" may stand within."""
    marked = past_marked(words, index) if words.language.case_endings else None
    return _past_capitals(words, index) if marked is None else marked


# Complexity: each way in which a run may go on or end.
def _past_capitals(words: TextWords, index: int) -> int:
    """The last word of a run that begins here and is not in marks as a whole."""
    last, going_on = index, _going_on(words.language.code)
    while not (words.words[last][-1] == "s" and _owns(words, last) and not _owns_body(words, last)) and (
        words.spaced[last]
        or words.joined(last)
        or lists_subjects(words, index, last)
        or _is_of_two_towns(words, index, last)
    ):
        following = words.words[last + 1]
        if following.islower() and words.spaced[last] and going_on is not None and following not in going_on:
            return last
        if _is_apart(words, last) or (following.isupper() and _is_lettered(words, index, last)):
            break
        if not following.islower() and (following[0].isupper() or _prefixed().match(following)):
            last += 1
            continue
        if _is_number_next(words, last):
            return last + 2
        past, goes_on = _past_lower(words, index, last)
        last = past
        if not goes_on:
            break
    return _past_end(words, index, last)


def _past_end(words: TextWords, index: int, last: int) -> int:
    """Past what ends a name and has no capital, stands in marks or behind a hyphen or comma."""
    if words.spaced[last]:
        named = words.language.name_tails != frozenset() and _ends_name(words, last + 1)
        return last + (named and not _is_person(words, index))
    if index < last and _shares_end(words, last):
        return last + 2
    if words.joined(last) and _ends_name(words, last + 1) and not _is_person(words, index):
        return last + 1  # "Lunds | universitet"
    marked = past_marks(words, index, last)
    return past_town(words, marked) if marked is not None else last + _is_suffix_next(words, last)


def _shares_end(words: TextWords, last: int) -> bool:
    """Whether a hyphen leaves a noun's end to the body behind "and": "Hessischer Städte- | und Gemeindebund"."""
    if not words.language.compounds or last + 2 >= len(words.words) or words.gap(last) != "- ":
        return False
    joins, noun = words.words[last + 1] in words.language.conjunctions, words.words[last + 2]
    return joins and words.joined(last + 1) and noun[0].isupper() and words.language.is_body(noun.lower())


@cache
def _prefixed() -> re.Pattern[str]:
    """A name's last part with a part of it in lower case joined: "al-Amr", "d'Este"."""
    return re.compile(rf"(?:d['’]|(?:{'|'.join(sorted(abroad().prefixes))})-)[A-ZÀ-Þ]")


def _ends_name(words: TextWords, index: int) -> bool:
    """Whether a noun without a capital, alone or as a compound's end, ends the name of a body or place here."""
    word, language = words.words[index], words.language
    if not language.name_tails:
        return False
    return word in language.name_tails or (language.compounds and languages.ends_in(word, language.name_tails))


def _is_person(words: TextWords, index: int) -> bool:
    """Whether a run begins with a first name, and no place: what stands behind is no part of a body's name."""
    word = words.plain(index)
    return word in languages.given_names() and not gazetteer.is_sure_place(word, words.language.code)


def _is_apart(words: TextWords, last: int) -> bool:
    """Whether the next word is of another alphabet, "Трампа | New York Times", or a dateline's."""
    following = words.words[last + 1]
    if (words.words[last][0] >= CYRILLIC) != (following[0] >= CYRILLIC):
        return True
    return following.isupper() and words.language.nouns_capitalised and _is_dateline(words, last)


def _is_lettered(words: TextWords, first: int, last: int) -> bool:
    """Whether letters that tell somebody's office follow a full name: "Tess Bright | MP"."""
    following = words.words[last + 1]
    letters = len(following) > 1 and words.language.is_role(following.lower())
    return letters and first < last and not words.words[last].isupper() and _is_person(words, last - 1)


def _is_suffix_next(words: TextWords, last: int) -> bool:
    """Whether a suffix of a person's name follows behind a comma: "Tim Berg, Jr."."""
    if last + 1 >= len(words.words) or words.gap(last) != ", ":
        return False
    following = words.words[last + 1]
    return following[0].isupper() and following.lower().rstrip(".") in words.language.name_suffixes


def _is_number_next(words: TextWords, last: int) -> bool:
    """Whether a number tells which of several rulers is meant: "Carol | al II-lea"."""
    if words.words[last + 1] not in words.language.ordinals or not words.joined(last + 1):
        return False
    return words.words[last] in languages.given_names() and _ORDINAL.fullmatch(words.words[last + 2]) is not None


def _is_dateline(words: TextWords, last: int) -> bool:
    """Whether a word of capitals alone follows, as towns stand before reports: "Mardle | SEEHEIM. Sie …"."""
    word, following = words.words[last], words.words[last + 1]
    return len(following) > _LETTERS and not word.isupper() and word not in languages.given_names()


def _past_lower(words: TextWords, first: int, last: int) -> tuple[int, bool]:
    """The last of the words without a capital that belong to a name here, and whether capitals may follow them."""
    language = words.language
    noun = _named_noun(words, last) if language.adjective_endings else None
    if noun is not None:
        place = words.words[noun] in language.place_words
        if _goes_on(words, noun) and (not place or _goes_on_within(words, first, noun)):
            return noun, True
        if place:
            return noun, False
        last = noun
    step = _past_small(words, first, last) or over_subjects(words, first, last)
    if step is None and not _completes(language.code):
        return last, False
    step = step or past_attached(words, first, last) or past_numbered(words, first, last)
    if step is not None:
        return step, True
    complement = past_nouns(words, last, past_complement(words, first, last))
    if complement is None:
        return last, False
    further = _past_small(words, first, complement)  # "Conseil général du Doubs"
    return (complement, _goes_on(words, complement)) if further is None else (further, True)


def _named_noun(words: TextWords, last: int) -> int | None:
    """The index of the noun that a word with a capital makes a seat's name, or another's; None where it makes none."""
    if words.language.nouns_capitalised:
        return None  # A noun has a capital of its own where nouns do.
    return last + 1 if _is_seat(words, last) else named_by_adjective(words, last)


def _past_small(words: TextWords, first: int, last: int) -> int | None:
    """As `step_over`, which need not look closer where no small word of names follows."""
    at = last + 1
    small = at < len(words.words) and words.words[at] in _small_words(words.language.code)
    return step_over(words, first, last) if small else None


@cache
def _going_on(code: str) -> frozenset[str] | None:
    """The words without a capital with which a name may go on in a language; None where many others may, too."""
    language = languages.of(code)
    described = language.adjective_endings and not language.nouns_capitalised
    if _completes(code) or described or language.name_tails:
        return None
    joins = language.conjunctions if language.complements_follow else frozenset()
    return _small_words(code) | abroad().joins | language.ordinals | joins


@cache
def _completes(code: str) -> bool:
    """Whether plain words, numbers and what is attached may complete a body's name in a language."""
    language = languages.of(code)
    endings = language.body_adjectives or language.complement_endings
    return bool(language.postposed or language.attached or language.completed or endings)


@cache
def _small_words(code: str) -> frozenset[str]:
    """The words without a capital that may stand right behind a capital within a name."""
    language = languages.of(code)
    words = language.of_words | language.prepositions | language.definite | language.namers
    return words | language.connectors | language.particles | abroad().connectors | abroad().of_words


def _owns(words: TextWords, index: int) -> bool:
    """Whether a word that ends in "s" is a genitive behind which another name may begin; a body's may go on."""
    word = words.words[index]
    return word.endswith(POSSESSIVE) or (words.genitive(index) and not words.language.is_body(word.lower()))


def _owns_body(words: TextWords, index: int) -> bool:
    """Whether a body's name goes on behind whose it is: "Korean People's Army"."""
    if words.words[index][:-2].lower() not in words.language.owners or not words.joined(index):
        return False
    return words.language.is_body(words.words[index + 1].lower())


def named_by_adjective(words: TextWords, index: int) -> int | None:
    """The index of the common noun that an adjective with a capital makes a name of: "Европейская комиссия".

    Other adjectives may stand between: "Новоайдарський районний суд".
    """
    language = words.language
    endings = language.adjective_endings
    if not endings or language.nouns_capitalised or language.paradigms:
        return None  # In Polish every word of a name has a capital.
    endings += language.genitive_adjectives + language.naming_adjectives
    lower = words.words[index].lower()
    if not lower.endswith(endings) or lower in language.not_names or _describes_common(words, index):
        return None  # "Данный фонд"
    for noun in range(index + 1, min(index + _ADJECTIVES + 2, len(words.words))):
        word = words.words[noun]
        if not words.joined(noun - 1) or not word[0].islower():
            return None
        if language.is_body(word) or word in language.place_words or word in language.named_nouns:
            return noun
        if not word.endswith(endings):
            return None
    return None


def _describes_common(words: TextWords, index: int) -> bool:
    """Whether an adjective begins a sentence before a noun that leads to names: "Польська компанія | Orlen"."""
    return words.joined(index) and words.words[index + 1] in words.language.led_by and words.initial(index)


def _is_seat(words: TextWords, index: int) -> bool:
    """Whether an adjective with a capital and the noun behind it name a seat of government: "Белого дома"."""
    if not words.joined(index) or not words.words[index + 1].islower():
        return False
    return gazetteer.is_seat(f"{words.words[index]} {words.words[index + 1]}", words.language.code)


def _goes_on(words: TextWords, noun: int) -> bool:
    """Whether the name of a body goes on with whose it is: "районного суду Луганської області"."""
    if not words.joined(noun):
        return False
    following, language = words.words[noun + 1], words.language
    own = language.is_body(words.words[noun]) and language.is_body(following.lower())
    if (not own and following.endswith(language.noun_endings or ("\0",))) or _is_person_next(words, noun):
        return False  # "Коллегией выборщиков | Голосование"
    return following[0].isupper() and following not in languages.given_names()


def _is_person_next(words: TextWords, noun: int) -> bool:
    """Whether just two words with capitals follow, no adjective or place: "Палаты представителей | Девин Нунес"."""
    language = words.language
    if not language.case_endings or language.definite or not words.joined(noun + 1):
        return False
    first, last = words.words[noun + 1 : noun + 3]
    if not (first[0].isupper() and last[0].isupper()) or first.isupper() or last.isupper():
        return False
    described = first.lower().endswith(language.adjective_endings + language.genitive_adjectives)
    further = words.joined(noun + 2) and words.words[noun + 3][0].isupper()
    known = gazetteer.is_sure_place(first, language.code) or language.is_body(last.lower())
    return not (described or further or known or last.lower() in language.place_words)


def _goes_on_within(words: TextWords, first: int, noun: int) -> bool:
    """Whether a body's place lies in a larger one: "ради Лісового району | Озерної області"."""
    return is_body(words, first, noun) and named_by_adjective(words, noun + 1) is not None


def _is_of_two_towns(words: TextWords, first: int, last: int) -> bool:
    """Whether a stroke joins two towns in a club's name: "SG Wallau/Massenheim"."""
    if last == first or last + 1 >= len(words.words) or not words.language.nouns_capitalised:
        return False
    club, word, following = words.words[first], words.words[last], words.words[last + 1]
    letters = club.isupper() and 1 < len(club) <= _LETTERS and not word.isupper()
    return letters and following.istitle() and words.gap(last) in _STROKES
