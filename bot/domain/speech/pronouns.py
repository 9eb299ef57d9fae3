"""Whom a pronoun at a cue means where nobody in focus fits, or who speaks where the subject is left out.

Somebody described, a body, or who speaks already.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.cues import speaker_before
from bot.domain.speech.meant.views import told_of
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.acting import is_joined, past_gender
from bot.domain.speech.rows.ages import is_age
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.speech.second_clauses import may_lead
from bot.domain.speech.subjects import inserted_speaker, is_of_others, subject_of
from bot.domain.speech.told.subject_last import last_told, led_by_body
from bot.domain.values.actor import Kind


def told_before(reader: Reader, number: int, row: Sentence, position: int, *, pronoun: Token) -> Attribution | None:
    """Who is told of before a pronoun, in its sentence or, where articles tell gender, in the one before; else None."""
    if not reader.language.verb_second:
        gone_on = _goes_on(reader, row, position, pronoun) or _group_before(reader, number, row, pronoun)
        gone_on = gone_on or _body_speaks_on(reader, number, position=row[position], pronoun=pronoun)
        gone_on = gone_on or _relative_before(reader, number, row, pronoun)
        gone_on = gone_on or _known_before(reader, number, row, pronoun)
        return gone_on or (_body_before(reader, number, row, pronoun) if reader.language.articles else None)
    return _described_before(reader, row, pronoun) or _body_before(reader, number, row, pronoun)


def _described_before(reader: Reader, row: Sentence, pronoun: Token) -> Attribution | None:
    """The one whom a pronoun means where its sentence begins with them: "Der Schüler schreckte auf, und er fragte"."""
    first, gender = row[0], reader.focus.gender(pronoun)
    if first.part != Part.DESCRIPTION or first.governed or gender not in {"m", "f"}:
        return None
    rivals = any(token.part in ACTORS and token.animate for token in row[1:] if token.start < pronoun.start)
    meant = reader.language.gender_of_role(first.word) == gender and not rivals
    return resolved(reader, first, Cue.SPEECH) if meant else None


def _group_before(reader: Reader, number: int, row: Sentence, pronoun: Token) -> Attribution | None:
    """The people without a name who alone may be "they", the subject of the sentence before: "Analysts were calm"."""
    if reader.focus.gender(pronoun) != "p":
        return None
    rows = reader.rows(number)
    at = next(index for index, other in enumerate(rows) if other is row)
    actors = [token for token in rows[at - 1] if token.part in ACTORS] if at > 0 else []
    alone = len(actors) == 1 and actors[0].part == Part.DESCRIPTION and not actors[0].governed
    group = alone and not reader.language.is_role(actors[0].word)
    return resolved(reader, actors[0], Cue.SPEECH) if group else None


def _relative_before(reader: Reader, number: int, row: Sentence, pronoun: Token) -> Attribution | None:
    """The one person without a name whom a pronoun means, the subject of the sentence before: "His wife is unsure"."""
    rows, gender = reader.rows(number), reader.focus.gender(pronoun)
    at = next(index for index, other in enumerate(rows) if other is row)
    subject = subject_of(rows[at - 1]) if at > 0 else None
    if subject is None or subject.part != Part.DESCRIPTION or gender not in {"m", "f"}:
        return None
    own = subject.opening in reader.language.possessives
    meant = own and reader.language.gender_of_role(subject.word) == gender
    return resolved(reader, subject, Cue.SPEECH) if meant else None


def _known_before(reader: Reader, number: int, row: Sentence, pronoun: Token) -> Attribution | None:
    """Whom the subject of the sentence before calls by a noun that is surely theirs: "The pensioner was led out"."""
    rows, gender = reader.rows(number), reader.focus.gender(pronoun)
    at = next(index for index, other in enumerate(rows) if other is row)
    subject = subject_of(rows[at - 1]) if at > 0 and gender in {"m", "f"} else None
    if subject is None or subject.part != Part.DESCRIPTION or not subject.definite:
        return None
    found = resolved(reader, subject, Cue.SPEECH)
    return found if found.entity is not None and reader.names.entities[found.entity].gender == gender else None


def _body_speaks_on(reader: Reader, number: int, *, position: Token, pronoun: Token) -> Attribution | None:
    """The body that spoke last, near and with no other since, where "it" or "they" goes on: "“...,” it added"."""
    if reader.focus.gender(pronoun) not in {"n", "p"} or position.index == 0:
        return None
    last = reader.found[position.index - 1]
    floor = reader.paragraphs[max(0, number - 1)].start
    if last.place is None or not last.speaker or last.place[0] < floor or not _is_body(reader, last):
        return None
    between = _between(reader, number, last.place[1], pronoun.start)
    rival = any(_may_be_body(reader, token, last) for token in between if not token.governed)
    return None if rival else Attribution(last.speaker, last.entity, Cue.SPEECH, (pronoun.start, pronoun.end))


def _between(reader: Reader, number: int, start: int, end: int) -> Iterator[Token]:
    """The tokens between two places of a paragraph and the one before it."""
    for rows in (reader.rows(number), reader.rows(number - 1) if number else []):
        for at in range(bisect_left(rows, end, key=_start) - 1, -1, -1):
            yield from (token for token in rows[at] if start < token.start < end)
            if _start(rows[at]) < start:
                return


def _start(row: Sentence) -> int:
    return row[0].start


def _is_body(reader: Reader, found: Attribution) -> bool:
    """Whether a body, or people as a group, was found to speak."""
    if found.entity is not None:
        return reader.names.entities[found.entity].kind is Kind.ORGANISATION
    last = (found.speaker or "").rpartition(" ")[2].lower()
    return last in reader.language.groups


def _may_be_body(reader: Reader, token: Token, found: Attribution) -> bool:
    """Whether an actor may be a body, or people, other than the one found."""
    if token.part == Part.NAME:
        return token.index != found.entity and reader.names.entities[token.index].kind is not Kind.PERSON
    return token.part == Part.DESCRIPTION


def _body_before(reader: Reader, number: int, row: Sentence, pronoun: Token) -> Attribution | None:
    """Who alone may be meant, the subject of the sentence before: "Die Fraktion zweifelt. Sie wirft ihm vor"."""
    rows, gender = reader.rows(number), reader.focus.gender(pronoun)
    at = next(index for index, other in enumerate(rows) if other is row)
    if at == 0 or gender not in {"m", "f"} or subject_of(row) is not pronoun:
        return None
    subject = subject_of(rows[at - 1])
    if subject is None or not _is_somebody(reader, subject) or _is_of_focus(reader, subject):
        return None
    others = [token for token in rows[at - 1] if token is not subject]
    if any(_may_be_meant(reader, token, gender) for token in others):
        return None
    told = reader.language.articles.get(_opening(reader, subject)) or reader.language.gender_of_role(subject.word)
    return resolved(reader, subject, Cue.SPEECH) if told == gender else None


def _is_somebody(reader: Reader, token: Token) -> bool:
    """Whether a token names people or a body: where not every noun has a capital, each description does."""
    return token.animate or (token.part == Part.DESCRIPTION and not reader.language.nouns_capitalised)


def _is_of_focus(reader: Reader, token: Token) -> bool:
    """Whether a token names somebody whom the focus knows: then it has told already whom a pronoun means."""
    return token.part == Part.NAME and reader.names.entities[token.index].kind is not Kind.ORGANISATION


def _may_be_meant(reader: Reader, token: Token, gender: str) -> bool:
    """Whether a pronoun of this gender may mean somebody told of, as far as the phrase's first word tells."""
    if token.part not in ACTORS or not (token.part == Part.NAME or _is_somebody(reader, token)):
        return False
    if token.part == Part.NAME and not reader.language.verb_second:
        return True
    language, opening = reader.language, _opening(reader, token)
    if token.governed:  # In other cases "der" opens a feminine, "dem" and "den" a masculine.
        return opening in (language.articles if gender == "f" else language.oblique)
    return language.articles.get(opening, gender) == gender


def _opening(reader: Reader, token: Token) -> str:
    """The first word of a phrase in lower case."""
    return reader.text[token.start : token.end].partition(" ")[0].lower()


def _goes_on(reader: Reader, row: Sentence, position: int, pronoun: Token) -> Attribution | None:
    """The speaker before a quotation, where a pronoun goes on: "Ann Lee said it was “bad,” she said"."""
    token, cue = speaker_before(row, position, reader.language)
    if cue is not Cue.SPEECH or token is None or token.part != Part.NAME or pronoun.start < token.start:
        return None
    found = resolved(reader, token, cue)
    gender = reader.focus.gender(pronoun)
    fits = found.entity is not None and reader.names.entities[found.entity].gender in {"", gender}
    return found if fits and gender in {"m", "f"} else None


def is_told_of(reader: Reader, index: int, found: Attribution) -> bool:
    """Whether a quotation names who is thought to speak it: "“I told Ann,” she said" is not Ann's."""
    span, names = reader.spans[index], reader.names
    at = bisect_left(names.starts, span.start)
    while at < len(names.starts) and names.starts[at] < span.end:
        if names.owners[at] == found.entity:
            return True
        at += 1
    return False


def is_reported(reader: Reader, row: Sentence, position: int, subject: Token) -> bool:
    """Whether a sentence in the mood of reported speech is about a place, of which somebody speaks: "Wien sei froh"."""
    place = subject.part == Part.NAME and not reader.focus.may_lead(subject.index)
    return place and any(token.word in reader.language.reported for token in row[:position])


def names_speaker(reader: Reader, told: Attribution, index: int) -> bool:
    """Whether a quotation names who was told of, as nobody does who speaks: "Piet should have had it"."""
    span = reader.spans[index]
    said = reader.text[span.start : span.end]
    return any(re.search(rf"\b{re.escape(word)}\b", said) for word in (told.speaker or "").split() if word.istitle())


# Complexity: the conditions of one reading, each a cheap way out before the next.
def continued(reader: Reader, number: int, at: int, previous: Attribution | None) -> Attribution | None:
    """The speaker of a quotation that has its sentence to itself: the paragraph's, or the subject before a colon."""
    if previous is not None and previous.speaker:
        return replace(previous, cue=Cue.CONTINUED)
    if at > 0:
        before = reader.rows(number)[last_told(reader.rows(number), at - 1, reader.language)]
        subject = inserted_speaker(before) or told_of(before, reader.language)
        if reader.language.verb_second and not may_lead(before, subject):
            return None
        several = subject is not None and (is_joined(before, subject) or _acts_on_person(reader, before, subject))
        others = is_of_others(before, subject, reader.rows(number)[at], reader.language)
        if reader.language.drops_subjects and several | others:
            return None  # "Ana Ruiz y Leo Gil salieron. «...», dijo.", "O tribunal condenou Leo Gil. «...», disse."
        found = resolved(reader, subject, Cue.SUBJECT) if subject is not None else Attribution()
        if (
            found.entity is None
            or reader.focus.may_speak(found.entity)
            or led_by_body(reader.text, subject, reader.language)
        ):
            return found if found.speaker else None
    return None


def _acts_on_person(reader: Reader, row: Sentence, subject: Token) -> bool:
    """Whether a body does something to a person, who may go on as well as it: "O tribunal condenou Nuno Paz."."""
    if subject.part != Part.DESCRIPTION or not reader.language.is_body(subject.word):
        return False
    at = next((at for at, token in enumerate(row) if token is subject), len(row))
    named = ((far, token) for far, token in enumerate(row[at + 1 :]) if token.part == Part.NAME)
    names = (token for far, token in named if far <= _OBJECT or not token.governed)
    return any(reader.names.entities[token.index].kind is Kind.PERSON for token in names)


_OBJECT = 2  # Tokens of a verb and "a" before its object: "condenó a | Leo Gil".


def is_somebody(subject: Token, language: Language) -> bool:
    """Whether a subject calls one person by a noun or an age, with whom a sentence without a subject goes on."""
    called = language.is_role(subject.word) or is_age(subject.word, language)
    return language.drops_subjects and subject.part == Part.DESCRIPTION and called


def follows_described(reader: Reader, number: int, row: Sentence) -> bool:
    """Whether the sentence before in the paragraph tells of somebody by a noun: "Il 43enne tace. «...», ha detto".

    Or whether the verb tells of several, where one spoke before: "In Comune dicono: «...»".
    """
    if reader.language.drops_subjects and is_manys_verb(reader, row, reader.told):
        return True
    rows = reader.rows(number)
    at = next(index for index, other in enumerate(rows) if other is row)
    subject = subject_of(rows[at - 1]) if at > 0 else None
    return subject is not None and is_somebody(subject, reader.language)


def of_two(reader: Reader, number: int, at: int, position: int) -> Attribution | None:
    """Whom "the first" or "the last" means as a speaker, of the two people named before; nobody of one or of more.

    None where a sentence has no such word: "Arrivano Ada Neri e Pia Riva. «...», dice la prima."
    """
    row, language = reader.rows(number)[at], reader.language
    last = next(
        (last for last in (False, True) if _is_ordered(row, position, _ordered(language.code)[last], language)), None
    )
    if last is None:
        return None
    people: list[int] = []
    for before in reversed(reader.rows(number)[:at]):
        named = (token.index for token in before if token.part == Part.NAME and reader.focus.is_person(token.index))
        people = list(dict.fromkeys(named))
        if people:
            break
    if len(people) != _TWO and not (people and last and _points_at(row, position, language)):
        return Attribution(cue=Cue.SPEECH)
    entity, gender = people[-1 if last else 0], past_gender(row, language)
    known = reader.names.entities[entity]
    fits = gender in {"", known.gender}
    return Attribution(known.name, entity, Cue.SPEECH) if fits else Attribution(cue=Cue.SPEECH)


_TWO = 2


def _points_at(row: Sentence, position: int, language: Language) -> bool:
    """Whether the word for who was named last has no plain article: "dit | ce dernier", of one person or of more."""
    words = _ordered(language.code)[True]
    led = [before.word for before, token in pairwise(row[position:]) if token.word in words]
    return bool(led) and led[0] in language.determiners and led[0] not in language.articles


def _is_ordered(row: Sentence, position: int, words: frozenset[str], language: Language) -> bool:
    """Whether one of these words is the subject of a verb of speech beside a quotation."""
    places = [at for at, token in enumerate(row) if token.word in words and token.part != Part.QUOTE] if words else []
    if not places:
        return False
    place = places[0]
    led = place > 0 and row[place - 1].part == Part.DETERMINER
    if language.articles and not led:
        return False
    before, behind = row[: place - led], row[place + 1 :]
    return _ends_cue(before, behind) if place > position else _opens_cue(before, behind, row[position - 1])


def _ends_cue(before: Sentence, behind: Sentence) -> bool:
    """Whether a verb of speech stands before a subject and no noun of its own behind it."""
    said = bool(before) and before[-1].part == Part.VERB
    return said and (not behind or behind[0].part in _ENDS)


def _opens_cue(before: Sentence, behind: Sentence, last: Token) -> bool:
    """Whether a subject opens its sentence, with its verb behind it, and a colon announces the quotation."""
    opens = all(token.part in _LEADING for token in before) and last.part == Part.COLON
    return opens and bool(behind) and behind[0].part in _FINITE_VERBS


_ENDS = frozenset({Part.COMMA, Part.DASH, Part.PREPOSITION, Part.QUOTE})
_LEADING = frozenset({Part.CONJUNCTION, Part.AUXILIARY})
_FINITE_VERBS = VERBS | {Part.AUXILIARY}


@cache
def _ordered(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words for who was named first of two, and for who was named last."""
    first, last = languages.of(code).ordered or ("", "")
    return frozenset(first.split()), frozenset(last.split())


def names_behind(row: Sentence) -> bool:
    """Whether what a comma or a dash parts from the quotation that opens a row names somebody: "«...», …, Ivo Neri"."""
    parted = len(row) > _TWO and row[1].part in {Part.COMMA, Part.DASH}
    behind = takewhile(lambda token: token.part != Part.QUOTE, row[_TWO:] if parted else [])
    return any(one.part in {Part.NAME, Part.DESCRIPTION} and not one.governed for one in behind)


def is_told_beside(reader: Reader, row: Sentence) -> bool:
    """Whether what is beside a quotation tells its speaker: a name, or a verb whose subject is left out."""
    told = reader.language.drops_subjects and any(token.part == Part.VERB for token in row)  # "«...», accusa."
    return told or (reader.language.postposed and names_behind(row))


def is_others_verb(reader: Reader, row: Sentence, speaker: Attribution) -> bool:
    """Whether the verb of speech behind a quotation tells another gender than a speaker has: "«...», — ответила"."""
    language = reader.language
    if speaker.entity is None or not language.verb_genders:
        return False
    gender, known = past_gender([token for token in row if token.part == Part.VERB], language), reader.names.entities
    return bool(gender) and known[speaker.entity].gender not in {"", gender}


def is_manys_verb(reader: Reader, row: Sentence, speaker: Attribution) -> bool:
    """Whether the verb behind a quotation tells of several, where one spoke before: "«...», — говорят лодочники".

    Or whether a noun that no list knows stands right behind it as its subject, where nouns have cases and no article.
    """
    language = reader.language
    if speaker.entity is None or reader.names.entities[speaker.entity].kind is not Kind.PERSON:
        return False
    verb = next((at for at, token in enumerate(row[: _READ * 2]) if token.part in VERBS), -1)
    return verb >= 0 and (_tells_many(row[: verb + 1], language) or _has_subject(row[verb + 1 : verb + 3], language))


def _tells_many(verb: Sentence, language: Language) -> bool:
    """Whether a verb or what helps it is in the plural; "ayer" helps none."""
    told = (one.word for one in verb if one.part in VERBS or one.part == Part.AUXILIARY)
    return any(word.endswith(language.plural_endings or ("\0",)) and word not in language.not_names for word in told)


def _has_subject(behind: Sentence, language: Language) -> bool:
    """Whether somebody unnamed is told of here ("one of us"), or a noun that no list knows, where nouns have cases."""
    article = len(behind) > 1 and behind[0].part == Part.DETERMINER  # "l'une d'elles"
    if any(one.word in language.indefinite for one in behind[: 1 + article]):
        return True
    if not behind or not language.case_endings or language.definite:
        return False
    ends = (*language.case_endings, *language.adverb_endings)
    return behind[0].part == Part.WORD and len(behind[0].word) > _READ and not behind[0].word.endswith(ends)


def is_others_paper(reader: Reader, row: Sentence, speaker: Attribution) -> bool:
    """Whether a quotation is told to stand in a paper, and nothing in its paragraph is told to be a person's.

    "Иван Лисов ранен. «...», — говорится в сообщении": a body's words need no more, a person's do.
    """
    language = reader.language
    if speaker.entity is None or not any(token.word in language.reading for token in row[1 : 1 + _READ]):
        return False
    if reader.names.entities[speaker.entity].kind is not Kind.PERSON:
        return False
    begin = reader.text.rfind("\n", 0, row[0].start) + 1
    told = _WORDS.findall(reader.text[begin : reader.spans[row[0].index].start].lower())
    return language.speech_nouns.isdisjoint(told)


_READ = 4  # Tokens of a comma, a dash and "it is said".
_WORDS = re.compile(r"[\w-]+")
