"""`make given-names`: writes the given names of the world that the reader knows, from the lists of Faker and Mimesis.

One line a gender, names parted by spaces. Left out is what would be read wrong more often than right: short words,
surnames, words that a language of ours uses for something else, and great places.
"""

import importlib
import json
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.domain.actors.signs import signs_of
from bot.domain.language import gazetteer, languages, world

TARGET = Path(str(languages.DATA / "given_names_of_the_world.toml"))
HEADER = """\
# Given names of many countries, from Faker (copyright Daniele Faraglia and contributors) and Mimesis (copyright Isaac
# Uribe Garcia and contributors), both under the MIT licence; chosen by tests/given_names.py. A name in both lists tells
# no gender.
"""
FAKER = """
de_DE de_AT de_CH es_ES es_MX es_AR fr_FR fr_BE it_IT pt_PT pt_BR ro_RO ru_RU uk_UA pl_PL nl_NL sv_SE tr_TR cs_CZ en_US
en_GB da_DK no_NO fi_FI hu_HU hr_HR
"""
MIMESIS = ["de", "es", "fr", "it", "pt", "ru", "uk", "pl", "nl", "cs"]
LANGUAGES = ["de", "en", "es", "fr", "it", "pt", "ro", "ru", "uk"]
SHORTEST = 4
LINE = 118


def main() -> int:
    """Write the file."""
    names = chosen([*_of_faker(), *_of_mimesis()], set(_surnames()))
    tables = [f"\n{gender} = '''\n{_folded(sorted(found))}\n'''\n" for gender, found in names.items()]
    TARGET.write_text(HEADER + "".join(tables), encoding="utf-8")
    return 0


def chosen(listed: Iterable[tuple[str, str]], surnames: Container[str] = ()) -> dict[str, set[str]]:
    """The names of each gender that are worth knowing, less those that were chosen one by one before, and surnames."""
    names: dict[str, set[str]] = {"female": set(), "male": set()}
    known, used = languages.listed_given_names(), _used_otherwise()
    for gender, name in listed:
        if _is_plain(name) and name not in known and name not in surnames and not _is_other(name, used):
            names[gender].add(name)
    return names


def _of_faker() -> Iterator[tuple[str, str]]:
    for locale in FAKER.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for gender in ("female", "male"):
            yield from ((gender, name) for name in getattr(provider, f"first_names_{gender}", ()))


def _surnames() -> Iterator[str]:
    for locale in FAKER.split():
        yield from getattr(importlib.import_module(f"faker.providers.person.{locale}").Provider, "last_names", ())


def _of_mimesis() -> Iterator[tuple[str, str]]:
    import mimesis  # noqa: PLC0415  # Of the group "given-names", which tests do without.

    for code in MIMESIS:
        path = Path(mimesis.__file__).parent / "datasets" / code / "person.json"
        table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["names"]
        for gender, listed in table.items():
            yield from ((gender, name) for name in listed)


def _is_plain(name: str) -> bool:
    return len(name) >= SHORTEST and name[0].isupper() and name[1:].islower() and name.isalpha()


def _used_otherwise() -> frozenset[str]:
    """Words that our languages use for something else, in lower case."""
    words: set[str] = set()
    for code in LANGUAGES:
        language = languages.of(code)
        words |= language.no_name | language.roles | language.titles | language.groups | language.verbs
        words |= language.organisation_words | language.place_words | language.agencies | language.common_nouns
        signs = signs_of(code)
        words |= signs.bodies | signs.media | signs.things | signs.vessels | signs.facilities | signs.nobody
        words |= world.of(code).peoples | set(world.of(code).demonyms)
    return frozenset(words)


def _is_other(name: str, used: frozenset[str]) -> bool:
    places = any(gazetteer.is_sure_place(name, code) for code in LANGUAGES)
    return places or name.lower() in used


def _folded(names: list[str]) -> str:
    lines, line = [], ""
    for name in names:
        if line and len(line) + 1 + len(name) > LINE:
            lines.append(line)
            line = ""
        line = f"{line} {name}".strip()
    return "\n".join([*lines, line])


if __name__ == "__main__":
    raise SystemExit(main())
