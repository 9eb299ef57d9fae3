"""`/summarize` and the message menu "Summarize": anybody's own way to a brief."""

import discord
from discord import app_commands
from discord.app_commands import locale_str as _
from discord.ext import commands

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item
from bot.domain.chat.links import Unfit, canonical, host_of, is_article_link, unfit
from bot.domain.chat.view import escape
from bot.domain.values.source import Link, Paste, Source
from bot.domain.values.wish import Length, Wish
from bot.errors import LimitReachedError, UnreadableError, UsageError
from bot.guilds.domains import permits
from bot.i18n.marking import to_say
from bot.i18n.words import Words
from bot.messages.gathering import Ask, asks_of, upload_of
from bot.messages.posts.gates import NOT_FOR_YOU, Stop, may_ask, permitted, stopped_by, stopped_file
from bot.messages.posts.pasted import read_pasted
from bot.messages.posts.post import File, Findings, Trigger, look_into
from bot.messages.posts.refusals import refusal
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.briefs import About, honest, is_kept_private, show_in_private, show_to_all
from cogs.shared.commands.interactions import Stages, defer, roles_of, tell, words_for
from cogs.shared.commands.languages import language_choices, read_language
from cogs.shared.commands.which import Chosen, ask_which, which_menu
from cogs.shared.messages import file_of, post_of, readable_message
from config.guild import GuildSettings


class Summarize(commands.Cog):
    """The commands."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name=_("Summarize", name=True), callback=self.summarize_message)
        bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the menu along."""
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(
        name=_("summarize", name=True), description=_("Summary (TL;DR) of an article: a link, a text or a file.")
    )
    @app_commands.rename(
        link=_("link", name=True),
        text=_("text", name=True),
        file=_("file", name=True),
        length=_("length", name=True),
        language=_("language", name=True),
        private=_("private", name=True),
    )
    @app_commands.describe(
        link=_("The article's address."),
        text=_("The article itself, pasted."),
        file=_("A file with the article: text, HTML or PDF."),
        length=_("How long the summary is."),
        language=_("The summary's language."),
        private=_("Show the answer only to you."),
    )
    @app_commands.choices(length=[app_commands.Choice(name=_(length.value), value=length.value) for length in Length])
    async def summarize(  # noqa: PLR0917  # A command's options are its arguments.
        self,
        interaction: Asked,
        link: str | None = None,
        text: str | None = None,
        file: discord.Attachment | None = None,
        length: str | None = None,
        language: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Brief what is given: exactly one of link, text and file."""
        settings = await self.bot.parts.settings_cache.settings(interaction.guild_id)
        wish = Wish(
            length=Length(length) if length else settings.length,
            language=read_language(language, str(interaction.locale)) if language else settings.language,
        )
        ask, passed_over = await self._ask(interaction, settings, link=link, text=text, file=file)
        hidden = private if private is not None else _is_private_by_default(interaction)
        await self._brief(interaction, ask.source, wish, settings, private=hidden, spoiler=ask.spoiler)
        if passed_over:
            await tell(interaction, _more(passed_over, words_for(interaction)))

    @summarize.autocomplete("language")
    async def complete_language(self, interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
        """Languages whose name or code begins with what is typed."""
        return language_choices(typed, str(interaction.locale))

    async def summarize_message(self, interaction: Asked, message: discord.Message) -> None:
        """Brief the article of a message; of several links the one that is chosen."""
        settings = await self.bot.parts.settings_cache.settings(interaction.guild_id)
        post = post_of(message)
        findings = look_into(post)
        about = About(message.id, message.channel.id, findings.fingerprint)
        stop = stopped_by(
            post, findings, settings, opted_out=self.bot.parts.settings_cache.opted_out, trigger=Trigger.MENU
        )
        if stop is not None:
            raise refusal(stop, findings)
        links = permitted(findings.links, settings)
        if len(links) > 1:
            await ask_which(interaction, links, about)
            return
        wish = Wish(length=settings.length, language=settings.language)
        first = (await asks_of(findings, settings))[0]
        private = _is_private_by_default(interaction)
        await self._brief(
            interaction, first.source, wish, settings, private=private, spoiler=first.spoiler, about=about
        )

    async def brief_chosen(self, interaction: Asked, chosen: Chosen) -> None:
        """Brief the link that was chosen of several."""
        settings = await self.bot.parts.settings_cache.settings(interaction.guild_id)
        link = chosen.link
        if not is_article_link(link.url):
            raise UnreadableError(_UNFIT[Unfit.ADDRESS])
        _check_domain(link.url, settings)
        wish = Wish(length=settings.length, language=settings.language)
        private = _is_private_by_default(interaction)
        await self._brief(
            interaction, Link(link.url), wish, settings, private=private, spoiler=link.spoiler, about=chosen.about
        )

    async def _ask(
        self,
        interaction: Asked,
        settings: GuildSettings,
        *,
        link: str | None,
        text: str | None,
        file: discord.Attachment | None,
    ) -> tuple[Ask, int]:
        """What is to be briefed of the one source that is given, and how many further links came with it."""
        given = [entry for entry in (link, text, file) if entry is not None]
        if len(given) != 1:
            raise UsageError("Give me exactly one of the three: a link, a text or a file.")
        if file is not None:
            return Ask(await _upload(file_of(file))), 0
        if text is not None:
            # Who pastes a mere address means the page.
            link, text = (text, None) if _is_address(text) else (None, text)
        if link is not None:
            return await self._linked(interaction, link, settings)
        return Ask(Paste(text or "")), 0

    async def _linked(self, interaction: Asked, typed: str, settings: GuildSettings) -> tuple[Ask, int]:
        """The first link of what was pasted, or the article of the message that it leads to. Raises UnreadableError."""
        pasted = read_pasted(typed)
        if pasted.links:
            first = pasted.links[0]
            _check_domain(first.url, settings)
            return Ask(Link(first.url), first.spoiler), len(pasted.links) - 1
        if pasted.message is not None and pasted.message.guild == interaction.guild_id:
            post = post_of(await readable_message(interaction, pasted.message))
            findings = look_into(post)
            opted_out = self.bot.parts.settings_cache.opted_out
            stop = stopped_by(post, findings, settings, opted_out=opted_out, trigger=Trigger.MENU)
            if stop is not None:
                raise refusal(stop, findings)
            return (await asks_of(findings, settings))[0], 0
        address = next(iter(pasted.others), typed.strip())
        reason = Unfit.DISCORD if pasted.message is not None else unfit(address)
        if reason is not Unfit.FRONT:
            raise UnreadableError(_UNFIT[reason or Unfit.ADDRESS])
        _check_domain(address, settings)
        return Ask(Link(canonical(address))), 0

    async def _brief(
        self,
        interaction: Asked,
        source: Source,
        wish: Wish,
        settings: GuildSettings,
        *,
        private: bool,
        spoiler: bool = False,
        about: About | None = None,
    ) -> None:
        if not may_ask(roles_of(interaction), settings):
            raise LimitReachedError(NOT_FOR_YOU)
        private = private or is_kept_private(interaction)
        await defer(interaction, private=private)
        words = words_for(interaction)
        asker = Asker(interaction.user.id, interaction.channel_id or 0, interaction.guild_id)
        async with Stages(interaction, words) as stages:
            item = await self.bot.metered_desk.brief(source, wish, asker, settings, spoiler=spoiler, progress=stages)
        if wish.language != settings.language:
            item = honest(item)
        await self._show(interaction, item, settings, private=private, about=about)

    async def _show(
        self, interaction: Asked, item: Item, settings: GuildSettings, *, private: bool, about: About | None
    ) -> None:
        trigger = Trigger.MENU if about else Trigger.COMMAND
        if private:
            await show_in_private(interaction, item, trigger, settings)
        else:
            await show_to_all(interaction, item, trigger, settings, about=about)


def _is_private_by_default(interaction: Asked) -> bool:
    """A bot that only its user installed speaks to that user alone, but in its own direct messages."""
    return not interaction.is_guild_integration()


def _is_address(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://")) and not any(sign.isspace() for sign in text.strip())


def _check_domain(url: str, settings: GuildSettings) -> None:
    """Raise UnreadableError for a domain that is not answered here."""
    if not permits(host_of(url), settings):
        raise UnreadableError(Stop.DOMAIN.template, domain=escape(host_of(url)))


def _more(count: int, words: Words) -> str:
    """What of several links was not briefed."""
    return words.count(
        "I briefed the first link; ask for the other one with /summarize too.",
        "I briefed the first link; ask for the other {number} with /summarize too.",
        count,
    )


_UNFIT = {
    Unfit.ADDRESS: to_say("That is not an address that I can open; give me one that begins with https://."),
    Unfit.DISCORD: to_say("That link leads to Discord itself."),
    Unfit.MEDIA: to_say("That link leads to pictures, sound or video, and I read text."),
}


async def _upload(file: File) -> Source:
    stop = stopped_file(file)
    if stop is not None:
        raise refusal(stop, Findings(unread=(file,)))
    return upload_of(file, await file.read())


async def setup(bot: BotClient) -> None:
    """Add the commands, and make the menu of links known."""
    summarize = Summarize(bot)
    await bot.add_cog(summarize)
    bot.add_dynamic_items(which_menu(summarize.brief_chosen))
