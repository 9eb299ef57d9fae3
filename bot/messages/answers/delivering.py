"""Carries out what the transitions of an answer ask for: in Discord first, then on record.

What Discord refuses to delete is kept and tried again; a message that is gone already is no fault. Whatever breaks off
the work, doing it again gives the same: replies carry nonces, and of two answers to one message the first kept wins.
"""

import logging
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item, MeteredDesk
from bot.domain.chat.view import View
from bot.domain.values.records import DeletionRecord
from bot.domain.values.work import time_of
from bot.errors import DeliveryError, GoneError, NutgrafError, PassingRefusalError
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.catalogues import Catalogues
from bot.messages.answers.answer import Answer, Change
from bot.messages.answers.composing import show, show_headlines, thread_name
from bot.messages.answers.effects import Delete, Edit, Follow, Forget, Keep, Send, Tell, TellPointers
from bot.messages.answers.part import Location, part_of
from bot.messages.answers.records import answers_of, quotes_of, records_of
from bot.ports import Delivery, Store
from config import limits

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Through:
    """How an answer is posted and edited where that is not done as a reply: by an interaction.

    `post` gives the id of the message that it made.
    """

    post: Callable[[View], Awaitable[int]] | None = None
    edit: Callable[[View], Awaitable[None]] | None = None


@dataclass(slots=True)
class Outcome:
    """What came of a change.

    Attributes:
        answer: the answer as it stands.
        tells: what others are told who point to its briefs, when no turn is held.
        refused: how many deletions Discord refused, which are tried again.
    """

    answer: Answer
    tells: list[Tell] = field(default_factory=list)
    refused: int = 0


class Deliverer:
    """Carries out changes of answers.

    Args:
        delivery: puts messages into Discord.
        store: remembers answers.
        metered_desk: gives again the brief of a part that is shown anew.
        settings_cache: the servers' settings.
        catalogues: the bot's words.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        delivery: Delivery,
        store: Store,
        metered_desk: MeteredDesk,
        settings_cache: SettingsCache,
        catalogues: Catalogues,
        now: Callable[[], datetime],
    ) -> None:
        self._delivery = delivery
        self._store = store
        self._metered_desk = metered_desk
        self._settings_cache = settings_cache
        self._catalogues = catalogues
        self._now = now

    async def carry_out(
        self,
        before: Answer,
        change: Change,
        items: Iterable[Item] = (),
        *,
        through: Through = Through(),  # It is frozen.
        gone: Collection[int] = (),
    ) -> Outcome:
        """Do what a change of `before` asks for.

        Args:
            before: the answer as it was.
            change: what a transition gave.
            items: the briefs at hand; those of other parts are had again where they are shown.
            through: how to post and edit, by default as a reply.
            gone: messages that are known to be deleted.

        Raises:
            DeliveryError: Discord did not take a new answer or an edit; nothing is recorded then.
            StorageError: the database does not answer.
        """
        outcome = Outcome(change.answer)
        at_hand = {item.served.content: item for item in items}
        for number, effect in enumerate(change.effects):
            match effect:
                case Send(in_thread):
                    outcome.answer = await self._post(outcome.answer, at_hand, through, in_thread=in_thread)
                case Edit(rename):
                    shown, other = await self._edit(outcome.answer, at_hand, through, rename=rename)
                    if other is not None:
                        # Who is to be told of this change is told, too, where another takes its place.
                        tells = tuple(
                            left for left in change.effects[number:] if isinstance(left, TellPointers | Follow)
                        )
                        other = replace(other, effects=other.effects + tells)
                        return await self.carry_out(shown, other, at_hand.values(), through=through, gone=gone)
                    outcome.answer = shown
                case Keep():
                    outcome.answer = await self._keep(before, outcome.answer, at_hand)
                case Delete():
                    outcome.refused += not await self._delete(effect, before.id, gone)
                case Forget(id_):
                    await (self._store.remove_answers if outcome.refused else self._store.forget_answers)([id_])
                case TellPointers() | Follow():
                    outcome.tells.append(effect)
        return outcome

    async def delete_again(self, deletion: DeletionRecord) -> None:
        """Try a deletion again that Discord refused before, some weeks long; then it is given up."""
        effect = Delete(Location(deletion.channel, deletion.message), thread=deletion.thread)
        if not await self._try_to_delete(effect) and deletion.tries < limits.DELETION_TRIES:
            wait = min(limits.DELETION_SECONDS * 2**deletion.tries, limits.DELETION_LONGEST_SECONDS)
            due = self._now() + timedelta(seconds=wait)
            await self._store.keep_deletion(replace(deletion, tries=deletion.tries + 1, due=due))
        else:
            await self._store.deletion_done(deletion.message)

    # --- posting ----------------------------------------------------------------------------------------------------

    async def _post(self, answer: Answer, items: dict[str, Item], through: Through, *, in_thread: bool) -> Answer:
        view = await self._view(answer, items)
        if through.post is not None:
            return answer.posted(Location(answer.channel, await through.post(view)))
        place = answer.source_channel or answer.channel
        if not in_thread or not self._delivery.opens_threads(place):
            return answer.posted(Location(place, await self._reply(answer, place, view)))
        words = self._catalogues.words(answer.locale)
        head = await self._reply(answer, place, show_headlines(answer, items, words))
        first = await self._store.keep_first(records_of(answer.posted(Location(place, head), head=head)))
        if first[0].id != head:
            return await self._withdrawn(place, head, answers_of(first)[0])
        try:
            thread = await self._delivery.open_thread(place, head, thread_name(answer, words))
            id_ = await self._delivery.send(thread, view, nonce=_nonce("t", answer))
        except DeliveryError as error:
            log.info("no thread in %s, so the brief stands in the reply: %s", place, error)
            await self._delivery.edit(place, head, view)
            return answer.posted(Location(place, head))
        return answer.posted(Location(thread, id_), head=head)

    async def _reply(self, answer: Answer, place: int, view: View) -> int:
        source = answer.source or 0
        if (posted := await self._posted_before(place, source, view)) is not None:
            return posted
        try:
            return await self._delivery.reply(place, source, view, nonce=_nonce("n", answer))
        except GoneError as error:
            if error.reason:
                raise
            # Discord holds a nonce for some minutes, and with it an answer that was deleted meanwhile.
            return await self._delivery.reply(place, source, view, nonce=_nonce("m", answer))

    async def _posted_before(self, place: int, source: int, view: View) -> int | None:
        """What a process posted that died before it noted it, where that is so long ago that no nonce holds another."""
        if self._now() - time_of(source) <= timedelta(seconds=limits.NONCE_SECONDS):
            return None
        try:
            return await self._delivery.own_reply(place, source, view)
        except PassingRefusalError:
            raise
        except DeliveryError:
            return None  # Whatever keeps the bot from looking keeps it from replying too, and is told then.

    async def _withdrawn(self, place: int, posted: int, first: Answer) -> Answer:
        """Another process answered first: what this one posted beside it goes."""
        if posted not in {first.id, first.head}:
            await self._delete(Delete(Location(place, posted)), posted)
        return first

    async def _keep(self, before: Answer, answer: Answer, items: dict[str, Item]) -> Answer:
        whole = all(part.content in items for part in answer.briefs)
        quotes = quotes_of(answer, items.values()) if whole else None
        if before.id == 0 and answer.is_reply and answer.head is None:
            kept = answers_of(await self._store.keep_first(records_of(answer), quotes or ()))[0]
            if kept.id != answer.id:
                return await self._withdrawn(answer.channel, answer.id, kept)
            if kept.head is None:
                return kept
        instead = {id_ for id_ in (before.id, answer.head) if id_}
        await self._store.keep_answers(records_of(answer), quotes, instead_of=instead)
        return answer

    # --- editing ----------------------------------------------------------------------------------------------------

    async def _edit(
        self, answer: Answer, items: dict[str, Item], through: Through, *, rename: bool
    ) -> tuple[Answer, Change | None]:
        """Show the answer as it is now; gives it as it is shown, and what happened to it instead, if that cannot be."""
        answer, other = await self._complete(answer, items)
        if other is not None:
            return answer, other
        view = await self._view(answer, items)
        words = self._catalogues.words(answer.locale)
        try:
            if through.edit is not None:
                await through.edit(view)
            else:
                await self._delivery.edit(answer.channel, answer.id, view)
            if answer.head is not None and answer.head != answer.id and answer.briefs:
                place = answer.source_channel or answer.channel
                await self._delivery.edit(place, answer.head, show_headlines(answer, items, words))
        except GoneError as error:
            if error.reason:  # It is hidden from the bot, and stands.
                raise
            return answer, answer.dismissed()
        if rename and answer.head is not None:
            try:
                await self._delivery.rename_thread(answer.channel, thread_name(answer, words))
            except DeliveryError as error:
                log.info("the thread %s keeps its name: %s", answer.channel, error)
        return answer, None

    async def _complete(self, answer: Answer, items: dict[str, Item]) -> tuple[Answer, Change | None]:
        """Have the briefs again that are shown and not at hand.

        Gives the answer with what their pages say of themselves, and what happened to it, where a brief cannot be had
        or its page says something else now.
        """
        lost = set[str]()
        settings = await self._settings_cache.settings(answer.guild)
        asker = Asker(answer.poster, answer.source_channel or answer.channel, answer.guild)
        for part in answer.briefs:
            if part.content in items:
                continue
            try:
                item = await self._metered_desk.again(part.key, part.url, part.wish, asker, settings)
            except NutgrafError as error:
                log.info("the brief of %s cannot be had again: %s", part.key, error)
                lost.add(part.content)
                continue
            items[item.served.content] = item
            fresh = replace(part_of(item, part.trigger, part.created), wish=part.wish)
            if fresh.content != part.content:
                return answer, answer.refreshed(part.content, fresh)
            answer = answer.had_again(fresh)
        return answer, answer.lost(lost) if lost else None

    async def _view(self, answer: Answer, items: dict[str, Item]) -> View:
        settings = await self._settings_cache.settings(answer.guild)
        words = self._catalogues.words(answer.locale)
        return show(answer, items, words, now=self._now(), settings=settings)

    # --- deleting ---------------------------------------------------------------------------------------------------

    async def _delete(self, effect: Delete, answer: int, gone: Collection[int] = ()) -> bool:
        """Delete a message; what is refused is remembered. Gives whether it is gone."""
        if effect.location.message in gone and not effect.thread:
            return True
        if await self._try_to_delete(effect):
            return True
        due = self._now() + timedelta(seconds=limits.DELETION_SECONDS)
        location = effect.location
        await self._store.keep_deletion(
            DeletionRecord(location.message, location.channel, effect.thread, answer, 1, due)
        )
        return False

    async def _try_to_delete(self, effect: Delete) -> bool:
        try:
            if effect.thread:
                await self._delivery.delete_thread(effect.location.message)
            await self._delivery.delete(effect.location.channel, effect.location.message)
        except DeliveryError as error:
            log.warning("a message in %s was not deleted and is tried again: %s", effect.location.channel, error)
            return False
        return True


def _nonce(kind: str, answer: Answer) -> str:
    """At most 25 characters: a resend of this answer is the same, one to other links or into the thread is another."""
    return f"{kind}{answer.source}{answer.links[:4]}"
