"""Gives an answer that is owed, in whichever process takes the job; done twice, it answers once."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.values.work import Owed, Refusal, time_of
from bot.errors import (
    BusyChannelError,
    BusyError,
    DeliveryError,
    GoneError,
    NutgrafError,
    PassingRefusalError,
    StorageError,
    UnreachableError,
)
from bot.messages.answering import Answering
from bot.messages.asking import answer_asker
from bot.messages.owing.batching import Batching
from bot.messages.posts.messages import Messages
from bot.messages.posts.post import Trigger
from bot.ports import Delivery, Metrics, WorkStore
from config import limits

log = logging.getLogger(__name__)


# What is tried again for as long as an answer is owed: each of these passes, and says nothing of the page.
_LASTING = (BusyError, BusyChannelError, PassingRefusalError, StorageError)


class Performing:
    """Takes jobs.

    1. A message that is older than an hour is owed nothing any more.
    2. The message is fetched, or taken from this process's memory where it was heard here.
    3. It is answered as any message; who has an answer on record gets no second one.
    4. What passes puts the answer off: a refusal of Discord's, work that was broken off, a site that is away, a channel
       that has had its briefs of the minute. A refusal
       that stays is remembered for `/why`. Only what is wrong with the page or the message itself settles it.

    Args:
        answering: answers messages.
        messages: brings a message by its ids.
        work_store: knows what is owed.
        delivery: tells whoever asked why there is no answer.
        metrics: counts what happens.
        now: the time in UTC.
        reads_messages: whether Discord lets the bot read messages that do not mention it.
    """

    def __init__(
        self,
        *,
        answering: Answering,
        messages: Messages,
        work_store: WorkStore,
        delivery: Delivery,
        metrics: Metrics,
        now: Callable[[], datetime],
        reads_messages: bool = True,
    ) -> None:
        self._answering = answering
        self._messages = messages
        self._work_store = work_store
        self._delivery = delivery
        self._metrics = metrics
        self._now = now
        self._reads_messages = reads_messages
        self._settled = Batching[int](self._settle)
        self._listeners: list[Callable[[int], None]] = []

    def on_end(self, listener: Callable[[int], None]) -> None:
        """Tell `listener` of each message whose job this process ended."""
        self._listeners.append(listener)

    async def run(self, arguments: Mapping[str, Any]) -> None:
        """Do a job that `Accepting` gave to the job engine."""
        await self.perform(Owed(**arguments))

    async def perform(self, owed: Owed) -> None:
        """Give an answer that is owed, or put it off."""
        try:
            if not await self._is_put_off(owed):
                await self._settled.put(owed.message)
        except StorageError:
            log.warning("the answer to %s is given, but the database could not note it", owed.message)
        finally:
            for listener in self._listeners:
                listener(owed.message)

    async def _is_put_off(self, owed: Owed) -> bool:
        """Try; True where it is to be tried again."""
        if self._now() - time_of(owed.message) > timedelta(seconds=limits.OWED_SECONDS):
            self._metrics.count("owed", outcome="too old")
            return False
        try:
            async with asyncio.timeout(limits.JOB_SECONDS):
                await self._give(owed)
        except DeliveryError as error:
            if error.passes:
                return await self._put_off(owed, error)
            await self._remember(owed, error)
        except NutgrafError as error:
            if error.passes or isinstance(error, BusyChannelError):
                return await self._put_off(owed, error)
            log.info("no answer to %s: %s", owed.message, error)
        except Exception as error:
            log.exception("the answer to %s failed", owed.message)
            self._metrics.count("errors", where="job")
            return await self._put_off(owed, error)
        self._metrics.count("owed", outcome="done")
        return False

    async def _give(self, owed: Owed) -> None:
        if owed.hides is not None:
            self._delivery.learn(owed.channel, hides=owed.hides)
        heard = await self._messages.fetch(owed)
        patient = self._has_patience(owed)
        if Trigger(owed.trigger) is Trigger.MENTION:
            await answer_asker(
                self._answering, self._delivery, heard, reads_messages=self._reads_messages, patient=patient
            )
        else:
            await self._answering.answer(
                heard.post,
                heard.findings,
                Trigger(owed.trigger),
                patient=patient,
                was_put_off=owed.tries > 0,
            )

    async def _put_off(self, owed: Owed, error: Exception) -> bool:
        """Let an answer be tried again, where that is worth it; says whether it will be."""
        # Discord and the database come back, others' pages are read, and nothing else was wrong.
        if not isinstance(error, _LASTING) and not self._has_patience(owed):
            self._metrics.count("owed", outcome="given up")
            log.warning("no answer to %s after %d tries: %s", owed.message, owed.tries + 1, error)
            return False
        self._metrics.count("owed", outcome="put off")
        log.info("the answer to %s waits: %s: %s", owed.message, type(error).__name__, error)
        wait = min(limits.OWED_FIRST_WAIT * 2**owed.tries, limits.OWED_LONGEST_WAIT)
        if isinstance(error, BusyChannelError):
            wait = limits.BUSY_SECONDS
        if isinstance(error, UnreachableError):
            wait += limits.UNREACHABLE_SECONDS  # For so long it is remembered that the site is away.
        await self._work_store.put_off([owed.message], due=self._now() + timedelta(seconds=wait), tried=True)
        return True

    def _has_patience(self, owed: Owed) -> bool:
        """Whether an answer is tried again that could not be read: some times at least, and for some minutes."""
        age = self._now() - time_of(owed.message)
        return owed.tries < limits.OWED_TRIES or age < timedelta(seconds=limits.OWED_PATIENCE_SECONDS)

    async def _remember(self, owed: Owed, error: DeliveryError) -> None:
        log.warning("the answer to %s in %s was not taken: %s", owed.message, owed.channel, error.reason or error)
        if isinstance(error, GoneError) and not error.reason:
            return
        self._metrics.count("refused")
        await self._work_store.refused(
            Refusal(owed.message, owed.channel, owed.guild, error.reason or error.sentence, self._now())
        )

    async def _settle(self, messages: Sequence[int]) -> None:
        await self._work_store.settle(messages)
