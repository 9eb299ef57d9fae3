"""What a sentence only refers to: whom a pronoun means, whose a thing is, which body, which thing."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TOLD = tomllib.loads(Path(__file__).with_name("referred.toml").read_text(encoding="utf-8"))["told"]
SAID = [
    (one["language"], one["text"], said, true)
    for one in TOLD
    for true in (True, False)
    for said in one[str(true).lower()]
]


@pytest.mark.parametrize(("language", "text", "said", "true"), SAID, ids=[one[2] for one in SAID])
def test_a_claim_may_name_what_a_sentence_refers_to(language: str, text: str, said: str, true: bool) -> None:
    """What a pronoun means may be named, and nobody else in its place."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is true
