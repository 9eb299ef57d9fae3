"""`/why`: asks the gates again for a message and says which one stopped it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.briefing.limiter import Limiter
from bot.briefing.metered_desk import MeteredDesk
from bot.domain.chat.links import host_of
from bot.domain.chat.view import escape
from bot.domain.values.records import AnswerKind
from bot.domain.values.wish import EngineName, Wish
from bot.errors import LimitReachedError, NutgrafError
from bot.guilds.domains import denies
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.marking import to_say
from bot.i18n.words import Words
from bot.messages.answers.composing import jump_link
from bot.messages.gathering import asker_of, asks_of
from bot.messages.posts.gates import Stop, stopped_by
from bot.messages.posts.post import Findings, Post, Trigger, look_into
from bot.messages.posts.refusals import fields_of
from bot.ports import Delivery, Store, WorkStore
from config.guild import GuildSettings

ANSWERED = to_say("It was answered: {link}")
REFUSED = to_say("Discord did not take my answer to it. Its own words: {reason}")
WAITS = to_say("It is waiting for its answer.")
WOULD_BE = to_say("It would be answered now.")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `/why` finds: the gate that stopped a message, None where none does, and a template with its fields."""

    stop: Stop | None
    template: str
    fields: dict[str, object]

    def sentence(self, words: Words) -> str:
        """The verdict in somebody's language."""
        return words.say(self.template, **self.fields)


class Why:
    """Replays the gates for a message in a server. It reads the page, and asks no model.

    Args:
        metered_desk: reads pages.
        store: knows what was answered.
        work_store: knows what is owed, and what Discord refused.
        settings_cache: the servers' settings.
        limiter: knows how often is answered.
        delivery: knows the bot's permissions.
        now: the time in UTC.
        reads_messages: whether the bot reads messages that do not mention it.
    """

    def __init__(
        self,
        *,
        metered_desk: MeteredDesk,
        store: Store,
        work_store: WorkStore,
        settings_cache: SettingsCache,
        limiter: Limiter,
        delivery: Delivery,
        now: Callable[[], datetime],
        reads_messages: bool,
    ) -> None:
        self._metered_desk = metered_desk
        self._store = store
        self._work_store = work_store
        self._settings_cache = settings_cache
        self._limiter = limiter
        self._delivery = delivery
        self._now = now
        self._reads_messages = reads_messages

    async def explain(self, post: Post, words: Words) -> Explanation:
        """Why a message got no answer, or would get one now.

        Args:
            post: a message; one that nobody posted yet has the id 0.
            words: the asker's language, for the sentences within the verdict.

        Raises:
            StorageError: the database did not answer.
        """
        told = await self._by_records(post) if post.id else None
        if told is not None:
            return told
        settings = await self._settings_cache.settings(post.guild)
        findings = look_into(post)
        stop = stopped_by(post, findings, settings, opted_out=self._settings_cache.opted_out, trigger=Trigger.WATCH)
        if stop is not None:
            return _stopped(stop, **fields_of(findings))
        if not self._reads_messages:
            return _stopped(Stop.INTENT)
        lacking = self._delivery.lacks(post.channel)
        if lacking:
            return _stopped(Stop.PERMISSION, permissions=", ".join(words.say(name) for name in lacking))
        return await self._by_reading(post, findings, settings, words)

    async def _by_records(self, post: Post) -> Explanation | None:
        """What became of the answer, None where nothing is known of any."""
        for answer in await self._store.answers_to([post.id]):
            if answer.kind is AnswerKind.DISMISSED:
                return _stopped(Stop.DISMISSED)
            if answer.kind is not AnswerKind.REMOVED:
                return Explanation(None, ANSWERED, {"link": jump_link(answer.guild, answer.channel, answer.id)})
        refusal = await self._work_store.refusal_of(post.id)
        if refusal is not None:
            return Explanation(None, REFUSED, {"reason": escape(refusal.reason)})
        return Explanation(None, WAITS, {}) if await self._work_store.still_owed([post.id]) else None

    async def _by_reading(self, post: Post, findings: Findings, settings: GuildSettings, words: Words) -> Explanation:
        asker = replace(asker_of(post), message=0)
        wish = Wish(length=settings.length, language=settings.language)
        limited = await self._limiter.would_stop(asker, settings) is not None
        try:
            first = (await asks_of(findings, settings))[0]
            served = await self._metered_desk.peek(first.source, wish)
            if served is None and limited:
                return _stopped(Stop.LIMIT)
            if served is None:
                by_rules = Wish(length=settings.length, engine=EngineName.BUILTIN)
                served = (await self._metered_desk.brief(first.source, by_rules, asker, settings)).served
        except LimitReachedError:
            return _stopped(Stop.LIMIT)
        except NutgrafError as error:
            return _stopped(Stop.UNREADABLE, reason=words.error(error))
        # What is remembered of a page may have been read before its domain was denied.
        host = host_of(served.brief.article.url or "")
        if denies(host, settings):
            return _stopped(Stop.DOMAIN, domain=escape(host))
        since = self._now() - timedelta(hours=settings.repeat_hours)
        earlier = await self._store.earlier_answer(post.channel, served.content, since=since)
        if earlier is not None and settings.repeat_hours:
            return _stopped(Stop.REPEAT, link=jump_link(earlier.guild, earlier.channel, earlier.id))
        return Explanation(None, WOULD_BE, {})


def _stopped(stop: Stop, **fields: object) -> Explanation:
    return Explanation(stop, stop.template, fields)
