"""Fixtures for a conftest to import, and what tests of answers share: an empty database, and a speaker on one."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.database.opening import database_url
from bot.errors import GoneError
from bot.messages.answers.answer import Answer
from bot.messages.answers.records import answers_of
from bot.messages.posts.post import Post
from config.guild import Style
from tests.support.chat import Speaker, open_speaker


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> str:
    """The address of an empty database."""
    folder = tmp_path / "database"
    shutil.copytree(empty_database, folder)
    return database_url(None, folder)


@pytest.fixture
async def speaker(database: str) -> AsyncIterator[Speaker]:
    """A speaker that watches #news, with the built-in engine alone."""
    async with open_speaker(database) as opened:
        yield opened


@pytest.fixture
async def modelled(database: str) -> AsyncIterator[Speaker]:
    """A speaker with a model beside the built-in engine."""
    async with open_speaker(database, has_model=True) as opened:
        yield opened


def hidden() -> GoneError:
    """Discord's word for a channel that the bot does not see."""
    error = GoneError()
    error.reason = "Missing Access (50001)"
    return error


async def answer_to(speaker: Speaker, post: Post) -> Answer:
    """The answer on record to a message."""
    (answer,) = answers_of(await speaker.kept(post))
    return answer


async def heard(speaker: Speaker, *texts: str, **changes: Any) -> tuple[Post, Answer]:
    """A message with its answer."""
    post = speaker.post(*texts, **changes)
    assert await speaker.say(post)
    return post, await answer_to(speaker, post)


async def in_threads(speaker: Speaker) -> None:
    """Answer in threads."""
    await speaker.choose(lambda old: replace(old, style=Style.THREAD))
