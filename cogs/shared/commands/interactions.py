"""Answers to interactions: in the user's language, in private where it fails, and once whatever happens."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import wraps
from types import TracebackType
from typing import Any, Self

import discord
from discord import app_commands

from bot.domain.chat.render import render_stage
from bot.domain.chat.view import Text, View, escape
from bot.domain.values.article import Article
from bot.domain.values.work import Promised
from bot.errors import BrokenOffError, DeliveryError, NutgrafError
from bot.i18n.marking import to_say
from bot.i18n.words import Words
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.again import as_asked, do_again, keep_words, restore, written_down
from cogs.shared.components import layout
from cogs.shared.faults import discord_faults

log = logging.getLogger(__name__)


# Discord's own names of permissions that commands ask of members, by the client's.
_PERMISSIONS = {"manage_guild": to_say("Manage Server"), "manage_messages": to_say("Manage Messages")}

# Seconds between two changes of a deferred answer that shows how far the work is.
STAGE_SECONDS = 1.0


def roles_of(interaction: Asked) -> frozenset[int]:
    """The roles of the member who asks; none outside servers."""
    user = interaction.user
    return frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset()


def words_for(interaction: Asked) -> Words:
    """The words in the language of the member who asks."""
    return interaction.client.parts.catalogues.words(str(interaction.locale))


async def tell(interaction: Asked, sentence: str, *, private: bool = True) -> None:
    """Answer with a sentence in Discord's markdown."""
    await answer(interaction, View((Text(sentence),)), private=private)


async def answer(interaction: Asked, view: View, *, private: bool) -> int:
    """Answer with a view: at once, or in the place of the answer that was deferred; gives the message's id."""
    return await put(interaction, layout(view), private=private)


async def put(interaction: Asked, shown: discord.ui.LayoutView, *, private: bool) -> int:
    """As `answer`, with Discord's own components."""
    none = discord.AllowedMentions.none()
    with discord_faults():
        if not interaction.response.is_done():
            sent = await interaction.response.send_message(view=shown, ephemeral=private, allowed_mentions=none)
            return sent.message_id or 0
        if _awaits_answer(interaction):
            interaction.extras["answered"] = True
            id_ = (await interaction.edit_original_response(view=shown, allowed_mentions=none)).id
            await interaction.client.promises.kept(interaction.id)
            return id_
        return (await interaction.followup.send(view=shown, ephemeral=private, allowed_mentions=none, wait=True)).id


async def refuse(interaction: Asked, error: Exception) -> None:
    """Say in private why it could not be done. What is unexpected is logged with an id, which the user is told."""
    sentence = _sentence(interaction, error)
    try:
        if _awaits_answer(interaction) and not _is_private(interaction):
            # The placeholder stands in the channel: it goes, and the cause is told to the one who asked.
            with discord_faults():
                await interaction.delete_original_response()
                await interaction.followup.send(view=layout(View((Text(sentence),))), ephemeral=True)
            await interaction.client.promises.kept(interaction.id)
            return
        await tell(interaction, sentence)
    except DeliveryError as fault:
        log.warning("a refusal was not delivered: %s", fault)
        if fault.passes:
            interaction.extras["put off"] = True
            await interaction.client.promises.put_off(interaction.id)


def guarded(
    callback: Callable[..., Coroutine[Any, Any, None]],
) -> Callable[..., Coroutine[Any, Any, None]]:
    """Let a component's callback refuse in words, not fail in silence. Its last argument is the interaction."""

    @wraps(callback)
    async def call(*arguments: Any) -> None:
        try:
            await callback(*arguments)
        except Exception as error:  # noqa: BLE001  # Whatever it is, the user is told and the log has it.
            await refuse(arguments[-1], error)

    return call


class Stages:
    """Shows in a deferred answer how far the work is: the latest stage, once a second, from the first second on.

    An async context manager around the work; a `bot.ports.Progress` within it.
    """

    def __init__(self, interaction: Asked, words: Words) -> None:
        self._interaction = interaction
        self._words = words
        self._latest: tuple[str, Article | None] | None = None
        self._done = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def __call__(self, stage: str, article: Article | None) -> None:
        """Note a stage."""
        self._latest = (stage, article)

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._show(), name="stages of an answer")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # An edit under way is waited for, so that no stage comes after the answer.
        self._done.set()
        if self._task is not None:
            await self._task

    async def _show(self) -> None:
        shown = None
        while not self._done.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._done.wait(), STAGE_SECONDS)
            if self._latest is None or self._latest == shown or self._done.is_set():
                continue
            shown = self._latest
            with suppress(DeliveryError), discord_faults():
                await self._interaction.edit_original_response(view=layout(render_stage(*shown, self._words)))


def _sentence(interaction: Asked, error: Exception) -> str:
    words = words_for(interaction)
    wraps = isinstance(error, (app_commands.CommandInvokeError, app_commands.TransformerError))
    cause = (error.__cause__ or error) if wraps else error
    if isinstance(cause, NutgrafError):
        return words.error(cause)
    if isinstance(cause, app_commands.TransformerError):
        return words.say("I cannot read “{value}” there.", value=escape(str(cause.value)))
    if isinstance(cause, app_commands.MissingPermissions):
        return words.say(
            "You lack a permission for that: {permissions}.",
            permissions=", ".join(words.say(_PERMISSIONS.get(name, name)) for name in cause.missing_permissions),
        )
    if isinstance(cause, app_commands.CheckFailure):
        return words.say("You may not do that here.")
    number = secrets.token_hex(4)
    log.error("unexpected error %s", number, exc_info=cause)
    interaction.client.parts.metrics.count("errors", where="interaction")
    return words.say("Something went wrong that should not have; its number in the log is {number}.", number=number)


def _awaits_answer(interaction: Asked) -> bool:
    """Whether an answer was promised and is not there yet."""
    deferred = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    return deferred and not interaction.extras.get("answered")


def _is_private(interaction: Asked) -> bool:
    return bool(interaction.extras.get("private"))


async def defer(interaction: Asked, *, private: bool) -> None:
    """Promise an answer within three seconds, in private or for everybody to see; once, whoever gives it."""
    if interaction.response.is_done():  # Another process promised it.
        return
    interaction.extras["private"] = private
    promises = interaction.client.promises
    promised, words = written_down(interaction, private=private)
    # At the same time as Discord shows it: a process may end between the two, and the three seconds run.
    writing = asyncio.gather(promises.begin(promised), keep_words(interaction.client, promised, words))
    try:
        with discord_faults():
            await interaction.response.defer(ephemeral=private, thinking=True)
    except DeliveryError:
        await writing
        await promises.kept(interaction.id)
        raise
    await writing


async def finish(client: BotClient, promised: Promised) -> None:
    """Do what was asked for once more and give its answer, which another process had promised.

    What cannot be done again is said to be broken off: it went with its process.
    """
    interaction = as_asked(client, promised)
    try:
        await restore(interaction, promised)
        await do_again(interaction)
    except Exception as error:  # noqa: BLE001  # Whatever it is, the member is told and the log has it.
        await refuse(interaction, error)
    if _awaits_answer(interaction) and not interaction.extras.get("put off"):
        await refuse(interaction, BrokenOffError())
