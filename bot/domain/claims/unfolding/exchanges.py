"""Who gives what to whom, told by a preposition or a case, and the two the other way round in a claim.

"The bank owes the town a million": "the town owes the bank a million". "Die Bank übergab der Stadt das Haus": "die
Stadt übergab der Bank das Haus". Also where neither opens its sentence.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, LESS, MORE, PASSIVE, THAN
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import Grammar, tells

_BACK = 2
# What a case ties, where no preposition does.
_CASE = "case"
# What tells whose something is, or who does it.
_OWN = "own"


class Exchanges:
    """One article's sentences, and who is tied to a deed in them."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._words = story.words
        self._grammar = grammar
        self._datives = agreement_of(story.reading.language.code).datives

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against two of a claim's clause who are tied the other way round in the sentence."""
        if self._words.free_order or claim.converse is not None or len(aligned.pairs) <= _BACK:
            return ""
        if tells(claim.tokens, PASSIVE) or _is_other_side(claim, aligned):
            return ""
        for clause in {token.clause for token, _ in aligned.pairs}:
            tied, freed = dict[str, tuple[Token, int]](), dict[str, tuple[Token, int]]()
            for token, at in aligned.pairs_of(clause):
                self._note(claim.tokens, aligned.told.tokens, (token, at), (tied, freed))
            one = next((tie for tie in tied if tie in freed), "")
            if one and self._are_of_one(aligned, tied[one][1], freed[one][1]):
                return f"turns round who does what: {freed[one][0].text}, {tied[one][0].text}"
        return ""

    def _note(
        self,
        mine: Sequence[Token],
        tokens: Sequence[Token],
        pair: tuple[Token, int],
        found: tuple[dict[str, tuple[Token, int]], dict[str, tuple[Token, int]]],
    ) -> None:
        """Note a noun that only the claim ties, or only the sentence."""
        token, at = pair
        verb = token.plain.endswith(self._words.infinitives or "\0")  # "Condemned to pay".
        if token.value is not None or token.dated or verb or not self._grammar.is_noun(tokens, at):
            return
        here, there = self._tie(mine, mine.index(token)), self._tie(tokens, at)
        if not here and not there and self._datives:
            tied = (tokens[at].before, token.before) in self._datives
            freed = (token.before, tokens[at].before) in self._datives
            here, there = _CASE if tied else "", _CASE if freed else ""
        if bool(here) != bool(there) and _OWN not in {here, there}:
            found[bool(there)][here or there] = pair

    def _are_of_one(self, aligned: Aligned, here: int, there: int) -> bool:
        """Whether two words stand in one clause of the sentence, which is no passive."""
        tokens = aligned.told.tokens
        inside = [token for token in tokens if token.clause == tokens[here].clause]
        return tokens[here].clause == tokens[there].clause and not tells(inside, PASSIVE)

    def _tie(self, tokens: Sequence[Token], at: int) -> str:
        """The preposition before a noun that ties it to a deed, alike whatever article is in it; "" for none."""
        for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
            other, word = tokens[place], tokens[place].folded
            if other.clause != tokens[at].clause:
                break
            article = word in self._grammar.definite and word not in self._words.fused
            if word in self._words.ties and not article:
                own = (word in self._grammar.of_words and word not in self._words.givens) or AGENT in other.signs
                return _OWN if own else other.plain[:1] if word in self._words.fused else other.plain
            if other.content:
                break
        return ""


def _is_other_side(claim: Clauses, aligned: Aligned) -> bool:
    """Whether a claim tells as less than another what a sentence tells as more, or the other way round."""
    if not tells(claim.tokens, THAN):
        return False
    told, more, less = aligned.told.tokens, tells(claim.tokens, MORE), tells(claim.tokens, LESS)
    return (more and not less and tells(told, LESS)) or (less and not more and tells(told, MORE))
