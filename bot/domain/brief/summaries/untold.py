"""What an opening leaves out: who does it ("Buscaba una oveja perdida"), all but the hour, the answer to a question."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import islice

from bot.domain.brief.summaries.choice import SummarySentence
from bot.domain.brief.summaries.habits import Habits
from bot.domain.language.languages import Language
from bot.domain.text.characters import QUESTION_MARKS

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_TITLE_WORDS = 2
_CLOCK_WORDS, _FEW_WORDS, _RECURRENT_WORDS = 4, 12, 3
_CLOSERS = "\"'”’»“) "
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]| ?h ?)\d\d\b")


# Complexity: the conditions of one reading.
def leaves_subject_out(
    text: str,
    language: Language,
    sentences: Sequence[SummarySentence],
    imperfect: tuple[str, ...],
    *,
    named: list[int],
    title: frozenset[str],
) -> bool:
    """Whether a first sentence tells a deed of nobody, and the next of its paragraph tells whose with the news.

    `named` is where somebody or something is named, in order, `title` the stems of the headline's words.
    """
    first, behind = sentences[0], next(iter(sentences[1:2]), None)
    word = _WORD.match(text, first.start)
    if word is None or not language.drops_subjects or behind is None or behind.paragraph != first.paragraph:
        return False
    verb, next_word = word.group().lower(), text[word.end() + 1 : word.end() + 2]
    if next_word.isupper():
        return False  # "Nea Vasile stinge lanterna."
    acts = verb in language.auxiliaries or verb in language.verbs or verb.endswith(imperfect or ("\0",))
    somebody = any(language.is_role(one) or one in language.groups for one in first.lowers)
    known = first.news or somebody or has_between(named, first.start, first.end)
    told = behind.news or len(behind.words & title) >= _TITLE_WORDS
    return acts and not known and told and not behind.leans


def tells_hour_alone(sentence: str) -> bool:
    """Whether all figures of a sentence tell the hour: "At 6:02 on Monday morning a rooster crowed"."""
    rest = _HOUR.sub("", sentence)
    return rest != sentence and not any(map(str.isdigit, rest))


def asks_or_tells_hour(text: str, first: SummarySentence, clock: frozenset[tuple[str, ...]]) -> bool:
    """Whether a question opens an article before its first sentence, or that tells what time it is: "It is 6 am"."""
    before = text[: first.start].rstrip(_CLOSERS)
    if before.endswith(QUESTION_MARKS) and "\n" not in text[len(before) : first.start]:
        return True
    opening = tuple(first.lowers[:_CLOCK_WORDS])
    counts = range(1, len(opening))
    return any(opening[:count] in clock and opening[count][:1].isdigit() for count in counts)


def recurs(text: str, sentence: SummarySentence, title: frozenset[str], recurrent: Collection[tuple[str, ...]]) -> bool:
    """Whether a sentence opens with how often happens what it tells: "Twice a week the tanker comes"."""
    if not title or len(sentence.words & title) > 1:
        return False
    words = _WORD.finditer(text, sentence.start, sentence.end)
    opening = tuple(word.group().lower() for word in islice(words, _RECURRENT_WORDS))
    return any(opening[:count] in recurrent for count in range(2, _RECURRENT_WORDS + 1))


def only_lasts(sentence: SummarySentence, words: Sequence[str], habits: Habits) -> bool:
    """Whether all the figures of a sentence tell for how long: "has held up the traffic for 31 years"."""
    numbers = [at for at, word in enumerate(words) if word.isdigit()]
    spans = [[word.lower() for word in words[at + 1 : at + 3]] for at in numbers]
    lasts = all(span[:1] and span[0] in habits.lasting and habits.points.isdisjoint(span[1:]) for span in spans)
    return lasts and not sentence.dated


def only_leads_up(language: Language, first: SummarySentence, title: frozenset[str], named: list[int]) -> bool:
    """Whether a first sentence of a few words names nobody and has no verb: "Eight thousand fines to tear up".

    `named` and `title` are as for `leaves_subject_out`.
    """
    few = first.length <= _FEW_WORDS and not first.dated and len(first.words & title) <= 1
    verbs = language.verbs | language.weak_verbs | language.being | language.identifying | language.pronouns.keys()
    return few and not has_between(named, first.start, first.end) and verbs.isdisjoint(first.lowers)


def has_between(starts: list[int], start: int, end: int) -> bool:
    """Whether one of these places, in order, lies between two others."""
    index = bisect_left(starts, start)
    return index < len(starts) and starts[index] < end
