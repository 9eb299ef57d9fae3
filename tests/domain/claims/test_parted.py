"""What stands in a clause of its own beside what a sentence tells: whose deed, measure, explanation or time it is."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TOLD = tomllib.loads(Path(__file__).with_name("parted.toml").read_text(encoding="utf-8"))["told"]
SAID = [
    (one["language"], one["text"], said, true)
    for one in TOLD
    for true in (True, False)
    for said in one[str(true).lower()]
]


@pytest.mark.parametrize(("language", "text", "said", "true"), SAID, ids=[one[2] for one in SAID])
def test_a_clause_beside_the_deed_keeps_its_part(language: str, text: str, said: str, true: bool) -> None:
    """What a clause beside the deed tells may be told alone, and of nothing else."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is true
