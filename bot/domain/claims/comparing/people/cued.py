"""Who is somebody by what stands beside: a noun at a quotation, or commas.

cue      "“It is done”, said the engineer": the speaker is an engineer
aside    "The elder, Andrew, fell": Andrew is somebody
aged     "A court sentenced a cashier. Martin Crole, 47, had stolen 90 pounds": the cashier is Martin Crole
"""

import re

from bot.domain.claims.comparing.people.people_nouns import people_nouns_of
from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.wording import FORMER, Wording, folded
from bot.domain.language.gazetteer import given_name
from bot.domain.language.languages import Language
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# How many sentences before a quotation's another may be named whom the noun could mean too.
_BACK = 2
# An age right behind a name, with a word or two for years, and the word behind the comma that closes it.
_AGED = re.compile(r",? \(?(?:\w{2,4} )?\d{2}(?: [^\W\d_]+){0,2}[,)]+ (\w+)")
# The words of a sentence before a name that tell its bearer's age: "Der 47-jährige Martin Krohl".
_AGED_BEFORE = re.compile(r"\w+ \d{2}-[^\W\d_]+ ")
# How many words part a noun from its article: "a former bank clerk".
_ADJECTIVES = 3
_NOTHING: frozenset[str] = frozenset()


def told_at_cues(reading: Reading) -> list[tuple[int, int, int]]:
    """The places of nouns for what somebody is by which quotations tell who speaks, with the entity that speaks.

    None of anybody who has no entity, none beside a name, and none where another is named near who may be meant.
    """
    found = [(quote.place, quote.entity) for quote in reading.quotes if quote.place and quote.entity is not None]
    if not found:
        return []
    starts = {mention.start for entity in reading.entities for mention in entity.mentions}
    apart = (one for one in dict.fromkeys(found) if starts.isdisjoint(range(*one[0])))
    nouns = ((_noun(reading, place), place, entity) for place, entity in apart)
    return [(*noun, entity) for noun, place, entity in nouns if noun and not _is_rivalled(reading, noun, place, entity)]


def _noun(reading: Reading, place: tuple[int, int]) -> tuple[int, int] | None:
    """The first noun for a trade or an office at a place, by its offsets; None for anybody ("the man")."""
    language = reading.language
    for found in _WORD.finditer(reading.text, *place):
        word = found.group().lower()
        if language.is_role(word) and word not in language.anybody and word not in language.relations:
            return found.span()
    return None


def _is_rivalled(reading: Reading, noun: tuple[int, int], place: tuple[int, int], entity: int) -> bool:
    """Whether somebody else is named in the sentence or in those before whom a noun may mean by its gender."""
    language, text = reading.language, reading.text
    article = text[place[0] : noun[0]].split(maxsplit=1)[:1]
    gender = language.gender_of_role(text[slice(*noun)].lower())
    gender = gender or (language.articles.get(article[0].lower(), "") if article else "")
    fits = {"", gender} if gender else {"", "m", "f"}
    first, _ = reading.sentences[max(0, reading.sentence_at(place[0]) - _BACK)]
    return any(
        first <= mention.start < place[0]
        for number, one in enumerate(reading.entities)
        if number != entity and one.kind is Kind.PERSON and one.gender in fits
        for mention in one.mentions
    )


def given_aside(reading: Reading) -> set[int]:
    """Those whom an article names by a given name alone, told between commas who that is: "the elder, Andrew, fell"."""
    return {
        number
        for number, entity in enumerate(reading.entities)
        if entity.kind is Kind.OTHER and " " not in entity.name and given_name(entity.name) is not None
        for one in entity.mentions
        if reading.text[one.start - 2 : one.start] == ", " and reading.text[one.end : one.end + 1] == ","
    }


def told_by_age(reading: Reading, words: Wording) -> list[tuple[int, int, int]]:
    """The place of the one noun for somebody in the first sentence, with the entity that the next one names by an age.

    None where anybody else may be meant, and none without a word for what courts and police do to somebody.
    """
    if len(reading.sentences) < len("ab") or not words.special["accused"]:
        return []
    noun = _done_to(reading, words)
    entity = None if noun is None else _aged_entity(reading)
    if noun is None or entity is None:
        return []
    gender = reading.language.gender_of_role(reading.text[slice(*noun)].lower())
    return [(*noun, entity)] if {gender, reading.entities[entity].gender, ""} != {"m", "f", ""} else []


def _done_to(reading: Reading, words: Wording) -> tuple[int, int] | None:
    """The only noun for a person in the first sentence, told as new, and done something to; None without one."""
    (start, end), language = reading.sentences[0], reading.language
    found = [*_WORD.finditer(reading.text, start, end)]
    lowers = [folded(one.group()) for one in found]
    if words.special["accused"].isdisjoint(lowers):
        return None
    nouns = people_nouns_of(language.code)
    taken = [(one.start, one.end) for entity in reading.entities for one in (*entity.mentions, *entity.roles)]
    people = [
        at
        for at, word in enumerate(lowers)
        if nouns[word]
        and word not in words.special["accused"]
        and not any(first <= found[at].start() < last for first, last in taken)
    ]
    if len(people) != 1:
        return None
    (at,) = people
    anybody = lowers[at] in nouns.anybody or not _is_new(language, words, lowers, at)
    return None if anybody else found[at].span()


def _is_new(language: Language, words: Wording, lowers: list[str], at: int) -> bool:
    """Whether a noun is told as new, and behind no preposition but one that marks whom it is done to."""
    new = people_nouns_of(language.code).new
    former = any(FORMER in words.signs.get(word, _NOTHING) for word in lowers[max(0, at - _ADJECTIVES) : at])
    if words.free_order:
        return former and lowers[at - 2] not in words.ties
    first = next((place for place in range(at, max(-1, at - 1 - _ADJECTIVES), -1) if lowers[place] in new), None)
    return first is not None and (not first or lowers[first - 1] not in words.ties - words.objects)


def _aged_entity(reading: Reading) -> int | None:
    """The person whom the second sentence names first, by an age alone, and no sentence before; None for nobody."""
    (start, end), text = reading.sentences[1], reading.text
    people = [
        (entity.mentions[0].start, number)
        for number, entity in enumerate(reading.entities)
        if entity.kind in {Kind.PERSON, Kind.OTHER} and start <= entity.mentions[0].start < end
    ]
    if not people:
        return None
    at, number = min(people)
    entity = reading.entities[number]
    if entity.roles or " " not in entity.name:
        return None
    if _AGED_BEFORE.fullmatch(text, start, at):
        return number
    aged = _AGED.match(text, entity.mentions[0].end)
    nouns = people_nouns_of(reading.language.code)
    return number if aged is not None and folded(aged.group(1)) not in nouns.new else None
