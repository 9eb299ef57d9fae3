"""Claims that compare, with a sentence's own number in the place of the comparison, to be held as any claim is.

"The museum sold far fewer tickets last year than in 2018" is "The museum sold 21,400 tickets last year", where the
sentence has 21,400 for last year and more for 2018.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.restating.measures.comparison import Comparing, Comparison, counts
from bot.domain.claims.restating.measures.figures import CountedThings
from bot.domain.values.proof import Verdict

# Among how many words before one that compares stand those that bound it, and behind it those that liken.
_BOUND_WORDS, _LIKENING = 3, 2


class Substituting:
    """One article's claims that compare, told by numbers."""

    def __init__(
        self, story: Story, comparing: Comparing, figures: CountedThings, prove: Callable[[str], Verdict]
    ) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._comparing = comparing
        self._figures = figures
        self._prove = prove

    def prove(
        self, text: str, claim: Clauses, compared: Comparison, pairs: Iterator[tuple[Told, int]]
    ) -> Verdict | None:
        """The proof of a claim by one of the numbers that stand so to another, None where there is none."""
        for told, mine in pairs:
            said = self._told(text, claim.tokens, compared, (told, mine))
            verdict = self._prove(said) if said else None
            place = self._story.reading.sentences[told.number]
            if verdict is not None and verdict.stands and place in verdict.evidence:
                return verdict
        return None

    def _told(self, text: str, tokens: Sequence[Token], compared: Comparison, number: tuple[Told, int]) -> str:
        """A claim with a number in the place of what it compares, "" where that cannot be told."""
        at = self._comparing.comparing(tokens)
        than = None if at is None else self._comparing.than(tokens, at)
        if at is None or than is None:
            return ""
        told, mine = number
        figure = told.tokens[mine].text
        ends = self.tail(tokens, than)
        dropped = {place for place in range(at, than) if self._compares(tokens, place, at)} | set(range(than, ends))
        dropped |= {place for place in range(max(0, at - _BOUND_WORDS), at) if self._compares(tokens, place, at)}
        put_at = at
        if compared.difference is not None:
            put_at = next(place for place in range(than) if counts(tokens[place]) and place not in dropped)
        elif not any(tokens[place].content for place in range(at + 1, than) if place not in dropped):
            figure = f"{figure} {told.tokens[mine].after}"  # "Takes longer than": "takes 52 minutes".
        return written(text, tokens, dropped - {put_at}, (put_at, figure))

    def tail(self, tokens: Sequence[Token], than: int) -> int:
        """Where what a claim compares with ends: before a clause that tells who says so."""
        first = next((at for at in range(than + 1, len(tokens)) if tokens[at].content), than)
        return next((at for at in range(first, len(tokens)) if tokens[at].clause > tokens[first].clause), len(tokens))

    def _compares(self, tokens: Sequence[Token], place: int, at: int) -> bool:
        """Whether a word belongs to a comparison at a place, and tells nothing of what is compared."""
        token = tokens[place]
        if counts(token):
            return self._comparing.factor(tokens, at) is not None and place == at - 1
        near = place - at <= _LIKENING
        return place == at or self._comparing.bounds(token) or (place > at and near and self._comparing.likens(token))


def written(text: str, tokens: Sequence[Token], dropped: set[int], put_in: tuple[int, str]) -> str:
    """A sentence without some of its words, and with a number in the place of another."""
    parts: list[str] = []
    done = 0
    for at, token in enumerate(tokens):
        if at in dropped or at == put_in[0]:
            parts += [text[done : token.start], put_in[1] if at == put_in[0] else ""]
            done = token.start + len(token.text)
    return " ".join("".join([*parts, text[done:]]).split())
