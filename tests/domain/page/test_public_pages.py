"""Floors on real pages that others marked, where they lie beside the project; they are never copied into it."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from bot.domain.page.extract import extract
from bot.domain.page.files.sniff import media_type
from bot.domain.values.article import Article
from bot.domain.values.source import Page
from bot.errors import UnreadableError
from tests.conftest import SHARED

FOLDER = SHARED / "data" / "pages-dev"

pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the real pages are not on this machine"),
    pytest.mark.long,
]

# Every third page: enough for the floors, and quick. Lowering a floor is a decision that the commit names.
STEP = 3
F1, PRECISION, SENTENCES = 0.968, 0.96, 0.93

# Shares of the pages that name their headline, day and authors on which these are read as they are marked.
TITLES, DATES, AUTHORS = 0.78, 0.87, 0.55

# Shares of pages that are refused, and that are read with under half of their text and called complete.
REFUSED, HALVED = 0.015, 0.01


@cache
def articles(source: str) -> list[tuple[dict[str, Any], Article | None]]:
    """The marked pages of a source, each with the article that was read; None where it was refused."""
    lines = (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    marked = [gold for gold in map(json.loads, lines) if gold["source"] == source][::STEP]
    rows: list[tuple[dict[str, Any], Article | None]] = []
    for gold in marked:
        body = gzip.decompress((FOLDER / gold["file"]).read_bytes())
        try:
            rows.append((gold, extract(Page("", media_type(body, None), None, body))))
        except UnreadableError:
            rows.append((gold, None))
    return rows


def read(source: str) -> list[tuple[dict[str, Any], str | None, bool]]:
    """The marked pages of a source, each with the text that was read (None: refused) and whether it is complete."""
    return [(gold, found.text if found else None, found is None or found.complete) for gold, found in articles(source)]


def loose(text: str) -> str:
    """The letters and digits of a text, lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def right(name: str, of: Callable[[Article], list[str]]) -> float:
    """The share of the pages marked with a `name` and read whose values are the marked ones."""
    rows = [(gold[name], found) for gold, found in articles("segments") if gold[name] and found]
    return sum(set(map(loose, known.split(";"))) == set(map(loose, of(found))) for known, found in rows) / len(rows)


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, counted, as the public benchmark counts them."""
    words = re.findall(r"\w+", text)
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def flat(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def test_article_bodies_hold_their_floor() -> None:
    """F1 and precision over the articles' words, refused pages counted as nothing read."""
    precisions, recalls = [], []
    for gold, text, _ in read("aeb"):
        want, got = runs(gold["text"]), runs(text or "")
        both = (want & got).total()
        recalls.append(both / want.total())
        if text is not None:
            precisions.append(both / got.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    assert precision >= PRECISION
    assert 2 * precision * recall / (precision + recall) >= F1


def test_marked_sentences_hold_their_floor() -> None:
    """F1 over sentences that must be read and sentences that must not."""
    read_right = lost = added = 0
    for gold, text, _ in read("segments"):
        gone = [sentence for sentence in gold["must"] if flat(sentence) not in flat(text or "")]
        lost += len(gone)
        read_right += len(gold["must"]) - len(gone)
        added += sum(flat(sentence) in flat(text or "") for sentence in gold["must_not"])
    assert 2 * read_right / (2 * read_right + lost + added) >= SENTENCES


def test_headlines_days_and_authors_hold_their_floors() -> None:
    """Of the pages on which somebody marked them, most are read as marked."""
    assert right("title", lambda found: (found.title or "").split(";")) >= TITLES
    assert right("date", lambda found: [(found.published or "")[:10]]) >= DATES
    assert right("author", lambda found: list(found.authors)) >= AUTHORS


def test_few_pages_are_refused_or_halved() -> None:
    """Hardly a page is refused, and hardly one is called complete with under half of its text."""
    rows = [*read("aeb"), *read("segments")]
    refused = sum(text is None for _, text, _ in rows)
    halved = 0
    for gold, text, is_complete in rows:
        if text is None or not is_complete:
            continue
        if gold["text"] is not None:
            want = runs(gold["text"])
            halved += (want & runs(text)).total() < want.total() / 2
        elif gold["must"]:
            halved += sum(flat(sentence) in flat(text) for sentence in gold["must"]) < len(gold["must"]) / 2
    assert refused <= REFUSED * len(rows)
    assert halved <= HALVED * len(rows)
