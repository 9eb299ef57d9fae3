"""What somebody denies having said, with a denial of its own: "I never claimed that it is not safe"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, CAUSE, GOVERNS, NOT
from bot.domain.claims.rules.grammar import SPEECH, Grammar

_WHY = {CAUSE, AGENT}
_TELLING = SPEECH | {f"{GOVERNS}{name}" for name in ("allege", "promise", "admit", "suspect")}


def disavowed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim tells what a sentence denies that somebody said, by the denial that this has itself, "" if not.

    The claim has to deny more clauses than the sentence does behind the verb.
    """
    tokens = aligned.told.tokens
    denying = _denying(tokens)
    if len(denying) <= 1:
        return ""
    mine, openers = _denying(claim.tokens), aligned.told.clauses.openers
    says = any(token.signs & SPEECH for token in claim.tokens)
    for clause, denial in denying.items():
        inner = [other for other in denying if other > clause and other in aligned.used]
        told = any(token.clause == clause and token.signs & _TELLING for token in tokens)
        told = told or (says and not grammar.complements.isdisjoint(openers[clause + 1 : clause + 2]))
        if told and inner and _takes(aligned, clause + 1) and len(mine) <= len(inner):
            return f"leaves out a denial: {denial.text}"
    return ""


def _takes(aligned: Aligned, clause: int) -> bool:
    """Whether a claim takes more of a clause than what a pronoun in a later one stands for."""
    taken = [aligned.told.tokens[place].clause for token, place in aligned.pairs if not token.entities]
    return clause in aligned.used and (taken.count(clause) != 1 or max(taken) == clause)


def _denying(tokens: Sequence[Token]) -> dict[int, Token]:
    """Clauses that deny something, each with a word that does."""
    return {token.clause: token for token in reversed(tokens) if NOT in token.signs}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def denies_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Whether a claim denies a deed of which only why, where or when is denied: "not because of ..., but because of".

    "" where it is the deed that is denied.
    """
    tokens = aligned.told.tokens
    if not [1 for token in claim.tokens if NOT in token.signs]:
        return ""
    denied = next((at for at, token in enumerate(tokens) if NOT in token.signs), len(tokens))
    for at in range(denied + 1, len(tokens) - 1):
        tie, other = tokens[at], tokens[at + 1]
        if tie.folded not in grammar.conjunctions or tie.clause == tokens[denied].clause or other.content:
            continue
        first = next((one for one in range(denied + 1, at) if tokens[one].folded == other.folded), None)
        behind = next((one for one in range(first, at) if tokens[one].content), at) if first is not None else at
        apart = behind not in aligned.matched and not any(token.folded == other.folded for token in claim.tokens)
        if behind < at and apart and (other.signs & _WHY or other.folded in grammar.words.ties):
            return f"denies what the article does not deny: {tokens[behind].text}"
    return ""
