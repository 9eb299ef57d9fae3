"""Where a relative clause that is tied to its noun opens, and with what: "on which", "whose", "the roof of which"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import FINITE, Grammar, places_in

# How many words stand before the relative one: a preposition and an article.
_LEAD = 2
# How many words tell what is theirs before "of which".
_OWNED = 4


@dataclass(frozen=True)
class TiedOpening:
    """The opening of such a clause, by positions.

    Attributes:
        clause: the number of the first clause that belongs to it.
        before: the clause before, of which the end is told of.
        tie: the preposition before the relative word, None where whose something is is told.
        owned: what is theirs, told before the relative word; empty where it is not.
        at: the relative word.
        inside: what stands behind it in its clause.
    """

    clause: int
    before: list[int]
    tie: int | None
    owned: list[int]
    at: int
    inside: list[int]


class TiedOpenings:
    """One article's sentences and where such clauses open in them."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        agreement = agreement_of(story.reading.language.code)
        self._whose = story.words.whose
        self._known = self._whose.union(agreement.tied)
        self._marks = agreement.addressing | story.words.objects
        self._words = story.words
        self._of = story.words.partitives
        self._tying = {agreement.tying} & story.words.special["chaining"]
        self._leading = story.leading
        self._grammar = grammar

    def of(self, told: Told) -> Iterator[TiedOpening]:
        """The openings in a sentence."""
        tokens = told.tokens
        if not tokens[-1].clause or self._known.isdisjoint([token.folded for token in tokens]):
            return
        for at, token in enumerate(tokens):
            if token.folded in self._known and token.clause and token.text[0].islower():
                found = self._at(told, at)
                if found is not None and all(told.quoted[place] is None for place in found.inside):
                    yield found

    def _at(self, told: Told, at: int) -> TiedOpening | None:
        """The opening whose relative word stands at a place, None where it opens no clause."""
        tokens, clause = told.tokens, told.tokens[at].clause
        own = places_in(tokens, clause)
        ahead, inside = [place for place in own if place < at], [place for place in own if place > at]
        prior = places_in(tokens, clause - 1)
        mark = told.clauses.marks[clause]
        if len(ahead) > _LEAD or not inside or mark not in {"", ","}:
            return None
        if mark == "," or ahead:
            return self._led(tokens, TiedOpening(clause, prior, None, [], at, inside), ahead)
        if self._is_owned(told, clause - 1, prior):
            owned = [place for place in prior if tokens[place].folded not in self._of]
            return TiedOpening(clause - 1, places_in(tokens, clause - 2), None, owned, at, inside)
        lead = self._tail(tokens, prior)
        return self._led(tokens, TiedOpening(clause, prior[: len(prior) - len(lead)], None, [], at, inside), lead)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _led(self, tokens: Sequence[Token], found: TiedOpening, lead: Sequence[int]) -> TiedOpening | None:
        """An opening with the words right before its relative one."""
        whose = tokens[found.at].folded in self._whose
        ties = [place for place in lead if self._is_tie(tokens[place], whose=whose)]
        if len(ties) > 1 or not found.before:
            return None
        if not ties:
            return found if whose and all(self._is_article(tokens[place]) for place in lead) else None
        small = tokens[ties[0]].folded
        if whose and small in self._tying and lead == [ties[0]]:
            return found  # "De zangeres, van wie de vader ...".
        if small in self._marks or ties[0] != lead[0] or (self._grammar.nouns and len(lead) > 1):
            return None
        return TiedOpening(found.clause, found.before, ties[0], [], found.at, found.inside)

    def _is_tie(self, token: Token, *, whose: bool) -> bool:
        """Whether a word is a preposition, and not the article of what is theirs: "al cărei"."""
        article = token.folded in self._leading and (whose or token.folded not in self._words.fused)
        return token.folded in self._words.ties and not article

    def _is_article(self, token: Token) -> bool:
        return token.folded in self._leading

    def _is_owned(self, told: Told, clause: int, places: Sequence[int]) -> bool:
        """Whether a clause is nothing but what is theirs, before "of which": "the results of | which"."""
        tokens = told.tokens
        if clause < 1 or told.clauses.marks[clause] != "," or not 1 <= len(places) <= _OWNED:
            return False
        tied = tokens[places[-1]].folded in self._of or self._words.free_order
        said = [place for place in places if tokens[place].content]
        small = all(self._grammar.is_small(tokens[place]) for place in places if place not in said)
        verbal = any(tokens[place].mood in FINITE for place in said)
        return tied and small and bool(said) and not verbal and tokens[places[0]].folded not in self._words.ties

    def _tail(self, tokens: Sequence[Token], places: list[int]) -> list[int]:
        """What of a clause's end belongs to the relative word behind it: "with (whom)", "con el (que)", "la (cui)"."""
        last = places[-1:]
        if last and self._is_article(tokens[last[0]]) and len(places) > 1:
            first = places[-_LEAD]
            return [first, *last] if tokens[first].folded in self._words.ties else last
        return last if last and tokens[last[0]].folded in self._words.ties else []
