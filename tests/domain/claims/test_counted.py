"""People who are counted: what they are called is no deed."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("code", "text", "claim", "true"),
    [
        ("ro", "230 de angajați își vor pierde locul de muncă mâine.", "Peste 200 de oameni vor fi angajați.", False),
        ("fr", "230 employés perdront leur emploi le 3 mai.", "Plus de 200 personnes seront employées.", False),
        ("de", "230 Angestellte verlieren im Mai ihre Arbeit.", "230 Menschen werden im Mai angestellt.", False),
        ("fr", "Le 3 mai, 230 personnes seront employées par la ville.", "230 personnes seront employées.", True),
    ],
)
def test_what_people_are_called_is_no_deed(code: str, text: str, claim: str, *, true: bool) -> None:
    """A participle is not foretold of people whom the article only calls so."""
    assert Claims(Article(text=text, language=code)).sentence(claim).stands is true


@pytest.mark.parametrize(
    ("code", "text", "right", "wrong"),
    [
        (
            "en",
            "Thirty-two concerts were cancelled in Harlow.",
            "32 concerts were cancelled.",
            "30 concerts were cancelled.",
        ),
        ("de", "Zweiunddreißig Konzerte fielen in Harl aus.", "32 Konzerte fielen aus.", "30 Konzerte fielen aus."),
        ("de", "Nach Harl kamen dreihundertfünf Gäste.", "305 Gäste kamen.", "300 Gäste kamen."),
        ("it", "Tremila persone sono venute a Orla.", "3.000 persone sono venute.", "1.000 persone sono venute."),
        ("fr", "Cent cinq personnes sont venues à Orla.", "105 personnes sont venues.", "100 personnes sont venues."),
        ("pt", "Dezoito pessoas vieram a Orla.", "18 pessoas vieram.", "8 pessoas vieram."),
        ("ro", "Șaptesprezece oameni au venit la Orla.", "17 oameni au venit.", "7 oameni au venit."),
        ("ro", "Trei sute de oameni au venit la Orla.", "300 de oameni au venit.", "3 oameni au venit."),
        ("uk", "Тридцять два концерти скасували в Орлі.", "32 концерти скасували.", "30 концертів скасували."),
    ],
)
def test_a_number_word_counts_what_its_figures_do(code: str, text: str, right: str, wrong: str) -> None:
    """A number word that is made of others has the value of all of them."""
    claims = Claims(Article(text=text, language=code))
    assert claims.sentence(right).stands
    assert not claims.sentence(wrong).stands
