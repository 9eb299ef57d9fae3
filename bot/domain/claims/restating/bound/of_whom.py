"""One or some of those whom a claim counts, told in a relative clause of it and in the sentence behind.

"Two thieves were caught in May. One fled on Monday": "two thieves were caught in May, one of whom fled on Monday".
What that sentence tells of others is no part of it, nor what it tells of those with whom the one before does not end.
"""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.rules.grammar import is_year
from bot.domain.claims.rules.rules import Rules

# How many words open such a clause up to its relative word, and a sentence up to the number.
_OPENING, _TOLD = 4, 3
# Up to how many words behind the first that sentence has the number of which some are told.
_WHOLE = 5


class OfWhom:
    """One article's sentences that tell of one or some of those whom the one before counts."""

    def __init__(self, story: Story, rules: Rules, missing: Callable[[Aligned], list[Token]]) -> None:
        self._story, self._rules, self._missing = story, rules, missing
        self._words = story.words
        self._of = story.words.special["of_which"] | story.words.partitives | story.of_words
        self._ones, self._others = story.words.special["one_of"], story.words.others | story.words.special["further"]
        self._compounds = story.reading.language.nouns_capitalised

    def may_be(self, main: str) -> bool:
        """Whether the first part of a claim counts somebody or something."""
        return self._last(self._story.said(main).tokens) is not None

    def _last(self, tokens: Sequence[Token]) -> float | None:
        """The last number of what is counted, None for none."""
        durations = self._words.durations
        counts = [one.value for one in tokens if one.value is not None and not one.dated and not is_year(one)]
        lasting = {one.value for one in tokens if one.after in durations}
        counts = [value for value in counts if value not in lasting]
        return counts[-1] if counts else None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def holds(self, told: Told, rest: str, main: str) -> bool:
        """Whether a sentence tells of as many of those whom the one before counts what the end of a claim does."""
        said = self._story.said(rest).tokens
        end = end_of_whom(said, 0, self._story, them=True)
        ahead = [one for one in said[:end] if _is_count(one, self._ones)]
        count = next(iter(ahead or [one for one in said[end:] if _is_count(one, self._ones)]), None)
        whole = self._last(self._story.said(main).tokens)
        before = self._story.sentences[told.number - 1]
        if count is None or whole is None or self._last(before.tokens) != whole or (count.value or 1) >= whole:
            return False
        place = self._counted(told, count, whole, said)
        if place is None or any(one.folded in self._others for one in told.tokens[: place + 2]):
            return False
        behind = next(iter(said[end if ahead else said.index(count) + 1 :]), None)
        led = ahead or all(one.folded in self._story.leading for one in said[end : said.index(count)])
        if behind is None or not (led or place >= _TOLD):
            return False
        opening = self._opening(told, place)
        claim = self._story.claim(f"{opening} {rest[behind.start :]}" if led else rest[said[end].start :])
        return self._is_told(claim, told)

    def _opening(self, told: Told, place: int) -> str:
        """The words of a sentence up to a number, with those that tell of whom some are told: "one of them"."""
        small = (self._of | self._words.anaphors) - self._words.perfects
        tokens, last = told.tokens, place
        while last + 1 < len(tokens) and tokens[last + 1].folded in small and tokens[last + 1].clause == 0:
            last += 1
        return self._story.reading.text[tokens[0].start : tokens[last].start + len(tokens[last].text)]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _counted(self, told: Told, count: Token, whole: float, said: Sequence[Token]) -> int | None:
        """Where a sentence has a number of some of those told before, None where it counts something else."""
        tokens = told.tokens
        at = next((at for at, one in enumerate(tokens) if self._is_same(one, count)), None)
        if at is None:
            return None
        if at < _TOLD and not any(one.content for one in tokens[:at]):
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            alone = behind is None or not behind.content or any(behind.keys & one.keys for one in said)
            return at if alone and (at == 0 or tokens[0].folded in self._story.leading) else None
        opening = tokens[0].folded in self._of and any(one.value == whole for one in tokens[1:_WHOLE])
        return at if opening else None

    def _is_same(self, one: Token, count: Token) -> bool:
        if count.value is not None and one.value is not None:
            return one.value == count.value
        return one.folded in self._ones and count.folded in self._ones

    def _is_told(self, claim: Clauses, told: Told) -> bool:
        """Whether a sentence has all that a claim tells, and nothing speaks against that."""
        tokens = content_of(claim.tokens)
        laid = align(tokens, told, self._words, compounds=self._compounds)
        tells = any(not _is_count(one, self._ones) for one in tokens)
        return tells and not laid.missing and not self._rules.fault(claim, laid)


def opens_of_whom(tokens: Sequence[Token], at: int, story: Story, *, them: bool = False) -> bool:
    """Whether a clause of a claim that opens at a place tells of one or some of those told before.

    `them` is whether one with a pronoun is such too: "one of them".
    """
    return end_of_whom(tokens, at, story, them=them) > 0


# Complexity: the conditions of one reading, each a cheap way out before the next.
def end_of_whom(tokens: Sequence[Token], at: int, story: Story, *, them: bool = False) -> int:
    """Where what opens such a clause ends: "of whom", "one of whom"; 0 for another."""
    words = story.words
    relatives, own = words.special["of_whom"], words.special["whereof"]
    if them and (tokens[at].value is not None or tokens[at].folded in words.special["one_of"]):
        relatives = relatives | (words.special["of_which"] & words.anaphors) - words.partitives
    if not them and tokens[at].folded in words.anaphors and tokens[at].value is None:
        return 0  # "Ce dont le conseil débattra" tells of a whole statement.
    inside = [one for one in tokens[at : at + _OPENING] if one.clause <= tokens[at].clause + 1]
    if relatives.isdisjoint([one.folded for one in inside]):
        return 0
    small = words.special["of_which"] | words.partitives | story.of_words | story.leading
    first = 1 if _is_count(inside[0], words.special["one_of"]) else 0
    for number, one in enumerate(inside[first:]):
        if one.folded in relatives and (number or one.folded in own):
            return at + first + number + 1
        if one.folded not in small:
            return 0
    return 0


def _is_count(token: Token, ones: frozenset[str]) -> bool:
    """Whether a word is a number of people or things, or one for a single one of them."""
    return (token.value is not None and not token.dated and token.share is None) or token.folded in ones
