"""Who does what in each of a sentence's clauses, where each names who does it: "the police closed it, then B left"."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PART, PASSIVE
from bot.domain.claims.rules.cues.asides import is_put_in
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
        told = [] if self._words.free_order else self._clauses(aligned.told)
        subject, home = self._subject(claim, aligned) if told else (None, -1)
        if subject is None or home < 0:
            return ""
        others = self._done_elsewhere(told, aligned, home)
        if self._grammar.is_person(subject) and not any(home in one.doer for one in told):
            others = [one for one in others if self._names(aligned.told.tokens, one)]
        another = any(self._is_another(claim, aligned, (subject, home), one) for one in others)
        return f"gives to another what is done: {subject.text}" if another else ""

    @staticmethod
    def _done_elsewhere(told: Sequence[_Clause], aligned: Aligned, home: int) -> list[_Clause]:
        """The clauses whose deed a claim's first clause takes; none where who stands at a place does one of them."""
        taken = {at for token, at in aligned.pairs if not token.clause}
        found = [one for one in told if one.deed & taken]
        return [] if any(home in one.doer for one in found) else found

    def _names(self, tokens: Sequence[Token], clause: _Clause) -> bool:
        """Whether a clause names who does it."""
        return any(tokens[at].entities for at in clause.doer)

    def _subject(self, claim: Clauses, aligned: Aligned) -> tuple[Token | None, int]:
        """Who does a claim's first clause, and where the sentence names them; none where that is not sure."""
        first = next((one for one in claim.tokens[:_AHEAD] if one.content or one.folded in self._words.light), None)
        if first is None or first.clause or self._is_no_doer(claim, first):
            return None, -1
        if first is aligned.tokens[0]:
            return first, -1 if aligned.places[0] is None else aligned.places[0]
        alike = [at for at, one in enumerate(aligned.told.tokens) if one.stem == first.stem]  # "The woman".
        return first, alike[0] if len(alike) == 1 else -1

    def _is_no_doer(self, claim: Clauses, first: Token) -> bool:
        """Whether a word is a number or a part of some, tied to a deed, or tells whose view it is."""
        if first.value is not None or PART in first.signs or first.stem in self._words.majority:
            return True
        sources = [token for token in claim.tokens[:_AHEAD] if token.signs & SPEECH]  # "According to the police".
        at = claim.tokens.index(first)
        led = at == 1 and claim.tokens[0].folded in self._grammar.definite  # "Der Zug" is no genitive.
        return bool(sources) or (not led and self._grammar.is_tied(claim.tokens, at))

    def _is_another(self, claim: Clauses, aligned: Aligned, doer: tuple[Token, int], clause: _Clause) -> bool:
        """Whether who does a clause's deed is named there, as another than a claim's subject."""
        tokens, (subject, home) = aligned.told.tokens, doer
        doers = [tokens[at] for at in clause.doer if tokens[at].content]
        beside = bool(doers) and tokens[home].clause == doers[0].clause
        if not doers or beside or not aligned.matched.isdisjoint(clause.doer):
            return False
        same = any(one.entities & subject.entities or not one.keys.isdisjoint(subject.keys) for one in doers)
        inside = [one for one in tokens if one.clause == doers[0].clause]
        return not same and tells(claim.tokens, PASSIVE) == tells(inside, PASSIVE)

    def _clauses(self, told: Told) -> list[_Clause]:
        """The clauses of a sentence of which doer and verb are told for sure, found once."""
        found = self._found.get(told.number)
        if found is None:
            count = len(told.clauses.openers)
            telling = (at for at in range(count) if not is_put_in(told.clauses, at, self._grammar))
            made = (self._clause(told.tokens, places_in(told.tokens, at)) for at in telling)
            found = self._found[told.number] = [one for one in made if one is not None]
        return found

    def _clause(self, tokens: Sequence[Token], places: Sequence[int]) -> _Clause | None:
        inside = self._from_doer(tokens, places)
        if len(inside) <= 1 or any(tokens[at].signs & SPEECH for at in inside):
            return self._inverted(tokens, places)
        doer = self._phrases.first(tokens, inside)
        verb = self._phrases.verb(tokens, inside, doer) if doer is not None else []
        return self._made(tokens, doer, verb)

    @staticmethod
    def _made(tokens: Sequence[Token], doer: range | None, verb: Sequence[int]) -> _Clause | None:
        deed = frozenset(at for at in verb if tokens[at].content)
        return _Clause(doer, deed) if doer is not None and deed else None

    def _inverted(self, tokens: Sequence[Token], places: Sequence[int]) -> _Clause | None:
        """A clause that a relative word opens, its verb before somebody's name: "que dirige Ana Ruiz"."""
        inside = places[1:]
        if tokens[places[0]].folded not in self._grammar.relatives or len(inside) <= 1:
            return None
        verb = self._phrases.verb(tokens, inside, None)
        return self._made(tokens, self._phrases.behind(tokens, inside, verb) if verb else None, verb)

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
        tied = token.before in words.ties and token.before not in marks  # "D'abord", "en mai".
        return is_time(token) or tied or not (token.content or token.signs or token.folded in marks)
