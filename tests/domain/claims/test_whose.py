"""Whose something is, who told whom, what a number counts, what only describes another thing, and what is lacking."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TOLD = tomllib.loads(Path(__file__).with_name("whose.toml").read_text(encoding="utf-8"))["told"]
SAID = [
    (one["language"], one["text"], said, true)
    for one in TOLD
    for true in (True, False)
    for said in one[str(true).lower()]
]


@pytest.mark.parametrize(("language", "text", "said", "true"), SAID, ids=[one[2] for one in SAID])
def test_a_thing_stays_with_whose_it_is(language: str, text: str, said: str, true: bool) -> None:
    """What is somebody's is nobody else's, and who told another was not told."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is true
