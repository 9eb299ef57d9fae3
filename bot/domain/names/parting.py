"""Parts a run of capitals: where one name ends and another begins, and what stands beside a name and is none of it."""

from functools import lru_cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.languages import Language
from bot.domain.names.bodies import is_marked
from bot.domain.names.complements import is_first_name_behind, is_with_place, leads_to_name, past_complement_of_role
from bot.domain.names.first_names import in_genitive, is_dated_name, is_owned_noun
from bot.domain.names.nouns import is_common
from bot.domain.names.runs import named_by_adjective
from bot.domain.names.shapes import are_letters, is_origin, is_unlisted, past_origin
from bot.domain.names.words import TextWords, plain_lower

_NAMED_PAIR = 2
_LONGEST_PERSON = 3
_TWO_PEOPLE = 3
_SHORT_MONTH = 3


def first_of_two(words: TextWords, first: int, last: int) -> int:
    """Where the first name of a run ends when another follows it right away."""
    declined = words.language.case_endings
    if first == last or (declined and is_marked(words, first, last)):
        return last  # «Вашингтон Кэпиталз»
    place = next((at for at in range(first, last) if leads_to_name(words, at)), None) if declined else None
    if place is not None:
        return place if place == first or is_with_place(words, first, place) else place - 1
    whose = past_complement_of_role(words, first, last)
    if whose is not None:
        return whose
    if words.language.nouns_capitalised:
        return first + _past_first_german(words, first, last)
    if words.language.one_surname:
        return _first_of_surnames(words, first, last)
    return _first_in_cases(words, first, last)


def _first_of_surnames(words: TextWords, first: int, last: int) -> int:
    """Where the first of two names ends where nobody has two surnames: "Ad Anna Prati | Luca Moro ha ceduto".

    A woman's name in the genitive tells whose a body is: "Partidul | Anei Popa".
    """
    if _are_two_people(words, first, last):
        return last - _NAMED_PAIR
    return next((at for at in range(first, last - 1) if _is_owned(words, at)), last)


def _is_owned(words: TextWords, at: int) -> bool:
    """Whether the name of whose it is stands right behind a body's noun that no body is named after people by."""
    head, language = words.words[at].lower(), words.language
    if not in_genitive(words.words[at + 1], language) or not language.is_body(head):
        return False
    return head not in language.namesakes and head not in language.place_words


def _first_in_cases(words: TextWords, first: int, last: int) -> int:
    """Where the first of two names ends where names are declined and need no "of"; the end of the run elsewhere."""
    language = words.language
    if language.suffixed_names and _has_place_behind(words, first, last):
        return last - 1  # "Nuri Ceylan | Paris'te"
    if language.definite or not language.case_endings:
        return last
    if _has_place_behind(words, first, last):
        return last - 1
    if _stands_in_place(words, first, last):
        return first  # "Комунальник з Марганця | Віктор Лис"
    if _are_two_people(words, first, last):
        return last - _NAMED_PAIR  # "Адвокат Ігоря Лісового | Олександр Лисак"
    return last - is_first_name_behind(words, first, last)


def _stands_in_place(words: TextWords, first: int, last: int) -> bool:
    """Whether a preposition leads to where somebody is who is named right behind, where names are declined."""
    language, given = words.language, languages.given_names()
    if not first or last - first < _NAMED_PAIR:
        return False
    led = words.joined(first - 1) and words.words[first - 1] in language.place_prepositions
    person = words.words[first] not in given and words.words[first + 1] in given and words.words[first + 2] not in given
    return led and person and last - first <= _TWO_PEOPLE


def _are_two_people(words: TextWords, first: int, last: int) -> bool:
    """Whether two first names with their surnames end a run, one right behind the other."""
    given = languages.given_names()
    if last - first < _TWO_PEOPLE:
        return False
    first_given, _, second_given, surname = (word in given for word in words.words[last - _TWO_PEOPLE : last + 1])
    return first_given and second_given and not surname  # A surname may look like a first name: "Анны Левиной".


def _has_place_behind(words: TextWords, first: int, last: int) -> bool:
    """Whether a great place stands right behind somebody's full name: "Мария Вяткина | Москва"."""
    if last - first < _NAMED_PAIR or words.words[first] not in languages.given_names():
        return False
    if words.words[last - 1].islower():
        return False  # "Iancu de Hunedoara"
    return gazetteer.is_sure_place(words.words[last], words.language.code)


def _past_first_german(words: TextWords, first: int, last: int) -> int:
    """How many words behind its first a name ends: "Kupfers | Komische Oper", "Thomas Kilian | Rainer Scholz"."""
    given = [words.words[at] in languages.given_names() for at in range(first, last + 1)]
    endings = words.language.genitive_endings
    if len(given) > _NAMED_PAIR and given[1] and _is_body_by_letters(words, first):
        return 0
    for at in range(1, len(given) - 1):
        owns = given[at - 1] and words.words[first + at].endswith(endings) and not given[at]
        if (owns and not given[at + 1]) or (given[at - 1 : at + 2] == [True, False, True] and at + 2 < len(given)):
            return at
    return last - first


def _is_body_by_letters(words: TextWords, index: int) -> bool:
    """Whether an article and capitals alone name a body before somebody: "beschrieb das BKA | Ann Lee"."""
    word, lower, language = words.words[index], words.words[index].lower(), words.language
    letters = word.isupper() and word.isalpha() and len(word) > 1 and words.led_by_article(index)
    return letters and not (lower in language.titles or language.is_role(lower))


def pieces(words: TextWords, first: int, last: int) -> list[tuple[int, int]]:
    """The run parted at days, months and behind agencies, and freed of function words at its start."""
    if first == last and is_unlisted(words.words[first], words.language.code):
        return [(first, last)]
    whole = _parting(words.language.code).isdisjoint(map(plain_lower, words.words[first : last + 1]))
    parted = [(first, last)] if whole else _parted(words, first, last)
    return [(begin, end) for piece in parted for begin, end in [_without_function_words(words, *piece)] if begin <= end]


def _parted(words: TextWords, first: int, last: int) -> list[tuple[int, int]]:
    """The run parted at days and months and behind agencies."""
    parted: list[tuple[int, int]] = []
    at = first
    for index in range(first, last + 2):
        if index > last or _is_calendar(words, index, first):
            if at < index:
                parted.append((at, index - 1))
            at = index + 1
        elif index < last and _is_agency(words, index) and _is_given(words, index + 1, first):
            parted.append((at, index))  # "told Reuters Ann Lee": two names.
            at = index + 1
    return parted


def _is_calendar(words: TextWords, index: int, first: int) -> bool:
    """Whether a day or a month stands here that is nobody's name."""
    language, lower = words.language, plain_lower(words.words[index])
    if not words.first_names.isdisjoint((index - 1, index)) or index in words.borne:
        return False
    if is_dated_name(words, index, first):
        return False
    borne = _is_of_name(words, index) or (_is_given(words, index - 1, first) and not words.before_number(index))
    month = lower in language.months and not borne  # "Julio": months have no capital.
    return lower in language.days or (month and not (language.postposed and _is_given(words, index, first)))


def _is_of_name(words: TextWords, index: int) -> bool:
    """Whether what may be a month belongs to a name: "Rio de | Janeiro", in short and beside no number "do | Mar"."""
    if not words.language.postposed or not index:
        return False
    if gazetteer.is_sure_place(" ".join(words.words[max(0, index - 2) : index + 1]), words.language.code):
        return True
    if len(words.words[index]) > _SHORT_MONTH:
        return False
    beside = words.words[max(0, index - 2) : index + 2]
    return words.words[index - 1].islower() and not any(word.isdigit() for word in beside)


def _is_agency(words: TextWords, index: int) -> bool:
    return plain_lower(words.words[index]) in words.language.agencies


@lru_cache(maxsize=32)
def _parting(code: str) -> frozenset[str]:
    """The words with a capital that belong to no name and may stand right beside one."""
    language = languages.of(code)
    return language.days | language.months | language.agencies


def _is_given(words: TextWords, index: int, floor: int) -> bool:
    return index >= floor and words.words[index] in languages.given_names()


def _without_function_words(words: TextWords, first: int, last: int) -> tuple[int, int]:
    language = words.language
    first = past_origin(words, first, last) if first < last else first
    if first > 0 and words.words[first - 1].isdigit() and words.words[first].lower() in language.not_names:
        first += 1  # "5000 Mark Schaden"
    while first <= last and _stands_before(words, first, last):
        first += 1
    if first < last and _stands_beside(words, first, last):
        first += 1
    while last >= first and last not in words.borne and _ends_outside(words, last):
        last -= 1
    alone = first == last and not language.postposed and "-" in words.words[last]
    return first + (alone and is_origin(words.words[last], language)), last  # "a London-based firm" names nobody.


def _stands_beside(words: TextWords, first: int, last: int) -> bool:
    """Whether a noun with a capital stands before a name: "Comuna | Chibed", "le Britannique | Chris Lind"."""
    leads = _leads(words, first) and not _describes(words, first + 1)
    return leads or is_countryman(words, first, last)


def is_countryman(words: TextWords, first: int, last: int) -> bool:
    """Whether a run begins with somebody's country or age, and two words or three behind it are a person's name.

    Where adjectives have no capital, a capital tells the noun; elsewhere a first name must follow.
    """
    language, name = words.language, words.words[first + 1 : last + 1]
    if language.case_endings or not 1 < len(name) <= _LONGEST_PERSON:
        return False  # Nouns for people have no capital where names are declined.
    if words.tells_age(first):
        return True
    if not gazetteer.is_people(words.words[first], language.code):
        return False
    if any(not part.istitle() or _tells(part.lower(), language) or language.is_role(part.lower()) for part in name):
        return False
    nouns = language.postposed or language.nouns_capitalised
    return name[0] in languages.given_names() or (nouns and not is_common(name[-1], language))


def _leads(words: TextWords, index: int) -> bool:
    """Whether a noun stands before a name and is no part of it: "Comuna", as a compound's end "Coalitiepartij".

    A compound for a body is none of the letters behind it either: "Makelaarsvereniging | NVM".
    """
    language, lower, following = words.language, words.words[index].lower(), words.words[index + 1]
    if words.words[index] in languages.given_names():
        return False  # "Noor Lind" is no Norwegian.
    if lower in language.led_by or not language.compounds:
        return lower in language.led_by
    letters = following.isupper() and len(following) > 1 and lower not in language.organisation_words
    letters = letters and following.lower() not in language.organisation_suffixes  # "Metallgesellschaft AG"
    return languages.ends_in(lower, language.led_by) or (letters and language.is_body(lower))


def _describes(words: TextWords, index: int) -> bool:
    """Whether a word goes on with what a body is and begins no name: "Compania | Națională", "Ziarul | de Gardă"."""
    word, endings = words.words[index], words.language.body_adjectives
    return word.islower() or (bool(endings) and words.language.postposed and word.lower().endswith(endings))


def _stands_before(words: TextWords, first: int, last: int) -> bool:
    """Whether a word with a capital stands before a name and is none of it: a function word, a verb, a noun."""
    if first in words.first_names or first in words.borne:
        return False
    language, lower = words.language, plain_lower(words.words[first])
    if first < last and _begins_within(words, first, last):
        return False
    head = lower if lower.isalpha() else lower.replace("’", "'").partition("'")[0]
    outside = lower in language.function_words or head in language.pronouns
    outside = outside or (bool(language.case_endings) and _opens_with_words(words, first, last))
    if not outside and first < last:
        outside = _is_verb_or_noun(words, first, last)
    if not outside or are_letters(words, first, last):
        return False
    return not _begins_place(words, first, last) and not _is_article_of_name(words, first, last)


def _is_verb_or_noun(words: TextWords, first: int, last: int) -> bool:
    """Whether a verb of speech stands before a name, or a noun whose capital is the sentence's."""
    language, lower = words.language, plain_lower(words.words[first])
    spoken = lower in language.verbs or lower in language.participles
    return spoken or (language.postposed and _only_opens(words, first, last)) or _is_object(words, first)


def _opens_with_words(words: TextWords, first: int, last: int) -> bool:
    """Whether a noun begins a sentence where nouns are declined: for what is said ("Răspunsul"), or "Дом | Белкина"."""
    said = words.words[first].lower() in words.language.speech_nouns
    return (said or is_owned_noun(words, first, last)) and _is_of_sentence(words, first, last)


def _begins_within(words: TextWords, first: int, last: int) -> bool:
    """Whether a small word has its capital as a name's: "de Van Gaal", "em São Bernardo do Campo"."""
    lower = plain_lower(words.words[first])
    if words.words[first].islower() and not words.language.belonging:
        return False  # "Efectivos de | Salvamento Marítimo"
    if lower in words.language.particles and _begins_surname(words, first, last):
        return True
    return lower in words.language.namesakes and words.words[first].istitle() and not words.initial(first)


def _begins_surname(words: TextWords, first: int, last: int) -> bool:
    """Whether a particle with a capital begins a surname: within a sentence, or of somebody whose full name is told."""
    if words.language.belonging and words.words[last] in words.surnames:
        return all(word.islower() for word in words.words[first + 1 : last])
    return not words.initial(first) and words.words[first].lower() not in words.language.definite


def _is_article_of_name(words: TextWords, first: int, last: int) -> bool:
    """Whether an article within a sentence has its capital as a name's first word: "en La Habana", "la Repubblica"."""
    language, word = words.language, words.words[first]
    bare = not language.postposed and not language.belonging
    leads = word.lower() in language.definite or _leads_in_name(word, language)
    if first == last or bare or not leads or words.initial(first):
        return False
    listed = words.gap(first - 1) == ", "
    return word.istitle() and (listed or (words.joined(first - 1) and words.words[first - 1].islower()))


def _leads_in_name(word: str, language: Language) -> bool:
    """Whether a small word that is no pronoun has a capital of its own in a Romance name: "Más Lago"."""
    lower = word.lower()
    romance = language.postposed and bool(language.definite) and lower in language.function_words
    return romance and lower not in language.pronouns and lower not in language.possessives


def _begins_place(words: TextWords, first: int, last: int) -> bool:
    """Whether a word that may be a verb or an article begins a town's or a country's name here: "São Paulo"."""
    if first == last:
        return False
    if last > first + 1 and words.words[first].lower() in words.language.definite:
        return False  # "La Unión | Europea"
    both, code = words.words[first : first + 2], words.language.code
    return gazetteer.is_sure_place(" ".join(both), code) and not gazetteer.is_sure_place(both[1], code)


def _ends_outside(words: TextWords, last: int) -> bool:
    """Whether a function word ends a run of capitals, and is no initial or part of a name: "Enrico Lo Verso"."""
    word = words.words[last]
    if plain_lower(word) not in words.language.function_words:
        return False
    before = words.words[last - 1] if last else ""
    if before.istitle() and before.lower() in words.language.particles and not words.initial(last - 1):
        return False
    goes_on = (before.istitle() or before in words.language.connectors) and words.joined(last - 1)
    if goes_on and word.istitle() and _leads_in_name(word, words.language):
        return word.lower() in words.language.definite  # "le Grand Est", "Ferrovie dello Stato"
    return len(word) > 1


def _only_opens(words: TextWords, index: int, last: int) -> bool:
    """Whether a capital is the sentence's and not the name's that follows ("Рішення Дмитра Савчука")."""
    given, language, following = languages.given_names(), words.language, words.words[index + 1]
    lower, after = words.words[index].lower(), following.lower()
    if not _is_of_sentence(words, index, last):
        return False
    if after in language.forms:
        return True
    adjective = lower.endswith(language.adjective_endings or ("\0",))
    if language.forms and lower in language.groups and not language.is_body(lower):
        return True  # "Вчені | Інституту археології"
    if _leads_name(lower, language) or (adjective and _tells(after, language)):
        return False
    if _is_told_noun(words, lower) or (following in given and index + 1 < last):  # "Axl Rose" is a name.
        return True
    # "Сотрудница | Третьяковской галереи"
    return not adjective and (_is_whose(following, language) or _is_of_body(words, index + 1))


def _is_object(words: TextWords, index: int) -> bool:
    """Whether an object begins a sentence before who does it, where verbs stand last: "Projeyi | Ada Yapı çizdi"."""
    language, word = words.language, words.words[index]
    if not language.verb_last or not words.initial(index) or not word.istitle() or word in languages.given_names():
        return False
    return word.endswith(language.oblique_endings) and not _tells(word.lower(), language)


def _is_of_body(words: TextWords, index: int) -> bool:
    """Whether an adjective in the genitive begins the name of a body here."""
    endings = words.language.genitive_adjectives
    return bool(endings) and words.words[index].endswith(endings) and named_by_adjective(words, index) is not None


def _is_whose(word: str, language: Language) -> bool:
    """Whether a noun before this word tells what is of it, and no name: "Ședința | Consiliului Județean"."""
    lower = word.lower()
    if language.portfolio_endings and lower.endswith(language.portfolio_endings) and language.is_body(lower):
        return True
    return bool(language.forms) and (_is_known(word, language) or language.is_body(lower))


def _is_of_sentence(words: TextWords, index: int, last: int) -> bool:
    """Whether a word may have its capital from the sentence that it begins: no first name, no letters, not in marks."""
    word = words.words[index]
    if not words.initial(index) or word in languages.given_names():
        return False
    return not word.isupper() and not is_marked(words, index, last)


def _tells(lower: str, language: Language) -> bool:
    """Whether a word tells a body or a place by what it is."""
    return lower in language.place_words or language.is_body(lower)


def _leads_name(lower: str, language: Language) -> bool:
    """Whether a word before a name may belong to it, or is its role."""
    return _tells(lower, language) or lower in language.titles or language.is_role(lower)


def _is_told_noun(words: TextWords, lower: str) -> bool:
    """Whether the text or its ending tells that a word is a common one."""
    language = words.language
    return lower in words.lower or lower in language.not_names or lower.endswith(language.noun_endings or ("\0",))


def _is_known(word: str, language: Language) -> bool:
    """Whether a word is a name by itself: letters that stand for a body, a country or a great place."""
    return (word.isupper() and len(word) > 1) or gazetteer.is_sure_place(word, language.code)
