"""Splits a text into sentences, by points, abbreviations and quotation marks.

The rule "never within an open quotation, but at a paragraph's end" is what keeps quotations whole in a summary.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.domain.language.languages import Language
from bot.domain.text.characters import END_OF_SENTENCE
from bot.domain.text.spans import Span, find_spans, paragraphs
from config.limits import SENTENCE_QUOTATION_CHARACTERS

_WORD_REACH = 24  # Characters in which the word before a point is looked for.
_INITIAL = len("J.")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[\w'’-]+\.$")
_STARTS = re.compile(r"\s*([\"'“”„«»‘‚¿¡(\[—–-]*\s*)(\S+)\s*(\S*)")


def split_sentences(text: str, language: Language, spans: Sequence[Span] | None = None) -> list[tuple[int, int]]:
    """Offsets of the sentences of `text`, in order, without outer space, none across a paragraph.

    `spans` are those of `find_spans` where they are known already.
    """
    if spans is None:
        if "\n" not in text and _is_one(text):
            whole = list[tuple[int, int]]()
            _add(whole, text, 0, len(text))
            return whole
        spans = find_spans(text, language)
    spans = [span for span in spans if span.outer_end - span.outer_start <= _LONGEST]
    starts = [span.outer_start for span in spans]
    sentences: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        at = start
        for match in END_OF_SENTENCE.finditer(text, start, end):
            cut = match.end()
            if _within(spans, starts, cut) or not _is_end(text, match, end, language):
                continue
            _add(sentences, text, at, cut)
            at = cut
        _add(sentences, text, at, end)
    return sentences


_LONGEST = SENTENCE_QUOTATION_CHARACTERS
_DAY_DIGITS = 2
_TWO_INITIALS = len("J.J")
_ORDINAL_DIGITS = 3
# How many letters before a number are looked at for the word that leads it.
_BEFORE_LETTERS = 16
_CLOSING = "\"'”“’»«)] \u00a0\u202f"


def _is_one(text: str) -> bool:
    """Whether a line ends with the first point that may end a sentence, or has none: no more than one sentence."""
    found = END_OF_SENTENCE.search(text)
    return found is None or found.end() >= len(text.rstrip())


def _add(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    body = text[start:end]
    stripped = body.strip()
    if stripped:
        begin = start + body.index(stripped[0])
        sentences.append((begin, begin + len(stripped)))


def _within(spans: list[Span], starts: list[int], at: int) -> bool:
    index = bisect_right(starts, at - 1) - 1
    return index >= 0 and at < spans[index].outer_end


def _is_end(text: str, match: re.Match[str], end: int, language: Language) -> bool:
    """Whether a run of points ends a sentence: not after an abbreviation, not before a lower-case word."""
    following = _STARTS.match(text, match.end(), min(end, match.end() + 80))
    if following is None or not following.group(2):
        return True
    word = following.group(2)
    if word[0].islower():
        return False
    marks = match.group()
    if not marks.startswith("."):
        # "Who is it?" Ann asked.: the cue belongs to the question.
        asks = following.group(3).rstrip(".,").lower() in language.verbs and len(marks) > 1
        return not (asks and not following.group(1))
    if len(marks.rstrip(_CLOSING)) > 1:
        return True
    point = match.start() + 1
    return _is_plain_word(text, point, language) or not _is_abbreviation(text, point, word, language)


def is_part_of_number(text: str, start: int) -> bool:
    """Whether digits that begin here go on a score, a time of day or a fraction, which are no ordinals: "2:0."."""
    return start > 1 and text[start - 1] in ":," and text[start - 2].isdigit()


def _is_ordinal(digits: str, before: str, following: str, language: Language) -> bool:
    """Whether a point makes an ordinal: "am 3. Oktober", "zum 100. Geburtstag", but "Er warf 100. Die Gegner ...".

    An ordinal that is no day stands behind a determiner or a preposition: not "es waren noch 690. Schwangere ...".
    """
    if len(digits) <= _DAY_DIGITS:
        return True
    lower = before.lower()
    led = lower in language.determiners | language.prepositions | language.oblique
    led = led or lower.startswith(tuple(language.possessives) or ("\0",))  # "zu seiner 100. Reise"
    return led and len(digits) == _ORDINAL_DIGITS and following.lower() not in language.function_words


def _is_plain_word(text: str, point: int, language: Language) -> bool:
    """Whether letters alone, which are no abbreviation, stand before a point, as they mostly do."""
    word = text[max(0, point - _WORD_REACH) : point].rpartition(" ")[2]
    return len(word) > _INITIAL and word[:-1].isalpha() and word not in language.abbreviations


def _is_abbreviation(text: str, point: int, following: str, language: Language) -> bool:
    last = _LAST_WORD.search(text, max(0, point - _WORD_REACH), point)
    if last is None:
        return False
    word = last.group()
    if word in language.abbreviations:
        # An abbreviation such as "p.m." or "Inc." also ends sentences: a function word begins the next one.
        bare = following.strip("\"'“”„«»‘’.,;:").lower()
        ends_too = word[0].islower() or word.count(".") > 1 or bare in language.determiners
        return not (ends_too and bare in language.stop_words)
    letters = word[:-1]
    if letters.isdigit() and language.nouns_capitalised:
        before = "".join(text[max(0, last.start() - _BEFORE_LETTERS) : last.start()].split()[-1:])
        return _is_ordinal(letters, before, following, language) and not is_part_of_number(text, last.start())
    if len(letters) == _TWO_INITIALS:  # "J.J. Lind", but "He left D.C. The city ..."
        return letters[1] == "." and letters.isupper() and following.lower() not in language.stop_words
    return len(letters) == 1 and letters.isupper() and letters != "I"
