"""Nouns that asides before a relative clause tell more of, so that it tells of them too: "Ann Lee, 24, who"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, places_in
from bot.domain.claims.unfolding.clause_parts import Relative
from bot.domain.claims.unfolding.phrases import PhraseFinder

# How many words open a relative clause at most: "with the help of", "al cărei".
_OPENING = 3
# What stands before an aside.
_ASIDE = {",", "("}


class ApposedNouns:
    """One article's sentences and such nouns in them."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases
        tied = agreement_of(story.reading.language.code).tied
        self._relating = grammar.relatives | story.words.whose.union(tied)

    def add(self, told: Told, clause: int, named: range, made: Relative) -> Relative:
        """A relative clause told of the nouns too that asides before it tell more of."""
        apposed = self._nouns(told, clause)
        if not apposed:
            return made
        order = () if any(told.tokens[at].value is not None for at in named) else made.order
        if order and self._is_noun_beside(told, clause, apposed):
            first = next(at for at, place in enumerate(order) if place in made.antecedent)
            order = (*order[:first], *sorted(apposed), *order[first:])
        return replace(made, antecedent=made.antecedent | apposed, order=order)

    def _is_noun_beside(self, told: Told, clause: int, apposed: frozenset[int]) -> bool:
        """Whether an aside right behind a noun calls it by another and its name alone: "the sponsor, the firm Orsa"."""
        aside = [token for token in told.tokens if token.clause == clause - 1]
        owned = any(token.folded in self._story.of_words for token in aside)
        named = any(told.tokens[at].entities for at in apposed)
        return not owned and not named and told.tokens[max(apposed)].clause == clause - 2

    def _nouns(self, told: Told, clause: int) -> frozenset[int]:
        """Where the nouns stand that asides before a relative clause tell more of: "Ann Lee, 24, | who"."""
        found, marks = set[int](), told.clauses.marks
        while clause > 1 and marks[clause - 1] in _ASIDE:
            aside = [token for token in told.tokens if token.clause == clause - 1 and token.content]
            clause -= 1
            last = self._phrases.last(told.tokens, clause - 1) or ()
            if _tells_deed(aside):
                break  # "The mayor, Ann Lee, wants to sell the hall, which": not the mayor.
            if self._is_other(told, last, aside) or self._tells_more(told, clause - 1):
                break
            found.update(last)
        return frozenset(found)

    def _tells_more(self, told: Told, clause: int) -> bool:
        """Whether a clause is a relative one, behind which a sentence goes on: "The firm, whose head left, sold"."""
        inside = places_in(told.tokens, clause) if clause and told.clauses.marks[clause] == "," else []
        small = next((at for at in inside[:_OPENING] if told.tokens[at].folded in self._relating), None)
        return small is not None and all(self._grammar.is_small(told.tokens[at]) for at in inside if at < small)

    @staticmethod
    def _is_other(told: Told, last: Sequence[int], aside: Sequence[Token]) -> bool:
        """Whether an aside tells of another than the words before it: "the brother of Ann, Tom", "60 million, X"."""
        others = frozenset[int]().union(*[told.tokens[at].entities for at in last])
        another = others and aside and all(token.entities and token.entities.isdisjoint(others) for token in aside)
        return bool(another) or bool([1 for at in last if told.tokens[at].value is not None])


def _tells_deed(aside: Sequence[Token]) -> bool:
    """Whether a clause is no aside, for it tells what somebody does."""
    return any(governs(token) and token.mood in FINITE for token in aside)
