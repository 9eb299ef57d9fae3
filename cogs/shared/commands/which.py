"""Asks which of a message's links is meant: a menu of them, in private, which works for ever and in any process."""

import hashlib
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord

from bot.domain.chat.links import FoundLink, host_of
from bot.domain.chat.view import clip
from bot.errors import UnreadableError
from bot.i18n.marking import to_say
from cogs.shared.client import Asked
from cogs.shared.commands.briefs import About
from cogs.shared.commands.interactions import guarded, put, words_for
from config import limits

# Choices of a menu, and characters of a choice's label and value: limits of Discord's.
CHOICES = 25
CHOICE_CHARACTERS = 100

FORGOTTEN = to_say("I do not remember that link any more; give it to /summarize.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The link that was chosen, and the message in which it stands."""

    link: FoundLink
    about: About


async def ask_which(interaction: Asked, links: Sequence[FoundLink], about: About) -> None:
    """Ask which of several links is meant."""
    words = words_for(interaction)
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=f"nutgraf:which:{about.message}:{about.links}",
        placeholder=words.say("Choose a link"),
        options=[
            discord.SelectOption(label=clip(_label(link), CHOICE_CHARACTERS), value=await _value(interaction, link))
            for link in links[:CHOICES]
        ],
    )
    shown = discord.ui.LayoutView(timeout=None)
    shown.add_item(discord.ui.TextDisplay(words.say("That message has several links. Which one should I brief?")))
    shown.add_item(discord.ui.ActionRow(menu))
    # The client does not remember it: the menu says by its custom id what it is for.
    shown.stop()
    await put(interaction, shown, private=True)


def which_menu(do: Callable[[Asked, Chosen], Awaitable[None]]) -> type[discord.ui.DynamicItem[Any]]:
    """The class of such menus, for `Client.add_dynamic_items`; `do` briefs what is chosen."""

    class WhichMenu(
        discord.ui.DynamicItem[discord.ui.Select[Any]],
        template=r"nutgraf:which:(?P<message>[0-9]{1,20}):(?P<links>[0-9a-f]{0,64})",
    ):
        """Any menu of links."""

        def __init__(self, item: discord.ui.Select[Any], match: re.Match[str]) -> None:
            super().__init__(item)
            self._match = match

        @classmethod
        async def from_custom_id(  # type: ignore[override]  # The library names the item's type more loosely.
            cls,
            interaction: Asked,  # noqa: ARG003  # The library calls it so.
            item: discord.ui.Select[Any],
            match: re.Match[str],
            /,  # As the library calls it.
        ) -> Self:
            """The menu that a custom id stands for."""
            return cls(item, match)

        @guarded
        async def callback(self, interaction: Asked) -> None:
            """Brief the link that was chosen."""
            about = About(int(self._match["message"]), interaction.channel_id or 0, self._match["links"])
            await do(interaction, Chosen(await _read(interaction, self.item.values[0]), about))

    return WhichMenu


def _label(link: FoundLink) -> str:
    """What a choice says: the address, of a hidden link the site alone."""
    return host_of(link.url) if link.spoiler else link.url.partition("://")[2]


async def _value(interaction: Asked, link: FoundLink) -> str:
    """A choice's value: the link itself, or what one that is too long is remembered by."""
    mark = "s" if link.spoiler else "o"
    if len(link.url) < CHOICE_CHARACTERS:
        return f"{mark}{link.url}"
    key = hashlib.sha256(link.url.encode()).hexdigest()[:32]
    await interaction.client.parts.cache.put(f"which:{key}", link.url.encode(), seconds=limits.SEEN_SECONDS)
    return f"{mark}#{key}"


async def _read(interaction: Asked, value: str) -> FoundLink:
    url = value[1:]
    if url.startswith("#"):
        kept = await interaction.client.parts.cache.get(f"which:{url[1:]}")
        if kept is None:
            raise UnreadableError(FORGOTTEN)
        url = kept.decode()
    return FoundLink(url, value.startswith("s"))
