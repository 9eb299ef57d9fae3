"""Articles of some 800 words for the benchmarks of the reader and the check: the project's own, of several stories."""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1] / "tests"
WORDS = 800


def stories() -> Iterator[str]:
    """The English texts of the corpus that readers are measured on."""
    for file in sorted((TESTS / "corpus" / "en").glob("*.toml")):
        yield tomllib.loads(file.read_text(encoding="utf-8"))["text"].strip()


def of_length(texts: Sequence[str], first: int, words: int = WORDS) -> str:
    """One of these texts, and paragraphs of those behind it, round about, until there are so many words."""
    paragraphs: list[str] = []
    count = 0
    for text in islice(cycle(texts), first, None):
        for paragraph in text.split("\n\n"):
            if count >= words:
                return "\n\n".join(paragraphs)
            paragraphs.append(paragraph)
            count += len(paragraph.split())
    return ""


def retold() -> Iterator[dict[str, Any]]:
    """The English articles that claims are held against, with what others wrote of them."""
    for file in sorted((TESTS / "domain" / "claims" / "retold").glob("en*.toml")):
        yield tomllib.loads(file.read_text(encoding="utf-8"))
