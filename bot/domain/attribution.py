"""Says who speaks a quotation, by the sentence around it, or says nothing.

The rules in their order: a cue right after the quotation ("said Ann Lee", "Ann Lee said", "according to"), a verb of
speech before it, a cue of the sentence's other quotation, the sentence's subject; a quotation that has its sentence to
itself belongs to who spoke before it in the paragraph, or to the running speaker. A speaker that the rules leave unsure
is none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import dropwhile, takewhile

from bot.domain.clauses import ACTORS, Named, Part, Sentence, Token, named, sentences_of
from bot.domain.languages import Language
from bot.domain.model import Kind
from bot.domain.names import Entity
from bot.domain.spans import Span, paragraphs
from config.limits import SIGNATURE_CHARACTERS

_REACH = 40
_NEAR = 3
_LOOK_BACK = 12
_RUNNING_PARAGRAPHS = 2
_STEM = 5
_SKIPPED = frozenset({Part.COMMA, Part.DASH, Part.AUXILIARY, Part.CONJUNCTION, Part.RELATIVE})


class Cue(IntEnum):
    """How a speaker was found, the surest last."""

    NONE = 0
    SUBJECT = 1
    RUNNING = 2
    CONTINUED = 3
    SPEECH = 4


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks one quotation.

    Attributes:
        speaker: the name or description as the text has it, None when unsure.
        entity: index of the entity among those given, None for a description or nobody.
        cue: how it was found.
        place: offsets of the words that name the speaker at the cue.
    """

    speaker: str | None = None
    entity: int | None = None
    cue: Cue = Cue.NONE
    place: tuple[int, int] | None = None


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    spans: list[tuple[int, Span]]
    rows: list[Sentence] | None = None


@dataclass(slots=True)
class _Reader:
    """One article as it is read: paragraphs, their rows, and who spoke last."""

    text: str
    language: Language
    names: Named
    spans: Sequence[Span]
    paragraphs: list[_Paragraph]
    found: list[Attribution]
    running: Attribution = field(default_factory=Attribution)
    running_paragraph: int = -9

    def rows(self, number: int) -> list[Sentence]:
        """The sentences of a paragraph, read once."""
        paragraph = self.paragraphs[number]
        if paragraph.rows is None:
            paragraph.rows = sentences_of(
                self.text,
                (paragraph.start, paragraph.end),
                spans=paragraph.spans,
                names=self.names,
                language=self.language,
            )
        return paragraph.rows


def attribute(text: str, spans: Sequence[Span], entities: Sequence[Entity], language: Language) -> list[Attribution]:
    """One attribution for each span, in order. A language without data on speech attributes nothing."""
    if not language.knows_speakers:
        return [Attribution() for _ in spans]
    reader = _Reader(text, language, named(entities), spans, _placed(text, spans), [Attribution() for _ in spans])
    for number, paragraph in enumerate(reader.paragraphs):
        if paragraph.spans:
            _read_paragraph(reader, number)
    return reader.found


def _placed(text: str, spans: Sequence[Span]) -> list[_Paragraph]:
    """The paragraphs with the spans that begin in each; a span over several belongs to the last too."""
    placed: list[_Paragraph] = []
    index = 0
    carried: tuple[int, Span] | None = None
    for start, end in paragraphs(text):
        mine: list[tuple[int, Span]] = []
        if carried is not None and carried[1].outer_end > start:
            mine.append(carried)
        while index < len(spans) and spans[index].outer_start < end:
            mine.append((index, spans[index]))
            index += 1
        carried = mine[-1] if mine and mine[-1][1].outer_end > end else None
        placed.append(_Paragraph(start, end, mine))
    return placed


@dataclass(slots=True)
class _Course:
    """Who spoke last in the paragraph being read, and the quotations that still wait for a speaker."""

    previous: Attribution | None = None
    waiting: list[int] = field(default_factory=list)


def _read_paragraph(reader: _Reader, number: int) -> None:
    course = _Course()
    for at, row in enumerate(reader.rows(number)):
        quotes = [i for i, token in enumerate(row) if token.part is Part.QUOTE]
        subject = _subject(row)
        if not quotes and subject is not None and course.previous is not None:
            course.previous = _resolved(reader, number, at, subject, Cue.CONTINUED)
        for position in quotes:
            attribution = _by_cue(reader, number, at, row, position)
            if attribution is None and position == 0 and len(row) == len(quotes):
                attribution = _continued(reader, number, at, course.previous)
            _take(reader, course, row[position].index, attribution)
    _settle(reader, number, course)
    last = reader.paragraphs[number].spans[-1][0]
    if reader.found[last].speaker:
        reader.running, reader.running_paragraph = reader.found[last], number


def _settle(reader: _Reader, number: int, course: _Course) -> None:
    """Speakers for the quotations that no cue tells: who signs below, is told of just above, or spoke last."""
    rows = reader.rows(number)
    signed = _signed(reader, number)
    if signed is not None and rows[-1]:
        last = next(token.index for token in reversed(rows[-1]) if token.part is Part.QUOTE)
        reader.found[last] = signed
        course.waiting = [index for index in course.waiting if index != last]
    if not course.waiting:
        return
    alone = all(token.part in _LONE for row in rows for token in row)
    told = _told_of(reader, number) if alone else None
    running = reader.running_paragraph >= number - _RUNNING_PARAGRAPHS
    for index in course.waiting:
        incised = _incised(reader, reader.spans[index])
        if incised is not None or told is not None:
            reader.found[index] = incised or told or Attribution()
        elif running and reader.running.speaker:
            reader.found[index] = _as(reader.running, Cue.RUNNING)
            reader.running_paragraph = number


_LONE = frozenset({Part.QUOTE, Part.COMMA, Part.DASH, Part.END})


def _signed(reader: _Reader, number: int) -> Attribution | None:
    """Who signs a quotation: "— Ann Lee, teacher" after it or in a line of its own below."""
    row = reader.rows(number)[-1] if reader.rows(number) else []
    quotes = [i for i, token in enumerate(row) if token.part is Part.QUOTE]
    if not quotes:
        return None
    tail = row[quotes[-1] + 1 :]
    if tail:
        return _signature(reader, number, tail, reader.paragraphs[number].end) if tail[0].part is Part.DASH else None
    if number + 1 == len(reader.paragraphs) or reader.paragraphs[number + 1].spans:
        return None
    rows = reader.rows(number + 1)
    return _signature(reader, number + 1, rows[0], reader.paragraphs[number + 1].end) if len(rows) == 1 else None


def _signature(reader: _Reader, number: int, row: Sentence, end: int) -> Attribution | None:
    """The person whom a line names that is no sentence."""
    rest = list(dropwhile(lambda token: token.part is Part.DASH, row))
    long = not rest or end - rest[0].start > SIGNATURE_CHARACTERS
    if long or rest[0].part is not Part.NAME or reader.text[end - 1] in _POINTS:
        return None
    if any(token.part in _VERBS or token.part is Part.AUXILIARY for token in rest):
        return None
    person = reader.names.entities[rest[0].index].kind is Kind.PERSON or Part.COMMA in [
        token.part for token in rest[:2]
    ]
    return _resolved(reader, number, 0, rest[0], Cue.SPEECH) if person else None


_POINTS = ".!?…:"


def _told_of(reader: _Reader, number: int) -> Attribution | None:
    """The person whom the paragraph before tells of, when it quotes nobody."""
    if number == 0 or reader.paragraphs[number - 1].spans:
        return None
    rows = reader.rows(number - 1)
    for at in range(len(rows) - 1, -1, -1):
        subject = _subject(rows[at])
        if subject is None or subject.part is Part.DESCRIPTION:
            continue
        found = _resolved(reader, number - 1, at, subject, Cue.RUNNING)
        if found.entity is not None and reader.names.entities[found.entity].kind is Kind.PERSON:
            return found
    return None


def _incised(reader: _Reader, span: Span) -> Attribution | None:
    """The speaker whom a cue within the marks names: "« Je dormais, explique Jean Roux. J’étais bien. »"."""
    names = reader.names
    if not reader.language.postposed:
        return None
    for match in _INCISE.finditer(reader.text, span.start, min(span.end, span.start + _INCISE_REACH)):
        if match.group(1).lower() not in reader.language.verbs:
            continue
        at = names.roles.get(match.end(), match.end())
        index = bisect_left(names.starts, at)
        if index < len(names.starts) and names.starts[index] <= at + len(", "):
            owner = names.owners[index]
            place = (names.starts[index], names.ends[index])
            return Attribution(names.entities[owner].name, owner, Cue.SPEECH, place)
    return None


_INCISE = re.compile(r"[,!?…]\s([\w’'-]+)\s")
_INCISE_REACH = 1000


def _take(reader: _Reader, course: _Course, index: int, attribution: Attribution | None) -> None:
    """Keep what was found for one quotation, and give it to those of the paragraph that waited."""
    if attribution is None:
        if reader.found[index].speaker is None:
            course.waiting.append(index)
        return
    if reader.found[index].cue < attribution.cue:
        reader.found[index] = attribution
    if attribution.speaker:
        course.previous = attribution
        for early in course.waiting:
            reader.found[early] = _as(attribution, Cue.CONTINUED)
        course.waiting = []


def _as(attribution: Attribution, cue: Cue) -> Attribution:
    return Attribution(attribution.speaker, attribution.entity, cue, attribution.place)


def _continued(reader: _Reader, number: int, at: int, previous: Attribution | None) -> Attribution | None:
    """The speaker of a quotation that has its sentence to itself: the paragraph's, or the subject before a colon."""
    if previous is not None and previous.speaker:
        return _as(previous, Cue.CONTINUED)
    if at > 0:
        subject = _subject(reader.rows(number)[at - 1])
        if subject is not None:
            return _resolved(reader, number, at - 1, subject, Cue.SUBJECT)
    return None


def _subject(row: Sentence) -> Token | None:
    """The first actor of a sentence that no preposition governs."""
    return next((token for token in row if token.part in ACTORS and not token.governed), None)


def _by_cue(reader: _Reader, number: int, at: int, row: Sentence, position: int) -> Attribution | None:
    right = _after(row, position)
    left = _before(row, position)
    token, cue = right if right[1] >= left[1] else left
    if token is None:
        return None
    if token.part is Part.QUOTE:
        known = reader.found[token.index]
        return _as(known, Cue.SPEECH) if known.speaker else None
    return _resolved(reader, number, at, token, cue)


_Found = tuple[Token | None, Cue]
_VERBS = frozenset({Part.VERB, Part.WEAK_VERB})


def _after(row: Sentence, position: int) -> _Found:
    """The speaker in what follows a quotation up to the next one."""
    rest = list(takewhile(lambda token: token.part is not Part.QUOTE, row[position + 1 : position + 1 + _REACH]))
    rest = list(dropwhile(lambda token: token.part in _SKIPPED, rest))
    if not rest:
        return None, Cue.NONE
    first = rest[0]
    if first.part in {Part.ACCORDING, Part.SO}:
        return _first_actor(rest[1:]), Cue.SPEECH
    if first.part is Part.VERB:
        return _inverted(rest)
    if first.part in ACTORS and not first.governed and _speaks(rest):
        return first, Cue.SPEECH
    return None, Cue.NONE


def _speaks(rest: Sentence) -> bool:
    """Whether a verb of speech follows the actor that opens this row."""
    for before, (index, token) in zip(rest, enumerate(rest[1:], start=1), strict=False):
        if token.part is Part.ACCORDING_AFTER or (token.part is Part.WEAK_VERB and index <= _NEAR):
            return True
        if token.part is Part.VERB and before.part is not Part.RELATIVE and before.word != "to":
            return True
    return False


def _inverted(rest: Sentence) -> _Found:
    """The subject after its verb: the first actor that no preposition governs."""
    for index, token in enumerate(rest[1:], start=1):
        if token.part in ACTORS and not token.governed:
            return token, Cue.SPEECH
        if token.part in {Part.VERB, Part.COLON, Part.THAT} or index > _LOOK_BACK:
            break
    return None, Cue.NONE


def _first_actor(rest: Sentence) -> Token | None:
    return next((token for token in rest[:_NEAR] if token.part in ACTORS), None)


def _before(row: Sentence, position: int) -> _Found:
    """The speaker in what stands before a quotation, back to the one before it or the sentence's start."""
    begin = position
    while begin > 0 and row[begin - 1].part is not Part.QUOTE:
        begin -= 1
    rest = row[begin:position]
    if not rest:
        return (row[begin - 1], Cue.CONTINUED) if begin > 0 else (None, Cue.NONE)
    for index in range(len(rest) - 1, -1, -1):
        token = rest[index]
        if token.part is Part.ACCORDING:
            return _first_actor(rest[index + 1 :]), Cue.SPEECH
        if token.part in _VERBS or token.part is Part.PARTICIPLE:
            if index > 0 and rest[index - 1].word == "to":
                continue
            subject = _subject_of(row, begin, begin + index, position)
            if subject is not None:
                return subject, Cue.SPEECH
    earlier = next((token for token in reversed(row[:begin]) if token.part is Part.QUOTE), None)
    if earlier is not None:
        return earlier, Cue.CONTINUED
    subject = _subject(rest)
    return (subject, Cue.SUBJECT) if subject is not None else (None, Cue.NONE)


def _subject_of(row: Sentence, begin: int, verb: int, position: int) -> Token | None:
    """The subject of the verb of speech at `verb`."""
    at = verb - 1
    while at >= begin and (row[at].part is Part.AUXILIARY or row[at].word.endswith("ly")):
        at -= 1
    if at >= begin and row[at].part in ACTORS and not row[at].governed:
        return row[at]
    before = row[at].part if at >= begin else None
    if before is Part.RELATIVE:
        return next((token for token in reversed(row[begin:at]) if token.part in ACTORS), None)
    actors = [token for token in row[begin:verb] if token.part in ACTORS and not token.governed]
    if not actors:
        after = next((t for t in row[verb + 1 : position] if t.part in ACTORS and not t.governed), None)
        if row[verb].part is Part.PARTICIPLE or (after is None and begin > 0):
            return next((token for token in reversed(row[:begin]) if token.part is Part.QUOTE), None)
        return after
    if row[verb].part is Part.PARTICIPLE or before in {Part.CONJUNCTION, Part.COMMA}:
        return actors[0]
    return actors[-1]


def _resolved(reader: _Reader, number: int, at: int, token: Token, cue: Cue) -> Attribution:
    """The actor that a token names, or the one that a pronoun or a description points back to."""
    if token.part is Part.NAME:
        return Attribution(reader.names.entities[token.index].name, token.index, cue, (token.start, token.end))
    if token.part is Part.PRONOUN:
        return _pronoun(reader, number, at, token, cue)
    entity = _described(reader, token) if token.definite else None
    if entity is not None:
        return Attribution(reader.names.entities[entity].name, entity, cue, (token.start, token.end))
    return Attribution(reader.text[token.start : token.end], None, cue, (token.start, token.end))


def _described(reader: _Reader, token: Token) -> int | None:
    """The last entity before this place whose role holds the description's noun."""
    if len(reader.text[token.start : token.end].split()) > _NEAR:
        return None
    stem = token.word[: max(_STEM, len(token.word) - 2)] if reader.language.postposed else token.word
    at = bisect_left(reader.names.starts, token.start)
    for back in range(at - 1, max(-1, at - 60), -1):
        owner = reader.names.owners[back]
        for role in reader.names.entities[owner].roles:
            if stem in reader.text[role.start : role.end].lower() and role.start < token.start:
                return owner
    return None


def _pronoun(reader: _Reader, number: int, at: int, token: Token, cue: Cue) -> Attribution:
    """The person that "he" or "she" points back to."""
    gender = reader.language.pronouns.get(token.word, "")
    place = (token.start, token.end)
    if gender not in {"m", "f"}:
        return Attribution(None, None, cue, place)
    running = reader.running
    for paragraph in range(number, max(-1, number - 4), -1):
        rows = reader.rows(paragraph)
        last = at if paragraph == number else len(rows) - 1
        for row_number in range(last, -1, -1):
            entity = _antecedent(reader, rows[row_number], token.start, gender)
            if entity is not None:
                return Attribution(reader.names.entities[entity].name, entity, cue, place)
        if paragraph < number and running.entity is not None and _fits(reader.names.entities[running.entity], gender):
            return Attribution(running.speaker, running.entity, cue, place)
    return Attribution(None, None, cue, place)


def _antecedent(reader: _Reader, row: Sentence, before: int, gender: str) -> int | None:
    fitting = [
        token
        for token in row
        if token.end <= before and token.part is Part.NAME and _fits(reader.names.entities[token.index], gender)
    ]
    subjects = [token for token in fitting if not token.governed]
    if subjects or fitting:
        return (subjects or fitting)[0].index
    for token in row:
        if token.part is Part.QUOTE and token.end <= before:
            known = reader.found[token.index].entity
            if known is not None and _fits(reader.names.entities[known], gender):
                return known
    return None


def _fits(entity: Entity, gender: str) -> bool:
    return entity.kind is Kind.PERSON and entity.gender in {"", gender}
