"""Tells Discord of the bot's commands: when they changed, and by one process."""

import hashlib
import json
from typing import Any

import discord
from discord import app_commands

from bot.ports import Cache, WorkStore

KINDS = (discord.AppCommandType.chat_input, discord.AppCommandType.user, discord.AppCommandType.message)


async def sync_commands(tree: app_commands.CommandTree[Any], work_store: WorkStore, cache: Cache) -> bool:
    """Send the commands to Discord if they are others than those that were sent last; says whether they were.

    Raises:
        StorageError: the database does not know what was sent.
        discord.DiscordException: Discord does not take them.
    """
    name = f"commands:{tree.client.application_id}"
    current = await _hash(tree)
    # Processes that start at once wait here, and the second finds what the first has sent.
    async with cache.flight(name):
        if await work_store.fact(name) == current:
            return False
        await tree.sync()
        await work_store.keep_fact(name, current)
        return True


async def _hash(tree: app_commands.CommandTree[Any]) -> str:
    """A hash of all that Discord is told of the commands, in every language."""
    told = []
    for kind in KINDS:
        for command in tree.get_commands(type=kind):
            translator = tree.translator
            payload = (
                command.to_dict(tree) if translator is None else await command.get_translated_payload(tree, translator)
            )
            told.append(json.dumps(payload, sort_keys=True, default=str))
    return hashlib.sha256("\n".join(sorted(told)).encode()).hexdigest()
