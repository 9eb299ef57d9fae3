"""What each sentence of an article is worth in a summary: its place weighs most, and the rest corrects it.

The words' part in the text, the headline, the actors, days and figures add to it; an opening scene, years long past and
words within quotations take from it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import log1p

from bot.domain.brief.choice import SummarySentence
from bot.domain.language.languages import Language
from config.limits import (
    SUMMARY_ACTOR,
    SUMMARY_ANECDOTE,
    SUMMARY_CENTRALITY,
    SUMMARY_NEWS,
    SUMMARY_OLD,
    SUMMARY_PLACE,
    SUMMARY_PLACE_HALF,
    SUMMARY_SCENE_SHARE,
    SUMMARY_SENTENCE_WORDS,
    SUMMARY_SPOKEN,
    SUMMARY_TITLE,
)

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_TITLE_WORDS = 3
_SCENE_SENTENCES = 8


class Weights:
    """One article, asked what its sentences are worth.

    Args:
        text: what is read of it.
        language: its language.
        title: the stems of its headline's words.
        actors: for each of the foremost actors, where it is mentioned, in order.
        bodies: where organisations and places are mentioned, in order.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        *,
        title: frozenset[str],
        actors: Sequence[list[int]],
        bodies: list[int],
    ) -> None:
        self._text = text
        self._language = language
        self._title = title
        self._actors = actors
        self._bodies = bodies

    def weigh(self, sentences: list[SummarySentence]) -> None:
        """Set what each sentence is worth."""
        counts = Counter(word for sentence in sentences for word in sentence.words)
        title = self._title
        parts = {word: log1p(count - 1) for word, count in counts.items()}
        central = [sum(map(parts.__getitem__, s.words)) / len(s.words) ** 0.5 for s in sentences]
        highest = max(central, default=0.0) or 1.0
        opening = self._scene(sentences)
        for place, (sentence, centrality) in enumerate(zip(sentences, central, strict=True)):
            sentence.leans = sentence.leans or place < opening
            if place == opening > 0:
                sentence.back = frozenset()  # The news itself, whatever the scene before it names.
            named = sum(has_between(starts, sentence.start, sentence.end) for starts in self._actors)
            sentence.score += (
                SUMMARY_PLACE * SUMMARY_PLACE_HALF / (SUMMARY_PLACE_HALF + place)
                + SUMMARY_CENTRALITY * centrality / highest
                + SUMMARY_TITLE * len(sentence.words & title) / max(1, len(title))
                + SUMMARY_NEWS * sentence.news
                + SUMMARY_ACTOR * named / max(1, len(self._actors))
                - SUMMARY_SPOKEN * sentence.spoken
                - SUMMARY_OLD * (sentence.old and place > 0)
                - SUMMARY_ANECDOTE * (place < opening)
                - max(0.0, sentence.length / SUMMARY_SENTENCE_WORDS[1] - 1)
            )

    def _scene(self, sentences: list[SummarySentence]) -> int:
        """How many sentences at the beginning paint a scene before the news is told."""
        if not sentences or not self._language.capitals:
            return 0
        return self._before_title(sentences) or self._before_day(sentences) or int(self._is_anecdote(sentences[0]))

    def _before_title(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the first that tells what the headline tells; 0 where the first tells it."""
        title, first = self._title, sentences[0]
        told = len(first.words & title)
        if len(title) < _TITLE_WORDS or first.news or told >= SUMMARY_SCENE_SHARE * len(title):
            return 0
        for place, sentence in enumerate(sentences[1:_SCENE_SENTENCES], 1):
            retold = len(sentence.words & title)
            more = retold >= SUMMARY_SCENE_SHARE * len(title) and retold > told + 1
            if more and sentence.news and not sentence.leans and sentence.paragraph > first.paragraph:
                return place
        return 0

    def _before_day(self, sentences: list[SummarySentence]) -> int:
        """How many sentences stand before the first with a day or figure, where an opening of nobody known goes on."""
        first = sentences[0]
        known = first.news or first.words & self._title or self._has_body(first)
        if known or not any(sentence.leans for sentence in sentences[1:2]):
            return 0
        for place, sentence in enumerate(sentences[1:_SCENE_SENTENCES], 1):
            if sentence.paragraph > first.paragraph and not sentence.leans and sentence.news:
                return place
        return 0

    def _has_body(self, sentence: SummarySentence) -> bool:
        return has_between(self._bodies, sentence.start, sentence.end)

    def _is_anecdote(self, sentence: SummarySentence) -> bool:
        """Whether an opening paints a scene: a time or place first, no date, figure, body or word of the headline."""
        first = _WORD.match(self._text, sentence.start)
        if first is None or first.group().lower() not in self._language.prepositions:
            return False
        return not (sentence.news or self._has_body(sentence) or sentence.words & self._title)


def has_between(starts: list[int], start: int, end: int) -> bool:
    """Whether one of these places, in order, lies between two others."""
    index = bisect_left(starts, start)
    return index < len(starts) and starts[index] < end
