"""Channels, threads, guilds, members, roles, users, private channels and the application itself."""

from dataclasses import replace
from typing import Any

from playground import wire
from playground.rest.call import Call, Route
from playground.rest.messages import draft_of
from playground.rules import permissions
from playground.rules.command_limits import check_commands
from playground.rules.limits import check_message
from playground.rules.refusal import Refusal, invalid_form, missing_access, missing_permissions, unknown
from playground.rules.state import JSON, THREADS_ONLY, Channel, ChannelKind, Member, User
from playground.service import MessageDraft

SESSIONS = 1000

# Guilds for each shard that Discord advises.
GUILDS_ADVISED = 1000


async def gateway(call: Call) -> Any:
    """GET /gateway."""
    return {"url": call.service.base.replace("http", "ws", 1) + "/gateway/"}


async def gateway_bot(call: Call) -> Any:
    """GET /gateway/bot."""
    limit = {"total": SESSIONS, "remaining": SESSIONS, "reset_after": 0, "max_concurrency": 1}
    guilds = sum(guild.installed for guild in call.service.guilds.values())
    return await gateway(call) | {
        "shards": max(call.service.shards, -(-guilds // GUILDS_ADVISED)),
        "session_start_limit": limit,
    }


async def me(call: Call) -> Any:
    """GET /users/@me."""
    return call.service.self_user()


async def user(call: Call) -> Any:
    """GET /users/{user_id}."""
    return wire.user(_user(call, call.number("user_id")))


def _user(call: Call, number: int) -> User:
    found = call.service.users.get(number)
    if found is None:
        raise unknown("User", 10013)
    return found


async def my_guilds(call: Call) -> Any:
    """GET /users/@me/guilds."""
    bot = call.service.bot
    return [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "permissions": str(permissions.in_guild(guild, guild.members[bot.id])),
            "features": [],
        }
        for guild in call.service.guilds.values()
        if guild.installed
    ]


async def leave(call: Call) -> Any:
    """DELETE /users/@me/guilds/{guild_id}."""
    call.service.leave(call.guild())


async def open_private(call: Call) -> Any:
    """POST /users/@me/channels."""
    who = _user(call, int(call.body["recipient_id"]))
    if who.bot:
        raise Refusal(400, 50007, "Cannot send messages to this user")
    return wire.channel(call.service.private_channel(who, call.service.bot))


# --- the application ------------------------------------------------------------------------------------------------


async def application(call: Call) -> Any:
    """GET /applications/@me and /oauth2/applications/@me."""
    service = call.service
    return {
        "id": str(service.application),
        "name": service.bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "verify_key": "0" * 64,
        "flags": service.application_flags(),
        "hook": True,
        "bot_public": True,
        "bot_require_code_grant": False,
        "rpc_origins": [],
        "owner": wire.user(service.owner),
        "team": None,
        "bot": wire.user(service.bot),
        "approximate_guild_count": sum(guild.installed for guild in service.guilds.values()),
        "approximate_user_install_count": len(service.installed_by),
        "integration_types_config": {"0": {}, "1": {}},
    }


def _scope(call: Call) -> int | None:
    if call.number("application_id") != call.service.application:
        raise unknown("Application", 10002)
    return call.guild().id if "guild_id" in call.path else None


async def commands(call: Call) -> Any:
    """GET the registered commands, global or of a guild."""
    return call.service.commands.get(_scope(call), [])


async def set_commands(call: Call) -> Any:
    """PUT: replace all commands, global or of a guild; a command that stays keeps its id."""
    scope, service = _scope(call), call.service
    check_commands(call.body)
    before = {(entry["type"], entry["name"]): entry for entry in service.commands.get(scope, [])}
    service.commands[scope] = [_registered(call, body, scope, before) for body in call.body]
    service.tell("commands", scope)
    return service.commands[scope]


def _registered(call: Call, body: JSON, scope: int | None, before: dict[tuple[int, str], JSON]) -> JSON:
    kind = body.get("type") or 1
    known = before.get((kind, body["name"]))
    entry: JSON = {
        "id": known["id"] if known else str(call.service.ids.next()),
        "application_id": str(call.service.application),
        "version": str(call.service.ids.next()),
        "default_member_permissions": None,
        "nsfw": False,
        "description": "",
        "options": [],
        "contexts": None,
        "integration_types": [0],
        **{key: value for key, value in body.items() if value is not None},
        "type": kind,
    }
    return entry | {"guild_id": str(scope)} if scope else entry


# --- guilds ---------------------------------------------------------------------------------------------------------


async def guild(call: Call) -> Any:
    """GET /guilds/{guild_id}."""
    found = call.guild()
    body = wire.guild(found, call.service.bot, every_member=False, sees=call.service.bot_sees)
    gateway_only = {"channels", "threads", "members", "presences", "voice_states", "joined_at", "unavailable"}
    return {key: value for key, value in body.items() if key not in gateway_only}


async def guild_channels(call: Call) -> Any:
    """GET /guilds/{guild_id}/channels."""
    return [wire.channel(place) for place in call.guild().channels.values() if not place.is_thread]


async def create_channel(call: Call) -> Any:
    """POST /guilds/{guild_id}/channels."""
    found = call.guild()
    if not permissions.in_guild(found, found.members[call.service.bot.id]) & permissions.BITS["manage_channels"]:
        raise missing_permissions()
    name = call.body["name"]
    parent = int(call.body["parent_id"]) if call.body.get("parent_id") else None
    return wire.channel(call.service.channel(found, name, call.body.get("type") or 0, parent=parent))


def _member(call: Call, number: int) -> Member:
    found = call.guild().members.get(number)
    if found is None:
        raise unknown("Member", 10007)
    return found


async def member(call: Call) -> Any:
    """GET /guilds/{guild_id}/members/{user_id}."""
    return wire.member(_member(call, call.number("user_id")))


async def members(call: Call) -> Any:
    """GET /guilds/{guild_id}/members; needs the members intent."""
    found = call.guild()
    if not call.service.application_flags() & (1 << 15):
        raise missing_access()
    limit, after = int(call.query.get("limit", 1)), int(call.query.get("after", 0))
    numbers = sorted(number for number in found.members if number > after)[:limit]
    return [wire.member(found.members[number]) for number in numbers]


async def roles(call: Call) -> Any:
    """GET /guilds/{guild_id}/roles."""
    return [wire.role(entry) for entry in call.guild().roles.values()]


# --- channels and threads -------------------------------------------------------------------------------------------


async def channel(call: Call) -> Any:
    """GET /channels/{channel_id}."""
    return wire.channel(call.place())


async def change_channel(call: Call) -> Any:
    """PATCH /channels/{channel_id}: the name, topic, and a thread's archive and lock."""
    place = call.place()
    if place.is_thread:
        _may_change_thread(call, place)
    else:
        call.see(place.id, "manage_channels")
    for key in ("name", "topic", "archived", "locked"):
        if key in call.body:
            setattr(place, key, call.body[key])
    call.service.change_channel(place)
    return wire.channel(place)


def _may_change_thread(call: Call, place: Channel) -> None:
    """Refuse what only a moderator, or the thread's owner, may change in a thread."""
    own = place.owner_id == call.service.bot.id
    if not own or "locked" in call.body:
        call.see(place.id, "manage_threads")
    if place.archived and call.body.get("archived", True):
        raise Refusal(400, 50083, "Thread is archived")


async def remove_channel(call: Call) -> Any:
    """DELETE /channels/{channel_id}."""
    place = call.place()
    if place.is_private:
        return wire.channel(place)
    call.see(place.id, "manage_threads" if place.is_thread else "manage_channels")
    call.service.remove_channel(place)
    return wire.channel(place)


async def start_thread(call: Call) -> Any:
    """POST /channels/{channel_id}/threads: a thread without a message, or a forum post."""
    place = call.place()
    if place.kind in THREADS_ONLY:
        call.see(place.id, "send_messages")
        first = call.body.get("message") or {}
        check_message(first, files=[file.name for file in call.files.values()])
        made = call.service.thread(place, call.body["name"], call.service.bot)
        message = call.service.post(made, call.service.bot, replace(draft_of(call, first, place=made), number=made.id))
        return wire.channel(made) | {"message": call.service.message_json(message)}
    private = int(call.body.get("type") or ChannelKind.PRIVATE_THREAD) == ChannelKind.PRIVATE_THREAD
    if place.kind != ChannelKind.TEXT and (private or place.kind != ChannelKind.NEWS):
        raise Refusal(400, 50024, "Cannot execute action on this channel type")
    call.see(place.id, "create_private_threads" if private else "create_public_threads")
    made = call.service.thread(place, call.body["name"], call.service.bot, private=private)
    if not private:
        call.service.post(place, call.service.bot, MessageDraft(call.body["name"], kind=18))
    return wire.channel(made) | {"member": wire.thread_member(made, call.service.bot.id)}


async def join_thread(call: Call) -> Any:
    """PUT /channels/{channel_id}/thread-members/@me."""
    place = call.place()
    if not place.is_thread:
        raise invalid_form(("channel_id", "CHANNEL_TYPE_INVALID", "That is no thread."))
    if place.archived:
        raise Refusal(400, 50083, "Thread is archived")
    call.service.add_to_thread(place, call.service.bot)


async def active_threads(call: Call) -> Any:
    """GET /guilds/{guild_id}/threads/active."""
    found = call.guild()
    sees = call.service.bot_sees
    active = [c for c in found.channels.values() if c.is_thread and not c.archived and sees(c)]
    return {"threads": [wire.channel(place) for place in active], "members": []}


ROUTES: tuple[Route, ...] = (
    ("GET", "/gateway", gateway),
    ("GET", "/gateway/bot", gateway_bot),
    ("GET", "/users/@me", me),
    ("GET", "/users/@me/guilds", my_guilds),
    ("DELETE", "/users/@me/guilds/{guild_id}", leave),
    ("POST", "/users/@me/channels", open_private),
    ("GET", "/users/{user_id}", user),
    ("GET", "/applications/@me", application),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/{application_id}/commands", commands),
    ("PUT", "/applications/{application_id}/commands", set_commands),
    ("GET", "/applications/{application_id}/guilds/{guild_id}/commands", commands),
    ("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", set_commands),
    ("GET", "/guilds/{guild_id}", guild),
    ("GET", "/guilds/{guild_id}/channels", guild_channels),
    ("POST", "/guilds/{guild_id}/channels", create_channel),
    ("GET", "/guilds/{guild_id}/members", members),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
    ("GET", "/guilds/{guild_id}/roles", roles),
    ("GET", "/guilds/{guild_id}/threads/active", active_threads),
    ("GET", "/channels/{channel_id}", channel),
    ("PATCH", "/channels/{channel_id}", change_channel),
    ("DELETE", "/channels/{channel_id}", remove_channel),
    ("POST", "/channels/{channel_id}/threads", start_thread),
    ("PUT", "/channels/{channel_id}/thread-members/@me", join_thread),
)
