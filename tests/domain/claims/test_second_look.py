"""What a second look may decide."""

import pytest

from bot.domain.claims.second_look import NOT_CARRIED, question_of, weighed
from bot.domain.text.planted import BLANK
from bot.domain.values.proof import Proof, Question, Verdict

TEXT = "The gates were opened on Monday. The crews were thanked."
EVIDENCE = ((0, 32),)
OPEN = Verdict(stands=False, why="no sentence of the article says it", evidence=EVIDENCE)
VETOED = Verdict(stands=False, why="the article denies it", evidence=EVIDENCE, vetoed=True)
PROVEN = Verdict(stands=True, proof=Proof.SUPPORTED, evidence=EVIDENCE)
TRANSLATED = Verdict(stands=True, proof=Proof.TRANSLATED, evidence=EVIDENCE)
BARE = Verdict(stands=False, why="no sentence of the article says it")
QUESTION = Question("The gates stand open.", ("The gates were opened on Monday.",))


@pytest.mark.parametrize(
    ("verdict", "asked"), [(OPEN, True), (TRANSLATED, True), (VETOED, False), (PROVEN, False), (BARE, False)]
)
def test_only_what_the_rules_leave_open_is_asked(verdict: Verdict, *, asked: bool) -> None:
    """A claim without evidence, one that is proven, and one that a rule speaks against are decided."""
    assert question_of(QUESTION.claim, verdict, TEXT) == (QUESTION if asked else None)


def test_yes_proves_what_is_open() -> None:
    """It stands, and the proof says by what."""
    found = weighed(OPEN, QUESTION, {QUESTION: True})
    assert (found.stands, found.proof, found.why, found.evidence) == (True, Proof.SECOND_LOOK, "", EVIDENCE)


def test_yes_saves_nothing_that_a_rule_speaks_against() -> None:
    """Whatever is answered, and even if it was asked."""
    question = question_of(QUESTION.claim, VETOED, TEXT)
    assert weighed(VETOED, question, {QUESTION: True}) == VETOED


def test_no_takes_back_a_translation() -> None:
    """Words of two languages cannot be compared by rules, so there a second look may say no."""
    found = weighed(TRANSLATED, QUESTION, {QUESTION: False})
    assert (found.stands, found.proof, found.why) == (False, None, NOT_CARRIED)
    assert weighed(TRANSLATED, QUESTION, {QUESTION: True}) == TRANSLATED


@pytest.mark.parametrize("verdict", [OPEN, TRANSLATED])
def test_silence_leaves_the_rules(verdict: Verdict) -> None:
    """A question without an answer changes nothing."""
    assert weighed(verdict, QUESTION, {}) == verdict


def test_no_leaves_the_rules_reason() -> None:
    """What does not stand by the rules does not stand for their reason."""
    assert weighed(OPEN, QUESTION, {QUESTION: False}) == OPEN


def test_planted_passage_is_no_evidence() -> None:
    """What was blanked proves nothing, so nothing is asked of it."""
    text = TEXT[:33] + BLANK * (len(TEXT) - 33)
    verdict = Verdict(stands=False, why="open", evidence=((0, 32), (33, len(TEXT))))
    assert question_of(QUESTION.claim, verdict, text) is None
