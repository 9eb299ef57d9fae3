"""Whose words something is, and of whom they are: "according to the baker, the clerk lied"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import SOURCE
from bot.domain.claims.rules.grammar import SPEECH, Grammar

# How many words stand from "according to" to whom it names.
_NEAR = 5
# How many words stand from who says it to "said": "a", "a".
_SAID = 2


def source_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody's words be another's, of whom the sentence has them, or ""."""
    mine, theirs = _source(claim.tokens, grammar), _source(aligned.told.tokens, grammar)
    if mine is None or theirs is None:
        return ""
    place_of = {id(token): at for token, at in aligned.pairs}
    here = place_of.get(id(claim.tokens[mine]))
    other = next((token for token, at in aligned.pairs if at == theirs), None)
    if here is None or other is None or here == theirs or aligned.told.quoted[theirs] is not None:
        return ""
    told = aligned.told.tokens
    same = told[here].entities & told[theirs].entities or claim.tokens[mine].entities & other.entities
    return "" if same else f"gives what is said to another: {claim.tokens[mine].text}"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _source(tokens: Sequence[Token], grammar: Grammar) -> int | None:
    """Where whoever has an office is named behind the word for whose words something is, or who opens with "said"."""
    opening = next((at for at, token in enumerate(tokens) if token.content), None)
    for at, token in enumerate(tokens):
        if SOURCE in token.signs and not any(one.content for one in tokens[:at] if one.clause == token.clause):
            following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
            first = at + 1 + (f"{token.folded}-{following}" in grammar.words.phrases)  # "За словами".
            near = range(first, min(first + _NEAR, len(tokens)))
            if following in (grammar.words.anaphors | grammar.words.subjects) - grammar.nominatives:
                return None  # "Secondo loro."
        elif token.signs & SPEECH and token.folded in grammar.words.speaking and opening is not None:
            near = range(opening, opening + (opening < at <= opening + _SAID))
        else:
            continue
        small = (grammar.definite, grammar.words.ties, grammar.words.fused)
        free = (one for one in near if tokens[one].content or not [1 for words in small if tokens[one].folded in words])
        found = next(free, None)
        if found is None or not tokens[found].content:
            return None
        known = grammar.is_role(tokens[found]) or tokens[found].before in grammar.definite
        return found if known else None
    return None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_place_told(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has done to somebody what is done to the place where they were, or "".

    "The house where the painter was born was sold": the painter was not.
    """
    tokens, where = aligned.told.tokens, grammar.words.special["where"]
    opening = next((at for at, token in enumerate(tokens) if at and token.folded in where), None)
    first = next((token for token in claim.tokens if token.content), None)
    if opening is None or len(aligned.pairs) <= 1 or aligned.pairs[0][0] is not first:
        return ""
    place = next((at for at in range(opening - 1, -1, -1) if tokens[at].content), None)
    (doer, here), (_, deed), *_ = aligned.pairs
    if place is None or place in aligned.matched or not opening < here < deed:
        return ""
    if tokens[here].clause != tokens[opening].clause or tokens[deed].clause != tokens[opening].clause:
        return ""
    own = [at for at in range(opening + 1, deed) if at != here and tokens[at].content and at not in aligned.matched]
    own = [at for at in own if not tokens[at].entities & doer.entities and not tokens[at].dated]
    helped = any(one.signs or one.folded in grammar.perfects for one in tokens[max(0, deed - 2) : deed])
    return f"gives to another what is done: {doer.text}" if own and helped else ""
