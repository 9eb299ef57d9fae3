"""The keys under which the desk remembers things: each has `CACHE_FORMAT` and all that its value depends on."""

import hashlib

from bot.domain.values.article import Article
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.wish import Wish
from bot.ports import Engine
from config import limits


def hash_of(text: str) -> str:
    """32 hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:32]


def cache_key(kind: str, *parts: str) -> str:
    """The key of an entry."""
    return ":".join((kind, str(limits.CACHE_FORMAT), *parts))


def source_hash(source: Source) -> str:
    """What tells one source from another."""
    match source:
        case Link(url):
            return hash_of(f"link\n{url}")
        case Paste(text):
            return hash_of(f"paste\n{text}")
        case Upload(name, content_type, data):
            return hash_of(f"file\n{name}\n{content_type}\n{hashlib.sha256(data).hexdigest()}")


def article_key(article: Article) -> str:
    """What tells an article at its address from all others: all that its page says of it, and how it was read."""
    page = (article.url, article.title, article.site, article.published, *article.authors, *article.notes)
    return hash_of("\n".join((*(part or "" for part in page), str(article.complete), article.text)))


def content_key(article: Article) -> str:
    """What an article says, wherever it stands: copies of one text share it, and files share nothing with pages."""
    kind = "own" if article.url is None else "page"
    return hash_of(f"{kind}\n{article.complete}\n{article.text}")


def wish_hash(engine: Engine, wish: Wish, *, looks: str = "") -> str:
    """What is asked of a brief, who writes it, and which model `looks` at it once more."""
    return hash_of("\n".join((engine.name, wish.length.value, wish.language or "", looks)))
