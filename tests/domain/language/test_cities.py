"""The file of cities: what `make cities` writes and what the gazetteer reads back."""

import gzip
from typing import Any

from bot.domain.language import gazetteer
from tests.cities import HEADER, lines_of

LARGE, SMALL = 300_000, 20_000


def city(name: str, population: int, *others: str, country: str = "AA") -> dict[str, Any]:
    """An entry as GeoNames gives it."""
    return {"name": name, "countrycode": country, "population": population, "alternatenames": list(others)}


def test_a_large_city_is_known_by_its_other_names_and_a_small_one_is_not() -> None:
    """Other names count from a number of inhabitants on, and for capitals."""
    lines = list(lines_of([city("Norwick", LARGE, "Norvik"), city("Mardle", SMALL, "Mardel")], {}))
    assert lines == [f"norwick\tAA\t{LARGE}\t\n", f"norvik\tAA\t{LARGE}\t\n", f"mardle\tAA\t{SMALL}\t\n"]
    capital = list(lines_of([city("Mardle", SMALL, "Mardel")], {"AA": "Mardle"}))
    assert capital == [f"mardle\tAA\t{SMALL}\t*\n", f"mardel\tAA\t{SMALL}\t*\n"]


def test_a_name_is_the_largest_citys() -> None:
    """A name that two cities share stands beside the larger one alone."""
    assert list(lines_of([city("Norwick", SMALL), city("Norwick", LARGE, country="BB")], {})) == [
        f"norwick\tBB\t{LARGE}\t\n"
    ]


def test_codes_and_other_scripts_are_no_names() -> None:
    """An airport's code, a word without a capital and a name in letters that no article here has are left out."""
    lines = lines_of([city("Norwick", LARGE, "NWK", "NORW", "norwickish", "Νόργουικ", "Норвик")], {})
    assert [line.split("\t")[0] for line in lines] == ["norwick", "норвик"]


def test_the_file_names_its_source_and_licence() -> None:
    """Its first line says whose data it is."""
    first = gzip.decompress(gazetteer.CITIES.read_bytes()).decode().split("\n", 1)[0]
    assert first + "\n" == HEADER
    assert "GeoNames" in first
    assert "CC BY 4.0" in first


def test_every_line_is_read() -> None:
    """Each name gives its city, from the first line to the last."""
    lines = gzip.decompress(gazetteer.CITIES.read_bytes()).decode().splitlines()[1:]
    assert lines == sorted(lines)
    for line in {*lines[:: len(lines) // 200], lines[0], lines[-1]}:
        name, country, population, capital = line.split("\t")
        found = gazetteer.city_of(name, None)
        assert found == gazetteer.City(country, int(population), capital=bool(capital))
