"""Deeds of nobody who is told: "Суд звинувачено" for "Суд звинуватив", "si è saputo che" for "Ann Lee sapeva".

A deed so told has no doer, whomever else the sentence names.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, GOVERNS, PASSIVE
from bot.domain.claims.rules.deeds.declined import is_done
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, tells

_PARTING = {AFTER, BEFORE, CAUSE}
_TO_COME = {f"{GOVERNS}future", f"{GOVERNS}plan"}
# How many words before a verb "itself" may stand: "si è saputo".
_HELPED = 2


def done_by_nobody(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom a claim has it done to, by the ending of a passive; "" where nothing does."""
    endings, tokens = grammar.words.impersonal, aligned.told.tokens
    verbs = [pair for pair in aligned.pairs if is_done(pair[0], grammar)] if endings else []
    for verb, place in verbs:
        active = tokens[place].mood == "past" and not tokens[place].folded.endswith(endings)
        before = tokens[place - 1].entities
        near = (p for p in aligned.pairs_of(verb.clause) if p[1] == place - 1 or (before & tokens[p[1]].entities))
        doer, at = next(near, (None, 0))
        if active and doer is not None and at < place and _acts(tokens, at, doer, grammar):
            return f"turns round who does what: {doer.text}"
    return ""


def known_by_nobody(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who knows or says it in a claim, where the sentence has it known by nobody who is told."""
    tokens, claimed = aligned.told.tokens, claim.tokens
    led = [pair for pair in aligned.pairs[1:] if _is_led_by_itself(tokens, pair[1], grammar)]
    for deed, place in led:
        doer, there = aligned.pairs_of(deed.clause)[0]
        at = claimed.index(deed)
        itself = any(token.folded in grammar.reflexives for token in claimed[max(0, at - _HELPED) : at])
        apart = [1 for token in tokens[there + 1 : place] if token.signs & _PARTING]  # "Ann Lee left after it ...".
        if doer.entities and apart and not itself:
            return f"gives to another what is done: {doer.text}"
    return ""


def _is_led_by_itself(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "itself" or "become" stands before a verb and "that" behind it: "depois de se saber que ..."."""
    if at + 1 >= len(tokens) or tokens[at + 1].folded not in grammar.complements:
        return False
    marks = grammar.reflexives | grammar.words.becoming
    return any(token.folded in marks for token in tokens[max(0, at - _HELPED) : at])


def _acts(tokens: Sequence[Token], at: int, doer: Token, grammar: Grammar) -> bool:
    """Whether a sentence's clause opens with a name, an office or a body, in the form that the claim has."""
    words, ahead = grammar.words, [t for t in tokens[:at] if t.content and t.clause == tokens[at].clause]
    ahead = [t for t in ahead if not (t.dated or t.entities & doer.entities or grammar.is_role(t))]
    if doer.folded != tokens[at].folded or ahead:
        return False
    body = doer.folded in words.officials or doer.stem in words.bodies | words.groups
    return body or bool(doer.entities) or grammar.is_role(doer)


def done_by_teller(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what they only tell has been done: "confirmed that it was stolen"."""
    openers = aligned.told.clauses.openers
    if not openers[1:] or tells(claim.tokens, PASSIVE):
        return ""
    for deed, place in aligned.pairs:
        clause = aligned.told.tokens[place].clause
        if not clause or openers[clause] not in grammar.complements or not is_plain(deed) or grammar.is_named(deed):
            continue
        doer, there = aligned.pairs_of(deed.clause)[0]
        apart = doer is not deed and aligned.told.tokens[there].clause < clause
        if apart and _is_undergone(aligned.told.tokens, place, grammar) and _may_do(claim, doer, grammar):
            return f"turns round who does what: {doer.text}"
    return ""


def _may_do(claim: Clauses, doer: Token, grammar: Grammar) -> bool:
    """Whether a claim has who is not tied do more than say something."""
    said = any(token.signs & SPEECH for token in claim.tokens if token.clause == doer.clause)
    return not said and not grammar.is_tied(claim.tokens, claim.tokens.index(doer))


def _is_undergone(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a verb has a passive's helping verb beside it in its clause, or an ending of what nobody told does.

    What somebody tells is to come may be their own plan.
    """
    inside = [token for token in tokens if token.clause == tokens[place].clause]
    if any(token.mood == "future" or token.signs & _TO_COME for token in inside):
        return False
    beside = [*tokens[max(0, place - _HELPED) : place], *tokens[place + 1 : place + 2]]
    passive = any(PASSIVE in token.signs and token.clause == tokens[place].clause for token in beside)
    participle = passive and not grammar.is_named(tokens[place])
    impersonal = grammar.words.impersonal
    return participle or (bool(impersonal) and tokens[place].folded.endswith(impersonal))
