"""What a second look by a model may decide, and what it may not.

It is asked of what the rules leave open: a claim that they can neither prove nor speak against, and one in another
language, whose words they cannot compare. What a rule vetoes it never saves, and where it says nothing, the rules have
the last word.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.text.planted import BLANK
from bot.domain.values.proof import Proof, Question, Verdict

NOT_CARRIED = "a second look finds that its evidence does not say it"


def question_of(claim: str, verdict: Verdict, text: str) -> Question | None:
    """What a second look is asked of a claim by the rules' verdict, None where nothing is open.

    Args:
        claim: what is said; of a role with the name it belongs to.
        verdict: what the rules say of it.
        text: the article's, in which the verdict's evidence stands.
    """
    decided = verdict.vetoed or (verdict.stands and verdict.proof is not Proof.TRANSLATED)
    evidence = tuple(text[start:end] for start, end in _shown(verdict))
    # A planted passage, which is blank in the text, proves nothing.
    if decided or not evidence or any(BLANK in sentence for sentence in evidence):
        return None
    return Question(claim, evidence)


def weighed(verdict: Verdict, question: Question | None, carried: Mapping[Question, bool]) -> Verdict:
    """The verdict once a second look was had: it proves what is open, and takes back what only seemed translated."""
    answer = None if question is None else carried.get(question)
    if answer is None:
        return verdict
    if not answer:
        return replace(verdict, stands=False, proof=None, why=NOT_CARRIED) if verdict.stands else verdict
    if verdict.stands:
        return verdict
    return replace(verdict, stands=True, proof=Proof.SECOND_LOOK, why="", evidence=_shown(verdict))


def _shown(verdict: Verdict) -> tuple[tuple[int, int], ...]:
    """The sentences that a second look sees: those that carry a claim, or have most of it together."""
    return verdict.nearest or verdict.evidence


def role_claim(name: str, role: str) -> str:
    """What a role says, as a claim that can be asked about."""
    return f"{name}: {role}"
