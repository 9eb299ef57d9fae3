"""How a setting is changed: by whom, and what the admin is told of it."""

from collections.abc import Callable, Collection
from enum import StrEnum

import discord
from discord import app_commands

from bot.domain.chat.view import Card, Line, Text, View
from bot.errors import UsageError
from bot.guilds.describing import Setting, state_lines
from bot.guilds.zones import next_digest
from bot.i18n.words import Words
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.channels import Place, channels_of
from cogs.shared.commands.interactions import answer, words_for
from cogs.shared.permissions import THREADED
from config.guild import GuildSettings, Style

# Channels that a confirmation warns of by name.
SHOWN_TROUBLES = 3


class PanelAction(StrEnum):
    """What a button of `/config` does; its custom id says so, so that it works after a restart, in any process."""

    RESET = "reset"
    KEEP = "keep"
    FORGET = "forget"
    LIMITS = "limits"
    DOMAINS = "domains"
    DIGEST = "digest"
    CHECK = "check"
    CLOSE = "close"

    @property
    def custom_id(self) -> str:
        """The custom id that stands for it."""
        return f"nutgraf:admin:{self}"


PANEL_ACTIONS = r"nutgraf:admin:(?P<action>reset|keep|forget|limits|domains|digest|check|close)"


def check_admin(interaction: Asked) -> bool:
    """Let only those pass who have Manage Server, whatever a server's own settings for commands say.

    Discord lets admins give a command to more members, by one switch for all commands of a bot too, and knows no such
    rule for buttons and menus. What costs money and decides where the bot speaks stays with those who run the server.

    Raises:
        MissingPermissions: they lack it.
    """
    if not interaction.permissions.manage_guild:
        raise app_commands.MissingPermissions(["manage_guild"])
    return True


class AdminGroup(app_commands.Group):
    """A group of commands within `/config`."""

    async def interaction_check(self, interaction: Asked, /) -> bool:  # type: ignore[override]  # The bot is always this one.
        """Let admins pass."""
        return check_admin(interaction)


async def change(
    interaction: Asked, setting: Setting | str, to: Callable[[GuildSettings], GuildSettings]
) -> GuildSettings:
    """Change the server's settings in the admin's name. Raises StorageError, and whatever `to` raises."""
    return await interaction.client.parts.settings_cache.change(
        interaction.guild_id or 0, interaction.user.id, str(setting), to
    )


async def confirm(interaction: Asked, settings: GuildSettings, *effects: str, shows: Collection[Setting]) -> None:
    """Tell the admin in private what a change means, and how the settings are now."""
    await answer(interaction, confirmation(settings, words_for(interaction), *effects, shows=shows), private=True)


def confirmation(settings: GuildSettings, words: Words, *effects: str, shows: Collection[Setting]) -> View:
    """What a change means, above the resulting state."""
    said = "\n".join(effect for effect in effects if effect)
    return View((Card((Text(said), Line(), Text("\n".join(state_lines(settings, words, *shows))))),))


def troubles(
    interaction: Asked, settings: GuildSettings, words: Words, channels: Collection[int] | None = None
) -> list[str]:
    """What keeps the bot from answering in channels, by default all watched ones: a sentence each, some at the most."""
    bot = interaction.client
    looked = channels_of(settings.watched if channels is None else channels, interaction.guild, settings)
    found = [unread(words)] if looked and not bot.reads_messages else []
    lacking = {channel: lacks for channel in looked if (lacks := bot.delivery.lacks(channel))}
    for channel, lacks in list(lacking.items())[:SHOWN_TROUBLES]:
        found.append(
            words.say(
                "⚠ I lack {permissions} in {channel}, so I answer nothing there; /config check says who can mend it.",
                permissions=permission_names(lacks, words),
                channel=f"<#{channel}>",
            )
        )
    if len(lacking) > SHOWN_TROUBLES:
        found.append(words.say("⚠ More channels have this problem; /config check lists them."))
    return [*found, *_without_threads(bot, [id_ for id_ in looked if id_ not in lacking], settings, words)]


def _without_threads(bot: BotClient, channels: Collection[int], settings: GuildSettings, words: Words) -> list[str]:
    """In which channels the bot replies because it may not open the threads that are wished for, some at the most."""
    if settings.style is not Style.THREAD:
        return []
    lacking = {channel: lacks for channel in channels if (lacks := bot.delivery.lacks(channel, threads=True))}
    return [
        words.say(
            "⚠ I lack {permissions} in {channel}, so I reply there without a thread.",
            permissions=permission_names(lacks, words),
            channel=f"<#{channel}>",
        )
        for channel, lacks in list(lacking.items())[:SHOWN_TROUBLES]
    ]


def unseen(bot: BotClient, place: Place, words: Words) -> list[str]:
    """That the bot does not see a private thread, where it does not."""
    if place.type is not discord.ChannelType.private_thread or bot.get_channel(place.id) is not None:
        return []
    return [
        words.say(
            "⚠ I do not see {channel}: it is a private thread. Mention me in it, and I am added to it.",
            channel=f"<#{place.id}>",
        )
    ]


def threadless(interaction: Asked, settings: GuildSettings, words: Words) -> list[str]:
    """In which watched channels an answer cannot open a thread, where answers are to stand in threads."""
    if settings.style is not Style.THREAD:
        return []
    places = [interaction.client.get_channel(id_) for id_ in channels_of(settings.watched, interaction.guild, settings)]
    voices = [place for place in places if isinstance(place, (discord.VoiceChannel, discord.StageChannel))]
    posts = [place for place in places if isinstance(place, (discord.ForumChannel, discord.Thread))]
    said = []
    if voices:
        names = " ".join(place.mention for place in voices[:SHOWN_TROUBLES])
        said.append(
            words.say("⚠ Discord has no threads in voice channels, so I reply there: {channels}", channels=names)
        )
    if posts:
        names = " ".join(place.mention for place in posts[:SHOWN_TROUBLES])
        said.append(
            words.say(
                "A thread holds no other threads, so I reply in these and their posts: {channels}", channels=names
            )
        )
    return said


def style_in(kind: discord.ChannelType | None, settings: GuildSettings) -> Style:
    """How a channel of a kind is answered: where no thread can begin from a message, by a reply."""
    if settings.style is Style.THREAD and kind not in {*THREADED, discord.ChannelType.category, None}:
        return Style.REPLY
    return settings.style


def permission_names(permissions: Collection[str], words: Words) -> str:
    """Permissions as Discord calls them in the reader's language."""
    return ", ".join(words.say(name) for name in permissions)


def digest_effects(interaction: Asked, settings: GuildSettings) -> list[str]:
    """What the plan of the digest means, and what keeps it from being posted."""
    words, plan = words_for(interaction), settings.digest
    if plan is None:
        return [words.say("There is no scheduled digest; /digest gives one to whoever asks.")]
    first = int(next_digest(plan, interaction.client.parts.now()).timestamp())
    said = [
        words.say(
            "Every day <#{channel}> gets the briefs of the last day in one message; next on <t:{first}:f>.",
            channel=plan.channel,
            first=first,
        )
    ]
    lacks = interaction.client.delivery.lacks(plan.channel)
    if lacks:
        said.append(
            words.say(
                "⚠ I lack {permissions} in <#{channel}>, so I cannot post the digest; /config check says who can mend "
                "it.",
                permissions=permission_names(lacks, words),
                channel=plan.channel,
            )
        )
    return said


def check_role(role: discord.Role) -> None:
    """Raise UsageError for a role that cannot be chosen: everybody's, or a bot's own."""
    if role.is_default():
        raise UsageError("Everybody has that role; to let everybody ask, use /config roles everybody.")
    if role.is_bot_managed():
        raise UsageError("That role belongs to a bot, and no member can have it.")


def unread(words: Words) -> str:
    """That watching does not work without the message-content intent."""
    return words.say(
        "⚠ Watching does not work now: I cannot read messages that do not mention me, as my application lacks the "
        "Message Content Intent. Whoever runs me can turn it on in Discord's developer portal; /summarize, the message "
        "menu and mentions work meanwhile."
    )
