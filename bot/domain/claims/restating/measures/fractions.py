"""Claims of an amount of which a sentence tells as a share of one told of before.

"The repairs cost 600,000 pounds. The county will pay half": "The county will pay 300,000 pounds" is told in the
sentence's words, "will pay half", and held so. The share is of the last amount told of, and of no other thing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.domain.claims.comparing.quantities import currencies, money_signs
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.values.proof import Verdict

# How many sentences back an amount is told, and how many words behind a number its unit has, and behind a share what
# it is of.
_BACK, _UNIT, _OF = 2, 4, 3
_THIRDS, _WHOLE, _NEAR = 3, 100, 0.1
_Amount = tuple[Told, int]


class Fractions:
    """One article's shares of amounts."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._words = story.words
        self._prove = prove
        self._currencies = currencies(story.reading.language.code)
        self._sums = story.words.special["sums"]
        self._small = story.leading | story.words.ties | story.words.fused | story.of_words
        self._signs = "".join(sign for sign in money_signs(story.reading.language.code) if len(sign) == 1)

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim by a share of an amount in the place of its number, None where there is none."""
        tokens = claim.tokens
        for at, token in enumerate(tokens):
            if not counts(token) or token.rounded or token.bound or self._story.has(token):
                continue
            for told, place, whole in self._shares(tokens, at):
                made = self._makes(token, told.tokens[place], whole[0].tokens[whole[1]])
                verdict = self._prove(self._written(text, tokens, at, (told, place, whole))) if made else None
                here = self._story.reading.sentences[told.number]
                if verdict is not None and verdict.stands and here in verdict.evidence:
                    before = self._story.reading.sentences[whole[0].number]
                    return replace(verdict, evidence=tuple(dict.fromkeys((before, *verdict.evidence))))
        return None

    def _shares(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[Told, int, _Amount]]:
        """The places of shares, each with that of the amount which it is of, alike to a claim's number."""
        for told in self._story.sentences:
            for place, token in enumerate(told.tokens):
                whole = None if token.share is None else self._whole(told, place)
                if whole is not None and self._is_alike(tokens, at, whole):
                    said = [*tokens[:at], *tokens[self._tail(tokens, at, whole) :]]
                    if self._is_of(told, place, whole, said):
                        yield told, place, whole

    def _whole(self, told: Told, place: int) -> _Amount | None:
        """The last amount told of before a share: in its sentence, or the only one of the nearest that has any."""
        own = [at for at in range(place) if counts(told.tokens[at]) and told.tokens[at].content]
        if own:
            return told, own[-1]
        for other in self._story.sentences[max(0, told.number - _BACK) : told.number][::-1]:
            found = [at for at, token in enumerate(other.tokens) if counts(token)]
            money = [at for at in found if self._unit(other.tokens, at)]
            if found:
                return (other, (money or found)[0]) if len(money or found) == 1 else None
        return None

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_of(self, told: Told, place: int, whole: _Amount, said: Sequence[Token]) -> bool:
        """Whether a share is of an amount, and of no other thing that stands behind it.

        A word that a claim has elsewhere, `said`, is none that it counts.
        """
        clause = told.tokens[place].clause
        behind = [one for one in told.tokens[place + 1 : place + 1 + _OF] if one.clause == clause]
        led = [one for one in behind if one.folded in self._small]
        first = next((one for one in behind if one.folded not in self._small), None)
        if first is None or not first.content or first.folded in self._sums:
            return True
        number, counted = whole[1], whole[0].tokens
        if any(first.keys & one.keys for one in counted[number : number + _UNIT]):
            return True
        if self._story.reading.language.nouns_capitalised:
            return first.text[0].islower()
        return not led and (not self._words.free_order or any(first.keys & one.keys for one in said))

    @staticmethod
    def _makes(token: Token, share: Token, whole: Token) -> bool:
        """Whether a share of a whole is as much as a number."""
        part = share.share or 0.0
        third = round(part * _THIRDS / _WHOLE) * _WHOLE / _THIRDS
        part = third if abs(third - part) <= _NEAR else part
        made = (whole.value or 0.0) * part / _WHOLE
        return not whole.rounded and not whole.bound and abs(made - (token.value or 0.0)) < _NEAR

    def _is_alike(self, tokens: Sequence[Token], at: int, whole: _Amount) -> bool:
        """Whether two numbers are of the same money, or count the same; or a claim has both, and one unit for them."""
        mine, theirs = self._unit(tokens, at), self._unit(whole[0].tokens, whole[1])
        value = whole[0].tokens[whole[1]].value
        if mine is None and any(counts(one) and one.value == value for one in tokens):
            return True
        if mine or theirs:
            return bool(mine and theirs and mine.stem == theirs.stem)
        counted, other = self._counted(tokens, at), self._counted(whole[0].tokens, whole[1])
        return bool(counted and other and counted.keys & other.keys)

    def _unit(self, tokens: Sequence[Token], at: int) -> Token | None:
        end = self._end(tokens, at)
        return next((one for one in tokens[at:end] if one.folded in self._currencies), None)

    @staticmethod
    def _counted(tokens: Sequence[Token], at: int) -> Token | None:
        return next((one for one in tokens[at + 1 : at + _UNIT] if one.content), None)

    def _tail(self, tokens: Sequence[Token], at: int, whole: _Amount) -> int:
        """Where an amount ends that a number begins, and what it is of: "1 of the 4 million pounds"."""
        end = behind = self._end(tokens, at)
        while behind < len(tokens) and not tokens[behind].content and tokens[behind].folded in self._small:
            behind += 1
        if not end < behind < len(tokens):
            return end
        same = counts(tokens[behind]) and tokens[behind].value == whole[0].tokens[whole[1]].value
        return self._end(tokens, behind) if same else behind + 1 if tokens[behind].folded in self._sums else end

    def _written(self, text: str, tokens: Sequence[Token], at: int, share: tuple[Told, int, _Amount]) -> str:
        """A claim with a share in the place of an amount: what a sign counts stands before its number."""
        told, place, whole = share
        first = at - (at > 0 and tokens[at - 1].folded in self._words.articles)
        head = text[: tokens[first].start].rstrip().rstrip(self._signs)
        rest = [one.start for one in tokens[self._tail(tokens, at, whole) :] if one.start > tokens[at].start]
        tail = text[min(rest) :] if rest else "."
        comma = "," if rest and text[: min(rest)].rstrip().endswith(",") else ""
        return f"{head} {self._said(told, place)}{comma} {tail}".strip()

    def _end(self, tokens: Sequence[Token], at: int) -> int:
        """Where the words for an amount end that a number begins: "1.2 million pounds"."""
        last = at
        for place in range(at + 1, min(at + _UNIT, len(tokens))):
            if tokens[place].folded in self._currencies or tokens[place].plain in self._words.magnitudes:
                last = place
            elif counts(tokens[place]) or tokens[place].content:
                break
        return last + 1

    def _said(self, told: Told, place: int) -> str:
        """A share as its sentence has it, with what it is of: "half of the sum"."""
        tokens = told.tokens
        first = place
        while first and (tokens[first - 1].value is not None or tokens[first - 1].folded in self._story.leading):
            first -= 1
        behind = range(place + 1, min(place + 1 + _OF, len(tokens)))
        last = next((at for at in behind if tokens[at].folded in self._sums), place)
        return self._story.reading.text[tokens[first].start : tokens[last].start + len(tokens[last].text)]
