"""Who is somebody by what stands beside: a noun at a quotation, or commas.

cue      "“It is done”, said the engineer": the speaker is an engineer
aside    "The elder, Andrew, fell": Andrew is somebody
"""

import re

from bot.domain.claims.comparing.reading import Reading
from bot.domain.language.gazetteer import given_name
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# How many sentences before a quotation's another may be named whom the noun could mean too.
_BACK = 2


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
