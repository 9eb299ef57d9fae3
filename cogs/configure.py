"""`/config`: what a server's admins choose. Every answer is private and shows the resulting state."""

from discord import app_commands
from discord.app_commands import locale_str as _
from discord.ext import commands

from bot.client import Nutgraf
from cogs.shared.channels import ChannelOption
from cogs.shared.interactions import Asked, tell, words_for


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class Configure(
    commands.GroupCog, group_name=_("config", name=True), group_description=_("What the bot does in this server.")
):
    """Settings of a server."""

    def __init__(self, bot: Nutgraf) -> None:
        self.bot = bot

    @app_commands.command(name=_("watch", name=True), description=_("Answer links and articles in a channel."))
    async def watch(self, interaction: Asked, channel: ChannelOption) -> None:
        """Watch a channel."""
        guild = interaction.guild_id or 0
        settings = await self.bot.world.book.change(
            guild, interaction.user.id, "watch", lambda before: before.watching(channel.id)
        )
        listed = ", ".join(f"<#{id_}>" for id_ in settings.watched)
        await tell(interaction, words_for(interaction).say("Watched now: {channels}.", channels=listed))


async def setup(bot: Nutgraf) -> None:
    """Add the commands."""
    await bot.add_cog(Configure(bot))
