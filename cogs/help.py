"""`/help`, and a word to a server that the bot has just joined."""

import logging

import discord
from discord import app_commands
from discord.app_commands import locale_str as _
from discord.ext import commands

from bot.domain.chat.view import Card, Text, View
from bot.errors import DeliveryError
from bot.i18n.words import Words
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.interactions import answer, words_for
from cogs.shared.permissions import lacking

log = logging.getLogger(__name__)


class Help(commands.Cog):
    """Says what the bot does and how to ask."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot

    @app_commands.command(name=_("help", name=True), description=_("Learn what I do, and how to ask me."))
    async def help(self, interaction: Asked) -> None:
        """Show it in private; admins read more."""
        admin = interaction.is_guild_integration() and interaction.permissions.manage_guild
        await answer(interaction, help_text(words_for(interaction), admin=admin), private=True)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say once where to begin: to the moderators where they have a channel, else in the system channel."""
        rooms = [room for room in (guild.public_updates_channel, guild.system_channel) if room and not lacking(room)]
        if not rooms:
            return
        view = welcome(self.bot.parts.catalogues.words(str(guild.preferred_locale)), reads=self.bot.reads_messages)
        try:
            await self.bot.delivery.send(rooms[0].id, view, nonce=f"w{guild.id}")
        except DeliveryError as error:
            log.info("no welcome in %s: %s", guild.id, error)


def help_text(words: Words, *, admin: bool) -> View:
    """What members can do, and below it what admins can."""
    lines = [
        f"### {words.say('What I do')}",
        words.say(
            "I read news articles and answer with a brief: what happened, who is in the story, and who said what. Each "
            "sentence leads to its evidence in the article."
        ),
        f"- {words.say('{command}: a brief of a link, a text or a file', command=_named(words, 'summarize'))}",
        f"- {words.say('A message’s menu → Apps → Summarize, or a mention of me beside a link or in a reply to one')}",
        f"- {words.say('{command}: who said what in what was briefed here', command=_named(words, 'quotes'))}",
        f"- {words.say('{command}: why a link got no answer', command=_named(words, 'why'))}",
        f"- {words.say('{command}: what I keep about you, and how to delete it', command=_named(words, 'privacy'))}",
    ]
    if admin:
        lines += ["", f"### {words.say('For admins')}", *_first_steps(words)]
    return View((Card((Text("\n".join(lines)),)),))


def welcome(words: Words, *, reads: bool) -> View:
    """What whoever added the bot should know. `reads` says whether it reads messages that do not mention it."""
    read = (
        words.say("I look for links in the channels that you let me watch, and keep no message, only ids and briefs.")
        if reads
        else words.say("I cannot read messages that do not mention me: I lack the Message Content Intent.")
    )
    lines = [
        f"### {words.say('Thank you for adding Nutgraf')}",
        words.say("I answer links to news articles with a brief of what happened and who said what."),
        read,
        *_first_steps(words),
        f"- {words.say('{command}: what everybody can do', command=_named(words, 'help'))}",
    ]
    return View((Card((Text("\n".join(lines)),)),))


def _first_steps(words: Words) -> list[str]:
    panel = _named(words, "config", "panel")
    panel = words.say("{command}: choose everything in one place; until then I watch no channel", command=panel)
    return [
        f"- {panel}",
        f"- {words.say('{command}: what keeps me from answering', command=_named(words, 'config', 'check'))}",
        f"- {words.say('{command}: what this server used', command=_named(words, 'usage'))}",
    ]


def _named(words: Words, *command: str) -> str:
    """A command as the reader's own client calls it."""
    return f"/{' '.join(words.name(part) or part for part in command)}"


async def setup(bot: BotClient) -> None:
    """Add the command and the listener."""
    await bot.add_cog(Help(bot))
