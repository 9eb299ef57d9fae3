"""Commands and buttons that are done once more: by another process, when theirs ended before it gave the answer.

1. With "thinking …" an interaction is written down: its ids and options, of a message its links and files alone. Words
   that are longer than an option of ours stand in the cache, which forgets them after fifteen minutes.
2. Another process makes the interaction anew, asks Discord for the message of a menu, and does what it does for a new
   one.
"""

import asyncio
import copy
import json
from collections.abc import Iterator, Sequence
from typing import Any

import discord

from bot.domain.values.work import Promised
from bot.errors import BrokenOffError, DeliveryError
from bot.messages.posts.post import look_into
from cogs.shared.client import Asked, BotClient
from cogs.shared.faults import discord_faults
from cogs.shared.messages import post_of
from config import limits

Payload = dict[str, Any]
"""A value as Discord tells it."""

# Of a message, what is written down as it is.
_KEPT = ("id", "channel_id", "type", "timestamp", "flags", "webhook_id", "application_id")


def written_down(interaction: Asked, *, private: bool) -> tuple[Promised, list[str]]:
    """An interaction as it is written down, and the long words of its options, which are not."""
    data = copy.deepcopy(_data(interaction))
    messages = data.get("resolved", {}).get("messages", {})
    for id_, message in messages.items():
        messages[id_] = _without_words(interaction, message)
    long = []
    for option in _options(data):
        value = option.get("value")
        if isinstance(value, str) and len(value) > limits.PROMISED_CHARACTERS:
            long.append(value)
            option |= {"value": "", "is_long": True}
    channel, user, message = interaction.channel, interaction.user, interaction.message
    promised = Promised(
        id=interaction.id,
        token=interaction.token,
        channel=interaction.channel_id or 0,
        channel_type=channel.type.value if channel is not None else 0,
        guild=interaction.guild_id,
        user=user.id,
        locale=str(interaction.locale),
        guild_locale=str(interaction.guild_locale) if interaction.guild_locale else None,
        installed=interaction.is_guild_integration(),
        private=private,
        kind=interaction.type.value,
        data=data,
        parent=channel.parent_id if isinstance(channel, discord.Thread) else None,
        roles=tuple(role.id for role in user.roles) if isinstance(user, discord.Member) else (),
        permissions=interaction.permissions.value,
        app_permissions=interaction.app_permissions.value,
        message=message.id if message is not None else None,
        message_flags=message.flags.value if message is not None else 0,
    )
    return promised, long


async def keep_words(client: BotClient, promised: Promised, words: Sequence[str]) -> None:
    """Let the cache have the long words of an interaction for as long as Discord takes its answer."""
    if words:
        value = json.dumps(words).encode()
        await client.parts.cache.put(_key(promised), value, seconds=limits.PROMISE_SECONDS)


def can_finish(client: BotClient, promised: Promised) -> bool:
    """Whether this process knows the channels and roles of the server in which something was asked."""
    if promised.guild is None or not promised.installed:
        return True
    guild = client.get_guild(promised.guild)
    return guild is not None and not guild.unavailable


def as_asked(client: BotClient, promised: Promised) -> Asked:
    """An interaction as it stood when its answer was promised, by this process or another one."""
    user = {"id": str(promised.user), "username": "", "discriminator": "0", "avatar": None}
    told: Payload = {
        "id": str(promised.id),
        "type": promised.kind or discord.InteractionType.application_command.value,
        "token": promised.token,
        "version": 1,
        "application_id": str(client.application_id),
        "attachment_size_limit": 0,
        "locale": promised.locale,
        "channel": _place(promised),
        "user": user,
        "data": copy.deepcopy(dict(promised.data)),
        "app_permissions": str(promised.app_permissions),
    }
    if promised.guild_locale is not None:
        told["guild_locale"] = promised.guild_locale
    if promised.guild is not None:
        told["guild_id"] = str(promised.guild)
        told["member"] = {
            "user": user,
            "roles": [str(role) for role in promised.roles],
            "joined_at": None,
            "permissions": str(promised.permissions),
            "flags": 0,
        }
        told["authorizing_integration_owners"] = {"0": str(promised.guild)} if promised.installed else {}
    if promised.message is not None:
        told["message"] = _under_which(promised)
    interaction: Asked = discord.Interaction(data=told, state=client._connection)  # type: ignore[arg-type]  # noqa: SLF001  # The client makes its own like this.
    interaction.response._response_type = discord.InteractionResponseType.deferred_channel_message  # noqa: SLF001  # It was deferred.
    interaction.extras |= {"private": promised.private, "again": True}
    return interaction


def is_again(interaction: Asked) -> bool:
    """Whether an interaction is done once more, and may have been done in part."""
    return bool(interaction.extras.get("again"))


async def restore(interaction: Asked, promised: Promised) -> None:
    """Give an interaction back what was not written down. Raises BrokenOffError where that is gone."""
    data = _data(interaction)
    elsewhere = [option for option in _options(data) if option.get("is_long")]
    if elsewhere:
        kept = await interaction.client.parts.cache.get(_key(promised))
        if kept is None:
            raise BrokenOffError
        for option, words in zip(elsewhere, json.loads(kept), strict=True):
            option["value"] = words
    messages = data.get("resolved", {}).get("messages", {})
    for id_, message in messages.items():
        try:
            with discord_faults():
                messages[id_] = await interaction.client.http.get_message(int(message["channel_id"]), int(id_))
        except DeliveryError as error:  # It is gone, or its server has not the bot.
            if not message["content"] and not message["attachments"]:
                raise BrokenOffError from error


async def do_again(interaction: Asked) -> None:
    """Do what was asked for, as if it came just now. Raises BrokenOffError for what only its first process could do."""
    client, data = interaction.client, _data(interaction)
    if interaction.type is discord.InteractionType.application_command and data:
        await client.tree._call(interaction)  # noqa: SLF001  # The library's own way, which it gives to no one.
    elif interaction.type is discord.InteractionType.component:
        views = client._connection._view_store  # noqa: SLF001  # As above.
        kind, custom_id = data["component_type"], data["custom_id"]
        matches = ((pattern.fullmatch(custom_id), item) for pattern, item in tuple(views._dynamic_items.items()))  # noqa: SLF001  # As above.
        calls = [
            views.schedule_dynamic_item_call(kind, item, interaction, custom_id, match)
            for match, item in matches
            if match is not None
        ]
        await asyncio.gather(*calls)
    else:
        raise BrokenOffError


def _data(interaction: Asked) -> Payload:
    return dict(interaction.data or {})


def _key(promised: Promised) -> str:
    return f"promised:{promised.id}"


def _options(data: Payload) -> Iterator[Payload]:
    """The options of a command, with those of its subcommands."""
    for option in data.get("options", ()):
        yield option
        yield from _options(option)


def _without_words(interaction: Asked, told: Payload) -> Payload:
    """A message with its links and files, and without its words."""
    place = discord.PartialMessageable(interaction._state, int(told["channel_id"]), interaction.guild_id)  # noqa: SLF001  # The library makes its own like this.
    message = discord.Message(state=interaction._state, channel=place, data=told)  # type: ignore[arg-type]  # noqa: SLF001  # As above.
    links = (f"||{link.url}||" if link.spoiler else link.url for link in look_into(post_of(message)).links)
    snapshots = [snapshot["message"] for snapshot in told.get("message_snapshots", ())]
    files = [file for part in (told, *snapshots) for file in part.get("attachments", ())]
    author = {name: told["author"].get(name) for name in ("id", "discriminator", "bot")} | {"username": ""}
    kept = {name: told[name] for name in _KEPT if name in told}
    return _BLANK | kept | {"author": author | {"avatar": None}, "content": "\n".join(links), "attachments": files}


# What the library takes for granted in a message.
_BLANK: Payload = {
    "content": "",
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [],
    "mention_roles": [],
    "attachments": [],
    "embeds": [],
    "pinned": False,
    "type": 0,
    "components": [],
}


def _under_which(promised: Promised) -> Payload:
    """The message with the button or the menu that was used, as far as it matters."""
    data = promised.data
    used: Payload = {"type": data["component_type"], "custom_id": data["custom_id"]}
    if "values" in data:
        used["options"] = [{"label": value, "value": value} for value in data["values"]]
    else:
        used |= {"style": discord.ButtonStyle.secondary.value, "label": "-"}
    # The button stands in a row of its own here, and not in the layout that it was in.
    flags = promised.message_flags & ~discord.MessageFlags.components_v2.flag
    return _BLANK | {
        "id": str(promised.message),
        "channel_id": str(promised.channel),
        "author": {"id": "0", "username": "", "discriminator": "0", "avatar": None, "bot": True},
        "timestamp": discord.utils.snowflake_time(promised.message or 0).isoformat(),
        "flags": flags,
        "components": [{"type": discord.ComponentType.action_row.value, "components": [used]}],
    }


def _place(promised: Promised) -> Payload:
    """The channel where it was asked, with all that the library takes for granted in any kind of channel."""
    return {
        "id": str(promised.channel),
        "type": promised.channel_type,
        "name": "",
        "position": 0,
        "parent_id": str(promised.parent) if promised.parent is not None else None,
        "permissions": str(promised.permissions),
        "permission_overwrites": [],
        "recipients": [],
        "bitrate": 0,
        "user_limit": 0,
        "owner_id": "0",
        "message_count": 0,
        "member_count": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 0,
            "archive_timestamp": discord.utils.snowflake_time(promised.id).isoformat(),
        },
    }
