"""Messages as posts: what the middle needs to know of a message, without Discord's objects."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import discord

from bot.errors import GoneError
from bot.messages.posts.pasted import MessageLink
from bot.messages.posts.post import File, Post, is_article
from bot.messages.proxies import name_id
from cogs.shared.client import Asked
from cogs.shared.faults import discord_faults
from config import limits

# Kinds of messages that people write; all others are Discord's own.
_WRITTEN = frozenset(
    {
        discord.MessageType.default,
        discord.MessageType.reply,
        discord.MessageType.chat_input_command,
        discord.MessageType.context_menu_command,
        discord.MessageType.thread_starter_message,
    }
)


# The applications of PluralKit and Tupperbox: what their webhooks post is a member's word.
_PROXIES = frozenset({466378653216014359, 431544605209788416})


@dataclass(frozen=True, slots=True)
class Said:
    """A message that may be answered, and whether it speaks to the bot."""

    post: Post
    to_bot: bool


def said_in(message: discord.Message, account: int) -> Said | None:
    """What a message says that may be answered, None for ordinary talk.

    Args:
        message: what was written.
        account: the id of the bot's account.
    """
    to_bot = is_addressed(message, account)
    return Said(post_of(message), to_bot) if to_bot or may_hold_an_article(message) else None


def may_hold_an_article(message: discord.Message) -> bool:
    """Whether a message is worth a look: most have no link, no file and no article in them, and cost nothing more."""
    return bool(
        "://" in message.content
        or (len(message.content) >= limits.PASTE_CHARACTERS and is_article(message.content))
        or message.attachments
        or message.message_snapshots
        or (message.embeds and (message.author.bot or message.webhook_id is not None))
    )


def is_addressed(message: discord.Message, account: int) -> bool:
    """Whether a person speaks to the bot: in private, or by a mention of it or its own role that stands in the message.

    A reply pings whom it answers without writing so; talking about an answer asks for none.

    Args:
        message: what was written.
        account: the id of the bot's account, which in old applications is not the application's.
    """
    if message.guild is None:
        return True
    # Discord lists the roles that are mentioned also where the bot may not read the text.
    if message.role_mentions and message.guild.self_role in message.role_mentions:
        return True
    return "<@" in message.content and (f"<@{account}>" in message.content or f"<@!{account}>" in message.content)


def post_of(message: discord.Message) -> Post:
    """A message as a post, with the texts and files of what it forwards."""
    attachments = [*message.attachments, *(file for shot in message.message_snapshots for file in shot.attachments)]
    place = message.channel
    author = message.author
    is_proxied = message.webhook_id is not None and message.application_id in _PROXIES
    return Post(
        id=message.id,
        channel=place.id,
        parent=place.parent_id if isinstance(place, discord.Thread) else None,
        guild=message.guild.id if message.guild else None,
        author=author.id,
        is_bot=(author.bot or message.webhook_id is not None) and not is_proxied,
        is_system=message.type not in _WRITTEN,
        roles=frozenset(role.id for role in author.roles) if isinstance(author, discord.Member) else frozenset(),
        texts=texts_of(message),
        files=tuple(file_of(attachment) for attachment in attachments),
        locale=str(message.guild.preferred_locale) if message.guild else None,
        category=getattr(place, "category_id", None),
        room=place.parent_id if isinstance(place, discord.Thread) and not place.is_private() else place.id,
        is_proxied=is_proxied,
        counted_as=name_id(message.webhook_id, author.name) if message.webhook_id is not None else None,
        may_embed=may_embed(place, author),
        without_previews=message.flags.suppress_embeds,
    )


def may_embed(place: object, author: discord.abc.User) -> bool | None:
    """Whether an author may embed links in a channel; None where that depends on roles that are not known."""
    if isinstance(place, discord.DMChannel | discord.GroupChannel):
        return True
    if not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return None
    channel = place.parent if isinstance(place, discord.Thread) else place
    if channel is None:
        return None
    if isinstance(author, discord.Member):
        return channel.permissions_for(author).embed_links
    return True if channel.permissions_for(place.guild.default_role).embed_links else None


def texts_of(message: discord.Message) -> tuple[str, ...]:
    """What a message says, and what the messages say that it forwards; a bot's word may stand in embeds."""
    said = [message.content, *(snapshot.content for snapshot in message.message_snapshots)]
    if message.author.bot or message.webhook_id is not None:
        said += [text for embed in message.embeds for text in _texts_of_embed(embed)]
    for snapshot in message.message_snapshots:
        # Whose word a forward was is not told. A bot's embeds are rich, Discord's own previews are of other kinds.
        said += [text for embed in snapshot.embeds if embed.type == "rich" for text in _texts_of_embed(embed)]
    return tuple(text for text in said if text)


async def readable_message(interaction: Asked, where: MessageLink) -> discord.Message:
    """A message of the server that the asker may read too. Raises GoneError and DeliveryError."""
    place = interaction.guild.get_channel_or_thread(where.channel) if interaction.guild else None
    user = interaction.user
    if not isinstance(place, discord.abc.Messageable) or not isinstance(user, discord.Member):
        raise GoneError
    held = place.permissions_for(user)
    if not (held.view_channel and held.read_message_history):
        raise GoneError
    with discord_faults():
        return await place.fetch_message(where.message)


def _texts_of_embed(embed: discord.Embed) -> list[str]:
    """The parts of an embed in which a link may stand: feed bots use each of them."""
    parts = [embed.url, embed.title, embed.description, embed.author.url]
    parts += [text for field in embed.fields for text in (field.name, field.value)]
    return [part for part in parts if part]


def file_of(attachment: discord.Attachment) -> File:
    """An attachment as a file whose bytes are read when they are asked for."""
    return File(
        name=attachment.filename,
        content_type=attachment.content_type,
        size=attachment.size,
        read=_reading(attachment),
        spoiler=attachment.is_spoiler(),
    )


def _reading(attachment: discord.Attachment) -> Callable[[], Awaitable[bytes]]:
    async def read() -> bytes:
        with discord_faults():
            return await attachment.read()

    return read
