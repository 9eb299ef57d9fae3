"""A role that says in another construction what the article says stands, and what it says of another does not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from tests.support.told import by_language

TENURES = Path(__file__).parent / "tenures.toml"


@by_language([TENURES], "texts")
def test_role_in_another_construction(language: str, texts: Sequence[dict[str, Any]]) -> None:
    """“Head of the survey” is said of who leads it, and not of who led it, will lead it or leads another."""
    wrong = list[str]()
    for told in texts:
        claims = Claims(Article(text=told["text"], language=language))
        wrong += [f"falls: {name}, {role}" for name, role in told["true"] if not claims.role(name, role).stands]
        wrong += [f"stands: {name}, {role}" for name, role in told["false"] if claims.role(name, role).stands]
    assert not wrong


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("en", "The mayoral candidate, Bob Roe, spoke.", "Bob Roe", "mayor"),
        ("de", "Der Bürgermeisterkandidat Ulf Roth sprach.", "Ulf Roth", "Bürgermeister"),
        ("fr", "Le candidat maire Paul Roche attend.", "Paul Roche", "maire"),
        ("es", "El candidato a alcalde Pablo Roca espera.", "Pablo Roca", "alcalde"),
        ("it", "Il candidato sindaco Paolo Rocca aspetta.", "Paolo Rocca", "sindaco"),
        ("pt", "O candidato a prefeito Paulo Rocha espera.", "Paulo Rocha", "prefeito"),
        ("ro", "Candidatul pentru funcția de primar, Paul Roca, așteaptă.", "Paul Roca", "primar"),
        ("uk", "Кандидат у мери Павло Роєнко чекає.", "Павло Роєнко", "мер"),
    ],
)
def test_who_runs_for_an_office_does_not_hold_it(language: str, text: str, name: str, role: str) -> None:
    """A candidate for an office is not called by it."""
    assert not Claims(Article(text=text, language=language)).role(name, role).stands
