"""Names that are function words, verbs, calendar words or kin: Per, June, Sunday, So, He, Son; George Will, Ian Read.

Such a word is a first name where it stands in a name's place: with a capital within a sentence and before another
capital, or behind a role ("opposition leader Per Lind"), or where the text has the same two words so elsewhere.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from bot.domain.language import languages
from bot.domain.language.declension import CYRILLIC, declension, declined, in_paradigms, may_be_in_case, with_vowels
from bot.domain.language.given_genders import nominative_gender
from bot.domain.language.languages import Language
from bot.domain.names.words import POSSESSIVE, TextWords
from bot.domain.text.characters import POINTS

_CLOSING = re.compile(rf"[,{POINTS}][\"”»]\s?$")
_GOES_ON = re.compile(r",[\"”»]\s?$")  # The sentence goes on behind the quotation, so a capital is a name's.
_ENDS = frozenset({",", *POINTS})
_CONSONANTS = frozenset("BCDFGJKLMNPQRSTVWXZ")  # "An Historic" is written, "An Utah" misspelled.
_PARTICLES = 2


def borne_surnames(words: TextWords) -> frozenset[int]:
    """The indices of the surnames that look like function words, verbs or short months: "George Will", "Will wrote"."""
    doubtful, given = _doubtful_surnames(words.language.code), languages.given_names()
    alike = list(compress(words.places, map(doubtful.__contains__, words.lowered)))
    behind = [index for index in alike if words.words[index - 1] in given and words.words[index][1:].islower()]
    full = {index for index in behind if _is_behind_given(words, index)}
    if not full:
        return frozenset()
    borne = {words.plain(index) for index in full}
    alone = (index for index in alike if words.plain(index) in borne and words.words[index][1:].islower())
    return frozenset(full | {index for index in alone if not words.initial(index) or _acts(words, index)})


def _is_behind_given(words: TextWords, index: int) -> bool:
    """Whether a word that is no day and no long month stands right behind a given name."""
    if not index or not words.joined(index - 1) or words.words[index - 1] not in languages.given_names():
        return False
    lower, language = words.plain(index).lower(), words.language
    month = lower in language.months and len(words.words[index]) > _SHORT_MONTH
    return not month and (lower not in language.days or _is_day_borne(words, index))


def _is_day_borne(words: TextWords, index: int) -> bool:
    """Whether a first name and a day are somebody's name: "driver Guy Sunday", "Guy Sunday, 46, was", no date."""
    given = index - 1
    opens = words.initial(given) or words.gap(given - 1) == ", "
    return _follows_role(words, given) or (opens and _acts(words, index))


_SHORT_MONTH = 3


@lru_cache(maxsize=32)
def _doubtful_surnames(code: str) -> frozenset[str]:
    """Words that are mostly no surnames, their genitives too: verbs, and what begins sentences ("Kurz nach acht")."""
    language = languages.of(code)
    doubtful = _doubtful(code)
    doubtful |= language.verbs | language.weak_verbs | language.not_names if doubtful else doubtful
    bare = frozenset(word for word in doubtful if not word.endswith(POSSESSIVE))
    return bare | {word + owns for word in doubtful for owns in POSSESSIVE}


def first_names(words: TextWords) -> frozenset[int]:
    """The indices of the words that are first names though they look like function or calendar words."""
    doubtful = _doubtful(words.language.code)
    alike = compress(words.places, map(doubtful.__contains__, words.lowered))
    pairs = [index for index in alike if _opens_name(words, index)]
    sure = {index for index in pairs if _is_sure(words, index)}
    if not sure:
        return frozenset()
    seen = {(words.words[index], words.plain(index + 1)) for index in sure}
    again = {
        index for index in pairs if (words.words[index], words.plain(index + 1)) in seen and not _is_date(words, index)
    }
    return frozenset(sure | again)


def surnames(words: TextWords) -> frozenset[str]:
    """The words that stand right behind a given name: names where they stand alone, whatever else they mean.

    Particles may stand between where they are parts of surnames: "Stijn van den Akker".
    """
    given = languages.given_names()
    firsts = compress(words.places, map(given.__contains__, map(words.words.__getitem__, words.places)))
    behind = (_past_particles(words, index) for index in firsts)
    found = frozenset(words.plain(index) for index in behind if index and words.words[index][0].isupper())
    return found | _cases_of_roles(found, words.language)


def _cases_of_roles(surnames: frozenset[str], language: Language) -> frozenset[str]:
    """The other cases of surnames that are roles too: "Kowal", "Kowala", "Kowalowi"."""
    if not language.case_endings or language.definite:
        return frozenset()
    roles = [name for name in surnames if language.is_role(name.lower())]
    return frozenset(form for name in roles for form in (*declined(name), *in_paradigms(name, language.paradigms)))


def _past_particles(words: TextWords, index: int) -> int:
    """The index of the word behind a given name, past the particles of a surname; 0 where nothing is joined to it."""
    language, past = words.language, index
    while words.joined(past):
        past += 1
        if not language.belonging or words.words[past] not in language.particles or past > index + _PARTICLES:
            return past
    return 0


def is_owned_noun(words: TextWords, first: int, last: int) -> bool:
    """Whether a noun stands before whose it is, and no first name, whose case would be the same: "Дом | Белкина"."""
    language = words.language
    if first + 1 != last or not language.case_endings or language.definite or language.paradigms:
        return False
    owner, endings = words.words[last], language.case_endings
    if words.words[first].endswith(endings) or not owner.endswith(endings):
        return False  # "Анна Белкина"
    return any(owner.endswith(ending) and owner.removesuffix(ending) in words.surnames for ending in endings)


def in_genitive(word: str, language: Language) -> bool:
    """Whether a word is a woman's first name in the genitive, which tells whose what stands before it is: "Anei"."""
    endings = _genitive_endings(language.code)
    return bool(endings) and word.endswith(endings) and languages.given_names().get(word) == "f"


@lru_cache(maxsize=4096)
def tells_owner(noun: str, whole: str, code: str) -> bool:
    """Whether a name right behind a noun for a person, in lower case, tells by its case whose that one is.

    "Адвокат Ганни Лис" is Ганна's lawyer, but "адвоката Ганни Лис" may be Ганна. Where only women's genitives tell
    it, they do by themselves: "avocatul Anei Popa".
    """
    language, name = languages.of(code), whole.partition(" ")[0]
    if not language.postposed or language.definite or name[:1] < CYRILLIC:
        return in_genitive(name, language)
    if noun in language.relations and name == whole and name not in languages.given_names():
        return True  # "онука | Лисенка"
    cased = name in languages.given_names() and (may_be_in_case(name, nominative_gender) or _is_of_either(name))
    return cased and language.is_role(noun) and _is_nominative(noun, language)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def bearers_part(title: Sequence[str], text: str, end: int, code: str) -> int:
    """Where the part of a title begins that a name in the genitive bears: "рішення | мера Івана Прута"; 0 for all.

    The title's words end at the offset `end`, right before the name.
    """
    language, behind = languages.of(code), _NAME.match(text, end)
    if len(title) <= 1 or not language.postposed or behind is None:
        return 0
    nouns, place = [word.lower() for word in title], behind.span(1)
    name = behind.group(1).partition(" ")[0]
    if nouns[0] in language.relations and not name[:1] >= CYRILLIC:
        return next((at for at, noun in enumerate(nouns[1:], 1) if language.is_role(noun)), 0)
    cased = name in languages.given_names() and (may_be_in_case(name, nominative_gender) or _is_of_either(name))
    if language.definite or not cased or not name[:1] >= CYRILLIC or is_herself(nouns, text, place, code):
        return 0
    people = [at for at in range(1, len(nouns)) if _is_of_person(nouns[at], language) or language.is_role(nouns[at])]
    return people[-1] if people and not _is_nominative(nouns[people[-1]], language) else 0


def _is_of_either(name: str) -> bool:
    """Whether a name is a case of a woman's that may be a man's genitive itself: "Валентини", of "Валентина"."""
    told, given = declension(), languages.given_names()
    ends = [(letter, end) for letter in told.women for end in told.endings[letter] if name.endswith(end)]
    forms = (name.removesuffix(end) + letter for letter, end in ends)
    return not name.endswith(told.women) and any(given.get(form) == "" for form in forms)


def is_herself(nouns: Sequence[str], text: str, place: tuple[int, int], code: str) -> bool:
    """Whether a woman's name that may be a man's genitive is her own behind a role: "Глава района Валентина Сухова".

    Its surname is in no case, or what the role is of stands between them, or the verb behind tells of a woman where
    the role is no woman's.

    Args:
        nouns: the role's words in lower case.
        text: the article's.
        place: offsets of the name.
        code: the language's.
    """
    language, (first, _, surname) = languages.of(code), text[place[0] : place[1]].partition(" ")
    if not first.endswith(declension().women):
        return False
    if surname and _is_in_no_case(surname, nouns, language):
        return True  # "адвокатка Олександра Лис"
    if languages.given_names().get(first, "m") == "m":
        return False
    people = [noun for noun in nouns if language.is_role(noun) or _is_of_person(noun, language)]
    if len(nouns) > 1 and people == [nouns[0]]:
        return True
    verb = _VERB.match(text, place[1])
    told = verb.group(1) if verb is not None else ""
    gender = next((gender for end, gender in language.verb_genders.items() if told.endswith(end)), "")
    return len(people) == 1 and gender == "f" != language.gender_of_role(people[0])


def _is_in_no_case(surname: str, nouns: Sequence[str], language: Language) -> bool:
    """Whether a surname ends as no man's does in the genitive; behind a woman's role one without cases does too."""
    last, told = surname[-1], declension()
    if last in told.nominative:
        return last not in told.women
    hers = any(language.gender_of_role(noun) == "f" and noun not in language.relations for noun in nouns)
    return hers and last in told.endings  # "учительница Александра | Ткаченко"


def _is_of_person(noun: str, language: Language) -> bool:
    """Whether a noun may be a case of one for a person: "мера", "начальниці"."""
    told = declension()
    stems = [noun.removesuffix(end) for end in told.added if noun.endswith(end)]
    ends = [(letter, end) for letter, endings in told.endings.items() for end in endings if noun.endswith(end)]
    return any(map(language.is_role, [*stems, *(noun.removesuffix(end) + letter for letter, end in ends)]))


_NAME = re.compile(r" ([^\W\d_]+(?: [^\W\d_]+)?)")
_VERB = re.compile(r" ([^\W\d_]+)")


def _is_nominative(noun: str, language: Language) -> bool:
    """Whether a noun for a person is no other case of one: "мера" is of "мер"; "жена" ends as women's nouns do."""
    if language.gender_of_role(noun) == "f" and noun.endswith(declension().women):
        return True
    if any(map(language.is_role, with_vowels(noun))):
        return False  # "підприємця" is of "підприємець".
    return not may_be_in_case(noun, lambda word: "m" if language.is_role(word) else "")


@lru_cache(maxsize=32)
def _genitive_endings(code: str) -> tuple[str, ...]:
    return tuple(pair.split()[-1] for pair in languages.of(code).given_genitives)


@lru_cache(maxsize=32)
def _doubtful(code: str) -> frozenset[str]:
    """Words that are mostly no names, in a language in which they have no capital within a sentence."""
    language = languages.of(code)
    if not language.capitals or language.postposed:
        return frozenset()
    kin = frozenset() if language.nouns_capitalised else (language.female | language.male) - language.titles
    return (language.function_words - language.definite) | language.months | language.days | kin


def _opens_name(words: TextWords, index: int) -> bool:
    """Whether a capital stands right behind a word in title case, so that both may be one person's name."""
    if not words.joined(index):
        return False
    word, following = words.words[index], words.words[index + 1]
    if not following[0].isupper() or not following.replace("-", "").isalpha():
        return False
    shaped, head = word.istitle() or "-" in word, following.partition("-")[0]
    return shaped and len(following) > 1 and not (following.isupper() or (len(head) > 1 and head.isupper()))


def _is_sure(words: TextWords, index: int) -> bool:
    """Whether the place alone tells that a word is a first name."""
    language, word = words.language, words.words[index]
    lower = word.lower()
    if _follows_role(words, index):
        return True
    following = words.plain(index + 1).lower()
    if following in language.no_name and not (following in language.days and _is_day_borne(words, index + 1)):
        return False
    given, dated = word in languages.given_names(), lower in language.months or lower in language.days
    if _is_in_place(words, index, given=given, dated=dated):
        return True
    if dated:
        return given and words.initial(index) and not (index and words.joined(index - 1))
    if words.initial(index):
        return _is_no_article(words, index) or (given and _acts(words, index + 1))
    return _is_within_sentence(words, index) and not _is_pronoun(lower, language)


def _is_in_place(words: TextWords, index: int, *, given: bool, dated: bool) -> bool:
    """Whether two words stand where a speaker is named: in a quotation's sentence, or behind a comma that apposes."""
    cued = (given or dated or _goes_on(words, index)) and _in_cue(words, index)
    return cued or _is_apposed(words, index, given=given, dated=dated)


def _is_within_sentence(words: TextWords, index: int) -> bool:
    """Whether a word without a capital stands right before a word: within a heading every word has a capital."""
    return index > 0 and words.joined(index - 1) and words.words[index - 1][0].islower()


def _is_no_article(words: TextWords, index: int) -> bool:
    """Whether a word that is an article before vowels stands before a consonant: "An Nguyen"."""
    return words.words[index].lower() in words.language.before_vowels and words.words[index + 1][0] in _CONSONANTS


def _in_cue(words: TextWords, index: int) -> bool:
    """Whether a verb of speech joins two words to the quotation before them: "said June Carter", "June Carter said"."""
    if index > 1 and words.joined(index - 1) and words.words[index - 1].lower() in words.language.verbs:
        return _CLOSING.search(words.gap(index - 2)) is not None
    return index > 0 and _CLOSING.search(words.gap(index - 1)) is not None and _acts(words, index + 1)


def _goes_on(words: TextWords, index: int) -> bool:
    """Whether a word, no pronoun of courtesy, stands in a sentence that a quotation began: "“…,” My Tran said"."""
    behind = index > 0 and _GOES_ON.search(words.gap(index - 1)) is not None
    return behind and not _is_pronoun(words.words[index].lower(), words.language)


def _is_apposed(words: TextWords, index: int, *, given: bool, dated: bool) -> bool:
    """Whether a comma joins two words to whom they name: "the fisherman, Will Tregenza", "a driver, Sunday Okafor"."""
    if not index or words.gap(index - 1) != ", ":
        return False
    before = words.words[index - 1].lower()
    if words.language.is_role(before):
        return True
    if words.words[index - 1][0].isupper() and not words.language.nouns_capitalised:
        return False
    if _is_pronoun(words.words[index].lower(), words.language) or (dated and not given):
        return False
    last = index + 1
    ends = last + 1 == len(words.words) or words.gap(last)[:1] in _ENDS or _acts(words, last)
    return ends and not (dated and before in words.language.function_words)


def _follows_role(words: TextWords, index: int) -> bool:
    """Whether a role or a title stands right before a word."""
    before = words.words[index - 1].lower() if index > 0 and words.joined(index - 1) else ""
    return bool(before) and (before in words.language.titles or words.language.is_role(before))


def _is_pronoun(lower: str, language: Language) -> bool:
    """Whether a word has its capital from courtesy: German "Sie" and "Ihr", English "I"."""
    return len(lower) == 1 or (
        language.nouns_capitalised and (lower in language.pronouns or lower in language.possessives)
    )


def _acts(words: TextWords, last: int) -> bool:
    """Whether a verb of speech, an auxiliary or a comma follows the name that ends here."""
    if last + 1 >= len(words.words):
        return False
    gap, following = words.gap(last), words.words[last + 1].lower()
    language = words.language
    finite = following in language.verbs or following in language.weak_verbs or following in language.perfect
    return gap.startswith(",") or (gap == " " and (finite or following in language.passive_auxiliaries))


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: each place in which a day or a month is a name is asked for by itself.
def is_dated_name(words: TextWords, index: int, first: int) -> bool:
    """Whether a day or a month belongs to a name by its place: "Jean Mardi", "Jesús Marín Abril", ", Mai Lambert,".

    In languages in which it has no capital of its own one within a sentence tells it, where a name stands beside it;
    elsewhere commas around a name of three words do: ", Thi Mai Nguyen,".
    """
    language, after = words.language, index + 1
    named = words.joined(index) and words.words[after][0].isupper()
    if language.title_case or language.nouns_capitalised:
        led = index == first + 1 and words.initial(first) is False and words.gap(first - 1) == ", "
        return named and led and words.gap(after) == ", "
    before = index > first and words.words[index - 1][0].isupper()
    given = languages.given_names()
    opens = words.initial(index) and not words.gap(after).startswith(", ")
    if named and not (before or opens) and words.words[index] in given:
        return True  # "el alcalde | Domingo Ruiz"
    behind = before and not given.keys().isdisjoint(words.words[max(first, index - 2) : index])
    return behind or (named and not before and not words.initial(index) and words.gap(index - 1) == ", ")


def _is_date(words: TextWords, index: int) -> bool:
    """Whether a month or a day stands here as a date: "in June Carter said"."""
    lower = words.words[index].lower()
    language = words.language
    if lower not in language.months and lower not in language.days:
        return False
    joined = index > 0 and words.joined(index - 1)
    before = words.words[index - 1].lower() if joined else ""
    return joined and (before in language.prepositions or before in language.verbs or before.isdigit())
