"""Given names: what `make given-names` writes, and the cases that are made of them."""

import pytest

from bot.domain.language import languages
from bot.domain.language.declension import declined, in_paradigms
from tests.given_names import TARGET, chosen


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Анатолій", {"Анатолія", "Анатолію", "Анатолієм", "Анатолієві"}),
        ("Вахтанг", {"Вахтанга", "Вахтангу", "Вахтангом", "Вахтангові"}),
        ("Дмитро", {"Дмитра", "Дмитру", "Дмитром"}),
        ("Ольга", {"Ольги", "Ольге", "Ольгу", "Ольгой", "Ольгою"}),
        ("Игорь", {"Игоря", "Игорю", "Игорем"}),
    ],
)
def test_a_given_name_in_cyrillic_letters_has_its_cases(name: str, forms: set[str]) -> None:
    """Names are inflected in Russian and Ukrainian."""
    assert forms <= set(declined(name))


@pytest.mark.parametrize("name", ["Anna", "Хілларі", "Энди"])
def test_other_names_have_no_cases(name: str) -> None:
    """Latin letters and foreign endings stay as they are."""
    assert list(declined(name)) == []


def test_every_case_is_known_with_its_gender() -> None:
    """A name that stands in a list is known in all its cases."""
    names = languages.given_names()
    assert (names["Северинові"], names["Зинаиду"]) == ("m", "f")
    assert {names[name] for name in ("Рустам", "Шамиль", "Рінат", "Жан-Клода", "Франк-Вальтером")} == {"m"}


def test_cases_in_latin_letters_are_those_of_the_languages_paradigms() -> None:
    """A name takes the endings of the paradigms whose nominative ends as it does, the longest ending first."""
    paradigms = ["ek ka kowi", "- a owi", "ka ki ce"]
    assert list(in_paradigms("Marek", paradigms)) == ["Marka", "Markowi"]
    assert list(in_paradigms("Adam", paradigms)) == ["Adama", "Adamowi"]
    assert list(in_paradigms("Monika", paradigms)) == ["Moniki", "Monice"]


def test_polish_cases_are_known_with_their_gender() -> None:
    """Every case of a Polish name is a given name, whatever its letters."""
    names = languages.given_names()
    assert {names[name] for name in ("Tomaszowi", "Krzysztofem", "Pawła")} == {"m"}
    assert {names[name] for name in ("Agnieszkę", "Grażynie", "Zuzanną")} == {"f"}


def test_words_with_another_use_and_great_places_are_left_out() -> None:
    """What is read wrong more often than right is no given name."""
    listed = [("female", name) for name in ("Florentyna", "April", "Paris", "Regina", "Al", "McKay", "Clinton")]
    assert chosen(listed, {"Clinton"}) == {"female": {"Florentyna"}, "male": set()}


def test_the_file_names_its_sources_and_their_licence() -> None:
    """Its first line says whose lists they are."""
    first = TARGET.read_text(encoding="utf-8").partition("\n")[0]
    assert "Faker" in first
    assert "Mimesis" in first
