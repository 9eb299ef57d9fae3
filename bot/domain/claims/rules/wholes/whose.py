"""What a clause tells of what is somebody's, told of them: "Ann Holm, whose father built it", "Ann Holm built it"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Told
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in

# How many words stand at a clause's beginning up to the one for "whose": "al cărei", "il cui".
_OPENING = 2


def of_theirs(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does it, where the sentence has what is theirs do it and the claim leaves that out."""
    tokens, words = aligned.told.tokens, grammar.words.whose
    if words.isdisjoint([token.folded for token in tokens]):
        return ""
    for clause in sorted(aligned.used - {0}):
        owned = _owned(aligned.told, clause, grammar)
        if owned is None or owned in aligned.matched:
            continue
        for doer in {token.clause: token for token, _ in reversed(aligned.pairs)}.values():
            pairs = aligned.pairs_of(doer.clause)
            ahead = tokens[pairs[0][1]].clause < clause
            if ahead and any(is_plain(token) and tokens[at].clause == clause for token, at in pairs[1:]):
                return f"gives to another what is done: {doer.text}"
    return ""


def _owned(told: Told, clause: int, grammar: Grammar) -> int | None:
    """Where the noun stands of which a clause's opening tells that it is somebody's; None where it tells no such."""
    tokens, inside = told.tokens, places_in(told.tokens, clause)
    at = next((at for at in inside[:_OPENING] if tokens[at].folded in grammar.words.whose), None)
    if at is None:
        return None
    if at > inside[0] and tokens[at - 1].content:
        return at - 1
    before = places_in(tokens, clause - 1)
    if at == inside[0] and not told.clauses.marks[clause] and len(before) == 1 and tokens[before[0]].content:
        return before[0]  # "..., батько | якої ...".
    led = at == inside[0] or tokens[at - 1].folded in grammar.definite | grammar.of_words | grammar.genitives
    return next((place for place in inside if place > at and tokens[place].content), None) if led else None


def stood_in_for(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a doer in whose place another does it: "statt der Leiterin kam ihr Vertreter", "" if not."""
    tokens, instead = aligned.told.tokens, grammar.words.instead
    if instead.isdisjoint([token.folded for token in tokens]) or any(one.folded in instead for one in claim.tokens):
        return ""
    doer, place = aligned.pairs[0] if aligned.pairs else (claim.tokens[0], 0)
    before = [
        token.folded for token in tokens[max(0, place - _OPENING) : place] if token.clause == tokens[place].clause
    ]
    if doer.value is not None or doer.dated or instead.isdisjoint(before) or grammar.tie_before(claim.tokens, 1):
        return ""
    later = any(is_plain(token) and at > place for token, at in aligned.pairs_of(doer.clause))
    return f"gives to another what is done: {doer.text}" if later else ""
