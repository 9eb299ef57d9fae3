"""The metered desk: work counts against the limits and budgets of whoever asks; what is remembered is free."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.briefing.limiter import Asker
from bot.briefing.metered_desk import DAY_SPENT, OPERATOR_SPENT, Item, MeteredDesk
from bot.domain.values.records import UsageRecord
from bot.domain.values.source import Link, Source
from bot.domain.values.spending import Bounds, Scope
from bot.domain.values.usage import Usage
from bot.domain.values.wish import EngineName, Length, Wish
from bot.domain.values.work import id_at
from bot.errors import (
    BusyChannelError,
    DeliveryError,
    EngineError,
    LimitReachedError,
    NutgrafError,
    PaywallError,
    StorageError,
    UnexpectedError,
    UnreadableError,
)
from config import limits
from config.guild import GuildSettings, Limits
from tests.support.chat import ANA, GUILD, NEWS, NOW, Speaker, open_speaker

ASKER = Asker(ANA, NEWS, GUILD)
WISH = Wish()
LONGER = Wish(length=Length.LONG)
UNLIMITED = GuildSettings(limits=Limits(user_minute=None, channel_minute=None))


def desk(speaker: Speaker) -> MeteredDesk:
    """The desk of a speaker."""
    return speaker.speaking.metered_desk


async def used(speaker: Speaker) -> UsageRecord:
    """What the channel used today."""
    (record,) = await speaker.parts.store.usage(GUILD, since=NOW.date(), until=NOW.date())
    return record


async def briefs(speaker: Speaker, *, of: str = "harbour", settings: GuildSettings = UNLIMITED) -> Item:
    """A brief of a story."""
    return await desk(speaker).brief(Link(speaker.link(of)), WISH, ASKER, settings)


async def test_new_brief_is_counted_with_its_cost(modelled: Speaker) -> None:
    """What a model wrote is on the server's account, in the channel where it was asked for."""
    item = await briefs(modelled)
    assert not item.served.brief.is_by_rules
    record = await used(modelled)
    assert (record.channel, record.briefs, record.model_briefs, record.hits) == (NEWS, 1, 1, 0)
    assert (record.tokens_in, record.tokens_out, record.cost) == (100, 20, 0.5)
    assert (await modelled.parts.budget.today()).briefs == 1


async def test_brief_of_the_built_in_engine_is_no_model_brief(speaker: Speaker) -> None:
    """Without a model nothing counts against a budget of models."""
    await desk(speaker).brief(Link(speaker.link("harbour")), Wish(engine=EngineName.BUILTIN), ASKER, UNLIMITED)
    assert (await speaker.parts.budget.today()).briefs == 0


async def test_known_brief_is_free(modelled: Speaker) -> None:
    """A brief that is remembered meets no limit, costs nothing, and is counted as a hit."""
    await briefs(modelled)
    item = await briefs(modelled, settings=GuildSettings(limits=Limits(user_minute=0, channel_minute=0)))
    assert item.served.cached_at is not None
    record = await used(modelled)
    assert (record.briefs, record.hits, record.cost) == (1, 1, 0.5)
    assert len(modelled.fetcher.fetched) == 1


async def test_fresh_brief_is_read_again_and_paid(modelled: Speaker) -> None:
    """Reading anew is work, whatever is remembered."""
    await briefs(modelled)
    url = Link(modelled.link("harbour"))
    await desk(modelled).brief(url, WISH, ASKER, UNLIMITED, fresh=True)
    assert len(modelled.fetcher.fetched) == 2
    assert (await used(modelled)).briefs == 2
    with pytest.raises(LimitReachedError):
        await desk(modelled).brief(url, WISH, ASKER, GuildSettings(limits=Limits(user_minute=0)), fresh=True)


@pytest.mark.parametrize(
    ("most", "fault"),
    [(Limits(user_minute=1), LimitReachedError), (Limits(channel_minute=1), BusyChannelError)],
    ids=["user", "channel"],
)
async def test_limit_of_a_minute_stops_the_next_brief(
    modelled: Speaker, most: Limits, fault: type[NutgrafError]
) -> None:
    """A member is told to wait; a full channel is told apart, as its messages wait for the next minute."""
    settings = GuildSettings(limits=most)
    await briefs(modelled, settings=settings)
    with pytest.raises(fault):
        await briefs(modelled, of="mill", settings=settings)
    assert len(modelled.fetcher.fetched) == 1
    modelled.clock.ahead = timedelta(seconds=61)
    await briefs(modelled, of="mill", settings=settings)


async def test_one_message_is_counted_once_for_one_link(modelled: Speaker) -> None:
    """An answer that has to be tried again does not use up the minute of its member."""
    settings = GuildSettings(limits=Limits(user_minute=1))
    asker = replace(ASKER, message=next(modelled.chat.ids))
    modelled.fetcher.fault = PaywallError()
    for _ in range(3):
        with pytest.raises(PaywallError):
            await desk(modelled).brief(Link(modelled.link("harbour")), WISH, asker, settings)
    with pytest.raises(LimitReachedError):
        await desk(modelled).brief(Link(modelled.link("mill")), WISH, asker, settings)


# --- another wish -----------------------------------------------------------------------------------------------------


async def test_longer_brief_is_written_without_reading_again(modelled: Speaker) -> None:
    """The article is remembered: no request goes out, the model is asked once more and its cost is counted."""
    key = (await briefs(modelled)).served.key
    item = await desk(modelled).recall(key, LONGER, ASKER, UNLIMITED)
    assert item is not None
    assert (item.wish, len(modelled.engine.asked), len(modelled.fetcher.fetched)) == (LONGER, 2, 1)
    assert (item.served.key, item.served.brief.engine) == (key, modelled.engine.name)
    assert (await used(modelled)).model_briefs == 2
    again = await desk(modelled).recall(key, LONGER, ASKER, GuildSettings(limits=Limits(user_minute=0)))
    assert again is not None
    assert (await used(modelled)).hits == 1


async def test_longer_brief_counts_against_the_minute(modelled: Speaker) -> None:
    """Pressing a button that makes a model write is work like any other."""
    key = (await briefs(modelled)).served.key
    with pytest.raises(LimitReachedError):
        await desk(modelled).recall(key, LONGER, ASKER, GuildSettings(limits=Limits(user_minute=0)))
    assert len(modelled.engine.asked) == 1


async def test_two_briefs_of_one_message_count_twice_and_one_of_them_once(modelled: Speaker) -> None:
    """A message's limit is asked by article: what was counted for it is not counted when it is asked for again."""
    first, second = [(await briefs(modelled, of=name)).served.key for name in ("harbour", "mill")]
    one = GuildSettings(limits=Limits(user_minute=1, channel_minute=None))
    asker = replace(ASKER, message=id_at(NOW))
    for wish in (LONGER, Wish(length=Length.SHORT)):
        assert await desk(modelled).recall(first, wish, asker, one) is not None
    with pytest.raises(LimitReachedError, match=r"^That is enough for this minute here; try again in a moment\.$"):
        await desk(modelled).recall(second, LONGER, asker, one)


async def test_article_that_was_forgotten_gives_back_what_was_counted(modelled: Speaker) -> None:
    """Nothing was written, so no budget has less."""
    assert await desk(modelled).recall("0" * 32, LONGER, ASKER, UNLIMITED) is None
    assert (await modelled.parts.budget.today()).briefs == 0


async def test_model_that_fails_is_paid_all_the_same(modelled: Speaker) -> None:
    """A fault after the model has answered costs what the model took."""
    key = (await briefs(modelled)).served.key
    fault = EngineError()
    fault.usage = Usage(tokens_in=7, tokens_out=3, cost=0.25, calls=1)
    modelled.engine.fault = fault
    with pytest.raises(EngineError):
        await desk(modelled).recall(key, LONGER, ASKER, UNLIMITED)
    assert ((await used(modelled)).cost, (await used(modelled)).briefs) == (0.75, 1)
    with pytest.raises(EngineError):
        await desk(modelled).brief(Link(modelled.link("mill")), WISH, ASKER, UNLIMITED)
    assert (await used(modelled)).cost == 1.0
    assert (await modelled.parts.budget.today()).briefs == 3


async def test_what_is_remembered_is_given_and_nothing_written(modelled: Speaker) -> None:
    """A look at what is there asks no engine; what rules wrote stands in for what no model wrote."""
    url = Link(modelled.link("harbour"))
    by_rules = replace(WISH, engine=EngineName.BUILTIN)
    key = (await desk(modelled).brief(url, by_rules, ASKER, UNLIMITED)).served.key
    asked = len(modelled.builtin.asked)
    item = await desk(modelled).remembered(key, WISH)
    assert item is not None
    assert item.wish == by_rules
    assert await desk(modelled).remembered(key, LONGER) is None
    assert await desk(modelled).remembered("0" * 32, WISH) is None
    assert (len(modelled.engine.asked), len(modelled.builtin.asked)) == (0, asked)
    written = (await desk(modelled).brief(url, WISH, ASKER, UNLIMITED)).served
    item = await desk(modelled).remembered(key, WISH)
    assert item is not None
    assert (item.wish, item.served.brief.engine) == (WISH, written.brief.engine)


# --- shown again ------------------------------------------------------------------------------------------------------


async def test_brief_is_had_again_as_it_was_written(modelled: Speaker) -> None:
    """An edited answer shows its other brief as before, and neither limit nor budget is asked."""
    before = (await briefs(modelled)).served
    spent = GuildSettings(limits=Limits(user_minute=0, day_briefs=1))
    item = await desk(modelled).again(before.key, None, WISH, ASKER, spent)
    assert item.served.brief.summary == before.brief.summary
    assert not item.served.brief.is_by_rules
    assert item.notes == ()
    assert len(modelled.engine.asked) == 1


async def test_brief_is_written_again_from_its_article_or_else_its_page(modelled: Speaker) -> None:
    """What the cache has let go is written from the article; where that is gone too, the page is read."""
    key = (await briefs(modelled)).served.key
    settings = GuildSettings(limits=Limits(user_minute=0, channel_minute=0))
    item = await desk(modelled).again(key, modelled.link("harbour"), LONGER, ASKER, settings)
    assert (item.wish, len(modelled.fetcher.fetched)) == (LONGER, 1)
    await desk(modelled).again("0" * 32, modelled.link("mill"), WISH, ASKER, settings)
    assert len(modelled.fetcher.fetched) == 2
    assert (await used(modelled)).model_briefs == 3
    with pytest.raises(UnreadableError):
        await desk(modelled).again("0" * 32, None, WISH, ASKER, settings)
    assert (await modelled.parts.budget.today()).briefs == 3


async def test_page_that_cannot_be_had_again_gives_its_reason(modelled: Speaker) -> None:
    """And what was counted for it is given back."""
    modelled.fetcher.fault = PaywallError()
    with pytest.raises(PaywallError):
        await desk(modelled).again("0" * 32, modelled.link("harbour"), WISH, ASKER, UNLIMITED)
    assert (await modelled.parts.budget.today()).briefs == 0


# --- budgets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("most", [Limits(day_briefs=1), Limits(day_money=0.5)], ids=["briefs", "money"])
async def test_spent_day_of_a_server_is_briefed_by_rules(modelled: Speaker, most: Limits) -> None:
    """The brief says so, and the admins are told once a day, in their language."""
    settings = GuildSettings(language="de", limits=most)
    await briefs(modelled, settings=settings)
    for name in ("mill", "dam"):
        item = await briefs(modelled, of=name, settings=settings)
        assert (item.notes, item.served.brief.is_by_rules) == ((DAY_SPENT,), True)
    (told,) = modelled.chat.told
    assert "Mitternacht" in "\n".join(told.texts)
    assert (await used(modelled)).model_briefs == 1
    modelled.clock.ahead = timedelta(days=1)
    item = await briefs(modelled, of="tower", settings=settings)
    assert (item.notes, item.served.brief.is_by_rules) == ((), False)


async def test_admins_that_could_not_be_told_are_told_later(modelled: Speaker) -> None:
    """A refusal of Discord's is no reason to keep silent all day."""
    settings = GuildSettings(limits=Limits(day_briefs=0))
    modelled.chat.faults["tell_admins"] = [DeliveryError()]
    await briefs(modelled, settings=settings)
    assert modelled.chat.told == []
    modelled.clock.ahead = timedelta(seconds=limits.CLAIM_SECONDS + 1)
    await briefs(modelled, of="mill", settings=settings)
    assert len(modelled.chat.told) == 1


async def test_day_of_a_server_is_not_that_of_a_private_chat(modelled: Speaker) -> None:
    """Whoever asks in private is on no server's account."""
    asker = Asker(ANA, NEWS, None)
    item = await desk(modelled).brief(
        Link(modelled.link("harbour")), WISH, asker, GuildSettings(limits=Limits(day_briefs=0))
    )
    assert not item.served.brief.is_by_rules
    (record,) = await modelled.parts.store.usage(0, since=NOW.date(), until=NOW.date())
    assert (record.guild, record.channel, record.briefs) == (0, 0, 1)


@pytest.mark.parametrize("scope", ["all", "guild", "user"])
async def test_operators_budget_is_briefed_by_rules(database: str, scope: str) -> None:
    """What the operator pays for ends at his bound; the brief says so, and no admin is troubled."""
    async with open_speaker(database, has_model=True, bounds={Scope(scope): Bounds(briefs=1)}) as modelled:
        await spend(modelled)


async def spend(modelled: Speaker) -> None:
    """Ask for more briefs than the operator pays for."""
    metered = desk(modelled)
    first = await metered.brief(Link(modelled.link("harbour")), WISH, ASKER, UNLIMITED)
    second = await metered.brief(Link(modelled.link("mill")), WISH, ASKER, UNLIMITED)
    assert (first.notes, second.notes) == ((), (OPERATOR_SPENT,))
    assert second.served.brief.is_by_rules
    recalled = await metered.recall(first.served.key, LONGER, ASKER, UNLIMITED)
    assert recalled is not None
    assert recalled.notes == (OPERATOR_SPENT,)
    again = await metered.again(first.served.key, None, Wish(language="de"), ASKER, UNLIMITED)
    assert again.notes == (OPERATOR_SPENT,)
    assert modelled.chat.told == []


# --- what stays out ---------------------------------------------------------------------------------------------------


async def test_page_on_a_denied_domain_is_not_shown_whatever_led_there(modelled: Speaker) -> None:
    """A shortener is no way around the list of a server."""
    url = modelled.link("harbour")
    modelled.reader.leads[url] = "https://denied.example/harbour"
    settings = replace(UNLIMITED, deny=("denied.example",))
    for _ in range(2):  # Read, and then remembered.
        with pytest.raises(UnreadableError) as caught:
            await desk(modelled).brief(Link(url), WISH, ASKER, settings)
        assert caught.value.fields["domain"] == "denied.example"


async def test_part_that_fails_takes_no_other_down(modelled: Speaker) -> None:
    """A reason is told as it is, what nobody foresaw under a number, and a cancellation is no fault."""

    async def raises(fault: BaseException) -> Item:
        raise fault

    good = briefs(modelled)
    items, faults = await desk(modelled).all([raises(PaywallError()), good, raises(ZeroDivisionError("nobody's"))])
    assert len(items) == 1
    assert [type(fault) for fault in faults] == [PaywallError, UnexpectedError]
    assert len(str(faults[1].fields["number"])) == 8
    with pytest.raises(asyncio.CancelledError):
        await desk(modelled).all([raises(asyncio.CancelledError())])


class Unwritable:
    """A database that takes no account."""

    def __init__(self, speaker: Speaker) -> None:
        self.store = speaker.parts.store

    def __getattr__(self, name: str) -> object:
        """All else is the store's."""
        return getattr(self.store, name)

    async def record_usage(self, _: UsageRecord) -> None:
        """Fail."""
        raise StorageError


async def test_brief_is_given_though_it_could_not_be_counted(modelled: Speaker) -> None:
    """What was read and paid for is shown, whatever the database does afterwards."""
    metered = desk(modelled)
    broken = MeteredDesk(
        desk=modelled.parts.desk,
        limiter=modelled.speaking.limiter,
        budget=modelled.parts.budget,
        store=Unwritable(modelled),  # type: ignore[arg-type]  # A store but for one method.
        delivery=modelled.chat,
        catalogues=modelled.parts.catalogues,
        now=modelled.clock,
        has_model=True,
    )
    source: Source = Link(modelled.link("harbour"))
    item = await broken.brief(source, WISH, ASKER, UNLIMITED)
    assert await metered.peek(source, WISH) is not None
    assert item.served.brief.headline == "The harbour closes"


async def test_hits_of_the_cache_are_counted(modelled: Speaker) -> None:
    """`/status` and the metrics tell how much is remembered: a miss is none."""
    assert await desk(modelled).remembered("0" * 32, WISH) is None
    assert modelled.metrics.value("cache", result="hit") == 0
    key = (await briefs(modelled)).served.key
    await desk(modelled).remembered(key, WISH)
    assert modelled.metrics.value("cache", result="hit") == 1
