"""What the key actors of a story are: states by one name, bodies by their whole names, people by their surnames."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.draft import DraftActor
from tests.support.actors import find_actors


def actors_of(text: str, language: str = "en") -> dict[str, DraftActor]:
    """The actors of a text by name."""
    article = Article(text, language=language)
    return {actor.name: actor for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("state", "seat", "other"),
    [
        ("Russia", "Moscow", "Ukraine"),
        ("China", "Beijing", "Japan"),
        ("France", "Paris", "Italy"),
        ("Germany", "Berlin", "Poland"),
    ],
)
def test_a_capital_that_acts_for_its_state_is_not_listed_beside_it(state: str, seat: str, other: str) -> None:
    """A seat of government is another name for the state."""
    text = f"{state} and {other} met for talks on Monday. {seat} rejected the plan. {other} said so before {seat} left."
    found = actors_of(text)
    assert seat not in found
    assert seat in found[state].aliases


@pytest.mark.parametrize(
    ("text", "language", "whole", "short"),
    [
        ("Mardle and Lakeside Police searched the pier. Lakeside Police found a boat.", "en",
         "Mardle and Lakeside Police", "Lakeside Police"),
        ("Hier la Confédération paysanne a protesté. La Confédération demande un débat.", "fr",
         "Confédération paysanne", "Confédération"),
        ("Ayer la Confederación Lacustre Europea protestó. La Confederación pide un debate.", "es",
         "Confederación Lacustre Europea", "Confederación"),
        ("Ieri la Fondazione Lago Alto ha protestato. La Fondazione chiede un incontro.", "it",
         "Fondazione Lago Alto", "Fondazione"),
    ],
)  # fmt: skip
def test_a_body_is_told_by_its_whole_name(text: str, language: str, whole: str, short: str) -> None:
    """What shortens a body's name joins the whole of it."""
    found = actors_of(text, language)
    assert short not in found
    assert short in found[whole].aliases
    assert found[whole].kind is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "language", "name", "forms"),
    [
        ("Minister Jan Kowal przyjechał. Kowal milczał. Wczoraj Kowala chwalono. Kowalowi dziękowali.", "pl",
         "Jan Kowal", {"Kowal", "Kowala", "Kowalowi"}),
        ("Міністр Іван Коваль приїхав. Коваль мовчав. Учора Коваля хвалили, з Ковалем говорили.", "uk",
         "Іван Коваль", {"Коваль", "Коваля", "Ковалем"}),
        ("El juez Juan Pastor habló. Pastor dijo que no.", "es", "Juan Pastor", {"Pastor"}),
        ("Minister Karin Brouwer zweeg. Brouwer vertrok vroeg.", "nl", "Karin Brouwer", {"Brouwer"}),
    ],
)  # fmt: skip
def test_a_surname_that_is_a_calling_is_its_bearers(text: str, language: str, name: str, forms: set[str]) -> None:
    """Where roles have no capital, a smith with one is somebody whose name the text has told, in every case."""
    assert set(actors_of(text, language)[name].aliases) >= forms


def test_a_calling_that_nobody_bears_is_nobody() -> None:
    """A role that begins a sentence is no surname of a text without its bearer."""
    assert "Kowal" not in actors_of("Minister Jan Nowak przyjechał. Kowal milczał wczoraj.", "pl")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The mayor opened the home of the Gold Coast Herons on Monday.", "Gold Coast Herons", Kind.ORGANISATION),
        ("The mayor would meet Rowing Australia on Monday.", "Rowing Australia", Kind.ORGANISATION),
        ("The mayor drove through Gold Coast Gardens on Monday.", "Gold Coast Gardens", Kind.PLACE),
        ("On Monday Hurricane Odile struck the pier.", "Hurricane Odile", None),
    ],
)
def test_what_a_place_in_an_english_name_tells(text: str, name: str, kind: Kind | None) -> None:
    """A town and a plural are a club, a word and a country a body; a storm is no actor."""
    found = actors_of(text).get(name)
    assert (found.kind if found else None) is kind


SHORT_ITEM = (
    "Le conseil de Valbrune a voté la fermeture de la piscine. Le maire Paul Roy a parlé deux heures. À Valbrune, "
    "la directrice Anne Lys a protesté. Le notaire Jean Morin a pris des notes à Valbrune. "
)


@pytest.mark.parametrize(("repeats", "place"), [(1, 3), (8, 0)])
def test_the_people_of_a_short_item_come_before_its_places(repeats: int, place: int) -> None:
    """A short item names its town as where it happens; a long one comes back to what it is about."""
    filler = "Le vote a eu lieu tard, à Valbrune, devant une salle vide et froide. " * (4 * (repeats - 1))
    article = Article(SHORT_ITEM + filler, title="Valbrune ferme sa piscine", language="fr")
    names = [actor.name for actor in find_actors(article, find_entities(article), ())]
    assert names.index("Valbrune") == place


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("it", "Il sindaco ha taciuto. A Valbruna, la direttrice Anna Lai ha protestato.", "Valbruna"),
        ("fr", "Le maire a parlé. À Valbrune, la directrice Anne Lys a protesté.", "Valbrune"),
        ("pt", "O autarca falou. Em Valbruna, a diretora Ana Lis protestou.", "Valbruna"),
        ("es", "El alcalde habló. En Navaleda, la directora Ana Lis protestó.", "Navaleda"),
    ],
)
def test_what_follows_a_phrase_of_place_is_not_who_it_names(language: str, text: str, place: str) -> None:
    """Where a sentence opens with a place, whoever its clause is about is somebody else."""
    assert actors_of(text, language)[place].kind is Kind.PLACE


def test_who_is_behind_a_preposition_is_still_called_something() -> None:
    """A preposition that tells no place leads to people as well."""
    assert actors_of("Con Anna Lai, direttrice del museo, tutto cambia.", "it")["Anna Lai"].role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Половина бригади не вийшла на роботу. Більшість ради голосувала проти."),
        ("ru", "Половина бригады не вышла на работу. Большинство совета голосовало против."),
    ],
)
def test_a_part_of_a_body_is_no_body(language: str, text: str) -> None:
    """How much of a body is told is no name of it."""
    assert actors_of(text, language) == {}
