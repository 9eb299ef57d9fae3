"""Why something was done, where the sentence right behind it tells that: "The play was cancelled. The reason is a row".

The claim "the play was cancelled because of a row" rests on both.
"""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import CAUSE, GOVERNS, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE
from bot.domain.claims.rules.rules import Rules
from bot.domain.values.proof import Proof, Verdict

# How many words a statement has at least, and among how many at the beginning of a sentence "the reason is" stands.
_LEAST, _OPENING = 3, 4
_MARKS, _UNSURE = {":", "—"}, {"future", "conditional"}
# How near behind "and" the second of two deeds stands.
_JOINED = 3


class Reasons:
    """One article's sentences that tell why what stands before them was done."""

    def __init__(self, story: Story, rules: Rules, missing: Callable[[Aligned], list[Token]]) -> None:
        self._story = story
        self._words = story.words
        self._rules = rules
        self._missing = missing
        self._compounds = story.reading.language.nouns_capitalised
        self._nouns = story.words.special["reason"]

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim that tells why, None where there is none."""
        if claim.headline or not any(map(self._is_why, claim.tokens)):
            return None
        parts = self._parted(text, claim)
        for told in self._story.sentences[1:] if parts is not None else ():
            if not self._tells_reason(told):
                continue
            before = self._story.sentences[told.number - 1]
            done, why = (self._story.claim(part) for part in parts or ())
            if self._has_one_deed(before) and self._carries(before, done) and self._carries(told, why):
                places = self._story.reading.sentences
                evidence = (places[before.number], places[told.number])
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=evidence)
        return None

    def _is_why(self, token: Token) -> bool:
        """Whether a word may stand before why something is done: "because of"."""
        return CAUSE in token.signs or token.folded in self._words.reasons

    def _parted(self, text: str, claim: Clauses) -> tuple[str, str] | None:
        """What a claim tells as done, and why; None where it does not tell both."""
        tokens = claim.tokens
        at = next((at for at in range(len(tokens) - 1, -1, -1) if self._is_why(tokens[at])), 0)
        first = self._start(tokens, at)
        small = self._words.ties | self._nouns
        behind = next((one for one in tokens[at + 1 :] if not one.signs and one.folded not in small), None)
        if behind is None or 0 < first < _LEAST:
            return None
        if first:
            return text[: tokens[first].start].rstrip(" ,"), text[behind.start :]
        rest = next((one for one in tokens if one.clause and claim.marks[one.clause] == ","), behind)
        return (text[rest.start :], text[behind.start : rest.start].rstrip(" ,")) if rest.clause else None

    def _start(self, tokens: Sequence[Token], at: int) -> int:
        """Where the phrase begins that a word for a cause stands in: "a causa di", "din cauza"."""
        while at and not tokens[at - 1].content and tokens[at - 1].folded in self._words.ties:
            at -= 1
        return at

    def _tells_reason(self, told: Told) -> bool:
        """Whether a sentence opens with the word for a reason and says, of its own, what that is."""
        opening = told.tokens[:_OPENING]
        at = next((at for at, one in enumerate(opening) if one.folded in self._nouns), None)
        if at is None or any(one.content for one in opening[:at]) or any(one is not None for one in told.quoted):
            return False
        if any(map(_is_unsure, told.tokens[: at + _JOINED])):
            return False
        behind = told.tokens[at + 1 : at + 1 + _JOINED]
        marked = bool(behind) and behind[0].clause > told.tokens[at].clause and told.clauses.marks[1] in _MARKS
        return marked or any(map(self._is_being, behind))

    def _is_being(self, token: Token) -> bool:
        words = self._words
        said = token.folded in words.copulas | words.special["reason_is"]
        return said or bool(token.signs & {IS, WAS, PASSIVE})

    def _has_one_deed(self, told: Told) -> bool:
        """Whether a sentence joins no deeds, of which the reason might be that of one alone."""
        joins, tokens = self._words.joins, told.tokens
        at = [at for at, token in enumerate(tokens) if token.folded in joins]
        return not any(self._is_deed(tokens[place + 1 : place + 1 + _JOINED]) for place in at)

    def _is_deed(self, tokens: Sequence[Token]) -> bool:
        return any(one.mood in FINITE or one.folded in self._words.perfects or self._is_being(one) for one in tokens)

    def _carries(self, told: Told, held: Clauses) -> bool:
        aligned = align(content_of(held.tokens), told, self._words, compounds=self._compounds)
        return bool(aligned.pairs) and not self._missing(aligned) and not self._rules.fault(held, aligned)


def _is_unsure(token: Token) -> bool:
    """Whether a word denies or makes what it governs less than a fact: "the cause will have been", "may be"."""
    return NOT in token.signs or token.mood in _UNSURE or any(sign.startswith(GOVERNS) for sign in token.signs)
