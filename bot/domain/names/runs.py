"""How far a run of capitals goes.

Particles may stand within a run ("van der"), and a body's small words ("Bank of the North"); two subjects that a body
joins are one run as well ("Food and Drug Administration").
"""

import re

from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.names.bodies import is_body, past_attached, past_complement, past_marks
from bot.domain.names.complements import is_of_portfolio
from bot.domain.names.nouns import is_common
from bot.domain.names.subjects import lists_subjects, over_subjects
from bot.domain.names.words import CYRILLIC, POSSESSIVE, TextWords

CONNECTORS = frozenset({"of", "for", "on", "and", "the", "&"})
_PURPOSE = "for"
_ADJECTIVES = 2
_PAIR = 2
_LETTERS = 5
_STROKES = frozenset({"/", " / "})
_ADJECTIVE_ENDINGS = ("ий", "ій", "ова", "ове", "ева", "ый", "ой", "ая", "ое")
_ROMAN = re.compile("[IVX]+")
_ORDINAL = re.compile(r"[IVX]+(?:-[^\W\d_]+)?")  # "II-lea"
_PREFIXED = re.compile(r"(?:d['’]|(?:al|el|ad|an|ar|as|ash|at|az|ibn|bin|ben|ul|ur)-)[A-ZÀ-Þ]")  # "Suleiman al-Amr"


def run_end(words: TextWords, index: int) -> int:
    """The last word of the run of capitals that begins here; particles and an organisation's "of" may stand within."""
    last = index
    while not (_owns(words, last) and not _owns_body(words, last)) and (
        words.joined(last) or lists_subjects(words, index, last) or _is_of_two_towns(words, index, last)
    ):
        following = words.words[last + 1]
        if _is_apart(words, last):
            break
        if following[0].isupper() or _PREFIXED.match(following):
            last += 1
            continue
        if _is_number_next(words, last):
            return last + 2
        past, goes_on = _past_lower(words, index, last)
        last = past
        if not goes_on:
            break
    if words.joined(last) and _ends_name(words, last + 1) and not _is_person(words, index):
        return last + 1  # "Lunds | universitet"
    marked = past_marks(words, index, last)
    return marked if marked is not None else last + _is_suffix_next(words, last)


def _ends_name(words: TextWords, index: int) -> bool:
    """Whether a noun without a capital, alone or as a compound's end, ends the name of a body or place here."""
    word, language = words.words[index], words.language
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
    return words.language.nouns_capitalised and _is_dateline(words, last)


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
    return (
        following.isupper() and len(following) > _LETTERS and not word.isupper() and word not in languages.given_names()
    )


def _past_lower(words: TextWords, first: int, last: int) -> tuple[int, bool]:
    """The last of the words without a capital that belong to a name here, and whether capitals may follow them."""
    noun = last + 1 if _is_seat(words, last) else _named_by_adjective(words, last)
    if noun is not None:
        place = words.words[noun] in words.language.place_words
        if _goes_on(words, noun) and (not place or _goes_on_within(words, first, noun)):
            return noun, True
        if place:
            return noun, False
        last = noun
    step = _step_over(words, first, last) or over_subjects(words, first, last) or past_attached(words, first, last)
    if step is not None:
        return step, True
    complement = past_complement(words, first, last)
    if complement is None:
        return last, False
    further = _step_over(words, first, complement)  # "Conseil général du Doubs"
    return (complement, _goes_on(words, complement)) if further is None else (further, True)


def _owns(words: TextWords, index: int) -> bool:
    """Whether a word is a genitive behind which another name may begin; a body's may go on."""
    word = words.words[index]
    return word.endswith(POSSESSIVE) or (words.genitive(index) and not words.language.is_body(word.lower()))


def _owns_body(words: TextWords, index: int) -> bool:
    """Whether a body's name goes on behind whose it is: "Korean People's Army"."""
    if words.words[index][:-2].lower() not in words.language.owners or not words.joined(index):
        return False
    return words.language.is_body(words.words[index + 1].lower())


def _named_by_adjective(words: TextWords, index: int) -> int | None:
    """The index of the common noun that an adjective with a capital makes a name of: "Европейская комиссия".

    Other adjectives may stand between: "Новоайдарський районний суд".
    """
    language = words.language
    endings = language.adjective_endings
    if not endings or language.nouns_capitalised or language.paradigms:
        return None  # In Polish every word of a name has a capital.
    endings += language.genitive_adjectives + (_ADJECTIVE_ENDINGS if language.compounds else ())
    lower = words.words[index].lower()
    if not lower.endswith(endings) or lower in language.not_names:
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


def _is_seat(words: TextWords, index: int) -> bool:
    """Whether an adjective with a capital and the noun behind it name a seat of government: "Белого дома"."""
    if not words.language.adjective_endings or not words.joined(index) or not words.words[index + 1].islower():
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
    return is_body(words, first, noun) and _named_by_adjective(words, noun + 1) is not None


def _step_over(words: TextWords, first: int, last: int) -> int | None:
    """The index of the capital after "de", "van der" or "Bank of the", None when the run ends before them."""
    language = words.language
    before = words.words[last].lower()
    if language.postposed and _is_whole(words, first, last):
        return None
    head = language.is_body(before) or before in language.titles
    body = head or (language.postposed and is_body(words, first, last)) or _tells_purpose(words, first, last)
    for step in (1, 2):
        if last + step + 1 >= len(words.words) or not words.joined(last + step):
            return None
        if not _may_stand_within(words, last, step, body=body):
            return None
        following = words.words[last + step + 1]
        if following[0].isupper():
            parted = _is_parted(words, first, last + step, head=head, body=body)
            return None if parted else last + step + 1
    return None


def _tells_purpose(words: TextWords, first: int, last: int) -> bool:
    """Whether "of" follows what a body is for: "Centre for Control | of Lake Weed"."""
    language = words.language
    plain = not (language.postposed or language.nouns_capitalised)
    joined = plain and words.joined(last) and words.words[last + 1] in language.of_words
    return joined and _PURPOSE in words.words[first + 1 : last] and words.words[first] not in languages.given_names()


def _may_stand_within(words: TextWords, last: int, step: int, *, body: bool) -> bool:
    """Whether a word without a capital may stand within a name, so many steps behind its last capital."""
    language, word = words.language, words.words[last + step]
    if not word.islower() or (step > 1 and words.words[last + 1] in language.conjunctions):
        return False  # "David Low e de Iggy Pop", "Nato e dell'Onu": two names.
    if body and word in (language.connectors or CONNECTORS):
        return True
    foreign = not language.nouns_capitalised or word not in language.function_words
    if word in language.particles and (foreign or words.words[last] in languages.given_names()):
        return True
    article = word in language.definite or word in language.oblique
    return step > 1 and article and _leads_article(words.words[last + 1], language, body=body)


def _leads_article(word: str, language: Language, *, body: bool) -> bool:
    """Whether an article may stand behind this small word within a name: "von der Heide", "per l'Area"."""
    return word in language.particles or (body and word in language.connectors)


def _is_parted(words: TextWords, first: int, joint: int, *, head: bool, body: bool) -> bool:
    """Whether a name ends before this small word, which parts two names or tells whose somebody is."""
    return _parts(words, first, joint, head=head, body=body) or (not head and _tells_whose(words, first, joint))


def _parts(words: TextWords, first: int, joint: int, *, head: bool, body: bool) -> bool:
    """Whether the word before a capital parts two names: "Grupo Eulen | y ASISPA", "Theater | am Sonntag"."""
    language, word, following = words.language, words.words[joint], words.words[joint + 1]
    if following.lower() in language.days or word in {"and", "&"}:
        return True
    if language.postposed and (_is_elsewhere(words, first, joint) or _leads_to_person(words, first, joint)):
        return True
    if word in language.conjunctions:
        return _parts_two(words, first, joint, head=head, body=body)
    if language.nouns_capitalised and word in language.function_words and _is_no_name(following, language):
        return True  # "Ada Ries von der Feuerwehr"
    return not body and _is_bodys(following, language)


def _tells_whose(words: TextWords, first: int, joint: int) -> bool:
    """Whether a particle stands behind somebody's surname: "Ada Bos | van de Vuurbond", but "Ada van den Bos"."""
    language, given = words.language, languages.given_names()
    if language.belonging.isdisjoint(words.words[joint - 1 : joint + 1]):
        return False
    run = [word for word in words.words[first:joint] if not _leads_name(word.lower(), language)]
    return len(run) > 1 and any(
        len(word) > 1 and word not in given and word.partition("-")[0] not in given for word in run
    )


def _leads_name(lower: str, language: Language) -> bool:
    apart = (language.particles, language.titles, language.no_name)
    return any(lower in words for words in apart) or language.is_role(lower)


def _parts_two(words: TextWords, first: int, joint: int, *, head: bool, body: bool) -> bool:
    """Whether "and" parts two names: "Iván Pérez | y Ojeda", but "Castilla y León"."""
    if words.language.postposed and _are_joined(words, first, joint):
        return False
    person = not body and not is_of_portfolio(words, first)  # "consejera de Obras y Medio Ambiente"
    lone = body and words.language.postposed and not head and not _has_complement(words, first, joint)
    return person or lone or _is_another(words, first, joint)


def _is_bodys(word: str, language: Language) -> bool:
    """Whether a word is letters that stand for a body, or says what a body is."""
    return (word.isupper() and len(word) > 1) or word.lower() in language.organisation_words


def _has_complement(words: TextWords, first: int, joint: int) -> bool:
    return any(inner.islower() for inner in words.words[first + 1 : joint])


def _is_elsewhere(words: TextWords, first: int, joint: int) -> bool:
    """Whether where or what follows is no part of a body's name: "Jefatura | en Comisaría", "Gobierno | en Lugo".

    Schools, theatres and the like are named after their towns.
    """
    language = words.language
    if words.words[joint] not in language.place_prepositions:
        return False
    bare = joint - first == 1 and words.words[first].lower() not in language.namesakes
    whose = joint - first > 1 and gazetteer.is_country(words.words[joint - 1], language.code)
    adjective = words.words[joint - 1].lower().endswith(language.body_adjectives or ("\0",))
    described = adjective and joint - first == _PAIR and words.words[joint - 1][0].isupper()
    return bare or whose or described or language.is_body(words.words[joint + 1].lower())


def _is_another(words: TextWords, first: int, joint: int) -> bool:
    """Whether a name of its own begins behind "and": letters, a first name, what a body is, a place behind a place."""
    word = words.words[joint + 1]
    if (word.isupper() and len(word) > 1) or word in languages.given_names():
        return True
    return words.language.is_body(word.lower()) or _are_places(words, first, joint)


def _are_joined(words: TextWords, first: int, joint: int) -> bool:
    """Whether "and" joins two surnames of one person or stands in a place's name: "Castilla y León"."""
    if words.words[joint + 1].lower() in words.language.joined_surnames:
        return True
    names = (" ".join(words.words[start : joint + count]) for start in {first, joint - 1} for count in (2, 3))
    return any(gazetteer.is_sure_place(name, words.language.code) for name in names)


def _are_places(words: TextWords, first: int, joint: int) -> bool:
    """Whether "and" joins two places: "País Vasco | y Navarra"."""
    code = words.language.code
    before = " ".join(words.words[first:joint])
    return gazetteer.is_sure_place(words.words[joint + 1], code) and gazetteer.is_sure_place(before, code)


def _leads_to_person(words: TextWords, first: int, joint: int) -> bool:
    """Whether whose body it is follows with first name and surname: "Confcommercio | di Sergio Billè"."""
    language, given, head = words.language, languages.given_names(), words.words[first]
    if words.words[joint] not in language.of_words or words.words[joint + 1] not in given or head in given:
        return False
    if head.lower() in language.namesakes or head.lower() in language.place_words or not words.joined(joint + 1):
        return False
    surname, code = words.words[joint + 2], language.code
    return surname.istitle() and not gazetteer.is_sure_place(f"{words.words[joint + 1]} {surname}", code)


def _is_no_name(word: str, language: Language) -> bool:
    """Whether a noun tells a body or is common, in a language whose nouns have capitals."""
    return language.is_body(word.lower()) or is_common(word, language)


def _is_whole(words: TextWords, first: int, last: int) -> bool:
    """Whether where somebody is may follow letters that stand for a body: "UGT | de Madrid"."""
    word, body = words.words[last], is_body(words, first, last)
    return not body and word.isupper() and len(word) > 1 and not _ROMAN.fullmatch(word)


def _is_of_two_towns(words: TextWords, first: int, last: int) -> bool:
    """Whether a stroke joins two towns in a club's name: "SG Wallau/Massenheim"."""
    if last == first or last + 1 >= len(words.words) or not words.language.nouns_capitalised:
        return False
    club, word, following = words.words[first], words.words[last], words.words[last + 1]
    letters = club.isupper() and 1 < len(club) <= _LETTERS and not word.isupper()
    return letters and following.istitle() and words.gap(last) in _STROKES
