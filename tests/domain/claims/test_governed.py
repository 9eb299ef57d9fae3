"""What a verb like "refuse" governs is said of it alone, and who does not refuse something does it."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TEXTS = {
    "en": "Residents had signed a petition to keep the pool open, but the board refused to discuss it.",
    "de": "Die Anwohner planten, das Bad zu retten, aber der Vorstand weigerte sich, den Plan zu besprechen.",
    "fr": "Les riverains voulaient garder la piscine, mais le comité a refusé de discuter le projet.",
    "es": "Los vecinos querían mantener la piscina, pero el comité rehusó debatir el plan.",
    "it": "I residenti volevano mantenere la piscina, ma il comitato ha rifiutato di discutere il piano.",
    "pt": "Os moradores queriam manter a piscina, mas o comité recusou debater o plano.",
    "ro": "Locuitorii au cerut să păstreze piscina, dar comitetul a refuzat să dezbată planul.",
    "uk": "Мешканці хотіли зберегти басейн, але комітет відмовився обговорювати план.",
}
TRUE = [
    ("en", "The board refused to discuss the petition."),
    ("de", "Der Vorstand weigerte sich, den Plan zu besprechen."),
    ("fr", "Le comité a refusé de discuter le projet."),
    ("es", "El comité rehusó debatir el plan."),
    ("it", "Il comitato ha rifiutato di discutere il piano."),
    ("pt", "O comité recusou debater o plano."),
    ("ro", "Comitetul a refuzat să dezbată planul."),
    ("uk", "Комітет відмовився обговорювати план."),
]
FALSE = [
    ("en", "The board refused to keep the pool open."),
    ("en", "The board did not refuse to discuss the petition."),
    ("en", "The board never refused to discuss it."),
    ("de", "Der Vorstand weigerte sich, das Bad zu retten."),
    ("de", "Der Vorstand weigerte sich nicht, den Plan zu besprechen."),
    ("fr", "Le comité a refusé de garder la piscine."),
    ("fr", "Le comité n'a pas refusé de discuter le projet."),
    ("es", "El comité rehusó mantener la piscina."),
    ("es", "El comité no rehusó debatir el plan."),
    ("it", "Il comitato ha rifiutato di mantenere la piscina."),
    ("it", "Il comitato non ha rifiutato di discutere il piano."),
    ("pt", "O comité recusou manter a piscina."),
    ("pt", "O comité não recusou debater o plano."),
    ("ro", "Comitetul a refuzat să păstreze piscina."),
    ("ro", "Comitetul nu a refuzat să dezbată planul."),
    ("uk", "Комітет відмовився зберегти басейн."),
    ("uk", "Комітет не відмовився обговорювати план."),
]


def stands(language: str, said: str) -> bool:
    """Whether the text in a language says it."""
    return Claims(Article(text=TEXTS[language], language=language)).sentence(said).stands


@pytest.mark.parametrize(("language", "said"), TRUE)
def test_what_is_refused_stands(language: str, said: str) -> None:
    """The deed that is refused is refused in the claim too."""
    assert stands(language, said)


@pytest.mark.parametrize(("language", "said"), FALSE)
def test_another_deed_or_a_denied_refusal_falls(language: str, said: str) -> None:
    """What others want is not what is refused, and a refusal that is denied is none."""
    assert not stands(language, said)


@pytest.mark.parametrize(
    ("said", "stood"),
    [
        ("The board promised to keep the pool open.", True),
        ("The board promised to lower the fee.", True),
        ("The board promised to close the pool.", False),
        ("The board promised to debate the fee.", False),
    ],
)
def test_what_is_joined_is_governed_too(said: str, *, stood: bool) -> None:
    """Two deeds that are joined are both promised; one that others asked for is not."""
    text = (
        "Residents wanted to debate the fee and the owner wants to close the pool, but the board promised to lower "
        "the fee and to keep the pool open."
    )
    assert Claims(Article(text=text, language="en")).sentence(said).stands is stood


def test_german_deeds_are_joined_with_what_they_are_done_to() -> None:
    """Between the word that joins two deeds and the second stands what it is done to."""
    text = (
        "Die Pächter planten, das Bad zu kaufen, aber der Verein versprach, das Dach zu reparieren und das Bad zu "
        "öffnen."
    )
    claims = Claims(Article(text=text, language="de"))
    assert claims.sentence("Der Verein versprach, das Bad zu öffnen.").stands
    assert not claims.sentence("Der Verein versprach, das Bad zu kaufen.").stands


TOLD = tomllib.loads(Path(__file__).with_name("governed.toml").read_text(encoding="utf-8"))["told"]


@pytest.mark.parametrize("told", TOLD, ids=[f"{one['text']} {one['false']}" for one in TOLD])
def test_an_aside_parts_no_deed_from_what_governs_it(told: dict[str, str]) -> None:
    """A mine that, an aside between, refuses to close the shaft does not close it."""
    claims = Claims(Article(text=told["text"], language=told["language"]))
    assert claims.sentence(told["true"]).stands
    assert not claims.sentence(told["false"]).stands
