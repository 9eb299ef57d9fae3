"""Titles beside names: whose they are where somebody is named as the source of something."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("text", "name", "right"),
    [
        ("Grund ist nach Angaben der Leiterin Ute Kern, dass Geld fehlt.", "Ute Kern", True),
        ("Grund war laut dem Sohn der Leiterin, Lars Kern, der Regen.", "Lars Kern", False),
        ("Grund war laut der Anwältin der Leiterin, Ute Kern, der Regen.", "Ute Kern", False),
    ],
)
def test_a_source_has_the_title_right_before_its_name(text: str, name: str, *, right: bool) -> None:
    """Who is a source has the title before their name, and nobody else's."""
    assert Claims(Article(text=text, language="de")).role(name, "Leiterin").stands is right


@pytest.mark.parametrize(
    ("language", "text", "name", "role", "stands"),
    [
        ("en", "It was begun by Elin Voss after her husband, a nurse, had left.", "Elin Voss", "nurse", False),
        ("fr", "Élise Vosse l'a lancée après que son mari, infirmier, eut fui.", "Élise Vosse", "infirmière", False),
        ("es", "La inició Elena Vos después de que su marido, enfermero, se fuera.", "Elena Vos", "enfermera", False),
        ("en", "It was begun by Elin Voss, a nurse, after her husband had left.", "Elin Voss", "nurse", True),
        ("en", "The teacher Elin Voss spoke. The nurse Ida Bloom did not.", "Elin Voss", "nurse", False),
    ],
)
def test_a_possessive_lends_its_owner_no_role(language: str, text: str, name: str, role: str, *, stands: bool) -> None:
    """What stands behind somebody's husband tells what he is, and a teacher is no nurse."""
    assert Claims(Article(text=text, language=language)).role(name, role).stands is stands
