"""The buttons under a brief. Each says by its custom id what it is for, so it works after a restart, in any process."""

from dataclasses import replace

import discord

from bot.briefing.aside import aside
from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item
from bot.domain.chat.button_ids import PATTERN, Action, ButtonId, read_button_id
from bot.domain.chat.render import render_quotes
from bot.domain.chat.view import Button, Text, View
from bot.domain.values.source import Link
from bot.domain.values.wish import Length, Wish
from bot.errors import LimitReachedError, UnreadableError
from bot.i18n.marking import to_say
from bot.messages.answers.answer import Answer
from bot.messages.answers.composing import show_more
from bot.messages.answers.delivering import Through
from bot.messages.answers.part import AnswerPart, part_of
from bot.messages.answers.records import answers_of
from bot.messages.posts.gates import NOT_FOR_YOU, may_ask
from bot.messages.posts.post import Trigger
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.again import is_again
from cogs.shared.commands.briefs import honest, is_kept_private, room_words, show_in_private, show_to_all, unposted
from cogs.shared.commands.buttons import lasting_button
from cogs.shared.commands.interactions import Stages, answer, defer, roles_of, words_for
from cogs.shared.commands.languages import language_of_reader
from cogs.shared.components import layout
from cogs.shared.faults import discord_faults
from config import limits
from config.guild import GuildSettings

FORGOTTEN = to_say("I do not remember that article any more; post its link again, or give it to /summarize.")


PRIVATE_ONLY = to_say(
    "This server lets you use me in private only, so nobody else would see it; ask its admins to add me, or for “Use "
    "External Apps”."
)


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
            case Action.MORE:
                await self._more()
            case Action.QUOTES | Action.PAGE:
                await self._quotes()
            case Action.LONGER:
                await self._other(replace(self.button_id.wish, length=Length.LONG))
            case Action.LANGUAGE:
                await self._other(replace(self.button_id.wish, language=self._language))
            case Action.SHARE:
                await self._share()
            case Action.REFRESH:
                await self._refresh()
            case Action.DISMISS:
                await self._dismiss()

    async def _more(self) -> None:
        """What else there is to do with the brief, in private."""
        message = self.interaction.message
        item = await self._item_in_time(private=True)
        settings = await self._settings()
        public = message is not None and not message.flags.ephemeral
        kept = answers_of(await self.bot.parts.store.answer(message.id)) if message is not None else ()
        view = show_more(
            item,
            self.words,
            message=message.id if message is not None and public else None,
            language=self._language if self.bot.parts.has_model else None,
            whole=all(len(shown.parts) <= 1 for shown in kept),
            settings=settings,
        )
        await answer(self.interaction, view, private=True)

    async def _quotes(self) -> None:
        """Every quote, in private, a page at a time; it costs nothing where the article is remembered."""
        item = await self._item_in_time(private=True)
        brief = item.served.brief
        length, hidden = len(brief.article.text), self.button_id.spoiler
        page = await aside(length, render_quotes, brief, self.words, page=self.button_id.page, spoiler=hidden)
        turns = [
            Button(label, replace(self.button_id, action=Action.PAGE, page=number, message=None).custom_id)
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
        await show_in_private(self.interaction, honest(item), Trigger.COMMAND, await self._settings())

    async def _share(self) -> None:
        """What stands in private, for everybody to see, once."""
        message = self.interaction.message
        if message is None:
            return
        if is_kept_private(self.interaction):
            raise LimitReachedError(PRIVATE_ONLY)
        item = await self._item_in_time(private=False)
        shared = f"share:{message.id}"
        await self._claim(shared)
        await show_to_all(self.interaction, item, Trigger.SHARE, await self._settings())
        await self.bot.parts.store.finish(shared)

    async def _claim(self, shared: str) -> None:
        """What is shared once is shared by this press, in whichever process. Raises LimitReachedError."""
        store, mine = self.bot.parts.store, f"{shared}:{self.interaction.id}"
        is_first = await store.claim(shared)
        if is_again(self.interaction):
            is_first = is_first or not await store.claim(mine)
        elif (
            is_first and self.interaction.response.is_done()
        ):  # An answer was promised: another process may go on here.
            await store.claim(mine)
        if not is_first:
            raise LimitReachedError("You have shared this already.")

    async def _refresh(self) -> None:
        """Read the page anew and change the answer; once in a while."""
        about = self._about
        if about is None:
            return
        settings = await self._settings()
        self._check_roles(settings)
        part, shown = await self._shown(about, settings)
        count = await self.bot.parts.cache.increment(f"refresh:{about}", seconds=limits.REFRESH_SECONDS)
        if count > 1:
            minutes = limits.REFRESH_SECONDS // 60
            raise LimitReachedError(
                "This brief was read anew a moment ago; that works every {minutes} minutes.", minutes=minutes
            )
        with discord_faults():
            await self.interaction.response.defer()
        # In a private panel the answer is another message, which is edited as itself.
        through = Through() if self.button_id.message else Through(edit=self._edit)
        part = replace(part, wish=self.button_id.wish)
        await self.bot.following.refreshed(shown, part, self._asker(), settings, through=through)
        if self.button_id.message:
            await self._edit(View((Text(self.words.say("Done: the article was read anew.")),)))

    async def _edit(self, view: View) -> None:
        with discord_faults():
            await self.interaction.edit_original_response(
                view=layout(view), allowed_mentions=discord.AllowedMentions.none()
            )

    async def _shown(self, message: int, settings: GuildSettings) -> tuple[AnswerPart, Answer]:
        """The part of an answer that the button is about, and that answer; of an old one what the button says of it."""
        for shown in answers_of(await self.bot.parts.store.answer(message)):
            for part in shown.briefs:
                if part.key == self.button_id.key and part.url is not None:
                    return part, shown
        item = await self.bot.metered_desk.remembered(self.button_id.key, self.button_id.wish)
        if item is None or item.served.brief.article.url is None:
            raise UnreadableError(FORGOTTEN)
        hidden = replace(item, spoiler=self.button_id.spoiler)
        part = part_of(hidden, Trigger.COMMAND, self.bot.parts.now())
        new = unposted(self.interaction, room_words(self.interaction, settings))
        return part, replace(new, id=message, parts=(part,))

    async def _dismiss(self) -> None:
        """Take the answer away, for the member whom it answers and for moderators."""
        interaction = self.interaction
        message = interaction.message
        if message is None:
            return
        kept = await self.bot.parts.store.answer(message.id)
        metadata = message.interaction_metadata
        poster = kept[0].poster if kept else metadata.user.id if metadata else None
        if interaction.user.id != poster and not interaction.permissions.manage_messages and interaction.guild_id:
            raise LimitReachedError("Only the poster and moderators can dismiss this.")
        with discord_faults():
            await interaction.response.defer()
            await interaction.delete_original_response()
        await self.bot.following.dismissed(message.id)

    # --- how --------------------------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        """The language of whoever pressed the button."""
        return language_of_reader(str(self.interaction.locale))

    @property
    def _about(self) -> int | None:
        """The answer that the button is about: the one that its panel names, else the one under which it stands."""
        message = self.interaction.message
        return self.button_id.message or (message.id if message is not None else None)

    async def _item_in_time(self, *, private: bool) -> Item:
        """The brief that a button is about; where that is not remembered, an answer is promised before it is read."""
        item = await self.bot.metered_desk.remembered(self.button_id.key, self.button_id.wish)
        if item is not None:
            return self._hidden(item)
        await defer(self.interaction, private=private)
        return await self._item(self.button_id.wish)

    async def _item(self, wish: Wish, stages: Stages | None = None) -> Item:
        """The brief that a button is about: as it was written, else written now, else from its page."""
        item = await self.bot.metered_desk.remembered(self.button_id.key, wish)
        if item is not None:
            return self._hidden(item)
        settings = await self._settings()
        self._check_roles(settings)
        item = await self.bot.metered_desk.recall(self.button_id.key, wish, self._asker(), settings, progress=stages)
        if item is not None:
            return self._hidden(item)
        kept = await self.bot.parts.store.answer(self._about) if self._about is not None else ()
        url = next((part.url for part in kept if part.key == self.button_id.key), None)
        if url is None:
            raise UnreadableError(FORGOTTEN)
        item = await self.bot.metered_desk.brief(Link(url), wish, self._asker(), settings, progress=stages)
        return self._hidden(item)

    def _hidden(self, item: Item) -> Item:
        """A brief, hidden where that is hidden under which the button stands."""
        return replace(item, spoiler=self.button_id.spoiler)

    def _check_roles(self, settings: GuildSettings) -> None:
        """What costs work is for those who may ask. Raises LimitReachedError."""
        if not may_ask(roles_of(self.interaction), settings):
            raise LimitReachedError(NOT_FOR_YOU)

    async def _settings(self) -> GuildSettings:
        return await self.bot.parts.settings_cache.settings(self.interaction.guild_id)

    def _asker(self) -> Asker:
        return Asker(self.interaction.user.id, self.interaction.channel_id or 0, self.interaction.guild_id)


async def setup(bot: BotClient) -> None:
    """Make the buttons known."""
    bot.add_dynamic_items(BriefButton)
