"""Bodies of people in the plural, and people whose surname is a noun for a body."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article

NAMES = [
    ("en", "Growers liked what the National Growers' League said.", "National Growers' League", Kind.ORGANISATION),
    ("en", "The Teachers’ Union of Mardle said no on Monday.", "Teachers’ Union of Mardle", Kind.ORGANISATION),
    ("en", "The Drivers' Council Office paid on Monday.", "Drivers' Council Office", Kind.ORGANISATION),
    ("es", "El consejero de Cultura, Fernando Sala, aseguró que no.", "Fernando Sala", Kind.PERSON),
    ("es", "El Banco Fernando aseguró que no habrá más cierres.", "Banco Fernando", Kind.ORGANISATION),
]


@pytest.mark.parametrize(("language", "text", "name", "kind"), NAMES)
def test_a_noun_for_a_body_in_a_name(language: str, text: str, name: str, kind: Kind) -> None:
    """Whose a body is belongs to its name, and behind a first name the noun is a surname where bodies begin with it."""
    assert (name, kind) in [(one.name, one.kind) for one in find_entities(Article(text, language=language))]
