"""Words that name people by their part in life, and the parts of a row that several of its readers ask for."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.domain.language import gazetteer, languages
from bot.domain.language.abroad import abroad
from bot.domain.language.declension import CYRILLIC, declension
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.values.actor import OTHER, PERSON

REPORTING = frozenset({Part.VERB, Part.WEAK_VERB})
DETERMINING = frozenset({Part.DETERMINER, Part.OWNER})
FINITE = frozenset({Part.VERB, Part.WEAK_VERB, Part.AUXILIARY})
_DIGITS = "0123456789-"
_SHORTEST_CALLING = 5


def is_actor_word(word: str, language: Language) -> bool:
    """Whether a word in lower case names people, by their part in life, as a group or by an age in digits."""
    return names_actor(word, language.code)


@lru_cache(maxsize=4096)
def names_actor(word: str, code: str) -> bool:
    """As `is_actor_word`, by a language's code, kept."""
    language = languages.of(code)
    if word in actor_words(code) or language.is_role(word):
        return True
    return word[0] in _DIGITS and word.lstrip(_DIGITS) in language.ages  # "61enne"


def is_definite(word: str, language: Language) -> bool:
    """Whether a noun for people has its article at its end: "kommunalrådet"."""
    return any(
        word.endswith(ending) and language.is_role(word.removesuffix(ending)) for ending in language.definite_endings
    )


def may_call(word: str, language: Language) -> bool:
    """Whether a noun that is no role may name a person by its ending, and no body nor what is said, or has others."""
    if called_alike(word, language.code):
        return True
    if not word.endswith(language.person_endings or ("\0",)) or len(word) < _SHORTEST_CALLING:
        return False
    return not (language.is_body(word) or word in language.speech_nouns or word in language.not_names)


def may_be_full(entity: Entity) -> bool:
    """Whether a name of no known kind may be a person's: several words, all with capitals, not "Pian del Vento"."""
    words = entity.name.split()
    return entity.kind is OTHER and len(words) > 1 and all(word[:1].isupper() for word in words)


def is_full(entity: Entity) -> bool:
    """Whether an entity is a person, or has a name that may be one's in full."""
    return entity.kind is PERSON or may_be_full(entity)


def may_be_person(text: str, entity: Entity, place: tuple[int, int], language: Language) -> bool:
    """Whether a mention may be a person's; a town called after a saint is none, nor what has a captain."""
    if entity.kind is PERSON:
        return entity.name.partition(" ")[0].lower() not in abroad().saints or not is_led(text, place[0], language)
    full = may_be_full(entity) and not is_led(text, place[0], language, articled=True)
    return full and not _has_officer(text, place[1], language)


def _has_officer(text: str, end: int, language: Language) -> bool:
    """Whether a name that ends here tells whose officer somebody is, and no relative: "United's captain"."""
    owned = _OWNED.match(text, end)
    noun = owned.group(1).lower() if owned is not None else ""
    return language.is_role(noun) and noun not in language.relations


def is_led(text: str, start: int, language: Language, *, articled: bool = False) -> bool:
    """Whether a preposition or a noun for bodies stands before a name, as before no full name of who acts.

    Nor does an article where `articled` asks for one: "the Mardle Courier".
    """
    word = _PARTED.split(text[max(0, start - _NOUN_REACH) : start].rstrip(" "))[-1].lower()
    genitive = articled and bool(language.case_endings) and not language.definite  # "группа Ады Лис"
    led = word in language.prepositions or word in language.of_words or (language.is_body(word) and not genitive)
    return led or (articled and word in language.definite)


_NOUN_REACH = 24  # Characters before a name in which the word that leads to it stands.
_PARTED = re.compile("[ '’]")
_OWNED = re.compile(r"['’]s ([^\W\d_]+)")


@lru_cache(maxsize=32)
def actor_words(code: str) -> frozenset[str]:
    """The words for groups of people and for people by their part in life, in the plural too."""
    language = languages.of(code)
    return (
        language.groups
        | language.any_bodies
        | language.roles
        | {calling for calling in language.callings if calling[0] != "*"}
        | {role + ending for role in language.roles for ending in language.noun_plurals}
    )


@lru_cache(maxsize=32)
def described_words(code: str) -> frozenset[str]:
    """The words that may begin or end a description of a person: those for people, and ages ("24-year-old")."""
    ages = {f"{years}-{age}" for age in languages.of(code).ages for years in _YEARS}
    return actor_words(code) | ages


_YEARS = range(5, 120)


def adjacent(text: str, token: Token, following: Token) -> bool:
    """Whether nothing but a space or the point of an abbreviation stands between two tokens."""
    return text[token.end : following.start].strip(" .") == ""


@lru_cache(maxsize=4096)
def called_alike(noun: str, code: str) -> tuple[str, ...]:
    """The other nouns that may call who is called by this one: for the same office, or what it is the kind of."""
    others: dict[str, None] = {}
    for group in languages.of(code).same_offices:
        same, kind, narrower = group.partition(" > ")
        if noun in same.split():
            others |= dict.fromkeys((f"{narrower} {same}" if kind else same).split())
    others.pop(noun, None)
    return tuple(others)


def is_calling(word: str, language: Language) -> bool:
    """Whether a list has a noun for what somebody is by trade, sport or party, or its ending: "biologist"."""
    return _is_calling(word, language.code)


@lru_cache(maxsize=4096)
def _is_calling(word: str, code: str) -> bool:
    return word in languages.of(code).callings or word.endswith(_calling_endings(code) or "\0")


def is_kind(noun: str, language: Language) -> bool:
    """Whether a noun tells what many are, where nouns have capitals a people's name too: "der Italiener"."""
    if is_calling(noun, language):
        return True
    return language.nouns_capitalised and gazetteer.is_people(noun, language.code)


def is_begun(before: str, language: Language) -> bool:
    """Whether a sentence begins with a name, what its bearer is and an article before it: "Sein Trainer | Bo Ray"."""
    led = before.lower().split()
    if len(led) > 1 and led[0] in language.determiners:
        del led[0]
    return not led or (len(led) == 1 and language.is_role(led[0]))


@lru_cache(maxsize=32)
def _calling_endings(code: str) -> tuple[str, ...]:
    """The endings of nouns for what people are, marked in the list as such: "*ologist"; German ones end compounds."""
    language = languages.of(code)
    long = (one for one in language.callings if language.nouns_capitalised and len(one) > _SHORTEST_CALLING)
    return (*(one.removeprefix("*") for one in language.callings if one.startswith("*")), *long)


@lru_cache(maxsize=4096)
def calls_either(word: str, code: str) -> bool:
    """Whether a noun for a trade calls women too, since no list has one for women alone: "врач", not "учитель"."""
    language, stem = languages.of(code), word[: max(_SHORTEST_STEM, len(word) - 1)]
    return is_trade(word, language) and not any(woman.startswith(stem) for woman in language.female)


_SHORTEST_STEM = 4  # Letters that a noun for a man shares with the one for a woman.


def may_be_of(person: Entity, gender: str, roles: Iterable[str], language: Language) -> bool:
    """Whether somebody may be meant by a noun of a gender, a woman by a man's where she is called by another of them.

    "Primarul Ana Pop" is also "edilul".
    """
    if person.kind is not PERSON or not gender or person.gender in {"", gender}:
        return person.kind is PERSON
    return gender == "m" and any(gender in map(language.gender_of_role, role.split()[:_HEAD]) for role in roles)


_HEAD = 2  # Words of a role among which its noun is: "sostituto | procuratore".


def is_trade(word: str, language: Language) -> bool:
    """Whether a noun tells what many are, and calls nobody by an office or by whose they are: a calling, a role."""
    if word in language.relations or word in language.strangers:
        return False
    lists = bool(language.offices) and not language.callings and language.is_role(word)
    held = (word.removeprefix(out).lstrip("-") for out in ("", *language.not_in_office) if word.startswith(out))
    return is_calling(word, language) or (lists and language.offices.isdisjoint(held))


def whose_words(noun: str, language: Language) -> frozenset[str]:
    """The words for "of" that may stand behind a noun for somebody; a trade has only plain ones: "la maestra | a"."""
    whose = language.of_words - language.place_prepositions
    return whose & (language.connectors or whose) if language.postposed and is_trade(noun, language) else whose


@lru_cache(maxsize=4096)
def holders(noun: str, code: str) -> frozenset[str]:
    """The verbs of whom a noun for an office calls, where only some verbs tell of it: "coaches" for "coach"."""
    return frozenset(verb for office, verbs in _held(code).items() if noun.endswith(office) for verb in verbs)


@lru_cache(maxsize=32)
def _held(code: str) -> dict[str, set[str]]:
    """The verbs for each noun of an office: "coaches:coach"."""
    held: dict[str, set[str]] = {}
    for told in languages.of(code).holding:
        verb, parted, office = told.partition(":")
        if parted:
            held.setdefault(office, set()).add(verb)
    return held


@lru_cache(maxsize=4096)
def same_office(noun: str, code: str) -> re.Pattern[str] | None:
    """The nouns that call who is called by this one, in any case; None where no list has it."""
    others = sorted(called_alike(noun, code), key=len, reverse=True)
    ways = "|".join(_in_cases(other, languages.of(code)).replace(r"\-", "[ -]") for other in others)
    led = languages.of(code).compounds * r"\w*"  # "Dompropst"
    return re.compile(rf"(?<!-)\b{led}(?:{ways})(?!\w)") if others else None


def _in_cases(noun: str, language: Language) -> str:
    """A pattern for a noun in any case: "лікарку" of "лікарка", "primarului" of "primarul"."""
    told = declension().endings.get(noun[-1]) if noun[0] >= CYRILLIC else None
    if told is None:
        return re.escape(_bare(noun, language)) + r"\w{0,3}"
    return f"{re.escape(noun[:-1])}(?:{'|'.join((noun[-1], *told))})"


def _bare(noun: str, language: Language) -> str:
    """A noun less the article at its end, where articles end nouns in cases: "proprietar" of "proprietarul"."""
    if not (language.definite and language.case_endings) or len(noun) < _SHORTEST_CALLING:
        return noun
    nominative = [ending for ending in language.case_endings if ending not in language.oblique_endings]
    return noun.removesuffix(next((ending for ending in nominative if noun.endswith(ending)), ""))


def heads(noun: re.Pattern[str], role: str, language: Language) -> bool:
    """Whether a noun is what a role is, and not what it is of: a "bank manager" or "direttore della banca"."""
    found = noun.search(role)
    if found is None:
        return False
    if language.postposed:
        ahead = re.split(r"[\s'’]+", role[: found.start()])
        cased = bool(language.case_endings) and not language.definite  # "учителька | біології", of no biologist
        return language.of_words.isdisjoint(ahead) and not (cased and any(map(language.is_role, ahead)))
    behind = role[found.end() :].split()
    return not behind or not behind[0].isalpha() or behind[0] in language.of_words | language.conjunctions


def same_rank(phrase: str, role: str, language: Language) -> bool:
    """Whether a phrase and a role tell of the same rank below another's: no "deputy mayor" is the mayor."""
    ranks = language.ranks
    return not ranks or _ranks(phrase, ranks) == _ranks(role, ranks)


def _ranks(phrase: str, ranks: frozenset[str]) -> frozenset[str]:
    return ranks.intersection(_PARTS.findall(phrase.lower()))


_PARTS = re.compile(r"[^\W_]+")


def tells_any(text: str, place: int, end: int, verbs: frozenset[str]) -> bool:
    """Whether the paragraph around a place has one of some words in lower case before an end."""
    start, stop = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    told = text[start : min(end, stop if stop >= 0 else end)].lower()
    return not verbs.isdisjoint(_LETTERS.findall(told))


def is_of_phrase(row: Sentence, position: int) -> bool:
    """Whether a quotation tells more of a noun, and a clause behind that too: "She praised the “bold” plan Bo made"."""
    behind = row[position + 1 : position + 1 + _CONTACT]
    if position == 0 or row[position - 1].part not in DETERMINING or len(behind) < _CONTACT:
        return False
    return behind[0].part == Part.WORD and behind[1].part in ACTORS and behind[2].part in REPORTING


_CONTACT = 3  # Tokens of "plan Bo made".


def outside_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places between the quotations from a start to an end."""
    marks = [quoted.span() for quoted in _QUOTED.finditer(text, start, end)]
    return list(zip([start, *(past for _, past in marks)], [*(begin for begin, _ in marks), end], strict=True))


# An article's text is asked for again and again while it is read.
@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """A text in lower case, in which a few letters are longer than they were: "İ"."""
    return text.lower()


def is_told(text: str, word: str, start: int, stop: int) -> bool:
    """Whether a word in lower case stands by itself between two places of a text, in whatever case."""
    lower = lowered(text)
    if len(lower) == len(text):
        return has_word(lower, word, start, stop)
    lower = text[start:stop].lower()
    return has_word(lower, word, 0, len(lower))


def has_word(text: str, word: str, start: int, stop: int) -> bool:
    """Whether a word stands by itself between two places of a text."""
    at = text.find(word, start, stop)
    while at >= 0:
        past = at + len(word)
        if (at == start or not _is_letter(text[at - 1])) and (past == stop or not _is_letter(text[past])):
            return True
        at = text.find(word, at + 1, stop)
    return False


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


_QUOTED = re.compile(r"«[^«»\n]*»|[„“][^„“”\n]*[“”]|\"[^\"\n]*\"")
_LETTERS = re.compile(r"[^\W\d_]+")


def has_article(word: str, language: Language) -> bool:
    """Whether a role has its article at its end, so that a noun phrase begins with it: "după ședință | primarul"."""
    if not (language.postposed and language.definite and language.case_endings):
        return False
    return not word.endswith(language.oblique_endings) and language.is_role(word[:-_ARTICLE])


_ARTICLE = 2  # Letters of an article at a noun's end.


# Complexity: what somebody leads is asked of the office, its verbs and the clause's other nouns in turn.
def leads(told: str, office: str, language: Language) -> bool | None:
    """Whether a sentence tells that somebody leads or holds what an office is of; None where it tells of neither.

    `told` is the sentence without a name, `office` what calls somebody with all that it is of, both in lower case.
    "who has led the club" fits "the chair of the club", and "who leads the opposition" not "the mayor".
    """
    words, own = _LETTERS.findall(told), _LETTERS.findall(office)
    verbs = {verb.partition(":")[0] for verb in language.holding}
    posts = [at for at, word in enumerate(words) if word in language.posts]
    if posts:
        to = [word for at in posts for word in words[at + 1 : at + _POSTED] if language.is_body(word)]
        return all(any(word[:_OF_STEM] == mine[:_OF_STEM] for mine in own) for word in to)
    if verbs.isdisjoint(words):
        return None
    stems = {word[:_OF_STEM] for word in own if word not in language.function_words}
    objects = [word for word in words if word not in verbs and word not in language.function_words]
    within = language.compounds and any(word[:_OF_STEM] in one for word in objects for one in own if len(word) > _SHORT)
    if within or any(word[:_OF_STEM] in stems for word in objects):
        return True
    when = language.days | language.months | language.times if len(stems) > 1 else set(objects)  # Not "leads the zoo".
    bodies = any(language.is_body(word) or word in language.groups for word in objects)
    return not bodies and when.issuperset(objects) and not holders_of(own, language).isdisjoint(words)


def holders_of(office: Iterable[str], language: Language) -> set[str]:
    """The verbs of whom one of these nouns alone calls: "won" for "winner"."""
    return {verb for noun in office for verb in holders(noun, language.code)}


def leads_others(behind: str, office: str, language: Language) -> bool:
    """Whether the clause behind a name tells that its bearer leads a body or group that an office is not of."""
    clause = _CLAUSE.match(behind.lower().lstrip(", "))
    told = clause.group() if clause is not None else ""
    many = any(language.is_body(word) or word in language.groups for word in _LETTERS.findall(told))
    return many and leads(told, office.lower(), language) is False


_CLAUSE = re.compile(r"[^,.;:!?\n]+")
_OF_STEM, _SHORT, _POSTED = 5, 4, 4  # Letters of two forms of one noun; words of "elected to the Senate".


def is_out_of_office(text: str, person: Entity, told: str, language: Language) -> bool:
    """Whether a description, as told, is of one who held or will hold what this person holds: "the ex mayor"."""
    nouns = _nouns_out_of_office(told, language)
    roles = (text[max(0, one.start - _BEFORE) : one.end] for one in person.roles) if nouns else ()
    held = (role.lower() for role in roles if not _nouns_out_of_office(role, language))
    return any(word[:_OF_STEM] in nouns for role in held for word in _LETTERS.findall(role))


def _nouns_out_of_office(phrase: str, language: Language) -> set[str]:
    """How the roles begin that a phrase says are not held: "ex" and "vice" may be joined to them."""
    words, out = _LETTERS.findall(phrase.lower()), language.not_in_office
    joined = {word.removeprefix(before) for word in words for before in out if word.startswith(before)}
    told = joined | (set(words) if not out.isdisjoint(words) else set())
    return {word[:_OF_STEM] for word in told if language.is_role(word)}


_BEFORE = 16  # Characters before a role in which "former" stands.
