"""What a sentence only refers to: whom a pronoun means, whose a thing is, which body, which thing."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

FILES = tuple(
    f"referred{kind}.toml"
    for kind in (
        "",
        "_bodies",
        "_cast",
        "_entities",
        "_people",
        "_persons",
        "_quoted",
        "_relatives",
        "_sources",
        "_things",
    )
)
TOLD = [
    one for name in FILES for one in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["told"]
]


@pytest.mark.parametrize("told", TOLD, ids=[f"{one['language']}: {one['text']}" for one in TOLD])
def test_a_claim_may_name_what_a_sentence_refers_to(told: dict[str, Any]) -> None:
    """What a pronoun means may be named, and nobody else in its place."""
    claims = Claims(Article(text=told["text"], language=told["language"]))
    assert [said for said in told["true"] if not claims.sentence(said).stands] == []
    assert [said for said in told["false"] if claims.sentence(said).stands] == []
