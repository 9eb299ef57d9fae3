"""`/config`: each sub-command with its confirmation, its row in the audit table and its effect on what the bot does."""

import asyncio
from pathlib import Path

import pytest

from bot.app.composition import database_of
from bot.domain.values.wish import Length
from bot.guilds.settings_cache import SettingsCache
from config import limits
from config.guild import ChannelSettings, GuildSettings, Limits, Style
from playground.gateway import ALL_INTENTS
from tests.support.audits import changes, last_change
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.patience import PATIENCE
from tests.support.site import Site
from tests.support.stores import open_store
from tests.support.town import NotOfferedError, Town

MESSAGE_CONTENT = 1 << 15


async def test_watch(newsroom: Newsroom) -> None:
    """A channel is left alone until it is watched; the admin reads in private what that means."""
    town, url = newsroom.town, newsroom.link()
    before = await town.post(newsroom.news, newsroom.ana, url)
    assert await town.answers_to(before) == []
    told = await newsroom.config("watch", channel=newsroom.news)
    assert told.ephemeral
    assert f"<#{newsroom.news.id}> is watched now: links and articles there get a brief." in told.text
    assert f"**Watched channels:** <#{newsroom.news.id}>" in told.text
    assert "lack" not in told.text
    post = await town.post(newsroom.news, newsroom.ana, url)
    assert HEADLINE in (await newsroom.answer(post)).text
    record, old, new = await last_change(newsroom)
    assert record.setting == "watch"
    assert (old.watched, set(new.watched)) == ({}, {newsroom.news.id})


async def test_watch_a_thread(newsroom: Newsroom) -> None:
    """A thread is watched by itself, by the command and in the panel; Discord gives neither its owner nor counts."""
    town = newsroom.town
    thread = await town.thread(newsroom.general, newsroom.ana, "talk")
    assert f"<#{thread.id}> is watched now" in (await newsroom.config("watch", channel=thread)).text
    await town.answer_to(await town.post(thread, newsroom.ana, newsroom.link()))
    panel = await newsroom.config("panel")
    await town.choose(panel, newsroom.olga, "nutgraf:menu:watch", newsroom.news)
    await town.settle()
    await town.choose(panel, newsroom.olga, "nutgraf:menu:watch", newsroom.news, thread)
    await town.settle()
    settings = await newsroom.parts.settings_cache.settings(newsroom.guild.id)
    assert set(settings.watched) == {newsroom.news.id, thread.id}


async def test_watch_says_which_permissions_are_lacking(newsroom: Newsroom) -> None:
    """A channel that the bot may not write in is watched all the same, and the admin is told what is lacking."""
    newsroom.town.permit(newsroom.news, deny="send_messages read_message_history")
    await newsroom.town.settle()
    told = await newsroom.config("watch", channel=newsroom.news)
    assert "is watched now" in told.text
    assert f"⚠ I lack Send Messages, Read Message History in <#{newsroom.news.id}>" in told.text


async def test_watch_without_the_message_content_intent(tmp_path: Path) -> None:
    """Where the bot cannot read messages, watching a channel says so and says what works."""
    async with (
        Town(allowed_intents=ALL_INTENTS & ~MESSAGE_CONTENT) as town,
        Site() as site,
        Newsroom(town, site, tmp_path, reads_messages=False) as newsroom,
    ):
        told = await newsroom.config("watch", channel=newsroom.news)
        assert "lacks the Message Content Intent" in told.text
        assert "/summarize" in told.text
        checked = await newsroom.config("check")
        assert "lacks the Message Content Intent" in checked.text
        assert town.violations == []


async def test_unwatch(newsroom: Newsroom) -> None:
    """A channel that is no longer watched is left alone; one that was not watched is said to be so."""
    await newsroom.watch(newsroom.news, newsroom.general)
    told = await newsroom.config("unwatch", channel=newsroom.news)
    assert f"<#{newsroom.news.id}> is no longer watched" in told.text
    assert f"**Watched channels:** <#{newsroom.general.id}>" in told.text
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []
    record, _, new = await last_change(newsroom)
    assert record.setting == "watch"
    assert set(new.watched) == {newsroom.general.id}
    again = await newsroom.config("unwatch", channel=newsroom.news)
    assert again.text == f"<#{newsroom.news.id}> is not watched; /config show shows what is."
    assert again.ephemeral


async def test_language(newsroom: Newsroom) -> None:
    """The bot's own words follow; without a model the admin reads that briefs are not translated."""
    told = await newsroom.config("language", language="French")
    assert "My own words are in French" in told.text
    assert "no model is configured" in told.text
    assert "**Language:** French" in told.text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.language, new.language) == ("language", None, "fr")
    told = await newsroom.config("language", language="suomi")
    assert "I have no words of my own in Finnish" in told.text
    told = await newsroom.config("language", language="auto")
    assert "in its article's own language" in told.text
    assert (await last_change(newsroom))[2].language is None


async def test_language_is_completed(newsroom: Newsroom) -> None:
    """Each article's own language is offered first, and languages by their names; what is none is said to be so."""
    town, olga, here = newsroom.town, newsroom.olga, newsroom.general
    offered = await town.complete(here, olga, "config language", "language", "")
    assert offered[0]["value"] == "original"
    assert len(offered) == 25
    found = await town.complete(here, olga, "config language", "language", "roma")
    assert [choice["value"] for choice in found] == ["ro"]
    refused = await newsroom.config("language", language="Klingon")
    assert "I do not know that language" in refused.text
    assert await changes(newsroom) == 0


async def test_length(newsroom: Newsroom) -> None:
    """A short brief has fewer sentences than a long one."""
    await newsroom.watch()
    told = await newsroom.config("length", length="short")
    assert "From now on a brief has one sentence" in told.text
    short = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    await newsroom.config("length", length="long")
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.length, new.length) == ("length", Length.SHORT, Length.LONG)
    await newsroom.config("repeat", hours=0)
    long = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    assert len(long.text) > len(short.text)


async def test_card(newsroom: Newsroom) -> None:
    """A compact card shows the headline and one sentence in the channel; in private a brief is whole."""
    await newsroom.watch()
    told = await newsroom.config("card", size="compact")
    assert "“More” has the rest" in told.text
    assert "**Card:** compact" in told.text
    compact = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    assert HEADLINE in compact.text
    assert "“" not in compact.text
    asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=newsroom.link(), private=True)
    assert "“The quay cannot wait another winter”" in (await newsroom.answer(asked)).text


async def test_sections(newsroom: Newsroom) -> None:
    """A section that is switched off is not shown; the last one cannot be."""
    await newsroom.watch()
    told = await newsroom.config("sections", quotes=False, actors=False)
    assert "Under its headline a brief shows: summary." in told.text
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    assert HEADLINE in answer.text
    assert "“The quay cannot wait another winter”" not in answer.text
    record, _, new = await last_change(newsroom)
    assert (record.setting, [section.value for section in new.sections]) == ("sections", ["summary"])
    refused = await newsroom.config("sections", summary=False)
    assert "at least one of its parts" in refused.text
    assert refused.ephemeral


async def test_style_reply(newsroom: Newsroom) -> None:
    """A watched link is answered by a reply in its channel."""
    await newsroom.choose(watched={newsroom.news.id: ChannelSettings()}, style=Style.THREAD)
    told = await newsroom.config("style", style="reply")
    assert "get a brief as a reply" in told.text
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    answer = await newsroom.answer(post)
    assert (answer.channel_id, answer.replies_to) == (newsroom.news.id, post.id)
    assert "“The quay cannot wait another winter”" in answer.text


async def test_style_thread(newsroom: Newsroom) -> None:
    """The headline stands in the channel and the brief in a thread of the bot's own reply."""
    await newsroom.watch()
    told = await newsroom.config("style", style="thread")
    assert "the brief in a thread of it" in told.text
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    head = await newsroom.answer(post)
    assert HEADLINE in head.text
    assert "“The quay cannot wait another winter”" not in head.text
    thread = newsroom.guild.channels[head.thread_id or 0]
    (brief,) = newsroom.town.messages(thread, by=newsroom.town.bot)
    assert "“The quay cannot wait another winter”" in brief.text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.style, new.style) == ("style", Style.REPLY, Style.THREAD)


async def test_style_thread_says_where_threads_cannot_be_opened(newsroom: Newsroom) -> None:
    """Threads need a permission more; the admin is told in which watched channel it is lacking."""
    await newsroom.watch()
    newsroom.town.permit(newsroom.news, deny="create_public_threads")
    await newsroom.town.settle()
    told = await newsroom.config("style", style="thread")
    lacks = f"⚠ I lack Create Public Threads in <#{newsroom.news.id}>, so I reply there without a thread."
    assert lacks in told.text
    assert "I answer nothing there" not in told.text


async def test_style_reaction(newsroom: Newsroom) -> None:
    """The bot waits until somebody adds a newspaper, and answers once."""
    await newsroom.watch()
    told = await newsroom.config("style", style="reaction")
    assert "I wait until somebody adds 📰" in told.text
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []
    await newsroom.town.react(post, newsroom.ben, "👍")
    assert await newsroom.town.answers_to(post) == []
    await newsroom.town.react(post, newsroom.ben, "📰")
    assert HEADLINE in (await newsroom.answer(post)).text


async def test_bots(newsroom: Newsroom) -> None:
    """Webhooks are left alone in a watched channel until they are switched on there, and only there."""
    town = newsroom.town
    await newsroom.watch(newsroom.news, newsroom.general)
    feed = town.user("feed", bot=True)
    silent = await town.post(newsroom.news, feed, newsroom.link(), webhook=True)
    assert await town.answers_to(silent) == []
    told = await newsroom.config("bots", channel=newsroom.news, answered=True)
    assert f"Links that bots and webhooks post in <#{newsroom.news.id}> get a brief too." in told.text
    answered = await town.post(newsroom.news, feed, newsroom.link(), webhook=True)
    assert HEADLINE in (await newsroom.answer(answered)).text
    elsewhere = await town.post(newsroom.general, feed, newsroom.link(), webhook=True)
    assert await town.answers_to(elsewhere) == []
    record, _, new = await last_change(newsroom)
    assert record.setting == "bots"
    assert new.watched == {newsroom.news.id: ChannelSettings(bots=True), newsroom.general.id: ChannelSettings()}
    told = await newsroom.config("bots", channel=newsroom.news, answered=False)
    assert "is left alone" in told.text
    again = await town.post(newsroom.news, feed, newsroom.link("/other", STORY + "\nMore."), webhook=True)
    assert await town.answers_to(again) == []


async def test_bots_in_a_channel_that_is_not_watched(newsroom: Newsroom) -> None:
    """The switch belongs to watched channels, and says so."""
    refused = await newsroom.config("bots", channel=newsroom.general, answered=True)
    assert refused.text == f"<#{newsroom.general.id}> is not watched; watch it first with /config watch."
    assert await changes(newsroom) == 0


async def test_limits(newsroom: Newsroom) -> None:
    """Over the limit of a member a watched link is passed over, others are answered; "none" switches it off."""
    town = newsroom.town
    await newsroom.watch()
    told = await newsroom.config("limits", member="1", money="2,50")
    assert "per member per minute: 1;" in told.text
    assert "model cost per day: $2.50" in told.text
    assert "No model is configured" in told.text
    stories = [newsroom.link(f"/story{number}", STORY.replace("Monday", f"{number} May")) for number in range(4)]
    first = await town.post(newsroom.news, newsroom.ana, stories[0])
    assert HEADLINE in (await newsroom.answer(first)).text
    second = await town.post(newsroom.news, newsroom.ana, stories[1])
    assert await town.answers_to(second) == []
    assert newsroom.site.hits["/story1"] == 0
    other = await town.post(newsroom.news, newsroom.ben, stories[2])
    assert HEADLINE in (await newsroom.answer(other)).text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.limits) == ("limits", Limits())
    assert new.limits == Limits(user_minute=1, day_money=2.5)
    told = await newsroom.config("limits", member="none")
    assert "per member per minute: no limit;" in told.text
    third = await town.post(newsroom.news, newsroom.ana, stories[3])
    assert HEADLINE in (await newsroom.answer(third)).text


async def test_limits_of_a_channel(newsroom: Newsroom) -> None:
    """Over the limit of a channel nobody's link is briefed there, but in other channels; cached briefs are free."""
    town = newsroom.town
    await newsroom.watch(newsroom.news, newsroom.general)
    await newsroom.config("limits", channel="1", member="none")
    first, second = (newsroom.link(f"/story{n}", STORY.replace("Monday", f"{n + 1} May")) for n in range(2))
    assert HEADLINE in (await newsroom.answer(await town.post(newsroom.news, newsroom.ana, first))).text
    post = await town.post(newsroom.news, newsroom.ben, second)
    assert await town.answers_to(post) == []
    assert HEADLINE in (await newsroom.answer(await town.post(newsroom.general, newsroom.ben, second))).text
    assert HEADLINE in (await newsroom.answer(await town.post(newsroom.news, newsroom.ben, second))).text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"member": "0"}, "I cannot read “0”. Enter a whole number from 1 up, or “none” for no limit."),
        ({"channel": "many"}, "I cannot read “many”"),
        ({"day": "half"}, "I cannot read “half”. Enter a whole number from 0 up"),
        ({"money": "nan"}, "I cannot read “nan” as money"),
        ({"member": "3", "money": "*a lot*"}, "as money"),
        ({}, "Name at least one limit"),
    ],
)
async def test_limits_that_are_none(newsroom: Newsroom, given: dict[str, str], sentence: str) -> None:
    """What is no limit is refused in a sentence, and nothing is changed."""
    refused = await newsroom.config("limits", **given)
    assert sentence in refused.text
    assert refused.ephemeral
    assert await changes(newsroom) == 0


async def test_repeat(newsroom: Newsroom) -> None:
    """With 0 hours the same article gets a brief each time, and within the window a pointer."""
    town = newsroom.town
    await newsroom.watch()
    told = await newsroom.config("repeat", hours=0)
    assert "never a pointer" in told.text
    for _ in range(2):
        post = await town.post(newsroom.news, newsroom.ana, newsroom.link())
        assert "“The quay cannot wait another winter”" in (await newsroom.answer(post)).text
    told = await newsroom.config("repeat", hours=24)
    assert "for 24 hours, then a brief again" in told.text
    post = await town.post(newsroom.news, newsroom.ana, newsroom.link())
    pointer = await newsroom.answer(post)
    assert "“The quay cannot wait another winter”" not in pointer.text
    assert "/channels/" in pointer.text
    record, old, new = await last_change(newsroom)
    assert (record.setting, old.repeat_hours, new.repeat_hours) == ("repeat", 0, 24)
    refused = await newsroom.config("repeat", hours=-1)
    assert refused.text == "Give me hours from 0 (never a pointer) to 720."


async def test_show(newsroom: Newsroom) -> None:
    """The state of everything, and the latest changes: who, when, what, from and to."""
    await newsroom.config("watch", channel=newsroom.news)
    await newsroom.config("length", length="long")
    shown = await newsroom.config("show")
    assert shown.ephemeral
    assert f"**Watched channels:** <#{newsroom.news.id}>" in shown.text
    assert "**Length:** long" in shown.text
    assert "**Who may ask:** everybody" in shown.text
    record, _, _ = await last_change(newsroom)
    when = int(record.at.timestamp())
    assert f"<t:{when}:R> · <@{newsroom.olga.id}> · Length: normal → long" in shown.text
    assert f"· Watched channels: +<#{newsroom.news.id}>" in shown.text


async def test_reset(newsroom: Newsroom) -> None:
    """Everything is as it was at first once the button is pressed, and not before; it works after a restart."""
    await newsroom.config("watch", channel=newsroom.news)
    await newsroom.config("style", style="thread")
    asked = await newsroom.config("reset")
    assert "1 watched channel is left alone then" in asked.text
    assert (await newsroom.parts.settings_cache.settings(newsroom.guild.id)).watched
    await newsroom.restart()
    done = await newsroom.answer(await newsroom.town.press(asked, newsroom.olga, "Reset everything"))
    assert "All settings are back to their defaults" in done.text
    assert "**Watched channels:** none" in done.text
    assert done.buttons == []
    record, old, new = await last_change(newsroom)
    assert (record.setting, set(old.watched), new) == ("reset", {newsroom.news.id}, GuildSettings())
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []


async def test_reset_that_is_thought_better_of(newsroom: Newsroom) -> None:
    """The other button keeps everything."""
    await newsroom.config("watch", channel=newsroom.news)
    asked = await newsroom.config("reset")
    kept = await newsroom.answer(await newsroom.town.press(asked, newsroom.olga, "Keep it as it is"))
    assert kept.text == "Everything stays as it is."
    assert await changes(newsroom) == 1


async def test_a_change_works_in_every_process_within_a_second(newsroom: Newsroom) -> None:
    """Another process on the same database knows a change at its next look, which comes within a second."""
    assert limits.SETTINGS_LOOK_SECONDS < 1
    guild = newsroom.guild.id
    async with (
        open_store(database_of(newsroom.process), now=newsroom.parts.now) as store,
        SettingsCache(store) as other,
    ):
        assert (await other.settings(guild)).watched == {}
        await newsroom.config("watch", channel=newsroom.news)
        async with asyncio.timeout(PATIENCE):
            while not (await other.settings(guild)).watched:  # noqa: ASYNC110  # The change is told by no event.
                await asyncio.sleep(0.02)
        # And the other way round: a change there has its effect on the bot here.
        await other.change(guild, newsroom.olga.id, "unwatch", lambda old: old.not_watching(newsroom.news.id))
        async with asyncio.timeout(PATIENCE):
            while (await newsroom.parts.settings_cache.settings(guild)).watched:  # noqa: ASYNC110  # As above.
                await asyncio.sleep(0.02)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []


async def test_config_is_for_members_with_manage_server(newsroom: Newsroom) -> None:
    """Who lacks Manage Server is not offered the command; who has it, by a role, is."""
    town = newsroom.town
    with pytest.raises(NotOfferedError):
        await town.slash(newsroom.news, newsroom.ana, "config show")
    admin = town.member(newsroom.guild, "ada", permissions="manage_guild")
    asked = await town.slash(newsroom.news, admin, "config watch", channel=newsroom.news)
    assert "is watched now" in (await newsroom.answer(asked)).text


async def test_config_is_for_servers(newsroom: Newsroom) -> None:
    """There is nothing to choose in direct messages."""
    with pytest.raises(NotOfferedError):
        await newsroom.town.slash(newsroom.town.dm(newsroom.olga), newsroom.olga, "config show")


async def test_config_that_is_given_to_others_still_asks_for_manage_server(newsroom: Newsroom) -> None:
    """Where a server offers the admins' commands to everybody, who lacks Manage Server is refused in private."""
    town = newsroom.town
    asked_to_reset = await newsroom.config("reset")
    for command in town.discord.service.commands[None]:
        command["default_member_permissions"] = None
    for words, options in (
        ("config watch", {"channel": newsroom.news}),
        ("config domains deny", {"domain": "example.org"}),
        ("config panel", {}),
        ("usage", {}),
    ):
        refused = await newsroom.answer(await town.slash(newsroom.news, newsroom.ana, words, **options))
        assert refused.text == "You lack a permission for that: Manage Server."
        assert refused.ephemeral
    # A button's message could be anybody's who lost the permission since.
    asked_to_reset.seen_by = newsroom.ana.id
    refused = await newsroom.answer(await town.press(asked_to_reset, newsroom.ana, "Reset everything"))
    assert "Manage Server" in refused.text
    assert await changes(newsroom) == 0


async def test_commands_for_servers_are_offered_nowhere_else(newsroom: Newsroom) -> None:
    """What is marked as for servers alone says so in the contexts, which is what Discord goes by."""
    commands = newsroom.town.discord.service.commands[None]
    for_servers = [command for command in commands if not command["dm_permission"]]
    assert "config" in {command["name"] for command in for_servers}
    assert all(command["contexts"] == [0] for command in for_servers)
