"""Headlines that an editor would write of an article stand, and what they turn round, move or add falls."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

NAMES = (
    "headlines.toml",
    "headlines_daily.toml",
    "headlines_joined.toml",
    "headlines_brief.toml",
    "headlines_turned.toml",
    "headlines_in_full.toml",
)
ARTICLES = [
    told
    for name in NAMES
    for told in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["articles"]
]


@pytest.mark.parametrize("told", ARTICLES, ids=[f"{told['language']}: {told['text'][:40]}" for told in ARTICLES])
def test_headlines(told: dict[str, Any]) -> None:
    """A headline stands where it says what the article does, and falls where it says anything else; so does a role."""
    claims = Claims(Article(text=told["text"], title="", language=told["language"]))
    fallen = [text for text in told["headlines"] if not claims.headline(text).stands]
    standing = [text for text in told["false_headlines"] if claims.headline(text).stands]
    unknown = [role for name, role in told.get("roles", ()) if not claims.role(name, role).stands]
    taken = [role for name, role in told.get("false_roles", ()) if claims.role(name, role).stands]
    assert (fallen, standing, unknown, taken) == ([], [], [], [])
