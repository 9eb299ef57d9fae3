"""Folding: what two writings of the same words have in common, with the way back to the article's own characters.

Folded away: compatibility forms (NFKD), case, the shape of quotation marks, dashes and ellipses, the width of white
space, format characters. A quote is found by exact search in folded text; what is shown are the article's characters.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

SINGLE_MARKS = frozenset("'‘’‚‛‹›`´′＇")
DOUBLE_MARKS = frozenset('"“”„‟«»″＂「」『』〝〞〟')
DASHES = frozenset("-‐‑‒–—―−﹘﹣－")

# Turkish tells "İ", "i" from "I", "ı", and other languages have one letter for all: here they are one.
_IS = frozenset("İı")

# Letters and digits that fold to themselves but for case are taken many at a time, with single spaces and marks that do
# so between them; all else goes one by one. The Cyrillic letters are those that no mark is parted from.
_PLAIN = "A-Za-z0-9А-ИК-Яа-ик-яҐЄІґєі"
_RUN = re.compile(rf"[{_PLAIN}]+(?:(?:[,.;:!?]? |[-,.:'])[{_PLAIN}]+)*|.", re.DOTALL)


# Most sentences differ from their folded text by case and by marks of one character alone.
_MARKS = str.maketrans(
    {mark: folded for marks, folded in ((SINGLE_MARKS, "'"), (DOUBLE_MARKS, '"'), (DASHES, "-")) for mark in marks}
)
_UNFOLDED = re.compile(r"[^ -_a-~]| [ .]|--")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text.

    Attributes:
        text: the folded characters.
        offsets: for each of them, the offset of the character it came from; at the end one more, the text's length.
    """

    text: str
    offsets: "array[int]"

    def find(self, needle: str, start: int = 0) -> tuple[int, int] | None:
        """Where the folded `needle` stands first at or after the folded offset `start`.

        Returns:
            offsets in the text that was folded, or None.
        """
        at = self.text.find(needle, start) if needle else -1
        if at < 0:
            return None
        return self.offsets[at], self.offsets[at + len(needle) - 1] + 1


def fold(text: str) -> Folded:
    """Fold `text` in linear time."""
    pieces: list[str] = []
    offsets, counted = array("L"), _counted(len(text).bit_length())
    last = " "
    for match in _RUN.finditer(text):
        run, offset = match.group(), match.start()
        if len(run) > 1:
            pieces.append(run.lower())
            offsets += counted[offset : match.end()]
            last = run[-1]
            continue
        folded = _fold_character(run)
        if not folded or (folded in " -" and folded == last):
            continue  # Runs of spaces are one, and "--" is a dash.
        if folded[0] == "." and pieces and last == " ":
            # ". . ." is an ellipsis with air in it, and no word needs a space before a point.
            pieces.pop()
            offsets.pop()
        pieces.append(folded)
        offsets.extend([offset] * len(folded))
        last = folded[-1]
    if pieces and pieces[-1] == " ":
        pieces.pop()
        offsets.pop()
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def fold_text(text: str) -> str:
    """The folded characters alone; of names and other short texts they are kept."""
    return _fold_short(text) if len(text) <= _SHORT else _fold_text(text)


def _fold_text(text: str) -> str:
    plain = text if text.isascii() else text.translate(_MARKS)
    if plain.isascii() and _UNFOLDED.search(plain) is None:
        return plain.strip(" ").lower()
    return fold(text).text


@lru_cache(maxsize=4)
def _counted(bits: int) -> "array[int]":
    """The whole numbers of so many bits, in order: a part of them is faster copied than counted."""
    return array("L", range(1 << bits))


_SHORT = 64
_fold_short = lru_cache(maxsize=8192)(_fold_text)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in SINGLE_MARKS:
        return "'"
    if character in DOUBLE_MARKS:
        return '"'
    if character in DASHES:
        return "-"
    if character.isspace():
        return " "
    if unicodedata.category(character) in {"Cf", "Cc"}:
        return ""
    return unicodedata.normalize("NFKD", "i" if character in _IS else character).casefold().strip()
