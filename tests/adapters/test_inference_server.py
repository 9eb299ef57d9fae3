"""A real inference server (llama.cpp's) with a model of random weights: noise in the right shape proves nothing."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.adapters.engines.builtin_engine import BuiltinEngine
from bot.adapters.engines.model_settings import ModelSettings
from bot.adapters.engines.openai_engine import OpenAIEngine
from bot.adapters.metrics import PrometheusMetrics
from bot.domain.brief.check import STOOD_IN, check
from bot.domain.page.extract import extract
from bot.domain.values.article import Article
from bot.domain.values.source import Page
from bot.domain.values.wish import Wish
from tests.support.fakes import STORY

SERVER = Path(__file__).resolve().parent.parent / "support" / "random_model.py"
ARTICLE = Article(text=STORY, url="https://news.example/harbour", title="Harbour closes", language="en")


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a running server."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SERVER),
        str(tmp_path),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    faults = asyncio.create_task(process.stderr.read())
    try:
        async with asyncio.timeout(120):
            line = await process.stdout.readline()
        if not line and "CI" not in os.environ and b"ModuleNotFoundError" in await faults:
            pytest.skip("the packages of the dependency group `model` are not installed here")
        assert line, (await faults).decode(errors="replace")[-2000:]
        yield line.decode().strip()
    finally:
        if process.returncode is None:
            process.kill()
        await asyncio.gather(process.wait(), faults)


async def test_noise_of_a_real_model_proves_nothing(address: str) -> None:
    """Random words in the demanded shape are a draft, and a brief in which the built-in parts stand."""
    settings = ModelSettings(model="random", base_url=f"{address}/v1", window=32_000, max_output=8_000, seconds=120)
    builtin = BuiltinEngine(None)
    async with OpenAIEngine(settings, reader=builtin, metrics=PrometheusMetrics()) as engine:
        draft = await engine.write(ARTICLE, Wish())
    spare = await builtin.write(ARTICLE, Wish())
    brief = check(draft, ARTICLE, fallback=spare)
    assert len(draft.sentences) >= 2
    assert draft.usage.tokens_out > 100
    assert brief.engine == "openai:random"
    assert STOOD_IN in brief.notes
    assert brief.summary == tuple(sentence.text for sentence in spare.sentences)
    assert {actor.name for actor in brief.actors} <= {"Ada Quill", "Port Ellery", "Saltby"}
    assert all(STORY[quote.start : quote.end] == quote.text for quote in brief.quotes)
    assert brief.quotes
    assert len([part for part in brief.dropped if part.part == "sentence"]) == len(draft.sentences)


async def test_article_costs_a_fraction_of_its_page(address: str) -> None:
    """By a real tokenizer's count an ordinary page has more than four times the tokens that are sent of it."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
    long = "".join(
        f"<p>The council met on day {day} and spoke of the harbour, the quay and the boats.</p>" for day in range(40)
    )
    menu = "".join(
        f'<li class="nav-item"><a href="/section/{number}">Section {number}</a></li>' for number in range(120)
    )
    script = "window.dataLayer.push({event: 'view', section: 'harbour', tags: ['a', 'b', 'c']});" * 200
    page = (
        f'<html lang="en"><head><title>Harbour closes</title><script>{script}</script></head><body><nav><ul>{menu}</ul>'
        f"</nav><main><article><h1>Harbour closes</h1>{story}{long}</article></main>"
        f"<footer><ul>{menu}</ul></footer></body></html>"
    )
    article = extract(Page("https://news.example/harbour", "text/html", "utf-8", page.encode()))
    settings = ModelSettings(model="random", base_url=f"{address}/v1", window=32_000, max_output=8_000, seconds=120)
    async with OpenAIEngine(settings, reader=BuiltinEngine(None), metrics=PrometheusMetrics()) as engine:
        draft = await engine.write(article, Wish())
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{address}/tokenize", json={"content": page}) as answer,
    ):
        tokens = len((await answer.json())["tokens"])
    assert "day 39" in article.text
    assert draft.usage.tokens_in * 4 < tokens * draft.usage.calls
