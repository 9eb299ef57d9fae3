"""What a sentence tells under a restriction, or in another order of time, told without that."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, ONLY
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time, places_in, tells

TURNED_ORDER = "turns round what came first"
# How far behind what is shut stands to whom.
_NEAR = 1
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
    return _for_all(claim, aligned, grammar) or _told_before(claim, aligned, grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _for_all(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What is shut or open to some, told as shut or open to all: "will be closed to lorries"."""
    tokens, special = aligned.told.tokens, grammar.words.special
    for token, place in aligned.pairs:
        if tokens[place].folded not in special["shutting"]:
            continue
        inside = [at for at in places_in(tokens, tokens[place].clause) if grammar.brackets or at > place]
        ties = [at for at in inside if tokens[at].folded in special["for_whom"]]
        whom = next((one for at in ties[:1] for one in inside if one > at and tokens[one].content), None)
        if whom is None or whom in aligned.matched or tokens[whom].folded in special["anybody"]:
            continue
        near = abs(ties[0] - place) <= _NEAR or grammar.brackets
        behind = [one for one in claim.tokens if grammar.brackets or one.start > token.start]
        kept = any(one.folded in special["for_whom"] for one in behind)
        if near and not kept and is_plain(tokens[whom]) and not is_time(tokens[whom]):
            return f"leaves out for whom: {token.text}"
    return ""


def _told_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    already = grammar.words.special["already"]
    told = [token for token in claim.tokens if token.folded in already] if claim.tokens[-1].clause else []
    told = [token for token in told if not _opens_reason(claim, token, grammar)]
    if not told and not any(token.folded in already for token in claim.tokens):
        return _told_after(claim, aligned, grammar)
    if not told or any(token.folded in already for token in aligned.told.tokens):
        return ""
    beside = {token.clause for token, _ in aligned.pairs if is_plain(token)} - {told[0].clause}
    return f"says when otherwise: {told[0].text}" if beside else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _told_after(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a deed told as behind another when it was done: "when they came, he had already left"."""
    after = next((token for token in claim.tokens if AFTER in token.signs), None)
    if after is None or len(aligned.used) == 1:
        return ""
    tokens, earlier = aligned.told.tokens, grammar.words.special["already"] | grammar.words.pluperfects
    done = {token.clause for token in tokens if token.folded in earlier}
    led = {token.clause for token in tokens if token.folded in grammar.words.special["meeting_whens"]} - done
    if not done & aligned.used or not led & aligned.used:
        return ""
    deeds = {tokens[place].clause for token, place in aligned.pairs if token.start > after.start and is_plain(token)}
    return f"{TURNED_ORDER}: {after.text}" if deeds & led and not deeds & done else ""


def _opens_reason(claim: Clauses, token: Token, grammar: Grammar) -> bool:
    """Whether a word is one with "that" behind it, and opens why a thing is so: "ya que", "já que"."""
    behind = claim.tokens[claim.tokens.index(token) + 1 :][:1]
    return any(one.folded in grammar.complements for one in behind)
