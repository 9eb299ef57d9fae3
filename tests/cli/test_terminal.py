"""What a terminal gets: colours, the window's width, dates as people write them, what a slow page waits for."""

import asyncio
import fcntl
import os
import pty
import re
import struct
import termios
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from aiohttp import web

from bot.cli.terminal import OutputLine, as_text, show
from bot.domain.brief.builtin import write_draft
from bot.domain.brief.check import check
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from tests.support.fakes import STORY
from tests.support.running import forked, nutgraf
from tests.support.site import Site

_ORDER = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


async def in_terminal(*arguments: str, columns: int = 60, **settings: str) -> str:
    """What a terminal that is so wide gets from the program, both streams together."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "TERM": "xterm-256color"} | settings
    reading = asyncio.create_task(asyncio.to_thread(_all_of, master))
    with open(os.devnull) as nothing:  # noqa: ASYNC230, PTH123  # It is opened for its number.
        status = await forked(arguments, environment, (nothing.fileno(), slave, slave))
    os.close(slave)
    assert status == 0
    out = await reading
    os.close(master)
    return out.decode()


def _all_of(master: int) -> bytes:
    found = b""
    with suppress(OSError):  # So Linux tells the end of a terminal.
        while piece := os.read(master, 65536):
            found += piece
    return found


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A text file with an article."""
    path = tmp_path / "story.txt"
    path.write_text("Harbour of Port Ellery closes\n\n" + STORY * 2, encoding="utf-8")
    return str(path)


async def test_a_terminal_gets_colours_and_its_width(story: str) -> None:
    """The headline is bold and coloured, and no line is wider than the window."""
    shown = await in_terminal("brief", story)
    assert "\x1b[1;36m" in shown
    lines = [_ORDER.sub("", line) for line in shown.splitlines()]
    assert 50 < max(map(len, lines)) <= 60


async def test_colours_are_as_the_caller_wishes(story: str) -> None:
    """NO_COLOR and `--color never` leave colours out in a terminal; `--color always` has them in a pipe."""
    assert "\x1b[1;36m" not in await in_terminal("brief", story, NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*m", await in_terminal("brief", story, "--color", "never"))
    assert "\x1b[" not in (await nutgraf("brief", story)).out
    assert "\x1b[1;36m" in (await nutgraf("brief", story, "--color", "always")).out


async def test_a_slow_page_shows_what_it_waits_for() -> None:
    """While a page is slow, a terminal shows the stage and the seconds; the line is gone at the end."""

    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(5)  # Longer than a command takes to start where both cores are busy.
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (STORY * 2).split("\n\n"))
        return web.Response(text=f"<title>Harbour</title><article>{paragraphs}</article>", content_type="text/html")

    async with Site() as site:
        link = site.handle("/slow", slow)
        shown = await in_terminal("brief", link, "--json", FETCH_ALLOW=f"127.0.0.1:{site.port}", columns=100)
    assert "Fetching the page" in shown
    assert re.search(r"0:00:0[1-9]", shown)
    assert shown.rindex("\x1b[2K") < shown.index('{"headline"')


def test_a_date_is_written_as_people_do() -> None:
    """An ISO date becomes a day with its month's name; what is no date stays."""
    for published, told in (("2026-05-20T10:00:00+00:00", "20 May 2026"), ("last spring", "last spring")):
        article = Article(text=STORY, title="Harbour closes", language="en", published=published)
        brief = check(write_draft(article, Wish()), article)
        assert told in as_text(show(brief, today=date(2026, 6, 1))).splitlines()[1].split(" · ")


def test_no_line_steers_a_terminal() -> None:
    """Control characters and what turns a line's direction are left out, and breaks are spaces."""
    assert as_text([OutputLine("one\n\x1b[2Jtwo\u202e three\x07")]) == "one [2Jtwo three\n"


def test_quotes_are_read_in_the_articles_order() -> None:
    """Two in a row have their speaker once; the comma of the sentence around goes, and so does a lone word."""
    text = (
        "Harbour closes\n\nThe harbour of Port Ellery closes on Monday for repairs of its eastern quay.\n\n"
        "“We have waited for this far too long,” said Ada Quill, the harbour master. “The quay is older than I am.”\n\n"
        "Tom Marsh, a fisherman, called the plan “difficult”. “Nobody told us where to land our fish,” he said.\n\n"
        "“They can land it in Lakeside for a month,” Ada Quill said on Friday."
    )
    article = Article(text=text, title="Harbour closes", language="en")
    brief = check(write_draft(article, Wish()), article)
    lines = as_text(show(brief, today=date(2026, 6, 1))).partition("Quotes\n")[2].partition("\n\n")[0].splitlines()
    assert lines == [
        "  Ada Quill:",
        "    “We have waited for this far too long”",
        "    “The quay is older than I am.”",
        "  “Nobody told us where to land our fish” — Tom Marsh",
        "  “They can land it in Lakeside for a month” — Ada Quill",
    ]
