"""Answers messages: from a message that was heard to an answer in its channel, and the life of that answer after.

Who asks by a command is answered by the command's own cog, which keeps its answer here too.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item, MeteredDesk
from bot.domain.chat.links import FoundLink
from bot.domain.chat.view import clip
from bot.domain.values.records import AnswerKind, AnswerRecord, QuoteRecord
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.wish import Wish
from bot.errors import DeliveryError, GoneError, NutgrafError
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.catalogues import Catalogues
from bot.i18n.words import Words
from bot.messages.composing import Repeat, show, show_compact
from bot.messages.gates import is_watched, permitted, stopped_by
from bot.messages.post import File, Findings, Post, Trigger
from bot.ports import Cache, Delivery, Metrics, Store
from config import limits
from config.guild import GuildSettings, Style

log = logging.getLogger(__name__)

THREAD_NAME_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Ask:
    """A source to be briefed, hidden where its message hides it."""

    source: Source
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands, and what it answers; see `AnswerRecord`. Without `room` the client is asked for it."""

    id: int
    channel: int
    guild: int | None
    poster: int
    source: int | None = None
    source_channel: int | None = None
    links: str = ""
    room: int | None = None


class Answering:
    """Hears messages and answers those that want it.

    Args:
        metered_desk: gives briefs.
        store: remembers answers.
        settings_cache: the servers' settings.
        cache: remembers for a day which links a message had; one process at a time holds its turn to answer a message,
            and to answer with one article in a channel: the second then finds the first's answer.
        delivery: puts answers into Discord.
        catalogues: the bot's words.
        metrics: counts answers.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        metered_desk: MeteredDesk,
        store: Store,
        settings_cache: SettingsCache,
        cache: Cache,
        delivery: Delivery,
        catalogues: Catalogues,
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._metered_desk = metered_desk
        self._store = store
        self._settings_cache = settings_cache
        self._cache = cache
        self._delivery = delivery
        self._catalogues = catalogues
        self._metrics = metrics
        self._now = now
        # An answer that is being posted to a message which is deleted meanwhile must go too.
        self._gone: OrderedDict[int, None] = OrderedDict()

    # --- hearing ----------------------------------------------------------------------------------------------------

    async def wants(self, post: Post, findings: Findings, trigger: Trigger = Trigger.WATCH) -> bool:
        """Whether a message wants an answer, and the bot may give it.

        Args:
            post: the message.
            findings: what `look_into` found in it.
            trigger: `WATCH`, or `REACTION` where somebody asked for it by a reaction.

        Raises:
            StorageError: the server's settings are not known.
        """
        settings = await self._settings_cache.settings(post.guild)
        stop = stopped_by(post, findings, settings, opted_out=self._settings_cache.opted_out, trigger=trigger)
        if stop is not None:
            self._metrics.count("stopped", gate=stop.value)
            if is_watched(post, settings):
                await self._remember_links(post, findings)
            return False
        lacking = self._delivery.lacks(post.channel, threads=settings.style is Style.THREAD)
        if lacking:
            self._metrics.count("stopped", gate="permission")
            log.info("not answered in %s for lack of: %s", post.channel, ", ".join(lacking))
            return False
        return True

    async def answer(self, post: Post, findings: Findings, trigger: Trigger = Trigger.WATCH) -> bool:
        """Answer a message that wants an answer; says whether it has one now. Done twice, it answers once.

        Raises:
            PassingRefusalError: Discord takes the answer later.
            DeliveryError: Discord does not take it, for the reason that the error gives.
            StorageError: the database did not answer.
        """
        settings = await self._settings_cache.settings(post.guild)
        async with self._cache.flight(_turn_of(post)):
            if any(part.kind is not AnswerKind.HEAD for part in await self._store.answers_to([post.id])):
                return True
            return await self._hear(post, findings, settings, trigger)

    async def _hear(self, post: Post, findings: Findings, settings: GuildSettings, trigger: Trigger) -> bool:
        await self._remember_links(post, findings)
        async with self._delivery.typing(post.channel):
            items, _ = await self._briefs(post, findings, settings)
        if not items:
            return False
        return await self._answer(post, findings, settings, items, trigger)

    async def asked(self, post: Post, findings: Findings, asker: Asker, *, to: Post) -> bool:
        """Answer somebody who mentioned the bot, about `post`, in reply to `to`; says whether an answer was given.

        Raises:
            NutgrafError: why no brief could be given; the caller says so.
        """
        settings = await self._settings_cache.settings(post.guild)
        async with self._cache.flight(_turn_of(to)):
            if await self._store.answers_to([to.id]):
                return True
            async with self._delivery.typing(to.channel):
                items, faults = await self._briefs(post, findings, settings, asker)
            if not items:
                raise faults[0]
            return await self._answer(to, findings, settings, items, Trigger.MENTION)

    async def settings_of(self, post: Post) -> GuildSettings:
        """The settings of the server in which a message stands. Raises StorageError."""
        return await self._settings_cache.settings(post.guild)

    async def edited(self, post: Post, findings: Findings) -> bool:
        """A message was edited: read it again if that changed its links, and edit its answer.

        Returns whether it is to be heard as a new message is.
        """
        if post.guild is None:
            return False
        # An answer that is still being written to the message is waited for.
        async with self._cache.flight(_turn_of(post)):
            answers = await self._store.answers_to([post.id])
            answered = [part for part in answers if part.kind is not AnswerKind.HEAD]
            if findings.fingerprint == await self._links_before(post.id, answered):
                return False
            if answered and findings.links:
                await self._answer_anew(post, findings, answered)
                return False
            await self._take_away(answers)
        return bool(findings.links)

    async def deleted(self, messages: Collection[int]) -> None:
        """Messages are gone: answers to them go too, and answers among them are forgotten."""
        for message in messages:
            self._gone[message] = None
        while len(self._gone) > limits.GONE_REMEMBERED:
            self._gone.popitem(last=False)
        touched = await self._store.answers_touching(messages)
        if touched:
            await self._take_away([answer for answer in touched if answer.id not in messages])
            await self._store.forget_answers([answer.id for answer in touched])

    async def place_deleted(self, channel: int) -> None:
        """A channel or thread is gone: so are the answers in it; those to its messages elsewhere go too."""
        answers = await self._store.answers_in(channel)
        await self._take_away([answer for answer in answers if answer.channel != channel])
        await self._store.forget_answers([answer.id for answer in answers])

    # --- answers of commands ----------------------------------------------------------------------------------------

    async def keep(self, place: Place, items: Sequence[Item], repeats: Sequence[Repeat] = ()) -> None:
        """Remember an answer with what it says. Raises StorageError."""
        created = self._now()
        room = place.room or self._delivery.room(place.source_channel or place.channel)
        records = [_record(place, room, part, item, created) for part, item in enumerate(items)]
        repeated = [_pointer(place, room, len(items) + part, repeat, created) for part, repeat in enumerate(repeats)]
        quotes = [quote for record, item in zip(records, items, strict=True) for quote in _quotes(record, item)]
        await self._store.keep_answers([*records, *repeated], quotes)

    async def dismissed(self, message: int) -> None:
        """An answer was taken away by a button: forget it, and take away the thread or reply that belongs to it."""
        parts = await self._store.answer(message)
        source = parts[0].source if parts else None
        if source is not None:
            await self._take_away([part for part in await self._store.answers_to([source]) if part.id != message])
        await self._store.forget_answers([message])

    async def forget_member(self, user: int) -> int:
        """Take away every answer to a member, and forget what is kept of them; gives how many answers there were.

        The answers go, not only what is known of them: without it they could not follow the messages that they answer.
        What is taken away is forgotten bit by bit, so that whatever breaks off the work, it can be asked for again.
        """
        answers = await self._store.answers_of(user)
        ids = list(dict.fromkeys(answer.id for answer in answers))
        for start in range(0, len(ids), limits.FORGET_BATCH):
            batch = frozenset(ids[start : start + limits.FORGET_BATCH])
            await self._take_away([answer for answer in answers if answer.id in batch])
        await self._store.forget_user(user)
        return len(ids)

    # --- how --------------------------------------------------------------------------------------------------------

    def words(self, post: Post, settings: GuildSettings) -> Words:
        """The words of an answer in a channel: the briefs' language, else the server's."""
        return self._catalogues.words(settings.language or post.locale)

    async def _briefs(
        self, post: Post, findings: Findings, settings: GuildSettings, asker: Asker | None = None
    ) -> tuple[tuple[Item, ...], tuple[NutgrafError, ...]]:
        wish = Wish(length=settings.length, language=settings.language)
        asker = asker or Asker(user=post.author, channel=post.channel, guild=post.guild, message=post.id)
        try:
            asks = await asks_of(findings, settings)
        except NutgrafError as error:
            return (), (error,)
        return await self._metered_desk.all(
            [self._metered_desk.brief(ask.source, wish, asker, settings, spoiler=ask.spoiler) for ask in asks]
        )

    async def _answer(
        self, post: Post, findings: Findings, settings: GuildSettings, items: Sequence[Item], trigger: Trigger
    ) -> bool:
        async with AsyncExitStack() as turns:
            for key in sorted({item.served.content for item in items}):
                await turns.enter_async_context(self._cache.flight(f"turn:{post.channel}:{key}"))
            new, repeats = await self._split(post.channel, settings, items)
            try:
                place = await self._post(post, findings, settings, new, repeats)
            except GoneError as error:
                if error.reason:
                    raise
                return False
            await self.keep(place, new, repeats)
        self._metrics.count("answers", trigger=trigger.value)
        if post.id in self._gone:
            await self._take_away(await self._store.answers_to([post.id]))
        return True

    async def _split(
        self, channel: int, settings: GuildSettings, items: Sequence[Item]
    ) -> tuple[list[Item], list[Repeat]]:
        """What is new in a channel, and what was briefed there within the server's window."""
        new, repeats = [], []
        since = self._now() - timedelta(hours=settings.repeat_hours)
        for item in items:
            earlier = (
                await self._store.earlier_answer(channel, item.served.content, since=since)
                if settings.repeat_hours
                else None
            )
            if earlier is None:
                new.append(item)
            else:
                repeats.append(Repeat(earlier))
        return new, repeats

    async def _post(
        self,
        post: Post,
        findings: Findings,
        settings: GuildSettings,
        items: Sequence[Item],
        repeats: Sequence[Repeat],
    ) -> Place:
        words = self.words(post, settings)
        # Twenty-five characters at the most: a resend of this answer is the same, one to other links is another.
        nonce = f"n{post.id}{findings.fingerprint[:4]}"
        view = show(items, repeats, words, now=self._now(), sections=settings.sections)
        place = Place(
            id=0,
            channel=post.channel,
            guild=post.guild,
            poster=post.author,
            source=post.id,
            source_channel=post.channel,
            links=findings.fingerprint,
            room=post.room,
        )
        in_thread = settings.style is Style.THREAD and post.parent is None and post.guild is not None and items
        if not in_thread:
            return replace(place, id=await self._delivery.reply(post.channel, post.id, view, nonce=nonce))
        head = await self._delivery.reply(post.channel, post.id, show_compact(items, words), nonce=nonce)
        await self._store.keep_answers(
            [replace(_record(replace(place, id=head), place.channel, 0, items[0], self._now()), kind=AnswerKind.HEAD)]
        )
        name = clip(items[0].served.brief.headline, THREAD_NAME_CHARACTERS) or words.say("Untitled")
        thread = await self._delivery.open_thread(post.channel, head, name)
        answer = await self._delivery.send(thread, view, nonce=f"t{nonce[1:]}")
        return replace(place, id=answer, channel=thread)

    async def _answer_anew(self, post: Post, findings: Findings, answered: Sequence[AnswerRecord]) -> None:
        settings = await self._settings_cache.settings(post.guild)
        # Where nobody watches, somebody asked for the answer by name.
        trigger = Trigger.WATCH if is_watched(post, settings) else Trigger.MENTION
        stop = stopped_by(post, findings, settings, opted_out=self._settings_cache.opted_out, trigger=trigger)
        await self._remember_links(post, findings)
        items: Sequence[Item] = ()
        if stop is None:
            items, _ = await self._briefs(post, findings, settings)
        if not items:
            # The answer speaks of a link that the message has no more.
            await self._take_away(await self._store.answers_to([post.id]))
            return
        first = answered[0]
        view = show(items, (), self.words(post, settings), now=self._now(), sections=settings.sections)
        try:
            await self._delivery.edit(first.channel, first.id, view)
        except GoneError:
            await self._store.forget_answers([first.id])
            return
        place = Place(
            id=first.id,
            channel=first.channel,
            guild=post.guild,
            poster=post.author,
            source=post.id,
            source_channel=post.channel,
            links=findings.fingerprint,
            room=post.room,
        )
        await self.keep(place, items)

    async def _take_away(self, answers: Sequence[AnswerRecord]) -> None:
        for id_, channel, kind in sorted({(part.id, part.channel, part.kind) for part in answers}):
            try:
                await self._delivery.delete(channel, id_)
                if kind is AnswerKind.HEAD:
                    await self._delivery.delete_thread(id_)
            except DeliveryError as error:
                log.warning("an answer in %s could not be taken away: %s", channel, error)
        await self._store.forget_answers([answer.id for answer in answers])

    async def _remember_links(self, post: Post, findings: Findings) -> None:
        await self._cache.put(_seen(post.id), findings.fingerprint.encode(), seconds=limits.SEEN_SECONDS)

    async def _links_before(self, message: int, answered: Sequence[AnswerRecord]) -> str:
        if answered:
            return answered[0].links
        seen = await self._cache.get(_seen(message))
        return seen.decode() if seen is not None else ""


def upload_of(file: File, data: bytes) -> Upload:
    """A file's bytes as a source."""
    return Upload(file.name, file.content_type, data)


async def asks_of(findings: Findings, settings: GuildSettings) -> list[Ask]:
    """What of a message is briefed: links first, then a file, then a paste; at most `LINKS_PER_MESSAGE`."""
    links: tuple[FoundLink, ...] = permitted(findings.links, settings)[: limits.LINKS_PER_MESSAGE]
    if links:
        return [Ask(Link(link.url), link.spoiler) for link in links]
    if findings.files:
        file = findings.files[0]
        return [Ask(upload_of(file, await file.read()), file.spoiler)]
    return [] if findings.paste is None else [Ask(Paste(findings.paste), "||" in findings.paste)]


def _turn_of(post: Post) -> str:
    return f"post:{post.id}"


def _seen(message: int) -> str:
    return f"seen:{message}"


def _record(place: Place, room: int, part: int, item: Item, created: datetime) -> AnswerRecord:
    brief = item.served.brief
    return AnswerRecord(
        id=place.id,
        channel=place.channel,
        guild=place.guild,
        source=place.source,
        source_channel=place.source_channel,
        poster=place.poster,
        key=item.served.key,
        content=item.served.content,
        url=brief.article.url,
        headline=brief.headline,
        created=created,
        length=item.wish.length,
        language=item.wish.language,
        part=part,
        links=place.links,
        room=room,
        spoiler=item.spoiler,
    )


def _pointer(place: Place, room: int, part: int, repeat: Repeat, created: datetime) -> AnswerRecord:
    return replace(
        repeat.earlier,
        id=place.id,
        channel=place.channel,
        guild=place.guild,
        source=place.source,
        source_channel=place.source_channel,
        poster=place.poster,
        created=created,
        kind=AnswerKind.POINTER,
        part=part,
        links=place.links,
        room=room,
    )


def _quotes(record: AnswerRecord, item: Item) -> list[QuoteRecord]:
    """What an answer brings to the archive of its server."""
    if record.guild is None:
        return []
    return [
        QuoteRecord(
            text=quote.text,
            speaker=quote.speaker,
            link=quote.link or record.url,
            guild=record.guild,
            channel=record.channel,
            answer=record.id,
            created=record.created,
            room=record.room,
            spoiler=record.spoiler,
            part=record.part,
        )
        for quote in item.served.brief.quotes
    ]
