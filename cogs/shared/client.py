"""The Discord client as cogs see it: what each may use of the bot. `bot/app/client.py` builds the one that runs."""

import discord
from discord.ext import commands

from bot.briefing.limiter import Limiter
from bot.briefing.metered_desk import MeteredDesk
from bot.messages.accepting import Accepting
from bot.messages.answering import Answering
from bot.messages.catching_up import CatchingUp
from bot.messages.following import Following
from bot.messages.owing.promises import Promises
from bot.messages.signs import Signs
from bot.messages.why import Why
from bot.ports import Delivery
from cogs.shared.parts import Parts

# What the bot asks for when it is added to a server: to read, to reply, to open threads, to attach an exported list, to
# show signs.
INVITE = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
    attach_files=True,
    add_reactions=True,
)


def invite_address(application: int) -> str:
    """The address with which an admin adds an application to a server."""
    return discord.utils.oauth_url(application, permissions=INVITE, scopes=("bot", "applications.commands"))


def invitation(application: int) -> str:
    """A sentence for operators: how an application is added to a server, and what it asks for there."""
    names = ("view_channels" if name == "read_messages" else name for name, value in INVITE if value)
    asked = ", ".join(name.replace("_", " ").title().replace(" In ", " in ") for name in names)
    return f"Add the bot to a server with {invite_address(application)} — it asks for {asked}."


class BotClient(commands.AutoShardedBot):
    """The bot on Discord.

    Attributes:
        parts: what it is made of.
        delivery: puts answers into Discord.
        limiter: knows how often is answered.
        metered_desk: gives briefs to members.
        answering: answers messages.
        following: lets answers follow what becomes of their messages.
        accepting: takes messages that want an answer.
        catching_up: reads back what was missed.
        signs: show why there is no brief.
        promises: what commands were promised and not given yet.
        why: replays the gates for a message.
    """

    parts: Parts
    delivery: Delivery
    limiter: Limiter
    metered_desk: MeteredDesk
    answering: Answering
    following: Following
    accepting: Accepting
    catching_up: CatchingUp
    signs: Signs
    promises: Promises
    why: Why

    @property
    def reads_messages(self) -> bool:
        """Whether the bot reads messages that do not mention it."""
        return bool(self.intents.message_content)

    @property
    def account_id(self) -> int:
        """The id of the bot's account; 0 before it has logged in."""
        return self.user.id if self.user is not None else 0

    @property
    def invite_url(self) -> str:
        """The address with which an admin adds the bot to a server."""
        return invite_address(self.application_id or 0)


Asked = discord.Interaction[BotClient]
