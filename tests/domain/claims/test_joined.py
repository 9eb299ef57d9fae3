"""Claims that join several statements: each of them stands in the article, and none is another's."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

JOINED = tomllib.loads(Path(__file__).with_name("joined.toml").read_text(encoding="utf-8"))["joined"]


@pytest.mark.parametrize("one", JOINED, ids=[f"{one['language']}: {one['said']}" for one in JOINED])
def test_what_is_joined_is_proven_statement_by_statement(one: dict[str, str]) -> None:
    """Statements may be joined by commas, by what contrasts and by their order; a false one among them falls."""
    claims = Claims(Article(text=one["text"], language=one["language"]))
    assert claims.sentence(one["said"]).stands
    assert not claims.sentence(one["false"]).stands


def test_what_is_only_listed_is_not_done() -> None:
    """A thing behind a comma without a verb of its own is no statement of its own."""
    text = "Ann Holm visited Oslo in May. Two towns in Norway were flooded in June."
    assert not Claims(Article(text=text, language="en")).sentence("Ann Holm visited Oslo, two towns in Norway.").stands
