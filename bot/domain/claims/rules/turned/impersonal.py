"""Deeds of nobody who is told: "Суд звинувачено" for "Суд звинуватив", "si è saputo che" for "Ann Lee sapeva".

A deed so told has no doer, whomever else the sentence names.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE
from bot.domain.claims.rules.grammar import Grammar

_PARTING = {AFTER, BEFORE, CAUSE}
# How many words before a verb "itself" may stand: "si è saputo".
_HELPED = 2


def done_by_nobody(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom a claim has it done to, by a verb's impersonal ending; "" where nothing does."""
    endings, tokens = grammar.words.impersonal, aligned.told.tokens
    verbs = [pair for pair in aligned.pairs if pair[0].folded.endswith(endings)] if endings else []
    for verb, place in verbs:
        active = tokens[place].mood == "past" and not tokens[place].folded.endswith(endings)
        doer = next((one for one, at in aligned.pairs if at == place - 1 and one.clause == verb.clause), None)
        if active and doer is not None and _acts(tokens, place - 1, doer, grammar):
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
    if doer.folded != tokens[at].folded or [t for t in tokens[:at] if t.content and t.clause == tokens[at].clause]:
        return False
    words = grammar.words
    body = doer.folded in words.officials or doer.stem in words.bodies | words.groups
    return body or bool(doer.entities) or grammar.is_role(doer)
