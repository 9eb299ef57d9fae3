"""What holding claims against an article costs: it grows as the article does."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from tests.support.growth import grows_linearly

STORIES = Path(__file__).parent / "stories"


@pytest.mark.parametrize("code", ["en", "de", "ru"])
def test_claims_take_linear_time(code: str) -> None:
    """Eight times the article takes about eight times as long, read and asked."""
    told = tomllib.loads((STORIES / f"{code}.toml").read_text(encoding="utf-8"))
    text = told["text"].strip()
    asked = [*told["true"][:4], *told["false"][:4]]

    def work(times: int) -> None:
        claims = Claims(Article(text="\n\n".join([text] * times), language=code))
        for claim in asked:
            claims.sentence(claim)
        for part in told["roles"]:
            claims.role(part["name"], part["true"][0])

    assert grows_linearly(work, small=4, large=32)


def test_foreign_claims_take_linear_time() -> None:
    """The same holds for claims in another language."""
    told = tomllib.loads((STORIES / "de.toml").read_text(encoding="utf-8"))

    def work(times: int) -> None:
        claims = Claims(Article(text="\n\n".join([told["text"].strip()] * times), language="de"))
        claims.sentence("Hanna Volkert called the cost of 840,000 euros too high.", language="en")

    assert grows_linearly(work, small=4, large=32)
