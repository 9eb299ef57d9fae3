"""Active and passive: the same deed told from either side stands, and with its sides exchanged falls."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

DEEDS = tomllib.loads(Path(__file__).with_name("passives.toml").read_text(encoding="utf-8"))["deeds"]


@pytest.mark.parametrize("deed", DEEDS, ids=[f"{deed['language']}: {deed['said']}" for deed in DEEDS])
def test_a_deed_is_told_from_either_side(deed: dict[str, str]) -> None:
    """Who does it and whom it is done to stay who they are."""
    claims = Claims(Article(text=deed["text"], language=deed["language"]))
    assert claims.sentence(deed["said"]).stands
    assert not claims.sentence(deed["turned"]).stands
