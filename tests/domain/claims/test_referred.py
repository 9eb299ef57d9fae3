"""What a sentence only refers to: whom a pronoun means, whose a thing is, which body, which thing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.told import by_language, said_wrongly

pytestmark = pytest.mark.long

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


@by_language(map(Path(__file__).with_name, FILES), "told")
def test_a_claim_may_name_what_a_sentence_refers_to(language: str, texts: Sequence[dict[str, Any]]) -> None:
    """What a pronoun means may be named, and nobody else in its place."""
    assert said_wrongly(texts) == [], language
