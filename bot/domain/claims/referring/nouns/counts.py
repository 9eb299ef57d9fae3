"""How many the things are that a claim tells as known, where the sentence does not count them: "the 12 buses"."""

from collections.abc import Callable, Iterator

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.quantities import names_two
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PART

_PAIR = 2


class Counts:
    """One article's numbers of things. `beside` tells the words beside a noun: up to which sentence, on which side."""

    def __init__(self, story: Story, beside: Callable[[Token, int, int], Iterator[Token]]) -> None:
        self._story = story
        self._beside = beside

    def without(self, claim: Clauses, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """What is missing less the numbers that the article has of the same things, or names as many of."""
        used, matched = aligned.used, aligned.matched
        spare = (other for at, other in enumerate(aligned.told.tokens) if at not in matched and other.clause in used)
        if any(other.value is not None for other in spare) or self._is_of_part(claim, aligned):
            return missing
        missing = [token for token in missing if not self._is_pair(aligned, token)]
        return [token for token in missing if token.value is None or not self._is_their_count(claim, token, missing)]

    def _is_of_part(self, claim: Clauses, aligned: Aligned) -> bool:
        """Whether a sentence tells only of one or some of those whom it opens with: "one of the men"."""
        tokens, words = aligned.told.tokens, self._story.words
        head = next((at for at, one in enumerate(tokens) if one.content), 0)
        ahead = tokens[:head]
        if not ahead:
            return False
        tying = words.partitives | self._story.of_words | words.fused
        tied = any(one.folded in tying for one in ahead[1:])
        said = {one.folded for one in claim.tokens}
        part = ahead[0].folded not in said and (ahead[0].folded in words.articles or PART in ahead[0].signs)
        return tied and part and all(one.folded in tying or one.folded in self._story.leading for one in ahead[1:])

    def _is_pair(self, aligned: Aligned, token: Token) -> bool:
        """Whether a number is that of the two things that the sentence names: "the two islands"."""
        if token.value != _PAIR or token.before not in self._story.leading:
            return False
        counted = (at for one, at in aligned.pairs if one.before == token.folded)
        return any(names_two(aligned.told.tokens, at, self._story.words.joining) for at in counted)

    def _is_their_count(self, claim: Clauses, token: Token, missing: list[Token]) -> bool:
        """Whether an article stands before a number, and the article has no other number before what it counts."""
        at = claim.tokens.index(token)
        head = next(iter(claim.tokens[at + 1 : at + 2]), token)
        if head.value is not None or head.dated:
            return False
        if token.before not in self._story.leading or head.entities or not head.content or head in missing:
            return False
        counts = [other.value for other in self._beside(head, len(self._story.sentences), -1)]
        counts = [value for value in counts if value is not None]
        return bool(counts) and all(value == token.value for value in counts)
