"""What becomes of answers: they follow edits and deletions, are dismissed, refreshed and forgotten.

Each entry point takes what happened, loads the answers that it concerns, asks them for a transition, and lets
`bot.messages.answers.delivering` carry it out. Each may be called twice for the same event, by one process or several.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item, MeteredDesk
from bot.domain.values.source import Link
from bot.errors import DeliveryError, NutgrafError
from bot.guilds.settings_cache import SettingsCache
from bot.messages.answers.answer import Answer
from bot.messages.answers.delivering import Deliverer, Through
from bot.messages.answers.effects import Tell
from bot.messages.answers.part import AnswerPart, part_of
from bot.messages.answers.records import answers_of
from bot.messages.answers.turns import Turns
from bot.messages.gathering import Gathering, in_thread
from bot.messages.owing.answered_channels import AnsweredChannels
from bot.messages.posts.gates import is_watched, stopped_by
from bot.messages.posts.post import Findings, Post, Trigger
from bot.messages.recent import RecentMessages
from bot.ports import Store
from config import limits
from config.guild import GuildSettings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of a member's answers: how many are gone, and how many Discord has yet to delete."""

    gone: int = 0
    left: int = 0


class Following:
    """Lets answers follow what becomes of their messages, and of themselves.

    Args:
        metered_desk: reads articles anew.
        gathering: gathers what an answer shows.
        deliverer: carries out what happens to answers.
        turns: what concerns one message takes turns over all processes.
        store: remembers answers.
        settings_cache: the servers' settings.
        recent: remembers messages for a while.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        metered_desk: MeteredDesk,
        gathering: Gathering,
        deliverer: Deliverer,
        turns: Turns,
        store: Store,
        settings_cache: SettingsCache,
        recent: RecentMessages,
        now: Callable[[], datetime],
    ) -> None:
        self._metered_desk = metered_desk
        self._gathering = gathering
        self._deliverer = deliverer
        self._turns = turns
        self._store = store
        self._settings_cache = settings_cache
        self._recent = recent
        self._now = now
        self._answered = AnsweredChannels(store)

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

    async def concerns(self, post: Post) -> bool:
        """Whether an edit of a message can matter: its channel is watched, or there are answers in it."""
        settings = await self._settings_cache.settings(post.guild)
        return is_watched(post, settings) or await self._answered.may_hold(post.guild, post.channel)

    def heard_own(self, guild: int | None, channel: int) -> None:
        """The bot has written in a channel: there may be an answer from now on."""
        self._answered.heard_own(guild, channel)

    async def deleted(self, messages: Collection[int], *, place: tuple[int | None, int] | None = None) -> None:
        """Messages are gone: answers to them go too, and what was an answer counts as dismissed.

        `place` is their server and channel, where they are known: without an answer there nothing is asked.
        """
        self._recent.deleted(messages)
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
            gone = [each.location.message for each in answer.deletions if each.location.channel == channel]
            await self._turns.change(
                answer, Answer.dismissed if is_thread_of_its_own else Answer.source_deleted, gone=gone
            )

    async def dismissed(self, message: int) -> None:
        """An answer was taken away by its button: it stays away, with the thread or reply that belongs to it."""
        for answer in answers_of(await self._store.answer(message)):
            await self._turns.change(answer, Answer.dismissed, gone=[message])

    async def refreshed(
        self, answer: Answer, part: AnswerPart, asker: Asker, settings: GuildSettings, *, through: Through
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
            return await self._recent.asks_anew(post, findings)

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
        await self._recent.heard(post, findings)
        items: Sequence[Item] = ()
        if stop is None:
            most = limits.LINKS_PER_MESSAGE if answer.is_reply else 1
            gathered = await self._gathering.briefs(post, findings, settings, most=most)
            if gathered.broken_off:
                raise gathered.broken_off[0]
            items = gathered.items
            if answer.is_reply:
                answer = replace(answer, asked=gathered.left.links, left=gathered.left.count)
        async with self._turns.articles(post.channel, {item.served.content for item in items}):
            parts = await self._gathering.parts(answer, items, asked_by, settings)
            opens = in_thread(post, settings) and answer.is_reply
            change = answer.edited(findings.fingerprint, parts, in_thread=opens)
            try:
                tells += await self._turns.tells_of(await self._deliverer.carry_out(answer, change, items))
            except DeliveryError as error:
                log.warning("an answer in %s could not be changed: %s", answer.channel, error)


def _is_older(post: Post, settings: GuildSettings) -> bool:
    """Whether a message is older than the watching of its channel."""
    watching = settings.watched_at(post.channel, post.parent, post.category)
    return watching is not None and post.id < watching.since
