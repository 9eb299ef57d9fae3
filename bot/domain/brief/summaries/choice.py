"""Chooses which of an article's sentences make its summary: the news, its turn, what follows from it.

The first place is the best sentence's. Then a sentence that sets something against the news ("although", "denied") is
worth more, then one that tells what is still to come ("will", "yet to"), as three sentences in a row tell one thing
thrice. What points back at something that the summary does not say ("The signal lasted ...") is worth less.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from config.limits import (
    SUMMARY_CUE,
    SUMMARY_DANGLING,
    SUMMARY_LEAD,
    SUMMARY_OVERLAP,
    SUMMARY_REPEATS,
    SUMMARY_TEASER_WORDS,
    SUMMARY_TITLE,
)


@dataclass(slots=True)
class SummarySentence:
    """A sentence that may stand in a summary.

    Attributes:
        start, end: offsets in the article's text.
        number: its number among the article's sentences.
        paragraph: the number of its paragraph.
        words: stems of its words that carry content.
        length: its words, or half its characters where words are not parted.
        leans: whether it needs another sentence to be understood.
        tied: whether the sentence right before it, which first tells the news, is all that it needs.
        spoken: the share of it within quotation marks.
        dated: whether it has a day or a month.
        news: whether it has a day, a month or a figure.
        old: whether it tells of a year long past.
        turn: whether it sets one thing against another.
        outlook: whether it tells what is still to come.
        back: stems of the noun phrase with which it points back at an earlier sentence, empty when it does not.
        lowers: its words in lower case.
        score: what it is worth.
    """

    start: int
    end: int
    number: int
    paragraph: int
    words: frozenset[str]
    length: int
    leans: bool
    spoken: float
    dated: bool
    news: bool
    old: bool
    turn: bool
    outlook: bool
    back: frozenset[str] = frozenset()
    tied: bool = False
    lowers: Sequence[str] = ()
    score: float = 0.0


def choose(sentences: Sequence[SummarySentence], wanted: int, title: Collection[str]) -> list[SummarySentence]:
    """The best sentences that say different things, in reading order; one that leans only where none stands alone.

    `title` are the stems of the headline's words, which a sentence may point back at.
    """
    standing = [sentence for sentence in sentences if not sentence.leans]
    if not standing:
        return [max(sentences, key=_worth)] if sentences else []
    lead = sentences[0]
    best = max(standing, key=_worth)
    leads = lead.news and not lead.leans and lead.score >= SUMMARY_LEAD * best.score
    chosen = [lead if leads else best]
    left = standing
    for part in chain(("turn", "outlook"), repeat("", wanted)):
        left = [sentence for sentence in left if not _says_the_same(sentence, chosen[-1])]
        if not left or len(chosen) >= wanted:
            break
        said = _Said(chosen, title)
        chosen.append(max(left, key=lambda s: (_fitting(s, part, said), -s.start)))
    return sorted(_with_teaser(chosen, sentences, wanted), key=lambda sentence: sentence.start)


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


def _worth(sentence: SummarySentence) -> tuple[float, int]:
    return sentence.score - SUMMARY_DANGLING * bool(sentence.back), -sentence.start


class _Said:
    """What the chosen sentences say already, the news first, and the headline with them."""

    def __init__(self, chosen: Sequence[SummarySentence], title: Collection[str]) -> None:
        self.chosen = chosen
        self.title = title
        self.words = frozenset().union(*(sentence.words for sentence in chosen))
        self.told = chosen[0].words.intersection(title)

    def before(self, start: int) -> Iterator[str]:
        """The stems of the headline's words and of those chosen sentences that stand before this offset."""
        return chain(self.title, *(sentence.words for sentence in self.chosen if sentence.start < start))


def _fitting(sentence: SummarySentence, part: str, said: _Said) -> float:
    """What a sentence is worth as this part of the summary, beside the chosen ones."""
    cue = (part == "turn" and sentence.turn) or (part == "outlook" and sentence.outlook)
    dangles = bool(sentence.back) and sentence.back.isdisjoint(said.before(sentence.start))
    repeats = SUMMARY_TITLE * len(sentence.words & said.told) / max(1, len(said.title))
    repeats += SUMMARY_REPEATS * len(sentence.words & said.words) / len(sentence.words)
    return sentence.score + SUMMARY_CUE * cue - SUMMARY_DANGLING * dangles - repeats


def _says_the_same(one: SummarySentence, other: SummarySentence) -> bool:
    shared = one.words & other.words
    return bool(shared) and len(shared) >= SUMMARY_OVERLAP * min(len(one.words), len(other.words))


def paragraphs_first(sentences: Sequence[SummarySentence], place: int) -> int:
    """Where the paragraph of a sentence begins, the sentence itself where its first leans on what is before."""
    first = next(at for at, one in enumerate(sentences) if one.paragraph == sentences[place].paragraph)
    return place if sentences[first].leans else first
