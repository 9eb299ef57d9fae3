"""Answers messages: from a message that was heard to an answer in its channel.

Done twice for the same message, by one process or by several, it answers once.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item
from bot.errors import BusyChannelError, GoneError, NutgrafError
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.catalogues import Catalogues
from bot.i18n.words import Words
from bot.messages.answers.answer import Answer
from bot.messages.answers.delivering import Deliverer, Through
from bot.messages.answers.effects import Tell
from bot.messages.answers.part import part_of
from bot.messages.answers.records import answers_of
from bot.messages.answers.turns import Turns
from bot.messages.gathering import Gathered, Gathering, asker_of, in_thread
from bot.messages.posts.gates import Stop, is_watched, stopped_by
from bot.messages.posts.post import Findings, Post, Trigger
from bot.messages.recent import RecentMessages
from bot.messages.signs import Signs, sign_of, sign_of_stop
from bot.ports import Delivery, Metrics, Store
from config.guild import GuildSettings

log = logging.getLogger(__name__)


class Answering:
    """Says which messages want an answer, and answers them.

    Args:
        gathering: gathers what an answer shows.
        deliverer: posts answers.
        turns: what concerns one message takes turns over all processes, and so do answers with one article in one
            channel: the second then finds the first's record.
        store: remembers answers.
        settings_cache: the servers' settings.
        recent: remembers messages for a while.
        delivery: knows the bot's permissions and shows that it types.
        signs: show why there is no brief.
        catalogues: the bot's words.
        metrics: counts answers.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        gathering: Gathering,
        deliverer: Deliverer,
        turns: Turns,
        store: Store,
        settings_cache: SettingsCache,
        recent: RecentMessages,
        delivery: Delivery,
        signs: Signs,
        catalogues: Catalogues,
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._gathering = gathering
        self._deliverer = deliverer
        self._turns = turns
        self._store = store
        self._settings_cache = settings_cache
        self._recent = recent
        self._delivery = delivery
        self._signs = signs
        self._catalogues = catalogues
        self._metrics = metrics
        self._now = now

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
                await self._recent.heard(post, findings)
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
            await self._recent.heard(post, findings)
            asker = asker_of(post, was_put_off=was_put_off)
            async with self._delivery.typing(post.channel):
                gathered = await self._gathering.briefs(post, findings, settings, asker)
            if (fault := gathered.worth_waiting(patient=patient)) is not None:
                raise fault
            if gathered.faults and not gathered.items:
                await self._say_why(post, gathered.faults, trigger, settings)
            return await self._answer(post, findings.fingerprint, gathered, trigger, tells)

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
                gathered = await self._gathering.briefs(post, findings, settings, asker)
            if not gathered.items or (patient and gathered.broken_off):
                raise next(iter(gathered.broken_off), gathered.faults[0])
            return await self._answer(to, links, gathered, Trigger.MENTION, tells)

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

    async def settings_of(self, post: Post) -> GuildSettings:
        """The settings of the server in which a message stands. Raises StorageError."""
        return await self._settings_cache.settings(post.guild)

    def words(self, post: Post, settings: GuildSettings) -> Words:
        """The words of an answer in a channel: the briefs' language, else the server's."""
        return self._catalogues.words(settings.language or post.locale)

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

    async def _answer(self, post: Post, links: str, gathered: Gathered, trigger: Trigger, tells: list[Tell]) -> bool:
        items, left = gathered.items, gathered.left
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
            parts = await self._gathering.parts(new, items, trigger, settings)
            if post.is_bot:
                parts = await self._gathering.unrepeated(new, parts)
                if not parts:
                    return False
            change = new.answered(parts, in_thread=in_thread(post, settings))
            try:
                outcome = await self._deliverer.carry_out(new, change, items)
            except GoneError as error:
                if error.reason:
                    raise
                return False
            tells += await self._turns.tells_of(outcome)
        self._metrics.count("answers", trigger=trigger.value)
        if self._recent.is_deleted(post.id):
            tells += (await self._deliverer.carry_out(outcome.answer, outcome.answer.source_deleted())).tells
        return True

    async def _is_answered(self, post: Post) -> bool:
        """Whether a message has its answer, or had one that was dismissed; what a command says about it is not one."""
        there = answers_of(await self._store.answers_to([post.id]))
        return any(answer.is_reply and answer.is_whole for answer in there)
