"""What the client asks and computes agrees with what the local Discord holds."""

import random

import discord

from playground.rules import permissions
from playground.rules.state import Member, Role
from tests.playground.simple_bot import SimpleBot
from tests.support.town import Town


async def test_permissions_agree_with_the_client() -> None:
    """Over random roles and overwrites the client computes the same permissions for the bot as the server."""
    draw = random.Random(7)
    names = list(permissions.BITS)

    def some() -> str:
        return " ".join(draw.sample(names, draw.randrange(4)))

    async with Town() as town:
        guild = town.guild(channels=[])
        itself = guild.members[town.bot.id]
        roles = [town.role(guild, f"r{number}", some(), *([itself] if number % 2 else [])) for number in range(4)]
        places = [town.channel(guild, f"c{number}") for number in range(25)]
        targets: list[Member | Role] = [guild.roles[guild.id], itself, *roles]
        for place in places:
            for target in draw.sample(targets, 4):
                town.permit(place, who=target, allow=some(), deny=some())
        bot = await town.start(SimpleBot)
        known = bot.get_guild(guild.id)
        assert known is not None
        every = permissions.bits(permissions.BITS)
        for place in places:
            channel = known.get_channel(place.id)
            assert isinstance(channel, discord.TextChannel)
            held = channel.permissions_for(known.me)
            if held.view_channel:  # The client also takes dependent permissions away, which the server checks alone.
                ours = permissions.in_channel(guild, place, itself) & every
                assert held.manage_messages == bool(ours & permissions.BITS["manage_messages"]), place.name
                assert held.send_messages == bool(ours & permissions.BITS["send_messages"]), place.name
            else:
                assert permissions.in_channel(guild, place, itself) == 0


async def test_fetches() -> None:
    """Application, users, members, channels, messages and threads are fetched and parsed by the client."""
    async with Town(rate_limits=False) as town:
        guild = town.guild()
        news, ana = guild.channel("news"), guild.member("ana")
        town.empower(guild, "add_reactions manage_messages")
        bot = await town.start(SimpleBot)
        info = await bot.application_info()
        assert (info.id, info.owner.name) == (town.discord.service.application, town.owner.name)
        assert (await bot.fetch_user(ana.id)).name == "ana"
        known = await bot.fetch_guild(guild.id)
        assert (await known.fetch_member(ana.id)).name == "ana"
        assert [role.name for role in await known.fetch_roles()] == ["@everyone", "people", town.bot.name, "trusted"]
        assert [channel.name for channel in await known.fetch_channels()] == ["news", "general"]
        channel = await bot.fetch_channel(news.id)
        assert isinstance(channel, discord.TextChannel)
        post = await town.post(news, ana, "hello")
        message = await channel.fetch_message(post.id)
        assert (message.content, message.author.name) == ("hello", "ana")
        thread = await message.create_thread(name="talk")
        await thread.send("first")
        await thread.edit(archived=True)
        assert [entry.content async for entry in thread.history()] == ["first"]
        await message.add_reaction("📰")
        await message.remove_reaction("📰", discord.Object(town.bot.id))
        assert post.reactions == {}
        private = await (await bot.fetch_user(ana.id)).send("in private")
        assert [m.text for m in town.messages(town.dm(ana))] == [private.content]
        await channel.purge(limit=5)
        assert town.messages(news) == []
        town.role(guild, "gardeners", "manage_threads", guild.members[town.bot.id])
        await thread.delete()
        assert town.violations == []
