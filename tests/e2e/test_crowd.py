"""Sixty members and one link."""

import asyncio

from tests.support.newsroom import HEADLINE, Newsroom

CHANNELS = 12  # Five answers in each: no more fit into one of Discord's windows.
MEMBERS = 60
SECONDS = 2.0


async def test_crowd_pasting_one_link(newsroom: Newsroom) -> None:
    """60 members paste one link over twelve channels within seconds: one fetch, one brief, 12 answers, 48 pointers."""
    town = newsroom.town
    channels = [town.channel(newsroom.guild, f"crowd-{number}") for number in range(CHANNELS)]
    members = [town.member(newsroom.guild, f"member-{number}") for number in range(MEMBERS)]
    await newsroom.watch(*channels)
    url = newsroom.slow("/harbour", seconds=1.0)

    async def paste(number: int) -> None:
        await asyncio.sleep(SECONDS * number / MEMBERS)
        await town.post(channels[number % CHANNELS], members[number], url)

    await asyncio.gather(*(paste(number) for number in range(MEMBERS)))
    await town.settle()
    said = [message for channel in channels for message in town.messages(channel, by=town.bot)]
    briefs = [message for message in said if "to read" in message.text]
    pointers = [message for message in said if "Briefed here" in message.text]
    assert newsroom.site.hits["/harbour"] == 1
    assert newsroom.desk_parts.metrics.value("briefs") == 1
    assert len(briefs) == CHANNELS
    assert {message.channel_id for message in briefs} == {channel.id for channel in channels}
    assert len(pointers) == MEMBERS - CHANNELS
    assert all(HEADLINE in message.text for message in said)
