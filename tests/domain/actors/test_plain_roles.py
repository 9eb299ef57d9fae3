"""Roles that stand beside names in plain ways: an age between, a source's lead, a noun for work, a deed."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

ROLES = [
    ("en", "Homes will have power by Tuesday, according to its head of operations, Per Lund.", "head of operations"),
    ("en", "Lee Moss heads the union of weavers. He said no.", "heads the union of weavers"),
    ("en", "Every evening, Rose Tully climbs the 98 steps of the tower.", "climbs the 98 steps of the tower"),
    ("fr", "« On nous abandonne », a réagi Jean-Marc Petit, délégué syndical, devant les grilles.", "délégué syndical"),
    ("it", "Paolo Neri, 50 anni, pescatore, conferma tutto.", "pescatore"),
    ("de", "Ilse Krahl, pensionierte Postbotin, wartet am Fenster.", "pensionierte Postbotin"),
    ("uk", "«Ми попереджали», — сказала староста села Марія Гай.", "староста села"),
    ("en", "Mark Law, her barrister, said that thousands would benefit.", "her barrister"),
    ("es", "A las nueve Aurora Díez se sienta en el banco del bar.", "se sienta en el banco del bar"),
    ("it", "«Li sentivamo», ha raccontato Bruno Serra, caposquadra dei pompieri.", "caposquadra dei pompieri"),
    ("es", "«Fue horrible», relató Marta Gil, peluquera del barrio.", "peluquera del barrio"),
    ("it", "L'ingegnera Serena Bosco ha taciuto.", "ingegnera"),
    ("it", "La nonna della bambina, Rosa Quaranta, ha taciuto.", "nonna della bambina"),
    ("pt", "A sineira da vila, Rita Salvador, calou.", "sineira da vila"),
    ("ro", "Inspectoarea Iulia Crăciun a tăcut.", "Inspectoarea"),
    ("ru", "«Вода ушла», — сказал паромщик Лев Мороз.", "паромщик"),
    ("uk", "«Вода пішла», — сказала швачка Марія Гай.", "швачка"),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_a_person_has_the_role_beside_the_name(language: str, text: str, role: str) -> None:
    """The first actor has the role that the text gives."""
    assert write_draft(Article(text, language=language), Wish()).actors[0].role == role
