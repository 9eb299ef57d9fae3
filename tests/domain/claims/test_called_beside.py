"""What an article calls somebody at a quotation of theirs, or by whose lawyer or so they are, tells who they are."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TOLD = tomllib.loads(Path(__file__).with_name("called_beside.toml").read_text(encoding="utf-8"))["told"]


@pytest.mark.parametrize("told", TOLD, ids=[f"{one['language']}: {one['text']}" for one in TOLD])
def test_people_are_called_what_the_article_calls_them(told: dict[str, Any]) -> None:
    """What one is called, nobody else is."""
    claims = Claims(Article(text=told["text"], language=told["language"]))
    assert [said for said in told["true"] if not claims.sentence(said).stands] == []
    assert [said for said in told["false"] if claims.sentence(said).stands] == []
    assert [role for role in told["roles"] if not claims.role(*role).stands] == []
    assert [role for role in told["no_roles"] if claims.role(*role).stands] == []
