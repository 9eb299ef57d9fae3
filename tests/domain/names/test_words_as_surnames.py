"""Surnames that are days, and surnames with a particle that stand alone."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article

NAMED = [
    ("en", "Guy Sunday, 46, was on his way back. “There was no time,” Sunday said at the town hall.", ["Guy Sunday"]),
    ("en", "A driver, Guy Monday, was honoured on Friday.", ["Guy Monday"]),
    ("es", "El presidente de los comerciantes, Vicent Pastor, pidió ayuda.", ["Vicent Pastor"]),
    ("de", "Seine Verteidigerin Maike Sonntag forderte am Montag eine Entschädigung.", ["Maike Sonntag"]),
    ("de", "Die Vorsitzende, An Hoang, sprach von einem schwarzen Tag.", ["An Hoang"]),
    ("de", "Die Vorsitzende des Schwimmvereins, An Hoang, sprach von einem schwarzen Tag.", ["An Hoang"]),
    ("uk", "Голова громади Віктор Середа визнав у середу, що грошей не знайшли.", ["Віктор Середа"]),
    ("fr", "Le maire Jean Mardi a parlé lundi.", ["Jean Mardi"]),
    ("es", "La diputada Elena Prado y Julio Domingo hablaron el lunes.", ["Elena Prado", "Julio Domingo"]),
    ("ro", "Primarul Ion Luni a spus vineri.", ["Ion Luni"]),
    ("es", "«Hice lo que pude», declaró Jesús Marín Abril en abril.", ["Jesús Marín Abril"]),
    ("fr", "Sa compagne, Mai Lambert, avait refusé de croire au pire.", ["Mai Lambert"]),
    ("de", "Die Mutter des Jungen, Thi Mai Nguyen, bedankte sich im Mai.", ["Thi Mai Nguyen"]),
    (
        "it",
        "Il presidente, Salvatore Lo Monaco, ha chiesto aiuto. «Senza scuola le isole muoiono», ha detto Lo Monaco.",
        ["Salvatore Lo Monaco"],
    ),
    (
        "es",
        "El exalcalde Gonzalo de la Cierva calla. El abogado de De la Cierva habló de un error.",
        ["Gonzalo de la Cierva"],
    ),
    ("pt", "O vereador Marco de Souza cala. O advogado de De Souza falou em erro.", ["Marco de Souza"]),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMED)
def test_a_name_is_whole_whatever_its_words_mean(language: str, text: str, names: list[str]) -> None:
    """A day behind a first name is a surname, and a particle's surname alone is its bearer's."""
    assert [entity.name for entity in find_entities(Article(text, language=language))] == names


def test_a_day_is_a_day() -> None:
    """A day behind a first name in the middle of a sentence tells when."""
    text = "The senator met Kim Monday, officials said. She told Jill Monday night that she would resign."
    assert not [entity.name for entity in find_entities(Article(text, language="en")) if "Monday" in entity.name]


@pytest.mark.parametrize("name", ["Salvatore Lo Monaco", "Carlo Di Maio"])
def test_a_particle_begins_a_surname_though_a_place_ends_it(name: str) -> None:
    """A first name and a particle with a capital make a person, whatever word ends the surname."""
    (found,) = find_entities(Article(f"Alle otto {name} ha chiesto un incontro.", language="it"))
    assert (found.name, found.kind) == (name, Kind.PERSON)


@pytest.mark.parametrize(
    ("text", "language"),
    [("În frunte e azi Nora Bela.", "ro"), ("À frente está hoje Nora Bela.", "pt")],
)
def test_a_first_name_that_is_a_noun_for_kin_begins_a_name(text: str, language: str) -> None:
    """Within a sentence a capital tells a first name from the noun for a daughter-in-law."""
    (found,) = find_entities(Article(text, language=language))
    assert found.name == "Nora Bela"
