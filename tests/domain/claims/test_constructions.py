"""What another construction says as well stands, and what it does not say falls."""

from pathlib import Path
from typing import Any

from tests.support.told import by_language, said_wrongly


@by_language(sorted(Path(__file__).parent.glob("constructions*.toml")), "kinds")
def test_other_constructions(language: str, texts: list[dict[str, Any]]) -> None:
    """A claim in another construction stands where it says as much, and falls where it does not."""
    assert said_wrongly(texts) == [], language
