"""In German, where every noun has a capital, nouns are nobody, and a country's genitive names the country."""

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish


def kinds_of(text: str) -> dict[str, Kind]:
    """The actors of a German text by their names."""
    return {actor.name: actor.kind for actor in write_draft(Article(text, language="de"), Wish()).actors}


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("Im Vorfeld hatte Ada Quell die Lagerhalle besucht.", {"Vorfeld", "Lagerhalle"}),
        ("Der neue Internetprovider sitzt in Lissen, sagte Ada Quell.", {"Internetprovider"}),
        ("Ada Quell sprach über digitale Fingerabdrücke und den Arbeitsmarkt im Nachbarland.",
         {"Fingerabdrücke", "Arbeitsmarkt", "Nachbarland"}),
        ("Prüfen Sie das Angebot genau, rät Ada Quell.", {"Prüfen Sie", "Prüfen"}),
        ("Beim Oberverwaltungsgericht Berufung einzulegen, lehnte Ada Quell ab.", {"Oberverwaltungsgericht Berufung"}),
    ],
)  # fmt: skip
def test_nouns_are_nobody(sentence: str, nouns: set[str]) -> None:
    """A common noun is no actor and no part of a name, whatever stands before it."""
    found = kinds_of(f"{sentence} Das meldete der Rundfunk am Montag.")
    assert nouns.isdisjoint(found)
    assert "Ada Quell" in found


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Gestern hat der Trainer Kevin Lind Anfang April abgesagt.", "Kevin Lind", "Trainer"),
        ("Gestern hat der Trainer Kevin Lind Wasser getrunken.", "Kevin Lind", "Trainer"),
        ("Gestern hat Trainerin Anna Maria Berg Wasser getrunken.", "Anna Maria Berg", "Trainerin"),
        ("Gestern kam der Sprecher der grünen Fraktion Kevin Lind.", "Kevin Lind", "Sprecher der grünen Fraktion"),
        ("Gestern kam der Anwalt der jungen Klägerin Anna Berg.", "Anna Berg", "jungen Klägerin"),
    ],
)
def test_a_noun_beside_a_titled_name_is_no_part_of_it(sentence: str, name: str, role: str) -> None:
    """A noun behind a titled first name and surname is not of the name; a body before it is whose the title is."""
    actor = write_draft(Article(sentence, language="de"), Wish()).actors[0]
    assert (actor.name, actor.role) == (name, role)


@pytest.mark.parametrize(
    ("sentence", "name", "glued"),
    [
        ("Damit stünden auch die Kapazitäten Israels zur Verfügung.", "Israel", "Kapazitäten Israels"),
        ("Der Pilot ist noch im Gewahrsam Litauens.", "Litauen", "Gewahrsam Litauens"),
        ("Ein Beben auf der Südinsel Neuseelands hat 65 Menschen getötet.", "Neuseeland", "Südinsel Neuseeland"),
        ("Das sagte der Verteidigungsminister Kanadas am Montag.", "Kanada", "Kanadas"),
    ],
)
def test_a_countrys_genitive_names_the_country(sentence: str, name: str, glued: str) -> None:
    """An s that tells whose something is belongs to no country's name."""
    names = {entity.name for entity in find_entities(Article(f"{sentence} Ada Quell lachte.", language="de"))}
    assert glued not in names
    assert "Ada Quell" in names
    assert names <= {name, "Ada Quell"}


def test_whose_role_it_is_does_not_speak() -> None:
    """A country between a role and its bearer is no speaker."""
    text = "„Das ist ein guter Tag“, sagte der Oberrabbiner Israels, Ada Gold. „Wir freuen uns sehr.“"
    quotes = write_draft(Article(text, language="de"), Wish()).quotes
    assert [quote.speaker for quote in quotes] == ["Ada Gold", "Ada Gold"]


def test_a_partys_name_keeps_its_countrys_genitive() -> None:
    """A body's name has the genitive as it stands."""
    found = kinds_of("Die Liberale Partei Kanadas gewann am Montag 102 Sitze. Die Liberale Partei Kanadas jubelte.")
    assert "Liberale Partei Kanadas" in found


def test_what_a_clause_with_its_own_doer_tells_makes_nobody() -> None:
    """A noun behind which a relative clause has somebody else as its subject is no person."""
    text = "Im großen Bottich, die ein Gutachter fand, sind Risse. Der kleine Bottich ist leer."
    assert all(entity.kind is not Kind.PERSON for entity in find_entities(Article(text, language="de")))
