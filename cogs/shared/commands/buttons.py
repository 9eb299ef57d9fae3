"""Buttons whose custom id says what they are for: they work after a restart, in any process, for ever."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self, TypeVar

import discord

from bot.errors import UsageError
from cogs.shared.client import Asked
from cogs.shared.commands.interactions import guarded

Meaning = TypeVar("Meaning")
ButtonClass = type[discord.ui.DynamicItem[discord.ui.Button[Any]]]


def lasting_button(
    template: str | re.Pattern[str],
    read: Callable[[re.Match[str]], Meaning],
    do: Callable[[Asked, Meaning], Awaitable[None]],
) -> ButtonClass:
    """The class of the buttons whose custom ids match a pattern, for `Client.add_dynamic_items`.

    Args:
        template: a regular expression that matches the whole custom id.
        read: what a match means.
        do: does that; whoever pressed it is told of what it raises.
    """

    class LastingButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=template):
        """Any button with such a custom id."""

        def __init__(self, item: discord.ui.Button[Any], match: re.Match[str]) -> None:
            super().__init__(item)
            self._match = match

        @classmethod
        async def from_custom_id(  # type: ignore[override]  # The library names the item's type more loosely.
            cls,
            interaction: Asked,  # noqa: ARG003  # The library calls it so.
            item: discord.ui.Button[Any],
            match: re.Match[str],
            /,  # As the library calls it.
        ) -> Self:
            """The button that a custom id stands for."""
            return cls(item, match)

        @guarded
        async def callback(self, interaction: Asked) -> None:
            """Do what the button says, where it says anything: a client can send any custom id."""
            try:
                meaning = read(self._match)
            except (ValueError, OverflowError) as error:
                raise UsageError("I do not know that button.") from error
            await do(interaction, meaning)

    return LastingButton
