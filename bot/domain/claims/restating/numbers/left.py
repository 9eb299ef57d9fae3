"""Claims of how many are left: "180 workers would be left" of "the factory will dismiss 60 of its 240 workers"."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.quantities import parts_of
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import COND, NOT
from bot.domain.claims.restating.measures.comparison import counts
from bot.domain.claims.rules.grammar import SPEECH
from bot.domain.values.proof import Proof, Verdict

# Among how many words behind a number its noun stands.
_NOUN = 3
_AHEAD = {"future", "conditional"}


class Left:
    """One article's parts that are taken away from a whole."""

    def __init__(self, story: Story, _: Callable[[str], Verdict]) -> None:
        self._story = story
        self._words = story.words
        special = story.words.special
        self._leaves, self._taking, self._takings = special["leaves"], special["taking_away"], special["takings"]
        self._ahead = special["leaves_ahead"]
        self._compounds = story.reading.language.nouns_capitalised

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def prove(self, _: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim of how many are left when a part is taken away, None where there is none."""
        tokens = claim.tokens
        verbs = [token for token in tokens if token.folded in self._leaves or self._is_left(token)]
        numbers = [at for at, token in enumerate(tokens) if counts(token) and token.content]
        if not verbs or any(NOT in token.signs or token.signs & SPEECH or token.bound for token in tokens):
            return None
        for told, part, whole in self._taken():
            left = (told.tokens[whole].value or 0) - (told.tokens[part].value or 0)
            rest = [at for at in numbers if tokens[at].value == left]
            others = {tokens[at].value for at in numbers if at not in rest}
            known = others <= {told.tokens[part].value, told.tokens[whole].value}
            if len(rest) == 1 and known and self._is_said(tokens, rest[0], told, whole):
                place = self._story.reading.sentences[told.number]
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
        return None

    def _is_left(self, token: Token) -> bool:
        """Whether a word tells that something is left, by the one before it: "would be left", not "they left"."""
        return f"{token.before}-{token.folded}" in self._words.special["leaves_behind"]

    def _taken(self) -> Iterator[tuple[Told, int, int]]:
        """The sentences that tell of a part that is taken away, with the places of its number and of the whole's."""
        for told in self._story.sentences:
            if any(speaker is not None for speaker in told.quoted) or any(NOT in token.signs for token in told.tokens):
                continue
            for part, whole in parts_of(told.tokens, self._words):
                exact = not any(told.tokens[at].rounded or told.tokens[at].bound for at in (part, whole))
                inside = [one for one in told.tokens if one.clause == told.tokens[part].clause]
                if exact and any(one.folded in self._taking for one in inside):
                    yield told, part, whole

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_said(self, tokens: Sequence[Token], number: int, told: Told, whole: int) -> bool:
        """Whether a claim counts what the whole counts, and says of it no more than the sentence does."""
        near = [one for one in tokens[number + 1 : number + 1 + _NOUN] if one.content]
        counted = [one for one in told.tokens[whole + 1 : whole + 1 + _NOUN] if one.content and one.value is None]
        alike = bool(near) and any(near[0].keys & one.keys for one in counted)
        if (near and not alike) or (self._is_ahead(told.tokens) and not self._is_ahead(tokens)):
            return False
        deeds = frozenset[str]().union(*[one.keys for one in told.tokens if one.folded in self._taking])
        inside = [one for one in tokens if one.clause == tokens[number].clause and one.folded not in self._takings]
        if any(one.keys & deeds for one in inside):
            return False  # "It would have dismissed 180."
        silent = self._leaves | self._takings | self._taking | self._ahead
        said = [one for one in content_of(tokens) if one.value is None and not self._is_left(one)]
        rest = [one for one in said if one.folded not in silent]
        laid = align(rest, told, self._words, compounds=self._compounds)
        others = [one for one, at in laid.pairs if told.tokens[at].stem != one.stem and self._story.holding(one.stem)]
        return alike and not laid.missing and not others  # A factory may be a firm, but not where both are told of.

    def _is_ahead(self, tokens: Sequence[Token]) -> bool:
        """Whether words tell of what is to come, would be or is planned."""
        signs = frozenset[str]().union(*[token.signs for token in tokens])
        governed = any(sign.startswith("g:") for sign in signs)
        return governed or COND in signs or any(one.mood in _AHEAD or one.folded in self._ahead for one in tokens)
