"""Articles of some 800 words to measure the reader and the check on: the project's own, each of several stories."""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bot.domain.brief.builtin import read_article
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.wish import Wish

TESTS = Path(__file__).parents[1]
WORDS = 800
_SENTENCES = 3
_PARTS = 5


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


def retold_article(told: Sequence[dict[str, Any]], first: int, words: int = WORDS) -> Article:
    """One of the articles that were told again, as long as is wanted."""
    return Article(of_length([one["text"].strip() for one in told], first, words), told[first]["title"], language="en")


def model_draft(told: dict[str, Any], article: Article) -> Draft:
    """What a model may have written of an article."""
    read, _ = read_article(article, Wish())
    roles = [DraftActor(one["name"], role=one["true"][0]) for one in told.get("roles", ()) if one["true"]]
    named = {actor.name for actor in roles}
    others = [DraftActor(actor.name, actor.kind, actor.role) for actor in read.actors if actor.name not in named]
    headline, *sentences = told["near"][: _SENTENCES + 1]
    return Draft(
        headline=headline.rstrip("."),
        sentences=tuple(map(DraftSentence, sentences)),
        actors=tuple([*roles, *others][:_PARTS]),
        quotes=tuple(DraftQuote(quote.text, quote.speaker) for quote in read.quotes[:_PARTS]),
        engine="model",
        language="en",
    )
