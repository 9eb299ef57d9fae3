"""Sentences without what is set apart in them and only tells more of somebody: an age, a relative clause, brackets.

"Ann Reed, 45, told Tom Webb that it is sold": rules that look at the word before or behind see "Ann Reed told
Tom Webb". A claim that takes something of such an aside is laid beside the whole sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import (
    AFTER,
    CAUSE,
    CEILING,
    COND,
    FLOOR,
    GOVERNS,
    IS,
    LESS,
    MORE,
    NOT,
    PASSIVE,
    THAN,
    WAS,
)
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, places_in

# How old nobody is, how many words tell an age, and how many stand before what somebody does at most.
_OLDEST, _AGE_WORDS, _SUBJECT = 120, 5, 6
_LEAST_CLAUSES = 3
_OWN = "own"
_SAID = SPEECH | {f"{GOVERNS}allege"}
_VERBS = SPEECH | {IS, WAS, PASSIVE}
_SUBORDINATING = {AFTER, CAUSE, COND}
_OPENING, _CLOSING = {",", "–", "—", "("}, {",": ",", "–": "–", "—": "—", "(": "),"}
_MEASURE = 10
_MEASURING, _UNCERTAIN = {MORE, LESS, FLOOR, CEILING, THAN}, {NOT, COND}
# How many words stand at most from a clause's mark to the relative word.
_TIED = 3


class ClosedSentences:
    """One article's sentences, closed up over their asides."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._grammar = grammar
        self._aged = agreement_of(story.reading.language.code).aged
        words = story.words
        self._own = grammar.complements | grammar.conjunctions | words.joins
        self._ties = words.ties | words.joining
        self._leading = story.leading | words.ties | grammar.definite
        self._narrow = grammar.brackets or words.free_order

    def of(self, told: Told) -> Told | None:
        """A sentence without its asides, None where it has none."""
        marks = told.clauses.marks
        if len(marks) < _LEAST_CLAUSES or told.quoted.count(None) < len(told.quoted):
            return None
        dropped = dict(self._asides(told.tokens, told.clauses))
        return self._closed(told, dropped) if dropped else None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _asides(self, tokens: Sequence[Token], clauses: Clauses) -> Iterator[tuple[int, int]]:
        """The clauses that an aside begins and ends before."""
        end, behind = 0, tokens[0]
        for clause, mark in enumerate(clauses.marks):
            if not clause or clause < end or mark not in _OPENING or clause + 1 == len(clauses.marks):
                continue
            inside = places_in(tokens, clause)
            if not inside:
                continue
            if clause != end:
                behind = tokens[inside[0] - 1]
            if self._is_age([tokens[at] for at in inside]) or (mark == "(" and self._may_leave(tokens, inside)):
                end = clause + 1
            elif self._relates(tokens, inside):
                close = self._end(clauses, clause)
                end = self._measured(tokens, clauses, clause, close)
                sure = not self._narrow or behind.entities or end > close
                if not sure or self._tells_behind(tokens, clause, end):
                    end = close if sure else clause
                    continue
            else:
                continue
            if (
                end < len(clauses.marks)
                and clauses.marks[end]
                and clauses.marks[end] in _CLOSING[mark]
                and not self._is_named(tokens, end)
            ):
                yield clause, end

    def _tells_behind(self, tokens: Sequence[Token], clause: int, end: int) -> bool:
        """Whether who says what stands behind is told in a relative clause: "met the doctor, who says, it is sold"."""
        said = any(one.signs & _SAID for one in tokens if clause <= one.clause < end)
        return said and not self._is_subject([one for one in tokens if one.clause == clause - 1])

    def _is_age(self, inside: Sequence[Token]) -> bool:
        """Whether words tell an age and nothing else: "46", "aged 46"."""
        moved = inside[-1].value is not None and inside[0].folded in self._grammar.words.towards  # "Rose by 6, to 40".
        if moved or len(inside) > _AGE_WORDS or inside[0].folded in self._grammar.words.special["excepting"]:
            return False
        ages = [token.value for token in inside if token.value is not None]
        if len(ages) != 1 or ages[0] >= _OLDEST:
            return False
        return all(one.value is not None or not one.content or one.folded in self._aged for one in inside)

    @staticmethod
    def _may_leave(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether brackets tell something behind a name, and deny nothing."""
        return bool(tokens[inside[0] - 1].entities) and not any(NOT in tokens[at].signs for at in inside)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _relates(self, tokens: Sequence[Token], inside: Sequence[int]) -> bool:
        """Whether a clause is a relative one that only tells more of whom or what is named before it."""
        for at in inside[:_TIED]:
            token = tokens[at]
            if token.folded in self._grammar.relatives:
                break
            if token.folded not in self._leading or token.signs & _SUBORDINATING:
                return False  # "După ce".
        else:
            return False
        return len(inside) > 1

    @staticmethod
    def _is_named(tokens: Sequence[Token], clause: int) -> bool:
        """Whether a clause is a name alone, which tells of who stands before it: "whom the mayor, | Ann Lee, | met"."""
        return all(tokens[at].entities for at in places_in(tokens, clause))

    def _end(self, clauses: Clauses, clause: int) -> int:
        """The clause that goes on behind a relative one, and behind those that hang on that."""
        end = clause + 1
        while end < len(clauses.marks) and (not clauses.marks[end] or clauses.openers[end] in self._grammar.relatives):
            end += 1
        return end

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _measured(self, tokens: Sequence[Token], clauses: Clauses, clause: int, end: int) -> int:
        """The same behind a measure that hangs on a relative clause of who does it: "which had 9,000, | 12 % more, |".

        What goes on behind that is what the sentence has of them.
        """
        if "," not in clauses.marks[end + 1 :] or clauses.marks[end] != "," or clauses.openers[end] in self._own:
            return end
        until = next(at for at in range(end + 1, len(clauses.marks)) if clauses.marks[at])  # "12 % de plus | qu'en".
        inside = [token for token in tokens if end <= token.clause < until]
        measured = any(token.value is not None or token.signs & _MEASURING for token in inside)
        if not measured or not self._is_subject(inside, _MEASURE) or any(token.signs & _UNCERTAIN for token in inside):
            return end
        return until if self._is_subject([token for token in tokens if token.clause == clause - 1]) else end

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _closed(self, told: Told, dropped: dict[int, int]) -> Told | None:
        """The sentence without its asides; what goes on behind one is of the clause before it."""
        clauses = told.clauses
        gone = {clause for start, end in dropped.items() for clause in range(start, end)}
        ends = {end: start for start, end in dropped.items()}
        number: dict[int, int] = {}
        openers: list[str] = []
        marks: list[str] = []
        for clause, opener in enumerate(clauses.openers):
            if clause in gone:
                continue
            mark = clauses.marks[clause]
            if clause in ends:
                home = max(one for one in range(ends[clause]) if one not in gone)
                going = self._mark(told, clause, ends[clause], home)
                if going is None:
                    return None
                if not going:
                    number[clause] = len(openers) - 1
                    continue
                mark = "" if going == _OWN else going
            number[clause] = len(openers)
            openers.append(opener)
            marks.append(mark)
        kept = [at for at, token in enumerate(told.tokens) if token.clause not in gone]
        tokens = [told.tokens[at].copy() for at in kept]
        for before, token in zip((None, *tokens), tokens, strict=False):
            token.clause = number[token.clause]
            same = before is not None and before.clause == token.clause
            token.before = before.folded if before is not None and same else ""
        made = replace(
            told, clauses=Clauses(tokens, openers, marks), quoted=[told.quoted[at] for at in kept], named={}, _places={}
        )
        made.place()
        return made

    def _mark(self, told: Told, clause: int, aside: int, home: int) -> str | None:
        """What stands before a clause that goes on behind an aside: a mark, `_OWN` where its own word parts it.

        "" where it is of the clause before the aside, at `home`, and None where that is not sure.
        """
        first = told.tokens[places_in(told.tokens, clause)[0]]
        subject = self._is_subject([told.tokens[at] for at in places_in(told.tokens, home)])
        if subject and first.entities:
            return None  # "Ann, 45, Tom, 46, and Kim".
        if first.folded in self._own:
            return _OWN
        if told.clauses.marks[aside] == "(" and told.clauses.marks[clause] == ",":
            return ","  # "Ann Reed (45), the mayor".
        return "" if subject or first.folded in self._ties else ","

    def _is_subject(self, before: Sequence[Token], most: int = _SUBJECT) -> bool:
        """Whether a clause has not yet told what is done: "The firm", "and Eva Berg"."""
        words = self._grammar.words
        return len(before) <= most and not any(
            one.mood in FINITE or one.signs & _VERBS or governs(one) or one.folded in words.perfects
            for one in before
            if not one.entities
        )
