"""Who holds the office by which a cue calls somebody, as the sentences beside it tell."""

import re
from bisect import bisect_left
from dataclasses import replace

from bot.domain.names.names import Entity
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.people_words import called_alike, is_calling, is_full, leads
from bot.domain.speech.rows.tokens import Part, Sentence
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = re.compile(r"\b\d{4}\b")
_LED = 2  # Words of "is the" before an office.
_RANGE = 2  # Years of "mayor from 2009 to 2015".
_RELATIVE = re.compile(r", ([^,.;:!?\n]+)[,.]")
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
    holds = _holds(reader, person, office) or _is_said_to_hold(reader, names.ends[place], office)
    new = person.kind is not Kind.ORGANISATION and person.mentions[0].start == start
    if not new or (not holds and _is_called(reader, person)) or (gender and person.gender not in {"", gender}):
        return None
    ends = [mark.end() for mark in _END.finditer(reader.text, end, stop)]
    begin = max((mark for mark in (*ends, reader.paragraphs[number].end) if mark <= start), default=-1)
    close = min((mark for mark in ends if mark > start), default=stop)
    told = f"{reader.text[begin:start]} {reader.text[names.ends[place] : close]}".lower()
    return owner if begin >= 0 and (holds or leads(told, " ".join(words), language)) else None


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


# Complexity: a name is taken only where nobody else may be meant.
def opened_by(reader: Reader, number: int, words: list[str], *, start: int) -> int | None:
    """Who opens a paragraph, new and called by nothing, where its first cue has a noun that told of somebody above.

    "A postwoman raised the alarm. “...,” she said. | Ann Lee, 34, had been there before. “...,” said the postwoman."
    """
    language, names, paragraph = reader.language, reader.names, reader.paragraphs[number]
    at = bisect_left(names.starts, paragraph.start)
    if not words or names.starts[at : at + 1] != [paragraph.start] or not (language.definite or words[0] == words[-1]):
        return None
    person, noun = names.entities[names.owners[at]], words[-1]
    known = language.is_role(noun) or is_calling(noun, language)
    led = not language.definite or words[0] in language.definite
    new = person.kind is not Kind.ORGANISATION and is_full(person) and person.mentions[0].start == paragraph.start
    if not (known and led and new) or _is_called(reader, person):
        return None
    gender = language.gender_of_role(noun)
    others = {names.owners[one] for one in range(at, bisect_left(names.starts, start))} - {names.owners[at]}
    people = any(names.entities[one].kind is not Kind.PLACE for one in others)
    first = sum(reader.spans[index].end <= start for index, *_ in paragraph.spans) == 1
    told = re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", reader.text[: paragraph.start], re.IGNORECASE)
    taken = (reader.text[role.start : role.end].lower().split() for one in names.entities for role in one.roles)
    if any(noun in words for words in taken):
        return None  # "Luis Mar, investigador de Vigo": it calls somebody else.
    fits = not gender or person.gender in {"", gender}
    return names.owners[at] if told is not None and first and fits and not people else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def named_later(reader: Reader) -> list[Attribution]:
    """The attributions, those to "a postwoman" with the name of her whom a later one calls "the postwoman"."""
    names = reader.names
    later: dict[str, set[int | None]] = {}
    for one in reader.found:
        noun, new = _noun_of(reader, reader.text[slice(*one.place)] if one.place is not None else "")
        if noun:
            later.setdefault(noun, set()).add(None if new else one.entity)
    known = {noun: owner for noun, owners in later.items() if len(named := owners - {None}) == 1 for owner in named}
    found = []
    for one in reader.found:
        noun, new = _noun_of(reader, one.speaker or "" if one.entity is None else "")
        owner = known.get(noun) if new else None
        person = names.entities[owner] if owner is not None else None
        before = person is not None and one.place is not None and person.mentions[0].start > one.place[0]
        found.append(replace(one, speaker=person.name, entity=owner) if person is not None and before else one)
    return found


def _noun_of(reader: Reader, told: str) -> tuple[str, bool]:
    """The noun of a description of no more than that and its article, and whether that tells of somebody new."""
    language, words = reader.language, _WORD.findall(told.lower())
    if not words or len(words) > _LED:
        return "", False
    noun = words[-1][: max(_LED * 2, len(words[-1]) - 1)] if language.case_endings else words[-1]
    small = language.indefinite | language.determiners - language.definite
    return noun, words[0] in small or (len(words) == 1 and not language.definite)


def _holds(reader: Reader, person: Entity, office: str) -> bool:
    """Whether a name is told with an office behind it, of no other body: "Ana Ruiz, alcaldesa desde 2019"."""
    same = {office, *called_alike(office, reader.language.code)}
    language, end = reader.language, person.mentions[0].end
    small = language.function_words | language.times | language.months | language.days
    for role in person.roles:
        words = _WORD.findall(reader.text[end : role.end].lower())
        at = next((at for at, word in enumerate(words) if word in same), -1)
        once = len(_YEAR.findall(reader.text[end : role.end])) >= _RANGE or not language.not_in_office.isdisjoint(words)
        named = bisect_left(reader.names.starts, role.end) > bisect_left(reader.names.starts, end)
        led = small.issuperset(words[:at]) and language.determiners.isdisjoint(words[1:at])
        if role.start >= end and at >= 0 and led and not (once or named):
            return True
    return False


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_said_to_hold(reader: Reader, end: int, office: str) -> bool:
    """Whether a clause behind a name tells of no more than the office and since when: ", who has been mayor since".

    A verb of any kind makes do before the bare office: ", who became mayor in 2019", not "who criticised the mayor".
    """
    clause, language = _RELATIVE.match(reader.text, end), reader.language
    if clause is None or bisect_left(reader.names.starts, clause.end()) > bisect_left(reader.names.starts, end):
        return False
    words = _WORD.findall(clause.group(1).lower()) if len(_YEAR.findall(clause.group(1))) < _RANGE else []
    same = {office, *called_alike(office, language.code)}
    at = next((at for at, word in enumerate(words) if word in same), 0)
    if not at or not language.not_in_office.isdisjoint(words) or words[0] not in language.relatives:
        return False
    known = words[at - 1] in language.determiners and at > _LED
    if known and words[at - _LED] not in language.auxiliaries:
        return False  # "who is against the mayor"
    small = language.function_words | language.days | language.months | language.times | language.posts
    rest = [place for place, word in enumerate(words) if not (word in small or word in same or language.is_role(word))]
    return not rest or (rest == [at - 1] and bool(language.determiners) and not language.verb_second)


def _is_called(reader: Reader, person: Entity) -> bool:
    """Whether the text calls somebody by anything but how they came to their office: "Ada Neri, eletta a giugno"."""
    told = (reader.text[role.start : role.end].lower().split() for role in person.roles)
    return any(reader.language.posts.isdisjoint(words) for words in told)
