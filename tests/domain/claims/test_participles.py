"""Headlines that tell with a participle alone what is done to somebody."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

ACQUITTED = "A court in Rastow acquitted the former director of the city museum, Milan Berger, of theft on Tuesday."
ARRESTED = "Police in Rastow arrested two bus drivers on Monday."
REJECTED = "The council rejected the mayor's plan for a market hall on Monday."
CONDEMNED = "Le tribunal a condamné lundi l'ancien maire pour fraude."


@pytest.mark.parametrize(
    ("code", "text", "headline", "true"),
    [
        ("en", ACQUITTED, "Former museum director acquitted of theft", True),
        ("en", ACQUITTED, "Milan Berger acquitted of theft", True),
        ("en", ACQUITTED, "Court acquitted of theft", False),
        ("en", ARRESTED, "Two bus drivers arrested in Rastow", True),
        ("en", ARRESTED, "Police arrested in Rastow", False),
        ("en", REJECTED, "Mayor's plan rejected", True),
        ("en", REJECTED, "Plan for market hall rejected", True),
        ("en", REJECTED, "Mayor rejected plan", False),
        ("en", REJECTED, "Council rejected", False),
        ("fr", CONDEMNED, "L'ancien maire condamné pour fraude", True),
    ],
)
def test_participle_tells_what_is_done(code: str, text: str, headline: str, *, true: bool) -> None:
    """Whom a participle alone is said of has it done to them in the sentence."""
    assert Claims(Article(text=text, language=code)).headline(headline).stands is true
