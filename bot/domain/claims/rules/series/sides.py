"""Who has more and who has fewer: "the town has as many hotels as Selby but fewer restaurants"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import LESS, MORE, NOT, THAN
from bot.domain.claims.rules.grammar import Grammar, tells

# How many small words stand between "than" and what is compared.
_SMALL = 3
# How many words stand between "as" and what somebody or something is like.
_LIKE = 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def compared_turned(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that puts first what a sentence compares with, and last what it opens with.

    A claim turned round, with "fewer" for "more", is held so too.
    """
    than = next((at for at, token in enumerate(claim.tokens) if at and THAN in token.signs), None)
    told = [token for token in aligned.told.tokens if token.clause in aligned.used]
    likened = _are_alike(claim.tokens, grammar, besides=told)
    if than is not None and not likened and _are_alike(told, grammar):
        return f"adds a comparison: {claim.tokens[than].text}"
    if likened and not tells(told, NOT) and (tells(told, THAN) or tells(told, MORE) or tells(told, LESS)):
        return "tells as alike what the article says is more or less"
    if than is None or not (tells(claim.tokens, MORE) or tells(claim.tokens, LESS)):
        return ""
    tokens, place_of = aligned.told.tokens, {id(token): at for token, at in aligned.pairs}
    first = next((token for token in claim.tokens[:than] if token.content), None)
    last = next((token for token in claim.tokens[than + 1 :] if token.content), None)
    opening = next((at for at, token in enumerate(tokens) if token.content), None)
    if first is None or last is None or opening is None or place_of.get(id(last)) != opening:
        return ""
    here = place_of.get(id(first))
    comparing = grammar.words.special["like_as"]
    before = tokens[max(0, (here or 0) - _SMALL) : here] if here is not None and here != opening else []
    led = [one for one in before if THAN in one.signs or one.folded in comparing]
    between = [one for one in before if led and one.start > led[-1].start and one.content]
    compares = tells(tokens, MORE) or tells(tokens, LESS)
    return f"turns round who is compared: {last.text}" if led and not between and compares else ""


def _are_alike(tokens: Sequence[Token], grammar: Grammar, besides: Sequence[Token] = ()) -> bool:
    """Whether words only tell that two are alike, and compare nothing: "as fast as the bus".

    `besides` is another sentence's, that must not have the same word for it.
    """
    alike, words = grammar.words.special["alike"] - {token.folded for token in besides}, grammar.words
    for at, token in enumerate(tokens if alike else ()):
        if token.folded not in alike or any(tells(tokens, sign) for sign in (MORE, LESS, NOT)):
            continue
        before = tokens[at - 1] if at else token
        multiplied = before.value is not None or before.folded in words.multiplying or before.folded in words.repeated
        behind = tokens[at + 1 : at + 1 + _LIKE]
        if not multiplied and any(one.folded in words.special["like_as"] for one in behind):
            return True
    return False
