"""Places and bodies called after people: the noun before the name is a part of it, and nobody of that name acts."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article

VENUES = [
    ("es", "Ingresó en el hospital Gregorio Mora.", "hospital Gregorio Mora", Kind.ORGANISATION),
    ("es", "La calle Miguel Ruiz está cortada.", "calle Miguel Ruiz", Kind.PLACE),
    ("es", "El teatro Romea cierra.", "teatro Romea", Kind.ORGANISATION),
    ("pt", "O aeroporto Miguel Paz fecha.", "aeroporto Miguel Paz", Kind.PLACE),
    ("pt", "Deu entrada no hospital Ana Reis.", "hospital Ana Reis", Kind.ORGANISATION),
    ("it", "È ricoverato all'ospedale Mario Riva.", "ospedale Mario Riva", Kind.ORGANISATION),
    ("it", "In via Carlo Neri c'è coda.", "via Carlo Neri", Kind.PLACE),
    ("fr", "Le lycée Victor Brun ferme.", "lycée Victor Brun", Kind.ORGANISATION),
    ("fr", "La rue Anne Morel est coupée.", "rue Anne Morel", Kind.PLACE),
    ("ro", "E internat la spitalul Ion Pop.", "spitalul Ion Pop", Kind.ORGANISATION),
    ("ro", "Pe strada Ana Radu e coadă.", "strada Ana Radu", Kind.PLACE),
    # Who says something in a square is somebody.
    ("it", "«Non ci arrendiamo», ha detto in piazza Ugo Ferri.", "Ugo Ferri", Kind.PERSON),
]


@pytest.mark.parametrize(("language", "text", "name", "kind"), VENUES)
def test_a_noun_for_a_place_is_a_part_of_its_name(language: str, text: str, name: str, kind: Kind) -> None:
    """The whole name, of its kind, and nothing else is found."""
    found = find_entities(Article(text=text, language=language))
    assert [(one.name, one.kind) for one in found] == [(name, kind)]
