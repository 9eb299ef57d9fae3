"""The buttons of `/config`: each says by its custom id what it does, and works for ever, for admins alone."""

from dataclasses import replace

import discord

from bot.domain.chat.view import Button, Card, Row, Text, Tone, View
from bot.guilds.describing import Setting
from bot.guilds.effects import reset_effect, roles_effect
from bot.i18n.words import Words
from cogs.shared.client import Asked
from cogs.shared.commands.buttons import lasting_button
from cogs.shared.commands.interactions import answer, defer, words_for
from cogs.shared.components import layout
from cogs.shared.configuring.changing import PANEL_ACTIONS, PanelAction, change, check_admin, confirmation
from cogs.shared.configuring.checkup import check_up, look
from cogs.shared.configuring.forms import DigestForm, DomainsForm, LimitsForm
from cogs.shared.faults import discord_faults
from config.guild import GuildSettings


async def _press(interaction: Asked, action: PanelAction) -> None:
    """Do what the button says."""
    check_admin(interaction)
    settings = await interaction.client.parts.settings_cache.settings(interaction.guild_id)
    words = words_for(interaction)
    match action:
        case PanelAction.RESET:
            await _reset(interaction, words)
        case PanelAction.KEEP:
            await _put(interaction, View((Text(words.say("Everything stays as it is.")),)))
        case PanelAction.FORGET:
            await _forget(interaction, settings, words)
        case PanelAction.LIMITS:
            await _open(interaction, LimitsForm(settings, words))
        case PanelAction.DOMAINS:
            await _open(interaction, DomainsForm(settings, words))
        case PanelAction.DIGEST:
            await _open(interaction, DigestForm(settings, words))
        case PanelAction.CHECK:
            await defer(interaction, private=True)
            await answer(interaction, await check_up(interaction), private=True)
        case PanelAction.CLOSE:
            await _put(interaction, View((Text(words.say("The panel is closed; /config panel opens another.")),)))


AdminButton = lasting_button(PANEL_ACTIONS, lambda match: PanelAction(match["action"]), _press)


def ask_to_reset(settings: GuildSettings, words: Words) -> View:
    """Ask an admin whether a reset is meant."""
    question = words.say("Reset all settings to their defaults?")
    buttons = (
        Button(words.say("Reset everything"), PanelAction.RESET.custom_id, Tone.DANGER),
        Button(words.say("Keep it as it is"), PanelAction.KEEP.custom_id),
    )
    return View((Card((Text(f"**{question}**\n{reset_effect(settings, words)}"), Row(buttons))),))


async def _reset(interaction: Asked, words: Words) -> None:
    settings = await change(interaction, "reset", lambda _: GuildSettings())
    effect = words.say(
        "All settings are back to their defaults: no channel is watched, and everybody may use /summarize."
    )
    await _put(interaction, confirmation(settings, words, effect, shows=tuple(Setting)))


async def _forget(interaction: Asked, settings: GuildSettings, words: Words) -> None:
    """Forget those channels and roles that are deleted by now."""
    with discord_faults():
        await interaction.response.defer()
    found = await look(interaction.client, interaction.guild, settings)

    def without(old: GuildSettings) -> GuildSettings:
        for channel in found.gone:
            old = old.not_watching(channel)
        return replace(old, roles=tuple(role for role in old.roles if role not in found.roles_gone))

    after = await change(interaction, Setting.WATCH, without)
    unwatched = len(settings.watched) - len(after.watched)
    effects = [
        words.count(
            "{number} deleted channel is no longer watched.",
            "{number} deleted channels are no longer watched.",
            unwatched,
        ),
        roles_effect(after, words) if found.roles_gone else "",
    ]
    shows = [Setting.WATCH, Setting.ROLES]
    await _put(interaction, confirmation(after, words, *effects[not unwatched :], shows=shows))


async def _put(interaction: Asked, view: View) -> None:
    """Put a view in the place of the message with the button."""
    with discord_faults():
        if interaction.response.is_done():
            await interaction.edit_original_response(view=layout(view))
        else:
            await interaction.response.edit_message(view=layout(view))


async def _open(interaction: Asked, form: discord.ui.Modal) -> None:
    with discord_faults():
        await interaction.response.send_modal(form)
