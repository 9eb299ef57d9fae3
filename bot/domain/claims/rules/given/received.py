"""Who only has from another what a claim has them do: "received help from his neighbours", "helped his neighbours".

And what nobody failed to do, told as not done: "did not forget to close it", "did not close it".
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells

_FAILS = f"{GOVERNS}fail"
# How many words stand from a denial to the verb of failing that it denies.
_DENIED = 2
# How many words stand at most from a verb of getting to what somebody gets.
_NEAR = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_receiver(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what the sentence has them get from another; "" if nothing does."""
    tokens, got = aligned.told.tokens, grammar.words.special["got"]
    getting = [at for at, token in enumerate(tokens) if token.folded in got]
    gets = tells(claim.tokens, PASSIVE) or any(one.folded in got for one in claim.tokens)
    if not getting or not aligned.pairs or gets:
        return ""
    (doer, here), *rest = aligned.pairs
    for deed, place in rest if here < getting[0] and doer is aligned.tokens[0] else ():
        near = any(at < place <= at + _NEAR and tokens[at].clause == tokens[place].clause for at in getting)
        if not near or not is_plain(deed) or grammar.is_named(deed) or deed.text[0].isupper():
            continue
        behind = [(token, at) for token, at in rest if token.start > deed.start and at > place]
        given = [one for one, at in behind if grammar.is_tied(tokens, at) and not _is_tied(claim, one, grammar)]
        if given and not given[0].dated and given[0].clause == deed.clause:
            return f"turns round who does what: {doer.text}, {given[0].text}"
    return ""


def _is_tied(claim: Clauses, token: object, grammar: Grammar) -> bool:
    return grammar.is_tied(claim.tokens, next(at for at, one in enumerate(claim.tokens) if one is token))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denied_besides(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim that denies a deed which a sentence says nobody failed to do; "" if nothing does."""
    tokens = aligned.told.tokens
    failing = [at for at, token in enumerate(tokens) if _FAILS in token.signs and at not in aligned.matched]
    if not failing or not tells(claim.tokens, NOT) or any(_FAILS in token.signs for token in claim.tokens):
        return ""
    near = tokens[max(0, failing[0] - _DENIED) : failing[0] + _DENIED]
    denials = [token for token in tokens if NOT in token.signs]
    denied = len(denials) == 1 and any(
        token is denials[0] and token.clause == tokens[failing[0]].clause for token in near
    )
    deed = next((token for token, at in aligned.pairs if at > failing[0] and is_plain(token)), None)
    return f"denies what the article does not deny: {deed.text}" if denied and deed is not None else ""
