"""What an answer to a message shows: the briefs of what the message holds, as parts of the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import Item, MeteredDesk
from bot.domain.chat.links import FoundLink
from bot.domain.values.records import AnswerKind
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.wish import Wish
from bot.errors import BusyError, NutgrafError, UnreachableError
from bot.messages.answers.answer import Answer
from bot.messages.answers.part import AnswerPart, part_of
from bot.messages.posts.gates import permitted
from bot.messages.posts.post import File, Findings, Post, Trigger
from bot.ports import Delivery, Store
from config import limits
from config.guild import GuildSettings, Style


@dataclass(frozen=True, slots=True)
class Ask:
    """A source to be briefed, hidden where its message hides it."""

    source: Source
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many links a message has, and how many of them have no brief."""

    links: int = 0
    count: int = 0


NOTHING_LEFT = LeftOut()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The briefs of a message, why others failed, and how many of its links are without one."""

    items: tuple[Item, ...] = ()
    faults: tuple[NutgrafError, ...] = ()
    left: LeftOut = NOTHING_LEFT

    @property
    def broken_off(self) -> tuple[NutgrafError, ...]:
        """Faults that pass and lie with the bot: what it reads with was stopped, or did not answer."""
        return tuple(fault for fault in self.faults if fault.passes and not isinstance(fault, UnreachableError))

    def worth_waiting(self, *, patient: bool) -> NutgrafError | None:
        """The fault for which an answer is worth putting off; a site that is away keeps no other brief waiting."""
        if patient and self.broken_off:
            return self.broken_off[0]
        passing = (fault for fault in self.faults if (fault.passes if patient else isinstance(fault, BusyError)))
        return None if self.items else next(passing, None)


class Gathering:
    """Gathers what an answer shows.

    Args:
        metered_desk: gives briefs.
        store: knows what was briefed in a channel before.
        delivery: knows which channels hide what is posted in them.
        now: the time in UTC.
    """

    def __init__(
        self, *, metered_desk: MeteredDesk, store: Store, delivery: Delivery, now: Callable[[], datetime]
    ) -> None:
        self._metered_desk = metered_desk
        self._store = store
        self._delivery = delivery
        self._now = now

    async def briefs(
        self,
        post: Post,
        findings: Findings,
        settings: GuildSettings,
        asker: Asker | None = None,
        *,
        most: int = limits.LINKS_PER_MESSAGE,
    ) -> Gathered:
        """The briefs of a message, why others failed, and how many of its links are without one."""
        wish = Wish(length=settings.length, language=settings.language)
        asker = asker or asker_of(post)
        hidden = await self._delivery.hides(post.channel)
        try:
            asks = await asks_of(findings, settings)
        except NutgrafError as error:
            return Gathered(faults=(error,))
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
        return Gathered(items, faults, LeftOut(links, left) if links else NOTHING_LEFT)

    async def parts(
        self, answer: Answer, items: Sequence[Item], trigger: Trigger, settings: GuildSettings
    ) -> list[AnswerPart]:
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

    async def unrepeated(self, answer: Answer, parts: list[AnswerPart]) -> list[AnswerPart]:
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


def asker_of(post: Post, *, was_put_off: bool = False) -> Asker:
    """For whom the brief of a message is counted that nobody asked for by name."""
    user = post.author if post.counted_as is None else post.counted_as
    return Asker(user, post.channel, post.guild, post.id, is_bot=post.is_bot, was_put_off=was_put_off)


def in_thread(post: Post, settings: GuildSettings) -> bool:
    """Whether the answer to a message stands in a thread."""
    return settings.style is Style.THREAD and post.parent is None and post.guild is not None
