"""What a sentence tells under a restriction, or in another order of time, told without that."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ONLY
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in, tells

_AHEAD = frozenset({"future", "conditional"})


def restricted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim without what a sentence says a thing will only be done for: "só renovará se".

    Or with "already" beside another deed, where the sentence has none: a deed told as before what it came of.
    """
    tokens = aligned.told.tokens
    if tells(tokens, ONLY) and not tells(claim.tokens, ONLY):
        for token, place in aligned.pairs:
            bound = place > 0 and ONLY in tokens[place - 1].signs and tokens[place].mood in _AHEAD
            behind = (at for at in places_in(tokens, tokens[place].clause) if at > place) if bound else ()
            if any(tokens[at].content and at not in aligned.matched for at in behind):
                return f"leaves out a condition: {token.text}"
    return _told_before(claim, aligned, grammar)


def _told_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    already = grammar.words.special["already"]
    told = [token for token in claim.tokens if token.folded in already] if claim.tokens[-1].clause else []
    told = [token for token in told if not _opens_reason(claim, token, grammar)]
    if not told or any(token.folded in already for token in aligned.told.tokens):
        return ""
    beside = {token.clause for token, _ in aligned.pairs if is_plain(token)} - {told[0].clause}
    return f"says when otherwise: {told[0].text}" if beside else ""


def _opens_reason(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a word is one with "that" behind it, and opens why a thing is so: "ya que", "já que"."""
    behind = claim.tokens[claim.tokens.index(token) + 1 :][:1]
    return any(one.folded in grammar.complements for one in behind)
