"""Clauses that tell what a speaker is beside the name: "..., the head, Ann Lee, said"."""

from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar

_CUE_WORDS = 3


def says_more(clauses: Clauses, clause: int) -> bool:
    """Whether a clause says more than a name."""
    for token in clauses.tokens:
        if token.clause == clause and ((token.content and not token.entities) or token.signs & SPEECH):
            return True
    return False


def describes_speaker(clauses: Clauses, clause: int, at: int, grammar: Grammar) -> bool:
    """Whether a clause at a place only tells what a speaker named beside it is: ", the head, Ann Lee, said"."""
    if clauses.openers[at] in grammar.words.joins | grammar.words.joining or not _opens_with_speech(clauses, clause):
        return False  # "..., but the head, Ann Lee, said."
    if {clauses.marks[at], clauses.marks[clause]} != {","}:
        return False
    if [token for token in clauses.tokens if token.clause == at and (token.mood in FINITE or token.signs)]:
        return False
    return not all(says_more(clauses, beside) for beside in {at - 1, at + 1} & set(range(1, clause)))


def _opens_with_speech(clauses: Clauses, clause: int) -> bool:
    """Whether a clause opens with a verb that says something, small words before it or none: "said", "l'a dit"."""
    opening = [token for token in clauses.tokens if token.clause == clause][:_CUE_WORDS]
    verb = next((token for token in opening if token.signs & SPEECH or token.content), None)
    return verb is not None and bool(verb.signs & SPEECH)
