"""Builds what speaks through a client: the metered desk, answering and `/why`. A worker builds the same on its own."""

from dataclasses import dataclass

from bot.briefing.limiter import Limiter
from bot.briefing.metered_desk import MeteredDesk
from bot.messages.answering import Answering
from bot.messages.answers.delivering import Deliverer
from bot.messages.answers.turns import Turns
from bot.messages.following import Following
from bot.messages.gathering import Gathering
from bot.messages.recent import RecentMessages
from bot.messages.signs import Signs
from bot.messages.why import Why
from bot.ports import Delivery
from cogs.shared.parts import Parts
from config import limits


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingParts:
    """The parts that need a way into Discord.

    Attributes:
        limiter: knows how often is answered.
        metered_desk: gives briefs to members.
        answering: answers messages.
        following: lets answers follow what becomes of their messages.
        signs: show why there is no brief.
        why: replays the gates for a message.
    """

    limiter: Limiter
    metered_desk: MeteredDesk
    answering: Answering
    following: Following
    signs: Signs
    why: Why


def speaking_parts(parts: Parts, delivery: Delivery, *, reads_messages: bool) -> SpeakingParts:
    """The parts on a delivery; `reads_messages` says whether messages are read that do not mention the bot."""
    limiter = Limiter(cache=parts.cache, store=parts.store, now=parts.now)
    metered_desk = MeteredDesk(
        desk=parts.desk,
        limiter=limiter,
        budget=parts.budget,
        store=parts.store,
        delivery=delivery,
        catalogues=parts.catalogues,
        now=parts.now,
        has_model=parts.has_model,
    )
    deliverer = Deliverer(
        delivery=delivery,
        store=parts.store,
        metered_desk=metered_desk,
        settings_cache=parts.settings_cache,
        catalogues=parts.catalogues,
        now=parts.now,
    )
    signs = Signs(delivery, seconds=limits.SIGN_SECONDS)
    gathering = Gathering(metered_desk=metered_desk, store=parts.store, delivery=delivery, now=parts.now)
    turns = Turns(deliverer=deliverer, store=parts.store, cache=parts.cache)
    recent = RecentMessages(parts.cache)
    following = Following(
        metered_desk=metered_desk,
        gathering=gathering,
        deliverer=deliverer,
        turns=turns,
        store=parts.store,
        settings_cache=parts.settings_cache,
        recent=recent,
        now=parts.now,
    )
    answering = Answering(
        gathering=gathering,
        deliverer=deliverer,
        turns=turns,
        store=parts.store,
        settings_cache=parts.settings_cache,
        recent=recent,
        delivery=delivery,
        signs=signs,
        catalogues=parts.catalogues,
        metrics=parts.metrics,
        now=parts.now,
    )
    why = Why(
        metered_desk=metered_desk,
        store=parts.store,
        work_store=parts.work_store,
        settings_cache=parts.settings_cache,
        limiter=limiter,
        delivery=delivery,
        now=parts.now,
        reads_messages=reads_messages,
    )
    return SpeakingParts(
        limiter=limiter, metered_desk=metered_desk, answering=answering, following=following, signs=signs, why=why
    )
