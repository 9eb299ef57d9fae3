"""The tree of application commands: translated names, and one place for what goes wrong in a command."""

from discord import app_commands

from bot.client import Nutgraf
from cogs.shared.interactions import Asked, refuse


class Tree(app_commands.CommandTree[Nutgraf]):
    """Refuses in words, in private."""

    async def on_error(self, interaction: Asked, error: app_commands.AppCommandError) -> None:
        """Tell who asked what went wrong."""
        await refuse(interaction, error)
