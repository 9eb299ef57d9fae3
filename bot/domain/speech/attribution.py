"""Says who speaks a quotation, by the sentence around it, or says nothing.

A cue of the sentence names the speaker (`cues`), and what it names is looked up (`referents`); a quotation that has its
sentence to itself belongs to who spoke before it in the paragraph, or to the running speaker. A speaker that the rules
leave unsure is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech import cues, verb_last, verb_second
from bot.domain.speech.behind import told_behind
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.cues import speaker_before
from bot.domain.speech.focus import Focus
from bot.domain.speech.meant.above import announced_above, told_above
from bot.domain.speech.meant.incised import incised
from bot.domain.speech.meant.left_out import left_out
from bot.domain.speech.meant.places import told_at
from bot.domain.speech.meant.signatures import in_brackets, signed
from bot.domain.speech.meant.views import VIEWING, in_whose_view
from bot.domain.speech.nearby.agents import goes_on
from bot.domain.speech.nearby.described_by import described_by
from bot.domain.speech.nearby.documents import in_document
from bot.domain.speech.nearby.going_on import is_awaited, runs_on, tells_of_nobody
from bot.domain.speech.nearby.holders import named_later
from bot.domain.speech.nearby.inserted import inserted_before
from bot.domain.speech.nearby.named_near import named_near
from bot.domain.speech.nearby.own_behind import own_words_behind
from bot.domain.speech.nearby.pointing_back import told_beside, told_next, whose_words
from bot.domain.speech.nearby.strangers import answered, described_before, stranger_before
from bot.domain.speech.nearby.unread import is_somebodys, or_behind
from bot.domain.speech.pronouns import (
    follows_described,
    is_reported,
    is_somebody,
    is_told_beside,
    is_told_of,
    names_speaker,
    of_two,
    told_before,
)
from bot.domain.speech.referents import (
    Attribution,
    Reader,
    introduced,
    is_heading,
    others_named,
    placed,
    resolved,
)
from bot.domain.speech.rows.acting import is_bracketed
from bot.domain.speech.rows.spoken import spoken_names
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token, named, parts_of
from bot.domain.speech.subjects import inserted_speaker, subject_of
from bot.domain.speech.told.anybody import is_apposed
from bot.domain.speech.told.jointly import jointly
from bot.domain.speech.told.otherwise import told_otherwise
from bot.domain.speech.told.quarters import told_from
from bot.domain.speech.verbs.anothers import unless_anothers
from bot.domain.speech.verbs.firms import Firms
from bot.domain.text.spans import Span
from bot.domain.values.actor import Kind

_QUOTES = re.compile(Part.QUOTE)


def attribute(text: str, spans: Sequence[Span], entities: Sequence[Entity], language: Language) -> list[Attribution]:
    """One attribution for each span, in order. A language without data on speech attributes nothing."""
    if not language.knows_speakers:
        return [Attribution() for _ in spans]
    names = named(entities)
    reader = Reader(
        text, language, names, spans, placed(text, spans), [Attribution() for _ in spans], Focus(text, names, language)
    )
    firms = Firms(reader)
    last = max((number for number, paragraph in enumerate(reader.paragraphs) if paragraph.spans), default=-1)
    for number, paragraph in enumerate(reader.paragraphs[: last + 1]):
        reader.focus.begin_paragraph()
        if paragraph.spans:
            _read_paragraph(reader, number, firms)
        elif not is_heading(reader, number):
            for row in reader.rows(number):
                reader.focus.follow(row)
                _hear(reader, number, row)
    spoken = spoken_names(entities, language)
    found = named_later(reader)
    return [replace(one, speaker=spoken[one.entity]) if one.entity in spoken else one for one in found]


@dataclass(slots=True)
class _Course:
    """Who spoke last in the paragraph being read, and the quotations that still wait for a speaker.

    `unnamed` once somebody speaks in it whom the text does not name: nobody from an earlier paragraph goes on then.
    """

    number: int
    firms: Firms
    previous: Attribution | None = None
    unnamed: bool = False
    waiting: list[int] = field(default_factory=list)


def _read_paragraph(reader: Reader, number: int, firms: Firms) -> None:
    course = _Course(number, firms)
    for at, row in enumerate(reader.rows(number)):
        reader.focus.follow(row)
        quotes = [found.start() for found in _QUOTES.finditer(parts_of(row))]
        heard = _hear(reader, number, row) if not quotes else None
        if heard is not None:
            course.previous = heard
        elif not quotes and course.previous is not None and not reader.language.verb_second:
            _follow_subject(reader, course, row)
        for position in quotes:
            _take(reader, course, row[position].index, _attributed(reader, course, at, position))
    _settle(reader, number, course)
    last = reader.paragraphs[number].spans[-1][0]
    if reader.found[last].speaker:
        reader.running, reader.running_paragraph = reader.found[last], number


def _follow_subject(reader: Reader, course: _Course, row: Sentence) -> None:
    """Let the subject of a sentence without quotations be who speaks on behind it, where it may be a person."""
    subject = inserted_speaker(row) or subject_of(row)
    if subject is None:
        return
    following = introduced(reader, subject, Cue.CONTINUED)
    one = following.entity
    person = one is not None and (reader.focus.is_person(one) or is_apposed(reader.text, reader.names, one, subject))
    if not person and not is_somebody(subject, reader.language):
        return
    course.previous = following
    if reader.language.drops_subjects:
        _note(reader, course.number, following)  # "El abogado recurrirá. «...», sostuvo."


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _attributed(reader: Reader, course: _Course, at: int, position: int) -> Attribution | None:
    """Who speaks one quotation of a row: by a cue, by the sentences beside it, by who spoke before; None when open."""
    number, row = course.number, reader.rows(course.number)[at]
    if is_somebodys(row, position, reader.language):
        return Attribution(cue=Cue.SPEECH)
    last = row[position - 1].part  # What opens its row may be told at its end.
    leads = last in _LEADS or (position == 0 and last == Part.NAME and row[-2].part in _UNSAID)
    found = in_document(reader, row, position) if leads else None
    found = told_otherwise(reader, number, at, position, course.previous) if leads and found is None else found
    if found is None and reader.language.postposed:
        found = of_two(reader, number, at, position) or left_out(reader, number, at, position, course.previous)
    opening = row[0].part if position > 0 and found is None else ""
    found = in_whose_view(reader, number, at, position) if opening in VIEWING else found
    found = _cued(reader, course, row, at, position) if found is None else found
    return answered(reader, number, row, found) if found is not None else None


_SMALL = frozenset({Part.COLON, Part.PREPOSITION, Part.AUXILIARY, Part.DETERMINER})
_LEADS = _SMALL | {Part.VERB, Part.WORD, Part.DESCRIPTION}
_UNSAID = frozenset({Part.PREPOSITION, Part.WORD, Part.DETERMINER, Part.CONJUNCTION})  # "..., firmata da Ada Neri"


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: one way after the other, the surest first.
def _cued(reader: Reader, course: _Course, row: Sentence, at: int, position: int) -> Attribution | None:
    """As `_attributed`, where no clause without a subject announces the quotation."""
    number = course.number
    attribution = told_beside(reader, row, position) or described_by(reader, row, position)
    if attribution is None:
        attribution = own_words_behind(reader, number, at, position, course.previous)
    attribution = _told_beside(reader, number, row, position) if attribution is None else attribution
    if attribution is not None and position == len(row) - 1:
        attribution = whose_words(reader, number, at + 1, row[position], attribution)
    if attribution is None and position == at == 0:
        attribution = announced_above(reader, number, row)
    if attribution is None and position == len(row) - 1:
        attribution = _told_behind(reader, number, at + 1, row[position])
    if attribution is None and position == 0 and _begins_sentence(reader, row):
        return unless_anothers(reader, row, goes_on(reader, number, at, course.previous))
    if attribution is None and course.previous is not None and tells_of_nobody(reader, row, position, course.previous):
        return replace(course.previous, cue=Cue.CONTINUED)
    return attribution


def _told_beside(reader: Reader, number: int, row: Sentence, position: int) -> Attribution | None:
    """Who speaks by a cue beside a quotation, or by a name in brackets behind it."""
    found = _by_cue(reader, number, row, position)
    if found is not None and found.speaker is not None and found.cue is Cue.SPEECH:
        return found
    return in_brackets(reader, reader.spans[row[position].index]) or found


def _told_behind(reader: Reader, number: int, following: int, quote: Token) -> Attribution | None:
    """The speaker whom the next sentence names, where it points back at what a sentence quotes: "Das sagte Lind"."""
    rows = reader.rows(number)
    told = told_next(reader, rows[following], quote) if following < len(rows) else None
    if told is not None or following >= len(rows) or not (reader.language.verb_second or reader.language.postposed):
        return told
    rule = verb_second.told_by if reader.language.verb_second else told_behind
    token, cue = rule(rows[following], reader.language)
    return resolved(reader, token, cue) if token is not None else None


def _begins_sentence(reader: Reader, row: Sentence) -> bool:
    """Whether a quotation that opens a sentence without a cue is a sentence itself, though words may follow it."""
    alone = all(token.part == Part.QUOTE for token in row)
    start = reader.spans[row[0].index].start
    capital = reader.text[start : start + 2].lstrip("¿¡")[:1].isupper()
    return alone or (capital and not reader.language.nouns_capitalised)


def _hear(reader: Reader, number: int, row: Sentence) -> Attribution | None:
    """Who speaks in a sentence without quotations, where those after it may go on in reported speech."""
    if not (reader.language.verb_second and is_awaited(reader, number, row)):
        return None
    token, cue = verb_second.teller_in(row, reader.language)
    if token is None:
        return _told(reader, number) if cue is Cue.CONTINUED else None
    heard = resolved(reader, token, Cue.CONTINUED)
    if cue is Cue.SUBJECT and heard.entity is not None and not reader.focus.may_lead(heard.entity):
        return None  # "In Rio wurde ein Treffen verboten."
    _note(reader, number, heard)
    return heard


def _note(reader: Reader, number: int, attribution: Attribution) -> None:
    if attribution.speaker:
        reader.told, reader.told_paragraph = attribution, number


def _told(reader: Reader, number: int) -> Attribution | None:
    """Whose speech a sentence in the mood of reported speech goes on with."""
    near = reader.told_paragraph >= number - 1
    return replace(reader.told, cue=Cue.CONTINUED) if near and reader.told.speaker else None


def _settle(reader: Reader, number: int, course: _Course) -> None:
    """Speakers for the quotations that no cue tells: who signs below, is told of just above, or spoke last."""
    _sign(reader, number, course)
    if not course.waiting:
        return
    lone = _LONE_CUED if reader.language.drops_subjects else _LONE  # "«No se toca», ha asegurado."
    alone = all(token.part in lone for row in reader.rows(number) for token in row)
    told = told_above(reader, number) if alone else None
    if told is not None and any(names_speaker(reader, told, index) for index in course.waiting):
        told = None
    for index in course.waiting:
        within = incised(reader, reader.spans[index])
        if within is not None or told is not None:
            reader.found[index] = within or told or Attribution()
        else:
            _run_on(reader, course, index)


def _sign(reader: Reader, number: int, course: _Course) -> None:
    """Give the paragraph's last quotation to who signs it."""
    signature = signed(reader, number)
    if signature is None:
        return
    rows = reader.rows(number)
    last = next((token.index for token in reversed(rows[-1]) if token.part == Part.QUOTE), -1) if rows else -1
    if last >= 0 and reader.found[last].cue is not Cue.SPEECH:
        reader.found[last] = signature
        course.waiting = [index for index in course.waiting if index != last]


def _run_on(reader: Reader, course: _Course, index: int) -> None:
    """Give a quotation to who spoke last, where that is near and nobody else may speak."""
    if course.unnamed or not runs_on(reader, course.number, index):
        return
    reader.found[index] = replace(reader.running, cue=Cue.RUNNING)
    if reader.running.entity is not None:
        reader.focus.speaks(reader.running.entity, floating=True)
    reader.running_paragraph = course.number


_LONE = frozenset({Part.QUOTE, Part.COMMA, Part.DASH, Part.END})
_LONE_CUED = _LONE | VERBS | {Part.AUXILIARY}


def _take(reader: Reader, course: _Course, index: int, attribution: Attribution | None) -> None:
    """Keep what was found for one quotation, and give it to those of the paragraph that waited."""
    attribution = course.firms.behind(index, attribution)
    if attribution is None:
        if reader.found[index].speaker is None:
            course.waiting.append(index)
        return
    attribution = named_near(reader, course.number, attribution)
    if reader.found[index].cue < attribution.cue:
        reader.found[index] = attribution
    if attribution.speaker:
        course.previous = attribution
        if attribution.entity is not None:
            at = attribution.place[0] if attribution.place is not None else -1
            reader.focus.speaks(attribution.entity, floating=attribution.cue is Cue.CONTINUED, at=at)
        _note(reader, course.number, attribution)
        for early in course.waiting:
            if _stands_alone(reader, course.number, early, index):
                reader.found[early] = replace(attribution, cue=Cue.CONTINUED)
        course.waiting = []
        return
    course.unnamed = course.unnamed or attribution.cue is Cue.SPEECH
    if reader.language.verb_second:  # Somebody speaks whom the text does not name: nobody goes on.
        course.previous, reader.running, reader.told = None, Attribution(), Attribution()


def _stands_alone(reader: Reader, number: int, index: int, later: int) -> bool:
    """Whether a quotation that waits is a sentence by itself; else what is beside it tells.

    Where the verb does not stand second it may also open its sentence, or stand in that of the `later` one.
    """
    row = next(row for row in reader.rows(number) if any(one.index == index and one.part == Part.QUOTE for one in row))
    if reader.language.verb_second:
        return all(token.part in _LONE for token in row)
    quoted = [token.index for token in row if token.part == Part.QUOTE]
    opens = row[0].part == Part.QUOTE and row[0].index == index
    return later in quoted or (opens and not is_told_beside(reader, row))


def _by_cue(reader: Reader, number: int, row: Sentence, position: int) -> Attribution | None:
    language, inserted = reader.language, inserted_before(reader, row, position)
    if inserted is not None:
        return inserted
    if is_bracketed(row, position):
        return resolved(reader, row[position - 2], Cue.SPEECH)
    if (place := (told_from if language.quarters else told_at)(reader, row, position)) is not None:
        return place
    rules = verb_second if language.verb_second else verb_last if language.verb_last else cues
    token, cue = or_behind(rules.speaker_in(row, position, language), reader.text, row, position, language)
    if token is not None and language.verb_second and is_reported(reader, row, position, token):
        token, cue = None, Cue.CONTINUED
    if token is not None:
        return _by_token(reader, number, row, position, token=token, cue=cue)
    if cue is Cue.CONTINUED:
        others = others_named(reader, number, row[0].start) or follows_described(reader, number, row)
        return None if others else _told(reader, number)
    return Attribution(cue=cue) if cue is Cue.SPEECH else incised(reader, reader.spans[row[position].index])


def _by_token(
    reader: Reader, number: int, row: Sentence, position: int, *, token: Token, cue: Cue
) -> Attribution | None:
    """Whom the token means that a cue names."""
    if token.part == Part.QUOTE:
        known = reader.found[token.index]
        return replace(known, cue=Cue.SPEECH) if known.speaker else None
    if token.part == Part.NAME and reader.focus.is_shared(token):
        return Attribution(cue=Cue.SPEECH)
    if token.part == Part.WORD and reader.text[token.start].islower():
        return _led(reader, row, position)
    found = (jointly(reader, row, token) if token.end in reader.names.beside else None) or resolved(reader, token, cue)
    if cue is Cue.SUBJECT and not _may_tell(reader, found):
        return None
    return found if token.part != Part.PRONOUN else _by_pronoun(reader, number, row, position, token=token, found=found)


def _by_pronoun(
    reader: Reader, number: int, row: Sentence, position: int, *, token: Token, found: Attribution
) -> Attribution:
    """Whom a pronoun means, nobody whom its quotation names; where that is open, who was told of before."""
    stranger = stranger_before(reader, number, row, pronoun=token)
    if stranger is not None:
        return stranger
    if found.speaker is None:
        return told_before(reader, number, row, position, pronoun=token) or found
    if (described := described_before(reader, number, row, pronoun=token, found=found)) is not None:
        return described
    return Attribution(cue=found.cue) if is_told_of(reader, row[position].index, found) else found


def _led(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """Who speaks before a quotation, where the word behind it is none that speaks: "Lee called it “bad,” giving"."""
    token, cue = speaker_before(row, position, reader.language)
    return resolved(reader, token, cue) if token is not None and token.part in ACTORS else None


def _may_tell(reader: Reader, found: Attribution) -> bool:
    """Whether the subject of a sentence without a verb of speech may be who speaks: a place, or a work, is not."""
    if found.entity is None:
        return not reader.language.postposed
    if reader.language.verb_second:
        return reader.focus.is_person(found.entity)
    sure = reader.focus.is_person(found.entity) or reader.names.entities[found.entity].kind is Kind.ORGANISATION
    return sure or (reader.focus.may_speak(found.entity) and not reader.language.postposed)
