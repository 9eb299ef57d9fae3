"""Names of the world: countries and cities by every name, demonyms, metonyms, regions."""

import pytest

from bot.domain.language import gazetteer, world

LANGUAGES = ("en", "ro", "fr", "de", "es", "it", "nl", "pl", "pt", "sv", "tr", "uk", "ru")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ukraine", "UA"),
        ("the United States", "US"),
        ("U.S.", "US"),
        ("US", "US"),
        ("Britain’s", "GB"),
        ("South Korea", "KR"),
        ("Czech Republic", "CZ"),
        ("Ivory Coast", "CI"),
    ],
)
def test_country_is_known_by_every_english_name(name: str, code: str) -> None:
    """Official names, short names, abbreviations and possessives lead to one code."""
    assert gazetteer.country_of(name, "en") == code


@pytest.mark.parametrize("name", ["us", "it", "Kowalski", "", "European Union", "March"])
def test_other_words_are_no_country(name: str) -> None:
    """Pronouns, unions and plain words are no country."""
    assert not gazetteer.is_country(name, "en")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Germany"),
        ("ro", "Germania"),
        ("fr", "Allemagne"),
        ("de", "Deutschland"),
        ("es", "Alemania"),
        ("it", "Germania"),
        ("nl", "Duitsland"),
        ("pl", "Niemcy"),
        ("pl", "Niemczech"),
        ("pt", "Alemanha"),
        ("uk", "Німеччина"),
        ("ru", "Германия"),
    ],
)
def test_country_is_known_in_every_language(language: str, name: str) -> None:
    """CLDR gives each country's name in each language."""
    assert gazetteer.country_of(name, language) == "DE"


def test_country_is_known_in_a_language_without_a_folder() -> None:
    """CLDR knows more languages than have data of their own."""
    assert gazetteer.country_of("Tyskland", "da") == "DE"


@pytest.mark.parametrize("language", [None, "", "xx", "../en", "en-GB"])
def test_odd_language_still_knows_english_names(language: str | None) -> None:
    """An unknown language code is no fault: English names stand beside every language's own."""
    assert gazetteer.country_of("France", language) == "FR"


@pytest.mark.parametrize(
    ("word", "code"), [("Russian", "RU"), ("Danes", "DK"), ("South Korean", "KR"), ("Swiss", "CH")]
)
def test_demonym_leads_to_its_country(word: str, code: str) -> None:
    """Adjectives and names of people lead to the country."""
    assert gazetteer.demonym(word, "en") == code


@pytest.mark.parametrize(("name", "code"), [("Kremlin", "RU"), ("the White House", "US"), ("Beijing", "CN")])
def test_seat_leads_to_the_state_it_stands_for(name: str, code: str) -> None:
    """Seats of government and capitals can stand for their state."""
    assert gazetteer.metonym(name, "en") == code


@pytest.mark.parametrize("name", ["Shanghai", "Manchester", "Bolshoi Theatre"])
def test_other_places_stand_for_no_state(name: str) -> None:
    """A city that is no capital stands for itself."""
    assert gazetteer.metonym(name, "en") is None


@pytest.mark.parametrize(("name", "country"), [("Kyiv", "UA"), ("Kiev", "UA"), ("München", "DE"), ("Munich", "DE")])
def test_city_is_known_by_its_names(name: str, country: str) -> None:
    """Large cities are known by local and foreign names."""
    city = gazetteer.city_of(name, None)
    assert city is not None
    assert city.country == country


@pytest.mark.parametrize("name", ["Texas", "New South Wales", "Europe", "Middle East", "the West Bank"])
def test_region_is_known(name: str) -> None:
    """States, provinces, continents and regions of the news are places."""
    assert gazetteer.is_region(name, "en")


def test_given_name_tells_its_gender() -> None:
    """Given names come with a gender, and other words are none."""
    assert (gazetteer.given_name("Maria"), gazetteer.given_name("Vladimir")) == ("f", "m")
    assert gazetteer.given_name("Ministry") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_of_our_own_name_existing_countries(language: str) -> None:
    """Every code in a world.toml is a country's that CLDR knows."""
    told = world.of(language)
    known = {gazetteer.country_of(name, language) for name in told.countries}
    assert set(told.demonyms.values()) | {code for _, code in told.prefixes} | set(told.metonyms.values()) <= known
