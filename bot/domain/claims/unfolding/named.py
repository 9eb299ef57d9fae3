"""Statements of whom a sentence names behind the noun for them: "was found by a teacher, Ann Lee": "by Ann Lee"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import FORMER
from bot.domain.claims.rules.grammar import Grammar, places_in
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

# How far into a clause a relative word stands: "to whom", "davanti al quale".
_RELATIVE = 3


class NamedStatements:
    """One article's sentences and the names that are put in behind nouns in them."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases

    def of(self, told: Told) -> Iterator[Statement]:
        """What a sentence says of each, with the name in the noun's place and right behind it."""
        for clause in range(1, len(told.clauses.openers)):
            if told.clauses.marks[clause] == "," and self._is_name(told, clause):
                yield from self._with_name(told, clause)

    def _is_name(self, told: Told, clause: int) -> bool:
        """Whether a clause is somebody's name alone."""
        name = [token for token in told.tokens if token.clause == clause]
        written = all(token.entities and token.text[0].isupper() for token in name)
        return written and any(map(self._story.is_person, name[0].entities))

    def _with_name(self, told: Told, clause: int) -> Iterator[Statement]:
        tokens = told.tokens
        ahead, name = places_in(tokens, clause - 1), places_in(tokens, clause)
        noun = self._noun(tokens, ahead)
        if noun is None or any(self._is_other(tokens[at], tokens[name[0]]) for at in noun):
            return
        tied = tokens[noun.start].folded in self._story.words.ties  # "Al", "du".
        before, rest = [at for at in ahead if at < noun.start + tied], self._rest(told, clause + 1)
        if any(tokens[at].content for at in before):
            for shared in ([*before, *rest], [*ahead, *rest]):
                order = tuple(at for at in (*ahead, *name, *rest) if at in shared or at in name)
                yield Statement(frozenset(name), frozenset(shared), order)

    @staticmethod
    def _is_other(token: Token, name: Token) -> bool:
        """Whether a word of a noun names its bearer itself, or tells that they are no more what it says."""
        return bool(token.entities & name.entities) or FORMER in token.signs

    def _noun(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """The noun for somebody that a clause ends in, with its article and what it is of; None without one.

        "The brother of a teacher, X": "a teacher"; "a teacher of French, X": all of it.
        """
        last = found = self._phrases.last(tokens, tokens[inside[0]].clause) or self._bare(tokens, inside[-1])
        while found is not None and last is not None and not self._is_human(tokens, found):
            tie = found.start - (tokens[found.start].folded not in self._story.of_words)
            if tie not in inside or tokens[tie].folded not in self._story.of_words:
                return last if found == last and self._phrases.leads(tokens[found.start]) else None
            found = self._phrases.noun_at(tokens, [at for at in inside if at < tie])
        if found is None or last is None or FORMER in tokens[found.start - 1].signs:
            return None
        return range(found.start, last.stop)

    def _bare(self, tokens: Sequence[Token], at: int) -> range | None:
        """A word behind one for "of", which is a noun there whatever its ending: "professeur de biologie"."""
        return range(at, at + 1) if tokens[at].content and tokens[at].before in self._story.of_words else None

    def _is_human(self, tokens: Sequence[Token], noun: range) -> bool:
        """Whether a noun is one for somebody."""
        humans, language = self._story.words.humans, self._story.reading.language
        return any(tokens[at].stem in humans or language.is_role(tokens[at].text.lower()) for at in noun)

    def _rest(self, told: Told, clause: int) -> list[int]:
        """Where a sentence goes on behind a name with what belongs to the verb: "acquitted Ann Lee, | of theft"."""
        if clause >= len(told.clauses.openers) or told.clauses.marks[clause] != ",":
            return []
        inside = places_in(told.tokens, clause)
        small = self._grammar.relatives | self._grammar.complements
        opening = [told.tokens[at].folded for at in inside[:_RELATIVE]]
        tied = opening[0] in self._story.words.ties and not any(word in small for word in opening[1:])
        return inside if tied and opening[0] not in self._grammar.relatives else []
