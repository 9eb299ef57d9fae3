"""Reading pages, beside trafilatura on the same pages in one run: its precise mode with metadata and without, and fast.

Four things are measured: how well the main text comes out and at what speed, on real pages of a public benchmark
where these lie beside the project; the same on the pages of `tests/pages`, which are the project's own and guard
against going back, no more; the same speed with the ballast that pages of the web carry; and, while pages of 5 MB are
read, pages a second and how long the event loop is kept from its work, with trafilatura in threads as the peer. What
is timed on our side is all of it: text, metadata, language, walls. Like with like is the precise mode with metadata;
the other two give the text alone. The last line of each table is that ratio.
"""

import asyncio
import gzip
import json
import logging
import statistics
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction
from trafilatura import extract as peer

from bot.adapters.processes.pool import KillablePool
from bot.adapters.processes.reader import PooledReader
from bot.domain.page.extract import extract
from bot.domain.page.files.decode import decode
from bot.domain.values.source import Page
from bot.errors import UnreadableError
from config import limits
from tests.support.pages import SamplePage, f1, mean, sample_pages

URL = "https://paper.example/2025/story"
REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "pages-dev"
ROUNDS = 2
BALLAST = 120
LARGE_PAGES = 4
AT_ONCE = 2
TICK_SECONDS = 0.005

# The readers whose speed is compared: both give text and metadata.
OURS, PEER = "nutgraf", "trafilatura precise with metadata"

Read = Callable[[str], str]


def main() -> None:
    """Print F1, pages a second and ratios; then pages a second and the loop's lag on pages of 5 MB."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    pages = sample_pages()
    readers: dict[str, Read] = {
        OURS: _ours,
        PEER: _precise_with_metadata,
        "trafilatura precise, text alone": _precise,
        "trafilatura fast, text alone": _fast,
    }
    if REAL.is_dir():
        real, known = _real_pages()
        _compare("real pages of the public benchmark", readers, real, known)
    plain = [page.html for page in pages]
    _compare("the project's own pages", readers, plain, [page.text for page in pages])
    _compare("the same with ballast", readers, [_laden(html, BALLAST) for html in plain], [page.text for page in pages])
    asyncio.run(_lags(pages))


def _real_pages() -> tuple[list[str], list[str]]:
    """The pages of the public benchmark that others marked, and their texts."""
    lines = (REAL / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    marked = [gold for gold in map(json.loads, lines) if gold["source"] == "aeb"]
    pages = [decode(gzip.decompress((REAL / gold["file"]).read_bytes())) for gold in marked]
    return pages, [gold["text"] for gold in marked]


def _ours(html: str) -> str:
    with suppress(UnreadableError):
        return extract(Page(URL, "text/html", "utf-8", html.encode())).text
    return ""


def _precise_with_metadata(html: str) -> str:
    found = bare_extraction(html, with_metadata=True, favor_precision=True, include_comments=False)
    return "" if found is None else getattr(found, "text", None) or ""


def _precise(html: str) -> str:
    return peer(html, favor_precision=True, include_comments=False) or ""


def _fast(html: str) -> str:
    return peer(html, fast=True, include_comments=False) or ""


def _compare(title: str, readers: dict[str, Read], pages: list[str], known: list[str]) -> None:
    """F1 over all pages, and the CPU time of each reader, taken in turns so that whatever slows one slows all."""
    seconds = dict.fromkeys(readers, 0.0)
    texts = {name: [read(html) for html in pages] for name, read in readers.items()}  # This warms all of them, too.
    for _ in range(ROUNDS):
        for name, read in readers.items():
            begun = time.process_time()
            for html in pages:
                read(html)
            seconds[name] += time.process_time() - begun
    size = statistics.mean(map(len, pages)) / 1000
    print(f"{title}: {len(pages)} of {size:,.0f} kB on average")
    for name in readers:
        scores = [f1(text, want) for text, want in zip(texts[name], known, strict=True)]
        quality = "  ".join(f"{label} {mean(s[at] for s in scores):.3f}" for at, label in enumerate(("F1", "P", "R")))
        print(f"  {name:34} {quality}  {ROUNDS * len(pages) / seconds[name]:6.0f} pages/s of CPU time")
    print(f"  ratio: {seconds[PEER] / seconds[OURS]:.2f} times the pages a second of {PEER}")


def _laden(html: str, count: int) -> str:
    """A page with the ballast of the web: menus, cards of other stories and data for scripts, `count` of each."""
    menu = "".join(
        f'<li class="m-nav__item"><a href="/s/{n}" class="m-link">Section number {n}</a></li>' for n in range(count)
    )
    cards = "".join(
        f'<div class="card"><a href="/st/{n}"><h3 class="card__title">Another story, number {n}, with a title</h3></a>'
        f'<p class="card__text">A line about story {n}</p></div>'
        for n in range(count)
    )
    data = '<script>window.__DATA__={"a":"' + "x" * (count * 200) + '"}</script>'
    body = f'<body><nav class="m-nav"><ul>{menu}</ul></nav>'
    return html.replace("<body>", body, 1).replace(
        "</body>", f'<section class="related">{cards}</section>{data}</body>', 1
    )


async def _lags(pages: list[SamplePage]) -> None:
    chosen = next(page for page in pages if page.name.startswith("site-hashed"))
    per_item = len(_laden(chosen.html, 1000)) / 1000
    html = _laden(chosen.html, int(limits.PAGE_BYTES * 0.98 / per_item))
    page = Page(URL, "text/html", "utf-8", html.encode())
    assert len(page.body) <= limits.PAGE_BYTES
    async with KillablePool() as pool:
        reader = PooledReader(pool)
        await asyncio.gather(*(reader.read_page(Page(URL, "text/html", "utf-8", chosen.html.encode())) for _ in "12"))

        async def ours() -> None:
            assert chosen.paragraphs[0] in (await reader.read_page(page)).text

        async def theirs() -> None:
            await asyncio.to_thread(_fast, html)

        print(f"pages of {len(page.body) / 1e6:.1f} MB, {AT_ONCE} at a time")
        await _lag("an idle loop", None)
        mine = await _lag("nutgraf", ours)
        other = await _lag("trafilatura in threads", theirs)
    print(f"  ratios: {mine[0] / other[0]:.2f} times the pages, {mine[1] / other[1]:.3f} of the longest lag")


async def _lag(name: str, read: Callable[[], Awaitable[Any]] | None) -> tuple[float, float]:
    """Pages a second and the longest lag in seconds of a loop that wakes every `TICK_SECONDS` meanwhile."""
    lags: list[float] = []

    async def tick() -> None:
        while True:
            due = time.perf_counter() + TICK_SECONDS
            await asyncio.sleep(TICK_SECONDS)
            lags.append(time.perf_counter() - due)

    ticking = asyncio.create_task(tick())
    begun = time.perf_counter()
    if read is None:
        await asyncio.sleep(1)
    else:
        gate = asyncio.Semaphore(AT_ONCE)

        async def one() -> None:
            async with gate:
                await read()

        await asyncio.gather(*(one() for _ in range(LARGE_PAGES)))
    seconds = time.perf_counter() - begun
    ticking.cancel()
    lags.sort()
    rate = LARGE_PAGES / seconds
    shown = "" if read is None else f"{rate:6.2f} pages/s, "
    print(
        f"  {name:24} {shown}lag {lags[-1] * 1000:6.1f} ms at most, {lags[int(len(lags) * 0.99)] * 1000:.1f} ms in 99 %"
    )
    return rate, lags[-1]


if __name__ == "__main__":
    main()
