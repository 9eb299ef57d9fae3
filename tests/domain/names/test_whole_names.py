"""Names shown whole: a part of a name, or what somebody is, said later, is the one whose name was said before."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def aliases_of(text: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    """The entities of a text with their other forms."""
    return {entity.name: entity.aliases for entity in find_entities(Article(text, language=language))}


def kinds_of(text: str, language: str = "en") -> dict[str, Kind]:
    """The actors of a text with their kinds."""
    article = Article(text, language=language)
    return {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("text", "language", "whole", "short"),
    [
        ("Avon and Kent Police held two men. Kent Police said more.", "en", "Avon and Kent Police", "Kent Police"),
        ("The Globe and Mail reported it. The Mail said so.", "en", "Globe and Mail", "Mail"),
        ("Two men told the Globe and Mail. The Mail said so.", "en", "Globe and Mail", "Mail"),
        ("The Korean People's Army fired shells. Later the Army said no.", "en", "Korean People's Army", "Army"),
        ("The Church of Lakes left. Later the Church said no.", "en", "Church of Lakes", "Church"),
        ("Ursula von der Linden spoke. Later Ursula said no.", "en", "Ursula von der Linden", "Ursula"),
        ("Hier la Ligue paysanne a dit non. Puis la Ligue a ri.", "fr", "Ligue paysanne", "Ligue"),
    ],
)  # fmt: skip
def test_a_part_is_the_whole_that_was_named_before(text: str, language: str, whole: str, short: str) -> None:
    """The longer name is the entity's, the shorter one an alias."""
    assert short in aliases_of(text, language)[whole]


def test_and_parts_two_names() -> None:
    """Two companies, a person and a police, two people stay two."""
    text = "Surrey and Kent refused Ford and General Motors. Later Ann Lind and Kent Police spoke."
    assert not any(" and " in name for name in aliases_of(text))


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Ieri Nato e dell'Onu hanno taciuto.", "it", {"Nato", "Onu"}),
        ("Ayer Grupo Lindo y ASISPA firmaron.", "es", {"Grupo Lindo", "ASISPA"}),
        ("Gravaram David Bento e de Igor Pombal ontem.", "pt", {"David Bento", "Igor Pombal"}),
    ],
)
def test_two_bodies_are_not_joined(text: str, language: str, parts: set[str]) -> None:
    """“e” and “y” before letters, an article or another name part two names."""
    assert parts <= set(aliases_of(text, language))


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Hier l'Assemblée nationale a voté la loi.", "fr", "Assemblée nationale"),
        ("Ayer el Sindicato Unificado de Policía protestó.", "es", "Sindicato Unificado de Policía"),
        ("Ieri Institutul de Istorie a Austriei a ars.", "ro", "Institutul de Istorie a Austriei"),
        ("Ayer la Asociación para la Defensa de la Ría protestó.", "es", "Asociación para la Defensa de la Ría"),
    ],
)
def test_a_romance_body_is_named_to_its_end(text: str, language: str, name: str) -> None:
    """Adjectives without a capital and complements behind adjectives belong to a body's name."""
    assert name in aliases_of(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ayer UGT de Madrid protestó.", "es", "UGT"),
        ("Ieri Comuna Lindeni a ars.", "ro", "Lindeni"),
        ("Ieri Eugen Tomac.Își amintea.", "ro", "Eugen Tomac"),
    ],
)
def test_what_is_beside_a_name_is_no_part_of_it(text: str, language: str, name: str) -> None:
    """Where a body is, what a place is, and a sentence that begins without a space."""
    assert name in aliases_of(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Two Sea Org members left. Sea Org leaders said no.", "en", "Sea Org", Kind.ORGANISATION),
        ("On Monday Deutsche Bahn said trains stopped.", "en", "Deutsche Bahn", Kind.ORGANISATION),
        ("On Monday Firefox grew, and later Firefox won.", "en", "Firefox", Kind.ORGANISATION),
        ("Ieri s-a jucat la Constanța. Constanța a câștigat.", "ro", "Constanța", Kind.PLACE),
        ("Hotelul e în Alba Iulia. Alba Iulia a crescut.", "ro", "Alba Iulia", Kind.PLACE),
        ("Ayer Roser Castillo habló. Roser Castillo ganó.", "es", "Roser Castillo", Kind.PERSON),
    ],
)
def test_kinds(text: str, language: str, name: str, kind: Kind) -> None:
    """Bodies, places that begin with given names, and people whose surname is a building."""
    assert kinds_of(text, language)[name] is kind


def test_townspeople_and_numbers_are_nobody() -> None:
    """A name for who lives somewhere, and a Roman number, are no actors."""
    assert kinds_of("Hier un Belfortain a couru. Le Belfortain a gagné.", "fr") == {}
    assert "XIV" not in kinds_of("El XIV ganó ayer. Luego el XIV perdió.", "es")
