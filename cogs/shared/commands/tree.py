"""The tree of application commands: translated names, and one place for what goes wrong in a command."""

from typing import Any

from discord import app_commands

from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.channels import complete_threads
from cogs.shared.commands.interactions import refuse

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

    async def on_error(self, interaction: Asked, error: app_commands.AppCommandError) -> None:
        """Tell who asked what went wrong."""
        await refuse(interaction, error)
