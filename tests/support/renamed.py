"""Articles whose people have first names that no list knows: nothing tells a man from a woman, all else is kept."""

import random
import re
from typing import Any

from bot.domain.language.languages import given_names

_FULL = re.compile(r"\b([A-ZÄÖÜ][a-zäöüßé]{2,}) (?=(?:[A-Z]\. )?[A-ZÄÖÜ][\w’'-]+)")
_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "sk",
    "t",
    "tr",
    "v",
    "z",
)
_VOWELS, _ENDS = ("a", "e", "i", "o", "u", "ei", "ou"), ("n", "r", "l", "k", "sh", "th", "x", "m")


def renamed(document: dict[str, Any]) -> dict[str, Any]:
    """An article with its known quotations, each first name made another, the same wherever the article has it.

    A name that is also a word of the text keeps what it is.
    """
    text, chance = document["text"], random.Random(document["doc"])  # No secret: the same in every run.
    others: dict[str, str] = {}
    for first in dict.fromkeys(found.group(1) for found in _FULL.finditer(text)):
        if first in given_names() and not re.search(rf"\b{first.lower()}\b", text):
            others[first] = _made(chance)
    if not others:
        return document
    names = re.compile(rf"\b({'|'.join(map(re.escape, others))})\b")
    quotes = [
        {**known, **{key: _with(names, others, known[key]) for key in ("text", "speaker")}}
        for known in document["quotes"]
    ]
    return {**document, "text": _with(names, others, text), "quotes": quotes}


def _with(names: re.Pattern[str], others: dict[str, str], text: str | None) -> str | None:
    return text and names.sub(lambda found: others[found.group(1)], text)


def _made(chance: random.Random) -> str:
    """A name of two syllables that nobody is known to bear."""
    while True:
        parts = (_ONSETS, _VOWELS, _ONSETS, _VOWELS, _ENDS)
        name = "".join(map(chance.choice, parts)).capitalize()
        if name not in given_names():
            return name
