"""What another construction says as well stands, and what it does not say falls."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

KINDS = [
    kind
    for path in sorted(Path(__file__).parent.glob("constructions*.toml"))
    for kind in tomllib.loads(path.read_text(encoding="utf-8"))["kinds"]
]


@pytest.mark.parametrize("kind", KINDS, ids=[f"{kind['language']}: {kind['name']}" for kind in KINDS])
def test_other_constructions(kind: dict[str, Any]) -> None:
    """A claim in another construction stands where it says as much, and falls where it does not."""
    claims = Claims(Article(text=kind["text"], title=kind.get("title", ""), language=kind["language"]))
    fallen = [(text, claims.sentence(text).why) for text in kind["true"] if not claims.sentence(text).stands]
    standing = [text for text in kind["false"] if claims.sentence(text).stands]
    assert (fallen, standing) == ([], [])
