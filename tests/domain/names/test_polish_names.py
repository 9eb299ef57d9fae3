"""Polish names: bodies with their small words, what completes a role before a name, people of a country."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from tests.support.actors import find_actors


def names_of(text: str) -> set[str]:
    """The names of a Polish text."""
    return {entity.name for entity in find_entities(Article(text=text, language="pl"))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wczoraj prezydent Łodzi Franciszek Lasota otworzył most.", "Franciszek Lasota"),
        ("Wczoraj burmistrz Mardlina Grażyna Selin otworzyła most.", "Grażyna Selin"),
        ("Wczoraj przewodniczący zakładowej Zgody Roman Biernat protestował.", "Roman Biernat"),
        ("Wczoraj rzecznik Kremla Dmitrij Wołkow milczał.", "Dmitrij Wołkow"),
        ("Wczoraj wygrał Hiszpan Iker Mendoza.", "Iker Mendoza"),
        ("Rzeczniczka, Ewa Zielna, milczała.", "Ewa Zielna"),
        ("Radni Platformy Lokalnej milczeli.", "Platformy Lokalnej"),
        ("Wczoraj otwarto Szpital Jana Bizy.", "Szpital Jana Bizy"),
        ("Wczoraj otwarto Sąd Okręgowy w Mardlinie.", "Sąd Okręgowy w Mardlinie"),
        ("Wczoraj pomogła Morska Służba Poszukiwania i Ratownictwa.", "Morska Służba Poszukiwania i Ratownictwa"),
    ],
)
def test_a_name_is_whole_and_no_longer(text: str, name: str) -> None:
    """A place or body in the genitive before a person's name tells the role; a patron's name is the body's."""
    assert name in names_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Belgijski rząd milczał wczoraj.",
        "Wczoraj zbadano DNA zwierząt.",
        "Kwadrans później padało.",
        "Taniej nie będzie.",
    ],
)
def test_what_only_begins_a_sentence_names_nobody(text: str) -> None:
    """An adjective before a common noun is no name, and neither are letters for a thing."""
    assert names_of(text) == set()


def test_a_role_is_of_who_stands_beside_it() -> None:
    """A body named behind somebody's name has not their role."""
    text = "Zatrzymano organizatora protestu Krzysztofa Lecha ze stowarzyszenia Zielona Siła. Zielona Siła milczy."
    article = Article(text=text, language="pl")
    kinds = {actor.name: actor.kind for actor in find_actors(article, find_entities(article), ())}
    assert kinds["Zielona Siła"] is not Kind.PERSON
