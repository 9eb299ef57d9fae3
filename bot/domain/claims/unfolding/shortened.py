"""Statements that leave out what the one before says: its noun, or all but its cause.

"It had 8,000 visitors, though 10,000 had been expected": "10,000 visitors had been expected". "Closes not because of
the costs but because of the roof": "closes because of the roof".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import CAUSE, NOT
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, is_time, places_in
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

_APART = 2


class ShortenedStatements:
    """One article's sentences and the statements in them that leave something out."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._others = amounts_of(story.reading.language.code).others
        self._joins = story.words.joins | story.words.joining

    def of(self, told: Told) -> Iterator[Statement]:
        """The statements of a sentence, each with what it leaves out."""
        if told.quoted.count(None) < len(told.quoted):
            return
        yield from self._without_nouns(told)
        yield from self._of_others(told)
        yield from self._corrected(told)

    def _without_nouns(self, told: Told) -> Iterator[Statement]:
        """A number without what it counts, behind one with it: "8,000 visitors, though 10,000 had been expected"."""
        tokens = told.tokens
        counted = [at for at, token in enumerate(tokens) if token.value is not None and _counts(token)]
        for number, bare in pairwise(counted):
            apart = tokens[number].clause != tokens[bare].clause and self._is_thing(tokens, number + 1)
            if not apart or self._is_part(tokens, number) or not self._is_bare(tokens, bare):
                continue
            inside = places_in(tokens, tokens[bare].clause)
            order = [*[at for at in inside if at <= bare], number + 1, *[at for at in inside if at > bare]]
            yield Statement(frozenset(inside), frozenset([number + 1]), tuple(order), (number,))

    def _is_part(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a number tells of how many some are a part: "of the 40 flats, 12 are empty"."""
        return self._grammar.is_tied(tokens, number) or tokens[number].before in self._story.of_words

    def _is_bare(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether no noun stands behind a number, nor what ties one to it."""
        behind = tokens[number + 1] if number + 1 < len(tokens) else None
        if behind is None or behind.clause != tokens[number].clause or self._verbal(behind):
            return True
        return not behind.content and behind.folded not in self._story.of_words

    def _of_others(self, told: Told) -> Iterator[Statement]:
        """Others without what they are: "of the 40 flats, 12 are empty; the others are let"."""
        tokens = told.tokens
        for at in [at for at, token in enumerate(tokens[:-1]) if token.folded in self._others]:
            noun = next((one + 1 for one in range(at) if self._is_counted(tokens, one)), at)
            inside = places_in(tokens, tokens[at].clause)
            if noun not in inside and at + 1 in inside and self._verbal(tokens[at + 1]):
                order = [*[one for one in inside if one <= at], noun, *[one for one in inside if one > at]]
                yield Statement(frozenset(inside), frozenset([noun]), tuple(order))

    def _is_counted(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a number stands at a place with what it counts behind it."""
        return _counts(tokens[number]) and self._is_thing(tokens, number + 1)

    def _is_thing(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may be what a number before it counts."""
        if at >= len(tokens) or tokens[at].clause != tokens[at - 1].clause or not tokens[at].content:
            return False
        return is_plain(tokens[at]) and not self._verbal(tokens[at])

    def _verbal(self, token: Token) -> bool:
        """Whether a word is a verb by its form."""
        helps = token.folded in self._grammar.perfects or bool(token.signs)
        small = self._grammar.nouns and token.text[0].islower()
        return helps or small or token.mood in FINITE or self._grammar.is_participle(token)

    def _corrected(self, told: Told) -> Iterator[Statement]:
        """What is told not of one but of another behind one preposition: "not by train but by bus"."""
        tokens = told.tokens
        for at in [at for at, token in enumerate(tokens[:-1]) if at and NOT in token.signs and not token.content]:
            tie, clause = tokens[at + 1].folded, tokens[at].clause
            other = next((one for one in range(at + 2, len(tokens)) if self._opposes(tokens, one, tie)), None)
            if other is not None and tokens[other].clause <= clause + _APART:
                yield from self._denied_and_stated(tokens, at, other)

    @staticmethod
    def _denied_and_stated(tokens: Sequence[Token], denied: int, stated: int) -> Iterator[Statement]:
        """What is told of neither and of the other, by the places where a denial and its contrary begin."""
        inside = places_in(tokens, tokens[denied].clause)
        ahead = [at for at in inside if at < denied and NOT not in tokens[at].signs]
        if any(tokens[at].content for at in ahead):
            behind = [at for at in places_in(tokens, tokens[stated].clause) if at >= stated]
            for part in ([at for at in inside if denied <= at < stated - 1], behind):
                yield Statement(frozenset(part), frozenset(ahead), (*ahead, *part))

    def _opposes(self, tokens: Sequence[Token], at: int, tie: str) -> bool:
        """Whether the same preposition stands at a place behind a word that joins, or that opens a clause."""
        one, before = tokens[at], tokens[at - 1]
        small = one.folded in self._words.ties or CAUSE in one.signs
        joined = before.folded in self._joins or (not before.before and not before.content)
        return small and one.folded == tie and joined


def _counts(token: Token) -> bool:
    """Whether a word is a number of people or things."""
    return token.value is not None and not is_time(token) and token.share is None
