"""Asks the desk for briefs in somebody's name: within the limits of a server, and with its usage written down."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.behalf import on_behalf_of
from bot.briefing.budget import Budget, Reservation
from bot.briefing.cache_keys import source_hash
from bot.briefing.limiter import Asker, Limited, Limiter
from bot.domain.chat.links import host_of
from bot.domain.chat.view import Text, View, escape
from bot.domain.values.brief import Served
from bot.domain.values.records import UsageRecord
from bot.domain.values.source import Link, Source
from bot.domain.values.usage import Usage
from bot.domain.values.wish import EngineName, Wish
from bot.errors import BusyChannelError, LimitReachedError, NutgrafError, StorageError, UnexpectedError, UnreadableError
from bot.guilds.domains import DENIED, permits
from bot.i18n.catalogues import Catalogues
from bot.i18n.marking import to_say
from bot.ports import Briefer, Delivery, Progress, Store
from config.guild import GuildSettings

log = logging.getLogger(__name__)

DAY_SPENT = to_say("this server's budget for today is spent")
OPERATOR_SPENT = to_say("my budget for a model is spent for today")
"""The notes of briefs that the built-in engine wrote because of a budget."""


@dataclass(frozen=True, slots=True)
class Item:
    """A brief for an answer.

    Attributes:
        served: the brief.
        wish: what was asked of it.
        spoiler: whether it is hidden until clicked.
        notes: templates of sentences for its footer.
    """

    served: Served
    wish: Wish
    spoiler: bool = False
    notes: tuple[str, ...] = ()


class MeteredDesk:
    """Gives briefs to members of servers.

    Args:
        desk: reads and writes.
        limiter: knows how often is answered.
        budget: the operator's bounds on what a model writes.
        store: keeps what was used.
        delivery: brings a word to admins.
        catalogues: the words of that.
        now: the time in UTC.
        has_model: whether a model writes, so that budgets mean something.
    """

    def __init__(
        self,
        *,
        desk: Briefer,
        limiter: Limiter,
        budget: Budget,
        store: Store,
        delivery: Delivery,
        catalogues: Catalogues,
        now: Callable[[], datetime],
        has_model: bool,
    ) -> None:
        self._desk = desk
        self._limiter = limiter
        self._budget = budget
        self._store = store
        self._delivery = delivery
        self._catalogues = catalogues
        self._now = now
        self._has_model = has_model

    async def brief(
        self,
        source: Source,
        wish: Wish,
        asker: Asker,
        settings: GuildSettings,
        *,
        spoiler: bool = False,
        progress: Progress | None = None,
        fresh: bool = False,
    ) -> Item:
        """The brief of a source. What is cached is free; all else counts against the limits.

        Raises:
            LimitReachedError: a limit of a minute is reached.
            NutgrafError: as `Desk.brief`.
        """
        if not fresh and (served := await self._desk.peek(source, wish)) is not None:
            await self._record(asker, served)
            return _item(served, wish, settings, spoiler=spoiler)
        await self._take(asker, settings, of=source_hash(source))
        wish, notes, reserved = await self._within_budget(wish, asker, settings)
        try:
            with on_behalf_of(asker.behalf):
                served = await self._desk.brief(source, wish, progress=progress, fresh=fresh)
        except NutgrafError as error:
            await self._record_fault(asker, error, reserved)
            raise
        await self._record(asker, served, reserved)
        return _item(served, wish, settings, spoiler=spoiler, notes=notes)

    async def recall(
        self, key: str, wish: Wish, asker: Asker, settings: GuildSettings, *, progress: Progress | None = None
    ) -> Item | None:
        """The brief of an article that was read before, by another wish; None when it is not remembered any more.

        Raises:
            LimitReachedError: a limit of a minute is reached.
            NutgrafError: as `Desk.recall`.
        """
        served = await self._desk.recall(key, wish, write=False)
        notes: tuple[str, ...] = ()
        reserved: Reservation | None = None
        if served is None:
            await self._take(asker, settings, of=key)
            wish, notes, reserved = await self._within_budget(wish, asker, settings)
            try:
                with on_behalf_of(asker.behalf):
                    served = await self._desk.recall(key, wish, progress=progress)
            except NutgrafError as error:
                await self._record_fault(asker, error, reserved)
                raise
        if served is None:
            await self._settle(reserved, Usage())
            return None
        await self._record(asker, served, reserved)
        return Item(served, wish, notes=notes)

    async def remembered(self, key: str, wish: Wish) -> Item | None:
        """What was written of an article before, by this wish or by rules; it costs nothing and reads nothing."""
        for asked in (wish, replace(wish, engine=EngineName.BUILTIN)):
            served = await self._desk.recall(key, asked, write=False)
            if served is not None:
                return Item(served, asked)
        return None

    async def again(self, key: str, url: str | None, wish: Wish, asker: Asker, settings: GuildSettings) -> Item:
        """The brief of an article that an answer shows anew: as it was written, else written now, else from its page.

        No limit of a minute forbids what was given before; the budget of a day holds.

        Raises:
            NutgrafError: as `Desk.brief`.
        """
        item = await self.remembered(key, wish)
        if item is not None:
            return item
        wish, notes, reserved = await self._within_budget(wish, asker, settings)
        try:
            with on_behalf_of(asker.behalf):
                served = await self._desk.recall(key, wish)
                if served is None and url is not None:
                    served = await self._desk.brief(Link(url), wish)
            if served is None:
                raise UnreadableError
        except NutgrafError as error:
            await self._record_fault(asker, error, reserved)
            raise
        await self._record(asker, served, reserved)
        return _item(served, wish, settings, spoiler=False, notes=notes)

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """The cached brief of a source. Raises the NutgrafError that is remembered of it."""
        return await self._desk.peek(source, wish)

    async def all(self, asked: Sequence[Awaitable[Item]]) -> tuple[tuple[Item, ...], tuple[NutgrafError, ...]]:
        """Several briefs at once: those that came, and why the others did not. No part takes the others down."""
        results = await asyncio.gather(*asked, return_exceptions=True)
        items, faults = [], []
        for result in results:
            if isinstance(result, NutgrafError):
                faults.append(result)
            elif isinstance(result, Exception):
                number = secrets.token_hex(4)
                log.error("unexpected error %s in a part of an answer", number, exc_info=result)
                faults.append(UnexpectedError(number=number))
            elif isinstance(result, BaseException):
                raise result
            else:
                items.append(result)
        return tuple(items), tuple(faults)

    async def _take(self, asker: Asker, settings: GuildSettings, *, of: str) -> None:
        limited = await self._limiter.take(asker, settings, of=of)
        if limited is Limited.CHANNEL:
            raise BusyChannelError
        if limited is not None:
            raise LimitReachedError("That is enough for this minute here; try again in a moment.")

    async def _within_budget(
        self, wish: Wish, asker: Asker, settings: GuildSettings
    ) -> tuple[Wish, tuple[str, ...], Reservation | None]:
        """The wish as the budgets of the server and of the operator allow it, and the brief that is counted for it."""
        if not self._has_model or wish.engine is EngineName.BUILTIN:
            return wish, (), None
        by_rules = replace(wish, engine=EngineName.BUILTIN)
        if asker.guild is not None and await self._limiter.is_day_spent(asker.guild, settings):
            await self._tell_of_spent_day(asker.guild, settings, self._now().date())
            return by_rules, (DAY_SPENT,), None
        reserved = await self._budget.reserve(asker)
        return (wish, (), reserved) if reserved is not None else (by_rules, (OPERATOR_SPENT,), None)

    async def _settle(self, reserved: Reservation | None, usage: Usage) -> None:
        if reserved is None:
            return
        try:
            await self._budget.settle(reserved, usage)
        except StorageError:
            log.exception("what a brief cost could not be counted", extra={"cost": usage.cost})

    async def _tell_of_spent_day(self, guild: int, settings: GuildSettings, today: date) -> None:
        notice = f"budget:{guild}:{today}"
        if not await self._store.claim(notice):
            return
        words = self._catalogues.words(settings.language)
        sentence = words.say(
            "The budget of your server for today is spent. Until midnight (UTC) I brief by rules, without the model; "
            "cached briefs stay as they are. Change it with /config limits, see /usage for what was used."
        )
        try:
            await self._delivery.tell_admins(guild, View((Text(sentence),)))
            await self._store.finish(notice)
        except NutgrafError as error:
            log.warning("the admins of %s could not be told of the spent budget: %s", guild, error)

    async def _record(self, asker: Asker, served: Served, reserved: Reservation | None = None) -> None:
        paid = served.cached_at is None and not served.shared
        cost = served.brief.usage if paid else Usage()
        await self._settle(reserved, cost)
        await self._keep(asker, cost, briefs=int(paid), model_briefs=int(cost.calls > 0), hits=int(not paid))

    async def _record_fault(self, asker: Asker, error: NutgrafError, reserved: Reservation | None) -> None:
        """A fault that came after a model had answered is paid for too."""
        await self._settle(reserved, error.usage)
        if error.usage.calls:
            await self._keep(asker, error.usage)

    async def _keep(self, asker: Asker, cost: Usage, *, briefs: int = 0, model_briefs: int = 0, hits: int = 0) -> None:
        record = UsageRecord(
            guild=asker.guild or 0,
            channel=asker.channel if asker.guild is not None else 0,
            day=self._now().date(),
            briefs=briefs,
            model_briefs=model_briefs,
            hits=hits,
            tokens_in=cost.tokens_in,
            tokens_out=cost.tokens_out,
            cost=cost.cost,
        )
        try:
            await self._store.record_usage(record)
        except StorageError:
            # The brief is there and is given; what it cost is in the metrics and the log.
            log.exception("usage could not be recorded", extra={"guild": asker.guild, "cost": cost.cost})


def _item(served: Served, wish: Wish, settings: GuildSettings, *, spoiler: bool, notes: tuple[str, ...] = ()) -> Item:
    """A brief for an answer; none of a page whose own domain is not answered, whatever led there.

    Raises UnreadableError.
    """
    url = served.brief.article.url
    host = host_of(url or "")
    if url is not None and not permits(host, settings):
        raise UnreadableError(DENIED, domain=escape(host))
    return Item(served, wish, spoiler, notes)
