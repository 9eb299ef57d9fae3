"""Small words within a run of capitals: which go on with a name, and which part it from another.

"Bank of | the North", "Ada van den | Bos", "Castilla y | León", but "Iván Pérez | y Ojeda", "UGT | de Madrid".
"""

import re
from operator import itemgetter

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.languages import Language
from bot.domain.names.bodies import is_body
from bot.domain.names.complements import is_of_portfolio
from bot.domain.names.first_names import in_genitive
from bot.domain.names.nouns import is_common
from bot.domain.names.words import TextWords

_FIRST = itemgetter(0)
_PAIR = 2
_ROMAN = re.compile("[IVX]+")


# Complexity: the conditions of one reading, each a cheap way out before the next.
def step_over(words: TextWords, first: int, last: int) -> int | None:
    """The index of the capital after "de", "van der" or "Bank of the", None when the run ends before them."""
    if not any(map(str.isupper, map(_FIRST, words.words[last + 2 : last + 4]))) or not words.joined(last + 1):
        return None
    language = words.language
    before = words.words[last].lower()
    if language.postposed and _is_whole(words, first, last):
        return None
    head = language.is_body(before) or (before in language.titles and not language.nouns_capitalised)
    body = head or (language.postposed and is_body(words, first, last)) or _tells_purpose(words, first, last)
    for step in (1, 2):
        if last + step + 1 >= len(words.words) or not words.joined(last + step):
            return None
        if not _may_stand_within(words, first, last, step, body=body):
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
    purposes, given = abroad().purposes, words.words[first] in languages.given_names()
    return joined and not purposes.isdisjoint(words.words[first + 1 : last]) and not given


def _may_stand_within(words: TextWords, first: int, last: int, step: int, *, body: bool) -> bool:
    """Whether a word without a capital may stand within a name, so many steps behind its last capital."""
    language, word = words.language, words.words[last + step]
    if not word.islower() or (step > 1 and words.words[last + 1] in language.conjunctions):
        return False  # "David Low e de Iggy Pop", "Nato e dell'Onu": two names.
    if body and word in (language.connectors or abroad().connectors):
        return True
    away = body and language.postposed and word in language.prepositions  # "Orchestra Cherubini | al Teatro"
    if not away and _is_particle(words, first, last, word):
        return True
    if step == 1:
        return _goes_on_alone(words, first, last)
    article = any(word in articles for articles in (language.definite, language.oblique, language.neuter))
    return article and _leads_article(words.words[last + 1], language, body=body)


def _goes_on_particle(words: TextWords, last: int, word: str) -> bool:
    """Whether an article goes on with a particle that has a capital: "Alexander Van | der Bellen"."""
    led = words.words[last].lower() in words.language.particles and word in words.language.definite
    return led and last > 0 and words.joined(last - 1)


def _goes_on_alone(words: TextWords, first: int, last: int) -> bool:
    """Whether a small word goes on with a name that is no body's: a place's, a saint's, a work's."""
    if _names_after(words, last) or _is_of_saint(words, first, last):
        return True
    return _is_told_for(words, last) or _is_about_subject(words, first, last)


def _is_particle(words: TextWords, first: int, last: int, word: str) -> bool:
    """Whether a word may stand within somebody's name; one that is a preposition too, behind a first name.

    A Romance word for "of" may stand behind a surname as well ("Ana Manso de Lara"); those that tell where, and Arabic
    particles that are Romance words too, need a first name: "Cremonese | al Mapei Stadium".
    """
    language, given = words.language, languages.given_names()
    if word not in language.particles:
        return _goes_on_particle(words, last, word)
    away = word in language.place_prepositions or (word in abroad().prefixes and word in language.function_words)
    if language.postposed and away:
        begins = last == first or words.words[first].lower() not in language.function_words  # "Los Ángeles | el"
        return words.words[first] in given or (begins and words.words[last] in given)
    first_name = words.words[last] in given and not (first == last and _is_led_noun(words, last))
    plain = not language.nouns_capitalised or word not in language.function_words or first_name
    return plain or _goes_on_particle(words, last, word)


def _is_led_noun(words: TextWords, index: int) -> bool:
    """Whether a first name is a common noun too, and a preposition or an article leads it: "am Rand von Celle"."""
    language, before = words.language, words.words[index - 1].lower() if index else ""
    led = before in language.prepositions or before in language.determiners
    return led and is_common(words.words[index], language)


def _is_of_saint(words: TextWords, first: int, last: int) -> bool:
    """Whether "of" goes on with a saint's name: "Santa Maria | delle Grazie"."""
    word, language = words.words[last + 1], words.language
    of = word in language.of_words and word in language.connectors and word not in language.place_prepositions
    return of and last > first and words.words[first].lower() in abroad().saints


def _names_after(words: TextWords, last: int) -> bool:
    """Whether a place bears the name of who follows: "Valea | lui Mihai"."""
    language, head = words.language, words.words[last]
    return words.words[last + 1] in language.namers and head.istitle() and head.lower() in language.place_words


def _is_told_for(words: TextWords, last: int) -> bool:
    """Whether a preposition goes on with what a body or a work is called: "el colectivo Ecologistas | en Acción"."""
    language = words.language
    if words.words[last + 1] not in language.prepositions or words.words[last + 1] in language.particles:
        return False
    if not _is_called(words, last) and not _is_in_subject(words, last):
        return False
    towns = (" ".join(words.words[last + 2 : end]) for end in (last + 3, last + 4, last + 5))
    return not any(gazetteer.is_city(town, language.code) for town in towns)


def _is_in_subject(words: TextWords, last: int) -> bool:
    """Whether what a body is for follows a preposition of place with a capital: "Ecologistas | en Acción"."""
    language, at = words.language, last + 2
    subject = at < len(words.words) and words.words[at].istitle() and words.words[at].lower() in language.subjects
    head = language.is_body(words.words[last].lower())
    return subject and language.postposed and not head and words.words[last + 1] in language.place_prepositions


def _is_about_subject(words: TextWords, first: int, last: int) -> bool:
    """Whether what a body is about follows a preposition of neither place nor owner: "Istituto Studi | sulla Pace"."""
    language, at = words.language, last + 1
    word = words.words[at]
    away = word in language.of_words or word in language.place_prepositions
    apart = word in language.prepositions and not away
    at += 1 + (words.words[at + 1] in language.definite and words.joined(at))
    subject = apart and at < len(words.words) and words.words[at].istitle()
    return subject and words.words[at].lower() in language.subjects and is_body(words, first, last)


def _is_called(words: TextWords, last: int) -> bool:
    """Whether a noun for bodies or works stands right before a single word with a capital: "colectivo | Amigos"."""
    language = words.language
    romance = language.postposed and not language.case_endings
    before = words.words[last - 1] if last and romance else ""
    called = before in language.name_nouns and words.joined(last - 1)
    return called and not gazetteer.is_sure_place(words.words[last], language.code)


def _leads_article(word: str, language: Language, *, body: bool) -> bool:
    """Whether an article may stand behind this small word within a name: "von der Heide", "per l'Area"."""
    return word in language.particles or (body and word in language.connectors)


def _is_parted(words: TextWords, first: int, joint: int, *, head: bool, body: bool) -> bool:
    """Whether a name ends before this small word, which parts two names or tells whose somebody is."""
    if body and _is_about_subject(words, first, joint - 1):
        return False
    if _parts(words, first, joint, head=head, body=body):
        return True
    named = head or (body and bool(words.language.paradigms))  # "Sądu Okręgowego w Mardlinie"
    return not named and (_tells_whose(words, first, joint) or _is_town_behind_namesake(words, first, joint))


def _is_town_behind_namesake(words: TextWords, first: int, joint: int) -> bool:
    """Whether "of" tells where a hall is that has somebody's name behind its noun: "la sala Trajano | de Mérida"."""
    language = words.language
    if (
        not language.postposed
        or words.words[joint] not in language.of_words
        or words.words[first].lower() in language.definite
    ):
        return False
    called = first > 0 and words.joined(first - 1) and words.words[first - 1] in language.namesakes - language.titles
    return called and gazetteer.is_city(words.words[joint + 1], language.code)


def _parts(words: TextWords, first: int, joint: int, *, head: bool, body: bool) -> bool:
    """Whether the word before a capital parts two names: "Grupo Eulen | y ASISPA", "Theater | am Sonntag"."""
    language, word, following = words.language, words.words[joint], words.words[joint + 1]
    if following.lower() in language.days or word in abroad().joins:
        return True
    if language.postposed and (_is_elsewhere(words, first, joint) or _leads_to_person(words, first, joint)):
        return True
    if word in language.conjunctions:
        return _parts_two(words, first, joint, head=head, body=body)
    if language.nouns_capitalised and word in language.function_words and _is_no_name(following, language):
        return True  # "Ada Ries von der Feuerwehr"
    if language.belonging and _is_away(words, joint):
        return True
    return not body and _is_bodys(following, language)


def _is_away(words: TextWords, joint: int) -> bool:
    """Whether a Dutch particle leads to a town or a country's people: "Donner | te Rotterdam", "van de Australiër"."""
    language, following = words.language, words.words[joint + 1]
    town = words.words[joint] in language.place_prepositions and gazetteer.is_city(following, language.code)
    return town or (words.words[joint] in language.definite and gazetteer.is_people(following, language.code))


def _tells_whose(words: TextWords, first: int, joint: int) -> bool:
    """Whether a particle stands behind somebody's surname: "Ada Bos | van de Vuurbond", but "Ada van den Bos"."""
    language, given = words.language, languages.given_names()
    whence = language.postposed and words.words[joint] in language.prepositions - language.of_words  # "dal"
    if words.words[joint] in language.behind_surnames:
        return _is_full_name(words, joint - 1) or _is_led_pair(words, first, joint)
    if not whence and language.belonging.isdisjoint(words.words[joint - 1 : joint + 1]):
        return False
    names = words.words[first:joint]
    run = [
        word
        for at, word in enumerate(names)
        if (at and word.istitle() and names[at - 1] in given) or not _leads_name(word.lower(), language)
    ]
    return len(run) > 1 and any(
        len(word) > 1 and word not in given and word.partition("-")[0] not in given for word in run
    )


def _is_full_name(words: TextWords, last: int) -> bool:
    """Whether a first name and a surname end here, which particles may join: "Ada Neri", "Ada de Neri"."""
    given, particles = languages.given_names(), words.language.particles
    if not words.words[last].istitle() or words.words[last] in given:
        return False
    at = last - 1
    while at > 0 and words.words[at] in particles and words.joined(at):
        at -= 1
    return at >= 0 and words.joined(at) and words.words[at] in given


def _is_led_pair(words: TextWords, first: int, joint: int) -> bool:
    """Whether a role or what tells somebody's country leads to two words with capitals: "lo sloveno | Jaka Lind"."""
    language, before = words.language, words.words[first - 1] if first else ""
    if (
        joint - first != _PAIR
        or not before.islower()
        or not words.joined(first - 1)
        or is_body(words, first, joint - 1)
    ):
        return False
    return language.is_role(before) or before.startswith(language.nationalities or ("\0",))


def _leads_name(lower: str, language: Language) -> bool:
    apart = (language.particles, language.titles, language.no_name)
    return any(lower in words for words in apart) or language.is_role(lower)


def _parts_two(words: TextWords, first: int, joint: int, *, head: bool, body: bool) -> bool:
    """Whether "and" parts two names: "Iván Pérez | y Ojeda", but "Castilla y León"."""
    if words.language.postposed and any(
        rule(words, first, joint) for rule in (_are_joined, _are_members, _are_adjectives)
    ):
        return False
    person = not body and not is_of_portfolio(words, first)  # "consejera de Obras y Medio Ambiente"
    lone = body and words.language.postposed and _is_bare(words, first, joint, head=head)
    lone = lone or (words.language.bare_genitives and joint - 1 == first)  # "Lagerföreningen | och Svenska kraftnät"
    if words.language.verb_last and words.language.is_body(words.words[joint - 1].lower()):
        return True  # "Boğaziçi Üniversitesi | ve Kandilli Rasathanesi"
    return person or lone or _is_another(words, first, joint)


def _is_bare(words: TextWords, first: int, joint: int, *, head: bool) -> bool:
    """Whether a body's name has nothing that "and" could go on with: "Telefónica | y Norte Móvil"."""
    language = words.language
    alone = all(words.words[at].lower() in language.no_name for at in range(first, joint - 1))
    subject = head and words.words[joint + 1].lower() in language.subjects
    bare = not head or alone or not language.is_body(words.words[joint - 1].lower())
    return bare and not subject and not _has_complement(words, first, joint)


def _ends_in_town(words: TextWords, joint: int) -> bool:
    """Whether a town ends a body's name before "and": "Camera di Commercio di Cuneo | e Confartigianato"."""
    language = words.language
    place = gazetteer.is_city(words.words[joint - 1], language.code)
    return (
        place
        and words.words[joint - 2] in language.of_words
        and words.words[joint + 1].lower() not in language.subjects
    )


def _is_bodys(word: str, language: Language) -> bool:
    """Whether a word is letters that stand for a body, or says what a body is."""
    return (word.isupper() and len(word) > 1) or word.lower() in language.organisation_words


def _has_complement(words: TextWords, first: int, joint: int) -> bool:
    return any(inner.islower() for inner in words.words[first + 1 : joint])


def _is_elsewhere(words: TextWords, first: int, joint: int) -> bool:
    """Whether where or what follows is no part of a body's name: "Jefatura | en Comisaría", "Gobierno | en Lugo".

    Schools, theatres and the like are named after their towns.
    """
    language, at = words.language, joint
    if words.words[joint] in language.definite and joint - 1 > first:
        at = joint - 1  # "Unión del Norte | en el Parlamento"
    if words.words[at] not in language.place_prepositions:
        return False
    named = words.words[first].lower() in language.namesakes or _is_called(words, first) or _is_in_subject(words, first)
    bare = at - first == 1 and not named
    whose = at - first > 1 and gazetteer.is_country(words.words[at - 1], language.code)
    adjective = words.words[at - 1].lower().endswith(language.body_adjectives or ("\0",))
    described = adjective and at - first == _PAIR and words.words[at - 1][0].isupper()
    following = words.words[joint + 1].lower()
    return bare or whose or described or language.is_body(following) or _is_pair(words, first, at, following)


def _is_pair(words: TextWords, first: int, at: int, following: str) -> bool:
    """Whether a body's noun and what it is called end before where it is: "Banco Pastor | en Lugo".

    What the body is for may follow instead: "Grupo Mujeres en Igualdad".
    """
    language = words.language
    pair = bool(language.definite) and at - first == _PAIR and words.words[at - 1].istitle()
    if pair and language.case_endings and words.words[at - 1].endswith(language.portfolio_endings):
        return False  # "Uniunea Pescarilor din Lunca"
    return pair and following not in language.subjects and words.words[first].lower() not in language.namesakes


def _is_another(words: TextWords, first: int, joint: int) -> bool:
    """Whether a name of its own begins behind "and": letters, a first name, what a body is, a place behind a place."""
    word = words.words[joint + 1]
    if (word.isupper() and len(word) > 1) or word in languages.given_names():
        return True
    return words.language.is_body(word.lower()) or _are_places(words, first, joint) or _ends_in_town(words, joint)


def _are_joined(words: TextWords, first: int, joint: int) -> bool:
    """Whether "and" joins two surnames of one person or stands in a place's name: "Castilla y León"."""
    if words.words[joint + 1].lower() in words.language.joined_surnames:
        return True
    names = (" ".join(words.words[start : joint + count]) for start in {first, joint - 1} for count in (2, 3))
    return any(gazetteer.is_sure_place(name, words.language.code) for name in names)


def _are_adjectives(words: TextWords, first: int, joint: int) -> bool:
    """Whether "and" joins two adjectives of a body: "Comitetul Olimpic | și Sportiv"."""
    endings, before = words.language.body_adjectives, words.words[joint - 1]
    if not endings or joint - 1 <= first or not before[0].isupper() or before in languages.given_names():
        return False
    return before.lower().endswith(endings) and words.words[joint + 1].lower().endswith(endings)


def _are_members(words: TextWords, first: int, joint: int) -> bool:
    """Whether "and" joins two in the genitive whose body it is: "Blocul Pescarilor | și Morarilor"."""
    language, following = words.language, words.words[joint + 1]
    endings = language.portfolio_endings if language.case_endings and language.definite else ()
    both = bool(endings) and words.words[joint - 1].endswith(endings) and following.endswith(endings)
    if not both or joint - 1 <= first or language.is_body(following.lower()) or in_genitive(following, language):
        return False
    return language.is_body(words.words[joint - 2].lower())


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
    called = head.lower() in language.namesakes or head.lower() in language.place_words
    if called or words.words[joint + 1].lower() in language.namesakes or not words.joined(joint + 1):
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
