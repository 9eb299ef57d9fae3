"""Who speaks by a clause or sentence that points back at a quotation: "«...» A dirlo è Ada Neri", "lo dice Ada Neri".

The ways to tell so are data (`telling`): the words before who speaks, and those behind.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.nouns import is_speech_noun
from bot.domain.speech.rows.people_words import is_full
from bot.domain.speech.rows.tokens import ACTORS, Part, Sentence, Token
from bot.domain.values.actor import Kind

_MARKS = re.compile(r"[\s,;:.!…—–-]*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE = re.compile(r"[^,.;:!?…]*")
_UNOWNED = r"(?!['’]s)"  # "the answer of Ann Lee's son"
_APPOSED = r"(?:, [^,.;:!?]{1,60},)?"
_STEM = 3  # Letters by which two cases of a noun are one.
_CALLED = 7  # Words of what somebody is before the name.


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to point back: the words before who speaks and those behind.

    `bare` where it has no verb, so that nothing but when and where may follow; `led` where words stand before the name.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    bare: bool
    led: bool


def told_beside(reader: Reader, row: Sentence, position: int) -> Attribution | None:
    """Who speaks by the clause right behind a quotation in its sentence; None where it does not point back."""
    behind = row[position + 1 :]
    end = next((at for at, token in enumerate(behind) if token.part == Part.QUOTE), len(behind))
    return _told(reader, behind[:end], row[position]) if end > 0 else None


def told_next(reader: Reader, row: Sentence, quote: Token) -> Attribution | None:
    """Who speaks what the sentence before quotes, by a sentence that does no more than point back at it."""
    if not row or any(token.part in {Part.QUOTE, Part.COLON} for token in row):
        return None
    return _told(reader, row, quote)


def whose_words(reader: Reader, number: int, following: int, quote: Token, found: Attribution) -> Attribution:
    """Who speaks a body's words, where the next sentence says so: "L'azienda parla di «...». Parole di Ada Neri"."""
    rows = reader.rows(number)
    person = found.entity is not None and reader.focus.is_person(found.entity)
    told = told_next(reader, rows[following], quote) if following < len(rows) and not person else None
    return told if told is not None and told.entity is not None else found


def _told(reader: Reader, row: Sentence, quote: Token) -> Attribution | None:
    """Who speaks by one of the ways to point back that opens a row behind a quotation; None where none does."""
    text, stop = reader.text, row[-1].end
    marks = _MARKS.match(text, reader.spans[quote.index].outer_end)
    start = marks.end() if marks is not None else row[0].start
    if text[stop : stop + 1] == "?" or text[stop - 1] == "?":
        return None
    speakers: dict[int, Token | None] = {}  # Several ways begin with who speaks.
    for way in _ways(reader.language.code):
        opening = way.before.match(text, start, stop)
        if opening is None:
            continue
        at = opening.end()
        if at not in speakers:
            speakers[at] = _speaker(reader, row, at)
        found = _named(reader, row, way, speakers[at])
        if found is not None:
            return found
    return None


def _named(reader: Reader, row: Sentence, way: _Way, token: Token | None) -> Attribution | None:
    """Who is told by a token, where a way to point back began before it; nobody where it may be another."""
    if token is None:  # "a fost răspunsul mamei lui Ion"
        return Attribution(cue=Cue.SPEECH) if reader.language.case_endings and way.led else None
    told = way.behind.match(reader.text, token.end)
    if told is None or (not way.led and _tells_of_another(row, told.end())):
        return None
    if _is_unsure(reader, token):
        return Attribution(cue=Cue.SPEECH)
    ends = not way.bare or _is_place([one for one in row if one.start >= token.end], reader.language)
    return resolved(reader, token, Cue.SPEECH) if ends else None


def _tells_of_another(row: Sentence, end: int) -> bool:
    """Whether somebody else is told of from here to a comma: "Ada Neri ricorda come | il giudice la guardò"."""
    behind = takewhile(lambda one: one.part != Part.COMMA, (one for one in row if one.start >= end))
    return any(one.part in ACTORS and one.part != Part.PRONOUN and not one.governed for one in behind)


def _speaker(reader: Reader, row: Sentence, start: int) -> Token | None:
    """Who is named here behind what they are, else called by a noun, with an article or none."""
    names = reader.names
    at = bisect_left(names.starts, start)
    if at < len(names.starts) and names.ends[at] <= row[-1].end:
        begin, end, owner = names.starts[at], names.ends[at], names.owners[at]
        known = names.entities[owner]
        person, body = is_full(known), known.kind is Kind.ORGANISATION
        if (person or body) and _calls(reader.text[start:begin], reader.language, person=person):
            return Token(Part.NAME, begin, end, reader.text[begin:end].lower(), owner)
    noun = next((token for token in row if token.start >= start and token.part == Part.DESCRIPTION), None)
    if noun is not None and is_speech_noun(noun.word, reader.language):
        return None  # "so ihr Fazit"
    before = _words(reader.text[start : noun.start]) if noun is not None else []
    return noun if _before_nouns(reader.language.code).issuperset(before) else None


@lru_cache(maxsize=32)
def _before_nouns(code: str) -> frozenset[str]:
    """The words that may stand before a noun for who speaks."""
    language = languages.of(code)
    return language.determiners | language.days | language.times


def _calls(between: str, language: Language, *, person: bool) -> bool:
    """Whether what stands before a name may be what somebody is: "l'assessora alla scuola", not "la sorella di"."""
    words = _words(between)
    if len(words) > _CALLED or not all(_is_plain(word, language) for word in words):
        return False
    owned = words[-1:] and (words[-1] in language.of_words or words[-1] in language.prepositions)
    done = any(word in language.auxiliaries and word not in language.prepositions for word in words[1:])
    if done or (words[-1:] and words[-1].endswith(language.deed_endings or ("\0",))):
        return False  # "With these words the paper attacked | Ann Lee"
    if not person:
        return not any(map(language.is_role, words))  # "die Intendantin des | Landestheaters"
    return not (owned or _may_be_kin(words, language))


def _may_be_kin(words: list[str], language: Language) -> bool:
    """Whether a noun for what one is to another stands before a genitive: "думка матері Ганни Лис" may be either's."""
    if not language.case_endings or not language.possessives.keys().isdisjoint(words):
        return False
    stems = tuple(noun[: max(_STEM, len(noun) - 2)] for noun in language.relations)
    return any(word.startswith(stems) for word in words)


def _is_plain(word: str, language: Language) -> bool:
    """Whether a word before a name may be a part of what somebody is."""
    return word in language.titles or word not in _small(language.code)


@lru_cache(maxsize=32)
def _small(code: str) -> frozenset[str]:
    """The words that are no part of what somebody is: verbs, relatives, conjunctions, pronouns, "not"."""
    language = languages.of(code)
    small = language.verbs | language.relatives | language.that | language.conjunctions | language.pronouns.keys()
    return (small - language.determiners - language.of_words) | language.negations


def _is_unsure(reader: Reader, token: Token) -> bool:
    """Whether another is joined to who speaks, or it is denied: "è la risposta di Ada Neri e Ugo Riva"."""
    clause = _CLAUSE.match(reader.text, token.end)
    words = _words(clause.group()) if clause is not None else []
    joined = words[:1] and words[0] in reader.language.coordinators
    return bool(joined) or not reader.language.negations.isdisjoint(words)


def _is_place(rest: Sentence, language: Language) -> bool:
    """Whether what follows a name without a verb is but when or where, or one comma with what the person is."""
    shape = "".join(_LED if _leads(one, language) else one.part for one in rest)
    if _PLACE.fullmatch(shape):
        return True
    apposed = shape.startswith(Part.COMMA) and Part.COMMA not in shape[1:]
    related = shape[1:2] in {Part.RELATIVE, Part.THAT}
    return apposed and (related or not any(one.part in VERBS or one.part == Part.AUXILIARY for one in rest))


def _leads(token: Token, language: Language) -> bool:
    """Whether a word may lead to when or where something is, whatever else it may be."""
    return token.part == Part.WORD and token.word in language.function_words


_LED = "l"
_PLACE = re.compile(
    f"{Part.AUXILIARY}?(?:[{Part.PREPOSITION}{_LED}]{Part.DETERMINER}?[{Part.WORD}{Part.NAME}{Part.DESCRIPTION}])*"
    f"{re.escape(Part.END)}*"
)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(maxsize=32)
def _ways(code: str) -> tuple[_Way, ...]:
    language = languages.of(code)
    return tuple(_way(shape, "|".join(map(re.escape, sorted(language.answers)))) for shape in language.telling)


def _way(shape: str, answers: str) -> _Way:
    """A way as it is written: "(sono) parole di|del _", "=" for a noun for what is said, "?" for any word or none."""
    before, _, behind = shape.partition("_")
    bare = behind.strip() == "."
    led = "".join(_word(word, answers, "{}(?:,? )") for word in before.split())
    after = "".join(_word(word, answers, "(?:,? |['’]){}") for word in behind.split() if not bare)
    after = f"{_APPOSED}{after}(?!\\w)" if after else _UNOWNED
    return _Way(re.compile(led, re.IGNORECASE), re.compile(after, re.IGNORECASE), bare, bool(led))


def _word(word: str, answers: str, spaced: str) -> str:
    """The pattern of one word of a way with the space beside it; none behind an apostrophe."""
    if word == "?":
        return f"(?:{spaced.format(_ANY)})?"
    plain = word.strip("()")
    forms = [answers] if plain == "=" else [re.escape(form).replace("'", _APOSTROPHE) for form in plain.split("|")]
    patterns = [form if _APOSTROPHE in (form[:4], form[-4:]) else spaced.format(f"(?:{form})") for form in forms]
    return f"(?:{'|'.join(patterns)}){'?' if word.startswith('(') else ''}"


_APOSTROPHE = "['’]"
_ANY = r"[^\W\d_]+"
