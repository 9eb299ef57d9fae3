"""Two deeds of a passive that each have a doer of their own: "designed by a monk and restored by students"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, tells

# How many words behind "and" a deed and what leads to its doer are.
_LED = 2


def shares_doer(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word joins two deeds of a passive that one does: "designed and restored by", "von X gebaut und"."""
    helped = at > 1 and PASSIVE in tokens[at - 2].signs
    behind = tokens[at + 1 : at + 1 + _LED]
    ahead = [token for token in tokens[:at] if token.clause == tokens[at].clause]
    if helped and not tells(ahead, AGENT):
        return bool(behind) and tells(behind[1:], AGENT)
    return len(behind) == 1 and tells(ahead, AGENT) and tells(ahead, PASSIVE)


def done_by_both(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against one doer of two deeds in a claim, where the sentence has another for one; "" for nothing."""
    tokens = aligned.told.tokens
    if not tells(claim.tokens, AGENT) or not tells(claim.tokens, PASSIVE) or not tells(tokens, PASSIVE):
        return ""
    led = _claimed(claim.tokens, aligned)
    for one, other in pairwise(_segments(tokens, grammar)):
        parts = [(_deed(tokens, part, grammar), _doer(tokens, part)) for part in (one, other)]
        for (deed, doer), (_, another) in (parts, parts[::-1]):
            if deed in aligned.matched and doer >= 0 and doer not in led and another in led:
                return f"gives to another what is done: {tokens[another].text}"
    return ""


def _claimed(tokens: Sequence[Token], aligned: Aligned) -> set[int]:
    """Where a sentence has the words behind what leads to who does it in a claim told in the passive."""
    led = next(token for token in tokens if AGENT in token.signs)
    return {place for token, place in aligned.pairs_of(led.clause) if token.start > led.start}


def _segments(tokens: Sequence[Token], grammar: Grammar) -> list[range]:
    """The parts of a sentence between words that join, each of which tells by whom something is done."""
    joins = grammar.words.joining | grammar.words.joins
    ends = [at for at, token in enumerate(tokens) if at and (token.folded in joins or not token.before)]
    parts = [range(one, other) for one, other in pairwise([0, *ends, len(tokens)])]
    return [part for part in parts if tells(tokens[part.start : part.stop], AGENT)]


def _deed(tokens: Sequence[Token], part: range, grammar: Grammar) -> int:
    """Where the deed stands: before who does it, or last where verbs end their clause; -1 for none."""
    led = next(at for at in part if AGENT in tokens[at].signs)
    if grammar.brackets:
        return next((at for at in reversed(part) if tokens[at].content and tokens[at].text[0].islower()), -1)
    return next((at for at in range(led - 1, part.start - 1, -1) if tokens[at].content), -1)


def _doer(tokens: Sequence[Token], part: range) -> int:
    """Where who does it stands, -1 for nobody."""
    led = next(at for at in part if AGENT in tokens[at].signs)
    return next((at for at in part if at > led and _may_do(tokens[at])), -1)


def _may_do(token: Token) -> bool:
    """Whether a word may be who does it: no number, and not whose they are."""
    return token.content and token.value is None and not token.owner
