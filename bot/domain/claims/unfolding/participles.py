"""Participles between commas that tell of whom a sentence is about: "Ann Reed, elected in 2019, resigned on Monday"."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import NOT, PASSIVE, WAS
from bot.domain.claims.rules.cues.asides import ends_state
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, places_in
from bot.domain.claims.unfolding.clause_parts import Relative
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder


class ParticipleClauses:
    """One article's sentences with such a clause behind the first noun."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases

    def of(self, told: Told) -> Iterator[Relative]:
        """The participle clause behind the first noun of a sentence, read as a relative one."""
        found = self._found(told)
        if found is None:
            return
        named, inside = found
        tokens, rest = told.tokens, places_in(told.tokens, 2)
        main = frozenset(at for at in self._phrases.verb(tokens, rest, None) if tokens[at].content)
        yield Relative(
            frozenset(inside), frozenset(named), frozenset(inside[:1]), main, (), tuple(rest), participle=True
        )

    def statements(self, told: Told) -> Iterator[Statement]:
        """What each participle of such a clause tells: "designed by Reed and opened in May": "opened in May"."""
        found = self._found(told)
        if found is None:
            return
        (named, inside), tokens, joining = found, told.tokens, self._story.words.joining
        starts = [inside[0], *[at for at in inside[1:] if self._is_joined(tokens, at, joining)]]
        for start, end in pairwise([*starts, inside[-1] + 2]):
            if any(at > start and ends_state(tokens[at], tokens[start], self._grammar) for at in starts):
                continue  # "Arrested and freed."
            own = [at for at in inside if start <= at < end - 1]
            yield Statement(frozenset(own), frozenset(named), (*named, *own), helped=len(named))

    def _found(self, told: Told) -> tuple[range, list[int]] | None:
        """Whom a sentence opens with, and the places of the participle clause behind it; None where there is none."""
        tokens, marks = told.tokens, told.clauses.marks
        if marks[1:3] != [",", ","] or told.quoted.count(None) < len(told.quoted):
            return None
        inside = places_in(tokens, 1)
        named = self._phrases.last(tokens, 0)
        if named is None or not self._is_participle(told, inside) or not places_in(tokens, 2):
            return None
        ahead = [at for at in places_in(tokens, 0) if at < named.start]
        if not any(tokens[at].content for at in ahead):
            return named, inside
        titled = bool(tokens[named.start].entities) and not any(self._is_no_title(tokens, at) for at in ahead)
        return (range(ahead[0], named.stop), inside) if titled else None

    def _is_no_title(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word before somebody's name does more than call them something: "the agronomist Ann Reed"."""
        token, words = tokens[at], self._story.words
        small = not token.content and token.folded not in self._story.leading
        return small or bool(token.signs) or token.mood in FINITE or token.folded in words.ties or bool(token.entities)

    def _is_joined(self, tokens: Sequence[Token], at: int, joining: Container[str]) -> bool:
        """Whether a word is a participle that "and" joins to the one before."""
        return tokens[at].before in joining and self._is_past(tokens[at])

    def _is_past(self, token: Token) -> bool:
        """Whether a word is a participle, or a verb of the past in a language that has the same form for both."""
        words = self._story.words
        if words.suffered:
            return token.content and not token.entities and token.folded.endswith(words.suffered)
        return self._grammar.is_participle(token) if words.participles else token.mood == "past"

    def _is_participle(self, told: Told, inside: list[int]) -> bool:
        """Whether a clause opens with a participle and has no other verb."""
        first = told.tokens[inside[0]]
        if not first.content or first.entities or first.text[0].isupper() or self._grammar.nouns:
            return False
        if not self._is_past(first):
            return False
        joining = self._story.words.joining
        behind = [told.tokens[at] for at in inside[1:]]
        finite = (one for one in behind if one.mood == "past" and one.before not in joining)
        verbs = any(one.signs & {NOT, PASSIVE, WAS} or governs(one) for one in behind)
        return not verbs and next(finite, None) is None
