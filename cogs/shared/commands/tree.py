"""The tree of application commands: translated names, and one place for what goes wrong in a command."""

import logging
from typing import Any

from discord import app_commands

from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.channels import complete_threads
from cogs.shared.commands.interactions import refuse

log = logging.getLogger(__name__)

_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)


class Tree(app_commands.CommandTree[BotClient]):
    """Refuses in words, in private."""

    def add_command(self, command: Any, /, **options: Any) -> None:
        """Add a command; one that is for servers alone is offered nowhere else.

        The library leaves the other contexts of such a command open, and fills in those that the client names for all.
        """
        if command.guild_only:
            command.allowed_contexts = _SERVERS
        super().add_command(command, **options)

    async def interaction_check(self, interaction: Asked, /) -> bool:
        """Let everybody pass; the options are read after this."""
        complete_threads(interaction)
        return True

    async def _call(self, interaction: Asked) -> None:
        """Do a command. An interaction that Discord never sends, and the library cannot read, is logged."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception:  # Nobody can be told: not even what to answer to can be read.
            log.exception("an interaction could not be read")
            interaction.client.parts.metrics.count("errors", where="gateway")

    async def on_error(self, interaction: Asked, error: app_commands.AppCommandError) -> None:
        """Tell the member who asked what went wrong."""
        await refuse(interaction, error)
