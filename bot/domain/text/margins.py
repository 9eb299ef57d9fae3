"""Finds what stands around an article's story: credits of pictures and writers, headings, datelines.

The words that open a credit are data, `wording/credits.toml`, as are the phrases of paragraphs that tell who wrote,
`signatures` in `languages/<code>/summary.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS
from bot.domain.text.credits import credit_words
from bot.domain.text.spans import paragraphs

_LANGUAGES = 32
# The headings of an article are asked for by its actors and by its summary.
_TEXTS = 2
_CREDIT_CHARACTERS = 200
_CREDIT_HEAD = 40
_CAPTION_CHARACTERS = 300
_CREDIT_MARKS = (". ", "(", "[", "| ", "/ ", "– ", "— ")
_CREDIT_SIGNS = frozenset({"/", "|", "©"})  # "The quay at dawn. / Ann Lee"
_CREDITED = re.compile(r"\(?[^\W\d_][^\W\d_.'’-]*\)?")
_SIGNATURE_CHARACTERS = 300
_HEADING_CHARACTERS = 160
_HEADING_WORDS = 4
_TITLE_CASE_SHARE = 0.8
_LONG_WORD = re.compile(r"([^\W\d_])[^\W\d_]{3,}")
_SENTENCE_END = re.compile(rf"[^\W\d_A-Z][{re.escape(POINTS)}] ")
_UPPER = r"[^\W\d_a-zß-öø-ÿа-яіїєґ]"
_LONG_DASHES = "—–‒―⸺"
_DASH = f"[{_LONG_DASHES}−‐‑-]"
# What an agency puts first: a place with its own name behind it, or a place in capitals with a date.
_DATELINE = re.compile(
    rf"(?:[^\W\d_][^\n{_LONG_DASHES}()]{{1,40}}?\s*)?\([^\n()]{{2,30}}\)\s*\.?\s?{_DASH}{{1,2}}\s+"
    rf"|{_UPPER}{{3}}(?:{_UPPER}|[ .’'-]){{0,30}}(?:,\s[^\n{_LONG_DASHES}()]{{2,24}}?)?\s*{_DASH}{{1,2}}\s+"
)
_DATED_LINE = re.compile(rf"[^\W\d_][^\n,;:.()]{{1,40}}, \d{{1,2}}\.? (?:de )?[^\W\d_]{{3,10}}\.?\s?{_DASH}{{1,2}}\s+")
_DASHED = re.compile(_DASH)
_DATELINE_CHARACTERS = 90


def credits_in(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs that are credits ("Photo: ...")."""
    openers = credit_words(code)
    for start, end in paragraphs(text):
        if openers and end - start <= _CREDIT_CHARACTERS:
            head, colon, _ = text[start : min(end, start + _CREDIT_HEAD)].partition(":")
            if colon and head.strip("([ ").lower() in openers:
                yield start, end


def captions_in(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs that are captions: with a credit behind them, or telling who stands where in a picture.

    "The harbour at dawn. Photo: Ann Lee", "Ann Lee (left) meets Bo Ray"
    """
    return ((start, end) for start, end, _ in _captions(text, code))


@lru_cache(maxsize=_TEXTS)
def _captions(text: str, code: str) -> tuple[tuple[int, int, str], ...]:
    """The captions of a text, each with its credit."""
    openers = credit_words(code)
    sides = [side for side in summary_table(code).get("sides", ()) if side in text]
    short = [(start, end) for start, end in paragraphs(text) if end - start <= _CAPTION_CHARACTERS]
    found = ((start, end, _credited(text, start, end, openers)) for start, end in short if openers or sides)
    return tuple([one for one in found if one[2] or any(side in text[one[0] : one[1]] for side in sides)])


def caption_credits_in(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Offsets of the credits in which captions end, which name nobody of the story: "The quay. / Photo: Ann Lee"."""
    return ((end - len(credit), end) for _, end, credit in _captions(text, code) if credit)


def past_captions(text: str, code: str) -> int:
    """Where the story begins behind the captions that open a text, 0 where none does."""
    begin = 0
    for start, end in captions_in(text, code):
        if text[begin:start].strip():
            break
        begin = end
    return begin


# Complexity: each way to credit a picture is a question.
def _credited(text: str, start: int, end: int, openers: frozenset[str]) -> str:
    """The credit in which a short paragraph ends, "" for none: "The quay at dawn. Photo: Ann Lee", "Photo Ann Lee"."""
    head, colon, name = text[start:end].rpartition(":")
    if not colon:
        pieces = text[start:end].split(". ")
        last = range(len(pieces) - 1, 0, -1)  # "The quay at dawn. | Photo A. Lee"
        begin = next((at for at in last if pieces[at].partition(" ")[0].lower() in openers), len(pieces) - 1)
        point, credit = len(pieces) > 1, ". ".join(pieces[begin:])
        bracketed = text[start : end - 1].rpartition(" (")[2] if text[end - 1] == ")" else ""
        if bracketed and bracketed.partition(" ")[0].lower() in openers:
            return bracketed if len(bracketed) <= _CREDIT_HEAD else ""  # "The harbour at dawn (photo Ann Lee)"
        word, _, name = credit.partition(" ")
        short = point and 0 < len(name) <= _CREDIT_HEAD and (name[-1] not in POINTS or name[-3:-2] in {" ", ""})
        told = short and (word.lstrip("([").lower() in openers or word in _CREDIT_SIGNS or _is_printed(credit))
        return credit if told else ""
    if len(name) > _CREDIT_HEAD:
        return ""
    before, mark, word = max(((*head.rpartition(sign),) for sign in _CREDIT_MARKS), key=lambda parts: len(parts[0]))
    return word + colon + name if mark and before and word.strip().lower() in openers else ""


def _is_printed(credit: str) -> bool:
    """Whether what ends a caption is a name in capitals: "The quay at dawn. ANN LEE", "... ANN LEE (EFE)"."""
    words = credit.split()
    return len(words) > 1 and credit.isupper() and all(map(_CREDITED.fullmatch, words))


def signatures_in(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs that tell who wrote or helped to ("Ann Lee contributed to this report.")."""
    whole = text.lower()
    phrases = [phrase for phrase in summary_table(code).get("signatures", ()) if phrase in whole]
    for start, end in paragraphs(text) if phrases else ():
        if end - start <= _SIGNATURE_CHARACTERS:
            lower = text[start:end].lower()
            if any(phrase in lower for phrase in phrases):
                yield start, end


def headings_in(text: str, language: Language) -> Iterable[tuple[int, int]]:
    """Offsets of the short paragraphs in title case, whose capitals tell no names."""
    return _headings(text, language.code) if language.capitals and not language.nouns_capitalised else ()


@lru_cache(maxsize=_TEXTS)
def _headings(text: str, code: str) -> tuple[tuple[int, int], ...]:
    return tuple(_headings_of(text, languages.of(code)))


def _headings_of(text: str, language: Language) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs(text):
        pointed = text[end - 1] in POINTS
        if end - start <= _HEADING_CHARACTERS and (language.title_case or not pointed):
            # Where headings take no capitals, those of whole sentences are their names'.
            initials = _LONG_WORD.findall(text, start, end)
            capitals = sum(map(str.isupper, initials))
            if capitals < _TITLE_CASE_SHARE * len(initials):
                continue
            if pointed and capitals < len(initials) and _SENTENCE_END.search(text, start, end - 1):
                continue
            opens = not text[:start].strip() and capitals == len(initials)
            least = 2 * _HEADING_WORDS if pointed and not opens else _HEADING_WORDS
            if len(initials) >= least:
                yield start, end


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the sentence begins after what an agency puts before it ("LIMA, May 3 (Newswire) - "), else `start`."""
    end = min(end, start + _DATELINE_CHARACTERS)
    dated = _DATED_LINE.match(text, start, end)
    if dated is not None and not text[dated.end() : dated.end() + 1].islower():
        return dated.end()
    if "a" <= text[start + 1 : start + 2] <= "z" and text.find("(", start, end) < 0:
        return start  # No capitals begin it, and it has no agency in brackets.
    match = _DATELINE.match(text, start, end) if _DASHED.search(text, start, end) else None
    return match.end() if match else start


def datelines_in(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the datelines that open paragraphs."""
    for start, end in paragraphs(text):
        past = dateline_end(text, start, end)
        if past > start:
            yield start, past


@lru_cache(maxsize=_LANGUAGES)
def summary_table(code: str) -> dict[str, Any]:
    """The language's `summary.toml`, empty where it has none."""
    path = languages.DATA / (code or "en") / "summary.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if code and path.is_file() else {}
