"""Who holds the office by which a cue calls somebody, as the sentences beside it tell."""

import re
from bisect import bisect_left

from bot.domain.names.names import Entity
from bot.domain.speech.referents import Reader
from bot.domain.speech.rows.people_words import is_full, leads
from bot.domain.speech.rows.tokens import Part, Sentence
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_END = re.compile(rf"[{re.escape(''.join(POINTS))}]['”“»’\"]?\s+")


# Complexity: a name is taken only where nothing else may be meant.
def holder_behind(reader: Reader, number: int, words: list[str], *, end: int) -> int | None:
    """The person first named behind an office, in its paragraph or the next, called by nothing, told to lead it.

    "“...,” said the chair of the club. Ann Lee, who has led it since May": nobody where another is named between.
    `words` are the office's in lower case, `end` is where they end.
    """
    language, names = reader.language, reader.names
    office = next((word for word in words if language.is_role(word)), "")
    at, stop = bisect_left(names.starts, end), reader.paragraphs[min(number + 1, len(reader.paragraphs) - 1)].end
    people = (one for one in range(at, len(names.starts)) if is_full(names.entities[names.owners[one]]))
    place = next(people, len(names.starts))
    if not office or place == len(names.starts) or names.starts[place] >= stop:
        return None
    start, owner = names.starts[place], names.owners[place]
    person, gender = names.entities[owner], language.gender_of_role(office)
    new = person.kind is not Kind.ORGANISATION and person.mentions[0].start == start and not _is_called(reader, person)
    if not new or (gender and person.gender not in {"", gender}):
        return None
    ends = [mark.end() for mark in _END.finditer(reader.text, end, stop)]
    begin = max((mark for mark in (*ends, reader.paragraphs[number].end) if mark <= start), default=-1)
    close = min((mark for mark in ends if mark > start), default=stop)
    told = f"{reader.text[begin:start]} {reader.text[names.ends[place] : close]}".lower()
    return owner if begin >= 0 and leads(told, " ".join(words), language) else None


def holder_before(reader: Reader, row: Sentence, words: list[str]) -> int | None:
    """The only person whom the sentence before an office names, called by nothing, who is told to hold it there.

    "Ana Ruiz gobierna la ciudad desde 2021. «...», dijo la alcaldesa."
    """
    language, names = reader.language, reader.names
    office = next((word for word in words if language.is_role(word)), "")
    named = {token.index: token for token in row if token.part == Part.NAME}
    people = [index for index in named if names.entities[index].kind is not Kind.ORGANISATION]
    if not office or len(people) != 1 or not is_full(person := names.entities[people[0]]) or _is_called(reader, person):
        return None
    token, gender = named[people[0]], language.gender_of_role(office)
    told = f"{reader.text[row[0].start : token.start]} {reader.text[token.end : row[-1].end]}".lower()
    fits = not token.governed and person.gender in {"", gender or person.gender}
    return people[0] if fits and leads(told, " ".join(words), language) else None


def _is_called(reader: Reader, person: Entity) -> bool:
    """Whether the text calls somebody by anything but how they came to their office: "Ada Neri, eletta a giugno"."""
    told = (reader.text[role.start : role.end].lower().split() for role in person.roles)
    return any(reader.language.posts.isdisjoint(words) for words in told)
