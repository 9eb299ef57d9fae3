"""A brief of a text in a terminal loads little: most of its time would be loading."""

import asyncio
import os
import resource
import sys
from pathlib import Path

from bot.cli.sources import may_be_page
from tests.support.fakes import STORY
from tests.support.patience import measured_again

# What only other commands need, and what only pages, models and PDF files need.
HEAVY = {
    *("aiohttp", "aiosqlite", "alembic", "asyncpg", "charset_normalizer", "courlan", "dateparser", "discord", "docket"),
    *("htmldate", "lxml", "markdown_it", "numpy", "openai", "pebble", "playground", "prometheus_client", "py3langid"),
    *("pycountry", "pydantic", "pypdf", "redis", "sqlalchemy", "tinycss2", "trafilatura"),
}

# What reads pages: only the process that reads them loads it.
READERS = {"courlan", "htmldate", "lxml", "numpy", "py3langid", "trafilatura"}

# What holds a model's claims against an article: some three hundred modules.
RULES = {"bot.domain.claims.proving", "bot.domain.claims.rules.rules"}

BRIEF = """
import sys
from bot.cli import main
status = main(["brief", sys.argv[1]])
sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules} | sys.modules.keys())))
raise SystemExit(status)
"""

# A tenth of a second on the machine on which a brief may take 0.8 s of processor time.
LOOP = "for _ in range(4_000_000): pass"
TIMES = 8


async def test_a_text_needs_no_heavy_library(tmp_path: Path) -> None:
    """No library for pages, models, Discord or databases is loaded for the brief of a text, and no rule of claims."""
    story = tmp_path / "story.txt"
    story.write_text(STORY * 2, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BRIEF, str(story), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert b"Ada Quill" in out
    assert (HEAVY | RULES) & set(err.decode().split()) == set()


async def test_a_page_is_read_elsewhere(tmp_path: Path) -> None:
    """The process that writes a page's brief loads no parser: the one that reads it does."""
    page = tmp_path / "story.html"
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
    page.write_text(f"<title>The harbour</title><article>{paragraphs}</article>", encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BRIEF, str(page), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert b"Ada Quill" in out
    loaded = set(err.decode().split())
    assert "pebble" in loaded
    assert READERS & loaded == set()


def test_sources_that_may_be_pages(tmp_path: Path) -> None:
    """The process that reads pages starts at once for an address and a page's file, not for a text or a wrong name."""
    for name in ("story.html", "story.pdf", "story.txt"):
        (tmp_path / name).touch()
    expected = {"story.html": True, "story.pdf": True, "story.txt": False, "none.html": False, "-": False, "\0": False}
    assert {name: may_be_page(name if name in "-\0" else str(tmp_path / name)) for name in expected} == expected
    assert may_be_page("https://herald.example/story")


@measured_again
async def test_a_text_takes_little_time(tmp_path: Path) -> None:
    """A brief of a text takes at most eight times a loop that takes a tenth of a second, on whatever machine."""
    story = tmp_path / "story.txt"
    story.write_text(STORY * 2, encoding="utf-8")
    loop, brief = [], []
    for _ in range(3):
        loop.append(await _seconds("-c", LOOP))
        brief.append(await _seconds("-m", "bot", "brief", str(story)))
    assert min(brief) <= TIMES * min(loop), (brief, loop)


async def _seconds(*arguments: str) -> float:
    """Seconds of processor time that a process of Python takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdout=asyncio.subprocess.DEVNULL, env={**os.environ, "ENGINE": "builtin"}
    )
    assert await process.wait() == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
