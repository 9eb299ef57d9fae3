"""Who does what in each of a sentence's clauses, where each names who does it: "the police closed it, then B left"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_time, places_in, tells
from bot.domain.claims.unfolding.phrases import PhraseFinder

# What may stand before who does it: "then", "on Monday", "first of all".
_AHEAD = 3


@dataclass(frozen=True)
class _Clause:
    """A clause by positions: who does it, and the words of its verb that say something."""

    doer: range
    deed: frozenset[int]


class OwnDoers:
    """One article's clauses, each with its own doer."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._found: dict[int, list[_Clause]] = {}

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """Who does in a claim's first clause what another does in the sentence, "" for nobody."""
        if len(aligned.used) <= 1 or self._words.free_order or aligned.places[0] is None:
            return ""
        subject, home = aligned.pairs[0]
        taken = {at for token, at in aligned.pairs if not token.clause}
        own = [one for one in self._clauses(aligned.told) if home in one.doer]
        if not own or own[0].deed & taken or not self._does(claim, subject):
            return ""
        others = [one for one in self._clauses(aligned.told) if one.deed & taken]
        another = any(self._is_another(claim, aligned, subject, one) for one in others)
        return f"gives to another what is done: {subject.text}" if another else ""

    def _does(self, claim: Clauses, subject: Token) -> bool:
        """Whether a claim's first word may tell who does its first clause."""
        return not subject.clause and not self._grammar.is_tied(claim.tokens, claim.tokens.index(subject))

    def _is_another(self, claim: Clauses, aligned: Aligned, subject: Token, clause: _Clause) -> bool:
        """Whether who does a clause's deed is named there, as another than a claim's subject."""
        tokens = aligned.told.tokens
        doers = [tokens[at] for at in clause.doer if tokens[at].content]
        if not doers or not aligned.matched.isdisjoint(clause.doer):
            return False
        same = any(one.entities & subject.entities or not one.keys.isdisjoint(subject.keys) for one in doers)
        inside = [one for one in tokens if one.clause == doers[0].clause]
        return not same and tells(claim.tokens, PASSIVE) == tells(inside, PASSIVE)

    def _clauses(self, told: Told) -> list[_Clause]:
        """The clauses of a sentence of which doer and verb are told for sure, found once."""
        found = self._found.get(id(told))
        if found is None:
            made = (self._clause(told.tokens, places_in(told.tokens, at)) for at in range(len(told.clauses.openers)))
            found = self._found[id(told)] = [one for one in made if one is not None]
        return found

    def _clause(self, tokens: Sequence[Token], places: Sequence[int]) -> _Clause | None:
        inside = self._from_doer(tokens, places)
        if len(inside) <= 1 or any(tokens[at].signs & SPEECH for at in inside):
            return None
        doer = self._phrases.first(tokens, inside)
        if doer is None or not any(tokens[at].content for at in doer):
            return None
        verb = [at for at in self._phrases.verb(tokens, inside, doer) if tokens[at].content]
        return _Clause(doer, frozenset(verb)) if verb else None

    def _from_doer(self, tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
        """A clause's places from who may do it on, empty where a verb stands before."""
        start = next((at for at in places[: _AHEAD + 1] if self._opens(tokens[at])), None)
        if start is None or not all(self._is_ahead(tokens[at]) for at in places if at < start):
            return []
        return [at for at in places if at >= start]

    def _opens(self, token: Token) -> bool:
        """Whether a word may open the phrase for who does it."""
        return self._phrases.leads(token) or (bool(token.entities) and token.text[0].isupper())

    def _is_ahead(self, token: Token) -> bool:
        """Whether a word may stand before who does it: a time, or a small word that turns nothing."""
        words = self._words
        marks = words.infinitive_marks | words.clause_infinitives
        tied = token.before in words.ties - marks  # "D'abord", "en mai".
        return is_time(token) or tied or not (token.content or token.signs or token.folded in marks)
