"""What each sentence of an article is worth in a summary: its place weighs most, and the rest corrects it.

The words' part in the text, the headline, the actors, days and figures add to it; an opening scene, years long past and
words within quotations take from it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from math import log1p

from bot.domain.brief.summaries.choice import SummarySentence, tie
from bot.domain.brief.summaries.scenes import Opening
from bot.domain.brief.summaries.untold import has_between
from config.limits import (
    SUMMARY_ACTOR,
    SUMMARY_ANECDOTE,
    SUMMARY_CENTRALITY,
    SUMMARY_NEWS,
    SUMMARY_OLD,
    SUMMARY_PLACE,
    SUMMARY_PLACE_HALF,
    SUMMARY_SENTENCE_WORDS,
    SUMMARY_SPOKEN,
    SUMMARY_TITLE,
)


class Weights:
    """One article, asked what its sentences are worth.

    Args:
        title: the stems of its headline's words.
        actors: for each of the foremost actors, where it is mentioned, in order.
        opening: how it begins.
    """

    def __init__(self, *, title: frozenset[str], actors: Sequence[list[int]], opening: Opening) -> None:
        self._title = title
        self._actors = actors
        self._opening = opening

    def weigh(self, sentences: list[SummarySentence]) -> None:
        """Set what each sentence is worth."""
        counts = Counter([word for sentence in sentences for word in sentence.words])
        title = self._title
        worth = {count: log1p(count - 1) for count in set(counts.values())}
        parts = {word: worth[count] for word, count in counts.items()}
        central = [sum(map(parts.__getitem__, s.words)) / len(s.words) ** 0.5 for s in sentences]
        highest = max(central, default=0.0) or 1.0
        opening = 0 if tie(sentences) else self._opening.scene(sentences)
        if opening:
            tie(sentences[opening:])
        actors = self._actors_of(sentences)
        titled, named_most = max(1, len(title)), max(1, len(self._actors))
        for place, (sentence, centrality, named) in enumerate(zip(sentences, central, actors, strict=True)):
            if place < opening:
                sentence.leans = True
            if place == opening > 0:
                sentence.back = frozenset()  # The news itself, whatever the scene before it names.
            sentence.score += (
                SUMMARY_PLACE * SUMMARY_PLACE_HALF / (SUMMARY_PLACE_HALF + place)
                + SUMMARY_CENTRALITY * centrality / highest
                + SUMMARY_TITLE * len(sentence.words & title) / titled
                + SUMMARY_NEWS * sentence.news
                + SUMMARY_ACTOR * named / named_most
                - SUMMARY_SPOKEN * sentence.spoken
                - SUMMARY_OLD * (sentence.old and place > 0)
                - SUMMARY_ANECDOTE * (place < opening)
                - max(0.0, sentence.length / SUMMARY_SENTENCE_WORDS[1] - 1)
            )

    def _actors_of(self, sentences: Sequence[SummarySentence]) -> list[int]:
        """How many of the foremost actors each sentence mentions."""
        starts, named = [sentence.start for sentence in sentences], [0] * len(sentences)
        for mentions in self._actors:
            places = {bisect_right(starts, at) - 1 for at in mentions if starts and at >= starts[0]}
            for place in places:
                named[place] += has_between(mentions, starts[place], sentences[place].end)
        return named
