"""Chooses which of an article's sentences make its summary: the news, its turn, what follows from it.

The first place is the best sentence's. Then a sentence that sets something against the news ("although", "denied") is
worth more, then one that tells what is still to come ("will", "yet to"), as three sentences in a row tell one thing
thrice. What points back at something that the summary does not say ("The signal lasted ...") is worth less.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat
from typing import Protocol

from config.limits import (
    SUMMARY_CUE,
    SUMMARY_DANGLING,
    SUMMARY_LEAD,
    SUMMARY_OVERLAP,
    SUMMARY_REPEATS,
    SUMMARY_TEASER_WORDS,
    SUMMARY_TITLE,
)


class Standings(Protocol):
    """Who is asked how a sentence stands to others, only once it may be chosen: most never are."""

    def leans(self, sentence: "SummarySentence") -> bool:
        """Whether it needs another sentence to be understood."""

    def turns(self, sentence: "SummarySentence") -> bool:
        """Whether it sets one thing against another."""

    def looks_ahead(self, sentence: "SummarySentence") -> bool:
        """Whether it tells what is still to come."""

    def points_back(self, sentence: "SummarySentence") -> frozenset[str]:
        """Stems of the noun phrase with which it points back at an earlier sentence, empty when it does not."""


@dataclass
class SummarySentence:
    """A sentence that may stand in a summary.

    Attributes:
        start, end: offsets in the article's text.
        number: its number among the article's sentences.
        paragraph: the number of its paragraph.
        words: stems of its words that carry content.
        length: its words, or half its characters where words are not parted.
        tied: whether the sentence right before it, which first tells the news, is all that it needs.
        spoken: the share of it within quotation marks.
        dated: whether it has a day or a month.
        news: whether it has a day, a month or a figure.
        old: whether it tells of a year long past.
        asked: who is asked how it stands to others.
        first: whether it begins the story.
        lowers: its words in lower case.
        score: what it is worth.
    """

    start: int
    end: int
    number: int
    paragraph: int
    words: frozenset[str]
    length: int
    spoken: float
    dated: bool
    news: bool
    old: bool
    asked: Standings
    tied: bool = False
    first: bool = False
    lowers: Sequence[str] = ()
    score: float = 0.0

    @cached_property
    def leans(self) -> bool:
        """Whether it needs another sentence to be understood."""
        return self.asked.leans(self)

    @property
    def turn(self) -> bool:
        """Whether it sets one thing against another."""
        return self.asked.turns(self)

    @property
    def outlook(self) -> bool:
        """Whether it tells what is still to come."""
        return self.asked.looks_ahead(self)

    @cached_property
    def back(self) -> frozenset[str]:
        """Stems of the noun phrase with which it points back at an earlier sentence, empty when it does not."""
        return self.asked.points_back(self)


def choose(sentences: Sequence[SummarySentence], wanted: int, title: Collection[str]) -> list[SummarySentence]:
    """The best sentences that say different things, in reading order; one that leans only where none stands alone.

    `title` are the stems of the headline's words, which a sentence may point back at.
    """
    ranked = sorted(sentences, key=lambda sentence: sentence.score, reverse=True)
    nothing = _Said((), title)
    best = _best(ranked, nothing)
    if best is None:
        return [max(sentences, key=lambda one: (nothing.less(one.score, one), -one.start))] if sentences else []
    lead = sentences[0]
    leads = lead.news and not lead.leans and lead.score >= SUMMARY_LEAD * best.score
    chosen = [lead if leads else best]
    for part in chain(("turn", "outlook"), repeat("", wanted)):
        following = _best(ranked, _Said(chosen, title), part) if len(chosen) < wanted else None
        if following is None:
            break
        chosen.append(following)
    return sorted(_with_teaser(chosen, sentences, wanted), key=lambda sentence: sentence.start)


def _best(ranked: Sequence[SummarySentence], said: "_Said", part: str = "") -> SummarySentence | None:
    """The sentence of most worth as a part of the summary that neither leans nor says what is said, None for none.

    They are ranked by their scores, so that most need not be asked for more than those.
    """
    best, most = None, (float("-inf"), 0)
    for sentence in ranked:
        if sentence.score + SUMMARY_CUE * bool(part) < most[0]:
            break
        at_most = sentence.score + SUMMARY_CUE * _has_cue(sentence, part)
        if at_most < most[0]:
            continue
        worth = said.less(at_most, sentence), -sentence.start
        if worth > most and not sentence.leans and not said.says(sentence):
            best, most = sentence, worth
    return best


def _has_cue(sentence: SummarySentence, part: str) -> bool:
    """Whether a sentence is what this part of the summary is for."""
    return (part == "turn" and sentence.turn) or (part == "outlook" and sentence.outlook)


def _with_teaser(
    chosen: list[SummarySentence], sentences: Sequence[SummarySentence], wanted: int
) -> list[SummarySentence]:
    """The chosen sentences, with the one to which one of them is tied."""
    tied = next((sentence.number for sentence in chosen if sentence.tied), 0)
    if not tied or any(sentence.number == tied - 1 for sentence in chosen):
        return chosen
    return [*(sentence for sentence in sentences if sentence.number == tied - 1), *chosen[: wanted - 1]]


def tie(sentences: Sequence[SummarySentence]) -> bool:
    """Tie the second of these to a first that only points at the news: "Lee is free. So a court ruled on Monday".

    It may be tied to what the first quotes already: "“I am off.” With these words Lee left on Monday".
    """
    first, second = (*sentences, None, None)[:2]
    if first is None or second is None or (first.paragraph, first.number + 1) != (second.paragraph, second.number):
        return False
    teases = not (first.leans or first.news) and first.length <= SUMMARY_TEASER_WORDS
    second.tied = second.tied or (teases and second.leans and second.dated and not second.spoken)
    second.leans = second.leans and not second.tied
    return second.tied


class _Said:
    """What the chosen sentences say already, the news first, and the headline with them."""

    def __init__(self, chosen: Sequence[SummarySentence], title: Collection[str]) -> None:
        self._chosen = chosen
        self._title = title
        self._words = frozenset().union(*(sentence.words for sentence in chosen))
        self._told = chosen[0].words.intersection(title) if chosen else frozenset()

    def says(self, sentence: SummarySentence) -> bool:
        """Whether one of the chosen says what a sentence does."""
        return any(_says_the_same(sentence, one) for one in self._chosen)

    def less(self, worth: float, sentence: SummarySentence) -> float:
        """What is left of a sentence's worth beside the chosen: it may repeat them, or point back at none of them."""
        dangles = bool(sentence.back) and (not self._chosen or sentence.back.isdisjoint(self._before(sentence.start)))
        repeats = SUMMARY_TITLE * len(sentence.words & self._told) / max(1, len(self._title))
        repeats += SUMMARY_REPEATS * len(sentence.words & self._words) / len(sentence.words)
        return worth - SUMMARY_DANGLING * dangles - repeats

    def _before(self, start: int) -> Iterator[str]:
        """The stems of the headline's words and of those chosen sentences that stand before this offset."""
        return chain(self._title, *(sentence.words for sentence in self._chosen if sentence.start < start))


def _says_the_same(one: SummarySentence, other: SummarySentence) -> bool:
    shared = one.words & other.words
    return bool(shared) and len(shared) >= SUMMARY_OVERLAP * min(len(one.words), len(other.words))


def paragraphs_first(sentences: Sequence[SummarySentence], place: int) -> int:
    """Where the paragraph of a sentence begins, the sentence itself where its first leans on what is before."""
    first = next(at for at, one in enumerate(sentences) if one.paragraph == sentences[place].paragraph)
    return place if sentences[first].leans else first
