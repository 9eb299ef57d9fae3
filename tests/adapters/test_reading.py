"""Fetching and reading together: real pages from a real server, read in processes that can be killed."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.adapters.processes.pool import KillablePool
from bot.adapters.processes.reader import PooledReader
from bot.adapters.web.fetcher import HttpFetcher
from bot.domain.values.source import Upload
from bot.errors import TooShortError, UnsupportedTypeError
from tests.support.site import Site

STORY = (
    "The harbour of Port Ellery will close for repairs on Monday, the town council said after a vote on Tuesday.",
    "“The quay cannot wait another winter,” said the mayor, Ada Quill, and promised that work would end by spring.",
    "Fishing crews will land their catch at Saltby until then, and the ferry to the islands will leave from there.",
)
PAGE = (
    "<!doctype html><html lang='en'><title>Harbour closes</title><article><h1>Harbour closes</h1>{}</article>".format(
        "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    )
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader() -> AsyncIterator[PooledReader]:
    """A reader with processes of its own, for all tests of this module."""
    async with KillablePool(workers=1) as pool:
        yield PooledReader(pool)


async def test_page_is_read(reader: PooledReader) -> None:
    """A page of the web becomes its paragraphs, its title and its address."""
    async with Site() as site, HttpFetcher(site.allow) as fetcher:
        article = await reader.read_page(await fetcher.fetch(site.page("/harbour", PAGE)))
        assert article.text == "\n\n".join(STORY)
        assert article.title == "Harbour closes"
        assert article.url == site.url("/harbour")
        assert article.language == "en"


async def test_paste_is_read(reader: PooledReader) -> None:
    """A paste becomes its paragraphs."""
    assert (await reader.read_paste("\n".join(STORY))).text == "\n\n".join(STORY)


async def test_text_file_without_type_is_read(reader: PooledReader) -> None:
    """A file is read as what its bytes are, whatever its name and type say."""
    upload = Upload(name="story.bin", content_type=None, data="\n\n".join(STORY).encode())
    assert (await reader.read_upload(upload)).text == "\n\n".join(STORY)


async def test_picture_is_refused(reader: PooledReader) -> None:
    """A picture called a text is no text."""
    upload = Upload(name="story.txt", content_type="text/plain", data=b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(UnsupportedTypeError, match="an image"):
        await reader.read_upload(upload)


async def test_empty_paste_is_refused(reader: PooledReader) -> None:
    """An empty paste is told to be empty."""
    with pytest.raises(TooShortError, match="no text there"):
        await reader.read_paste(" \n\u200b ")
