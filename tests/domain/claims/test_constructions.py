"""What another construction says as well stands, and what it does not say falls."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.told import by_language, said_wrongly

pytestmark = pytest.mark.long


@by_language(sorted(Path(__file__).parent.glob("constructions*.toml")), "kinds")
def test_other_constructions(language: str, texts: Sequence[dict[str, Any]]) -> None:
    """A claim in another construction stands where it says as much, and falls where it does not."""
    assert said_wrongly(texts) == [], language
