"""What somebody is reported to say behind "and" or "but", told with who says it: "said she hoped so but would not go".

"She said she would not go": what stands between is left out.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import CAUSE, COND, GOVERNS, IS, NEUTRAL, NOT, PASSIVE, WAS
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.cues.namers import leaves_open
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs
from bot.domain.claims.unfolding.joined import Statement

# How many words stand at most from who speaks to the pronoun for them: "said that she".
_NEAR = 3
_REFUSE = f"{GOVERNS}refuse"
_VERBS, _ELSEWHERE = {IS, WAS, PASSIVE}, {COND, CAUSE}


class JoinedReports:
    """One article's sentences in which somebody is reported to say two things."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._words = story.words
        self._grammar = grammar
        self._joins = story.words.joins | story.words.joining
        pronouns = agreement_of(story.reading.language.code).pronouns.keys() - story.words.clitics
        self._pronouns = (pronouns | story.words.subjects) - frozenset(grammar.first_person)
        self._openers = (grammar.complements | grammar.relatives) - story.words.infinitive_marks  # "Să rămână".

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def of(self, told: Told) -> Iterator[Statement]:
        """The second of two things that somebody is reported to say, with who says it."""
        tokens = told.tokens
        firsts = [self._first(tokens, at) for at, token in enumerate(tokens) if NEUTRAL in token.signs]
        first = next((at for at in firsts if at is not None), None)
        if first is None:
            return
        second = [at for at in range(first + 1, len(tokens)) if self._goes_on(tokens, at)]
        if len(second) != 1 or any(self._opens(told, at) for at in range(first, second[0])):
            return
        joined = second[0]
        late = self._grammar.brackets and self._is_verb(tokens[joined - 1])
        behind = [*range(joined - late, joined), *range(self._behind(tokens, joined + 1), len(tokens))]
        ahead, others = range(first), tuple(range(first, joined - late))
        yield Statement(frozenset(behind), frozenset(ahead), (*ahead, *behind), others)
        if any(leaves_open(tokens, at, self._grammar) for at in behind):
            said = next(at for at in range(first) if NEUTRAL in tokens[at].signs and self._first(tokens, at) == first)
            said -= tokens[said - 1].folded in self._grammar.perfects
            yield Statement(frozenset(behind), frozenset(range(said)), (*range(said), *behind))

    def _first(self, tokens: Sequence[Token], said: int) -> int | None:
        """Where the verb stands of what somebody is reported to say of themselves, None where it is of another."""
        at = said + 1
        while at < len(tokens) and at <= said + _NEAR and tokens[at].folded in self._grammar.complements:
            at += 1
        if at + 1 >= len(tokens):
            return None
        if tokens[at].folded in self._pronouns:
            return at + 1
        return at if self._words.omits_subjects and at > said + 1 and self._is_verb(tokens[at]) else None

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word joins a second verb: "but | would not", "wolle | aber"."""
        if tokens[at].folded not in self._joins or at + 1 == len(tokens):
            return False
        behind, repeats = tokens[self._behind(tokens, at + 1)], tokens[at + 1].folded in self._grammar.complements
        if self._is_verb(behind) or NOT in behind.signs:
            return repeats or not (self._words.omits_subjects or self._tells_fact(behind))
        late = self._grammar.brackets and tokens[at - 1].clause != tokens[at - 2].clause
        return late and self._is_verb(tokens[at - 1])

    def _tells_fact(self, token: Token) -> bool:
        """Whether a verb tells what was done, so that nobody need say it: "said it would, but | ruled it out"."""
        done = token.folded in self._grammar.perfects or (token.mood == "past" and not governs(token))
        done = done or _REFUSE in token.signs
        return token.folded not in self._words.reporting if self._grammar.brackets else done

    def _behind(self, tokens: Sequence[Token], at: int) -> int:
        """Where what is said begins behind a word that joins: "but | that she | would not"."""
        small = self._grammar.complements | self._pronouns
        while at + 1 < len(tokens) and tokens[at].folded in small:
            at += 1
        return at

    def _is_verb(self, token: Token) -> bool:
        """Whether a word is a verb by its form, or helps one."""
        if token.entities or not token.text[0].islower():
            return False
        helps = token.folded in self._grammar.perfects or bool(token.signs & _VERBS)
        return token.mood in FINITE or helps or governs(token) or token.folded in self._words.reporting

    def _opens(self, told: Told, at: int) -> bool:
        """Whether a word opens a clause in which another may do something: "that the board", "if"."""
        token = told.tokens[at]
        opens = token.clause > 0 and not token.before
        return opens and (token.folded in self._openers or bool(token.signs & _ELSEWHERE))
