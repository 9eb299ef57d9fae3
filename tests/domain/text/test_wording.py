"""The wordings of pages: what stands before, around and beside an article, by language."""

import pytest

from bot.domain.text.wording import table
from tests.conftest import ROOT

FILES = sorted(path.stem for path in (ROOT / "bot/domain/text/wording").glob("*.toml"))
EVERYWHERE = {"de", "en", "es", "fr", "it"}
SPEAKING = EVERYWHERE | {"nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"}

# Russian, Ukrainian and Romanian write no such line: an article's helpers and authors stand in a line of names alone.
NO_SUCH_LINE = {("debris", "ends"): {"ro", "ru", "uk"}, ("credits", "byline"): {"ru", "uk"}}


@pytest.mark.parametrize("file", FILES)
def test_what_five_languages_word_the_others_word_too(file: str) -> None:
    """A table that has a row for each of five languages has one for every language whose speakers are known."""
    missing = {
        name: sorted(SPEAKING - set(rows) - NO_SUCH_LINE.get((file, name), set()))
        for name, rows in table(file).items()
        if set(rows) >= EVERYWHERE
    }
    assert {name: codes for name, codes in missing.items() if codes} == {}
