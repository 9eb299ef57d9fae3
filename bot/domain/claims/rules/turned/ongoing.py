"""What goes on, told as done: "a bridge is being built" for "a bridge was built"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar

# How many words before a verb those may stand that help it.
_HELPED = 4
# How many of them may stand from what marks that it goes on: "en train d'être construit".
_MARKED = 3


def told_as_done(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a deed done of which the sentence tells that it goes on, "" for nothing."""
    words, tokens = grammar.words, aligned.told.tokens
    marks = words.ongoing | words.goings
    if not [1 for token in tokens if token.folded in marks] or not words.ongoing.isdisjoint(
        [token.folded for token in claim.tokens]
    ):
        return ""
    for token, place in aligned.pairs:
        if token.entities or token.value is not None or not _goes_on(tokens, place, grammar):
            continue
        if not token.plain.endswith(words.ongoing_endings) and _is_past(claim.tokens, token, grammar):
            return f"says that it has happened: {token.text}"
    return ""


def _goes_on(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb of a sentence has a word before it, or an ending behind a helping verb, for what goes on."""
    before = _before(tokens, at)
    if any(other.folded in grammar.words.ongoing for other in before[-_MARKED:]):
        return True
    ends = tokens[at].plain.endswith(grammar.words.ongoing_endings or ("\0",))
    return ends and any(other.folded in grammar.words.goings for other in before)


def _is_past(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a claim tells a deed in the past."""
    before = _before(tokens, tokens.index(token))
    ends = grammar.words.participles or ("\0",)  # "È stato costruito".
    done = any(PASSIVE in other.signs and other.plain.endswith(ends) for other in before)
    helped = done or any(WAS in other.signs or other.folded in grammar.perfects for other in before)
    return helped or (token.mood == "past" and not any(IS in other.signs for other in before))


def _before(tokens: Sequence[Token], at: int) -> list[Token]:
    return [other for other in tokens[max(0, at - _HELPED) : at] if other.clause == tokens[at].clause]
