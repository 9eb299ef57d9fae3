"""Sentences of marks alone between those of an article, as pages and pastes have them."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

RETOLD = Path(__file__).parent / "retold"
MARKS = ("…", "***", "— —", "?!", "«»", "(…)", "§§", "1.", "x", "»,", "'")
# One article of each language.
ARTICLES = {path.stem.partition("-")[0]: path for path in sorted(RETOLD.glob("*.toml"))}


@pytest.mark.parametrize("path", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("first", [0, 1, 4, 7])
def test_marks_alone_take_no_check_down(path: Path, first: int) -> None:
    """A claim is held against an article with such sentences as against any, and marks are a claim that falls."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = told["text"].replace(".\n", ". ").split(". ")
    text = ". ".join(f"{part}. {MARKS[(at + first) % len(MARKS)]}" for at, part in enumerate(parts))
    claims = Claims(Article(text=text, language=path.stem.partition("-")[0]))
    for claim in (*told["near"], *told.get("far", ()), *told["false"]):
        assert claims.sentence(claim).stands in {True, False}
        assert claims.sentence(f"{MARKS[first]} {claim}").stands in {True, False}
        assert claims.sentence(" ".join(sorted(claim.split())[:6])).stands in {True, False}
    assert not any(claims.sentence(mark).stands for mark in ("?!", "***", "«»"))


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        (
            "en",
            "The firm rents bikes.\n\n***\n\nIts bikes will be sold in May.",
            "The firm's bikes will be sold in May.",
        ),
        (
            "ro",
            "Firma închiriază biciclete.\n\n***\n\nBicicletele ei vor fi vândute.",
            "Bicicletele firmei vor fi vândute.",
        ),
        (
            "de",
            "Die Firma verleiht Räder.\n\n***\n\nIhre Räder werden verkauft.",
            "Die Räder der Firma werden verkauft.",
        ),
    ],
)
def test_an_owner_is_known_past_marks(language: str, text: str, claim: str) -> None:
    """A row of stars between two paragraphs hides nobody whom the second goes on with."""
    assert Claims(Article(text=text, language=language)).sentence(claim).stands
