"""What the words of a name tell by their shape: whether they may be a name at all, and whose."""

import re
from functools import lru_cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.nouns import is_common, is_noun, is_noun_in
from bot.domain.names.words import TextWords, plain
from bot.domain.values.actor import ORGANISATION, OTHER, PERSON, PLACE, Kind
from config.limits import RUN_WORDS

_ROMAN = re.compile("[IVX]{2,}")
_NAMES = 4096  # That are kept: an article has each of its names many times.
_ABBREVIATED = 4
_LETTERS = 3
_NAMED_PAIR = 2


@lru_cache(maxsize=_NAMES)
def is_unlisted(word: str, code: str) -> bool:
    """Whether a word with a capital is on no list of a language, with or without a genitive's ending, and no number.

    It is no title, no role, no day, no noun for a place, no verb, nor a small word, wherever it stands.
    """
    language, bare = languages.of(code), plain(word)
    if "-" in word or len(bare) == 1 or _ROMAN.fullmatch(bare):
        return False
    lower = bare.lower()
    told = {word.lower(), lower, lower.rstrip("."), lower.replace("’", "'").partition("'")[0]}
    calling = language.titles | language.groups | language.named_nouns | language.place_words | language.speech_nouns
    other = language.days | language.months | language.agencies | language.function_words | language.pronouns.keys()
    verbs = language.verbs | language.participles
    lists = (calling, other, verbs, language.no_name, language.not_names)
    return all(map(told.isdisjoint, lists)) and not any(map(language.is_role, told))


def is_nobody(words: TextWords, index: int, lower: str) -> bool:
    """Whether a single word with a capital is told to be no name at a glance: a function word, a common noun.

    It spares most words a closer look; what is not told here may still name nobody. `lower` is it in lower case.
    """
    language = words.language
    small = lower in language.function_words
    if not (small or language.nouns_capitalised):
        return False
    if index + 1 < len(words.words):
        following = words.words[index + 1]
        if following[0].isupper() or following in language.particles or following in language.connectors:
            return False
    if index in words.first_names or index in words.borne:
        return False
    return small or (is_noun_in(lower, language.code) and words.plain(index) not in words.surnames)


def names_somebody(words: TextWords, name: int, tokens: tuple[str, ...], *, titled: bool) -> bool:
    """Whether words with capitals may be a name at all."""
    language = words.language
    if len(tokens) > 1:
        described = language.nouns_capitalised and not titled and _is_described(tokens, language)
        return not described and not _is_plural(words, name, tokens)
    if not _may_stand(words, name, titled=titled):
        return False
    if _is_hyphened(words, name, tokens[0]):
        return False
    if (is_common(tokens[0], language) and tokens[0] not in words.surnames) or _is_small(tokens[0], language):
        return False
    named = name in words.borne or tokens[0].isupper() or (titled and language.nouns_capitalised)
    return named or tokens[0].lower() not in language.not_names  # "30 Millionen Mark"


def _is_small(word: str, language: Language) -> bool:
    """Whether a word is one letter that is a word of its own, though a title may lead to it: "First | I slept"."""
    return len(word) == 1 and word.lower() in language.stop_words


def _is_hyphened(words: TextWords, index: int, token: str) -> bool:
    """Whether a word, of which `token` is what is less a genitive, is a party and a place, or two places."""
    return "-" in words.words[index] and (_tells_party(words, index) or _joins_places(token, words.language))


def _tells_party(words: TextWords, index: int) -> bool:
    """Whether a letter and a place between commas or brackets tell whose party and where: "Ann Lee, R-Neb.,"."""
    letter, _, place = words.words[index].partition("-")
    if not (len(letter) == 1 and letter.isupper() and place[:1].isupper()) or not index:
        return False
    apart = words.gap(index - 1).endswith((", ", "("))
    return apart and (index + 1 == len(words.words) or words.gap(index).lstrip(".")[:1] in _CLOSES_ASIDE)


_CLOSES_ASIDE = frozenset({",", ")"})


def _joins_places(word: str, language: Language) -> bool:
    """Whether a hyphen joins two places to a way or a match between them: "București-Constanța"."""
    if word.count("-") != 1:
        return False
    parts, code = word.split("-"), language.code
    if gazetteer.is_sure_place(word, code) or gazetteer.is_city(word, code):
        return False
    sure = any(gazetteer.is_sure_place(part, code) for part in parts)
    return sure and all(gazetteer.is_city(part, code) or gazetteer.is_country(part, code) for part in parts)


def _may_stand(words: TextWords, name: int, *, titled: bool) -> bool:
    """Whether a single word may be a name here; one behind a title may not be an adjective."""
    if not titled:
        return name in words.borne or _may_stand_alone(words, name)
    # "начальник Московского метрополитена"
    return not (words.language.case_endings and words.language.adjective_endings and _is_adjective(words, name))


def _is_plural(words: TextWords, name: int, tokens: tuple[str, ...]) -> bool:
    """Whether a plural of common words has its capital from the sentence: "Экологические группы"."""
    endings = words.language.plural_adjectives
    return bool(endings) and tokens[-1].islower() and tokens[0].endswith(endings) and words.initial(name)


def _may_stand_alone(words: TextWords, index: int) -> bool:
    """Whether a single capitalised word may be a name at all."""
    language = words.language
    word = plain(words.words[index])
    lower = word.lower()
    told = None if is_unlisted(words.words[index], language.code) else _may_listed_stand(words, index, word, lower)
    if told is not None:
        return told
    if lower in words.lower and word not in words.surnames and words.initial(index):
        return False
    if language.adjective_endings and _is_adjective(words, index):
        return False
    return not language.nouns_capitalised or _ends_as_name(words, index)


def _may_listed_stand(words: TextWords, index: int, word: str, lower: str) -> bool | None:
    """Whether a word that a list has may be a name where it stands alone; None where the list does not tell it."""
    language = words.language
    if lower in language.named_nouns and not word.isupper():
        return False  # "відповідно до Кодексу"
    if (lower in language.place_words and not is_surname(words, index)) or _is_no_name(word, lower, language):
        return _are_letters(words, index, word) or is_surname_alone(words, index)
    if _is_group_or_verb(lower, language):
        return word.isupper() and not words.initial(index)
    return None


def _ends_as_name(words: TextWords, index: int) -> bool:
    """Whether a word does not end as nouns do, or is a surname that does: "Kranz" is no "Distanz"."""
    return not words.words[index].lower().endswith(words.language.noun_endings) or is_surname(words, index)


def is_surname(words: TextWords, index: int) -> bool:
    """Whether a word is a surname of this text, and no article leads it: "Berg said", where an Anna Berg is named."""
    led = index > 0 and words.joined(index - 1) and words.words[index - 1].lower() in words.language.determiners
    return plain(words.words[index]) in words.surnames and not led


def is_surname_alone(words: TextWords, index: int) -> bool:
    """Whether a surname that is a role too stands by itself: "Kowal mówił", "Lohmann sagte".

    Where roles may have a capital, none of its kind may have an article in the text: "Paul Richter ... der Richter".
    """
    language = words.language
    if not language.is_role(words.words[index].lower()) or not is_surname(words, index):
        return False
    if (words.words[index + 1] if words.joined(index) else "")[:1].isupper():
        return False
    return not (language.title_case or language.nouns_capitalised) or not _is_led_somewhere(words, index)


def _is_led_somewhere(words: TextWords, index: int) -> bool:
    """Whether an article or another determiner stands right before a word anywhere in a text."""
    lower, told = words.words[index].lower(), words.words
    before = (
        told[at - 1].lower() for at, word in enumerate(told) if at and word.lower() == lower and words.joined(at - 1)
    )
    return not words.language.determiners.isdisjoint(before)


def _are_letters(words: TextWords, index: int, word: str) -> bool:
    """Whether letters that look like a word stand for a body among words without capitals: "la ONCE vendió"."""
    language = words.language
    if len(word) < _LETTERS or not word.isupper() or _ROMAN.fullmatch(word) or language.nouns_capitalised:
        return False
    around = [words.words[at] for at in (index - 1, index + 1) if 0 <= at < len(words.words)]
    role = language.is_role(word.lower()) or word.lower() in language.titles
    return words.led_by_article(index) and not role and not any(near.isupper() for near in around)


def _is_no_name(word: str, lower: str, language: Language) -> bool:
    """Whether a single word is a number, a letter, a function word, a title or a role; `lower` is in lower case."""
    if len(word) == 1 or (word.isupper() and _ROMAN.fullmatch(word)):
        return True
    return lower in language.no_name or lower in language.titles or language.is_role(lower)


def _is_group_or_verb(lower: str, language: Language) -> bool:
    return lower in language.groups or lower in language.verbs or lower in language.participles


def _is_described(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether an adjective stands before a common noun, where nouns have capitals: "Nordhessisches Modellprojekt"."""
    if len(tokens) == 1 or not tokens[0].endswith(language.adjective_endings or ("\0",)):
        return False
    lowers = [token.lower() for token in tokens]
    return language.organisation_words.isdisjoint(lowers) and language.place_words.isdisjoint(lowers)


def _is_adjective(words: TextWords, index: int) -> bool:
    """Whether a word in an adjective's oblique, feminine or plural form stands before a common noun: "Вищого суду"."""
    language, lower = words.language, words.words[index].lower()
    oblique = lower.endswith(language.adjective_endings) and not lower.endswith(language.nominative_endings)
    if not oblique or not words.joined(index):
        return False
    following = words.words[index + 1]
    verb = following in language.verbs or following.endswith(language.verb_endings or ("\0",))
    return following[0].islower() and not verb and following not in language.function_words


@lru_cache(maxsize=_NAMES)
def looks_like_name(tokens: tuple[str, ...], code: str) -> bool:
    """Whether capitals tell a name where every noun has one: a given name first, or an acronym."""
    if tokens[0] in languages.given_names():
        return True
    language = languages.of(code)
    for token in tokens:
        if token.isupper() and len(token) > 1:
            return True
    if any(language.is_body(token.lower()) for token in tokens) and not is_common(tokens[-1], language):
        return True
    return len(tokens) > 1 and not any(is_noun(token.lower(), language) for token in tokens)


def looks_like_place(token: str, words: TextWords, index: int) -> bool:
    """Whether a word is a city's name, or has a place's ending and a preposition before it."""
    language = words.language
    if gazetteer.is_city(token, language.code):
        return True
    before = words.words[index - 1].lower() if index and words.joined(index - 1) else ""
    return before in language.prepositions and token.endswith(language.place_endings or ("\0",))


def kind_of(tokens: tuple[str, ...], *, titled: bool, language: Language) -> Kind:
    """The kind that a name's words tell, a title before it counted; OTHER where they tell none."""
    return _kinds_of(tokens, language.code)[titled]


@lru_cache(maxsize=_NAMES)
def _kinds_of(tokens: tuple[str, ...], code: str) -> tuple[Kind, Kind]:
    """The kinds that a name's words tell without a title before it and with one."""
    return _kind_of(tokens, code, titled=False), _kind_of(tokens, code, titled=True)


def _kind_of(tokens: tuple[str, ...], code: str, *, titled: bool) -> Kind:
    language = languages.of(code)
    lowers = [token.lower() for token in tokens]
    if _is_body(tokens, lowers, language):
        return _of_body(tokens, lowers, titled=titled, language=language)
    if not language.place_words.isdisjoint(token for token in tokens if token.islower()):
        return PLACE  # "губернатор Озерской области"
    if not titled and _is_saints(lowers, language):
        return PLACE
    if titled and (_is_short(tokens, language) or _is_club(tokens, lowers)):
        return ORGANISATION
    if titled or _begins_as_person(tokens, language) or _ends_as_person(tokens, lowers, language):
        return PERSON
    return _by_place_words(tokens, lowers, language)


def _is_saints(lowers: list[str], language: Language) -> bool:
    """Whether a name is a saint's with no surname, as churches, schools and towns have: "St Anne's primary school"."""
    pair = len(lowers) == _NAMED_PAIR and lowers[0] in abroad().saints
    return pair and not (language.postposed or language.nouns_capitalised)


def _of_body(tokens: tuple[str, ...], lowers: list[str], *, titled: bool, language: Language) -> Kind:
    """A person where a first name begins a name behind a title, or one whose surname is a body's noun; else a body."""
    firm = lowers[-1] in language.organisation_suffixes  # "der Konkurrent Axel Springer SE"
    called = (titled or _is_surname_last(tokens, language)) and not firm
    return PERSON if called and tokens[0] in languages.given_names() else ORGANISATION


def _is_surname_last(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether only the last of two words is a noun for a body, which stands first where nouns do: "Fernando Sala"."""
    pair = language.postposed and not language.case_endings and len(tokens) == _NAMED_PAIR
    return pair and tokens[1].istitle() and not language.is_body(tokens[0].lower())


def _by_place_words(tokens: tuple[str, ...], lowers: list[str], language: Language) -> Kind:
    """A place where a word tells one, a body where letters do; a club's letters count more: "FC Porto"."""
    letters = _is_letters(tokens, language)
    club = letters and len(tokens) == _NAMED_PAIR and tokens[-1].istitle()
    if not club and not language.place_words.isdisjoint(lowers):
        return PLACE
    return ORGANISATION if letters else OTHER


def _is_short(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether a name is a few letters that stand for a body, in a language in which a title may stand before them."""
    if not (language.postposed or language.nouns_capitalised):
        return False
    return len(tokens) == 1 and len(tokens[0]) <= _ABBREVIATED and _is_letters(tokens, language)


def _is_club(tokens: tuple[str, ...], lowers: list[str]) -> bool:
    """Whether a club's letters begin a name, so that what stands before it is no person's title: "Sieger HC Kronau"."""
    return len(tokens) > 1 and lowers[0] in abroad().clubs and tokens[0].isalpha() and not tokens[0].istitle()


def _begins_as_person(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether a first name begins a name that does not end in a place behind a surname."""
    if len(tokens) == 1 or tokens[0] not in languages.given_names():
        return False
    if len(tokens) > _NAMED_PAIR and tokens[1] in languages.given_names():
        return True  # "Juan Carlos de Ávila"
    if tokens[1][0].isupper() and tokens[1].lower() in language.particles:
        return True  # "Salvatore Lo Monaco", "Carlo Di Maio"
    return not (len(tokens) > _NAMED_PAIR and language.postposed and gazetteer.is_sure_place(tokens[-1], language.code))


def _ends_as_person(tokens: tuple[str, ...], lowers: list[str], language: Language) -> bool:
    """Whether a surname's particle stands before the last word: "Arend de Wit", but not "Ronde van de Vogezen"."""
    if not language.belonging or len(tokens) < _NAMED_PAIR + 1 or lowers[0] in language.place_words:
        return False
    joint, before = tokens[-2], tokens[-3]
    whose = joint in language.belonging or (joint in language.definite and before in language.belonging)
    return joint in language.particles and not whose


def _is_body(tokens: tuple[str, ...], lowers: list[str], language: Language) -> bool:
    """Whether a name tells a body by what it is, a company's form, or an adjective before letters."""
    if lowers[-1] in language.organisation_suffixes or not language.forms.isdisjoint(lowers):
        return True
    described = len(tokens) > 1 and lowers[0].endswith(language.adjective_endings or ("\0",))
    return (described and tokens[-1].isupper()) or any(map(language.is_body, lowers))  # "Дніпропетровська ОДА"


def _is_letters(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether a name is the letters that stand for a body, or begins with a club's ("KSV Seeheim") abroad."""
    alone = len(tokens) == 1 or language.postposed or language.nouns_capitalised
    return alone and tokens[0].isupper() and 1 < len(tokens[0]) <= _ABBREVIATED + (len(tokens) == 1) * RUN_WORDS


def past_origin(words: TextWords, first: int, last: int) -> int:
    """Past the last word of a run, but for its end, that is no part of a name: "the Korean-born | Ann Lee"."""
    for index in range(last - 1, first - 1, -1):
        if "-" in words.words[index] and is_origin(words.words[index], words.language):
            return index + 1
    return first


def is_origin(word: str, language: Language) -> bool:
    """Whether a word is no part of a name: it tells whence somebody is, "Korean-born", or is a "T-shirt"."""
    head, hyphen, tail = word.rpartition("-")
    whence = len(head) == 1 or gazetteer.is_people(head, language.code) or gazetteer.is_sure_place(head, language.code)
    return bool(hyphen) and tail.islower() and whence


def are_letters(words: TextWords, first: int, last: int) -> bool:
    """Whether letters that look like a small word begin a name behind an article: "l'AS Mardelle"."""
    word = words.words[first]
    if len(word) == 1 or not word.isupper():
        return False
    return words.words[min(first + 1, last)].istitle() and words.led_by_article(first)


def gender_of_age(words: TextWords, name: int) -> str:
    """The gender that an article before an age tells of who is named behind both: "der 58-jährige | Zerk Kamm"."""
    if name < _NAMED_PAIR or not words.words[name - 1][0].isdigit():
        return ""
    aged = words.words[name - 1].lstrip("0123456789-") in words.language.ages
    return words.language.articles.get(words.words[name - 2].lower(), "") if aged else ""
