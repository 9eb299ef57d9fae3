"""The state as JSON, in the shapes that Discord's API v10 gives.

A key whose mere presence means something is left out, not null: clients test for it.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from playground.rules import permissions
from playground.rules.snowflakes import created_ms
from playground.rules.state import (
    JSON,
    THREADS_ONLY,
    VOICES,
    Attachment,
    Channel,
    ChannelKind,
    Guild,
    Interaction,
    Member,
    Message,
    MessageKind,
    Role,
    User,
)


def timestamp(snowflake: int) -> str:
    """When an id was given, as ISO 8601 with an offset."""
    return datetime.fromtimestamp(created_ms(snowflake) / 1000, tz=UTC).isoformat()


def user(who: User) -> JSON:
    """A user object."""
    return {
        "id": str(who.id),
        "username": who.name,
        "discriminator": "0",
        "global_name": None if who.bot else who.name.capitalize(),
        "avatar": None,
        "bot": who.bot,
        "public_flags": 0,
    }


def member(who: Member, *, with_user: bool = True) -> JSON:
    """A member object; in messages it comes without its user."""
    body: JSON = {
        "nick": who.nick,
        "avatar": None,
        "roles": [str(role) for role in who.roles],
        "joined_at": who.joined_at,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": who.timed_out_until.isoformat() if who.timed_out_until else None,
    }
    return body | {"user": user(who.user)} if with_user else body


def role(what: Role) -> JSON:
    """A role object, with `tags` where it is a bot's own."""
    tags = {"tags": {"bot_id": str(what.bot_id)}} if what.bot_id else {}
    return tags | {
        "id": str(what.id),
        "name": what.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": what.position,
        "permissions": str(what.permissions),
        "managed": what.bot_id is not None,
        "mentionable": True,
        "flags": 0,
    }


def channel(place: Channel) -> JSON:
    """A channel object: a guild's channel, a thread or a private channel."""
    last = place.last_message_id
    body: JSON = {"id": str(place.id), "type": int(place.kind), "last_message_id": str(last) if last else None}
    if place.is_private:
        body["recipients"] = [user(who) for who in place.recipients if not who.bot]
        if place.kind == ChannelKind.GROUP_DM:
            body |= {"name": place.name, "icon": None, "owner_id": str(place.owner_id)}
        return body
    body |= {"guild_id": str(place.guild_id), "name": place.name, "flags": place.flags, "rate_limit_per_user": 0}
    body["parent_id"] = str(place.parent_id) if place.parent_id else None
    return body | (_thread_fields(place) if place.is_thread else _channel_fields(place))


def _thread_fields(place: Channel) -> JSON:
    count = sum(not message.ephemeral for message in place.messages.values())
    return {
        "owner_id": str(place.owner_id),
        "message_count": count,
        "total_message_sent": count,
        "member_count": len(place.thread_members),
        "thread_metadata": {
            "archived": place.archived,
            "auto_archive_duration": 1440,
            "archive_timestamp": timestamp(place.id),
            "create_timestamp": timestamp(place.id),
            "locked": place.locked,
        },
    }


def _channel_fields(place: Channel) -> JSON:
    body: JSON = {
        "position": place.position,
        "nsfw": place.nsfw,
        "topic": place.topic,
        "permission_overwrites": [
            {"id": str(rule.id), "type": rule.kind, "allow": str(rule.allow), "deny": str(rule.deny)}
            for rule in place.overwrites.values()
        ],
    }
    if place.kind in VOICES:
        body |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
    if place.kind in THREADS_ONLY:
        body |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
        body |= {"default_forum_layout": 0, "default_thread_rate_limit_per_user": 0}
    return body


def thread_member(place: Channel, who: int) -> JSON:
    """A thread member object."""
    return {"id": str(place.id), "user_id": str(who), "join_timestamp": timestamp(place.id), "flags": 0}


def resolved_channel(place: Channel) -> JSON:
    """A channel as an option or a select menu brings it: part of it, for threads with their metadata too."""
    named = {"id", "name", "type", "last_message_id", "nsfw", "parent_id", "guild_id", "flags", "rate_limit_per_user"}
    named |= {"topic", "position", "thread_metadata"}
    return {key: value for key, value in channel(place).items() if key in named}


def guild(what: Guild, bot: User, *, every_member: bool, sees: Callable[[Channel], bool]) -> JSON:
    """The guild as GUILD_CREATE brings it.

    Args:
        what: the guild.
        bot: the bot's account.
        every_member: whether the session has the members intent; without it only the bot itself is among the members.
        sees: whether the bot sees a thread.
    """
    seen = what.members.values() if every_member else [what.members[bot.id]]
    threads = [place for place in what.channels.values() if place.is_thread and not place.archived and sees(place)]
    return {
        **partial_guild(what),
        "name": what.name,
        "owner_id": str(what.owner_id),
        "icon": None,
        "splash": None,
        "banner": None,
        "description": None,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "preferred_locale": what.locale,
        "system_channel_id": str(what.system_channel) if what.system_channel else None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": str(what.updates_channel) if what.updates_channel else None,
        "roles": [role(entry) for entry in what.roles.values()],
        "emojis": [],
        "stickers": [],
        "joined_at": what.joined_at,
        "large": False,
        "unavailable": False,
        "member_count": len(what.members),
        "voice_states": [],
        "members": [member(who) for who in seen],
        "channels": [channel(place) for place in what.channels.values() if not place.is_thread],
        "threads": [
            channel(place) | ({"member": thread_member(place, bot.id)} if bot.id in place.thread_members else {})
            for place in threads
        ],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def partial_guild(what: Guild) -> JSON:
    """The guild as an interaction brings it."""
    return {"id": str(what.id), "locale": what.locale, "features": []}


def attachment(file: Attachment, base: str) -> JSON:
    """An attachment object; `base` is the address of the file server, without a slash at its end."""
    url = f"{base}/attachments/{file.channel_id}/{file.id}/{file.name}"
    body: JSON = {"id": str(file.id), "filename": file.name, "size": len(file.data), "url": url, "proxy_url": url}
    if file.content_type is not None:
        body["content_type"] = file.content_type
    if file.description is not None:
        body["description"] = file.description
    return body


def message(what: Message, base: str, people: dict[int, User], *, me: int) -> JSON:
    """A message object without its reference's message; `me` is the user for whom reactions are marked as own."""
    body: JSON = {
        "id": str(what.id),
        "type": int(what.kind),
        "channel_id": str(what.channel_id),
        "author": user(what.author),
        "content": what.content,
        "timestamp": timestamp(what.id),
        "edited_timestamp": what.edited_at,
        "tts": False,
        "mention_everyone": what.mention_everyone,
        "mentions": [user(people[who]) for who in what.mentions if who in people],
        "mention_roles": [str(entry) for entry in what.mention_roles],
        "attachments": [attachment(file, base) for file in what.attachments],
        "embeds": what.embeds,
        "components": what.components,
        "pinned": what.pinned,
        "flags": int(what.flags),
    }
    if what.reactions:
        body["reactions"] = [_reaction(emoji, users, me) for emoji, users in what.reactions.items()]
    optional = {
        "message_reference": what.reference,
        "message_snapshots": what.snapshots or None,
        "nonce": what.nonce,
        "webhook_id": str(what.webhook_id) if what.webhook_id else None,
        "application_id": str(what.application_id) if what.application_id else None,
        "interaction_metadata": what.interaction,
        "poll": what.poll,
    }
    return body | {key: value for key, value in optional.items() if value is not None}


def _reaction(emoji: str, users: list[int], me: int) -> JSON:
    return {
        "count": len(users),
        "count_details": {"burst": 0, "normal": len(users)},
        "me": me in users,
        "me_burst": False,
        "emoji": partial_emoji(emoji),
        "burst_colors": [],
    }


def partial_emoji(emoji: str) -> JSON:
    """An emoji object from a character or `name:id`."""
    name, _, number = emoji.partition(":")
    return {"id": number or None, "name": name}


def without_content(body: JSON) -> JSON:
    """A message object as it is given to a bot that may not read it."""
    hidden: JSON = {"content": "", "embeds": [], "attachments": [], "components": []}
    body = {key: value for key, value in body.items() if key != "poll"}
    if "message_snapshots" in body:
        empty = [{"message": entry["message"] | hidden} for entry in body["message_snapshots"]]
        hidden["message_snapshots"] = empty
    return body | hidden


def snapshot(what: Message, base: str) -> JSON:
    """A message as a forward carries it: no author, no id."""
    return {
        "message": {
            "type": int(what.kind),
            "content": what.content,
            "timestamp": timestamp(what.id),
            "edited_timestamp": what.edited_at,
            "flags": int(what.flags),
            "attachments": [attachment(file, base) for file in what.attachments],
            "embeds": what.embeds,
            "components": what.components,
            "mentions": [],
            "mention_roles": [],
        }
    }


def interaction(asked: Interaction, bot: User, application_id: int, message_body: JSON | None) -> JSON:
    """An interaction as INTERACTION_CREATE brings it."""
    place = channel(asked.channel)
    body: JSON = {
        "id": str(asked.id),
        "application_id": str(application_id),
        "type": asked.kind,
        "token": asked.token,
        "version": 1,
        "data": asked.data,
        "channel_id": str(asked.channel.id),
        "locale": asked.user.locale,
        "entitlements": [],
        "authorizing_integration_owners": asked.owners,
        "context": asked.context,
        "attachment_size_limit": 10 * 1024 * 1024,
    }
    if asked.guild is None:
        body["user"] = user(asked.user)
        body["app_permissions"] = str(permissions.EVERYTHING)
    else:
        who = asked.guild.members[asked.user.id]
        allowed = permissions.in_channel(asked.guild, asked.channel, who)
        body["member"] = member(who) | {"permissions": str(allowed)}
        body["guild"] = partial_guild(asked.guild)
        body["guild_id"] = str(asked.guild.id)
        body["guild_locale"] = asked.guild.locale
        place["permissions"] = str(allowed)
        itself = asked.guild.members.get(bot.id)
        own = permissions.in_channel(asked.guild, asked.channel, itself) if itself else permissions.bits("embed_links")
        body["app_permissions"] = str(own)
    body["channel"] = place
    if message_body is not None:
        body["message"] = message_body
    return body


def is_reply(kind: int) -> bool:
    """Whether a message of this type carries the message that it answers."""
    return kind in {MessageKind.REPLY, MessageKind.THREAD_STARTER, MessageKind.CONTEXT_MENU}
