"""A claim's deed that a sentence lacks, and that no sentence before it lends: "It was returned", not "was stolen"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS, Wording

# How many words before a participle the one stands that makes a passive of it: "was later stolen".
_HELPED = 2
_HELPING = {PASSIVE, IS, WAS}


def has_other_deed(claim: Clauses, aligned: Aligned, token: Token, words: Wording) -> bool:
    """Whether a word that a sentence lacks is what was done in a claim, where the sentence has something else done."""
    if not token.content or token.entities or token.value is not None or token.dated:
        return False
    if not _is_done(claim.tokens, claim.tokens.index(token), words):
        return False
    tokens = aligned.told.tokens
    done = [at for at, one in enumerate(tokens) if one.content and one.clause in aligned.used and not one.entities]
    mine = {at for one, at in aligned.pairs if _is_done(claim.tokens, claim.tokens.index(one), words)}
    return any(at not in mine and _is_done(tokens, at, words) for at in done)


def _is_done(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a word stands right behind one that makes a passive or a past of it, or is a past in free order."""
    token = tokens[at]
    if words.free_order:
        return token.mood == "past"
    near = [one for one in tokens[max(0, at - _HELPED) : at] if one.clause == token.clause]
    helping = [place for place, one in enumerate(near) if one.signs & _HELPING or one.folded in words.perfects]
    if not helping or token.dated or token.signs & _HELPING or token.folded in words.ties:
        return False
    return not any(one.content or one.folded in words.ties | words.articles for one in near[helping[-1] + 1 :])
