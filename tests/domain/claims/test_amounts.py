"""Claims about amounts, time and certainty in other forms: the same articles in eight languages.

Each was written before the rules that it measures; 13 of 142 truths stood at first.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

ROOM = Path(__file__).parent / "amounts"
KEPT = 0.78


@cache
def _standing(kind: str) -> tuple[list[str], int]:
    """The claims of a kind that stand, over all languages, and how many there are of it."""
    standing, asked = [], 0
    for path in sorted(ROOM.glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        claims = Claims(Article(text=told["text"].strip(), title=told["title"], language=told["language"]))
        asked += len(told[kind])
        standing += [text for text in told[kind] if claims.sentence(text).stands]
    return standing, asked


def test_truths_in_other_forms_are_kept() -> None:
    """Of what the article says in another form most stands."""
    standing, asked = _standing("true")
    assert len(standing) >= KEPT * asked


def test_no_lie_of_the_same_forms_stands() -> None:
    """What only looks like it falls."""
    assert _standing("false")[0] == []


TEXT = {
    "en": "Visitors under six need not pay. The court put the hearing off until 3 June. The mill was not sold.",
    "de": "Besucher unter sechs Jahren müssen nicht bezahlen. Das Gericht schloss einen Fehler nicht aus.",
    "fr": "Le musée envisage de fermer la salle. Le maire n'exclut pas une erreur. La salle a coûté 5.200 euros.",
    "es": "El museo estudia cerrar la sala. La alcaldesa no descarta un error.",
}


@pytest.mark.parametrize(
    ("code", "claim", "true"),
    [
        ("en", "Visitors under six are exempt from paying.", True),
        ("en", "Visitors are exempt from paying.", False),
        ("en", "Visitors under six are not exempt from paying.", False),
        ("en", "The hearing will not take place.", False),
        ("de", "Das Gericht hielt einen Fehler für möglich.", True),
        ("de", "Das Gericht hielt einen Fehler nicht für möglich.", False),
        ("fr", "Le musée n'a pas encore décidé s'il fermera la salle.", True),
        ("fr", "Le musée a décidé de fermer la salle.", False),
        ("fr", "La salle a coûté moins de 6.000 euros.", True),
        ("fr", "La salle a coûté moins de 5.000 euros.", False),
        ("es", "El museo aún no ha decidido si cierra la sala.", True),
        ("es", "El museo ha decidido cerrar la sala.", False),
    ],
)
def test_a_form_keeps_who_how_surely_and_for_whom(code: str, claim: str, *, true: bool) -> None:
    """A claim in another form stands, and with a word more or less that turns it, it falls."""
    assert Claims(Article(text=TEXT[code], language=code)).sentence(claim).stands is true
