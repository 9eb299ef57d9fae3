"""Answers messages: from a message that was heard to an answer in its channel, and the life of that answer after.

Each entry point takes what happened, loads the answers that it concerns, asks them for a transition, and lets
`bot.messages.delivering` carry it out. Each may be called twice for the same event, by one process or by several.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item, MeteredDesk
from bot.domain.chat.links import FoundLink
from bot.domain.values.records import AnswerKind
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.wish import Wish
from bot.errors import BusyChannelError, BusyError, DeliveryError, GoneError, NutgrafError, UnreachableError
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.catalogues import Catalogues
from bot.i18n.words import Words
from bot.messages.answer import Answer, Part, Tell, answers_of, part_of
from bot.messages.delivering import Deliverer, Through
from bot.messages.owing.answered_channels import AnsweredChannels
from bot.messages.posts.gates import Stop, is_watched, permitted, stopped_by
from bot.messages.posts.post import File, Findings, Post, Trigger
from bot.messages.signs import Signs, sign_of, sign_of_stop
from bot.messages.turns import Turns
from bot.ports import Cache, Delivery, Metrics, Store
from config import limits
from config.guild import GuildSettings, Style

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ask:
    """A source to be briefed, hidden where its message hides it."""

    source: Source
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of a member's answers: how many are gone, and how many Discord has yet to delete."""

    gone: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many links a message has, and how many of them have no brief."""

    links: int = 0
    count: int = 0


NOTHING_LEFT = LeftOut()


class Answering:
    """Hears messages, answers those that want it, and follows what becomes of them.

    Args:
        metered_desk: gives briefs.
        deliverer: carries out what happens to answers.
        turns: what concerns one message takes turns over all processes, and so do answers with one article in one
            channel: the second then finds the first's record.
        store: remembers answers.
        settings_cache: the servers' settings.
        cache: remembers for a day which links a message had.
        delivery: knows the bot's permissions and shows that it types.
        signs: show why there is no brief.
        catalogues: the bot's words.
        metrics: counts answers.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        metered_desk: MeteredDesk,
        deliverer: Deliverer,
        turns: Turns,
        store: Store,
        settings_cache: SettingsCache,
        cache: Cache,
        delivery: Delivery,
        signs: Signs,
        catalogues: Catalogues,
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._metered_desk = metered_desk
        self._deliverer = deliverer
        self._turns = turns
        self._store = store
        self._settings_cache = settings_cache
        self._cache = cache
        self._delivery = delivery
        self._signs = signs
        self._catalogues = catalogues
        self._metrics = metrics
        self._now = now
        self._answered = AnsweredChannels(store)
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
            if trigger is Trigger.REACTION and stop is not Stop.NOT_WATCHED:
                await self._signs.show(post.channel, post.id, sign_of_stop(stop))
            if is_watched(post, settings):
                await self._remember_links(post, findings)
            return False
        lacking = self._delivery.lacks(post.channel)
        if lacking:
            self._metrics.count("stopped", gate="permission")
            log.info("not answered in %s for lack of: %s", post.channel, ", ".join(lacking))
            return False
        return True

    async def answer(
        self,
        post: Post,
        findings: Findings,
        trigger: Trigger = Trigger.WATCH,
        *,
        patient: bool = True,
        was_put_off: bool = False,
    ) -> bool:
        """Answer a message that wants an answer; says whether it has one now. Done twice, it answers once.

        Args:
            post: the message.
            findings: what `look_into` found in it.
            trigger: what asked for the answer.
            patient: whether it will be tried again; if not, what could be read now is all that there will be.
            was_put_off: whether it was tried before.

        Raises:
            BusyChannelError: the channel has had its briefs of this minute.
            BusyError: nothing could be read yet.
            NutgrafError: a fault that passes, where `patient`: something could not be read that may well be readable
                in a moment. Nothing was posted.
            PassingRefusalError: Discord takes the answer later.
            DeliveryError: Discord does not take it, for the reason that the error gives.
            StorageError: the database did not answer.
            BusyError: others' pages came first for too long.
        """
        settings = await self._settings_cache.settings(post.guild)
        async with self._turns.turn(post.id) as tells:
            if await self._is_answered(post):
                return True
            await self._remember_links(post, findings)
            asker = asker_of(post, was_put_off=was_put_off)
            async with self._delivery.typing(post.channel):
                items, faults, left = await self._briefs(post, findings, settings, asker)
            if (fault := _passing(items, faults, patient=patient)) is not None:
                raise fault
            if faults and not items:
                await self._say_why(post, faults, trigger, settings)
            return await self._answer(post, findings.fingerprint, items, trigger, tells, left=left)

    async def asked(
        self, post: Post, findings: Findings, asker: Asker, *, to: Post, links: str, patient: bool = True
    ) -> bool:
        """Answer somebody who mentioned the bot, about `post`, in reply to `to`; says whether there is an answer now.

        `links` is what `to` itself asks for, by its fingerprint; `patient` is as for `answer`.

        Raises:
            NutgrafError: why no brief could be given; the caller says so.
        """
        settings = await self._settings_cache.settings(post.guild)
        async with self._turns.turn(to.id) as tells:
            if await self._is_answered(to):
                return True
            async with self._delivery.typing(to.channel):
                items, faults, left = await self._briefs(post, findings, settings, asker)
            if not items or (patient and _own(faults)):
                raise next(iter(_own(faults)), faults[0])
            return await self._answer(to, links, items, Trigger.MENTION, tells, left=left)

    async def settings_of(self, post: Post) -> GuildSettings:
        """The settings of the server in which a message stands. Raises StorageError."""
        return await self._settings_cache.settings(post.guild)

    async def commanded(self, answer: Answer, items: Sequence[Item], trigger: Trigger, through: Through) -> Answer:
        """Show to everybody what a command brought, or what somebody shares who saw it in private.

        Args:
            answer: whom it answers, where, and about which message; not posted yet.
            items: its briefs.
            trigger: `COMMAND`, `MENU` or `SHARE`.
            through: posts it.

        Raises:
            DeliveryError: Discord did not take it.
        """
        parts = [part_of(item, trigger, self._now()) for item in items]
        before = replace(answer, room=self._delivery.room(answer.source_channel or answer.channel))
        change = before.shared(parts[0]) if trigger is Trigger.SHARE else before.answered(parts)
        outcome = await self._deliverer.carry_out(before, change, items, through=through)
        self._metrics.count("answers", trigger=trigger.value)
        return outcome.answer

    # --- what becomes of messages and answers -----------------------------------------------------------------------

    async def edited(self, post: Post, findings: Findings) -> bool:
        """A message was edited: read it again if that changed what it asks for, and change its answers.

        What is broken off is tried again, and until then the answer stays as it was. Returns whether the message is to
        be heard as a new one is.
        """
        if post.guild is None:
            return False
        for number in range(limits.OWED_TRIES):
            try:
                return await self._edited(post, findings)
            except NutgrafError as error:
                if not error.passes:
                    raise
                log.info("the edit of %s waits: %s", post.id, error)
            await asyncio.sleep(limits.OWED_FIRST_WAIT * 2**number)
        return await self._edited(post, findings)

    async def _edited(self, post: Post, findings: Findings) -> bool:
        settings = await self._settings_cache.settings(post.guild)
        # An answer that is still being written to the message is waited for.
        async with self._turns.turn(post.id) as tells:
            answers = answers_of(await self._store.answers_to([post.id]))
            for answer in answers:
                if findings.fingerprint != answer.links:
                    await self._follow(answer, post, findings, settings, tells)
            if answers or findings.is_empty or _is_older(post, settings):
                return False
            seen = await self._cache.get(_seen(post.id))
            return seen is None or seen.decode() != findings.fingerprint

    def heard_own(self, guild: int | None, channel: int) -> None:
        """The bot has written in a channel: there may be an answer from now on."""
        self._answered.heard_own(guild, channel)

    async def concerns(self, post: Post) -> bool:
        """Whether an edit of a message can matter: its channel is watched, or there are answers in it."""
        settings = await self._settings_cache.settings(post.guild)
        return is_watched(post, settings) or await self._answered.may_hold(post.guild, post.channel)

    async def deleted(self, messages: Collection[int], *, place: tuple[int | None, int] | None = None) -> None:
        """Messages are gone: answers to them go too, and what was an answer counts as dismissed.

        `place` is their server and channel, where they are known: without an answer there nothing is asked.
        """
        for message in messages:
            self._gone[message] = None
        while len(self._gone) > limits.GONE_REMEMBERED:
            self._gone.popitem(last=False)
        if place is not None and not await self._answered.may_hold(*place):
            return
        for answer in answers_of(await self._store.answers_touching(messages)):
            await self._turns.change(
                answer,
                lambda there: there.source_deleted() if there.source in messages else there.dismissed(),
                gone=messages,
            )

    async def place_deleted(self, channel: int) -> None:
        """A channel or thread is gone, and what stood in it: so are the answers to its messages."""
        for answer in answers_of(await self._store.answers_in(channel)):
            is_thread_of_its_own = answer.channel == channel and answer.head is not None
            gone = [spot.spot.message for spot in answer.spots if spot.spot.channel == channel]
            await self._turns.change(
                answer, Answer.dismissed if is_thread_of_its_own else Answer.source_deleted, gone=gone
            )

    async def dismissed(self, message: int) -> None:
        """An answer was taken away by its button: it stays away, with the thread or reply that belongs to it."""
        for answer in answers_of(await self._store.answer(message)):
            await self._turns.change(answer, Answer.dismissed, gone=[message])

    async def refreshed(
        self, answer: Answer, part: Part, asker: Asker, settings: GuildSettings, *, through: Through
    ) -> None:
        """Read an article of an answer anew, by its part's wish, and change the answer.

        Raises:
            NutgrafError: why it could not be read, or Discord did not take the change.
        """
        source = Link(part.url or "")
        item = await self._metered_desk.brief(source, part.wish, asker, settings, fresh=True)
        async with self._turns.turn(answer.source or answer.id) as tells:
            kept = answers_of(await self._store.answer(answer.id))
            there = kept[0] if kept else answer
            change = there.refreshed(part.content, part_of(item, Trigger.COMMAND, self._now()))
            if not kept:
                # The answer is not on record any more; what is on record of others is left as it is.
                change = replace(change, effects=change.effects[:1])
            tells.extend((await self._deliverer.carry_out(there, change, [item], through=through)).tells)

    async def forget_member(self, user: int) -> Forgotten:
        """Take away every answer to a member, and forget what is kept of them.

        The answers go, not only what is known of them: without it they could not follow the messages that they answer.
        What Discord refuses to delete is kept until it is deleted. Whatever breaks off the work, it can be asked for
        again.
        """
        gone = left = 0
        for answer in answers_of(await self._store.answers_of(user)):
            outcome = await self._turns.change(answer, Answer.source_deleted)
            stands = answer.is_removed or (outcome is not None and bool(outcome.refused))
            gone, left = gone + (answer.is_live and not stands), left + stands
        await self._store.forget_user(user)
        return Forgotten(gone, left)

    async def tidy(self) -> None:
        """Try again what Discord refused to delete, and mend pointers that a broken-off change left dangling."""
        until = self._now() + timedelta(seconds=limits.DELETION_SECONDS)
        for deletion in await self._store.claim_deletions(count=limits.TIDY_BATCH, until=until):
            await self._deliverer.delete_again(deletion)
        await self._turns.mend(count=limits.TIDY_BATCH)

    # --- how --------------------------------------------------------------------------------------------------------

    def words(self, post: Post, settings: GuildSettings) -> Words:
        """The words of an answer in a channel: the briefs' language, else the server's."""
        return self._catalogues.words(settings.language or post.locale)

    async def _briefs(
        self,
        post: Post,
        findings: Findings,
        settings: GuildSettings,
        asker: Asker | None = None,
        *,
        most: int = limits.LINKS_PER_MESSAGE,
    ) -> tuple[tuple[Item, ...], tuple[NutgrafError, ...], LeftOut]:
        """The briefs of a message, why others failed, and how many of its links are without one."""
        wish = Wish(length=settings.length, language=settings.language)
        asker = asker or asker_of(post)
        hidden = await self._delivery.hides(post.channel)
        try:
            asks = await asks_of(findings, settings)
        except NutgrafError as error:
            return (), (error,), NOTHING_LEFT
        links = len(permitted(findings.links, settings))
        items: tuple[Item, ...] = ()
        faults: tuple[NutgrafError, ...] = ()
        # A link that cannot be read makes room for the next one.
        while asks and len(items) < most:
            tried, asks = asks[: most - len(items)], asks[most - len(items) :]
            found, failed = await self._metered_desk.all(
                [
                    self._metered_desk.brief(ask.source, wish, asker, settings, spoiler=ask.spoiler or hidden)
                    for ask in tried
                ]
            )
            items, faults = items + found, faults + failed
        left = len(faults) + len(asks) + max(0, links - limits.LINKS_TRIED)
        return items, faults, LeftOut(links, left) if links else NOTHING_LEFT

    async def _say_why(
        self, post: Post, faults: Sequence[NutgrafError], trigger: Trigger, settings: GuildSettings
    ) -> None:
        """Show a sign of why there is no brief, to whoever asked, and to a server that wants signs.

        Raises:
            BusyChannelError: the channel has had its briefs of this minute, so that the message has to wait.
        """
        if trigger is Trigger.REACTION or settings.signs:
            await self._signs.show(post.channel, post.id, sign_of(faults[0]))
        for fault in faults:
            if isinstance(fault, BusyChannelError):
                raise fault

    async def _answer(
        self,
        post: Post,
        links: str,
        items: Sequence[Item],
        trigger: Trigger,
        tells: list[Tell],
        *,
        left: LeftOut,
    ) -> bool:
        if not items:
            return False
        settings = await self._settings_cache.settings(post.guild)
        new = Answer(
            channel=post.channel,
            guild=post.guild,
            poster=post.author,
            source=post.id,
            source_channel=post.channel,
            links=links,
            room=post.room or self._delivery.room(post.channel),
            locale=self.words(post, settings).language,
            asked=left.links,
            left=left.count,
        )
        async with self._turns.articles(post.channel, {item.served.content for item in items}):
            parts = await self._parts(new, items, trigger, settings)
            if post.is_bot:
                parts = await self._unrepeated(new, parts)
                if not parts:
                    return False
            change = new.answered(parts, in_thread=_in_thread(post, settings))
            try:
                outcome = await self._deliverer.carry_out(new, change, items)
            except GoneError as error:
                if error.reason:
                    raise
                return False
            tells += await self._turns.tells_of(outcome)
        self._metrics.count("answers", trigger=trigger.value)
        if post.id in self._gone:
            tells += (await self._deliverer.carry_out(outcome.answer, outcome.answer.source_deleted())).tells
        return True

    async def _is_answered(self, post: Post) -> bool:
        """Whether a message has its answer, or had one that was dismissed; what a command says about it is none."""
        there = answers_of(await self._store.answers_to([post.id]))
        return any(answer.is_reply and answer.is_whole for answer in there)

    async def _follow(
        self, answer: Answer, post: Post, findings: Findings, settings: GuildSettings, tells: list[Tell]
    ) -> None:
        """Let an answer follow its message, which asks for something else now."""
        if answer.is_removed:
            return
        # Where nobody watches any more, somebody asked for the answer by name.
        asked_by = answer.parts[0].trigger
        trigger = Trigger.MENTION if asked_by is Trigger.WATCH and not is_watched(post, settings) else asked_by
        stop = stopped_by(post, findings, settings, opted_out=self._settings_cache.opted_out, trigger=trigger)
        await self._remember_links(post, findings)
        items: Sequence[Item] = ()
        if stop is None:
            most = limits.LINKS_PER_MESSAGE if answer.is_reply else 1
            items, faults, left = await self._briefs(post, findings, settings, most=most)
            if broken_off := _own(faults):
                raise broken_off[0]
            if answer.is_reply:
                answer = replace(answer, asked=left.links, left=left.count)
        async with self._turns.articles(post.channel, {item.served.content for item in items}):
            parts = await self._parts(answer, items, asked_by, settings)
            in_thread = _in_thread(post, settings) and answer.is_reply
            change = answer.edited(findings.fingerprint, parts, in_thread=in_thread)
            try:
                tells += await self._turns.tells_of(await self._deliverer.carry_out(answer, change, items))
            except DeliveryError as error:
                log.warning("an answer in %s could not be changed: %s", answer.channel, error)

    async def _unrepeated(self, answer: Answer, parts: list[Part]) -> list[Part]:
        """What no answer in the channel briefed before: a bot that repeats it gets no pointer and no second brief.

        Two bots that answer each other would go on for ever.
        """
        place = answer.source_channel or answer.channel
        since = self._now() - timedelta(hours=limits.BOT_REPEAT_HOURS)
        fresh = []
        for part in parts:
            if part.kind is AnswerKind.BRIEF:
                earlier = await self._store.earlier_answer(place, part.content, since=since, but=answer.source)
                fresh += [part] if earlier is None else []
        return fresh

    async def _parts(
        self, answer: Answer, items: Sequence[Item], trigger: Trigger, settings: GuildSettings
    ) -> list[Part]:
        """Briefs as parts of an answer: what was briefed in its channel within the server's window is pointed to."""
        now = self._now()
        parts = [part_of(item, trigger, now) for item in items]
        if not settings.repeat_hours or (not answer.is_reply and answer.id):
            return parts
        place = answer.source_channel or answer.channel
        since = now - timedelta(hours=settings.repeat_hours)
        found = [
            await self._store.earlier_answer(place, part.content, since=since, but=answer.source) for part in parts
        ]
        return [part if earlier is None else part.pointing(earlier) for part, earlier in zip(parts, found, strict=True)]

    async def _remember_links(self, post: Post, findings: Findings) -> None:
        await self._cache.put(_seen(post.id), findings.fingerprint.encode(), seconds=limits.SEEN_SECONDS)


def upload_of(file: File, data: bytes) -> Upload:
    """A file's bytes as a source."""
    return Upload(file.name, file.content_type, data)


async def asks_of(findings: Findings, settings: GuildSettings) -> list[Ask]:
    """What of a message is briefed: links first, `LINKS_TRIED` at most, then a file, then a paste."""
    links: tuple[FoundLink, ...] = permitted(findings.links, settings)[: limits.LINKS_TRIED]
    if links:
        return [Ask(Link(link.url), link.spoiler) for link in links]
    if findings.files:
        file = findings.files[0]
        return [Ask(upload_of(file, await file.read()), file.spoiler)]
    return [] if findings.paste is None else [Ask(Paste(findings.paste), findings.hides_paste)]


def _own(faults: Sequence[NutgrafError]) -> list[NutgrafError]:
    """Faults that pass and lie with the bot: what it reads with was stopped, or did not answer."""
    return [fault for fault in faults if fault.passes and not isinstance(fault, UnreachableError)]


def _passing(items: Sequence[Item], faults: Sequence[NutgrafError], *, patient: bool) -> NutgrafError | None:
    """The fault for which an answer is worth putting off; a site that is away keeps no other brief waiting."""
    lasting = [fault for fault in faults if fault.passes] if patient else _busy(faults)
    waits = (_own(faults) if patient else []) or ([] if items else lasting)
    return waits[0] if waits else None


def _busy(faults: Sequence[NutgrafError]) -> list[NutgrafError]:
    return [fault for fault in faults if isinstance(fault, BusyError)]


def asker_of(post: Post, *, was_put_off: bool = False) -> Asker:
    """For whom the brief of a message is counted that nobody asked for by name."""
    user = post.author if post.counted_as is None else post.counted_as
    return Asker(user, post.channel, post.guild, post.id, is_bot=post.is_bot, was_put_off=was_put_off)


def _in_thread(post: Post, settings: GuildSettings) -> bool:
    return settings.style is Style.THREAD and post.parent is None and post.guild is not None


def _is_older(post: Post, settings: GuildSettings) -> bool:
    """Whether a message is older than the watching of its channel."""
    watching = settings.watched_at(post.channel, post.parent, post.category)
    return watching is not None and post.id < watching.since


def _seen(message: int) -> str:
    return f"seen:{message}"
