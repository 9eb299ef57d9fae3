"""What an article calls who is quoted, at the quotation: "“It is done”, said the engineer" calls the speaker one."""

import re
from collections.abc import Iterator
from itertools import chain

from bot.domain.claims.comparing.reading import Reading

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def told_at_cues(reading: Reading) -> list[tuple[int, int, int]]:
    """The places of nouns for what somebody is by which quotations tell who speaks, with the entity that speaks.

    None of anybody who has no entity, and none beside a name.
    """
    found = [(quote.place, quote.entity) for quote in reading.quotes if quote.place and quote.entity is not None]
    if not found:
        return []
    starts = {mention.start for entity in reading.entities for mention in entity.mentions}
    apart = (one for one in dict.fromkeys(found) if starts.isdisjoint(range(*one[0])))
    return [*chain.from_iterable(_nouns(reading, place, entity) for place, entity in apart)]


def _nouns(reading: Reading, place: tuple[int, int], entity: int) -> Iterator[tuple[int, int, int]]:
    """The first noun for a trade or an office at a place, as a mention; none for anybody ("the man")."""
    language = reading.language
    for found in _WORD.finditer(reading.text, *place):
        word = found.group().lower()
        if language.is_role(word) and word not in language.anybody and word not in language.relations:
            yield found.start(), found.end(), entity
            return
