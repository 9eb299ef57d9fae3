"""Dutch names: particles of a surname or before whose somebody is, nouns before names, fields of ministers."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Arend de Wit", Kind.PERSON), ("Ottilde van den Haak", Kind.PERSON), ("Ronde van de Vogezen", Kind.OTHER)],
)
def test_a_particle_before_the_last_word_tells_a_person(name: str, kind: Kind) -> None:
    """A surname's particle makes a person of a name whose first name nobody knows."""
    (entity,) = find_entities(Article(text=f"Gisteren sprak men over {name} in de raad.", language="nl"))
    assert (entity.name, entity.kind) == (name, kind)


def names_of(text: str) -> set[str]:
    """The names of a Dutch text."""
    return {entity.name for entity in find_entities(Article(text=text, language="nl"))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gisteren sprak Joost van der Meulen in de raad.", "Joost van der Meulen"),
        ("Gisteren sprak Van der Meulen in de raad.", "Van der Meulen"),
        ("Eigenaar Koen van Wijngaarden is blij.", "Koen van Wijngaarden"),
        ("Dat zegt Ada Bos van de Vuurbond.", "Ada Bos"),
        ("Dat zegt Koen van den Berg van Binnenlandse Zaken.", "Koen van den Berg"),
        ("Dat zei Jan-Willem van den Berg gisteren.", "Jan-Willem van den Berg"),
        ("Coalitiepartij LVM twijfelt nog.", "LVM"),
        ("Vakbond LVM twijfelt nog.", "LVM"),
        ("Makelaarsvereniging LVM twijfelt nog.", "LVM"),
        ("De Fransman Paul Lacombe won de rit.", "Paul Lacombe"),
        ("Gisteren won de Spanjaard Iker Mendoza de rit.", "Iker Mendoza"),
        ("Gisteren zei zorginstelling De Linde dat de kosten stijgen.", "De Linde"),
        ("Gisteren kwam een rapport van de Inspectie Gezondheidszorg en Jeugd.", "Inspectie Gezondheidszorg en Jeugd"),
        ("Dat heeft minister van Mobiliteit Bart Coppens gezegd.", "Bart Coppens"),
    ],
)
def test_a_name_is_whole_and_no_longer(text: str, name: str) -> None:
    """A particle behind a first name is the surname's, one behind a surname is not; a noun before a name is apart."""
    assert name in names_of(text)


def test_a_role_goes_with_its_field_and_without_the_verb_before_it() -> None:
    """The whole of a minister's role stands before the name, and the auxiliary before it is none of it."""
    article = Article(text="Dat heeft minister van Mobiliteit Bart Coppens gisteren gezegd.", language="nl")
    roles = {actor.name: actor.role for actor in find_actors(article, find_entities(article), ())}
    assert roles["Bart Coppens"] == "minister van Mobiliteit"


def test_a_description_is_who_bore_its_noun_last() -> None:
    """“The mayor” is the mayor whom the text named, where nouns have no capitals."""
    text = (
        "Burgemeester Gerda Zijlstra prees de redders. Zij wil borden. „We wachten niet langer”, zegt de burgemeester."
    )
    article = Article(text=text, language="nl")
    assert [quote.speaker for quote in find_quotes(article, find_entities(article))] == ["Gerda Zijlstra"]


@pytest.mark.parametrize("surname", ["Van den Akker", "Van der Meulen", "Ter Horst", "De Groot"])
def test_a_surname_with_its_particles_is_whose_full_name_has_it(surname: str) -> None:
    """A particle has a capital where the surname stands alone, also where a sentence begins."""
    full = f"Stijn {surname[0].lower()}{surname[1:]}"
    text = f"Gisteren won {full} de rit. {surname} viel vroeg aan. Daarom kreeg {surname} de trui."
    (entity,) = find_entities(Article(text=text, language="nl"))
    assert (entity.name, len(entity.mentions)) == (full, 3)


def test_a_description_behind_a_role_names_nobody() -> None:
    """What a role is of is not who has it: only a minister's field stands between a role and a name."""
    text = "Dat zegt de directeur van zorginstelling De Linde. Gisteren sprak De Linde met de bond."
    (entity,) = find_entities(Article(text=text, language="nl"))
    assert (entity.name, entity.roles) == ("De Linde", ())
