"""Turns views into Discord's components."""

from typing import Any, assert_never

import discord

from bot.domain.chat.view import Button, Card, Line, LinkButton, Row, Text, Tone, View

_STYLES = {Tone.PLAIN: discord.ButtonStyle.secondary, Tone.DANGER: discord.ButtonStyle.danger}


def layout(view: View) -> discord.ui.LayoutView:
    """A view as discord.py sends it.

    The client does not remember it: buttons say by their custom ids what they do, in every process and for ever.
    """
    shown = discord.ui.LayoutView(timeout=None)
    for part in view.parts:
        shown.add_item(_item(part))
    shown.stop()
    return shown


def _item(part: Card | Text | Line | Row) -> discord.ui.Item[Any]:
    match part:
        case Card(parts, spoiler):
            return discord.ui.Container(*(_item(inner) for inner in parts), spoiler=spoiler)
        case Text(content):
            return discord.ui.TextDisplay(content)
        case Line():
            return discord.ui.Separator()
        case Row(buttons):
            return discord.ui.ActionRow(*(_button(button) for button in buttons))
    assert_never(part)


def _button(button: Button | LinkButton) -> discord.ui.Button[Any]:
    if isinstance(button, LinkButton):
        return discord.ui.Button(label=button.label, url=button.url)
    return discord.ui.Button(label=button.label, custom_id=button.custom_id, style=_STYLES[button.tone])
