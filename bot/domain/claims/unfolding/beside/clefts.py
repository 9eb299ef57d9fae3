"""Sentences that set off who does something behind the deed, as plain ones.

"A dare l'allarme è stata Ada Neri", "quien dio la alarma fue Ana Ruiz": "Ana Ruiz dio la alarma".
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar, is_time

# How many words open such a sentence at most, and how many the deed has at least.
_OPENING, _LEAST = 2, 2
_BEING = {IS, WAS, PASSIVE}


class CleftSentences:
    """One article's sentences that set off who does something."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._words = story.words
        self._grammar = grammar
        self._leading = story.leading
        self._openers = story.words.special["deeds_first"]
        self._found: dict[int, Told | None] = {}

    def beside(self, aligned: Aligned) -> Told | None:
        """A sentence that opens so with who does it first, None for another."""
        told = aligned.told
        if aligned.missing or not told.tokens or told.tokens[0].folded not in self._openers:
            return None
        if told.number not in self._found:
            self._found[told.number] = self._plain(told)
        return self._found[told.number]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _plain(self, told: Told) -> Told | None:
        tokens, opening = told.tokens, self._opening(told.tokens)
        being = next((at for at in range(opening + _LEAST, len(tokens)) if tokens[at].signs & _BEING), None)
        if being is None or any(NOT in token.signs for token in tokens):
            return None
        first = being + 1
        while first < len(tokens) and tokens[first].signs & _BEING | self._helping(tokens[first]):
            first += 1
        doer = [at for at in range(first, len(tokens)) if tokens[at].clause == tokens[being].clause]
        if not doer or not any(tokens[at].content for at in doer) or any(is_time(tokens[at]) for at in doer):
            return None
        infinitive = opening == 1 and tokens[1].folded.endswith(self._words.infinitives or "\0")
        infinitive = infinitive and tokens[0].folded not in self._leading
        if opening == 1 and not infinitive and tokens[0].folded not in self._grammar.relatives:
            return None  # "A Roma è stata Ada Neri", "el alcalde fue Ana Ruiz".
        made = self._made(told, [*doer, *range(opening, being)])
        if infinitive:
            over = first > being + 1 or WAS in tokens[being].signs
            made.tokens[len(doer)].mood = "future" if tokens[being].mood == "future" else "past" if over else ""
        return made

    def _helping(self, token: Token) -> set[str]:
        """A sign for a word that helps to tell what somebody has been: "è | stata"."""
        return {IS} if token.folded in self._words.been else set()

    @staticmethod
    def _made(told: Told, order: Sequence[int]) -> Told:
        tokens = [told.tokens[at].copy() for at in order]
        for at, token in enumerate(tokens):
            token.clause, token.before = 0, tokens[at - 1].folded if at else ""
        quoted = [told.quoted[at] for at in order]
        made = replace(told, clauses=Clauses(tokens, [tokens[0].folded], [""]), quoted=quoted, named={}, _places={})
        made.place()
        return made

    def _opening(self, tokens: Sequence[Token]) -> int:
        """How many words open such a sentence: "a", "quien", "la que"."""
        relative = tokens[1:_OPENING]
        second = any(one.folded in self._grammar.relatives | self._words.twofold for one in relative)
        return 1 + second
