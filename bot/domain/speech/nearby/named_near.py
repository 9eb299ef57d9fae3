"""Whose name stands near a description at a cue: the body told of right before, or who is named right behind."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS
from bot.domain.speech.nearby.bodies import body_called, past_complements_of_body
from bot.domain.speech.nearby.holders import holder_before, holder_behind, opened_by
from bot.domain.speech.nearby.of_two import other_of_two
from bot.domain.speech.referents import Attribution, Reader
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import Part, Sentence, Token
from bot.domain.speech.subjects import subject_of
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STEM = 5  # Letters by which two forms of a noun for a body are one.
_SENTENCE = re.compile(rf"[{re.escape(''.join(POINTS))}]['”“»’\"]?\s+")
_CLAUSE = re.compile(r"[^.,:;!?…«“„\"(]*(,(?! [«“„\"]))?")
_CUE = 2  # Tokens of a quotation and its comma, behind which a verb and who speaks stand.
_TELLING = 4  # Words of "His name is".
_ANY = "*"  # Stands for a noun for any body.
_OPENING = frozenset({" «", " “", " „", ' "'})
_BODIES = frozenset({Kind.ORGANISATION, Kind.OTHER})


# Complexity: each kind of noun at a cue is looked up in its own way.
def named_near(reader: Reader, number: int, found: Attribution) -> Attribution:
    """An attribution with the name of whom its description means; itself where nobody is surely meant."""
    if found.place is None:
        return found
    start, end = found.place
    words = [word.lower() for word in _WORD.findall(reader.text[start:end])]
    if found.entity is not None:
        if (
            words
            and words[-1] in reader.language.pronouns
            and (reader.language.postposed or reader.language.verb_second)
        ):
            return _unless_body(reader, number, found)
        strange = bool(words) and _is_stranger(words, reader.language)
        return replace(found, speaker=reader.text[start:end], entity=None) if strange else found
    if found.speaker is None and [reader.language.pronouns.get(word) for word in words] == [_NEUTER]:
        return _thing_before(reader, number, found)
    noun = next((word for word in words if is_body_noun(word, reader.language)), "")
    noun = noun if noun and _is_head(words, noun, reader.language) else ""  # "the leader of the council"
    begun = _begun(reader, start, end)
    if begun is not None:
        entity: int | None = begun
    elif noun:
        return _body_near(reader, number, found, words=words, noun=noun)
    elif _is_paper(words, reader.language):
        entity = _body_before(reader, number, start, "")
    else:
        entity = _told_behind(reader, number, words, end=end)
        row = _row_before(reader, number, start)
        entity = holder_before(reader, row, words) if entity is None else entity
        entity = (
            holder_behind(reader, number, [*words, *_complement(reader, end)], end=end) if entity is None else entity
        )
        entity = other_of_two(reader, row, words) if entity is None else entity
        entity = opened_by(reader, number, words, start=start) if entity is None else entity
    return found if entity is None else replace(found, speaker=reader.names.entities[entity].name, entity=entity)


def _thing_before(reader: Reader, number: int, found: Attribution) -> Attribution:
    """Which body "it" means: what the sentence before is about, by its name or by a noun for a body.

    "The council will close the pool. “We cannot pay for it,” | it said in a statement."
    """
    start = found.place[0] if found.place is not None else 0
    if reader.text[max(0, start - 2) : start - 1] not in _CLOSING:
        return found
    body = _body_before(reader, number, start, _ANY)
    if body is not None and reader.names.entities[body].kind is Kind.ORGANISATION:
        return replace(found, speaker=reader.names.entities[body].name, entity=body)
    return _of_subject(reader, number, found, subject_of(_row_before(reader, number, start))) or found


def _complement(reader: Reader, end: int) -> list[str]:
    """The words behind an office that tell what it is of: "начальниця | департаменту"."""
    past = past_complements_of_body(reader.text, end, reader.language)
    return [word.lower() for word in _WORD.findall(reader.text[end:past])]


_NEUTER = "n"
_CLOSING = frozenset("”\"’'»")


def _body_near(reader: Reader, number: int, found: Attribution, *, words: list[str], noun: str) -> Attribution:
    """An attribution to a body that a noun calls, with its name or with all that the text calls it."""
    start, end = found.place or (0, 0)
    entity = _body_before(reader, number, start, noun)
    past = past_complements_of_body(reader.text, end, reader.language) if words[-1] == noun else end
    bare = len(words) == 1 or (len(words) == _BARE and words[0] in reader.language.definite)
    told = body_called(reader, start, noun) if entity is None and past == end and bare else None
    if isinstance(told, tuple):
        return replace(found, speaker=reader.text[told[0] : told[1]])
    entity = told if entity is None else entity
    if entity is not None:
        return replace(found, speaker=reader.names.entities[entity].name, entity=entity)
    if past > end:
        return replace(found, speaker=reader.text[start:past])
    subject = subject_of(_row_before(reader, number, start)) if noun in reader.language.any_bodies else None
    return _of_subject(reader, number, found, subject) or found


def _of_subject(reader: Reader, number: int, found: Attribution, subject: Token | None) -> Attribution | None:
    """An attribution to the body that a noun for one, a sentence's subject, calls; None where it is no such noun."""
    if subject is None or subject.part != Part.DESCRIPTION or not is_body_noun(subject.word, reader.language):
        return None
    place = (subject.start, subject.end)
    return named_near(reader, number, replace(found, speaker=reader.text[slice(*place)], place=place))


_APPOSED = 3  # Tokens of "The owner, Norvik".
_BARE = 2  # Words of a noun and its article.


def _is_stranger(words: list[str], language: Language) -> bool:
    """Whether a noun, with no article that points back, calls somebody of whom news names none: "перехожий"."""
    led = words[0] in language.definite or words[0] in language.possessives
    noun = words[0] if len(words) == 1 else words[1]
    return not led and noun in language.strangers and not language.nouns_capitalised


def _is_paper(words: list[str], language: Language) -> bool:
    """Whether a description is of a paper that nobody told of before: "einer Mitteilung", not "der Meldung"."""
    led = len(words) > 1 and words[0] in language.determiners and words[0] not in language.definite
    return led and is_speech_noun(words[-1], language)


def _begun(reader: Reader, start: int, end: int) -> int | None:
    """The body whose name the noun of a description begins: "il | Club alpino"."""
    at = bisect_left(reader.names.starts, start)
    if at >= len(reader.names.starts):
        return None
    if reader.text[end : reader.names.starts[at]] in _OPENING:  # "компанії «Норвік»"
        return reader.names.owners[at] if is_body_noun(reader.text[start:end].lower(), reader.language) else None
    if not reader.names.starts[at] < end <= reader.names.ends[at]:
        return None
    article = reader.text[start : reader.names.starts[at]].strip().lower()
    body = reader.names.entities[reader.names.owners[at]].kind in _BODIES
    return reader.names.owners[at] if body and article in reader.language.determiners else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _unless_body(reader: Reader, number: int, found: Attribution) -> Attribution:
    """Whom a pronoun means, the body that the sentence before is about where its paragraph names nobody else.

    "Le Syndicat des mineurs, lui, n'a pas ces réserves. « ... », a-t-il réagi." Where the verb stands second only one
    that puts it on paper: "Die Gewerkschaft klagt. „...“, schreibt sie in einer Mitteilung."
    """
    start, end = found.place or (0, 0)
    at = bisect_left(reader.names.starts, reader.paragraphs[number].start)
    here = {reader.names.owners[i] for i in range(at, bisect_left(reader.names.starts, start))}
    second = reader.language.verb_second
    close = _SENTENCE.search(reader.text, end)
    behind = _WORD.findall(reader.text[end : close.start() if close is not None else None].lower()) if second else []
    written = any(is_speech_noun(word, reader.language) for word in behind)
    if found.entity in here or (second and not written):
        return found
    body = _body_before(reader, number, start, "" if second else _ANY)
    if body is not None:
        return replace(found, speaker=reader.names.entities[body].name, entity=body)
    told = [token for token in _row_before(reader, number, start) if token.part == Part.DESCRIPTION] if second else []
    words = _WORD.findall(reader.text[told[0].start : told[0].end].lower()) if len(told) == 1 else []
    if any(is_body_noun(word, reader.language) for word in words):
        return replace(found, speaker=reader.text[told[0].start : told[0].end], entity=None)
    return found


def _is_head(words: list[str], noun: str, language: Language) -> bool:
    """Whether a description is of the noun for a body or a paper of it, not somebody: "ein Sprecher des | Konzerns"."""
    before = words[: words.index(noun)]
    if any(is_speech_noun(word, language) for word in before):
        return True  # "einer Mitteilung des | Konzerns"
    owned = any(word in language.of_words or word in language.genitives for word in before[1:])
    return not owned and not any(map(language.is_role, before))


def is_body_noun(word: str, language: Language) -> bool:
    """Whether a word in lower case, with an article joined to it or none, is a noun for a body."""
    bare = re.split("['’]", word)[-1]
    return language.is_body(bare) or bare in language.any_bodies


# Complexity: the conditions of one reading, each a cheap way out before the next.
# Complexity: a name is taken only where nothing else may be meant.
def _body_before(reader: Reader, number: int, start: int, noun: str) -> int | None:
    """The only body that the sentence before a description's is about, where the noun may be for it."""
    row = _row_before(reader, number, start)
    named = [one for one in (_named(reader, token) for token in row) if one is not None]
    bodies = {token.index for token in named if _may_be_body(reader, token)}
    if len(bodies) != 1 or any(reader.names.entities[one.index].kind is Kind.PERSON for one in named):
        return None
    if not noun:
        return next(iter(bodies))  # "Kritik kam von der Gewerkschaft Vida. „…“, hieß es in einer Mitteilung."
    first = named[0]
    opening = _WORD.findall(reader.text[row[0].start : first.start])
    opens = not opening or _may_open(opening[0].lower(), reader.language)
    opens = opens and all(word.islower() for word in opening[1:])
    apposed = [token.part for token in row[:_APPOSED]] == [Part.DESCRIPTION, Part.COMMA, first.part] and row[2] is first
    leads = first.index in bodies and first.part == Part.NAME and (apposed or not first.governed) and opens
    (body,) = bodies
    fits = noun == _ANY or _may_be(reader.names.entities[body].name, noun, reader.language)
    return body if leads and fits else None


def _may_be_body(reader: Reader, token: Token) -> bool:
    """Whether a name may be a body's; one behind a preposition that no list knows is taken for a place."""
    kind = reader.names.entities[token.index].kind
    return kind is Kind.ORGANISATION or (kind is Kind.OTHER and not token.governed)


def _named(reader: Reader, token: Token) -> Token | None:
    """A token that is a name, or the name that stands in marks for it: "Компанія «Норвік»"; None for others."""
    if token.part != Part.QUOTE:
        return token if token.part in {Part.NAME, Part.OWNER} else None
    span = reader.spans[token.index]
    at = bisect_left(reader.names.starts, span.start)
    if reader.names.starts[at : at + 1] != [span.start] or reader.names.ends[at] != span.end:
        return None
    return replace(token, part=Part.NAME, index=reader.names.owners[at])


def _may_open(word: str, language: Language) -> bool:
    """Whether a word may stand before the first name of a sentence: an article, or a noun for a body."""
    return word in language.determiners or word in language.definite or is_body_noun(word, language)


def _row_before(reader: Reader, number: int, start: int) -> Sentence:
    """The sentence before the one that a place is in, of the paragraph above where it is the first; or nothing."""
    rows = reader.rows(number)
    at = bisect_right(rows, start, key=lambda row: row[0].start) - 1
    if at > 0:
        return rows[at - 1]
    above = reader.rows(number - 1) if number > 0 and not reader.paragraphs[number - 1].spans else []
    return above[-1] if above else []


def _may_be(name: str, noun: str, language: Language) -> bool:
    """Whether a noun may be for a body of a name: one of its words, or one for any body where it has none for some."""
    told = [word.lower() for word in _WORD.findall(name) if language.is_body(word.lower())]
    bare = re.split("['’]", noun)[-1]
    return bare in language.any_bodies or any(word[:_STEM] == bare[:_STEM] for word in told)


# Complexity: the conditions of one reading, each a cheap way out before the next.


# Complexity: a name is taken only where nothing else may be meant.
def _told_behind(reader: Reader, number: int, words: list[str], *, end: int) -> int | None:
    """The person whom the text names right behind a description of them, and told of by nothing else."""
    language = reader.language
    if not words or words[-1] in language.pronouns:
        return None
    stop = reader.paragraphs[number].end
    at = bisect_left(reader.names.starts, end)
    if at >= len(reader.names.starts) or reader.names.starts[at] >= stop:
        return None
    start, owner = reader.names.starts[at], reader.names.owners[at]
    person = reader.names.entities[owner]
    new = person.kind is not Kind.ORGANISATION and is_full(person) and person.mentions[0].start == start
    gender = next((told for told in map(language.gender_of_role, words) if told), "")
    if new and reader.text[end:start].strip().lower() in language.identifying:
        return owner  # "La nueva alcaldesa es | Ana Ruiz. «...», prometió."
    if not new or (gender and person.gender not in {"", gender}):
        return None
    speaks = person.kind is Kind.PERSON and not person.roles and _speaks_on(reader, number, at, end)
    return owner if speaks or _is_told_name(reader, end, start) else None


def _is_told_name(reader: Reader, end: int, start: int) -> bool:
    """Whether a sentence opens with no more than what tells a name: "Si chiama | Nello Fabbri", "Es | Ada Ruiz"."""
    opening = [mark.end() for mark in _SENTENCE.finditer(reader.text, end, start)]
    words = [word.lower() for word in _WORD.findall(reader.text[opening[-1] : start])] if opening else []
    language = reader.language
    own = language.telling_names | language.possessives.keys() | language.pronouns.keys() | language.reflexives
    return 0 < len(words) <= _TELLING and own.issuperset(words) and not language.telling_names.isdisjoint(words)


# Complexity: the conditions of one reading, each a cheap way out before the next.


# Complexity: a name is taken only where nobody else may be meant.
def _speaks_on(reader: Reader, number: int, at: int, called: int) -> bool:
    """Whether a name stands bare at the next cue of a paragraph: "..., affirme le maire. « ... », répète | Luc Gil".

    At the next sentence's, behind that with a description that ends at the offset `called`.
    """
    start, end = reader.names.starts[at], reader.names.ends[at]
    rows = reader.rows(number)
    index = bisect_right(rows, start, key=lambda row: row[0].start) - 1
    row = rows[index]
    place = next((index for index, token in enumerate(row) if token.start == start), -1)
    opens = (
        reader.language.postposed or reader.language.verb_second
    )  # Else: "said the mayor. “...,” said Ann Lee", two.
    near = index > 0 and rows[index - 1][0].start < called and (opens or rows[index - 1][0].part == Part.DESCRIPTION)
    telling = [
        token for token in row[place + 1 : place + _CUE] if token.part in VERBS and not reader.language.postposed
    ]
    if place < 1 or not near or not _is_bare(reader, telling[0].end if telling else end):
        return False
    before = row[place - 1]
    if before.part in {Part.SO, Part.ACCORDING}:
        return True
    opening = [token.part for token in row[: place if telling else place - 1]]
    told = telling or before.part in {Part.VERB, Part.WEAK_VERB, Part.WORD}
    return bool(told) and opening[:1] == [Part.QUOTE] and len(opening) <= (_CUE if telling else _CUE + 1)


def _is_bare(reader: Reader, end: int) -> bool:
    """Whether nothing behind a name tells who it is: no comma, and no words but when: "said Ann Lee | on Monday"."""
    clause, language = _CLAUSE.match(reader.text, end), reader.language
    words = [word.lower() for word in _WORD.findall(clause.group())] if clause is not None else []
    when = language.days | language.times | language.prepositions
    apposed = clause is not None and clause.group(1) is not None
    return not apposed and when.issuperset(words) and not (words and words[-1] in language.prepositions)
