"""Whom a name, a pronoun or a description at a cue means: the article as it is read, and who spoke last in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.language import gazetteer
from bot.domain.language.languages import Language
from bot.domain.speech.cue import Cue
from bot.domain.speech.focus import Focus
from bot.domain.speech.meant import rivals
from bot.domain.speech.meant.apposed import named_behind
from bot.domain.speech.meant.bare_offices import of_bare_office
from bot.domain.speech.meant.doers import doers, tells_of_doer
from bot.domain.speech.meant.introduced import named_next
from bot.domain.speech.meant.mates import of_mate
from bot.domain.speech.meant.writers import writer_of
from bot.domain.speech.rows.ages import is_age, is_aged, may_be_aged, of_age
from bot.domain.speech.rows.called import Called
from bot.domain.speech.rows.clauses import sentences_of
from bot.domain.speech.rows.people_words import is_actor_word, is_calling, is_full, is_out_of_office, is_trade
from bot.domain.speech.rows.phrases import gathered
from bot.domain.speech.rows.tokens import Named, Part, Sentence, Token
from bot.domain.speech.told.anybody import is_anybody, may_be_anybody
from bot.domain.speech.told.brought_in import brought_in
from bot.domain.speech.told.kin import kin_of
from bot.domain.speech.told.subject_last import may_be_trade, told_last
from bot.domain.speech.told.trades import bears_alone
from bot.domain.speech.told.whole import past_complements
from bot.domain.text.characters import POINTS
from bot.domain.text.spans import Span, paragraphs
from bot.domain.values.actor import Kind
from config.limits import HEADING_CHARACTERS


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
class Paragraph:
    """One paragraph: its offsets, the quotations in it with their numbers, its sentences once they are read."""

    start: int
    end: int
    spans: list[tuple[int, Span]]
    rows: list[Sentence] | None = None


@dataclass(slots=True)
class Reader:
    """One article as it is read: paragraphs, their rows, and who spoke last."""

    text: str
    language: Language
    names: Named
    spans: Sequence[Span]
    paragraphs: list[Paragraph]
    found: list[Attribution]
    focus: Focus
    running: Attribution = field(default_factory=Attribution)
    running_paragraph: int = -9
    told: Attribution = field(default_factory=Attribution)
    told_paragraph: int = -9

    def rows(self, number: int) -> list[Sentence]:
        """The sentences of a paragraph, read once."""
        paragraph = self.paragraphs[number]
        if paragraph.rows is None:
            rows = sentences_of(
                self.text,
                (paragraph.start, paragraph.end),
                spans=paragraph.spans,
                names=self.names,
                language=self.language,
            )
            if self.language.nouns_capitalised:
                rows = [gathered(self.text, row, self.names, self.language) for row in rows]
            paragraph.rows = rows
        return paragraph.rows


def others_named(reader: Reader, number: int, end: int) -> bool:
    """Whether a paragraph names before this place somebody else than who spoke above it, who may go on."""
    if reader.told_paragraph == number:
        return False
    called = Called(reader.text, reader.names, reader.language)
    return not called.people_between(reader.paragraphs[number].start, end) <= {reader.told.entity}


def placed(text: str, spans: Sequence[Span]) -> list[Paragraph]:
    """The paragraphs with the spans that begin in each; a span over several belongs to the last too."""
    placed: list[Paragraph] = []
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
        placed.append(Paragraph(start, end, mine))
    return placed


def is_heading(reader: Reader, number: int) -> bool:
    """Whether a paragraph is a short line that ends with no point: a heading tells of nobody in particular."""
    paragraph = reader.paragraphs[number]
    line = reader.text[paragraph.start : min(paragraph.end, paragraph.start + HEADING_CHARACTERS + 1)]
    return len(line) <= HEADING_CHARACTERS and not line.endswith((*POINTS, ":", ",", "”", '"', "»"))


def is_quoted_heading(reader: Reader, number: int) -> bool:
    """Whether a paragraph is one short quotation that no point ends: a heading that quotes, of nobody above it."""
    paragraph = reader.paragraphs[number]
    if len(paragraph.spans) != 1 or paragraph.end - paragraph.start > HEADING_CHARACTERS:
        return False
    span = paragraph.spans[0][1]
    alone = span.outer_start == paragraph.start and span.outer_end >= paragraph.end
    return alone and not reader.text.endswith((*POINTS, ","), span.start, span.end)


def resolved(reader: Reader, token: Token, cue: Cue) -> Attribution:
    """The actor that a token names, or the one that a pronoun or a description points back to."""
    if token.part in {Part.NAME, Part.OWNER}:
        entity = _of_people(reader, token)
        return Attribution(reader.names.entities[entity].name, entity, cue, (token.start, token.end))
    if token.part == Part.PRONOUN:
        return _pronoun(reader, token, cue)
    aged = _aged(reader, token, cue)
    return aged if aged is not None else _described(reader, token, cue)


def _of_people(reader: Reader, token: Token) -> int:
    """Whom a noun with a capital and an article calls by where they are from, else what it names: "la Bretonne"."""
    told, language = reader.names.entities[token.index], reader.language
    if told.kind is not Kind.OTHER or " " in told.name or not told.name.istitle():
        return token.index
    article = _ARTICLE.search(reader.text, max(0, token.start - _ARTICLE_REACH), token.start)
    if article is None or article.group(1).lower() not in language.definite:
        return token.index
    if not (article.group(2) or _AGED.match(reader.text, token.end) or gazetteer.is_people(told.name, language.code)):
        return token.index  # "écrit la Provence"
    noun = replace(token, part=Part.DESCRIPTION, definite=True, opening=article.group(1).lower())
    called = Called(reader.text, reader.names, language)
    entity = called.of_nation(noun)
    entity = called.told_alone(noun) if entity is None else entity
    if entity is None and not language.postposed:  # "the Swede"
        here = called.named_before(noun)
        entity = next(iter(here)) if len(here) == 1 else _alone_above(reader, noun, called)
    return token.index if entity is None else entity


_ARTICLE = re.compile(r"(?<!\w)(\w+)[ '’](?:(\d{1,3}-\w+) )?$")  # "de 61-jarige | Kampenaar"
_AGED = re.compile(r" de \d{1,2} ")  # "la Bretonne de 20 ans"
_ARTICLE_REACH = 20  # Characters of an article and an age before its noun.


def _described(reader: Reader, token: Token, cue: Cue) -> Attribution:
    """The actor whom a description points back to, else the description, where it surely is one."""
    called = Called(reader.text, reader.names, reader.language)
    entity = of_age(reader.text, reader.names, token, reader.language)
    entity = named_behind(reader.text, reader.names, token, reader.language) if entity is None else entity
    # In German a description is often of another than who bore its noun last: it means who alone is named beside it.
    if entity is None and token.definite:
        entity = called.bearer(token)
    entity = _borne(reader, token, called) if entity is None else entity
    entity = _guessed(reader, token, called) if entity is None else entity
    if entity is not None and not _is_body_for(reader, token, entity):
        return Attribution(reader.names.entities[entity].name, entity, cue, (token.start, token.end))
    if not is_actor_word(token.word, reader.language) and reader.language.postposed:
        return Attribution(cue=cue)  # A noun that no list knows.
    end = past_complements(reader.text, token, reader.language)
    return Attribution(reader.text[token.start : end], None, cue, (token.start, token.end))


def _guessed(reader: Reader, token: Token, called: Called) -> int | None:
    """Whom a noun may mean by which the text does not call them."""
    told, language = _pointed_back(reader, token, called), reader.language
    if told is None or not rivals.may_be_told(reader.text, reader.names, told, token, language):
        told = _told_elsewhere(reader, token, called)
    place = (reader.text, reader.names, reader.spans)
    other = told is not None and rivals.is_another(*place, told, token=token, language=language)
    return None if other else told


def _is_body_for(reader: Reader, token: Token, entity: int) -> bool:
    """Whether a noun for a body, for many or for what somebody was once was read as one person of today."""
    told, person = reader.text[token.start : token.end], reader.names.entities[entity]
    many = token.word in reader.language.groups and not reader.language.nouns_capitalised
    return (many and person.kind is Kind.PERSON) or is_out_of_office(reader.text, person, told, reader.language)


def _told_elsewhere(reader: Reader, token: Token, called: Called) -> int | None:
    """Who is told of above or further on, else the mate of who spoke before, else who alone is called so."""
    language = reader.language
    found = writer_of(reader.text, reader.names, reader.focus.bearers, token, language)
    found = _told_again(reader, token, called) if found is None else found
    found = reader.focus.bearers.told(token) if found is None else found
    at = bisect_left(reader.spans, token.start, key=lambda span: span.start) - 2  # The one before the cue's own.
    if found is None and at >= 0:
        found = of_mate(reader.text, reader.names, reader.found[at].entity, token, language)
    if found is not None or called.is_told_before(token):
        return found
    last = _told_last(reader, token, named=False)
    if last is not None and is_full(person := reader.names.entities[last]) and may_be_trade(person, token, language):
        return last
    last = _told_last(reader, token) if is_anybody(token, language) else None
    if last is not None and may_be_anybody(reader.text, reader.names, last, token, reader.language):
        return last
    text, names = reader.text, reader.names
    return _told_next(reader, token) if token.definite else rivals.of_calling(text, names, token, language)


def _told_next(reader: Reader, token: Token) -> int | None:
    """Whom the sentence before a token's first names, else who is first named right behind it."""
    rows = () if reader.language.nouns_capitalised else reader.rows(_number_of(reader, token))
    last = brought_in(reader.text, reader.names, rows, token, reader.language)
    return named_next(reader.text, reader.names, token, reader.language) if last is None else last


def _pointed_back(reader: Reader, token: Token, called: Called) -> int | None:
    """Who is told of alone, by name or by the noun that the sentence's subject is, where nobody else may be meant."""
    told = called.told_alone(token)
    learned = reader.focus.bearers.learned(token) if told is None else None
    if told is None and is_age(token.word, reader.language):
        entity = rivals.first_of_age(reader.text, reader.names, token, reader.language)
        return _aged_beside(reader, token, called) if entity is None else entity
    if learned is None or not called.may_mean_met(token, learned):
        return told
    return None if rivals.tells_of_another(reader.text, reader.names, token, reader.language) else learned


def _aged_beside(reader: Reader, token: Token, called: Called) -> int | None:
    """The one person named before an age in its paragraph, who has no other, where nobody without a name is told of."""
    here, years = called.named_before(token), re.match(r"\d+", token.word)
    known = years is None or re.search(rf"\b{years.group()}\b", reader.text[: token.start])  # "Ein 23-Jähriger floh."
    entity = here.pop() if len(here) == 1 and token.definite and not known else None
    if entity is None or not may_be_aged(reader.text, reader.names.entities[entity], token.word):
        return None
    person = reader.names.entities[entity].kind is Kind.PERSON
    paragraph = _paragraph_of(reader, token)
    quote = next((span.outer_start for _, span in paragraph.spans), token.start)
    told = replace(token, start=max(paragraph.start, min(quote, token.start)))
    other = rivals.tells_of_another(reader.text, reader.names, told, reader.language, since=paragraph.start)
    return entity if person and not other else None


def _borne(reader: Reader, token: Token, called: Called) -> int | None:
    """The one person who bears a description's noun, or its office bare; others are named only where the noun is."""
    whose = token.opening in reader.language.possessives
    kin = kin_of(reader.text, reader.names, token, reader.language) if whose else None
    bearer = reader.focus.bearers.bearer(token) if kin is None else kin
    if bearer is None:
        return of_bare_office(reader.text, reader.names, token, reader.language)
    others = called.named_before(token) - {bearer}
    if kin is not None or not others or bears_alone(reader.names, token, others, reader.language):
        return bearer  # Else: "Bo Ray met the mayor, Ann Lee. “...,” the mayor said".
    if len(reader.text[token.start : token.end].split()) <= _BARE and _told_last(reader, token) == bearer:
        return bearer  # "Lee denies it. “...,” the mayor said"
    return bearer if reader.focus.bearers.is_called_since(_paragraph_of(reader, token).start, bearer, token) else None


def _told_last(reader: Reader, token: Token, *, named: bool = True) -> int | None:
    """Whom the sentence before a token's is about, in its paragraph."""
    return told_last(reader.rows(_number_of(reader, token)), token, reader.focus.means, named=named)


def _number_of(reader: Reader, token: Token) -> int:
    return bisect_right(reader.paragraphs, token.start, key=lambda one: one.start) - 1


def _paragraph_of(reader: Reader, token: Token) -> Paragraph:
    return reader.paragraphs[_number_of(reader, token)]


def introduced(reader: Reader, token: Token, cue: Cue) -> Attribution:
    """As `resolved`, of a sentence's subject: one whose noun nobody had before is new, as the text has it."""
    new = token.part == Part.DESCRIPTION and reader.language.drops_subjects
    called = Called(reader.text, reader.names, reader.language)
    known = reader.focus.bearers.bearer(token) if new else None
    if new and known is None and called.bearer(token) is None and called.told_alone(token) is None:
        apposed = named_behind(reader.text, reader.names, token, reader.language)
        if apposed is not None:
            return resolved(reader, token, cue)  # "O treinador dela, | Rui Belo, chorava. «...», disse."
        return Attribution(reader.text[token.start : token.end], None, cue, (token.start, token.end))
    return resolved(reader, token, cue)


def _aged(reader: Reader, token: Token, cue: Cue) -> Attribution | None:
    """Whom an age means ("der 44-Jährige"), where nobody without a name was called by that age before.

    Nobody of whom another paragraph tells, where its own names somebody before it.
    """
    if not reader.focus.gender(token):
        return None
    years = "".join(filter(str.isdigit, token.word))
    known = re.search(rf"\b{years}[- ]?[Jj]", reader.text[: token.start]) if years else None
    found = _pronoun(reader, token, cue)
    if not years or known is not None or found.speaker is None:
        return None
    beside = Called(reader.text, reader.names, reader.language).named_before(token)
    return found if found.entity in beside or not beside else None


def _told_again(reader: Reader, token: Token, called: Called) -> int | None:
    """Whom a calling or an age at a paragraph's head means: who alone is told of above, or speaks on from there."""
    language = reader.language
    tells = token.definite and (
        is_trade(token.word, language) or is_age(token.word, language) or called.is_of_some(token)
    )
    if not (tells or called.is_office(token)) or called.named_before(token) or called.is_told_before(token):
        return None
    entity = _alone_above(reader, token, called)
    if entity is None or not (tells or called.holds(entity, token)):
        return None
    if called.is_somebodys(token) or called.is_relation(token) or called.is_defined(token):
        return None
    return None if _is_aged_other(reader, token, entity) else _fitting_again(reader, token, entity, called)


def _is_aged_other(reader: Reader, token: Token, entity: int) -> bool:
    """Whether a noun and years call nobody who is called by something: no lawyer is "le skieur de 29 ans"."""
    years = "".join(reader.text[token.start : token.end].split()[-_YEARS:-1])
    return years.isdigit() and bool(reader.names.entities[entity].roles)


def _fitting_again(reader: Reader, token: Token, entity: int, called: Called) -> int | None:
    """Who alone is told of above, where a noun may mean them; else who alone is called by nothing yet, by an age."""
    told, gender = reader.names.entities[entity], called.gender(token)
    words = reader.text[token.start : token.end].lower().split()
    aged = next((word for word in words if is_age(word, reader.language) or is_aged(word)), "")
    plain = called.without_role(token) if told.roles and reader.language.postposed else set()
    if plain:
        return plain.pop() if aged and len(plain) == 1 else None
    fits = (
        is_full(told)
        and gender in {"", told.gender or gender}
        and not rivals.is_called_else(reader.text, told, token, aged, reader.language)
    )
    return entity if fits and may_be_aged(reader.text, told, aged) else None


_BARE, _YEARS = 2, 2  # Words of a noun and its article, and of "29 ans".


def _alone_above(reader: Reader, token: Token, called: Called) -> int | None:
    """Who alone is named, or speaks, in a token's paragraph and the one above, past parts of an open quotation."""
    number = _number_of(reader, token)
    own = reader.paragraphs[number].spans
    at = max(0, number - 1)
    while at > 0 and reader.paragraphs[at].spans and reader.paragraphs[at].spans[-1] in own:
        at -= 1
    above = reader.paragraphs[at]
    spoken = [reader.found[index] for index, _ in (*above.spans, *own)]
    speakers = {one.entity for one in spoken if one.speaker is not None}
    people = called.people_between(above.start, token.start) | speakers | _meant_in(reader, at)
    if len(people) > 1:
        people = _of_several(reader, people, token, at)
    return people.pop() if len(people) == 1 and (speakers or not above.spans) else None


def _of_several(reader: Reader, people: set[int | None], token: Token, above: int) -> set[int | None]:
    """Whom of several a trade may mean: those who hold no office, and of whom alone the paragraph above is."""
    if is_calling(token.word, reader.language):  # "Leo Marsh left. Manager Bo Ray told the striker"
        people = {one for one in people if one is None or not reader.names.entities[one].roles}
    alone = len(people) > 1 and not reader.paragraphs[above].spans and tells_of_doer(token, reader.language)
    return people & doers(reader.rows(above)) if alone else people


def _meant_in(reader: Reader, number: int) -> set[int]:
    """Whom the pronouns of a paragraph that quotes nobody mean: "He had lost all. // “...,” the 58-year-old said."."""
    if reader.paragraphs[number].spans:
        return set()
    meant = (reader.focus.means.get(one.start) for row in reader.rows(number) for one in row)
    return {one for one in meant if one is not None}


def _pronoun(reader: Reader, token: Token, cue: Cue) -> Attribution:
    """The person that "he" or "she" points back to."""
    entity, place = reader.focus.means.get(token.start), (token.start, token.end)
    if entity is None:
        return Attribution(None, None, cue, place)
    return Attribution(reader.names.entities[entity].name, entity, cue, place)
