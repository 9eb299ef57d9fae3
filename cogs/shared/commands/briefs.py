"""Shows briefs that an interaction brought: in private, or to everybody, where they are answers that are remembered."""

from dataclasses import dataclass, replace

from bot.briefing.metered_desk import Item
from bot.i18n.marking import to_say
from bot.i18n.words import Words
from bot.messages.answers.answer import Answer
from bot.messages.answers.composing import show
from bot.messages.answers.delivering import Through
from bot.messages.answers.part import part_of
from bot.messages.posts.post import Trigger
from cogs.shared.client import Asked
from cogs.shared.commands.interactions import answer, words_for
from config.guild import CardSize, GuildSettings


@dataclass(frozen=True, slots=True)
class About:
    """The message that a command is about: its id, where it stands, and a hash of what it asks for."""

    message: int
    channel: int
    links: str


NOT_TRANSLATED = to_say("nothing was translated, as no model wrote it")
"""The note of a brief that was wished for in another language."""


def is_kept_private(interaction: Asked) -> bool:
    """Whether Discord shows what the bot says here only to the member who asked.

    So it is in servers that let their members use an app in private alone which only they have installed.
    """
    if interaction.guild_id is None or interaction.is_guild_integration():
        return False
    return not interaction.permissions.use_external_apps


def honest(item: Item) -> Item:
    """A brief that says so where it was wished for in another language and is not in it."""
    language, brief = item.wish.language, item.served.brief
    if language is None or language == brief.article.language or not brief.is_by_rules:
        return item
    return replace(item, notes=(*item.notes, NOT_TRANSLATED))


async def show_in_private(interaction: Asked, item: Item, trigger: Trigger, settings: GuildSettings) -> None:
    """Show a brief to the member who asked, with a button that shares it; compact cards are for channels only."""
    now = interaction.client.parts.now()
    private = unposted(interaction, words_for(interaction)).answered([part_of(item, trigger, now)]).answer
    items = {item.served.content: item}
    whole = replace(settings, card=CardSize.FULL)
    view = show(private, items, words_for(interaction), now=now, settings=whole, share=True, dismiss=False)
    await answer(interaction, view, private=True)


async def show_to_all(
    interaction: Asked, item: Item, trigger: Trigger, settings: GuildSettings, *, about: About | None = None
) -> None:
    """Show a brief to everybody in the channel, as an answer that is remembered."""
    of_server = interaction.guild_id is not None and interaction.is_guild_integration()
    if of_server and await interaction.client.delivery.hides(interaction.channel_id or 0):
        item = replace(item, spoiler=True)
    through = Through(post=lambda view: answer(interaction, view, private=False))
    new = unposted(interaction, room_words(interaction, settings), about=about)
    await interaction.client.answering.commanded(new, [item], trigger, through)


def unposted(interaction: Asked, words: Words, *, about: About | None = None) -> Answer:
    """An answer to the member who asked, where they asked, with nothing in it yet."""
    return Answer(
        channel=interaction.channel_id or 0,
        guild=interaction.guild_id if interaction.is_guild_integration() else None,
        poster=interaction.user.id,
        source=about.message if about else None,
        source_channel=about.channel if about else None,
        links=about.links if about else "",
        locale=words.language,
    )


def room_words(interaction: Asked, settings: GuildSettings) -> Words:
    """The words of what everybody in the channel sees."""
    if interaction.guild_id is None:
        return words_for(interaction)
    return interaction.client.parts.catalogues.words(settings.language or str(interaction.guild_locale or "en"))
