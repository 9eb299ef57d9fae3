"""Claims of how many times as much one does as another: "the union asks for twice what is offered".

Each half is held with a number of its own: "the union asks for eight per cent", "is offered four".
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.restating.numbers.bounds import bound_words
from bot.domain.claims.rules.grammar import SPEECH, is_time
from bot.domain.values.proof import Verdict

# Among how many words behind a multiple the phrase ends that opens what is compared, and how many it has at most.
_BEHIND, _PHRASE = 3, 3
# How many sentences apart the two numbers may stand, and how many words their unit has.
_APART, _UNIT = 1, 2
_NEAR, _WHOLE = 0.01, 100.0
_Number = tuple[Told, int]


class Multiples:
    """One article's pairs of numbers of which one is so many times the other."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._words = story.words
        self._prove = prove
        self._amounts = amounts_of(story.reading.language.code)
        self._phrases = story.words.special["what_phrases"]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim by a number for each of its halves, None where there is none."""
        tokens = claim.tokens
        found = self._multiple(tokens) if self._phrases else None
        if found is None or any(NOT in token.signs or token.signs & SPEECH for token in tokens):
            return None
        first, behind, factor = found
        head = text[: tokens[first].start].rstrip(" ,")
        told_too = [token.value for token in tokens[:first] if counts(token)]
        tail = text[tokens[behind].start :].rstrip(" .")
        for mine, theirs in self._pairs(factor):
            if told_too and told_too != [mine[0].tokens[mine[1]].value]:
                continue
            one = self._prove(f"{head}." if told_too else f"{head} {self._said(*mine)}.")
            if not one.stands or self._place(mine) not in one.evidence:
                continue
            other = self._prove(f"{tail[:1].upper()}{tail[1:]} {self._said(*theirs)}.")
            if other.stands and self._place(theirs) in other.evidence:
                return one
        return None

    def _place(self, number: _Number) -> tuple[int, int]:
        return self._story.reading.sentences[number[0].number]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _multiple(self, tokens: Sequence[Token]) -> tuple[int, int, float] | None:
        """Where a claim's multiple begins, where what is compared does behind its phrase, and how many times it is."""
        for at, token in enumerate(tokens):
            factor = self._amounts.multiples.get(token.folded)
            factor = token.share / _WHOLE if token.share is not None and not token.bound else factor
            first = at
            if token.folded in self._amounts.multiplying and at and tokens[at - 1].value is not None:
                factor, first = tokens[at - 1].value, at - 1
            if not factor or bound_words(tokens, first, self._story):
                continue
            while first and tokens[first - 1].folded in self._story.leading | self._words.articles:
                first -= 1
            behind = self._behind(tokens, at)
            if behind is not None and first:
                return first, behind, factor
        return None

    def _behind(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where what is compared begins, behind such a phrase as "of what", "de lo que"; None without one."""
        for start in range(at + 1, min(at + 1 + _BEHIND, len(tokens))):
            for end in range(min(start + _PHRASE, len(tokens) - 1), start, -1):
                if "-".join([one.folded for one in tokens[start:end]]) in self._phrases:
                    return end
        return None

    def _pairs(self, factor: float) -> Iterator[tuple[_Number, _Number]]:
        """The article's numbers of which the first is so many times the second, near each other and of one unit."""
        for one, at in self._numbers:
            for other, place in self._numbers:
                mine, theirs = one.tokens[at], other.tokens[place]
                near = abs(one.number - other.number) <= _APART and mine is not theirs
                exact = abs((mine.value or 0) - factor * (theirs.value or 0)) <= _NEAR * (mine.value or 0)
                if near and exact and self._are_alike(one, at, other, place):
                    yield (one, at), (other, place)

    @cached_property
    def _numbers(self) -> Sequence[_Number]:
        """The article's exact numbers, no years and days."""
        told = ((told, at, token) for told in self._story.sentences for at, token in enumerate(told.tokens))
        return [
            (one, at)
            for one, at, token in told
            if counts(token) and token.content and not (is_time(token) or token.rounded or token.bound)
        ]

    def _are_alike(self, one: Told, at: int, other: Told, place: int) -> bool:
        """Whether two numbers are of one unit, or one of them has none of its own."""
        units = [self._unit(one, at), self._unit(other, place)]
        if None in units:
            return units != [None, None]
        return units[0] == units[1]

    def _unit(self, told: Told, at: int) -> str | None:
        """What a number counts, None where nothing stands behind it that it could count."""
        token = told.tokens[at]
        if token.share is not None:
            return "%"
        behind = [one for one in told.tokens[at + 1 : at + 1 + _UNIT] if one.clause == token.clause]
        noun = next((one for one in behind if one.content), None)
        deed = noun is not None and self._story.reading.language.nouns_capitalised and noun.text[0].islower()
        return None if noun is None or deed else noun.stem

    def _said(self, told: Told, at: int) -> str:
        """A number as it is written, with its unit."""
        last = at
        unit = self._unit(told, at)
        for place in range(at + 1, min(at + 1 + _UNIT, len(told.tokens))):
            shared = unit == "%" and told.tokens[place].folded in "-".join(self._words.percent).split("-")
            last = place if shared or told.tokens[place].stem == unit else last
        end = told.tokens[last].start + len(told.tokens[last].text)
        said = self._story.reading.text[told.tokens[at].start : end]
        sign = self._story.reading.text[end : end + 2].strip()[:1] == "%"
        return f"{said} %" if unit == "%" and last == at and sign else said
