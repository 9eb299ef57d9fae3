"""What is told besides what somebody says: of "Ann said it was safe, but inspectors closed it" she says no more."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS
from bot.domain.claims.rules.grammar import Grammar, places_in

_AHEAD = {f"{GOVERNS}future", f"{GOVERNS}unreal"}


def said_besides(claim: Clauses, aligned: Aligned, verb: Token, grammar: Grammar) -> str:
    """What speaks against a claim that lets somebody say, in a second clause, what a sentence tells behind a "but"."""
    last = claim.tokens[-1].clause
    if last <= verb.clause:
        return ""
    for clause in range(verb.clause + 1, last + 1):
        if not _is_said(claim, clause, grammar):
            continue
        for told in {aligned.told.tokens[place].clause for _, place in aligned.pairs_of(clause)}:
            if told and _is_besides(aligned, told, grammar):
                return f"gives it to another speaker: {verb.text}"
    return ""


def _is_said(claim: Clauses, clause: int, grammar: Grammar) -> bool:
    """Whether a clause of a claim is told as said: by the word that opens it or by its verb's mood."""
    if claim.openers[clause] in grammar.complements:
        return True
    inside = [token.folded for token in claim.tokens if token.clause == clause]
    return not grammar.words.reporting.isdisjoint(inside)


def _is_besides(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a sentence's clause is set against what is said, with a doer and a deed in the past of its own."""
    told, words = aligned.told, grammar.words
    if told.clauses.openers[clause] not in words.joins - words.joining or told.clauses.marks[clause] != ",":
        return False
    inside = [told.tokens[at] for at in places_in(told.tokens, clause)]
    small = grammar.complements | words.subjects | words.anaphors - grammar.definite
    if len(inside) == 1 or inside[1].folded in small or any(token.folded in words.reporting for token in inside):
        return False
    ahead = any(token.mood in {"future", "conditional"} or token.signs & _AHEAD for token in inside)
    done = any(token.mood == "past" or token.folded in grammar.perfects for token in inside[1:])
    return done and not ahead and any(token.content for token in inside)
