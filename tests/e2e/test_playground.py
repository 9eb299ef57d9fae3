"""`nutgraf playground`: what a newcomer's first command shows."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

import aiohttp

from playground.newsroom import STORIES
from tests.support.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
STORY = STORIES[0]


async def test_article_posted_in_the_page_is_answered(tmp_path: Path) -> None:
    """The command opens a page on 127.0.0.1; a demo article's link posted in its chat is answered; Ctrl+C ends it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "playground", "--port", "0"),
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            said = (await process.stdout.readline()).decode()
            found = re.search(r"http://127\.0\.0\.1:\d+/", said)
            assert found is not None, said
            answer = await _answer_in(found[0])
    finally:
        process.send_signal(signal.SIGINT)
        _, complaints = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert STORY.headline in answer
    assert "to read" in answer
    assert process.returncode == 0
    assert complaints == b""
    assert await asyncio.to_thread(os.listdir, tmp_path) == []


async def _answer_in(page: str) -> str:
    """Post the first story's link in #news, again and again until the bot is there, and give the answer's HTML."""
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{page}page/socket") as socket:
        await socket.send_json({"do": "open"})
        while True:
            await socket.send_json({"do": "post", "text": f"{page}articles/{STORY.file}"})
            try:
                async with asyncio.timeout(5):  # Nobody may have heard it.
                    while True:
                        frame = await socket.receive_json()
                        if frame["show"] == "message" and "to read" in frame["html"]:
                            return str(frame["html"])
            except TimeoutError:
                continue
