"""Claims of an amount of which a sentence tells as a share of one told of before.

"The repairs cost 600,000 pounds. The county will pay half": "The county will pay 300,000 pounds" is told in the
sentence's words, "will pay half", and held so. The share is of the last amount told of, and of no other thing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.domain.claims.comparing.quantities import currencies
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.restating.measures.substituting import written
from bot.domain.values.proof import Verdict

# How many sentences back an amount is told, and how many words behind a number its unit has, and behind a share what
# it is of.
_BACK, _UNIT, _OF = 2, 4, 3
_THIRDS, _WHOLE, _NEAR = 3, 100, 0.1


class Fractions:
    """One article's shares of amounts."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._words = story.words
        self._prove = prove
        self._currencies = currencies(story.reading.language.code)
        self._sums = story.words.special["sums"]

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim by a share of an amount in the place of its number, None where there is none."""
        tokens = claim.tokens
        for at, token in enumerate(tokens):
            if not counts(token) or token.rounded or token.bound or self._story.has(token):
                continue
            for told, place, whole in self._shares():
                if self._makes(token, told.tokens[place], whole[0].tokens[whole[1]]) and self._is_alike(
                    tokens, at, whole
                ):
                    dropped = set(range(at + 1, self._end(tokens, at)))
                    verdict = self._prove(written(text, tokens, dropped, (at, self._said(told, place))))
                    here = self._story.reading.sentences[told.number]
                    if verdict.stands and here in verdict.evidence:
                        before = self._story.reading.sentences[whole[0].number]
                        return replace(verdict, evidence=tuple(dict.fromkeys((before, *verdict.evidence))))
        return None

    def _shares(self) -> Iterator[tuple[Told, int, tuple[Told, int]]]:
        """The places of shares, each with that of the amount which it is of."""
        for told in self._story.sentences:
            for place, token in enumerate(told.tokens):
                whole = None if token.share is None else self._whole(told, place)
                if whole is not None and self._is_of(told, place, whole):
                    yield told, place, whole

    def _whole(self, told: Told, place: int) -> tuple[Told, int] | None:
        """The last amount told of before a share: in its sentence, or the only one of the nearest that has any."""
        own = [at for at in range(place) if counts(told.tokens[at])]
        if own:
            return told, own[-1]
        for other in self._story.sentences[max(0, told.number - _BACK) : told.number][::-1]:
            found = [at for at, token in enumerate(other.tokens) if counts(token)]
            if found:
                return (other, found[0]) if len(found) == 1 else None
        return None

    def _is_of(self, told: Told, place: int, whole: tuple[Told, int]) -> bool:
        """Whether a share is of an amount, and of no other thing that stands behind it."""
        small = self._story.leading | self._words.ties | self._words.fused | self._story.of_words
        clause = told.tokens[place].clause
        behind = [one for one in told.tokens[place + 1 : place + 1 + _OF] if one.clause == clause]
        led = [one for one in behind if one.folded in small]
        first = next((one for one in behind if one.folded not in small), None)
        if first is None or not first.content or first.folded in self._sums:
            return True
        number, counted = whole[1], whole[0].tokens
        if any(first.keys & one.keys for one in counted[number : number + _UNIT]):
            return True
        if self._story.reading.language.nouns_capitalised:
            return first.text[0].islower()
        return (not led and not self._words.free_order) or first.mood in {"past", "future"}

    @staticmethod
    def _makes(token: Token, share: Token, whole: Token) -> bool:
        """Whether a share of a whole is as much as a number."""
        part = share.share or 0.0
        third = round(part * _THIRDS / _WHOLE) * _WHOLE / _THIRDS
        part = third if abs(third - part) <= _NEAR else part
        made = (whole.value or 0.0) * part / _WHOLE
        return not whole.rounded and not whole.bound and abs(made - (token.value or 0.0)) < _NEAR

    def _is_alike(self, tokens: Sequence[Token], at: int, whole: tuple[Told, int]) -> bool:
        """Whether two numbers are of the same money, or count the same."""
        mine, theirs = self._unit(tokens, at), self._unit(whole[0].tokens, whole[1])
        if mine or theirs:
            return bool(mine and theirs and mine.stem == theirs.stem)
        counted, other = self._counted(tokens, at), self._counted(whole[0].tokens, whole[1])
        return bool(counted and other and counted.keys & other.keys)

    def _unit(self, tokens: Sequence[Token], at: int) -> Token | None:
        return next((one for one in tokens[at : at + _UNIT] if one.folded in self._currencies), None)

    @staticmethod
    def _counted(tokens: Sequence[Token], at: int) -> Token | None:
        return next((one for one in tokens[at + 1 : at + _UNIT] if one.content), None)

    def _end(self, tokens: Sequence[Token], at: int) -> int:
        """Where the words for an amount end that a number begins: "1.2 million pounds"."""
        unit = next((place for place in range(at, len(tokens)) if tokens[place].folded in self._currencies), None)
        return unit + 1 if unit is not None and unit < at + _UNIT else at + 1

    def _said(self, told: Told, place: int) -> str:
        """A share as its sentence has it, with what it is of: "half of the sum"."""
        tokens = told.tokens
        first = place
        while first and (tokens[first - 1].value is not None or tokens[first - 1].folded in self._story.leading):
            first -= 1
        behind = range(place + 1, min(place + 1 + _OF, len(tokens)))
        last = next((at for at in behind if tokens[at].folded in self._sums), place)
        return self._story.reading.text[tokens[first].start : tokens[last].start + len(tokens[last].text)]
