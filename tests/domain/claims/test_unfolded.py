"""Who does what to whom in sentences of several statements: relative clauses, joined deeds, comparisons."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

FILES = (
    "unfolded.toml",
    "told_as_meant.toml",
    "told_plainly.toml",
    "told_by_whom.toml",
    "told_named.toml",
    "told_further.toml",
    "told_together.toml",
    "told_of_us.toml",
    "told_disavowed.toml",
    "told_then.toml",
    "told_sides.toml",
    "told_begun_alike.toml",
    "told_basically.toml",
    "told_of_sources.toml",
    "told_dated.toml",
    "told_gapped.toml",
    "told_by_kind.toml",
    "told_of_two.toml",
    "told_in_place.toml",
    "told_otherwise.toml",
)
TOLD = [
    told for name in FILES for told in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["told"]
]


@pytest.mark.parametrize("told", TOLD, ids=[one["text"] for one in TOLD])
def test_each_statement_is_told_of_whom_it_is_about(told: dict[str, Any]) -> None:
    """What a relative clause or a joined deed tells of one is not told of another."""
    claims = Claims(Article(text=told["text"], language=told["language"]))
    assert [said for said in told["true"] if not claims.sentence(said).stands] == []
    assert [said for said in told["false"] if claims.sentence(said).stands] == []
