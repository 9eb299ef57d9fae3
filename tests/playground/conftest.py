"""A town without a bot, its guild, and a bare client, for tests of what the local Discord refuses."""

from collections.abc import AsyncIterator

import pytest

from playground.rules.state import Channel, Guild, Member
from tests.playground.rest import Rest, rest_of
from tests.support.town import Town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """A town without a bot, without rate limits."""
    async with Town(rate_limits=False) as made:
        made.guild()
        yield made


@pytest.fixture
async def rest(town: Town) -> AsyncIterator[Rest]:
    """A bare REST client."""
    async with rest_of(town) as client:
        yield client


@pytest.fixture
def guild(town: Town) -> Guild:
    """The guild."""
    return next(iter(town.discord.service.guilds.values()))


@pytest.fixture
def news(guild: Guild) -> Channel:
    """Its channel for news."""
    return guild.channel("news")


@pytest.fixture
def ana(guild: Guild) -> Member:
    """A member."""
    return guild.member("ana")
