"""Claims that say in full what a sentence leaves out, since it stands before that already.

unit        "each family gets 20,000 euros" of "The town gets 30 million euros, each family 20,000"
denied      "it does not pay for the organ" of "It pays for the roof but not for the organ"
parted      "the bank gave 40 million for the repair" of "The repair costs 58 million, of which the bank gave 40"
compared    "in 2022 the fair had 26,000 visitors" of "The fair had 21,000 visitors, compared with 26,000 in 2022"

The claim is told again with less: without the unit, or with the first number and without the time of the second. What
then speaks against it speaks against the claim.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import GOVERNS, LESS, MORE, NOT, folded
from bot.domain.claims.restating.opened.openings import Openings
from bot.domain.claims.restating.parting import UNIT_WORDS, cut, is_counted, parted, without
from bot.domain.claims.rules.counting.spans import counts, span_of
from bot.domain.claims.rules.grammar import FINITE, governs, is_plain, is_time
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

_MOST_NUMBERS = 2
_BOUNDING = {MORE, LESS}
_MUST = f"{GOVERNS}must"
_NEEDED_WORDS = 3
# "But" and "not".
_DENIED = 2
_NO_KEYS: frozenset[str] = frozenset()


class Elided:
    """One article's numbers with less beside them than is meant.

    `lacking` tells what an article lacks of a claim that is laid beside a sentence.
    """

    def __init__(self, story: Story, rules: Rules, lacking: Callable[[Clauses, Aligned], list[Token]]) -> None:
        self._story = story
        self._rules = rules
        self._lacking = lacking
        self._words = story.words
        self._relatives = frozenset(map(folded, story.reading.language.relatives))
        self._compounds = story.reading.language.nouns_capitalised
        self._openings = Openings(story)

    def prove(self, claim: Clauses, text: str) -> Verdict | None:
        """The proof of a claim by a sentence that leaves out a part of it, None where there is none.

        Also with what the claim, written as `text`, opens with at its end: "for lack of proof it acquitted three".
        """
        found = self._proof(claim)
        if found is not None or claim.headline or not any(map(counts, claim.tokens)):
            return found
        moved = self._openings.behind(text)
        return None if moved is None else self._proof(self._story.claim(moved))

    def _proof(self, claim: Clauses) -> Verdict | None:
        told = next((told for told in self._contrasted(claim) if self._is_held(claim, told)), None)
        if told is not None:
            evidence = (self._story.reading.sentences[told.number],)
            return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        for number in [token for token in claim.tokens if counts(token)][:_MOST_NUMBERS]:
            for told, place in self._places(number):
                made = (
                    self._without_unit(claim, number, told, place),
                    self._compared(claim, number, told, place),
                    parted(claim, number, told, place, self._story),
                )
                if any(self._is_held(*one) for one in made if one is not None):
                    evidence = (self._story.reading.sentences[told.number],)
                    return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    def _contrasted(self, claim: Clauses) -> Iterator[Told]:
        """Sentences that deny of one thing what they tell of another, without the other: "but not for the organ"."""
        words = self._words
        if claim.headline or not any(NOT in token.signs for token in claim.tokens):
            return
        for told in self._story.sentences:
            for at, (join, denial) in enumerate(pairwise(told.tokens)):
                opens = NOT in denial.signs and join.folded in words.joins and denial.clause == join.clause
                if opens and at and told.tokens[at - 1].clause == join.clause - 1:
                    made = self._denied(told, at)
                    if made is not None:
                        yield made

    def _denied(self, told: Told, join: int) -> Told | None:
        """A sentence with a denial of its first clause and without what stands in the place of what is denied.

        None where a clause of its own is denied.
        """
        clause = told.tokens[join].clause
        verb, first = self._left_to_deny(told.tokens, join)
        if verb is None or first is None:
            return None
        made = [replace(token, clause=clause - 1 if token.clause == clause else token.clause) for token in told.tokens]
        left = made[first : join + 1]
        for token in left:
            token.keys = _NO_KEYS
        made[verb:verb] = [replace(made.pop(join + 1), start=made[verb].start - 1)]
        return cut(replace(told, clauses=replace(told.clauses, tokens=made)), left)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _left_to_deny(self, tokens: Sequence[Token], join: int) -> tuple[int | None, int | None]:
        """Where the verb stands that is denied behind a "but", and where what it is told of first begins."""
        clause = tokens[join].clause
        inside = [token for token in tokens[join + _DENIED :] if token.clause == clause]
        if not inside or any(map(_tells, inside)):
            return None, None
        before = [at for at in range(join) if tokens[at].clause == clause - 1]
        following = next((token for token in tokens[join:] if token.clause > clause), None)
        goes_on = following is not None and following.folded not in self._relatives
        if goes_on and not any(_tells(tokens[at]) for at in before):
            return None, None  # "An audit, and not the ministry, found it".
        first = next((at for at in reversed(before) if self._opens_alike(tokens[at], inside[0])), None)
        said = [at for at in before if tokens[at].content and first is not None and at < first]
        return said[-1] if said else None, first

    def _opens_alike(self, token: Token, other: Token) -> bool:
        """Whether two words open phrases of one kind: by the same preposition, an article each, or neither."""
        ties, leading = self._words.ties - self._story.leading, self._story.leading
        if other.folded in ties or token.folded in ties:
            return token.folded == other.folded
        return token.folded in leading if other.folded in leading else token.content

    def _is_held(self, claim: Clauses, told: Told) -> bool:
        """Whether a sentence carries a claim."""
        aligned = align(content_of(claim.tokens), told, self._words, compounds=self._compounds)
        return not self._lacking(claim, aligned) and not self._rules.fault(claim, aligned)

    def _places(self, number: Token) -> Iterator[tuple[Told, int]]:
        """Where the article has a number, behind another one of the sentence."""
        numbers = sorted({at for key in number.keys for at in self._story.holding(key)})
        for told in (self._story.sentences[at] for at in numbers):
            places = sorted({place for key in number.keys for place in told.places.get(key, ())})
            first = next((at for at, token in enumerate(told.tokens) if counts(token)), len(told.tokens))
            yield from ((told, at) for at in places if first < at and told.tokens[at].value == number.value)

    def _without_unit(self, claim: Clauses, number: Token, told: Told, place: int) -> tuple[Clauses, Told] | None:
        """A claim without the unit that the sentence has beside an earlier number alone; None where it has not."""
        at = claim.tokens.index(number)
        said = [token for token in claim.tokens[at + 1 :] if token.content and token.clause == number.clause]
        unit = said[0] if said and said[0] in claim.tokens[at + 1 : at + 1 + UNIT_WORDS] else None
        if unit is None or not is_plain(unit) or not self._is_left_out(claim, said, told, place):
            return None
        units = (where for key in unit.keys for where in told.places.get(key, ()) if where < place)
        if not any(is_counted(told.tokens, where, self._words) for where in units):
            return None
        needed = self._needed(told.tokens, place)
        return replace(claim, tokens=without(claim.tokens, [unit])), cut(told, needed) if needed else told

    def _needed(self, tokens: Sequence[Token], place: int) -> list[Token]:
        """What a sentence says is needed before it tells how many there are, with that: "needs 14 and has nine"."""
        first = next((at for at, token in enumerate(tokens[:place]) if counts(token)), 0)
        if not any(token.folded in self._words.joins for token in tokens[first:place]):
            return []
        ahead = [token for token in tokens[max(0, first - _NEEDED_WORDS) : first] if _MUST in token.signs | token.keys]
        return [*ahead, tokens[first]] if ahead else []

    def _is_left_out(self, claim: Clauses, said: Sequence[Token], told: Told, place: int) -> bool:
        """Whether a sentence's number counts nothing behind it, and its clause tells something of the claim."""
        thing = self._behind(told.tokens, place)
        if thing is not None and (len(said) == 1 or thing.keys.isdisjoint(said[1].keys)):
            return False  # "Of the 40 workers 25 (accepted)": what stands behind is no thing.
        inside = [token.keys for token in told.tokens if token.clause == told.tokens[place].clause]
        home = frozenset[str]().union(*inside)
        return any(not home.isdisjoint(token.keys) for token in claim.tokens if token.content and is_plain(token))

    def _behind(self, tokens: Sequence[Token], place: int) -> Token | None:
        """What stands behind a number as if it counted that, None where nothing does."""
        for token in tokens[place + 1 :]:
            tied = token.folded in self._words.ties - self._story.of_words - self._words.clitics
            if token.content or tied or token.clause != tokens[place].clause:
                return token if token.content and token.clause == tokens[place].clause else None
        return None

    def _is_changed(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the word before a number tells that something became more or less: "rose to 21"."""
        before = next((token for token in reversed(tokens[:at]) if token.content), tokens[at])
        return before.stem in self._words.opposites

    def _compared(self, claim: Clauses, number: Token, told: Told, place: int) -> tuple[Clauses, Told] | None:
        """A claim with the number that a sentence compares, and the sentence without the one it compares it with.

        None where the sentence compares none, or has not the claim's time beside that one.
        """
        times = [token for token in claim.tokens if is_time(token)]
        span = span_of(told.tokens, place, self._words)
        first = next((token for token in reversed(told.tokens[: span.start]) if counts(token)), None)
        inside = frozenset[str]().union(*[token.keys for token in told.tokens[span.start : span.stop]])
        if first is None or not times or any(inside.isdisjoint(time.keys) for time in times):
            return None
        twice = any(one.value == first.value for one in claim.tokens if counts(one))  # "130, and in 2022 it had 26".
        if twice or not self._are_alike(told.tokens, first, number, place):
            return None
        made = without(claim.tokens, times)
        at = claim.tokens.index(number)
        made[at] = replace(first, start=number.start, clause=number.clause, before=number.before, after=number.after)
        return replace(claim, tokens=made), cut(told, told.tokens[span.start : span.stop])

    def _are_alike(self, tokens: Sequence[Token], first: Token, number: Token, place: int) -> bool:
        """Whether two numbers may count the same: neither is a bound or a change, nor a share of a number alone."""
        if first.bound or tokens[place].bound or (first.share is None) != (number.share is None):
            return False
        if first.before in self._words.ties and self._is_changed(tokens, tokens.index(first)):
            return False  # "Rose to 21, from 18 in May": it did not rise to 18.
        # "Nine fewer than in 2015."
        return not any(token.signs & _BOUNDING for token in tokens[place - 1 : place + 2])


def _tells(token: Token) -> bool:
    """Whether a word may be the verb of a clause."""
    return token.mood in FINITE or governs(token)
