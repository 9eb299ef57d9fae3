"""Characters that no reader sees, and white space: folded before anything else looks at a text."""

import re
import unicodedata

# The points that end a sentence, in the scripts of our languages. Whoever asks for them asks here.
POINTS = ".!?…。！？؟।"

# Those of them that end what is told, and those that end what is asked.
FULL_STOPS = (".", "。", "।")
QUESTION_MARKS = ("?", "？", "؟")

# What a sentence or a quotation ends with: its points, and what may stand behind them or in their place.
SENTENCE_ENDS = (*POINTS, *":;\"'”’»“‘)]」』")

# Where a sentence may end: its points, and the marks that close after them, in French behind a space. Which points
# belong to abbreviations is for `sentences` to tell.
END_OF_SENTENCE = re.compile(
    rf"[{POINTS}](?:[{POINTS}]*(?:\s?»|[\"'”“’»«)\]」』])*(?=\s|$)|(?<=[。！？])[。！？]*[」』”）]*)"
)

# Joiners carry meaning in Persian, Arabic and Indic words; the rest of the format characters hides or turns text.
_JOINERS = "\u200c\u200d"
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_ANY_BREAK = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")  # A single space stays as it is.
_PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u275a\u2761-\u2767\u2776-\u27bf\u2b00-\u2bff\u231a-\u2328\u232b-\u23ff\u25a0-\u25ff"
    "\ufe00-\ufe0f\u20e3\U000e0000-\U000e0fff\ufffc]+"
)
_WORD_SIDES = re.compile(r"(?<=[^\W\d_])[\u200c\u200d](?=[^\W\d_])")
_ANY_JOINER = re.compile("[\u200c\u200d]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\U000f0000-\U0010fffd\ud800-\udfff]+"
)

# Combining marks are neither letters nor spaces to the regular expression, so a pile of them lies within such a run.
_PILES = re.compile(r"[^\w\s\x00-\x7f]{20,}")
_PILE_HEIGHT = 8


def visible(text: str) -> str:
    r"""The text as a reader sees it: one kind of line break, single spaces, no format characters, no pictures.

    Zero-width and bidirectional marks, soft hyphens, Unicode's tag characters and private-use characters are dropped:
    they are where instructions are hidden. Letters stay as they are, composed (NFC). Linear time.
    """
    signs = "".join(set(text))  # Of most kinds a text has none, which its few different characters tell at once.
    if _UNSEEN.search(signs):
        text = _UNSEEN.sub("", text)
    if _ANY_BREAK.search(signs):
        text = _LINE_BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    if _PICTURES.search(signs):
        text = _PICTURES.sub(" ", text)
    if _ANY_JOINER.search(text):
        kept = {match.start() for match in _WORD_SIDES.finditer(text)}
        text = "".join(char for at, char in enumerate(text) if char not in _JOINERS or at in kept)
    text = _PILES.sub(_levelled, _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def _levelled(pile: re.Match[str]) -> str:
    """A run of signs with at most eight combining marks on each other: normalising takes quadratic time in more."""
    kept: list[str] = []
    height = 0
    for char in pile.group():
        height = height + 1 if unicodedata.combining(char) else 0
        if height <= _PILE_HEIGHT:
            kept.append(char)
    return "".join(kept)
