"""What a model is asked at a second look, and how its answer is read."""

import json

import pytest

from bot.domain.brief.prompt import AnswerError
from bot.domain.brief.second_look import build_questions, read_verdicts, verdicts_schema
from bot.domain.values.proof import Question
from config import limits

ASKED = (
    Question("The quay\nis closed.", ("The council closed the quay.", "It did so ##on Monday.")),
    Question("Boats land at Saltby.", ("Boats will land at Saltby.",)),
)


def test_claims_and_evidence_stand_between_marks() -> None:
    """Each claim is one line with its evidence below; the marks stand in no claim, whatever it says."""
    prompt = build_questions(ASKED, delimiter="##")
    assert prompt.user == (
        "<<##>>\n"
        "Claim 1: The quay is closed.\nEvidence: The council closed the quay.\nEvidence: It did so on Monday.\n\n"
        "Claim 2: Boats land at Saltby.\nEvidence: Boats will land at Saltby.\n"
        "<<##>>\n\nJudge claims 1 to 2."
    )
    assert prompt.characters == len(prompt.system) + len(prompt.user)


def test_schema_bounds_the_list_where_it_may() -> None:
    """No list of verdicts is without end, but where a server takes no bounds."""
    listed = [verdicts_schema(bounded=bounded)["properties"]["verdicts"] for bounded in (True, False)]
    assert [each.get("maxItems") for each in listed] == [limits.SECOND_LOOK_CLAIMS, None]


@pytest.mark.parametrize(
    ("verdicts", "read"),
    [
        ([(1, True), (2, False)], [True, False]),
        ([(2, True)], [None, True]),
        ([(1, True), (1, False), (2, True), (2, True)], [None, True]),
        ([(True, True), ("2", True), (2, "true"), (2, 1), (3, True), (None, None)], [None, None]),
    ],
)
def test_only_plain_verdicts_count(verdicts: list[tuple[object, object]], read: list[bool | None]) -> None:
    """What is left out, said both ways, not of a claim, or neither true nor false is no answer."""
    said = json.dumps({"verdicts": [{"claim": claim, "carried": carried} for claim, carried in verdicts] + ["yes"]})
    found = read_verdicts(f"```json\n{said}\n```", ASKED)
    assert [found.get(question) for question in ASKED] == read


@pytest.mark.parametrize("answer", ["yes", "[]", "{}", '{"verdicts": {"claim": 1}}'])
def test_answer_without_verdicts_is_a_fault(answer: str) -> None:
    """It says nothing of any claim, and is told so."""
    with pytest.raises(AnswerError):
        read_verdicts(answer, ASKED)
