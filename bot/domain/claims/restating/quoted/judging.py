"""Claims that tell what somebody says by another verb.

thought     "judged it too high" of "it was, she said, too high"
called      "called the plan a mistake" of "she said that the plan was a mistake"
claimed     "will ihn gewarnt haben" of "sagte, er habe ihn gewarnt"
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, NEUTRAL, NOT, PASSIVE, WAS, Wording

# Among how many words at a claim's beginning stands that somebody thinks so.
_OPENING = 8
# How many words that say something stand beside a verb of calling: what is called so, and what it is called.
_CALLED = 2
# What denies it, or has others think so: "is considered", "est juge".
_OTHERWISE = {NOT, PASSIVE, IS, WAS}


def judged(claim: Clauses, words: Wording) -> Clauses | None:
    """A claim with "says" for "thinks" or "calls", None where it has nobody who does."""
    at = _thinks(claim.tokens, words) or _claims(claim.tokens, words) or _calls(claim.tokens, words)
    if not at or not any(token.entities for token in claim.tokens[:at]):
        return None
    found = claim.copy()
    verb = found.tokens[at]
    verb.signs, verb.keys, verb.content = frozenset({NEUTRAL}), frozenset(), False
    return found


def _thinks(tokens: Sequence[Token], words: Wording) -> int:
    """Where a verb of thinking stands that a claim opens with, 0 for nowhere."""
    judging = words.special["judging"]
    at = next((at for at, token in enumerate(tokens[:_OPENING]) if token.folded in judging), 0)
    return 0 if any(token.signs & _OTHERWISE for token in tokens[:at]) else at


def _claims(tokens: Sequence[Token], words: Wording) -> int:
    """Where a verb stands that with an infinitive of the past at the end tells what somebody says; 0 for nowhere."""
    wanting, having = words.special["claiming"], words.special["claimed"]
    at = next((at for at, token in enumerate(tokens[:_OPENING]) if token.folded in wanting), 0)
    ends = tokens[-1].folded in having and tokens[-1].clause == tokens[at].clause
    return at if ends and tokens[-2].plain.endswith(words.participles or "\0") else 0


def _calls(tokens: Sequence[Token], words: Wording) -> int:
    """Where a verb of calling stands with what is called so and what it is called behind it, 0 for nowhere."""
    calling = words.special["calling"]
    at = next((at for at, token in enumerate(tokens) if token.folded in calling), 0)
    passive = any(token.signs & {PASSIVE} and token.clause == tokens[at].clause for token in tokens[:at])
    inside = [one for one in tokens if one.clause == tokens[at].clause and one is not tokens[at]]
    called = [one for one in inside if one.content and (one.start > tokens[at].start or not one.entities)]
    return at if len(called) >= _CALLED and not passive else 0
