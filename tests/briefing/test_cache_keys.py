"""Cache keys: whatever a value depends on is in its key, and nothing else is."""

from dataclasses import replace

import pytest

from bot.briefing.cache_keys import article_key, cache_key, content_key, hash_of, source_hash, wish_hash
from bot.domain.values.article import Article
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.wish import EngineName, Length, Wish
from config import limits
from tests.support.fakes import FakeEngine

ARTICLE = Article(text="The harbour closes.", url="https://news.example/a", title="Harbour", language="en")


def test_key_has_the_format_and_its_parts() -> None:
    """An entry of an older format is never read."""
    assert cache_key("brief", "a", "b") == f"brief:{limits.CACHE_FORMAT}:a:b"


def test_hash_is_of_the_whole_text() -> None:
    """32 hexadecimal digits, the same in every process, half a character of an emoji included."""
    assert len(hash_of("\ud83d")) == 32
    assert hash_of("a") != hash_of("b")
    assert set(hash_of("a")) <= set("0123456789abcdef")


def test_sources_are_told_apart() -> None:
    """By kind and contents; of a file its name and type count too."""
    upload = Upload("a.txt", "text/plain", b"harbour")
    sources: list[Source] = [
        Link("harbour"),
        Link("mill"),
        Paste("harbour"),
        Paste("mill"),
        upload,
        replace(upload, name="b.txt"),
        replace(upload, content_type="text/html"),
        replace(upload, content_type=None),
        replace(upload, data=b"mill"),
    ]
    assert len({source_hash(source) for source in sources}) == len(sources)
    assert source_hash(replace(upload)) == source_hash(upload)


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "https://wire.example/a"},
        {"title": "Mill"},
        {"site": "The Post"},
        {"published": "2026-03-01"},
        {"authors": ("Mara Lind",)},
        {"complete": False},
        {"text": "The mill closes."},
    ],
    ids=str,
)
def test_article_at_its_address(changes: dict[str, object]) -> None:
    """All that a page says of an article tells it from others; what it says, wherever it stands, is its text alone."""
    other = replace(ARTICLE, **changes)  # type: ignore[arg-type]  # Each value is of its field.
    assert article_key(other) != article_key(ARTICLE)
    assert (content_key(other) == content_key(ARTICLE)) is not bool({"text", "complete"} & set(changes))


def test_uploads_share_nothing_with_pages() -> None:
    """The same text without an address is another article."""
    own = replace(ARTICLE, url=None)
    assert content_key(own) != content_key(ARTICLE)
    assert content_key(own) == content_key(replace(own, title="Mill"))


def test_wishes_are_told_apart() -> None:
    """By length, language, who writes and who looks; the engine is the one that is asked."""
    builtin, model = FakeEngine("builtin"), FakeEngine("openai:a")
    hashes = {
        wish_hash(builtin, Wish()),
        wish_hash(model, Wish()),
        wish_hash(model, Wish(), looks="b"),
        wish_hash(builtin, Wish(length=Length.LONG)),
        wish_hash(builtin, Wish(language="de")),
        wish_hash(builtin, Wish(language="fr")),
    }
    assert len(hashes) == 6
    assert wish_hash(builtin, Wish(engine=EngineName.BUILTIN)) == wish_hash(builtin, Wish())


def test_keys_are_those_of_yesterday() -> None:
    """Whoever changes how a key is made loses what is cached, and raises CACHE_FORMAT on purpose."""
    own = replace(ARTICLE, url=None)
    made = (article_key(ARTICLE), content_key(ARTICLE), content_key(own), wish_hash(FakeEngine("a"), Wish()))
    assert made == (
        "8909b2a5df2e26044afd623f50d6eb31",
        "d2e1dbea484b6c4452262aad286a4bd8",
        "dfec303c8fcb3c39551ce42668f16d99",
        "abb82839dc7425445641afddbfe4f749",
    )
