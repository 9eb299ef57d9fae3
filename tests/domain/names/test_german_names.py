"""Where names begin and end in German, in which every noun has a capital."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def names_of(text: str) -> dict[str, Kind]:
    """The names of the entities in a text with their kinds."""
    return {entity.name: entity.kind for entity in find_entities(Article(text, language="de"))}


def actors_of(text: str) -> dict[str, Kind]:
    """The actors of a text with their kinds."""
    article = Article(text, language="de")
    return {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gestern verlor das Schlusslicht Ansbach gegen den Meister.", "Ansbach"),
        ("Der Betrieb des Atomkraftwerkes Ansbach ruht.", "Ansbach"),
        ("Dort liegt im Raum Ansbach viel Schnee.", "Ansbach"),
        ("Gestern kam der Onkologe Bernd Quast nach Hause.", "Bernd Quast"),
        ("Gestern lobte Trainer Bernd Quast seine Elf.", "Bernd Quast"),
    ],
)
def test_a_common_noun_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    """What somebody or something is stands before the name."""
    assert name in names_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Im Frankfurter Norden liegt Schnee.",
        "Die Köpperner Vereine feiern.",
        "Das Wetter bleibt gut. Alle loben das Wetter.",
        "Viele Komponisten kamen. Die Komponisten sangen.",
        "Er sah beim Straßenfest viele Kinder. Das Straßenfest war schön.",
    ],
)
def test_common_nouns_alone_are_nobody(text: str) -> None:
    """A noun or a compound of one is no actor, with whatever before it."""
    assert actors_of(text) == {}


def test_a_surname_is_kept_though_it_is_a_noun() -> None:
    """Behind a given name, known or not, a noun is a surname."""
    assert "Anke Karte" in names_of("Das sagte gestern Anke Karte.")
    assert "Evo Moral" in names_of("Das sagte gestern Präsident Evo Moral.")


def test_a_genitive_ends_a_name() -> None:
    """Whose work it is does not belong to the work's name, nor one person's name to another's."""
    assert "Harry Quasts" in names_of("Gestern lief Harry Quasts Komische Oper.")
    assert {"Bernd Quast", "Rainer Lind"} <= set(names_of("Von Bernd Quast Rainer Lind lachte gestern nicht."))


def test_two_given_names_with_a_hyphen_are_one() -> None:
    """Hans-Günter is a given name, and no role though it may end as one."""
    assert names_of("Das sagte gestern Ernst-Hermann Quast.") == {"Ernst-Hermann Quast": Kind.PERSON}


def test_cases_of_an_adjective_name_one_body() -> None:
    """The Deutsche Bahn is the Deutschen Bahn, and an organisation."""
    text = "Das sagte ein Sprecher der Deutschen Bahn. Die Deutsche Bahn lehnt das ab."
    assert actors_of(text) == {"Deutsche Bahn": Kind.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nun hat die Staatsanwaltschaft Lindmark Ermittlungen aufgenommen.", "Staatsanwaltschaft Lindmark"),
        ("Gestern öffnete das Theater am Gürtel wieder.", "Theater am Gürtel"),
        ("Gestern zahlte die Reederei Nordkiel alles.", "Reederei Nordkiel"),
        ("Gestern sperrte die Bundespolizei den Bahnhof. Die Bundespolizei blieb.", "Bundespolizei"),
    ],
)
def test_a_noun_for_a_body_belongs_to_its_name(text: str, name: str) -> None:
    """A body's name begins with what it is and is an organisation's."""
    assert names_of(text)[name] is Kind.ORGANISATION


def test_money_is_nobody() -> None:
    """Behind a number "Mark" is a currency."""
    assert not any("Mark" in name for name in names_of("Es entstand 5000 Mark Schaden am Auto."))


def test_a_towns_ending_makes_a_place() -> None:
    """A single name with the ending of towns is a place, where nothing tells another kind."""
    assert actors_of("Der Rat von Lindenhausen tagte. Lindenhausen wächst.") == {"Lindenhausen": Kind.PLACE}


def test_a_surname_that_is_a_common_noun_joins_its_bearer() -> None:
    """Where an Anna Berg is named, "Berg" is she, and a mountain behind an article."""
    article = Article(
        "Anna Berg kam am Montag. Am Abend sprach Berg mit den Leuten. Der Berg lag im Nebel.", language="de"
    )
    (berg,) = [entity for entity in find_entities(article) if entity.name == "Anna Berg"]
    assert [article.text[mention.start : mention.end] for mention in berg.mentions] == ["Anna Berg", "Berg"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Sebastian Kurz kam. Kurz nach der Rede ging er. Kurz sagte nichts.", ["Sebastian Kurz", "Kurz"]),
        ("Jörn Anders schwieg. Anders als im Süden war es still. Für Anders ist das klar.", ["Jörn Anders", "Anders"]),
        ("Gestern sprach Minister Kurz. Kurz vor acht ging er.", ["Kurz"]),
    ],
)
def test_a_word_that_begins_a_sentence_is_no_surname_where_no_deed_follows(text: str, mentions: list[str]) -> None:
    """“Kurz nach der Rede” names nobody, “Kurz sagte” somebody whose full name or role the text has."""
    (entity,) = find_entities(Article(text, language="de"))
    assert [text[mention.start : mention.end] for mention in entity.mentions] == mentions


def test_a_people_before_a_name_tells_a_person() -> None:
    """Whom nobody knows is a person behind their people's name."""
    assert names_of("Im Finale unterlag er dem Georgier Lasha Beridze mit 1:4.") == {"Lasha Beridze": Kind.PERSON}


@pytest.mark.parametrize("club", ["HC Kronau", "TSV Kronau", "FC Dorfen"])
def test_a_title_before_a_clubs_letters_makes_no_person(club: str) -> None:
    """A leader or a team of the second league may be a club; a title before anybody else tells a person."""
    assert actors_of(f"Lind bezwang den Tabellenführer {club} mit 3:1. {club} verlor.")[club] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kurz vor Schluss parierte Torhüterin Ada Lind den Ball.", "Torhüterin"),
        ("Dann rettete Torhüterin Ada Lind den Sieg.", "Torhüterin"),
        ("Im Tor stand die verletzte Torhüterin Ada Lind.", "verletzte Torhüterin"),
    ],
)
def test_what_somebody_did_is_no_part_of_their_title(text: str, role: str) -> None:
    """A verb in the past ends as an adjective does: one right behind a noun is no part of the title behind it."""
    (entity,) = [one for one in find_entities(Article(text, language="de")) if one.name == "Ada Lind"]
    assert [text[told.start : told.end] for told in entity.roles] == [role]
