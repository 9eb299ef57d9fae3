"""A hostile server at the level of HTTP: what it sends is bounded, and the event loop turns meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.adapters.web.fetcher import HttpFetcher
from bot.errors import NutgrafError, TooLargeError
from config import limits
from tests.support.patience import measured_again

Writer = Callable[[asyncio.StreamWriter], object]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
STORY = b"<p>" + b"The quay of Port Ellery closes. " * 100 + b"</p>"


@asynccontextmanager
async def server(block: bytes, *, first: bytes = b"", blocks: int = 100_000) -> AsyncIterator[int]:
    """A server that sends `first` and then `block` over and over; gives its port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(first)
        try:
            for _ in range(blocks):
                writer.write(block)
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()


async def fetched(port: int) -> bytes:
    """The body of what the server sends."""
    async with HttpFetcher(frozenset({("127.0.0.1", port)})) as fetcher:
        return (await fetcher.fetch(f"http://127.0.0.1:{port}/story")).body


async def slowest_turn(work: asyncio.Task[object]) -> float:
    """Processor seconds of the longest turn of the loop while a task runs."""
    longest = 0.0
    while not work.done():
        begun = time.thread_time()
        await asyncio.sleep(0)
        longest = max(longest, time.thread_time() - begun)
    return longest


@pytest.mark.parametrize(
    ("first", "block"),
    [
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" * 50),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 200),
        (HEAD, b"X-Header: value\r\n" * 200),
        (HEAD, b"X-Header: " + b"v" * 7_000 + b"\r\n"),
    ],
)
@measured_again
async def test_what_comes_before_an_answer_is_bounded(first: bytes, block: bytes) -> None:
    """Interim responses or headers without end are left soon, with a sentence, and no turn of the loop is long."""
    async with server(block, first=first) as port:
        work = asyncio.create_task(fetched(port))
        longest = await slowest_turn(work)
        with pytest.raises(NutgrafError):
            await work
    assert longest < 0.1


@measured_again
async def test_chunks_of_one_byte_are_bounded() -> None:
    """A body in chunks of one byte is left when it is too large on the wire, and no turn of the loop is long."""
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    async with server(b"1\r\nx\r\n" * 2_000, first=head) as port:
        work = asyncio.create_task(fetched(port))
        longest = await slowest_turn(work)
        with pytest.raises(NutgrafError):
            await work
    assert longest < 0.1


async def test_hints_before_a_page_are_passed_over() -> None:
    """A page with a few interim responses and many headers before it is read, also on a connection used again."""
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" * 5
    headers = b"".join(b"X-Header-%d: %s\r\n" % (number, b"v" * 500) for number in range(40))
    length = b"Content-Length: %d\r\n\r\n" % len(STORY)
    async with server(STORY, first=hints + HEAD + headers + length, blocks=1) as port:
        assert await fetched(port) == STORY
        assert await fetched(port) == STORY


async def test_page_larger_than_the_limit_is_called_so() -> None:
    """A body that is too large is refused for its size, not for its wire."""
    assert limits.FETCH_WIRE_BYTES > limits.PDF_BYTES
    head = HEAD + b"Content-Length: 50000000\r\n\r\n"
    async with server(STORY * 10, first=head) as port:
        with pytest.raises(TooLargeError):
            await fetched(port)
