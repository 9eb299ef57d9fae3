"""Roles in English: titles are whole, verbs are no part of them, and what somebody does ends where its object ends."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article
from tests.domain.actors.test_actors import actors_of
from tests.support.actors import find_actors


def roles_of(text: str, language: str) -> dict[str, str]:
    """The roles of a text's actors by their names."""
    article = Article(text, language=language)
    entities = find_entities(article)
    return {actor.name: actor.role for actor in find_actors(article, entities, find_quotes(article, entities))}


_FIRE = "The fire broke out at a warehouse in Harrow Mills, assistant fire chief Dana Whitlow said. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (_FIRE, "assistant fire chief"),
        ("Fire service spokesman Dana Whitlow said the damage would cost a million.", "Fire service spokesman"),
        ("The club sent a letter to former president Dana Whitlow on Monday.", "former president"),
        ("Yesterday harbour chief Dana Whitlow left. Today nobody spoke.", "harbour chief"),
        ("Quarry workers thanked an elected sheriff, Dana Whitlow, on Monday.", "elected sheriff"),
        ("Sen. Dana Whitlow (R-Mardle), who keeps bees, spoke on Monday.", "Sen."),
        ("Dana Whitlow (R-Mardle), a beekeeper and singer, spoke on Monday.", "a beekeeper and singer"),
        ("The talks went to Dana Whitlow, the senator leading the race in Ohio, on Monday.",
         "the senator leading the race in Ohio"),
        ("Dana Whitlow is editor in chief of the Mardle Post.", "editor in chief of the Mardle Post"),
    ],
)  # fmt: skip
def test_a_title_is_whole(text: str, role: str) -> None:
    """Every word that belongs to a title or an apposition is in the role."""
    assert actors_of(text)["Dana Whitlow"].role == role


@pytest.mark.parametrize(
    "text",
    [
        "The donors hope to embarrass Governor Dana Whitlow on Monday.",
        "The vote will almost certainly force Governor Dana Whitlow to resign.",
        "The clear victory led Governor Dana Whitlow to call a vote.",
        "Ann Lee trails Governor Dana Whitlow in most polls.",
        "Ann Lee said that she had consulted Governor Dana Whitlow on Monday.",
        "They said he met Governor Dana Whitlow on Monday.",
        "It was the scandal that ultimately consumed Governor Dana Whitlow in May.",
    ],
)
def test_a_verb_before_a_title_is_no_part_of_it(text: str) -> None:
    """What somebody does to who has a title is not their title."""
    assert actors_of(text)["Dana Whitlow"].role == "Governor"


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("That is the reason President Ada Quill gave on Monday", "President"),
        ("The strike left Ambassador Ada Quill without a flight on Monday", "Ambassador"),
        ("A plan for unilateral action President Ada Quill had made fell on Monday", "President"),
        ("They met the outgoing Vice President Ada Quill on Monday", "outgoing Vice President"),
        ("They met former President Ada Quill on Monday", "former President"),
    ],
)
def test_a_noun_before_a_title_is_no_part_of_it(opening: str, role: str) -> None:
    """Only what tells since or until when, or what somebody is, may stand before a title with a capital."""
    assert actors_of(f"{opening}. Quill said that she was glad.")["Ada Quill"].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dana Whitlow sued the city for damages after the flood of May.", "sued the city for damages"),
        ("Dana Whitlow tried a second time to auction off the boat she used to cross the lake with her sheep and cow.",
         "tried a second time to auction off the boat"),
        ("Dana Whitlow returned the boat to him recently and it still bears the number.",
         "returned the boat to him recently"),
        ("Dana Whitlow rebuffed a heckler trying to ask about the price of the new ferry that crosses the lake hourly.",
         "rebuffed a heckler trying to ask about the price of the new ferry"),
        ("Dana Whitlow got seven of the votes and Ann Lee got three.", "got seven of the votes"),
        ("Dana Whitlow stored the papers of two clubs and turned what she found into a book.",
         "stored the papers of two clubs"),
    ],
)  # fmt: skip
def test_a_deed_ends_where_its_object_ends(text: str, role: str) -> None:
    """A clause is cut before another clause begins, and not within its object."""
    assert actors_of(text)["Dana Whitlow"].role == role


def test_a_place_is_not_called_by_who_speaks_behind_it() -> None:
    """A title behind a comma is of the name that follows it."""
    assert actors_of(_FIRE)["Harrow Mills"].role == ""


def test_a_clause_behind_a_comma_is_no_apposition() -> None:
    """What has a verb of its own says nothing of the name before it."""
    text = "In 1848, having lost the vote to Dana Whitlow, the ferry party faced a dilemma. Dana Whitlow sang."
    assert actors_of(text)["Dana Whitlow"].role == ""


@pytest.mark.parametrize("name", ["Church", "Church of Scientology", "Sea Org", "Deutsche Bahn"])
def test_institutions_are_no_places_or_people(name: str) -> None:
    """A body that acts under a bare noun or a foreign name is an organisation."""
    text = f"The {name} said on Monday that it would not comment. Ann Lee, a baker, left the {name} in May."
    assert actors_of(text)[name].kind.value == "organisation"


def test_a_browser_is_nobody() -> None:
    """A product that is only mentioned is no actor."""
    text = "Ann Lee, a baker, used Firefox to read the news on Monday. She said Firefox is quick, and paid in cash."
    assert "Firefox" not in actors_of(text)


def test_an_initial_before_a_surname_is_a_person() -> None:
    """A first name may be a letter alone, or two."""
    text = "A spokesman for the board, N. Harding, said that it would talk. Scholar A.E. Dick Marsh agreed."
    actors = actors_of(text)
    assert actors["N. Harding"].role == "A spokesman for the board"
    assert actors["A.E. Dick Marsh"].kind.value == "person"


def test_fire_and_rescue_are_one_service() -> None:
    """What a body is for may be two things."""
    assert "Northgate Fire and Rescue Service" in actors_of("The Northgate Fire and Rescue Service sent six engines.")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ann Lee left Ada Rising, a political action committee. Ada Rising paid.", "Ada Rising", "organisation"),
        ("On Monday Martin Grove, a band from Leeds, played.", "Martin Grove", "organisation"),
        ("On Monday Ada Rivers, a village on the lake, was flooded.", "Ada Rivers", "place"),
        ("Ann Lee, a baker, told the Orlando Sentinel about it. The Orlando Sentinel paid her and left town.",
         "Orlando Sentinel", "organisation"),
        ("On Monday Quandt said that he would leave. Quandt took his hat.", "Quandt", "person"),
        ("On Monday Quandt said that it would leave. Quandt took its goods.", "Quandt", "organisation"),
    ],
)  # fmt: skip
def test_what_follows_a_name_tells_its_kind(text: str, name: str, kind: str) -> None:
    """An apposition's noun, a newspaper's word, and "he" or "it" tell people from bodies."""
    assert actors_of(text)[name].kind.value == kind


def test_who_is_quoted_more_than_once_comes_before_a_place_that_is_merely_named() -> None:
    """A place far down that does nothing is behind the story's voices, however often it is named."""
    filler = (
        "The harbour board will close the old pier in autumn, after forty years of storms that nobody counted. " * 5
    )
    text = (
        f"{filler}Boats go to Mardle now, and lorries leave Mardle by night, near Mardle, for Mardle.\n\n{filler}\n\n"
        "“It is a sad day,” said Ann Lee, a baker. “We will miss the pier.” “Nobody asked us,” Ann Lee said."
    )
    names = list(actors_of(text))
    assert names.index("Ann Lee") < names.index("Mardle")


def test_in_a_short_article_people_come_before_places_that_are_merely_named() -> None:
    """Whoever a short article names in full is one of its voices, if only once."""
    text = (
        "Nia Probert gave up her attempt to swim the strait both ways on Sunday night, two miles from the coast.\n\n"
        "The swimmer had been in the water for nineteen hours. She was taken to hospital in Dover with a cold and left "
        "Dover on Monday, said her coach.\n\nThe ship's owner, a firm in Rotterdam, did not answer. Callum Dyer of the "
        "league said that no swimmer had ever been so close to a ship."
    )
    names = list(actors_of(text))
    assert names.index("Callum Dyer") < min(names.index("Dover"), names.index("Rotterdam"))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Am 21. Juli 1969 betrat Neil Alden Lund den Mond.", "Neil Alden Lund"),
        ("es", "El alcalde habló con Adolfo Lugo, además del responsable del lago, ayer.", "Adolfo Lugo"),
        ("es", "El alcalde habló con Nuria Lugo, el pasado viernes, en la plaza.", "Nuria Lugo"),
        ("uk", "Учора директор ТОВ «Вулик» Ганна Лісова мовчала.", "ТОВ «Вулик»"),
    ],
)
def test_what_stands_beside_a_name_may_be_no_role(language: str, text: str, name: str) -> None:
    """A verb, who else is named, a day, and who leads a body say nothing of the name's own part in life."""
    assert roles_of(text, language)[name] == ""


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("De acuerdo con la Agencia de Meteorología, el municipio pasó 41 días por encima de los 38 grados.", ""),
        ("Según la Agencia de Meteorología, un organismo estatal, el municipio pasó calor.", "un organismo estatal"),
    ],
)
def test_what_a_source_says_is_not_its_role(opening: str, role: str) -> None:
    """A clause behind "according to X," is what X says, unless a comma closes it as an apposition."""
    text = f"{opening} El Ayuntamiento de Valdemora abre el puente."
    assert roles_of(text, "es")["Agencia de Meteorología"] == role


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("ru", "По словам вице-мэра Жанны Кутеповой, для школ закупят 200 парт.", "Жанны Кутеповой", "вице-мэра"),
        ("ru", "«Лёд не торопится», — сказал ТАСС гидролог Глеб Вершинин в среду.", "Глеб Вершинин", "гидролог"),
        ("pt", "A escola plantará mudas. Em Goiânia, a professora Cleide Amorim já começou.", "Goiânia", ""),
    ],
)
def test_what_leads_to_a_title_is_no_part_of_it(language: str, text: str, name: str, role: str) -> None:
    """Neither "in the words of" nor whom something is told to, nor the sentence behind an opening place."""
    assert roles_of(text, language)[name] == role
