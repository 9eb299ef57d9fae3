"""Who does it and what is done in a clause that is tied to its noun."""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import PASSIVE, WAS, folded
from bot.domain.claims.rules.grammar import Grammar, is_plain
from bot.domain.claims.unfolding.phrases import PhraseFinder


class TiedPhrases(PhraseFinder):
    """The noun phrases and verbs of one article's clauses, nouns without an article among them."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        super().__init__(story, grammar)
        endings = (*story.reading.language.adjective_endings, *story.words.special["modifying"])
        self._adjectives = tuple(map(folded, endings)) or ("\0",)

    def doer(self, tokens: Sequence[Token], inside: Sequence[int]) -> range | None:
        """Where who does it stands at a clause's beginning, a noun without an article too; None where nobody does."""
        found, start, end = self.first(tokens, inside), inside[0], inside[-1] + 1
        if found is not None or start + 1 >= end:
            return found
        led = self.leads(tokens[start])
        noun = start + led
        bare = noun + 1 < end and tokens[noun].content and (led or is_plain(tokens[noun])) and not tokens[noun].mood
        return range(start, noun + 1) if bare and self._is_finite(tokens[noun + 1]) else None

    def chain(self, tokens: Sequence[Token], named: range) -> range:
        """A noun with those that it is tied to before it, up to a verb: "(took) samples of rice"."""
        chain = super().chain(tokens, named)
        verbs = [at for at in range(chain.start, named.start) if self.is_verbal(tokens, at)]
        start = verbs[-1] + 1 if verbs else chain.start
        while verbs and start < named.start and tokens[start].folded in self._words.ties:
            start += 1  # "(Bought by) a club".
        return range(start, named.stop)

    def is_verbal(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a verb in a clause: by its ending, behind one that helps it, or where it has no capital."""
        token = tokens[at]
        small = self._grammar.nouns and token.content and token.text[0].islower() and not self.leads(token)
        helping = (token.before in self._grammar.perfects and token.before not in self._story.leading) or bool(
            tokens[at - 1].signs & {PASSIVE, WAS}
        )
        helped = helping and self._grammar.is_participle(token)
        if token.before in self._story.leading:
            return False  # "A plan".
        suffered = bool(self._words.suffered) and token.folded.endswith(self._words.suffered)
        return small or helped or suffered or self._is_finite(token)

    def bare(self, tokens: Sequence[Token], opener: int, inside: Sequence[int]) -> range:
        """Where a noun without an article stands behind a word that opens its clause, a verb behind it; or nowhere."""
        found = self._led(tokens, opener, inside[-1] + 1)
        if found is None:
            return range(0)
        return range(opener + 1, self._head(tokens, range(opener + 1, found.stop)) + 1)

    def _head(self, tokens: Sequence[Token], named: range) -> int:
        """The place of a noun behind what describes it, where no form tells a verb: "чий старший син | очолює"."""
        if self._grammar.postposed:
            return named.start  # "Al cărei frate | conduce fabrica".
        if not self._words.free_order:
            return named.stop - 1
        return next((at for at in named if not tokens[at].folded.endswith(self._adjectives)), named.stop - 1)
