"""Chooses which of an article's sentences make its summary: the news, its turn, what follows from it.

The first place is the best sentence's. Then a sentence that sets something against the news ("although", "denied") is
worth more, then one that tells what is still to come ("will", "yet to"), as three sentences in a row tell one thing
thrice. What points back at something that the summary does not say ("The signal lasted ...") is worth less.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from config.limits import SUMMARY_CUE, SUMMARY_DANGLING, SUMMARY_LEAD, SUMMARY_OVERLAP, SUMMARY_REPEATS, SUMMARY_TITLE


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
        spoken: the share of it within quotation marks.
        news: whether it has a day, a month or a figure.
        old: whether it tells of a year long past.
        turn: whether it sets one thing against another.
        outlook: whether it tells what is still to come.
        back: stems of the noun phrase with which it points back at an earlier sentence, empty when it does not.
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
    news: bool
    old: bool
    turn: bool
    outlook: bool
    back: frozenset[str] = frozenset()
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
    for part in chain(("turn", "outlook"), repeat("", wanted)):
        left = [s for s in standing if not any(_says_the_same(s, other) for other in chosen)]
        if not left or len(chosen) >= wanted:
            break
        chosen.append(max(left, key=lambda s: (_fitting(s, part, chosen, title), -s.start)))
    return sorted(chosen, key=lambda sentence: sentence.start)


def _worth(sentence: SummarySentence) -> tuple[float, int]:
    return sentence.score - SUMMARY_DANGLING * bool(sentence.back), -sentence.start


def _fitting(sentence: SummarySentence, part: str, chosen: Sequence[SummarySentence], title: Collection[str]) -> float:
    """What a sentence is worth as this part of the summary, beside the chosen ones."""
    cue = (part == "turn" and sentence.turn) or (part == "outlook" and sentence.outlook)
    said = chain(title, *(other.words for other in chosen if other.start < sentence.start))
    dangles = bool(sentence.back) and sentence.back.isdisjoint(said)
    again = sentence.words.intersection(title).intersection(*(other.words for other in chosen[:1]))
    repeats = SUMMARY_TITLE * len(again) / max(1, len(title))
    known = frozenset().union(*(other.words for other in chosen))
    repeats += SUMMARY_REPEATS * len(sentence.words & known) / len(sentence.words)
    return sentence.score + SUMMARY_CUE * cue - SUMMARY_DANGLING * dangles - repeats


def _says_the_same(one: SummarySentence, other: SummarySentence) -> bool:
    smaller = min(len(one.words), len(other.words))
    return len(one.words & other.words) >= SUMMARY_OVERLAP * smaller
