"""The panel of `/config`: one private message with Discord's own menus, which works for ever and in any process.

Each menu says by its custom id what it chooses, and what it showed is read off the message, so that a choice changes
just what the admin changed, whatever others did meanwhile.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Self

import discord
from discord.ui.select import BaseSelect

from bot.domain.chat.view import clip
from bot.domain.values.wish import Length
from bot.errors import UsageError
from bot.guilds.describing import (
    Setting,
    card_name,
    label,
    language_of_briefs,
    length_name,
    repeat_name,
    section_name,
    state_lines,
    style_name,
)
from bot.guilds.effects import (
    bots_effect,
    card_effect,
    language_effect,
    length_effect,
    repeat_effect,
    roles_effect,
    sections_effect,
    style_effect,
    unwatch_effect,
    watch_effect,
)
from bot.guilds.parsing import with_role
from bot.i18n.words import Words
from cogs.shared.client import Asked
from cogs.shared.commands.channels import check_watchable, complete_threads
from cogs.shared.commands.interactions import guarded, words_for
from cogs.shared.commands.languages import ORIGINAL, WIDESPREAD
from cogs.shared.configuring.changing import (
    PanelAction,
    change,
    check_admin,
    check_role,
    style_in,
    threadless,
    troubles,
)
from cogs.shared.faults import discord_faults
from cogs.shared.parts import Parts
from config import limits
from config.guild import CardSize, GuildSettings, Section, Style

# Choices of a menu, a limit of Discord's, and characters of a choice's label.
CHOICES = 25
LABEL_CHARACTERS = 100

# Characters of what a choice means and of the settings without a menu: together with the labels within one message.
SAID_CHARACTERS = 1500

REPEATS = (0, 6, 12, 24, 48, 72, 168)
"""Hours that the menu for repeats offers."""

MENUS = r"nutgraf:menu:(?P<setting>watch|bots|roles|language|length|sections|card|style|repeat)"

Menu = BaseSelect[Any]


class PanelMenu(discord.ui.DynamicItem[Menu], template=MENUS):
    """Any menu of the panel."""

    def __init__(self, item: Menu, setting: Setting) -> None:
        super().__init__(item)
        self.setting = setting
        # What the menu showed as chosen; the library puts what is chosen now into the item afterwards.
        self.shown = frozenset(_shown(item))

    @classmethod
    async def from_custom_id(  # type: ignore[override]  # The library names the item's type more loosely.
        cls,
        interaction: Asked,
        item: Menu,
        match: re.Match[str],
        /,  # As the library calls it.
    ) -> Self:
        """The menu that a custom id stands for; what was chosen is read into it after this."""
        complete_threads(interaction)
        return cls(item, Setting(match["setting"]))

    @guarded
    async def callback(self, interaction: Asked) -> None:
        """Change what was chosen, and show the panel as it is now."""
        check_admin(interaction)
        words = words_for(interaction)
        try:
            settings, said = await self._choose(interaction, words)
        except UsageError as error:
            settings = await interaction.client.parts.settings_cache.settings(interaction.guild_id)
            said = [f"⚠ {words.error(error)}"]
        await put_panel(interaction, settings, said)

    async def _choose(self, interaction: Asked, words: Words) -> tuple[GuildSettings, list[str]]:
        values: Sequence[Any] = self.item.values
        for value in values:
            if isinstance(value, discord.Role):
                check_role(value)
            elif self.setting is Setting.WATCH:
                check_watchable(value)
        chosen = [str(getattr(value, "id", value)) for value in values]
        added = [value for value in chosen if value not in self.shown]
        removed = [value for value in self.shown if value not in chosen]
        turn = _turn(self.setting, chosen, added, removed, now=interaction.id)
        settings = await change(interaction, self.setting, turn)
        return settings, _effects(interaction, self.setting, settings, words, (added, removed))


async def open_panel(interaction: Asked) -> None:
    """Answer a command with the panel."""
    settings = await interaction.client.parts.settings_cache.settings(interaction.guild_id)
    words = words_for(interaction)
    greeting = words.say("Each choice takes effect at once. Limits, domains and the digest open a form.")
    view = _panel(interaction, settings, words, [greeting, *troubles(interaction, settings, words)])
    with discord_faults():
        await interaction.response.send_message(view=view, ephemeral=True, allowed_mentions=_NOBODY)


async def put_panel(interaction: Asked, settings: GuildSettings, said: Sequence[str]) -> None:
    """Show the panel as it is now, with what a choice means, in the place of the one that was used."""
    view = _panel(interaction, settings, words_for(interaction), said)
    with discord_faults():
        await interaction.response.edit_message(view=view, allowed_mentions=_NOBODY)


_NOBODY = discord.AllowedMentions.none()


def _shown(item: Menu) -> Iterator[str]:
    """The values that a menu shows as chosen."""
    if isinstance(item, discord.ui.Select):
        yield from (option.value for option in item.options if option.default)
    else:
        yield from (str(value.id) for value in getattr(item, "default_values", ()))


# --- what a choice changes ------------------------------------------------------------------------------------------


def _turn(
    setting: Setting, chosen: Sequence[str], added: Sequence[str], removed: Sequence[str], *, now: int
) -> Callable[[GuildSettings], GuildSettings]:
    """The change of a choice; what the menu did not show stays. `now` is an id of Discord's of the moment."""

    def turn(old: GuildSettings) -> GuildSettings:
        match setting:
            case Setting.WATCH:
                for channel in added:
                    old = old.watching(int(channel), since=now)
                for channel in removed:
                    old = old.not_watching(int(channel))
            case Setting.BOTS:
                for channel in {*added, *removed} & {str(id_) for id_ in old.watched}:
                    old = old.with_bots(int(channel), answered=channel in chosen)
            case Setting.ROLES:
                old = replace(old, roles=tuple(role for role in old.roles if str(role) not in removed))
                for role in added:
                    old = with_role(old, int(role))
            case Setting.SECTIONS:
                old = replace(old, sections=tuple(section for section in Section if section in chosen))
            case _:
                old = replace(old, **_single(setting, chosen[0]))
        return old

    return turn


def _single(setting: Setting, value: str) -> dict[str, Any]:
    """The field that a menu with one choice sets."""
    match setting:
        case Setting.LANGUAGE:
            return {"language": None if value == ORIGINAL else value}
        case Setting.LENGTH:
            return {"length": Length(value)}
        case Setting.CARD:
            return {"card": CardSize(value)}
        case Setting.STYLE:
            return {"style": Style(value)}
        case _:
            return {"repeat_hours": int(value)}


def _effects(
    interaction: Asked,
    setting: Setting,
    settings: GuildSettings,
    words: Words,
    changed: tuple[Sequence[str], Sequence[str]],
) -> list[str]:
    """What a choice means, in words; `changed` is what was chosen newly, and what no more."""
    added, removed = changed
    match setting:
        case Setting.WATCH:
            kinds = {channel: getattr(interaction.client.get_channel(int(channel)), "type", None) for channel in added}
            said = [watch_effect(f"<#{channel}>", style_in(kinds[channel], settings), words) for channel in added]
            said += [unwatch_effect(channel, words) for channel in removed]
            return [*said, *troubles(interaction, settings, words, [int(channel) for channel in added])]
        case Setting.BOTS:
            return [bots_effect(channel, words, answered=channel in added) for channel in (*added, *removed)]
        case Setting.STYLE:
            return [
                style_effect(settings.style, words),
                *troubles(interaction, settings, words),
                *threadless(interaction, settings, words),
            ]
        case _:
            return [_effect(setting, settings, words, interaction.client.parts)]


def _effect(setting: Setting, settings: GuildSettings, words: Words, parts: Parts) -> str:
    speaks = settings.language in parts.catalogues.languages
    effects = {
        Setting.ROLES: roles_effect(settings, words),
        Setting.LANGUAGE: language_effect(settings.language, words, has_model=parts.has_model, speaks=speaks),
        Setting.LENGTH: length_effect(settings.length, words),
        Setting.SECTIONS: sections_effect(settings, words),
        Setting.CARD: card_effect(settings.card, words),
        Setting.REPEAT: repeat_effect(settings.repeat_hours, words),
    }
    return effects[setting]


# --- how it looks ---------------------------------------------------------------------------------------------------


def _panel(interaction: Asked, settings: GuildSettings, words: Words, said: Sequence[str]) -> discord.ui.LayoutView:
    """The panel: at most 36 of Discord's forty components."""
    heading = f"### {words.say('Settings')}"
    box: discord.ui.Container[Any] = discord.ui.Container(
        discord.ui.TextDisplay(clip("\n".join([heading, *said]), SAID_CHARACTERS))
    )
    for setting, menu in _menus(interaction, settings, words):
        box.add_item(discord.ui.TextDisplay(f"**{label(setting, words)}**{_unshown(setting, menu, settings, words)}"))
        box.add_item(discord.ui.ActionRow(menu))
    kept = "\n".join(state_lines(settings, words, Setting.LIMITS, Setting.DOMAINS, Setting.DIGEST, Setting.SIGNS))
    box.add_item(discord.ui.TextDisplay(clip(kept, SAID_CHARACTERS)))
    box.add_item(discord.ui.ActionRow(*_buttons(words)))
    shown = discord.ui.LayoutView(timeout=None).add_item(box)
    # The client does not remember it: menus and buttons say by their custom ids what they do.
    shown.stop()
    return shown


def _menus(interaction: Asked, settings: GuildSettings, words: Words) -> Iterator[tuple[Setting, Menu]]:
    """The menus from top to bottom."""
    yield from _menus_of_places(interaction, settings, words)
    yield from _menus_of_briefs(settings, words)


def _menus_of_places(interaction: Asked, settings: GuildSettings, words: Words) -> Iterator[tuple[Setting, Menu]]:
    """Where and whom the bot answers."""
    known = [channel for id_ in settings.watched if (channel := interaction.client.get_channel(id_)) is not None][
        :CHOICES
    ]
    yield (
        Setting.WATCH,
        discord.ui.ChannelSelect(
            custom_id=_id(Setting.WATCH),
            placeholder=words.say("No channel is watched"),
            min_values=0,
            max_values=CHOICES,
            default_values=[discord.SelectDefaultValue.from_channel(channel) for channel in known],
        ),
    )
    if known:
        bots = [(str(place.id), f"#{place}", settings.watched[place.id].bots) for place in known]
        yield Setting.BOTS, _select(Setting.BOTS, bots, several=True, least=0, empty=words.say("In no channel"))
    roles = [role for id_ in settings.roles if (role := _role(interaction, id_)) is not None]
    yield (
        Setting.ROLES,
        discord.ui.RoleSelect(
            custom_id=_id(Setting.ROLES),
            placeholder=words.say("Everybody"),
            min_values=0,
            max_values=limits.ROLES,
            default_values=[discord.SelectDefaultValue.from_role(role) for role in roles],
        ),
    )


def _menus_of_briefs(settings: GuildSettings, words: Words) -> Iterator[tuple[Setting, Menu]]:
    """How its briefs are."""
    languages = list(dict.fromkeys([None, settings.language, *WIDESPREAD]))[:CHOICES]
    yield (
        Setting.LANGUAGE,
        _select(
            Setting.LANGUAGE,
            [(code or ORIGINAL, language_of_briefs(code, words), code == settings.language) for code in languages],
        ),
    )
    lengths = [(each.value, length_name(each, words), each is settings.length) for each in Length]
    yield Setting.LENGTH, _select(Setting.LENGTH, lengths)
    sections = [(each.value, section_name(each, words), each in settings.sections) for each in Section]
    yield Setting.SECTIONS, _select(Setting.SECTIONS, sections, several=True)
    sizes = [(each.value, card_name(each, words), each is settings.card) for each in CardSize]
    yield Setting.CARD, _select(Setting.CARD, sizes)
    styles = [(each.value, style_name(each, words), each is settings.style) for each in Style]
    yield Setting.STYLE, _select(Setting.STYLE, styles)
    hours = sorted({*REPEATS, settings.repeat_hours})
    repeats = [(str(each), repeat_name(each, words), each == settings.repeat_hours) for each in hours]
    yield Setting.REPEAT, _select(Setting.REPEAT, repeats)


def _role(interaction: Asked, id_: int) -> discord.Role | None:
    return interaction.guild.get_role(id_) if interaction.guild is not None else None


def _select(
    setting: Setting,
    choices: Sequence[tuple[str, str, bool]],
    *,
    several: bool = False,
    least: int = 1,
    empty: str | None = None,
) -> discord.ui.Select[Any]:
    """A menu of choices, each with its value, its name and whether it is chosen now."""
    return discord.ui.Select(
        custom_id=_id(setting),
        placeholder=empty,
        min_values=least,
        max_values=len(choices) if several else 1,
        options=[
            discord.SelectOption(label=name[:LABEL_CHARACTERS], value=value, default=chosen)
            for value, name, chosen in choices
        ],
    )


def _unshown(setting: Setting, menu: Menu, settings: GuildSettings, words: Words) -> str:
    """How many watched channels a menu has no room for, or does not know."""
    rest = len(settings.watched) - len(list(_shown(menu))) if setting is Setting.WATCH else 0
    return f" {words.count('(and {number} more)', '(and {number} more)', rest)}" if rest else ""


def _buttons(words: Words) -> list[discord.ui.Button[Any]]:
    labels = {
        PanelAction.LIMITS: words.say("Limits…"),
        PanelAction.DOMAINS: words.say("Domains…"),
        PanelAction.DIGEST: words.say("Digest…"),
        PanelAction.CHECK: words.say("Check"),
        PanelAction.CLOSE: words.say("Close"),
    }
    return [discord.ui.Button(label=text, custom_id=action.custom_id) for action, text in labels.items()]


def _id(setting: Setting) -> str:
    return f"nutgraf:menu:{setting}"
