"""`/privacy`: what is kept, not to be answered any more, and to have deleted what is stored of oneself."""

from discord import app_commands
from discord.app_commands import locale_str as _
from discord.ext import commands

from bot.domain.chat.view import View
from bot.reports.privacy import PATTERN, Custom, PrivacyAction, ask_to_delete, show_privacy
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.buttons import lasting_button
from cogs.shared.commands.interactions import answer, words_for
from cogs.shared.components import layout
from cogs.shared.faults import discord_faults


async def _press(interaction: Asked, wish: PrivacyAction) -> None:
    """Do what is wished by whoever pressed, and show what holds then in the same message."""
    with discord_faults():
        await interaction.response.defer()
    view = await done(interaction, wish)
    with discord_faults():
        await interaction.edit_original_response(view=layout(view))


PrivacyButton = lasting_button(PATTERN, lambda match: PrivacyAction(match["action"]), _press)


class Privacy(
    commands.GroupCog,
    group_name=_("privacy", name=True),
    group_description=_("See what is stored about you, and change it."),
):
    """The commands, the same as the buttons for those who type. Every answer is private."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot

    @app_commands.command(name=_("show", name=True), description=_("Show what is stored about you, and for how long."))
    async def show(self, interaction: Asked) -> None:
        """Show what is kept."""
        await answer(interaction, await done(interaction, PrivacyAction.KEEP), private=True)

    @app_commands.command(name=_("opt-out", name=True), description=_("Stop having your links answered."))
    async def opt_out(self, interaction: Asked) -> None:
        """Answer them no more."""
        await answer(interaction, await done(interaction, PrivacyAction.OUT), private=True)

    @app_commands.command(name=_("opt-in", name=True), description=_("Have your links answered again."))
    async def opt_in(self, interaction: Asked) -> None:
        """Answer them again."""
        await answer(interaction, await done(interaction, PrivacyAction.IN), private=True)

    @app_commands.command(name=_("delete", name=True), description=_("Delete what is stored about you."))
    async def delete(self, interaction: Asked) -> None:
        """Ask whether it is meant."""
        await answer(interaction, await done(interaction, PrivacyAction.DELETE), private=True)


async def done(interaction: Asked, wish: PrivacyAction) -> View:
    """Do what a member wishes; gives what holds then."""
    bot, user, words = interaction.client, interaction.user.id, words_for(interaction)
    said = ""
    match wish:
        case PrivacyAction.OUT:
            await bot.parts.settings_cache.opt_out(user, out=True)
            said = words.say("I no longer answer your links, in any server. Commands and mentions still work.")
        case PrivacyAction.IN:
            await bot.parts.settings_cache.opt_out(user, out=False)
            said = words.say("I answer your links again where a channel is watched.")
        case PrivacyAction.DELETE:
            return ask_to_delete(await bot.parts.store.kept_of(user), words)
        case PrivacyAction.DO_DELETE:
            forgotten = await bot.following.forget_member(user)
            said = words.count(
                "Done. Your data and my {number} answer to you are deleted.",
                "Done. Your data and my {number} answers to you are deleted.",
                forgotten.gone,
            )
            if forgotten.left:
                said += " " + words.count(
                    "Discord did not let me delete {number} answer; I keep its numbers and try again until it is gone.",
                    "Discord did not let me delete {number} answers; I keep their numbers and try again until they are "
                    "gone.",
                    forgotten.left,
                )
        case PrivacyAction.KEEP:
            pass
    custom = Custom(bot.parts.retention_days, bot.parts.has_model)
    return show_privacy(custom, await bot.parts.store.kept_of(user), words, said=said)


async def setup(bot: BotClient) -> None:
    """Add the commands and make the buttons known."""
    bot.add_dynamic_items(PrivacyButton)
    await bot.add_cog(Privacy(bot))
