"""Whatever a text or a claim lacks, and whatever language it is taken for, nothing is raised."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.brief.builtin import read_article
from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
CODES = sorted(path.name for path in CORPUS.iterdir() if path.is_dir())
END = re.compile(r"(?<=[.!?])\s+")
DRAWS = 12
"""Articles of a language that are damaged in one run."""


def damaged(sentence: str, draw: random.Random) -> str:
    """A sentence that lacks words, has two of them exchanged, or begins or ends amid itself."""
    words = sentence.split(" ")
    for _ in range(draw.randint(1, 4)):
        at, other = draw.randrange(len(words)), draw.randrange(len(words))
        kind = draw.randrange(4)
        if kind == 0 and len(words) > 1:
            del words[at]
        elif kind == 1:
            words[at], words[other] = words[other], words[at]
        else:
            words = words[at:] if kind == 2 else words[: at + 1]
    told = " ".join(words)
    return told[:1].upper() + told[1:]


def articles(code: str, draw: random.Random) -> Iterator[Article]:
    """Parts of a language's texts, one in four of them taken for another language's."""
    files = sorted((CORPUS / code).glob("*.toml"))
    for _ in range(DRAWS):
        text = tomllib.loads(draw.choice(files).read_text(encoding="utf-8"))["text"].strip()
        paragraphs = text.split("\n\n")
        first = draw.randrange(len(paragraphs))
        sentences = END.split("\n\n".join(paragraphs[first : first + draw.randint(1, 4)]))
        part = " ".join(sentences[draw.randrange(len(sentences)) :][: draw.randint(1, 6)])
        title = draw.choice(["", damaged(part, draw)])
        yield Article(part, title=title, language=draw.choice(CODES) if draw.random() < 1 / 4 else code)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_raised_by_what_is_damaged(code: str) -> None:
    """Each part is read and briefed, and damaged sentences of it are held as claims, headlines and roles."""
    draw = random.Random(f"damaged {code}")
    for article in articles(code, draw):
        read_article(article, Wish())
        claims = Claims(article)
        for sentence in draw.sample(sentences := END.split(article.text), min(2, len(sentences))):
            told = damaged(sentence, draw)
            claims.sentence(told)
            claims.headline(told.rstrip("."))
            claims.role(told.split(" ")[0], told)
