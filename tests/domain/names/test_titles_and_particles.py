"""Names beside titles and particles: a particle that is a first name, one with a capital, an age, a party's letter."""

import pytest

from bot.domain.names.names import find_entities
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # Behind a title, a particle with a capital begins the name.
        ("On Monday Dr. Ben Carrow came to the lake.", "en", ["Ben Carrow"]),
        ("Sen. Al Frankel came to the lake.", "en", ["Al Frankel"]),
        # Whose party and state it is names nobody.
        ("Rep. Lena Mott, R-Neb., and Tim Porter (D-Ohio) came.", "en", ["Lena Mott", "Tim Porter"]),
        # A surname may begin with a particle that has a capital, also where it stands alone.
        ("Alexander Van der Bellow kam. Van der Bellow lachte.", "de", ["Alexander Van der Bellow"]),
        ("Dick Van Dorn came. Van Dorn laughed.", "en", ["Dick Van Dorn"]),
        ("President of the Board Ann Lee came.", "en", ["Ann Lee"]),
        ("Ten-year-old Alfie Stone came.", "en", ["Alfie Stone"]),
    ],
)
def test_name_beside_title_and_particle(text: str, language: str, names: list[str]) -> None:
    """The names are found whole, and each once."""
    assert [entity.name for entity in find_entities(Article(text=text, language=language))] == names


def test_age_tells_a_person() -> None:
    """Two words that no list knows are a person's name where an age in brackets follows."""
    found = find_entities(Article(text="Gunthalla Krahl (77) liest in einem Buch. Krahl lacht.", language="de"))
    assert [(entity.name, entity.kind) for entity in found] == [("Gunthalla Krahl", Kind.PERSON)]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Finanzminister Lindau kam. Sabine Lindau, seine Frau, lachte. Lindau schwieg.", "de",
         ["Lindau", "Sabine Lindau"]),
        ("Finanzministerin Lindau kam. Sabine Lindau lachte. Lindau schwieg.", "de", ["Sabine Lindau"]),
        ("Major Sabine Lindau kam. Der Pilot Lindau schwieg.", "de", ["Sabine Lindau"]),
        ("Chairman Tully spoke. Rose Tully has led the board for years. Tully laughed.", "en", ["Rose Tully"]),
    ],
)  # fmt: skip
def test_a_title_of_another_gender_is_of_another(text: str, language: str, names: list[str]) -> None:
    """A man's title before a surname is not a woman's of that name, but for an office that has one form for both."""
    assert sorted(entity.name for entity in find_entities(Article(text=text, language=language))) == names


def test_a_word_of_one_letter_has_no_title() -> None:
    """Nobody is named by “First I slept”."""
    assert not find_entities(Article("She won. “First I slept,” she said. Captain I know.", language="en"))
