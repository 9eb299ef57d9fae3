"""Finds the named entities of an article: the shared base of speakers and actors.

Names are runs of capitals, cut at titles ("House Speaker Ann Lee": the role, then the name) and freed of what only
begins a sentence. Full names come first; surnames, first names and acronyms then join the entity they shorten.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.inflection import levelled
from bot.domain.language.languages import Language
from bot.domain.names.bodies import called, end_of
from bot.domain.names.first_names import borne_surnames, first_names, surnames
from bot.domain.names.grouping import Candidate, Group, Mention, gender_of, grouped
from bot.domain.names.nouns import adjective_of_name, is_common, without_nouns
from bot.domain.names.postposed import role_before
from bot.domain.names.runs import CONNECTORS, run_end
from bot.domain.names.words import POSSESSIVE, Words, plain, words_of
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from config.limits import ROLE_CHARACTERS, RUN_WORDS

_ACRONYM_AFTER = re.compile(r"\s?\((?:the |die |der |das )?([A-ZÀ-Þ][A-ZÀ-Þ.&-]{1,9})\)")
_APPOSITION_END = re.compile(r"[,.;:!?()\n]|\s[—–-]\s")
_ROMAN = re.compile("[IVX]{2,}")
_TITLE_CASE_SHARE = 0.7
_TITLE_CASE_WORDS = 5
_NAMESAKES = 4
_ABBREVIATED = 4
_SHORT_NAME = 3
_MODIFIERS = 5
_NAMED_PAIR = 2


@dataclass(frozen=True, slots=True)
class Entity:
    """A named person, organisation or place of the article.

    Attributes:
        name: the fullest form that stands in the text, without titles.
        kind: a guess from the name's shape and what stands beside it; OTHER when nothing tells.
        mentions: every place the text names it, in order; titles are left out.
        aliases: its other forms in the text.
        gender: "m" or "f" from titles, roles and given names; "" when nothing tells.
        roles: places of what the text calls it beside its name ("Kremlin spokesman"), in order.
    """

    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    gender: str = ""
    roles: tuple[Mention, ...] = ()


def find_entities(article: Article) -> tuple[Entity, ...]:
    """The entities that the article's text names, in the order of their first mention.

    A language without capitals has none. Linear in the text's length.
    """
    language = languages.of(article.language)
    if not language.capitals or not language.spaced:
        return ()
    words = words_of(article.text, language)
    words = replace(words, first_names=first_names(words), surnames=surnames(words), borne=borne_surnames(words))
    groups = grouped(_levelled(_candidates(words), language), language)
    entities = [_entity(group, words) for group in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))


def _levelled(candidates: list[Candidate], language: Language) -> list[Candidate]:
    """The candidates with the cases of inflected names brought together."""
    if language.case_endings:
        forms = levelled((word for candidate in candidates for word in candidate.words), language)
        for candidate in candidates:
            candidate.words = tuple(forms[word] for word in candidate.words)
    return candidates


def _candidates(words: Words) -> list[Candidate]:
    found: list[Candidate] = []
    index, count = 0, len(words.words)
    while index < count:
        if not words.words[index][0].isupper():
            index += 1
            continue
        last = _first_of_two(words, index, run_end(words, index))
        for first, final in _pieces(words, index, last):
            candidate = _candidate(words, first, final) if final - first < RUN_WORDS else None
            if candidate is not None:
                found.append(candidate)
        index = last + 1
    return found


def _first_of_two(words: Words, first: int, last: int) -> int:
    """Where the first name of a run ends when another follows it right away."""
    place = next((at for at in range(first, last) if _leads_to_name(words, at)), None)
    if place is not None:
        return place if place == first else place - 1
    whole = last - first >= _NAMED_PAIR and words.words[first] in languages.given_names()
    if whole and words.language.case_endings and gazetteer.is_sure_place(words.words[last], words.language.code):
        return last - 1  # "Мария Вяткина | Москва"
    if words.language.nouns_capitalised:
        given = [words.words[at] in languages.given_names() for at in range(first, last + 1)]
        for at in range(1, len(given) - 1):
            owns = given[at - 1] and words.words[first + at][-1] == "s" and not given[at]
            if (owns and not given[at + 1]) or (given[at - 1 : at + 2] == [True, False, True] and at + 2 < len(given)):
                return first + at  # "Harry Kupfers | Komische Oper", "Thomas Kilian | Rainer Scholz".
    return last


def _leads_to_name(words: Words, index: int) -> bool:
    """Whether a place in the genitive stands before another name: "мэр Москвы | Сергей Собянин"."""
    if not words.joined(index) or not _is_genitive_place(words, index):
        return False
    following, language = words.words[index + 1], words.language
    own = following.lower() in language.organisation_words or following.lower() in language.place_words
    whole = gazetteer.is_nominative(words.words[index], language.code) and following not in languages.given_names()
    return following[0].isupper() and not own and not whole  # "Флорида Лайонз" is one name.


def _is_genitive_place(words: Words, index: int) -> bool:
    """Whether a word may tell where somebody has their part, in a language whose genitive needs no word for "of"."""
    language, word = words.language, words.words[index]
    if language.definite or not language.case_endings or word in languages.given_names():
        return False
    return gazetteer.is_sure_place(word, language.code)


def _pieces(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The run parted at days, months and behind agencies, and freed of function words at its start."""
    if _parting(words.language.code).isdisjoint([plain(word).lower() for word in words.words[first : last + 1]]):
        begin, end = _without_function_words(words, first, last)
        return [(begin, end)] if begin <= end else []
    language = words.language
    pieces: list[tuple[int, int]] = []
    at = first
    for index in range(first, last + 2):
        lower = plain(words.words[index]).lower() if index <= last else ""
        month = lower in language.months and not _is_given(words, index - 1, first)
        borne = not words.first_names.isdisjoint((index - 1, index)) or index in words.borne
        named = (
            language.postposed and month and _is_given(words, index, first)
        )  # "Julio", where months have no capital.
        calendar = (lower in language.days or (month and not named)) and not borne
        if index > last or calendar:
            if at < index:
                pieces.append((at, index - 1))
            at = index + 1
        elif lower in language.agencies and index < last and _is_given(words, index + 1, first):
            pieces.append((at, index))  # "told Reuters Ann Lee": two names.
            at = index + 1
    return [(begin, end) for piece in pieces for begin, end in [_without_function_words(words, *piece)] if begin <= end]


@lru_cache(maxsize=32)
def _parting(code: str) -> frozenset[str]:
    """The words with a capital that belong to no name and may stand right beside one."""
    language = languages.of(code)
    return language.days | language.months | language.agencies


def _is_given(words: Words, index: int, floor: int) -> bool:
    return index >= floor and words.words[index] in languages.given_names()


def _without_function_words(words: Words, first: int, last: int) -> tuple[int, int]:
    language = words.language
    function = language.function_words
    for index in range(last - 1, first - 1, -1):
        if _is_origin(words.words[index], language):
            first = index + 1
            break
    if first > 0 and words.words[first - 1].isdigit() and words.words[first].lower() in language.not_names:
        first += 1  # "5000 Mark Schaden"
    while first <= last and first not in words.first_names and first not in words.borne:
        lower = plain(words.words[first]).lower()
        spoken = first < last and (lower in language.verbs or lower in language.participles)
        opens = first < last and language.postposed and _only_opens(words, first)
        if not (lower in function or spoken or opens or lower.replace("’", "'").partition("'")[0] in language.pronouns):
            break
        first += 1
    if first < last and words.words[first].lower() in language.led_by:
        first += 1  # "Comuna Chibed"
    while last >= first and last not in words.borne and _ends_outside(words, last):
        last -= 1
    return first, last


def _ends_outside(words: Words, last: int) -> bool:
    """Whether a function word ends a run of capitals, and is no initial."""
    return plain(words.words[last]).lower() in words.language.function_words and len(words.words[last]) > 1


def _is_origin(word: str, language: Language) -> bool:
    """Whether a word tells whence somebody is, "Korean-born", and is no part of their name."""
    head, hyphen, tail = word.rpartition("-")
    if not hyphen or not tail.islower():
        return False
    return gazetteer.is_people(head, language.code) or gazetteer.is_sure_place(head, language.code)


def _only_opens(words: Words, index: int) -> bool:
    """Whether a capital is the sentence's and not the name's that follows ("Рішення Дмитра Савчука")."""
    given, language = languages.given_names(), words.language
    word, following = words.words[index], words.words[index + 1]
    lower, after = word.lower(), following.lower()
    if not words.initial(index) or word in given or word.isupper():
        return False
    if after in language.forms:
        return True
    if lower in language.place_words or language.is_body(lower) or lower in language.titles or language.is_role(lower):
        return False
    adjective = lower.endswith(language.adjective_endings or ("\0",))
    if adjective and (language.is_body(after) or after in language.place_words):
        return False
    opens = (
        lower in words.lower
        or lower in language.not_names
        or lower.endswith(language.noun_endings or ("\0",))
        or following in given
    )
    known = _is_known(following, language) or language.is_body(after)
    return opens or (bool(language.forms) and not adjective and known)


def _is_known(word: str, language: Language) -> bool:
    """Whether a word is a name by itself: letters that stand for a body, a country or a great place."""
    return (word.isupper() and len(word) > 1) or gazetteer.is_sure_place(word, language.code)


def _candidate(words: Words, first: int, last: int) -> Candidate | None:
    """The name in a run of capitals, with the role or title before it; None when the run names nothing."""
    language = words.language
    name = _name_start(words, first, last)
    if name > last:
        return None
    role_first = first
    led = name == first and name > 0 and words.joined(name - 1) and language.is_role(words.words[name - 1].lower())
    if led and not _is_genitive_place(words, name):
        role_first = name - 1
    titled = role_first < name and words.words[name - 1] not in CONNECTORS
    role = _role_before(words, role_first, name) if titled else None
    title = _title_gender(words, role_first, name)
    name, last = without_nouns(words, name, last, titled=titled)
    tokens = _tokens(words, name, last)
    if titled and language.postposed and gazetteer.is_country(" ".join(tokens), language.code):
        titled, role, title = False, None, ""  # "Президент | Соединенных Штатов"
    if (
        not tokens
        or all(token.islower() for token in tokens)
        or not _names_somebody(words, name, tokens, titled=titled)
    ):
        return None
    start, end = words.starts[name], words.ends[last] - (len(words.words[last]) - len(tokens[-1]))
    if words.text[end : end + 1] == "." and tokens[-1] + "." in language.abbreviations:
        end += 1
    whole = end_of(words, name, end)
    marked, end = whole > end, whole
    gender = title or _given_gender(words, tokens)
    kind = _kind(tokens, titled=titled, language=language)
    firm = len(tokens) > 1 or titled or not words.initial(name) or gazetteer.is_sure_place(tokens[0], language.code)
    if language.nouns_capitalised and firm:
        firm = titled or _looks_like_name(tokens, words) or _looks_like_place(tokens[-1], words, name)
    apart = role_before(words.words, words.gap, name, language) if len(tokens) > 1 or titled else None
    if apart is not None:
        role, gender = _apart(words, apart, name), _title_gender(words, apart, apart + 1) or gender
        kind = Kind.PERSON if kind is Kind.OTHER else kind
    return Candidate(tokens, start, end, kind, gender, titled, role, firm, called(words, name, last) if marked else ())


def _tokens(words: Words, first: int, last: int) -> tuple[str, ...]:
    """The words of a name without their genitives, an adjective that begins it in its nominative."""
    tokens = tuple(words.plain(index) for index in range(first, last + 1))
    nominative = adjective_of_name(words, first) if len(tokens) > 1 else ""
    return (nominative, *tokens[1:]) if nominative else tokens


def _names_somebody(words: Words, name: int, tokens: tuple[str, ...], *, titled: bool) -> bool:
    """Whether words with capitals may be a name at all."""
    language = words.language
    if len(tokens) > 1:
        return not (language.nouns_capitalised and not titled and _is_described(tokens, language))
    if not titled and name not in words.borne and not _may_stand_alone(words, name):
        return False
    if is_common(tokens[0], language) and tokens[0] not in words.surnames:
        return False
    named = name in words.borne or tokens[0].isupper()
    return named or tokens[0].lower() not in language.not_names  # "30 Millionen Mark"


def _given_gender(words: Words, tokens: tuple[str, ...]) -> str:
    """The gender that a name's first word tells; none where it is a surname in this text, though a given name too."""
    if len(tokens) == 1 and tokens[0] in words.surnames:
        return ""
    return languages.given_names().get(tokens[0], "")


def _name_start(words: Words, first: int, last: int) -> int:
    """Where the name begins after titles and roles written with a capital; past `last` when there is none."""
    language, given = words.language, languages.given_names()
    lowers = [plain(word).lower().rstrip(".") for word in words.words[first : last + 1]]
    cut = -1
    for index, lower in enumerate(lowers):
        known = first + index in words.first_names or (
            language.nouns_capitalised and words.words[first + index] in given
        )
        if (lower in language.titles or language.is_role(lower)) and not known:
            spelled = len(lower) > _ABBREVIATED and words.words[first + index].isupper()
            cut = cut if spelled else index  # "FIRST" is a name, "CEO" a role.
    if language.nouns_capitalised:
        firsts = [i for i in range(len(lowers)) if words.words[first + i] in given]
        begun = firsts[0] if firsts else 0
        begun = 0 if _bears_unknown_first(lowers, cut, begun, language) else begun
        cut = max(cut, begun - 1, _before_club(words.words[first : last + 1]))
    if cut < 0:
        return first
    rest = lowers[cut + 1 :]
    if language.postposed and cut and language.is_body(lowers[0]):
        return first  # "Asociación para la Defensa de la Ría"
    if not rest:
        # A surname such as King or Judge after a given name.
        return first if cut > 0 and words.words[first] in given and words.words[last].isalpha() else last + 1
    if rest[0] in CONNECTORS or rest[0] in language.particles:
        return _past_complement(words, first + cut + 1, last)
    if any(word in language.organisation_words for word in rest) and words.words[first + cut + 1] not in given:
        return first
    return first + cut + 1


def _before_club(run: list[str]) -> int:
    """The index of a common noun right before an acronym, "Oberligisten | KSV Baunatal", -1 where there is none."""
    clubs = (i for i in range(len(run) - 1) if run[i + 1].isupper() and 1 < len(run[i + 1]) <= _ABBREVIATED)
    at = next(clubs, -1)
    return -1 if any(word.isupper() or word in languages.given_names() for word in run[: at + 1]) else at


def _bears_unknown_first(lowers: list[str], cut: int, begun: int, language: Language) -> bool:
    """Whether one word that is no noun stands between a title and a given name, the last: "Trainer Jörn Anders"."""
    named = begun - 2 == cut >= 0 and begun == len(lowers) - 1 and not lowers[cut + 1].endswith("s")
    return named and not _is_noun(lowers[cut + 1], language)


def _past_complement(words: Words, first: int, last: int) -> int:
    """Where the name begins behind "of the ...", which tells whose role it is; past `last` when nobody is named."""
    language, given = words.language, languages.given_names()
    run = words.words[first : last + 1]
    begun = next((i for i, word in enumerate(run) if i and word in given), -1)
    if begun >= 0:
        return first + begun
    if any(word.lower() in language.organisation_words for word in run):
        return first + next((i for i, word in enumerate(run) if word[0].isupper()), len(run))
    following = words.words[last + 1] if words.joined(last) else ""
    common = following.islower() and not (following in language.verbs or following in language.auxiliaries)
    if common or len(run) <= _SHORT_NAME or run[-2].islower():
        return last + 1  # "the director of the Northern Lakes Fish study": nobody is named.
    return last - 1


def _may_stand_alone(words: Words, index: int) -> bool:
    """Whether a single capitalised word may be a name at all."""
    language = words.language
    word = plain(words.words[index])
    lower = word.lower()
    led = index > 0 and words.joined(index - 1) and words.words[index - 1].lower() in language.determiners
    borne = word in words.surnames and not led  # "Berg said", where an Anna Berg is named
    if (lower in language.place_words and not borne) or _ROMAN.fullmatch(word):
        return False
    if len(word) == 1 or lower in language.no_name or lower in language.titles or language.is_role(lower):
        return False
    if lower in language.groups or lower in language.verbs or lower in language.participles:
        return word.isupper() and not words.initial(index)
    if words.initial(index) and lower in words.lower and word not in words.surnames:
        return False
    if language.adjective_endings and _is_adjective(words, index):
        return False
    return not (language.nouns_capitalised and lower.endswith(language.noun_endings))


def _is_described(tokens: tuple[str, ...], language: Language) -> bool:
    """Whether an adjective stands before a common noun, where nouns have capitals: "Nordhessisches Modellprojekt"."""
    bodies = language.organisation_words | language.place_words
    adjective = len(tokens) > 1 and tokens[0].endswith(language.adjective_endings or ("\0",))
    return adjective and bodies.isdisjoint(token.lower() for token in tokens)


def _is_adjective(words: Words, index: int) -> bool:
    """Whether a word in an adjective's oblique, feminine or plural form stands before a common noun: "Вищого суду"."""
    language, lower = words.language, words.words[index].lower()
    if not lower.endswith(language.adjective_endings) or lower.endswith(("ий", "ый")) or not words.joined(index):
        return False
    following = words.words[index + 1]
    verb = following in language.verbs or following.endswith(language.verb_endings or ("\0",))
    return following[0].islower() and not verb and following not in language.function_words


def _looks_like_name(tokens: tuple[str, ...], words: Words) -> bool:
    """Whether capitals tell a name where every noun has one: a given name first, or an acronym."""
    if tokens[0] in languages.given_names():
        return True
    if any(token.isupper() and len(token) > 1 for token in tokens):
        return True
    language = words.language
    if language.is_body(tokens[0].lower()) and not is_common(tokens[-1], language):
        return True
    return len(tokens) > 1 and not any(_is_noun(token.lower(), language) for token in tokens)


def _looks_like_place(token: str, words: Words, index: int) -> bool:
    """Whether a word is a city's name, or has a place's ending and a preposition before it."""
    language = words.language
    if gazetteer.is_city(token, language.code):
        return True
    before = words.words[index - 1].lower() if index and words.joined(index - 1) else ""
    return before in language.prepositions and token.endswith(language.place_endings or ("\0",))


def _is_noun(lower: str, language: Language) -> bool:
    return lower in language.no_name or lower in language.groups or lower.endswith(language.noun_endings or ("\0",))


def _title_gender(words: Words, first: int, name: int) -> str:
    genders = (words.language.gender_of_role(word.lower().rstrip(".")) for word in words.words[first:name])
    return next((gender for gender in genders if gender), "")


def _kind(tokens: tuple[str, ...], *, titled: bool, language: Language) -> Kind:
    lowers = [token.lower() for token in tokens]
    body = any(map(language.is_body, lowers)) or not language.forms.isdisjoint(lowers)
    if lowers[-1] in language.organisation_suffixes or body:
        given = tokens[0] in languages.given_names()
        return Kind.PERSON if titled and given else Kind.ORGANISATION
    if len(tokens) > 1 and tokens[-1].isupper() and lowers[0].endswith(language.adjective_endings or ("\0",)):
        return Kind.ORGANISATION  # "Дніпропетровська ОДА"
    sited = len(tokens) > _NAMED_PAIR and language.postposed and gazetteer.is_sure_place(tokens[-1], language.code)
    if titled or (len(tokens) > 1 and tokens[0] in languages.given_names() and not sited):
        return Kind.PERSON
    if not language.place_words.isdisjoint(lowers):
        return Kind.PLACE
    alone = len(tokens) == 1 or language.postposed or language.nouns_capitalised  # "KSV Seeheim" is a club.
    if alone and tokens[0].isupper() and 1 < len(tokens[0]) <= _ABBREVIATED + (len(tokens) == 1) * RUN_WORDS:
        return Kind.ORGANISATION
    return Kind.OTHER


def _role_before(words: Words, first: int, name: int) -> Mention | None:
    """The whole of a role before a name, its modifiers included: "former Florida Gov."."""
    language = words.language
    at = first
    while at > 0 and first - at < _MODIFIERS and words.joined(at - 1):
        before = words.words[at - 1]
        lower = before.lower()
        if lower in language.function_words or lower in language.verbs or lower in language.participles:
            break
        if lower in language.weak_verbs or lower in language.days or lower in language.months:
            break
        at -= 1
        if before.endswith(POSSESSIVE):
            break
    start, end = words.starts[at], words.ends[name - 1]
    if words.text[end : end + 1] == ".":
        end += 1
    return Mention(start, end) if end - start <= ROLE_CHARACTERS else None


def _apart(words: Words, first: int, name: int) -> Mention | None:
    """A role that complements part from its name."""
    start, end = words.starts[first], words.ends[name - 1]
    return Mention(start, end) if end - start <= ROLE_CHARACTERS else None


def _entity(group: Group, words: Words) -> Entity:
    members = sorted(group.members, key=lambda member: member.start)
    forms = Counter(words.text[member.start : member.end] for member in members)
    standing = {" ".join(member.words) for member in members}
    name = max(forms, key=lambda form: (form.count(" "), form in standing, forms[form]))
    roles = [member.role for member in members if member.role is not None]
    roles += [role for member in members[:_NAMESAKES] if (role := _role_after(words, member)) is not None]
    person = group.kind is Kind.PERSON or bool(roles)
    kind = Kind.PERSON if person and group.kind is Kind.OTHER else group.kind
    gender = (gender_of(group) or _roles_gender(roles, words)) if kind is Kind.PERSON else ""
    return Entity(
        name=name,
        kind=kind,
        mentions=tuple(Mention(member.start, member.end) for member in members),
        aliases=tuple(form for form in forms if form != name),
        gender=gender,
        roles=tuple(sorted(roles, key=lambda role: role.start)),
    )


def _role_after(words: Words, member: Candidate) -> Mention | None:
    """An apposition that tells the role: ", a spokesman for the mayor,"."""
    text, language = words.text, words.language
    if text[member.end : member.end + 2] != ", ":
        return None
    index = bisect_right(words.starts, member.end)
    start = words.starts[index] if index < len(words.starts) else len(text)
    if start != member.end + 2:
        return None
    end_match = _APPOSITION_END.search(text, start, start + ROLE_CHARACTERS + 1)
    if end_match is None:
        return None
    lowers = [word.lower() for word in words.words[index : bisect_left(words.starts, end_match.start())]]
    first = next((i for i, lower in enumerate(lowers[:7]) if language.is_role(lower)), None)
    opening = lowers[: first or 0]
    blocked = any(w in language.verbs or w in language.prepositions or w in language.relatives for w in opening)
    if first is None or (blocked and not language.nouns_capitalised):
        return None
    return Mention(start, start + len(text[start : end_match.start()].rstrip()))


def _roles_gender(roles: list[Mention], words: Words) -> str:
    for role in roles:
        for word in words.text[role.start : role.end].lower().split():
            gender = words.language.gender_of_role(word.strip(".,"))
            if gender:
                return gender
    return ""
