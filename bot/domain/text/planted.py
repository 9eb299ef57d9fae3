"""Passages that speak to a machine and not to readers: they are no part of a story, and nothing is believed of them.

Whoever writes an article may plant orders for a model in it. No list finds them all, and nothing relies on it: whatever
a model answers must stand in the article. But what it was ordered to say does stand there, in the order itself. So a
passage that is known for one is blanked before anything is read, sent or compared.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.domain.text.addressed import (
    Hints,
    hints_in,
    languages_of,
    plain,
    points_ahead,
    points_behind,
    sought_pieces,
    speaks_to_programs,
    words_in,
)
from bot.domain.text.characters import POINTS
from bot.domain.text.within import Pieces, pieces
from bot.domain.text.wording import any_of, phrases
from bot.domain.values.article import Article
from bot.i18n.marking import to_say
from config import limits

_DOTLESS = "\u0131"

# It folds to itself, belongs to no word, and extraction leaves none in a text.
BLANK = "\ufffc"

LEFT_OUT = to_say("A passage that speaks to machines rather than to readers was left out.")

# What stands in a text where a phrase does: the phrase itself, folded; or a word and its colon.
_Phrase = tuple[str, ...]
_BEFORE_COLON = 3  # Marks between a word that plays a part and its colon.

_SENTENCE = re.compile(rf"[{POINTS}][\"'”’»)\]]*\s+|[。！？]")
_CODE = re.compile(f"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{{{limits.CODE_CHARACTERS},}}")


def find_planted(text: str) -> list[tuple[int, int]]:
    """Where planted passages stand: from the sentence that shows it to its paragraph's end. Linear time.

    A sentence that speaks to programs and points at the one before it, or at the paragraph behind, takes that along.
    """
    found: list[tuple[int, int]] = []
    start = 0
    bare = plain(text)
    used = words_in(bare)
    near = _near(text, used)
    listed = _listed(text, near)
    hints = hints_in(bare, used, near)
    coded = _may_hold_code(text)
    if not (listed or hints.codes or coded):
        return []
    before, ahead = (0, ""), False  # Where the paragraph before begins, and that paragraph.
    for paragraph, words in zip(text.split("\n\n"), bare.split("\n\n"), strict=True):
        spoken = _spoken(paragraph, words, hints)
        mark, behind = (0, False) if ahead else _passage(paragraph, listed, spoken, coded=coded)
        if mark >= 0:
            if behind:
                found += _ending(*before) if mark == 0 else []
                mark = _last_sentence(paragraph, mark)
            found.append((start + mark, start + len(paragraph)))
        ahead = mark >= 0 and not ahead and points_ahead(plain(paragraph[_last_sentence(paragraph, len(paragraph)) :]))
        before = (start, paragraph)
        start += len(paragraph) + 2
    return [span for number, span in enumerate(found) if span[0] < span[1] and span not in found[:number]]


def _near(text: str, used: frozenset[str]) -> list[str]:
    """The pieces that stand in a text's words; the pattern takes an i without its dot for one with it."""
    dotted = words_in(plain(text.replace(_DOTLESS, "i"))) if _DOTLESS in text else used
    return _sought().within(used | dotted)


def _listed(text: str, near: Sequence[str]) -> list[_Phrase]:
    """The phrases that a text holds, in whose words as `plain` gives them these signs stand."""
    signs, marked = _signs()
    listed = [phrase for sign in near for phrase in signs.get(sign, ())]
    listed += marked if any(map(text.__contains__, _MARKS)) else ()
    return _suspects(_joined(text), listed) if listed else listed


def _ending(start: int, paragraph: str) -> list[tuple[int, int]]:
    """Where the last sentence of a paragraph stands that begins at `start`."""
    return [(start + _last_sentence(paragraph, len(paragraph)), start + len(paragraph))]


def _passage(paragraph: str, listed: Sequence[_Phrase], spoken: int, *, coded: bool) -> tuple[int, bool]:
    """Where the planted passage of a paragraph begins, -1 where it has none; whether it means the sentence before.

    `coded` is whether the text may hold a code.
    """
    mark = _mark(paragraph, listed, coded=coded) if listed or coded else -1
    opens = _opening(paragraph, mark)
    begins = min((at for at in (opens, spoken) if at >= 0), default=-1)
    if begins < 0:
        return -1, False
    end = _SENTENCE.search(paragraph, begins)
    return begins, points_behind(plain(paragraph[begins : end.end() if end else len(paragraph)]))


def _opening(paragraph: str, mark: int) -> int:
    """Where the sentence begins that holds a place of its paragraph, -1 for none."""
    if mark < 0:
        return -1
    return min(mark, max((end.end() for end in _SENTENCE.finditer(paragraph, 0, mark + 1)), default=0))


def _last_sentence(paragraph: str, end: int) -> int:
    """Where the last sentence before a place of its paragraph begins."""
    return max((found.end() for found in _SENTENCE.finditer(paragraph, 0, end) if found.end() < end), default=0)


def _spoken(paragraph: str, words: str, hints: Hints) -> int:
    """Where the first sentence that speaks to programs begins, -1 where none does; `words` is the paragraph, plain."""
    codes = languages_of(words, hints) if hints.may_stand_in(words) else ()
    if not codes or not speaks_to_programs(words, codes):
        return -1
    at = 0
    for end in (*(found.end() for found in _SENTENCE.finditer(paragraph)), len(paragraph)):
        if speaks_to_programs(plain(paragraph[at:end]).strip(), codes):
            return at
        at = end
    return -1


def without_planted(article: Article) -> Article:
    """The article with its planted passages blanked; every offset stays what it was."""
    found = find_planted(article.text)
    title = article.title
    if title is not None and find_planted(title):
        title = None
    if not found and title == article.title:
        return article
    pieces: list[str] = []
    last = 0
    for start, end in found:
        pieces += (article.text[last:start], BLANK * (end - start))
        last = end
    return replace(article, text="".join((*pieces, article.text[last:])), title=title)


def _mark(paragraph: str, suspects: Sequence[_Phrase], *, coded: bool) -> int:
    """Where a paragraph first shows that it speaks to a machine, -1 where it does not.

    `suspects` are the phrases that may stand in it: the pattern, which is slow, is tried only where one may.
    """
    found = _pattern().search(paragraph) if suspects and _suspects(_joined(paragraph), suspects) else None
    places = [found.start()] if found is not None else []
    if coded and _may_hold_code(paragraph):
        places += [code.start() for code in _CODE.finditer(paragraph) if _is_code(code.group())][:1]
    return min(places, default=-1)


def _suspects(joined: str, phrases_of: Sequence[_Phrase]) -> list[_Phrase]:
    """The phrases all of whose pieces are in a text that `_joined` gave, two of them right behind each other."""
    found = [phrase for phrase in phrases_of if all(piece in joined for piece in phrase)]
    if all(len(phrase) == 1 for phrase in found):
        return found
    led = frozenset(map(re.Match.group, _leading().finditer(joined)))
    return [phrase for phrase in found if len(phrase) == 1 or any(word.startswith(phrase[0]) for word in led)]


@cache
def _leading() -> re.Pattern[str]:
    """A word that plays a part before its colon, in a text that `_joined` gave."""
    words = "|".join(re.escape(phrase[0]) for phrase in _phrases() if len(phrase) > 1)
    return re.compile(rf"(?:{words})[^\w\s]{{0,{_BEFORE_COLON}}}:")


def _joined(text: str) -> str:
    """The text folded, with one space wherever it has white space."""
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    """The text so that whatever the pattern takes for one letter is one: it knows no case of I with or without dot."""
    return text.replace("\u0130", "i").replace(_DOTLESS, "i").casefold()


def _may_hold_code(text: str) -> bool:
    """Whether a run without a space is as long as a code."""
    if max(map(len, text.split(" "))) < limits.CODE_CHARACTERS:
        return False  # Most texts: other white space parts no more than this does.
    return max(map(len, text.split()), default=0) >= limits.CODE_CHARACTERS


def _is_code(run: str) -> bool:
    """Whether a long run of letters is a code (base64) rather than a long word or an address."""
    return any(map(str.isdigit, run)) and any(map(str.isupper, run)) and any(map(str.islower, run))


@cache
def _phrases() -> tuple[_Phrase, ...]:
    """What the pattern looks for, as pieces that are all in a text where it matches."""
    listed: list[_Phrase] = [(phrase,) for part in ("orders", "marks") for phrase in phrases("planted", part)]
    listed += [(word, ":") for word in phrases("planted", "parts")]
    return tuple(tuple(map(_folded, phrase)) for phrase in listed)


@cache
def _signs() -> tuple[dict[str, list[_Phrase]], list[_Phrase]]:
    """The phrases by the longest word of each as `plain` gives it, as few texts have any; those with marks of programs.

    What the pattern matches stands in the text as `plain` gives it too, but for an i without a dot.
    """
    found: dict[str, list[_Phrase]] = {}
    marked: list[_Phrase] = []
    for phrase in _phrases():
        if any(map(phrase[0].__contains__, _MARKS)):
            marked.append(phrase)
        else:
            found.setdefault(max(sorted(words_in(plain(phrase[0]))), key=len), []).append(phrase)
    return found, marked


# Few texts have one of these, which programs are spoken to with.
_MARKS = ("<", ">", "{", "`", "[", '":')


@cache
def _sought() -> Pieces:
    """The pieces of words that are sought in a text: signs of phrases, and what tells of programs."""
    return pieces((*_signs()[0], *sought_pieces()))


@cache
def _pattern() -> re.Pattern[str]:
    orders, marks, parts = (any_of(phrases("planted", part)) for part in ("orders", "marks", "parts"))
    orders = orders.replace(r"\s", r"\s{1,4}")
    opens = rf"(?:^|(?<=[^\w\s,]\s)|(?<=[。！？\n]))[^\w\s]{{0,4}}{parts}[^\w\s]{{0,{_BEFORE_COLON}}}:"
    return re.compile(rf"(?<![^\W_]){orders}|{marks}|{opens}", re.IGNORECASE)
