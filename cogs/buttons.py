"""The buttons under a brief. Each says by its custom id what it is for, so it works after a restart, in any process."""

from dataclasses import replace

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item
from bot.domain.chat.button_ids import PATTERN, Action, ButtonId, read_button_id
from bot.domain.chat.render import render_quotes
from bot.domain.chat.view import Button
from bot.domain.values.records import AnswerRecord
from bot.domain.values.source import Link
from bot.domain.values.wish import Length, Wish
from bot.errors import LimitReachedError, UnreadableError
from bot.i18n.marking import to_say
from bot.i18n.words import Words
from bot.messages.answering import Place
from bot.messages.composing import show
from cogs.shared.buttons import lasting_button
from cogs.shared.client import BotClient
from cogs.shared.components import layout
from cogs.shared.faults import discord_faults
from cogs.shared.interactions import Asked, Stages, answer, defer, words_for
from config import limits
from config.guild import GuildSettings

FORGOTTEN = to_say("I do not remember that article any more; post its link again, or give it to /summarize.")


async def _press(interaction: Asked, button_id: ButtonId) -> None:
    """Do what a button under a brief says."""
    await ButtonDesk(interaction, button_id).do()


BriefButton = lasting_button(PATTERN, read_button_id, _press)


class ButtonDesk:
    """Answers one press of a button."""

    def __init__(self, interaction: Asked, button_id: ButtonId) -> None:
        self.interaction = interaction
        self.button_id = button_id
        self.bot = interaction.client
        self.words = words_for(interaction)

    async def do(self) -> None:
        """Do what the button says."""
        match self.button_id.action:
            case Action.QUOTES | Action.PAGE:
                await self._quotes()
            case Action.LONGER:
                await self._other(replace(self.button_id.wish, length=Length.LONG))
            case Action.LANGUAGE:
                language = str(self.interaction.locale).partition("-")[0]
                await self._other(replace(self.button_id.wish, language=language))
            case Action.SHARE:
                await self._share()
            case Action.REFRESH:
                await self._refresh()
            case Action.DISMISS:
                await self._dismiss()

    async def _quotes(self) -> None:
        """Every quote, in private, a page at a time; it costs nothing where the article is remembered."""
        item = await self._item_in_time(private=True)
        page = render_quotes(item.served.brief, self.words, page=self.button_id.page)
        turns = [
            Button(label, ButtonId(Action.PAGE, self.button_id.key, self.button_id.wish, number).custom_id)
            for label, number in (("◀", page.number - 1), ("▶", page.number + 1))
            if 0 <= number < page.of
        ]
        view = page.view.with_buttons(*turns)
        if self.button_id.action is Action.PAGE and not self.interaction.response.is_done():
            with discord_faults():
                await self.interaction.response.edit_message(view=layout(view))
        else:
            await answer(self.interaction, view, private=True)

    async def _other(self, wish: Wish) -> None:
        """The same article by another wish, in private."""
        await defer(self.interaction, private=True)
        async with Stages(self.interaction, self.words) as stages:
            item = await self._item(wish, stages)
        settings = await self._settings()
        view = show(
            [item], (), self.words, now=self.bot.parts.now(), sections=settings.sections, share=True, dismiss=False
        )
        await answer(self.interaction, view, private=True)

    async def _share(self) -> None:
        """What stands in private, for everybody to see."""
        item = await self._item_in_time(private=False)
        settings = await self._settings()
        words = self._room_words(settings)
        view = show([item], (), words, now=self.bot.parts.now(), sections=settings.sections)
        shown = await answer(self.interaction, view, private=False)
        interaction = self.interaction
        place = Place(
            id=shown,
            channel=interaction.channel_id or 0,
            guild=interaction.guild_id if interaction.is_guild_integration() else None,
            poster=interaction.user.id,
        )
        await self.bot.answering.keep(place, [item])

    async def _refresh(self) -> None:
        """Read the page anew and change the answer; once in a while."""
        message = self.interaction.message
        if message is None:
            return
        kept = await self.bot.parts.store.answer(message.id)
        count = await self.bot.parts.cache.increment(f"refresh:{message.id}", seconds=limits.REFRESH_SECONDS)
        if count > 1:
            minutes = limits.REFRESH_SECONDS // 60
            raise LimitReachedError(
                "This brief was read anew a moment ago; that works every {minutes} minutes.", minutes=minutes
            )
        with discord_faults():
            await self.interaction.response.defer()
        settings = await self._settings()
        items = [await self._fresh(part, settings) for part in kept] or [await self._fresh(None, settings)]
        view = show(items, (), self._room_words(settings), now=self.bot.parts.now(), sections=settings.sections)
        with discord_faults():
            await self.interaction.edit_original_response(view=layout(view))
        if kept:
            await self.bot.answering.keep(_place(kept[0]), items)

    async def _fresh(self, part: AnswerRecord | None, settings: GuildSettings) -> Item:
        """The brief of one part of the answer: read anew where the button belongs to it, else as it was."""
        if part is not None and part.key != self.button_id.key:
            remembered = await self.bot.metered_desk.remembered(part.key, Wish(part.length, part.language))
            if remembered is not None:
                return remembered
        url = part.url if part is not None else None
        if url is None:
            before = await self.bot.metered_desk.remembered(self.button_id.key, self.button_id.wish)
            url = before.served.brief.article.url if before is not None else None
        if url is None:
            raise UnreadableError(FORGOTTEN)
        return await self.bot.metered_desk.brief(Link(url), self.button_id.wish, self._asker(), settings, fresh=True)

    async def _dismiss(self) -> None:
        """Take the answer away, for who posted what it answers, and for moderators."""
        interaction = self.interaction
        message = interaction.message
        if message is None:
            return
        kept = await self.bot.parts.store.answer(message.id)
        metadata = message.interaction_metadata
        poster = kept[0].poster if kept else metadata.user.id if metadata else None
        if interaction.user.id != poster and not interaction.permissions.manage_messages and interaction.guild_id:
            raise LimitReachedError("Only who posted it and moderators can dismiss this.")
        with discord_faults():
            await interaction.response.defer()
            await interaction.delete_original_response()
        await self.bot.answering.dismissed(message.id)

    # --- how --------------------------------------------------------------------------------------------------------

    async def _item_in_time(self, *, private: bool) -> Item:
        """The brief that a button is about; where that is not remembered, an answer is promised before it is read."""
        item = await self.bot.metered_desk.remembered(self.button_id.key, self.button_id.wish)
        if item is not None:
            return item
        await defer(self.interaction, private=private)
        return await self._item(self.button_id.wish)

    async def _item(self, wish: Wish, stages: Stages | None = None) -> Item:
        """The brief that a button is about: as it was written, else written now, else from its page."""
        item = await self.bot.metered_desk.remembered(self.button_id.key, wish)
        if item is not None:
            return item
        settings = await self._settings()
        item = await self.bot.metered_desk.recall(self.button_id.key, wish, self._asker(), settings, progress=stages)
        if item is not None:
            return item
        message = self.interaction.message
        kept = await self.bot.parts.store.answer(message.id) if message is not None else ()
        url = next((part.url for part in kept if part.key == self.button_id.key), None)
        if url is None:
            raise UnreadableError(FORGOTTEN)
        return await self.bot.metered_desk.brief(Link(url), wish, self._asker(), settings, progress=stages)

    async def _settings(self) -> GuildSettings:
        return await self.bot.parts.settings_cache.settings(self.interaction.guild_id)

    def _asker(self) -> Asker:
        return Asker(self.interaction.user.id, self.interaction.channel_id or 0, self.interaction.guild_id)

    def _room_words(self, settings: GuildSettings) -> Words:
        """The words of what everybody sees."""
        if self.interaction.guild_id is None:
            return self.words
        return self.bot.parts.catalogues.words(settings.language or str(self.interaction.guild_locale or "en"))


def _place(part: AnswerRecord) -> Place:
    return Place(
        id=part.id,
        channel=part.channel,
        guild=part.guild,
        poster=part.poster,
        source=part.source,
        source_channel=part.source_channel,
        links=part.links,
    )


async def setup(bot: BotClient) -> None:
    """Make the buttons known."""
    bot.add_dynamic_items(BriefButton)
