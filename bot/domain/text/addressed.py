"""Whether a sentence of an article speaks to programs that read for people, in whatever words.

It does when it names such a program and binds it to something, or says itself what is to be made of this text. News
tells of programs, too: those of which it does need more words beside them. The words are data, by language, in
`wording/planted.toml`; they are compared without case, marks above letters, hyphens and characters that are not seen.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.domain.language import languages
from bot.domain.text.characters import POINTS
from bot.domain.text.wording import table

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f\u064b-\u065f\u0670]+")
_OTHER = re.compile(r"[^\w.:!?…,'。！？、 \n]+")
_SPACES = re.compile(r" {2,}")
_SPACED_OUT = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\*?\w+\*?")

# How many words may stand between a call and the machine that is called.
_CALLED = r"(?:[\w']+ ){0,5}?"


@dataclass(frozen=True, slots=True)
class _Hints:
    """What a text holds wherever one part of a language's phrases may match, as the patterns themselves are slow.

    Attributes:
        words: by a rare word of a phrase, the pieces of the phrases that have it, parted by stars.
        pieces: by the piece beside a star, where no whole word is rare, the same.
    """

    words: Mapping[str, tuple[tuple[str, ...], ...]]
    pieces: Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class _Speech:
    """One language's patterns, made when a text first shows a hint of them."""

    telling: re.Pattern[str]
    bound_tool: re.Pattern[str]
    tools: re.Pattern[str]
    machines: re.Pattern[str]
    duties: re.Pattern[str]
    documents: re.Pattern[str]
    called: re.Pattern[str]
    calls: re.Pattern[str]
    ahead: re.Pattern[str]
    behind: re.Pattern[str]


def plain(text: str) -> str:
    """A text as the phrases are held against it: lower case, letters bare, single spaces; line breaks stay."""
    bare = _UNSEEN.sub("", unicodedata.normalize("NFKD", text.replace("’", "'")).casefold())
    spaced = _SPACES.sub(" ", _OTHER.sub(" ", bare))
    return _SPACED_OUT.sub(lambda found: found.group().replace(" ", ""), spaced)


def languages_of(text: str, among: Iterable[str] | None = None) -> tuple[str, ...]:
    """The languages, of all or of those `among`, in which a text as `plain` gives it may speak to programs."""
    words = frozenset(_WORD.findall(text))
    pieces = _pieces_in(words)
    codes = _codes() if among is None else among
    return tuple(code for code in codes if _may_speak(text, words, pieces, code))


def speaks_to_programs(text: str, codes: Iterable[str]) -> bool:
    """Whether a sentence, as `plain` gives it, speaks to programs in one of these languages.

    Of more than a sentence, whether one of its sentences may.
    """
    return any(_speaks(text, code) for code in codes)


def points_ahead(sentence: str) -> bool:
    """Whether such a sentence means the one behind it."""
    head, colon, tail = sentence.rstrip().partition(":")
    if colon:
        return not tail
    return any(_speech(code).ahead.search(head) for code in _codes())


def points_behind(sentence: str) -> bool:
    """Whether such a sentence means the one before it."""
    return ":" not in sentence and any(_speech(code).behind.search(sentence) for code in _codes())


def _may_speak(text: str, words: frozenset[str], found: frozenset[str], code: str) -> bool:
    """Whether a text holds what it needs to speak to programs in a language; for arguments see `_may_match`."""
    hints = _hints(code)
    if any(_may_match(text, words, found, hints[part]) for part in ("telling", "tools")):
        return True
    beside = any(_may_match(text, words, found, hints[part]) for part in ("documents", "calls"))
    return beside and _may_match(text, words, found, hints["machines"])


def _may_match(text: str, words: frozenset[str], found: frozenset[str], hints: _Hints) -> bool:
    """Whether all pieces of a phrase stand in a text; `words` are its words, `found` what `_pieces_in` finds."""
    for word in words.intersection(hints.words):
        if any(all(piece in text for piece in pieces) for pieces in hints.words[word]):
            return True
    near = (hints.pieces[piece] for piece in found.intersection(hints.pieces))
    return any(all(piece in text for piece in pieces) for phrases in near for pieces in phrases)


def _pieces_in(words: frozenset[str]) -> frozenset[str]:
    """The pieces beside stars, of every language, that stand in any of these words."""
    joined = "\n".join(words)
    letters = frozenset(joined)
    return frozenset(piece for piece, spelt in _pieces().items() if spelt <= letters and piece in joined)


@cache
def _pieces() -> dict[str, frozenset[str]]:
    """The pieces beside stars of every language, each with its letters."""
    listed = (hints.pieces for code in _codes() for hints in _hints(code).values())
    return {piece: frozenset(piece) for pieces in listed for piece in pieces}


def _speaks(sentence: str, code: str) -> bool:
    words = frozenset(_WORD.findall(sentence))
    if not _may_speak(sentence, words, _pieces_in(words), code):
        return False
    speech = _speech(code)
    if speech.telling.search(sentence) or speech.bound_tool.search(sentence) or speech.called.search(sentence):
        return True
    if speech.tools.search(sentence):
        return bool(speech.duties.search(sentence) or speech.documents.search(sentence))
    told = speech.machines.search(sentence) and speech.documents.search(sentence)
    return bool(told and (speech.duties.search(sentence) or speech.calls.search(sentence)))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(table("planted")["tools"])


@cache
def _hints(code: str) -> dict[str, _Hints]:
    """The hints of each part of a language's phrases without which it speaks to no program."""
    return {part: _hints_of(_phrases(part, code), spaced=languages.of(code).spaced) for part in _HINTED}


def _hints_of(phrases: Iterable[str], *, spaced: bool) -> _Hints:
    words: dict[str, list[tuple[str, ...]]] = {}
    pieces: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        rare, whole = _rarest(phrase, spaced=spaced)
        (words if whole else pieces).setdefault(rare, []).append(tuple(filter(None, phrase.split("*"))))
    return _Hints(
        {rare: tuple(listed) for rare, listed in words.items()},
        {rare: tuple(listed) for rare, listed in pieces.items()},
    )


@cache
def _speech(code: str) -> _Speech:
    spaced = languages.of(code).spaced
    patterns = {part: _any_of(_phrases(part, code), spaced=spaced) for part in _PARTS}
    return _Speech(
        bound_tool=re.compile(rf"{patterns['tools']}[^{POINTS}]{{0,80}}:"),
        called=re.compile(rf"(?:^|[.,:;!?] ?){patterns['calls']} {_CALLED}{patterns['machines']} ?[,:!]"),
        calls=re.compile(rf"(?:^|[.,:;!?] ?){patterns['calls']} [^{POINTS}]{{0,120}}:"),
        **{part: re.compile(patterns[part]) for part in _PARTS if part != "calls"},
    )


def _phrases(part: str, code: str) -> list[str]:
    return [_listed(phrase) for phrase in table("planted")[part].get(code, ())]


_HINTED = ("telling", "tools", "machines", "documents", "calls")
_PARTS = ("tools", "machines", "duties", "documents", "calls", "telling", "ahead", "behind")


def _rarest(phrase: str, *, spaced: bool) -> tuple[str, bool]:
    """The longest word of a phrase, or what stands of it beside a star, and whether that is a whole word."""
    piece = max(_PIECE.findall(phrase), key=len)
    return piece.strip("*"), spaced and "*" not in piece


def _listed(phrase: str) -> str:
    """A phrase of the data as `plain` gives it, its stars kept."""
    return "*".join(plain(f"x{piece}x")[1:-1] for piece in phrase.split("*"))


def _any_of(phrases: Iterable[str], *, spaced: bool) -> str:
    """A group that matches any of the phrases, as whole words where a language has spaces between them."""
    listed = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    if not listed:
        return r"(?!)"
    return rf"(?<!\w)(?:{listed})(?!\w)" if spaced else f"(?:{listed})"
