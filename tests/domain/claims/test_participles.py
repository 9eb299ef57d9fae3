"""Headlines that tell with a participle alone what is done to somebody."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

ACQUITTED = "A court in Rastow acquitted the former director of the city museum, Milan Berger, of theft on Tuesday."
ARRESTED = "Police in Rastow arrested two bus drivers on Monday."
REJECTED = "The council rejected the mayor's plan for a market hall on Monday."
CONDEMNED = "Le tribunal a condamné lundi l'ancien maire pour fraude."
TURNED = {
    "de": "Der Stadtrat hat am Montag den Plan für eine Markthalle abgelehnt. Die Brücke hat der Bund gesperrt.",
    "fr": "Le conseil municipal a rejeté lundi le projet de halle du maire.",
    "it": "I pompieri hanno salvato due bambini dal fiume lunedì.",
    "es": "La policía detuvo el lunes en Rastow a dos conductores de autobús.",
    "pt": "A polícia deteve na segunda-feira em Rastow dois motoristas de autocarro.",
    "nl": "De gemeenteraad heeft maandag het plan voor een markthal verworpen.",
}
DEEDS = tomllib.loads(Path(__file__).with_name("deeds.toml").read_text(encoding="utf-8"))


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
        ("de", TURNED["de"], "Stadtrat abgelehnt", False),
        ("de", TURNED["de"], "Plan für Markthalle abgelehnt", True),
        ("de", TURNED["de"], "Stadtrat hat Plan abgelehnt", True),
        ("de", TURNED["de"], "Brücke gesperrt", True),
        ("fr", TURNED["fr"], "Le conseil municipal rejeté", False),
        ("fr", TURNED["fr"], "Le projet de halle rejeté", True),
        ("it", TURNED["it"], "Pompieri salvati dal fiume", False),
        ("it", TURNED["it"], "Due bambini salvati dal fiume", True),
        ("es", TURNED["es"], "Policía detenida en Rastow", False),
        ("es", TURNED["es"], "Dos conductores detenidos en Rastow", True),
        ("pt", TURNED["pt"], "Polícia detida em Rastow", False),
        ("pt", TURNED["pt"], "Dois motoristas detidos em Rastow", True),
        ("nl", TURNED["nl"], "Gemeenteraad verworpen", False),
        ("nl", TURNED["nl"], "Plan voor markthal verworpen", True),
    ],
)
def test_participle_tells_what_is_done(code: str, text: str, headline: str, *, true: bool) -> None:
    """Whom a participle alone is said of has it done to them in the sentence."""
    assert Claims(Article(text=text, language=code)).headline(headline).stands is true


@pytest.mark.parametrize("code", sorted(DEEDS))
def test_nobody_does_what_another_does(code: str) -> None:
    """A headline that turns a deed round falls, and one that tells what is done stands."""
    claims = Claims(Article(text=DEEDS[code]["text"].strip(), language=code))
    standing = [line for line in DEEDS[code]["false_headlines"] if claims.headline(line).stands]
    falling = [line for line in DEEDS[code]["headlines"] if not claims.headline(line).stands]
    assert (standing, falling) == ([], [])
