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
