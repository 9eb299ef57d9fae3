"""What participles of speech tell, as sentences of their own.

"Ann Reed rejected the plan, arguing that it costs too much": "Ann Reed argued that it costs too much".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import AGENT, NEUTRAL, PASSIVE, folded
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, places_in
from bot.domain.claims.unfolding.phrases import PhraseFinder

_ANOTHER = "gives it to another speaker"


@dataclass(frozen=True)
class Spoken:
    """What somebody says, by positions, and as a sentence.

    Attributes:
        inside: the participle and what it tells.
        doer: who says it.
        told: both as a sentence.
    """

    inside: frozenset[int]
    doer: frozenset[int]
    told: Told


class SpokenStatements:
    """One article's sentences with such a participle behind what its doer does."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._story = story
        self._grammar = grammar
        self._phrases = phrases
        self._saying = frozenset(map(folded, story.reading.language.participles))
        self._found: dict[int, list[Spoken]] = {}

    def of(self, told: Told) -> Sequence[Spoken]:
        """What each such participle of a sentence tells, found once."""
        if self._saying.isdisjoint(told.clauses.openers):
            return ()
        found = self._found.get(told.number)
        if found is None:
            found = self._found[told.number] = list(self._told(told))
        return found

    def beside(self, aligned: Aligned) -> Told | None:
        """The statement that all that a claim takes of a sentence is from, None where there is none.

        The claim may have no more than a name besides.
        """
        for one in self.of(aligned.told):
            mine = aligned.matched & one.inside and aligned.matched <= one.inside | one.doer
            if mine and all(aligned.tokens[at].entities for at in aligned.missing):
                return one.told
        return None

    def fault(self, aligned: Aligned) -> str:
        """Whether a claim gives what such a participle tells to somebody else whom the sentence names, "" if not."""
        told, matched = aligned.told, aligned.matched
        for one in self.of(told):
            others = matched - one.inside - one.doer
            if not matched & one.inside or matched & one.doer or not others:
                continue
            doer = {entity for at in one.doer for entity in told.tokens[at].entities}
            if doer and any(told.tokens[at].entities and doer.isdisjoint(told.tokens[at].entities) for at in others):
                return _ANOTHER
        return ""

    def _told(self, told: Told) -> Iterator[Spoken]:
        openers, marks = told.clauses.openers, told.clauses.marks
        for clause in range(1, len(openers) - 1):
            if openers[clause] not in self._saying or marks[clause] != ",":
                continue
            saying = places_in(told.tokens, clause)
            doer = self._doer(told, clause)
            if len(saying) == 1 and doer is not None and openers[clause + 1] in self._grammar.complements:
                yield self._statement(told, doer, saying[0])

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _doer(self, told: Told, clause: int) -> list[int] | None:
        """Where it stands whom a sentence is about, with the name put in behind; None where it is not sure.

        Nowhere where the sentence goes on with whom the one before is about: "Rechazó el plan, alegando que ...".
        """
        first = next((at for at in range(clause - 1, 0, -1) if told.clauses.marks[at] in {";", ":"}), 0)
        tokens, opening = told.tokens, places_in(told.tokens, first)
        if any(told.quoted[at] is not None for at in opening):
            return None
        aside = places_in(tokens, first + 1) if first + 1 < clause else []
        if aside and all(tokens[at].entities for at in aside) and self._is_title(tokens, opening):
            return [*(at for at in opening if tokens[at].content), *aside]  # "Her deputy, Owen Pike,": not hers.
        between = [at for at in range(opening[0], len(tokens)) if tokens[at].clause < clause]
        agent = next((at for at in between if AGENT in tokens[at].signs), None)
        if agent is not None and any(PASSIVE in tokens[at].signs for at in between):
            return self._agent(tokens, between, agent)
        if told.subject is not None and not first and tokens[0].mood in FINITE:
            return []
        if all(tokens[at].entities for at in opening):
            return opening
        named = self._phrases.first(tokens, opening)
        return None if named is None else [*range(opening[0], named.stop)]

    @staticmethod
    def _agent(tokens: Sequence[Token], between: Sequence[int], agent: int) -> list[int] | None:
        """Who does what is told as done, and says why: "the plan was praised by Ann Reed, saying"."""
        behind = [at for at in between if at > agent and tokens[at].clause == tokens[agent].clause]
        named = [at for at in behind if tokens[at].entities]
        return named if named and len({tokens[at].entities for at in named}) == 1 else None

    def _is_title(self, tokens: Sequence[Token], opening: Sequence[int]) -> bool:
        """Whether words tell what somebody is, and nobody's name or deed."""
        inside = [tokens[at] for at in opening]
        return not any(one.mood in FINITE or one.signs or (one.entities and one.content) for one in inside)

    def _statement(self, told: Told, doer: Sequence[int], saying: int) -> Spoken:
        """Who says it, the participle as a verb that says so, and what is said."""
        end = next((at for at in range(saying + 1, len(told.tokens)) if self._parts(told, at)), len(told.tokens))
        order = [*doer, *range(saying, end)]
        tokens = [told.tokens[at].copy() for at in order]
        verb = tokens[len(doer)]
        verb.signs |= frozenset() if verb.signs & SPEECH or governs(verb) else {NEUTRAL}
        shift = told.tokens[saying].clause
        for at, token in enumerate(tokens):
            token.clause = max(0, token.clause - shift) if at >= len(doer) else 0
        verb.before = tokens[len(doer) - 1].folded if doer else ""
        last = shift + 1 + tokens[-1].clause
        clauses = Clauses(
            tokens,
            [tokens[0].folded, *told.clauses.openers[shift + 1 : last]],
            ["", *told.clauses.marks[shift + 1 : last]],
        )
        made = replace(told, clauses=clauses, quoted=[told.quoted[at] for at in order], named={}, _places={})
        made.place()
        return Spoken(frozenset(order[len(doer) :]), frozenset(doer), made)

    @staticmethod
    def _parts(told: Told, at: int) -> bool:
        """Whether what is said ends before a word: at a semicolon."""
        clause = told.tokens[at].clause
        return told.tokens[at - 1].clause != clause and told.clauses.marks[clause] == ";"
