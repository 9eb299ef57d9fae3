"""Tells what stands between marks and is no speech: the name of a firm, a work, a ship, a law, a prize, a proverb.

Such a name stands within a clause of the reporter's, without the comma, colon or verb of speech that leads to speech:
behind the noun for what it names («компанія «Нова пошта»», "the film “…”"), or with capitals of its own.
"""

import re
from functools import lru_cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS
from bot.domain.text.spans import Span

_SMALL_WORD = 3
_ASKS = ("?", "!")
_POINTS = tuple(POINTS)
_BODY_WORDS = 10
_NAME_WORDS = 14
_SHORT_NAME = 4
_LONG = 5
_TITLE_WORDS = 2  # Longer words with a capital.
_BY = re.compile(r"\s+([^\W\d_]+)\s+(?=[^\W\d_a-z])")
_WORD = re.compile(r"[\w'’-]+")
_JOINT = 12  # Characters between two names that a conjunction joins.
_BACK = 60  # Characters before a mark in which the word that leads to it stands.


def is_name(text: str, span: Span, words: list[str], language: Language, *, cued: bool) -> bool:
    """Whether a span is a name or a title and no speech; `cued` when a cue of its sentence names a speaker for it."""
    if span.mark == "—" or len(words) > _NAME_WORDS or text[span.start].islower():
        return False
    body = text[span.start : span.end]
    before = text[max(0, span.outer_start - _BACK) : span.outer_start]
    lead = _lead(before)
    if body.endswith(_POINTS):
        return _is_name_with_point(body, words, lead, language, cued=cued)
    named = _names(lead, language) or _is_work(text, span, language) or _is_apposed(text, span, language)
    if named or _is_subject(text, span, words, language):
        return True
    if language.nouns_capitalised:
        return not cued and _is_name_by_its_place(text, span, words, lead, language)
    told = lead in language.verbs or lead in language.participles or lead in language.that
    return not told and _is_titled(body, words, before, language, cued=cued)


def _names(lead: str, language: Language) -> bool:
    """Whether a word is a noun for what bears a name, or a compound that ends in one: "die Forschungsgruppe „…“"."""
    return lead in language.name_nouns or (language.compounds and lead.endswith(_long_name_nouns(language.code)))


@lru_cache(maxsize=32)
def _long_name_nouns(code: str) -> tuple[str, ...]:
    """The nouns for what bears a name that compounds end in."""
    return tuple(noun for noun in languages.of(code).name_nouns if len(noun) >= _LONG)


def _is_name_by_its_place(text: str, span: Span, words: list[str], lead: str, language: Language) -> bool:
    """Whether a span is a name where words have capitals in speech too: behind an article, or amid a sentence."""
    led = lead in language.determiners or is_title(words)
    return (led and len(words) >= _LONG and not _is_told(text, span, language)) or _is_body(text, span, words)


def _is_told(text: str, span: Span, language: Language) -> bool:
    """Whether a comma and a verb of speech stand right behind a span: "„…“, heißt es darin"."""
    following = _TELLING.match(text, span.outer_end)
    return following is not None and following.group(1) in language.verbs


_TELLING = re.compile(r", ([^\W\d_]+)")


def _is_name_with_point(body: str, words: list[str], lead: str, language: Language, *, cued: bool) -> bool:
    """Whether a span is a name although a point ends it: "the film “What now?”"."""
    called = lead in language.name_nouns  # "in a note titled “A Slap, Not a Punch.”"
    asks = called and body.endswith(_ASKS)
    return asks or ((called or not cued) and bool(lead) and _is_work_with_point(body, words, language))


def _is_work_with_point(body: str, words: list[str], language: Language) -> bool:
    """Whether a span is a title, though the sentence's point stands within its marks: "played “We Go Home.”"."""
    long = sum(len(word) > _SMALL_WORD for word in words)
    return body.endswith(".") and not language.nouns_capitalised and long >= _TITLE_WORDS and is_title(words)


def _is_titled(body: str, words: list[str], before: str, language: Language, *, cued: bool) -> bool:
    """Whether a span is a title by its capitals, or stands within a clause as names do."""
    stops = body.endswith((",", ";"))
    told = before.rstrip().endswith(":") or (stops and cued)
    if len(words) >= _LONG and not told and is_title(words) and len([w for w in words if len(w) > _SMALL_WORD]) > 1:
        return True
    if stops or not language.postposed or not _lead(before):
        return False
    return len(words) <= _SHORT_NAME or not cued


def _is_work(text: str, span: Span, language: Language) -> bool:
    """Whether a writer is named right behind a span that ends with a comma: "“The River,” by Ann Lee"."""
    if text[span.end - 1] != ",":
        return False
    match = _BY.match(text, span.outer_end)
    return match is not None and match.group(1) in language.agents


def _is_apposed(text: str, span: Span, language: Language) -> bool:
    """Whether what bears a name is told right behind a span and a comma: "“The River”, the first film of Ann Lee"."""
    behind = text[span.outer_end : span.outer_end + _APPOSED].partition("\n")[0].lstrip()
    apposed, comma, after = behind.removeprefix(",").partition(",")
    if not comma or (apposed == behind and text[span.end - 1] != ","):
        return False
    words = [word.lower() for word in _WORD.findall(apposed)]
    told = words + [word.lower() for part in after.split(",") for word in _WORD.findall(part)[:1]]
    return language.verbs.isdisjoint(told) and _tells_of_work(words, language)


def _tells_of_work(words: list[str], language: Language) -> bool:
    """Whether a noun phrase is that of what bears a name, and tells whose or of whom it is: "the first film | of"."""
    nouns = (at for at, word in enumerate(words[:_NOUN_PHRASE]) if _names(word, language))
    at = next((at for at in nouns if not language.is_body(words[at])), None)
    if at is None or not language.definite:
        return at is not None
    tie = _APOSTROPHE.split(words[at + 1])[0] if at + 1 < len(words) else ""
    return tie in language.of_words or tie in language.agents or tie in language.determiners


_APPOSED = 120  # Characters of what is told behind a name.
_NOUN_PHRASE = 5  # Words of a noun phrase up to its noun: "the long awaited first film".
_APOSTROPHE = re.compile("['’]")


def _is_subject(text: str, span: Span, words: list[str], language: Language) -> bool:
    """Whether a short span is the subject of the reporter's clause: "que «Nueva Ola» alquila el muelle".

    It begins its clause with a capital, and the clause goes on right behind the mark, with no verb of speech.
    """
    if not language.postposed or len(words) > _SHORT_NAME or _stops(text, span) or not text[span.start].isupper():
        return False
    following = _FOLLOWING.match(text, span.outer_end)
    verb = following.group(1) if following is not None else ""
    if not verb or verb in language.verbs or verb in language.weak_verbs:
        return False
    before = text[max(0, span.outer_start - _BACK) : span.outer_start]
    if before.rstrip().endswith((":", "-", "–", "—")):
        return False
    lead = _lead(before)
    return not lead or lead in language.that or lead in language.conjunctions


_FOLLOWING = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _stops(text: str, span: Span) -> bool:
    """Whether a point or a comma ends what stands between the marks."""
    return text.endswith((*_POINTS, ",", ";"), span.start, span.end)


def joins_name(text: str, past: int, span: Span, language: Language) -> bool:
    """Whether only "and" or "or" stands between a name that ends at `past` and a span that begins as names do."""
    if not 0 < past <= span.outer_start <= past + _JOINT:
        return False
    between = text[past : span.outer_start].strip(" ,").lower()
    body = text[span.start : span.end]
    joined = between in language.conjunctions and len(body.split()) <= _NAME_WORDS
    return joined and body[0].isupper() and not body.endswith(_POINTS)


def is_title(words: list[str]) -> bool:
    """Whether every longer word has a capital, as in the titles of works."""
    return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words)


def _lead(before: str) -> str:
    """The word in lower case right before a mark, "" where a point, a comma or another mark stands between."""
    if not before.endswith((" ", "\u00a0")):
        return ""
    tail = before.split()[-1:]
    words = _WORD.findall(tail[0]) if tail else []
    return words[-1].lower() if words and tail[0].endswith(words[-1]) else ""


def _is_body(text: str, span: Span, words: list[str]) -> bool:
    """Whether a span is the name of a body or work that runs on in the sentence: "die „Initiative Rad“"."""
    before = text[max(0, span.outer_start - 2) : span.outer_start]
    after = text[span.outer_end : span.outer_end + 2]
    goes_on = after[:1] == "," or after[1:] == "(" or after[1:].isalpha()
    runs_on = before[:1].isalpha() and before[1:] == " " and goes_on
    ends = words[0][0].isupper() and words[-1][0].isupper()
    stops = text.endswith((*_POINTS, ","), span.start, span.end)
    return runs_on and ends and not stops and len(words) <= _BODY_WORDS
