"""`/help`, and the word to a server that the bot has joined."""

import pytest

from tests.support.newsroom import Newsroom


async def test_help_differs_for_admins(newsroom: Newsroom) -> None:
    """Members read how to ask; admins read more; in private, in the reader's language."""
    town = newsroom.town
    member, admin = [
        await newsroom.answer(await town.slash(newsroom.news, who, "help")) for who in (newsroom.ana, newsroom.olga)
    ]
    assert "/summarize: a brief of a link, a text or a file" in member.text
    assert "/config panel" not in member.text
    assert "/config panel: choose everything in one place" in admin.text
    assert member.ephemeral
    german = town.member(newsroom.guild, "gerd", permissions="manage_guild", locale="de")
    words = newsroom.parts.catalogues.words("de")
    told = await newsroom.answer(await town.slash(newsroom.news, german, "help"))
    for command in ("panel", "check"):
        assert f"/{words.name('config') or 'config'} {words.name(command) or command}:" in told.text


@pytest.mark.parametrize("moderators", [False, True])
async def test_welcome(newsroom: Newsroom, moderators: bool) -> None:
    """On joining, the moderators' channel gets one word, else the system channel; where neither is, nobody does."""
    town = newsroom.town
    for name in ("silent", "other"):
        guild = town.guild(name, channels=["lobby", "desk"], installed=False)
        lobby, desk = guild.channel("lobby"), guild.channel("desk")
        if name == "other":
            guild.system_channel = lobby.id
            guild.updates_channel = desk.id if moderators else None
        await town.invite(guild)
        await town.settle()
        said = {place.name: [message.text for message in town.messages(place)] for place in (lobby, desk)}
        if name == "silent":
            assert said == {"lobby": [], "desk": []}
            continue
        (told,) = said["desk" if moderators else "lobby"]
        assert said["lobby" if moderators else "desk"] == []
        assert "/config panel" in told
        assert "I look for links in the channels that you let me watch" in told
