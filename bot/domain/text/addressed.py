"""Whether a sentence of an article speaks to programs that read for people, in whatever words.

It does when it names such a program and binds it to something, or says itself what is to be made of this text. News
tells of programs, too: those of which it does need more words beside them. The words are data, by language, in
`wording/planted.toml`; they are compared without case, marks above letters, hyphens and characters that are not seen.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import product

from bot.domain.language import languages
from bot.domain.text.characters import POINTS
from bot.domain.text.within import Pieces, pieces
from bot.domain.text.wording import table

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300-\u036f\u064b-\u065f\u0670]+")
_KEPT = ".:!?…,'。！？、"
_PARTED = str.maketrans(dict.fromkeys(_KEPT, " "))
_OTHER = re.compile(rf"[^\w{_KEPT} \n]+")
_OTHER_ASCII = {code: " " for code in range(128) if _OTHER.match(chr(code))}
_PARTING = "„“”‘‚«»–—"  # Each is no letter of a word and is not kept.
_ABOVE = "\u0300\u0301\u0302\u0308"  # Of à, é, ê and ö.
_LETTERS_APART = re.compile(r" \w \w ")  # In whatever the next expression matches; found at once.
_SPACED_OUT = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")
_PIECE = re.compile(r"\*?\w+\*?")

# How many words may stand between a call and the machine that is called.
_CALLED = r"(?:[\w']+ ){0,5}?"


# A part of a language's phrases, and the pieces, parted by stars, of those of them that share a hint.
_Hinted = tuple[tuple[str, str], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Hints:
    """What a text holds wherever a phrase of any language may match, as the patterns themselves are slow.

    Attributes:
        words: by a rare word of a phrase, what has it.
        pieces: by the piece beside a star, where no whole word is rare, the same.
        listed: the words.
        sought: the pieces.
        codes: the languages that the phrases are of.
        needed: of some languages' phrases, the words and pieces one of which stands in whatever speaks to programs.
    """

    words: Mapping[str, Sequence[_Hinted]]
    pieces: Mapping[str, Sequence[_Hinted]]
    listed: frozenset[str]
    sought: Pieces
    codes: tuple[str, ...]
    needed: tuple[str, ...] = ()

    def of(self, words: Iterable[str], found: Iterable[str], codes: tuple[str, ...]) -> "Hints":
        """What these words and pieces tell of these languages' phrases."""
        few = {word: [hinted for hinted in self.words[word] if hinted[0][0] in codes] for word in words}
        rest = {piece: [hinted for hinted in self.pieces[piece] if hinted[0][0] in codes] for piece in found}
        needed = tuple(hint for hint, listed in (few | rest).items() if any(part in _NEEDED for (_, part), _ in listed))
        return Hints(few, rest, frozenset(few), pieces(rest), codes, needed)

    def may_stand_in(self, text: str) -> bool:
        """Whether a part of the text that these hints are of, as `plain` gives it, may speak to programs at all."""
        return any(map(text.__contains__, self.needed))


# One of these parts of a language's phrases stands in whatever speaks to programs, see `_may_speak`.
_NEEDED = frozenset({"telling", "tools", "machines"})
_NO_HINTS = Hints({}, {}, frozenset(), Pieces((), ()), ())


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
    text = text.replace("’", "'")
    bare = text.casefold() if text.isascii() else _bare(text)
    spaced = bare.translate(_OTHER_ASCII) if bare.isascii() else _OTHER.sub(" ", bare)
    while "  " in spaced:  # Halves every run of them: several times faster than a pattern.
        spaced = spaced.replace("  ", " ")
    if _LETTERS_APART.search(spaced) is None:
        return spaced
    return _SPACED_OUT.sub(lambda found: found.group().replace(" ", ""), spaced)


def _bare(text: str) -> str:
    """A text's letters bare, in lower case; what most texts have beside ASCII goes first, as that is found at once."""
    for mark in _PARTING:
        text = text.replace(mark, '"')
    bare = unicodedata.normalize("NFKD", text).casefold()
    for mark in _ABOVE:
        bare = bare.replace(mark, "")
    return bare if bare.isascii() else _UNSEEN.sub("", bare)


def hints_in(text: str, words: AbstractSet[str], near: Sequence[str]) -> Hints:
    """What tells of a text as `plain` gives it, and of any part of it, in which languages it may speak to programs.

    Args:
        text: the text.
        words: its words, by `words_in`.
        near: which of `sought_pieces` stand in them; others are passed over.
    """
    hints = _hints()
    whole, near = words & hints.listed, list(filter(hints.pieces.__contains__, near))
    codes = _codes_of(_parts_of(text, hints, whole, near), hints)
    return hints.of(whole, near, codes) if codes else _NO_HINTS


def sought_pieces() -> AbstractSet[str]:
    """The pieces of words that `hints_in` asks for."""
    return _hints().pieces.keys()


def languages_of(text: str, hints: Hints | None = None) -> tuple[str, ...]:
    """The languages, of all or of those in the hints of a longer text, in which a `plain` text may address programs."""
    hints = _hints() if hints is None else hints
    return _codes_of(_parts_in(text, hints), hints)


def _codes_of(found: AbstractSet[tuple[str, str]], hints: Hints) -> tuple[str, ...]:
    return tuple(code for code in hints.codes if _may_speak(found, code)) if found else ()


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


def _may_speak(found: AbstractSet[tuple[str, str]], code: str) -> bool:
    """Whether a text in which these parts of languages' phrases may stand may speak to programs in a language."""
    if (code, "telling") in found or (code, "tools") in found:
        return True
    beside = (code, "documents") in found or (code, "calls") in found
    return beside and (code, "machines") in found


def _parts_in(text: str, hints: Hints) -> set[tuple[str, str]]:
    """The languages' parts of which a phrase has all its pieces in a text as `plain` gives it."""
    words = words_in(text)
    return _parts_of(text, hints, words & hints.listed, hints.sought.within(words))


def _parts_of(text: str, hints: Hints, whole: Iterable[str], found: Iterable[str]) -> set[tuple[str, str]]:
    """The same of a text with these words and pieces of the hints."""
    near = [hints.words[word] for word in whole]
    near += [hints.pieces[piece] for piece in found]
    parts: set[tuple[str, str]] = set()
    for hinted in near:
        for part, phrases in hinted:
            if part not in parts and any(all(map(text.__contains__, phrase)) for phrase in phrases):
                parts.add(part)
    return parts


def words_in(text: str) -> frozenset[str]:
    """The words of a text as `plain` gives it."""
    if text.isascii():
        return frozenset(text.translate(_PARTED).split())
    for mark in _KEPT:
        text = text.replace(mark, " ")
    return frozenset(text.split())


def _speaks(sentence: str, code: str) -> bool:
    if not _may_speak(_parts_in(sentence, _hints()), code):
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
def _hints() -> Hints:
    """The hints of all parts of the languages' phrases without which a text speaks to no program."""
    words: dict[str, list[_Hinted]] = {}
    rest: dict[str, list[_Hinted]] = {}
    for code, part in product(_codes(), _HINTED):
        spaced = languages.of(code).spaced
        rarest: dict[tuple[str, bool], list[tuple[str, ...]]] = {}
        for phrase in _phrases(part, code):
            rarest.setdefault(_rarest(phrase, spaced=spaced), []).append(tuple(filter(None, phrase.split("*"))))
        for (rare, whole), listed in rarest.items():
            (words if whole else rest).setdefault(rare, []).append(((code, part), tuple(listed)))
    return Hints(words, rest, frozenset(words), pieces(rest), _codes())


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
