"""Permissions from roles and overwrites, enforced as Discord does."""

import pytest

from playground.rules import permissions
from playground.rules.state import Channel, ChannelKind, Guild, Member
from tests.playground.rest import Rest
from tests.support.town import Town


async def test_overwrites_are_applied_in_order(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Everyone's overwrite comes first, then those of roles, then the member's own."""
    everyone = guild.roles[guild.id]
    writers = town.role(guild, "writers", "", ana)
    send = permissions.BITS["send_messages"]
    assert permissions.in_channel(guild, news, ana) & send
    town.permit(news, who=everyone, deny="send_messages")
    assert not permissions.in_channel(guild, news, ana) & send
    town.permit(news, who=writers, allow="send_messages")
    assert permissions.in_channel(guild, news, ana) & send
    town.permit(news, who=ana, deny="send_messages")
    assert not permissions.in_channel(guild, news, ana) & send


async def test_owner_and_administrator_may_do_everything(town: Town, guild: Guild, news: Channel) -> None:
    """No overwrite binds the owner or an administrator."""
    town.permit(news, who=guild.roles[guild.id], deny="view_channel send_messages")
    ada = town.member(guild, "ada", permissions="administrator")
    assert permissions.in_channel(guild, news, ada) == permissions.EVERYTHING
    assert permissions.in_channel(guild, news, guild.member("olga")) == permissions.EVERYTHING


async def test_hidden_channel_gives_nothing(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Who does not see a channel may do nothing there."""
    town.permit(news, who=ana, deny="view_channel")
    assert permissions.in_channel(guild, news, ana) == 0


@pytest.mark.parametrize(
    "case",
    [
        ("view_channel", "POST", "messages", 50001),
        ("send_messages", "POST", "messages", 50013),
        ("send_messages", "POST", "typing", 50013),
        ("add_reactions", "PUT", "messages/{post}/reactions/%F0%9F%91%8D/@me", 50013),
        ("read_message_history", "GET", "messages/{post}", 50013),
        ("manage_messages", "DELETE", "messages/{post}", 50013),
        ("create_public_threads", "POST", "messages/{post}/threads", 50013),
    ],
)
async def test_missing_permissions(
    rest: Rest, town: Town, news: Channel, ana: Member, case: tuple[str, str, str, int]
) -> None:
    """What the bot may not do is 50013, what it does not see 50001."""
    denied, method, path, code = case
    post = await town.post(news, ana, "a")
    town.permit(news, deny=denied)
    body = {"content": "a", "name": "a"} if method == "POST" else None
    status, answer = await rest(method, f"/channels/{news.id}/{path.format(post=post.id)}", body)
    assert (status, answer["code"]) == (403, code)


async def test_reply_needs_the_history(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """A reply without Read Message History is refused."""
    post = await town.post(news, ana, "a")
    town.permit(news, deny="read_message_history")
    _, answer = await rest.send(news, content="a", message_reference={"message_id": str(post.id)})
    assert answer["code"] == 160002


async def test_thread_needs_its_own_permission(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """In threads Send Messages in Threads counts, not Send Messages."""
    thread = await town.thread(await town.post(news, ana, "a"), ana, "talk")
    town.permit(news, deny="send_messages")
    assert (await rest.send(thread, content="a"))[0] == 200
    town.permit(news, deny="send_messages_in_threads")
    assert (await rest.send(thread, content="a"))[1]["code"] == 50013


async def test_forum_takes_posts_not_messages(rest: Rest, town: Town, guild: Guild) -> None:
    """A forum has no messages of its own; its posts are threads with a first message."""
    forum = town.channel(guild, "forum", ChannelKind.FORUM)
    assert (await rest.send(forum, content="a"))[1]["code"] == 50008
    path = f"/channels/{forum.id}/threads"
    status, made = await rest("POST", path, {"name": "topic", "message": {"content": "first"}})
    assert status == 200
    assert made["message"]["content"] == "first"


async def test_private_channels(rest: Rest, town: Town, ana: Member) -> None:
    """A private channel is opened once; in it the bot deletes only its own messages."""
    _, opened = await rest("POST", "/users/@me/channels", {"recipient_id": str(ana.id)})
    _, again = await rest("POST", "/users/@me/channels", {"recipient_id": str(ana.id)})
    assert opened["id"] == again["id"]
    place = town.dm(ana)
    post = await town.post(place, ana, "hello")
    assert (await rest("DELETE", f"/channels/{place.id}/messages/{post.id}"))[1]["code"] == 50003


async def test_left_guild_is_out_of_reach(rest: Rest, town: Town, guild: Guild, news: Channel) -> None:
    """After the bot was thrown out its channels are 50001 and the guild is unknown to it."""
    await town.leave(guild)
    assert (await rest.send(news, content="a"))[1]["code"] == 50001
    assert (await rest("GET", f"/guilds/{guild.id}"))[1]["code"] == 50001
    assert (await rest("GET", "/users/@me/guilds"))[1] == []


async def test_members_and_roles(rest: Rest, town: Town, guild: Guild, ana: Member) -> None:
    """Members and roles are listed; an unknown member is 10007."""
    role = town.role(guild, "readers", "view_channel", ana)
    _, member = await rest("GET", f"/guilds/{guild.id}/members/{ana.id}")
    assert member["roles"] == [str(guild.role("people").id), str(role.id)]
    _, roles = await rest("GET", f"/guilds/{guild.id}/roles")
    assert [entry["name"] for entry in roles] == ["@everyone", "people", "nutgraf", "readers"]
    assert (await rest("GET", f"/guilds/{guild.id}/members/1"))[1]["code"] == 10007


async def test_channel_management_needs_its_permission(rest: Rest, town: Town, guild: Guild, news: Channel) -> None:
    """Channels are made and deleted with Manage Channels alone."""
    assert (await rest("DELETE", f"/channels/{news.id}"))[1]["code"] == 50013
    assert (await rest("POST", f"/guilds/{guild.id}/channels", {"name": "new"}))[1]["code"] == 50013
    town.role(guild, "managers", "manage_channels", guild.members[town.bot.id])
    assert (await rest("POST", f"/guilds/{guild.id}/channels", {"name": "new"}))[0] == 200
    assert (await rest("DELETE", f"/channels/{news.id}"))[0] == 200
    assert news.id not in guild.channels
