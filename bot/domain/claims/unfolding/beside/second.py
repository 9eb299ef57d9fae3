"""What somebody does besides a deed that governs others, as a sentence of its own.

joined   "Ann Reed rejects that and says it was sold": "Ann Reed says it was sold"
earlier  "The club put off the sale after refusing three bids": "the club refused three bids"

Only where a verb's form tells that it is the doer's own, and nothing of the first deed: a claim that takes a word of
that is laid beside the whole sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, nobody
from bot.domain.claims.comparing.wording import AFTER, COND, NOT, PART, PASSIVE, TURNS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, UNDONE, Grammar, governs
from bot.domain.claims.unfolding.beside.resumed import ResumedDeeds
from bot.domain.claims.unfolding.phrases import PhraseFinder

# How many words the first deed has before the second at most, and how many of the second a claim has at least.
_BETWEEN, _TAKEN = 9, 2
# How many words stand at most between "after" and what was done.
_AFTER_WORDS = 3
_ASIDE = frozenset({",", "–", "—"})
_FREE = frozenset({TURNS, *UNDONE})


@dataclass(frozen=True)
class Second:
    """A second deed, by positions, and as a sentence.

    Attributes:
        inside: what it alone tells.
        doer: who does it.
        first: the first deed's verb.
        told: who does it and what it tells, None where that is only to come or meant.
    """

    inside: frozenset[int]
    doer: frozenset[int]
    first: int
    told: Told | None


class SecondDeeds:
    """One article's sentences with a second deed of their doer; `single` are the numbers of those met without one."""

    def __init__(
        self, story: Story, grammar: Grammar, phrases: PhraseFinder, resumed: ResumedDeeds, single: set[int]
    ) -> None:
        self._resumed, self._single = resumed, single
        self._words = story.words
        self._grammar = grammar
        self._phrases = phrases
        self._joins = story.words.joins & story.words.joining
        self._infinitives = story.words.infinitives or ("\0",)
        self._bare = story.words.free_order or bool(story.words.definite_endings)  # Nouns need no article.
        self._told = grammar.complements | story.words.clitics | grammar.reflexives
        self._gerunds = story.words.gerunds or ("\0",)
        self._found: dict[int, list[Second]] = {}
        self._helping = grammar.perfects | story.words.clitics | grammar.reflexives | grammar.perfect_infinitives
        had = min(story.words.pluperfects, key=len, default="") if story.words.infinitives else ""
        self._had = story.tokenizer.read(had, 0, len(had), nobody).tokens if had else []

    def beside(self, aligned: Aligned) -> Told | None:
        """The second deed that all that a claim takes of a sentence is of, None where there is none."""
        for one in self._seconds(aligned.told):
            mine = aligned.matched & one.inside
            if one.told and len(mine) >= _TAKEN and aligned.matched <= one.inside | one.doer:
                return one.told
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def fault(self, aligned: Aligned) -> str:
        """What a claim gives to the first deed of what the second is done to, or has as done where it is to come."""
        tokens, matched = aligned.told.tokens, aligned.matched
        for one in self._seconds(aligned.told):
            mine = sorted(matched & one.inside)
            if not mine:
                continue
            start = min(one.inside)
            between = [at for at in matched if one.first < at < start and tokens[at].content]
            other = tokens[start + 1] if tokens[start].folded in self._helping else tokens[start]
            verb = any(tokens[at] is other for at in mine) or not other.content
            if one.told and one.first in matched and not (between or verb):
                return f"joins {tokens[one.first].text} with what another belongs to: {tokens[mine[0]].text}"
            if one.told is None and verb and matched <= one.inside | one.doer:
                return f"tells as done what is to come: {tokens[mine[0]].text}"
        return ""

    def _seconds(self, told: Told) -> list[Second]:
        """The second deeds of a sentence, found once."""
        found = self._found.get(told.number)
        if found is None:
            found = self._found[told.number] = [*self._of(told)]
            if not found:
                self._single.add(told.number)
        return found

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _of(self, told: Told) -> Iterator[Second]:
        """The second deeds of a sentence."""
        tokens = told.tokens
        after = next(iter([at for at, token in enumerate(tokens) if AFTER in token.signs]), 0)
        joins = [1 for token in tokens if token.folded in self._joins]
        if not (after or joins) or told.quoted.count(None) < len(told.quoted):
            return
        verb = self._verb(tokens)
        governing = verb is not None and joins and tokens[verb].signs and governs(tokens[verb])
        if verb is None or not (after > verb or governing) or not self._is_doer(told, verb):
            return
        if governing:
            resumed = self._resumed.place(told)
            joined = resumed[1] - 1 if resumed and resumed[0] == verb else self._joined(tokens, verb)
            joined = joined or self._behind_clause(told, verb)
            if joined is not None:
                yield self._made(told, verb, joined + 1)
        if after > verb:
            yield from self._earlier(told, verb, after)

    def _verb(self, tokens: Sequence[Token]) -> int | None:
        """The first word of a sentence that is a verb by its form, or governs what completes it."""
        helping = self._grammar.perfects
        for at, token in enumerate(tokens):
            if (token.signs or token.mood in FINITE or token.folded in helping) and self._is_verb(tokens, at):
                return at
        return None

    def _is_verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a verb by its form, or governs what completes it."""
        token = tokens[at]
        if token.entities or token.dated or token.value is not None or self._is_noun(token):
            return False
        governing = governs(token) and token.content
        return governing or token.mood in FINITE or token.folded in self._grammar.perfects - self._grammar.definite

    def _is_noun(self, token: Token) -> bool:
        capital = self._grammar.nouns and token.text[0].isupper()
        return capital or (token.content and self._grammar.is_named(token))

    def _is_doer(self, told: Told, verb: int) -> bool:
        """Whether all before a verb is who does it, asides that tell what they are between marks or none."""
        tokens, clause = told.tokens, told.tokens[verb].clause
        ahead = tokens[: self._start(tokens, verb)]
        if any(told.clauses.marks[at] not in _ASIDE for at in range(1, clause + 1)):
            return False
        if clause and tokens[verb].before and tokens[verb].before not in self._grammar.perfects:
            return False
        if ahead and ahead[0].folded in self._words.ties - self._grammar.definite:
            return False
        signs = frozenset[str]().union(*(token.signs for token in ahead))
        return not (signs - {PART}) and not any(token.dated for token in ahead)

    def _start(self, tokens: Sequence[Token], verb: int) -> int:
        """Where a verb begins, with what helps it and a pronoun before it."""
        small = self._grammar.perfects | self._words.clitics | self._grammar.reflexives
        while verb and tokens[verb - 1].clause == tokens[verb].clause and tokens[verb - 1].folded in small:
            if tokens[verb - 1].content:
                break
            verb -= 1
        return verb

    def _joined(self, tokens: Sequence[Token], verb: int) -> int | None:
        """The place of what joins a second deed of the same doer to what a verb governs, None for nowhere."""
        if not governs(tokens[verb]) or tokens[verb].folded in self._grammar.perfects:
            return None
        clause = tokens[verb].clause
        for at in range(verb + 1, min(verb + _BETWEEN, len(tokens) - 2)):
            token = tokens[at]
            alone = tokens[at + 1].folded in self._joins and token.folded in self._words.anaphors  # "Rejects that and".
            if not alone and (token.clause > clause or self._completes(token)):
                return None
            clause = token.clause
            if token.folded in self._joins:
                return at if self._is_second(tokens, verb, at + 1) else None
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _behind_clause(self, told: Told, verb: int) -> int | None:
        """The same behind a clause of what a verb governs that ends in a comma: "fears that it closes, and accuses"."""
        tokens, openers, marks = told.tokens, told.clauses.openers, told.clauses.marks
        clause = tokens[verb].clause + 1
        if clause + 1 >= len(openers) or not governs(tokens[verb]) or openers[clause] not in self._grammar.complements:
            return None
        if tokens[verb + 1 : verb + 2] and tokens[verb + 1].clause == tokens[verb].clause:
            return None
        behind = next((at for at in range(clause + 1, len(openers)) if openers[at] in self._joins), None)
        if behind is None or marks[behind] != "," or any(one not in {"", ","} for one in marks[clause + 1 : behind]):
            return None
        at = next(at for at, token in enumerate(tokens) if token.clause == behind)
        return at if at + 2 < len(tokens) and self._is_second(tokens, verb, at + 1) else None

    def _completes(self, token: Token) -> bool:
        """Whether a word opens or is what completes the first deed, so that a second may be of that."""
        words = self._words
        small = token.folded in words.complements | words.infinitive_marks or NOT in token.signs or COND in token.signs
        verbal = not self._is_noun(token) and (governs(token) or token.mood in FINITE or bool(token.signs & SPEECH))
        return small or verbal or (token.plain.endswith(self._infinitives) and not self._is_noun(token))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_second(self, tokens: Sequence[Token], verb: int, at: int) -> bool:
        """Whether a verb at a place, or what helps it, is told of the same doer as a first verb."""
        first, helps = tokens[verb], self._grammar.perfects
        if tokens[at].folded in helps:
            return tokens[at].folded in helps - self._grammar.definite and verb > 0 and first.before in helps
        at += tokens[at].folded in self._words.clitics | self._grammar.reflexives and at + 2 < len(tokens)
        second, behind = tokens[at], tokens[at + 1]
        if first.before in helps or self._is_noun(second) or second.entities or second.mood != first.mood:
            return False
        if first.mood in FINITE:
            return True
        present = governs(second) or bool(second.signs & SPEECH)
        if not present or second.plain.endswith(self._infinitives) or self._grammar.is_participle(second):
            return False
        alike = bool(self._words.infinitives) or first.text[-1] == second.text[-1]
        led = behind.folded in self._told or self._phrases.leads(behind) or bool(behind.entities)
        led = led or (self._bare and behind.content and behind.clause == second.clause)
        return alike and (led or behind.value is not None or behind.clause > second.clause)

    def _earlier(self, told: Told, verb: int, after: int) -> Iterator[Second]:
        """What somebody had done before what they did, told behind "after" without a doer of its own."""
        tokens = told.tokens
        if after + _TAKEN >= len(tokens):
            return
        done = self._is_done(tokens[self._start(tokens, verb) : after])
        for at in range(after + 1, min(after + 1 + _AFTER_WORDS, len(tokens) - 1)):
            if tokens[at].folded in self._grammar.perfect_infinitives and self._grammar.is_participle(tokens[at + 1]):
                yield self._made(told, verb, at, done=done)
                return
            if tokens[at].content:
                break
        if self._words.infinitives or self._grammar.nouns or not tokens[after + 1].folded.endswith(self._gerunds):
            return
        yield self._made(told, verb, after + 1, done=done)

    def _is_done(self, deed: Sequence[Token]) -> bool:
        """Whether words tell of what was done, and of nothing that is only meant, denied or to come."""
        signs = frozenset[str]().union(*(token.signs for token in deed if not self._is_noun(token)))
        if signs & {NOT, COND} or any(
            governs(one) and not one.signs <= _FREE for one in deed if not self._is_noun(one)
        ):
            return False
        moods = {token.mood for token in deed if not token.content or not self._is_noun(token)}
        over = any(token.folded in self._grammar.perfects or token.mood == "past" for token in deed)
        return over and not moods & {"future", "conditional"} and PASSIVE not in signs

    def _made(self, told: Told, verb: int, start: int, *, done: bool | None = None) -> Second:
        """Who does it, before a verb, and what stands behind a start, as a sentence.

        `done` is whether that is a past, None where it has a verb of its own.
        """
        end = self._start(told.tokens, verb)
        inside, doer = frozenset(range(start, len(told.tokens))), frozenset(range(end))
        if done is False:
            return Second(inside, doer, verb, None)
        order = [*range(end), *range(start, len(told.tokens))]
        tokens = [told.tokens[at].copy() for at in order]
        home = told.tokens[start].clause
        last = tokens[end - 1].clause if end else 0
        openers, marks = [*told.clauses.openers[: last + 1]], [*told.clauses.marks[: last + 1]]
        shift = home - last
        if last < told.tokens[end].clause and end:  # The verb opens a clause behind an aside.
            openers.append(tokens[end].folded)
            marks.append(told.clauses.marks[told.tokens[end].clause])
            shift -= 1
        elif not end:
            openers[0] = tokens[0].folded
        for token in tokens[end:]:
            token.clause -= shift
        openers += told.clauses.openers[home + 1 :]
        marks += told.clauses.marks[home + 1 :]
        if done and self._had:
            helping, tokens[end] = tokens[end], self._had[0].copy()
            tokens[end].start, tokens[end].clause = helping.start, helping.clause
        elif done:
            tokens[end].mood = "past"
        for at, token in enumerate(tokens):
            same = at and tokens[at - 1].clause == token.clause
            token.before = tokens[at - 1].folded if same else ""
        clauses = Clauses(tokens, openers, marks)
        made = replace(told, clauses=clauses, quoted=[told.quoted[at] for at in order], named={}, _places={})
        made.place()
        return Second(inside, doer, verb, made)
