"""Sentences, headlines and roles held against an article."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from bot.domain.values.proof import Proof

TEXT = (
    "It is wrong to claim that the dam at Corran has burst, the water board said. The gates were opened on Monday.\n\n"
    "The board's chairwoman, Lena Aske, thanked the crews."
)
CLAIMS = Claims(Article(text=TEXT, title="Dam holds", language="en"))


@pytest.mark.parametrize("said", ["The gates were opened on Monday.", "the gates were opened on monday"])
def test_whole_sentence_is_verbatim(said: str) -> None:
    """A sentence of the article's stands, with its place."""
    verdict = CLAIMS.sentence(said)
    assert verdict.proof is Proof.VERBATIM
    assert [TEXT[start:end] for start, end in verdict.evidence] == ["The gates were opened on Monday."]


def test_part_of_a_sentence_is_not_verbatim() -> None:
    """What the article denies stands in it word for word, and is no sentence of its own."""
    assert not CLAIMS.sentence("The dam at Corran has burst.").stands


def test_title_is_a_headline() -> None:
    """The page's own title stands; another headline needs the proof that a sentence needs."""
    assert CLAIMS.headline("Dam holds").stands
    assert not CLAIMS.headline("Dam has burst").stands


MINISTRY = Claims(
    Article(
        text=(
            "The harbour ministry will pay for the quay, said Owen Brill, a spokesman for the ministry. Conductor "
            "Ann Holm and the former pilot, Tom Ferro, praised it. Holm leads the choir of Corran."
        ),
        language="en",
    )
)


@pytest.mark.parametrize(
    ("name", "role", "stands"),
    [
        ("Owen Brill", "spokesman for the ministry", True),
        ("Owen Brill", "minister", False),
        ("Ann Holm", "conductor", True),
        ("Ann Holm", "pilot", False),
        ("Tom Ferro", "former pilot", True),
        ("Tom Ferro", "pilot", False),
        ("Tom Ferro", "conductor", False),
    ],
)
def test_role_is_what_somebody_is_called(name: str, role: str, *, stands: bool) -> None:
    """Not whom they speak for, not what another is called, not what they were."""
    assert MINISTRY.role(name, role).stands is stands


@pytest.mark.parametrize(
    ("text", "said", "stands"),
    [
        ("Quill accused Aske of hiding a report. Aske denied it.", "Aske denied hiding a report.", True),
        ("Quill accused Aske of hiding a report. Aske denied it.", "Quill denied hiding a report.", False),
        ("Quill accused Aske of hiding a report. Aske denied it.", "Aske admitted hiding a report.", False),
        ("Of the 85 crews 20 left the dam.", "20 of the 85 crews left the dam.", True),
        ("Of the 85 crews 20 left the dam.", "85 crews left the dam.", False),
        ("About 95,000 visitors came to the dam in May.", "Nearly 100,000 visitors came to the dam in May.", True),
        ("About 45,000 visitors came to the dam in May.", "Nearly 100,000 visitors came to the dam in May.", False),
        ("Some 2,300 visitors came to the dam in May.", "Thousands of visitors came to the dam in May.", True),
        ("The board voted on Monday to close the dam in June.", "The dam will be closed in June.", True),
        ("The board may vote on Monday to close the dam in June.", "The dam will be closed in June.", False),
        ("A rescue crew, led by the pilot Ann Holm, reached the dam.", "The rescue crew leads Ann Holm.", False),
        ("The board postponed the opening of the dam until May.", "The board opened the dam in May.", False),
        ("Fourteen pilots were in favour and nine against.", "Nine voted against it.", True),
        ("Fourteen pilots were in favour and nine against.", "Nine pilots voted against it.", True),
        ("Fourteen pilots were in favour and nine against.", "Nine pilots voted for it.", False),
        ("Fourteen pilots were in favour and nine against.", "Fourteen pilots voted against it.", False),
        ("Fourteen pilots and nine crews were against.", "Nine pilots voted against it.", False),
        ("The board will open the dam if the crews agree.", "The board will open the dam.", False),
        ("“I wait,” Tom Rudd said. He did not say whether he would come.", "Tom Rudd said he would come.", False),
    ],
)
def test_what_is_said_otherwise(text: str, said: str, *, stands: bool) -> None:
    """A denial of the sentence before, parts of a whole, rounded numbers, what is decided; and the lies beside them."""
    assert Claims(Article(text=text, language="en")).sentence(said).stands is stands


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("Der Verein lehnt den Umbau ab.", True),
        ("Der Verein nimmt den Umbau an.", False),
        ("Die Stadt schlägt den Umbau vor.", True),
        ("Die Stadt lehnt den Umbau ab.", False),
    ],
)
def test_german_verbs_are_read_with_their_particles(said: str, *, stands: bool) -> None:
    """What a verb leaves at its clause's end is a part of it."""
    text = "Die Stadt hat einen Umbau vorgeschlagen. Der Verein lehnte den Umbau am Montag ab."
    assert Claims(Article(text=text, language="de")).sentence(said).stands is stands


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("Nach Angaben von Petra Lund wird das Werk am 30. September geschlossen.", True),
        ("Nach Angaben von Jens Kolbe wird das Werk am 30. September geschlossen.", False),
        ("Nach Angaben von Petra Lund wird das Werk am 3. Oktober geschlossen.", False),
    ],
)
def test_source_may_be_named_behind(said: str, *, stands: bool) -> None:
    """A sentence that only says who told what stands before it gives that its source."""
    text = (
        "Das Werk wird am 30. September geschlossen. 20 Arbeiter wechseln nach Torgen. Das teilte die Leiterin "
        "Petra Lund mit.\n\nAm 3. Oktober will Jens Kolbe klagen."
    )
    assert Claims(Article(text=text, language="de")).sentence(said).stands is stands


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("Lena Aske, who had twice failed to win a majority, changed the plan in May.", True),
        ("Lena Aske, who had won a majority, changed the plan in May.", False),
        ("Tom Rudd, who had twice failed to win a majority, changed the plan in May.", False),
    ],
)
def test_surname_may_be_said_in_full(said: str, *, stands: bool) -> None:
    """A whole sentence stands with the full name of whom it calls by surname, and with nobody else's."""
    text = (
        "The board's chairwoman, Lena Aske, thanked the crews, and Tom Rudd led them.\n\n"
        "Aske, who had twice failed to win a majority, changed the plan in May."
    )
    verdict = Claims(Article(text=text, title="Dam holds", language="en")).sentence(said)
    assert verdict.stands is stands


def test_acronym_is_no_function_word() -> None:
    """The name "WHO" is one that an article with "who" has not, and no second look makes it true."""
    claims = Claims(Article(text="The mayor, who opened the bridge, told us that a doctor had left.", language="en"))
    verdict = claims.sentence("The WHO opened the bridge.")
    assert (verdict.stands, verdict.vetoed) == (False, True)
    assert not claims.sentence("THE MAYOR OPENED THE BRIDGE.").vetoed


def test_sentence_of_a_quotation_is_its_speakers() -> None:
    """A whole sentence that somebody says is no fact, whether the quotation has one or more; with its marks it is."""
    text = "Mr Fenn doubted that. “That is a remarkable coincidence. We all know it.” He left.\n\n“The clock is late.”"
    claims = Claims(Article(text=text, language="en"))
    for said in ("That is a remarkable coincidence.", "We all know it.", "The clock is late."):
        assert not claims.sentence(said).stands
    assert claims.sentence("The clock is late.").vetoed
    assert claims.sentence("“The clock is late.”").stands
    assert claims.sentence("He left.").stands


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "Des médecins se sont joints au cortège ; le maire, lui, soutient la fermeture.",
            "; médecins se sont joints au cortège Des le maire, lui, soutient la fermeture.",
        ),
        (
            "pt",
            "O herói foi Nélson da Cruz, carteiro de profissão. «Estou a distribuir cartas», lembrou o guarda-redes.",
            "Distribuir cartas», o guarda-redes.",
        ),
    ],
)
def test_a_broken_claim_takes_nothing_down(language: str, text: str, said: str) -> None:
    """A claim that begins or ends amid a sentence falls, and raises nothing."""
    assert not Claims(Article(text, language=language)).sentence(said).stands
