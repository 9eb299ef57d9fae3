"""Claims of what is left between two numbers that a sentence has: by how much a game was lost, how many were missing.

margin      "lost to Orm by three goals" of "lost 24-27 to Orm"
shortage    "three signatures were missing" of "he did not get the nine signatures needed, only six"
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import NOT, ONLY
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.restating.measures.substituting import written
from bot.domain.values.proof import Proof, Verdict

# How many words stand between the first of a claim's words for a margin and its number, and behind that.
_BEFORE, _BEHIND = 4, 3
# What parts the two numbers of a score.
_MARKS = {"-", ":", "–", "—", "−"}
# How many words part a number from the word that it is needed, or that there are only so many.
_NEEDED = 3
_MOST = 200
_PAIR = 2


class Margins:
    """One article's scores, and what it tells to be needed beside what there is."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._prove = prove
        self._words = words = story.words
        self._compounds = story.reading.language.nouns_capitalised
        self._units, self._margins = words.special["scored"], words.special["margins"]
        self._needed, self._lacking = words.special["needed"], words.special["missed"]
        self._with = words.special["margin_with"]
        self._by = words.special["margin_by"] | self._with

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim of a margin or a shortage, None where there is none."""
        numbers = [at for at, token in enumerate(claim.tokens) if counts(token)]
        if len(numbers) != 1 or any(NOT in token.signs for token in claim.tokens):
            return None
        return self._scored(text, claim.tokens, numbers[0]) or self._missing(claim, numbers[0])

    def _scored(self, text: str, tokens: Sequence[Token], at: int) -> Verdict | None:
        """The proof of a claim without its margin, by a sentence with one score that is so far apart."""
        span = self._margin(tokens, at)
        verdict = self._prove(written(text, tokens, set(span), (-1, ""))) if span else None
        if verdict is None or not verdict.stands:
            return None
        scores = [self._score(told) for told in self._of(verdict)]
        return verdict if [score for score in scores if score is not None] == [tokens[at].value] else None

    def _of(self, verdict: Verdict) -> list[Told]:
        """The sentences that a proof rests on."""
        return [
            told for told in self._story.sentences if self._story.reading.sentences[told.number] in verdict.evidence
        ]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _margin(self, tokens: Sequence[Token], at: int) -> range | None:
        """Where a claim tells a margin: "by three goals", "mit drei Toren Unterschied"."""
        behind = range(at + 1, min(at + 1 + _BEHIND, len(tokens)))
        units = [place for place in behind if tokens[place].folded in self._units | self._margins]
        before = [place for place in range(max(0, at - _BEFORE), at) if tokens[place].folded in self._by]
        if not units or not before or tokens[units[0]].clause != tokens[at].clause:
            return None
        first = before[-1]
        while first and tokens[first - 1].folded in self._by | self._margins:  # "З різницею в три голи."
            first -= 1
        left = [tokens[place] for place in range(first, units[-1] + 1) if place != at and tokens[place].content]
        told = all(token.folded in self._units | self._margins | self._by for token in left)
        named = any(tokens[place].folded in self._margins for place in range(first, units[-1] + 1))
        only = tokens[before[-1]].folded in self._with and not named  # "Won with three goals": who scored them.
        return range(first, units[-1] + 1) if told and not only else None

    def _score(self, told: Told) -> float | None:
        """How far apart the two numbers of a sentence's only score are: "24-27", "24:27"."""
        numbers = [token for token in told.tokens if token.value is not None and token.text.isdigit()]
        text = self._story.reading.text
        scores = [
            abs((one.value or 0) - (other.value or 0))
            for one, other in pairwise(numbers)
            if text[one.start + len(one.text) : other.start].strip() in _MARKS
            and max(one.value or 0, other.value or 0) < _MOST
        ]
        return scores[0] if len(scores) == 1 else None

    def _missing(self, claim: Clauses, at: int) -> Verdict | None:
        """The proof of a claim of how many were missing, by how many a sentence tells were needed and were there."""
        lacking = [token for token in claim.tokens if token.folded in self._lacking]
        if not lacking:
            return None
        said = [token for token in content_of(claim.tokens) if token not in lacking and token is not claim.tokens[at]]
        for told in self._story.sentences:
            short = self._short(told)
            laid = align(said, told, self._words, compounds=self._compounds) if said else None
            if short is None or short != claim.tokens[at].value or laid is None or laid.missing:
                continue
            place = self._story.reading.sentences[told.number]
            return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _short(self, told: Told) -> float | None:
        """How many fewer there were than were needed: "the nine signatures needed, only six"."""
        tokens = told.tokens
        numbers = [at for at, token in enumerate(tokens) if counts(token)]
        if len(numbers) != _PAIR or any(speaker is not None for speaker in told.quoted):
            return None
        word = next((at for at, token in enumerate(tokens) if token.folded in self._needed), None)
        there = [at for at in numbers if any(ONLY in one.signs for one in tokens[max(0, at - _NEEDED) : at])]
        needed = min(numbers, key=lambda at: abs(at - word)) if word is not None else None
        if needed is None or len(there) != 1 or needed in there or abs(needed - (word or 0)) > _NEEDED:
            return None
        more, less = tokens[needed].value or 0, tokens[there[0]].value or 0
        return more - less if more > less else None
