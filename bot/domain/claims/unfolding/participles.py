"""Participles between commas that tell of whom a sentence is about: "Ann Reed, elected in 2019, resigned on Monday"."""

from collections.abc import Iterator

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.comparing.wording import NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar, governs, places_in
from bot.domain.claims.unfolding.clause_parts import Relative
from bot.domain.claims.unfolding.phrases import PhraseFinder


class ParticipleClauses:
    """One article's sentences with such a clause behind the first noun."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases

    def of(self, told: Told) -> Iterator[Relative]:
        """The participle clause behind the first noun of a sentence, read as a relative one."""
        tokens, marks = told.tokens, told.clauses.marks
        if marks[1:3] != [",", ","] or told.quoted.count(None) < len(told.quoted):
            return
        inside, rest = places_in(tokens, 1), places_in(tokens, 2)
        named = self._phrases.last(tokens, 0)
        if named is None or any(tokens[at].content for at in places_in(tokens, 0) if at < named.start):
            return
        if not self._is_participle(told, inside) or not rest:
            return
        main = frozenset(at for at in self._phrases.verb(tokens, rest, None) if tokens[at].content)
        yield Relative(
            frozenset(inside), frozenset(named), frozenset(inside[:1]), main, (), tuple(rest), participle=True
        )

    def _is_participle(self, told: Told, inside: list[int]) -> bool:
        """Whether a clause opens with a participle and has no other verb."""
        first = told.tokens[inside[0]]
        if not first.content or first.entities or first.text[0].isupper() or self._grammar.nouns:
            return False
        past = first.mood == "past" and not self._grammar.words.participles
        if not (past or self._grammar.is_participle(first)):
            return False
        behind = [told.tokens[at] for at in inside[1:]]
        return not any(one.signs & {NOT, PASSIVE, WAS} or governs(one) or one.mood == "past" for one in behind)
