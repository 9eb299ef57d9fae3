"""What completes a role before a name: "presidente del Consiglio | Romano Prodi", "лидер ЛДПР | Пётр Лапин".

In Romance and Slavic languages, and in those where ministers have portfolios ("minister van Verkeer | Ada Bos"),
whose or of what a role is stands between the role and the name, with a capital as both.
"""

from bot.domain.language import gazetteer, languages
from bot.domain.language.given_genders import nominative_gender
from bot.domain.names.bodies import is_body
from bot.domain.names.first_names import tells_owner
from bot.domain.names.words import CYRILLIC, TextWords

_REACH = 3
_FAR = 5
_MARKS = frozenset('«„“"')
_LONGEST_ACRONYM = 6
_PAIR = 2


def past_complement_of_role(words: TextWords, first: int, last: int) -> int | None:
    """The last word of what completes a role, where the name of who has the role follows it; None elsewhere."""
    language, given = words.language, languages.given_names()
    if not language.complements_follow or last == first:
        return None
    if words.words[first] in given and not is_of_portfolio(words, first):
        return None
    if _is_in_full(words, first, last):
        return _last_before(first, last - _REACH + 1)  # "глава сельсовета | Иванов Иван Петрович"
    alone = language.paradigms and _stands_before_person(words, first, last)
    letters = not language.definite and _is_acronym(words, first) and _begins_person(words, first + 1, last)
    if alone or letters:
        return first  # "przewodniczący zakładowej Solidarności | Roman Lind", "институт стран СНГ | Пётр Лапин"
    start = _past_role(words, first)
    if start is None:
        led = language.definite and words.words[first - 1] in language.prepositions
        return (_past_spot if led else _past_place)(words, first, last)
    return None if start >= last else _before_person(words, start, last)


def _last_before(first: int, name: int) -> int | None:
    """The last word of a run before a name in it, None where it is all there is."""
    return name - 1 if name > first else None


def _past_role(words: TextWords, first: int) -> int | None:
    """Where what completes a role begins: at the run, or past the role that begins it; None where there is none."""
    if has_role_before(words, first) or (_is_acronym(words, first) and _has_described_role_before(words, first)):
        return first
    begun = words.language.is_role(words.words[first].lower()) and words.words[first + 1] not in languages.given_names()
    return first + 1 if begun else None


def _before_person(words: TextWords, start: int, last: int) -> int | None:
    """The last word of what completes a role, before who has it; None where nobody is named behind it."""
    person = next((at for at in range(start + 1, last) if _begins_person(words, at, last)), None)
    if person is None:
        return start if _is_acronym_before_person(words, start, last) else None
    return None if words.words[person - 1].lower() in words.language.namesakes else person - 1


def _past_spot(words: TextWords, first: int, last: int) -> int | None:
    """The last word of where or to whom somebody speaks who is named right behind: "ha detto a Montelupo | Ugo Ferri".

    None elsewhere.
    """
    language, given = words.language, languages.given_names()
    said = not language.verbs.isdisjoint(words.words[max(0, first - _REACH) : first - 1])
    if not said or words.gap(first - 1) not in _JOINTS:
        return None
    person = next((at for at in range(first + 1, last) if words.words[at] in given), last)
    if last - person not in {1, _PAIR} or not _begins_person(words, person, last):
        return None
    lowers = [word.lower() for word in words.words[first:person]]
    own = not language.namesakes.isdisjoint(lowers) or language.place_words.issuperset(lowers)
    called = any(language.is_role(lower) or lower in language.titles for lower in lowers)
    return None if own or called or words.words[first] in given else person - 1


_JOINTS = frozenset(" '’")


def _past_place(words: TextWords, first: int, last: int) -> int | None:
    """The last word of a place behind a role and its complement: "начальник порта Озёрска | Вера Лис"; else None."""
    language, given = words.language, languages.given_names()
    if language.definite or not language.case_endings or last - first not in {_PAIR, _REACH}:
        return None
    person = words.words[last] not in given and _begins_person(words, last - 1, last)
    return last - _PAIR if person and _has_completed_role_before(words, first) else None


def _is_in_full(words: TextWords, first: int, last: int) -> bool:
    """Whether a surname, a first name and a patronymic end a run, in this order: "Иванов | Иван | Петрович"."""
    if last - first < _PAIR or _is_acronym(words, last - _PAIR):
        return False
    ends = words.words[last].endswith(words.language.patronymic_endings or ("\0",))
    return ends and words.words[last - 1] in languages.given_names()


def _has_completed_role_before(words: TextWords, index: int) -> bool:
    """Whether a role with a complement of plain words stands before a word: "начальник пожарной части"."""
    for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if not words.joined(at):
            return False
        if words.language.is_role(words.words[at].lower()):
            return at < index - 1
        if not words.words[at].islower():
            return False
    return False


def has_role_before(words: TextWords, index: int) -> bool:
    """Whether a role stands before a word, alone or with a word for "of" between: "presidente del"."""
    language = words.language
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if not words.joined(at):
            return False
        lower = words.words[at].lower()
        if language.is_role(lower):
            return True
        described = words.words[at].islower() and lower.endswith(language.genitive_adjectives or ("\0",))
        links = lower in language.of_words or lower in language.definite or lower in language.elisions
        described = described or (at < index - 1 and _is_adjective_of_role(words, at))
        if not links and not described:  # "спікер польського | Сейму Радослав Сікорський"
            return False
    return False


def _is_adjective_of_role(words: TextWords, index: int) -> bool:
    """Whether a word tells a role's country or kind right behind it: "attaccante argentino | del Como Luca Sala"."""
    language, word = words.language, words.words[index]
    if not index or not language.definite or not words.joined(index - 1):
        return False
    return language.is_adjective_behind(word) and language.is_role(words.words[index - 1].lower())


def _has_described_role_before(words: TextWords, index: int) -> bool:
    """Whether a role and its adjective stand before letters: "consilierul local | PNL"."""
    if index < _PAIR or not words.joined(index - 1) or not words.joined(index - 2) or not words.language.postposed:
        return False
    role, adjective = words.words[index - 2].lower(), words.words[index - 1]
    plain = adjective.islower() and adjective not in words.language.function_words
    return plain and words.language.is_role(role) and adjective not in words.language.verbs


def is_portfolio(words: TextWords, first: int, last: int) -> bool:
    """Whether words tell what a minister is in charge of and are nobody's name: "consejera de Salud"."""
    language = words.language
    if not language.portfolios or words.words[first].isupper():
        return False
    if not is_of_portfolio(words, first) and not _is_of_office(words, first, last):
        return False
    lower, linked = words.words[first].lower(), first > 0 and words.words[first - 1] in language.portfolio_links
    if language.is_body(lower) and not linked and lower not in language.subjects:
        return False  # "ministro do Supremo Tribunal", but "ministro da Administração Interna"
    return not gazetteer.is_sure_place(" ".join(words.words[first : last + 1]), language.code)


def _is_of_office(words: TextWords, first: int, last: int) -> bool:
    """Whether subjects alone stand behind a role and "of": "la directora general de | Tráfico"."""
    language = words.language
    if not first or words.words[first - 1] not in language.portfolio_links:
        return False
    run = (word.lower() for word in words.words[first : last + 1] if word[0].isupper())
    return all(word in language.subjects for word in run) and has_role_before(words, first)


def is_of_portfolio(words: TextWords, index: int) -> bool:
    """Whether a role that has a portfolio stands before a word, with or without a word for "of" between.

    A subject may stand between as well: "secretária de Estado dos | Transportes".
    """
    language = words.language
    for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if not words.joined(at):
            return False
        lower = words.words[at].lower()
        if lower in language.portfolios:
            if at < index - 1:
                return True
            word = words.words[index]
            ends = word.lower().endswith(language.portfolio_endings or ("\0",))
            return ends and word not in languages.given_names()
        links = lower in language.of_words or lower in language.definite or lower in language.elisions
        within = at < index - 1 and words.words[at].istitle() and lower in language.subjects
        if not links and not within:
            return False
    return False


def _begins_person(words: TextWords, index: int, last: int) -> bool:
    """Whether a given name stands here with a capital behind it, and no small word before it."""
    if index >= last or (index and not _MARKS.isdisjoint(words.gap(index - 1))):
        return False  # "Biblioteca „Octavian Goga”"
    if words.words[index] not in languages.given_names() or not words.words[index - 1][0].isupper():
        return words.words[index] in languages.given_names() and _follows_body_noun(words, index)
    return _is_name_word(words.words[index + 1])


def _follows_body_noun(words: TextWords, index: int) -> bool:
    """Whether a body's noun without a capital stands before a given name: "районної ради | Ірина Лан"."""
    language, before = words.language, words.words[index - 1]
    if language.definite or not before.islower() or before in language.function_words:
        return False
    return _is_name_word(words.words[index + 1])


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and not (word.isupper() and len(word) > 1)


def _stands_before_person(words: TextWords, first: int, last: int) -> bool:
    """Whether a word that is named after nobody stands before the first name and surname that end a run."""
    language, lower = words.language, words.words[first].lower()
    if last != first + 2 or lower in language.namesakes or lower in language.place_words or language.is_role(lower):
        return False
    return lower not in language.titles and _begins_person(words, first + 1, last)


def _is_acronym(words: TextWords, index: int) -> bool:
    """Whether a word is letters that stand for a body, and no company's form."""
    word = words.words[index]
    return word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM and word.lower() not in words.language.forms


def _is_acronym_before_person(words: TextWords, start: int, last: int) -> bool:
    """Whether a body's letters or noun lead to a name that nobody knows: "vereador do PCP | Rego Mendes"."""
    rest = words.words[start + 1 : last + 1]
    body = len(rest) == _PAIR and not words.language.definite and words.language.is_body(words.words[start].lower())
    if not _is_acronym(words, start) and not body:
        return False  # "глава | Еврокомиссии Франс Тиммер"
    code = words.language.code
    if len(rest) == 1 and gazetteer.is_city(rest[0], code):
        return False  # "vicecampioana | CFR Cluj"
    return all(_is_name_word(part) for part in rest) and not any(gazetteer.is_sure_place(p, code) for p in rest)


def completes_role(words: TextWords, name: int, last: int) -> bool:
    """Whether a name is a body's or a place's that tells whose role another has: "лидер | ЛДПР | Пётр Лапин"."""
    language, given = words.language, languages.given_names()
    if not language.postposed or words.words[name] in given:
        return False
    if any(language.is_body(word.lower()) for word in words.words[name : last + 1]):
        return True
    return words.joined(last) and words.words[last + 1][0].isupper()


def leads_to_name(words: TextWords, index: int) -> bool:
    """Whether a place in the genitive stands before another name: "мэр Москвы | Сергей Собянин"."""
    if not words.joined(index) or not is_genitive_place(words, index):
        return False
    following, language = words.words[index + 1], words.language
    own = following.lower() in language.organisation_words or following.lower() in language.place_words
    whole = gazetteer.is_nominative(words.words[index], language.code) and following not in languages.given_names()
    return following[0].isupper() and not own and not whole  # "Флорида Лайонз" is one name.


def is_genitive_place(words: TextWords, index: int) -> bool:
    """Whether a word may tell where somebody has their part, in a language whose genitive needs no word for "of"."""
    language, word = words.language, words.words[index]
    if language.definite or not language.case_endings or word in languages.given_names():
        return False
    if language.is_body(word.lower()):
        return False  # "Komenda" is no Komi.
    foreign = word[0] < CYRILLIC and not language.paradigms  # In Cyrillic letters a Latin name has no cases.
    return not foreign and (gazetteer.is_sure_place(word, language.code) or _ends_country(words, index))


def is_officers_town(words: TextWords, name: int, last: int) -> bool:
    """Whether a name tells of what town an office is: "мэр | Долинска", "Ада Лис, мэр | Озёрного Поля,".

    By an ending that no surname has, by a list of towns, or because a full name stands before the office.
    """
    language = words.language
    before = words.words[name - 1].lower().rpartition("-")[2] if name else ""
    if before not in language.offices or not words.joined(name - 1):
        return False
    word = words.words[name]
    if last == name and word.endswith(language.town_endings):
        return True
    told = words.words[name : last + 1]
    if not all(one.endswith(language.case_endings) for one in told) or not words.surnames.isdisjoint(told):
        return False
    town = last == name and gazetteer.is_city(word, language.code)
    return (town and not word.endswith(language.naming_adjectives)) or _is_apposed(words, name - 1)


def is_vessel(words: TextWords, name: int) -> bool:
    """Whether a noun for a ship with its article leads to a name, as it leads to nobody's: "il traghetto | Ada Neri".

    Without an article whoever is named may act: "sale in barca | Ada Neri".
    """
    language, noun = words.language, words.words[name - 1].lower()
    if noun not in language.vessels or not words.joined(name - 1):
        return False
    articled = bool(language.definite and language.case_endings and language.postposed)  # At its end: "feribotul".
    return articled or (name > 1 and words.words[name - 2].lower() in language.definite)


def _is_apposed(words: TextWords, office: int) -> bool:
    """Whether a full name stands before an office, a comma or a dash between: "Ада Лис — міський | голова Долини"."""
    first = office - 1 if office and words.joined(office - 1) and words.words[office - 1].islower() else office
    if first < _FULL or words.gap(first - 1) not in _APPOSING or not words.joined(first - _FULL):
        return False
    return all(words.words[at][0].isupper() for at in range(first - _FULL, first))


_FULL = 2  # Words of a full name.
_APPOSING = frozenset({", ", " — ", " – ", " - "})


def _ends_country(words: TextWords, index: int) -> bool:
    """Whether a word and the one before it are a country's name: "Південної | Кореї"."""
    if not index or not words.joined(index - 1) or not words.words[index - 1][0].isupper():
        return False
    return gazetteer.is_country(f"{words.words[index - 1]} {words.words[index]}", words.language.code)


def is_with_place(words: TextWords, first: int, place: int) -> bool:
    """Whether a place ends the name before it: a body's, "банку | України", or its own, "Великої | Британії"."""
    before = words.words[place - 1] if place > first else ""
    letters = before.isupper() and len(before) > 1 and not gazetteer.is_sure_place(before, words.language.code)
    if letters or is_body(words, first, place - 1):
        return True  # "глава | МИД Венгрии | Петер Надь"
    wholes = (" ".join(words.words[start : place + 1]) for start in range(first, place))
    return any(gazetteer.is_country(whole, words.language.code) for whole in wholes)


def is_first_name_behind(words: TextWords, first: int, last: int) -> bool:
    """Whether a first name stands right behind whose somebody is, in the genitive: "сын Павла Лисова | Иван".

    It has the gender of the noun before.
    """
    role, given = last - _OWNER - 1, languages.given_names()
    if role < 0 or not first - 1 <= role <= first or not words.joined(role):
        return False
    noun, owner = words.words[role].lower(), words.words[last - _OWNER]
    if words.words[last - 1] in given and not tells_owner(noun, owner, words.language.code):
        return False
    gender = words.language.gender_of_role(noun)
    return owner in given and gender != "" and nominative_gender(words.words[last]) == gender


_OWNER = 2  # Words of an owner's full name.
