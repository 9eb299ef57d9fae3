"""Who speaks where a name stands bare at the next cue, in a title further on, or in a sentence that points back."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.names.names import find_entities
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article

FILES = ("told_further_on.toml", "holds_the_office.toml")
TOLD = [tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8")) for name in FILES]
CASES = [case for table in TOLD for group in table.values() for case in group]


@pytest.mark.parametrize(("code", "text", "speakers"), CASES)
def test_who_is_told_further_on_speaks_and_nobody_else(code: str, text: str, speakers: list[str]) -> None:
    """Each quotation has its speaker, in the order of the text."""
    article = Article(text, language=code)
    assert [quote.speaker or "" for quote in find_quotes(article, find_entities(article))] == speakers
