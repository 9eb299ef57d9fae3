"""What a sentence's subject does behind the clause of what they say or fear, as a sentence of its own.

"Ann Reed fears that many will leave and proposes to wait": "Ann Reed proposes to wait". Only where a verb's form tells
that it is not of that clause: what somebody else does there is never told of the subject.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import GOVERNS, PART, folded
from bot.domain.claims.rules.grammar import Grammar, governs, places_in
from bot.domain.claims.unfolding.joined import Statement
from bot.domain.claims.unfolding.phrases import PhraseFinder

_TO_COME = frozenset({f"{GOVERNS}future", f"{GOVERNS}conditional"})
_TOLD = frozenset({"past", "present"})


class ResumedDeeds:
    """One article's sentences whose subject goes on behind a clause of its first verb."""

    def __init__(self, story: Story, grammar: Grammar, phrases: PhraseFinder) -> None:
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._many = tuple(map(folded, story.reading.language.plural_endings))
        self._wanting = story.words.special["own_form"]
        self._plain = story.words.special["plain_form"]

    def of(self, told: Told) -> Iterator[Statement]:
        """The second deed of a sentence's subject."""
        found = self.place(told)
        if found is not None:
            verb, at = found
            ahead, inside = range(verb), places_in(told.tokens, told.tokens[at].clause)
            rest = [place for place in inside if place >= at]
            yield Statement(frozenset(rest), frozenset(ahead), (*ahead, *rest))

    def place(self, told: Told) -> tuple[int, int] | None:
        """Where the first verb of a sentence's subject stands, and the second behind the first one's clause."""
        for clause, opener in enumerate(told.clauses.openers):
            verb = self._verb(told, clause) if clause and opener in self._grammar.complements else None
            inside = [] if verb is None else places_in(told.tokens, clause)
            at = next((at for at in inside[2:-1] if self._resumes(told, verb or 0, inside, at)), None)
            if verb is not None and at is not None:
                return verb, at
        return None

    def _verb(self, told: Told, clause: int) -> int | None:
        """The place of the sentence's first verb, which the clause is of; None where that is not sure."""
        before = [at for at in places_in(told.tokens, clause - 1) if told.tokens[at].content]
        verb = before[-1] if before else 0
        opened = set(told.clauses.openers[1:clause]) & (self._grammar.complements | self._words.joins)
        ahead = told.tokens[:verb]
        return verb if verb and not opened and governs(told.tokens[verb]) and not any(map(governs, ahead)) else None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _resumes(self, told: Told, verb: int, inside: Sequence[int], at: int) -> bool:
        """Whether a verb at a place behind a word that joins is of who does the first and not of a clause's own."""
        tokens = told.tokens
        second, between = tokens[at], [tokens[one] for one in inside if one < at - 1]
        if self._is_of_main(tokens, verb, at):
            return True
        if not second.content or tokens[at - 1].folded not in self._words.joining or not self._is_verb(told, at):
            return False
        later = any(token.signs & _TO_COME or token.mood == "future" for token in between)
        sure = second.mood in _TOLD or (not second.mood and not self._grammar.is_participle(second))
        sure = sure and not second.plain.endswith(self._words.infinitives or "\0") and not second.signs & _TO_COME
        if later and sure and second.mood == tokens[verb].mood:
            return tokens[at - 1].folded in self._words.joins
        if not self._many:
            return False
        several = between[1].signs & {PART} or between[1].folded in self._words.plural_articles
        alone = not (second.folded.endswith(self._many) or tokens[verb].folded.endswith(self._many))
        return bool(several) and alone and any(map(self._is_theirs, between[2:]))

    def _is_of_main(self, tokens: Sequence[Token], verb: int, at: int) -> bool:
        """Whether a verb has not the form that a clause of what is feared or demanded has: "teme che ... e accusa"."""
        joined = tokens[at - 1].folded in self._words.joins and tokens[verb].folded in self._wanting
        return joined and tokens[at].folded in self._plain

    def _is_theirs(self, token: Token) -> bool:
        """Whether a word is a verb, or helps one, of what several do or will do."""
        return token.folded.endswith(self._many) or bool(token.signs & _TO_COME)

    def _is_verb(self, told: Told, at: int) -> bool:
        """Whether a word governs another deed, or has something done to it right behind."""
        behind = told.tokens[at + 1]
        led = behind.folded in self._grammar.complements | self._words.clitics or self._phrases.leads(behind)
        return governs(told.tokens[at]) or led
