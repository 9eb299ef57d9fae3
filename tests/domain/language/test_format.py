"""The format of a language's file, as it is described beside the files."""

import tomllib

from bot.domain.language import languages
from bot.domain.language.keys import PLACES

DESCRIBED = (languages.DATA / "README.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]


def test_every_key_is_described() -> None:
    """The description has each key that is read, in its table."""
    tables = tomllib.loads(DESCRIBED)
    assert [
        place for place in PLACES.values() if place[1] not in (tables.get(place[0], {}) if place[0] else tables)
    ] == []


def test_what_is_described_is_read() -> None:
    """The description is itself a language's file, with no key that nobody reads."""
    assert languages.parse("xx", DESCRIBED).code == "xx"
