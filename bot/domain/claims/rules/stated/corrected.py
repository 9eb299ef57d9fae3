"""Who did a thing and who did not: "it was not Ann who said it, but Ben", "by Ann and not, as we said, by Ben"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.cues.denied import BEYOND
from bot.domain.claims.rules.grammar import FINITE, Grammar, governs, is_plain, places_in
from bot.domain.claims.rules.heard.claimed import doubts

DENIED_OTHER = "denies what the article does not deny"
# How many words before a denial at a sentence's beginning stand, and how many between it and whom it denies.
_OPENING, _NEAR = 3, 4


def denied_doer(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a thing done by who did not do it, or not by who did; "" for nothing."""
    tokens = aligned.told.tokens
    denials = [at for at, token in enumerate(tokens) if NOT in token.signs]
    elided = _elided(claim, aligned, grammar)
    if elided or not denials or not tokens[-1].clause:
        return elided
    if any(NOT in token.signs for token in claim.tokens):
        return _denies_first(aligned, denials, grammar)
    return _takes_denied(claim, aligned, denials[0], grammar) if denials[0] < _OPENING else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _elided(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What denies a thing without its verb that a claim takes with the verb of another: "A backs it, | B does not"."""
    tokens, words = aligned.told.tokens, grammar.words.special["elided_not"]
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens) or tokens[at + 1].clause != token.clause
        if token.folded not in words or not last or not token.clause or at in aligned.matched:
            continue
        if tokens[at - 1].folded in grammar.words.joins:
            continue  # "And not, as was said, ...".
        inside = [one for one in places_in(tokens, token.clause) if tokens[one].content and one != at]
        alone = inside or [one for one in places_in(tokens, token.clause - 1) if tokens[one].content]
        verbs = any(tokens[one].mood in FINITE or governs(tokens[one]) for one in alone)
        taken = [one for one in alone if one in aligned.matched]
        others = [one for one in aligned.matched if one < alone[0] and is_plain(tokens[one])] if alone else []
        if taken and others and not verbs and not doubts(claim, grammar):
            return f"{BEYOND}: {token.text}"
    return ""


def _denies_first(aligned: Aligned, denials: list[int], grammar: Grammar) -> str:
    """What a claim denies of what only stands before "and not", "" for nothing."""
    tokens, joins = aligned.told.tokens, grammar.words.joins | grammar.words.joining | grammar.words.correcting
    denial = denials[0]
    if len(denials) > 1 or not denial or tokens[denial - 1].folded not in joins:
        return ""
    taken = [at for at in aligned.matched if not tokens[at].dated]
    return f"{DENIED_OTHER}: {tokens[taken[0]].text}" if taken and max(taken) < denial else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _takes_denied(claim: Clauses, aligned: Aligned, denial: int, grammar: Grammar) -> str:
    """What denies that who does it in a claim did, where "but" leads on who did; "" for nothing."""
    told, tokens = aligned.told, aligned.told.tokens
    correcting = grammar.words.correcting
    openers = enumerate(told.clauses.openers)
    later = next((clause for clause, opener in openers if opener in correcting and clause > tokens[denial].clause), 0)
    if not later or doubts(claim, grammar):
        return ""
    near = range(denial + 1, min(denial + 1 + _NEAR, len(tokens)))
    doer = next((at for at in near if tokens[at].content), -1)
    if doer < 0 or (not is_plain(tokens[doer]) and not tokens[doer].entities):
        return ""
    phrase = [doer]
    while tokens[phrase[-1] + 1].content and tokens[phrase[-1] + 1].clause == tokens[doer].clause:
        phrase.append(phrase[-1] + 1)
    parted = tokens[phrase[-1] + 1].folded in grammar.relatives
    named = [at for at in phrase if tokens[at].entities]
    behind = [at for at in aligned.matched if at > phrase[-1] and tokens[at].clause < later]
    if not parted or not named or not behind or aligned.matched.isdisjoint(phrase):
        return ""
    return f"{BEYOND}: {tokens[denial].text}" if all(tokens[at].clause < later for at in aligned.matched) else ""
