"""Claims near the article's words: what may be passed over, joined or put in another time, and what may not."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article


def stands(text: str, said: str, language: str) -> bool:
    """Whether an article of one text carries a sentence."""
    return Claims(Article(text=text, language=language)).sentence(said).stands


@pytest.mark.parametrize(
    ("language", "text", "said", "right"),
    [
        ("es", "Los vecinos rechazan la obra y anunciaron una marcha.", "Los vecinos anunciaron una marcha.", True),
        ("es", "Los vecinos rechazan la obra y la marcha.", "Los vecinos anunciaron una marcha.", False),
        ("es", "Los vecinos quieren parar la obra y abrir el parque.", "Los vecinos abren el parque.", False),
        ("de", "Lena Brandt lehnt das nicht ab, hält es aber für teuer.", "Lena Brandt hält es für teuer.", True),
        ("de", "Lena Brandt schlägt vor, die Brücke zu sperren.", "Lena Brandt sperrt die Brücke.", False),
        ("it", "Il Comune non ha letto il rapporto, che è segreto.", "Il rapporto è segreto.", True),
        ("it", "Il Comune non ha detto che il rapporto è segreto.", "Il rapporto è segreto.", False),
        ("es", "El alcalde pidió cerrar el parque, en el que murió un gato.", "En el parque murió un gato.", True),
    ],
)
def test_another_deed_is_passed_over(language: str, text: str, said: str, *, right: bool) -> None:
    """What the same doer refuses or wants besides does not turn a claim; what governs its deed does."""
    assert stands(text, said, language) is right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("The ban takes effect in March.", "The ban took effect in March.", False),
        ("The ban took effect in March.", "In March the ban took effect.", True),
        (
            "Ann Holm said that two ships were still in the dock.",
            "Two ships are still in the dock, Ann Holm said.",
            True,
        ),
        ("Two ships were in the dock.", "Two ships are in the dock.", False),
    ],
)
def test_time_is_kept(text: str, said: str, *, right: bool) -> None:
    """What is to come is not told as done; what somebody said may be told in the time of the telling."""
    assert stands(text, said, "en") is right


def test_what_is_announced_may_be_told_as_announced() -> None:
    """What will stay so, as somebody announced, is what they announced would stay so."""
    text = "La bibliothèque restera fermée jusqu'au 3 mai, a annoncé mardi la maire, Anne Roux."
    assert stands(text, "Anne Roux a annoncé que la bibliothèque resterait fermée jusqu'au 3 mai.", "fr")
    assert not stands(text, "La bibliothèque est restée fermée jusqu'au 3 mai.", "fr")


@pytest.mark.parametrize(
    ("said", "right"), [("Клуб «Вітрило» хоче купити причал.", True), ("Клуб «Вітрило» купив причал.", False)]
)
def test_a_name_between_marks_is_no_quotation(said: str, *, right: bool) -> None:
    """A name in quotation marks behind the word for its bearer parts no clause."""
    assert stands("Орендар, клуб «Вітрило», хоче купити там причал.", said, "uk") is right


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "ro",
            "Zece membri au votat pentru plan, iar șase au fost împotrivă.",
            "Zece membri au fost împotriva planului.",
        ),
        ("en", "Ten members voted for the plan and six against.", "Ten members voted against the plan."),
        ("es", "El director descartó dimitir y culpó a la lluvia.", "El director dimitió por la lluvia."),
        ("it", "Il sindaco ha escluso di vendere il parco.", "Il sindaco ha venduto il parco."),
        ("de", "Der Rat schloss einen Verkauf des Parks aus.", "Der Rat verkauft den Park."),
    ],
)
def test_what_is_opposed_or_ruled_out_is_not_done(language: str, text: str, said: str) -> None:
    """Who rules a thing out does not do it, and who is for it is not against."""
    assert not stands(text, said, language)
