"""Where the bot watches and answers: every kind of channel, categories, all channels, and what keeps it silent."""

from config.guild import ChannelSettings, Style
from playground.rules.state import Channel, ChannelKind
from tests.support.newsroom import HEADLINE, Newsroom


async def briefed(newsroom: Newsroom, *places: Channel) -> list[bool]:
    """Whether a link in each of these places is answered."""
    posts = [await newsroom.town.post(place, newsroom.ana, newsroom.link()) for place in places]
    return [bool(await newsroom.town.answers_to(post)) for post in posts]


async def test_category_and_everything(newsroom: Newsroom) -> None:
    """A category stands for its channels and their threads, and one switch for all channels but some."""
    town, guild = newsroom.town, newsroom.guild
    category = town.channel(guild, "papers", ChannelKind.CATEGORY)
    local, foreign = (town.channel(guild, name, parent=category) for name in ("local", "foreign"))
    thread = await town.thread(local, newsroom.ana, "harbour")
    await town.settle()
    assert f"<#{category.id}> is watched now" in (await newsroom.config("watch", channel=category)).text
    assert f"<#{foreign.id}> is no longer watched" in (await newsroom.config("unwatch", channel=foreign)).text
    assert await briefed(newsroom, local, thread, foreign, newsroom.news) == [True, True, False, False]
    told = await newsroom.config("watch", everywhere=True)
    assert "Every channel that I can see is watched now" in told.text
    assert f"**Watched channels:** every channel, <#{category.id}>, not <#{foreign.id}>" in told.text
    assert await briefed(newsroom, newsroom.news, foreign) == [True, False]
    assert "only those that you chose by name" in (await newsroom.config("unwatch", everywhere=True)).text
    assert "Name a channel" in (await newsroom.config("watch")).text


async def test_kinds_of_channels(newsroom: Newsroom) -> None:
    """Voice, stage and announcement channels and their threads are watched; voice needs Connect, which is said."""
    town, guild = newsroom.town, newsroom.guild
    voice, stage, announcements = (
        town.channel(guild, kind.name.lower(), kind)
        for kind in (ChannelKind.VOICE, ChannelKind.STAGE, ChannelKind.NEWS)
    )
    await newsroom.choose(style=Style.THREAD)
    town.permit(stage, allow="connect")
    await town.settle()
    assert f"I lack Connect in <#{voice.id}>" in (await newsroom.config("watch", channel=voice)).text
    for place, how in ((stage, "get a brief."), (announcements, "get a brief in a thread.")):
        told = await newsroom.config("watch", channel=place)
        assert how in told.text
        assert "⚠" not in told.text
    assert await briefed(newsroom, stage) == [True]
    forum = town.channel(guild, "forum", ChannelKind.FORUM)
    await town.settle()
    assert "get a brief." in (await newsroom.config("watch", channel=forum)).text
    told = await newsroom.config("style", style="thread")
    assert f"so I reply in these and their posts: <#{forum.id}>" in told.text
    assert f"Discord has no threads in voice channels, so I reply there: <#{voice.id}> <#{stage.id}>" in told.text
    checked = (await newsroom.config("check")).text
    assert f"⚠ <#{voice.id}>: I lack Connect." in checked
    assert f"Nothing is missing in: <#{stage.id}> <#{announcements.id}> <#{forum.id}>" in checked


async def test_media_channel(newsroom: Newsroom) -> None:
    """A media channel is watched like a forum, by command and in the panel; its posts are answered."""
    town = newsroom.town
    media, gallery = (town.channel(newsroom.guild, name, ChannelKind.MEDIA) for name in ("media", "gallery"))
    await town.settle()
    assert f"<#{media.id}> is watched now" in (await newsroom.config("watch", channel=media)).text
    panel = await newsroom.config("panel")
    panel = await newsroom.answer(
        await town.choose(panel, newsroom.olga, "nutgraf:menu:watch", newsroom.news, media, gallery)
    )
    assert f"<#{gallery.id}> is watched now" in panel.text
    for place in (media, gallery):
        _, post = await town.forum_post(place, newsroom.ana, "the harbour", newsroom.link())
        assert HEADLINE in (await newsroom.answer(post)).text
    assert "Nothing is missing in" in (await newsroom.config("check")).text


async def test_timed_out_and_locked(newsroom: Newsroom) -> None:
    """A time-out of the bot and a thread's lock keep it from answering, and `/config check` and `/why` name them."""
    town = newsroom.town
    thread = await town.thread(newsroom.news, newsroom.ana, "harbour")
    await newsroom.choose(watched={newsroom.news.id: ChannelSettings(), thread.id: ChannelSettings()})
    thread.locked = True
    town.discord.service.change_channel(thread)
    await town.settle()
    assert f"⚠ <#{thread.id}>: I lack Manage Threads (the thread is locked)." in (await newsroom.config("check")).text
    assert await briefed(newsroom, thread, newsroom.news) == [False, True]
    await town.time_out(newsroom.guild)
    await town.settle()
    reason = "Send Messages (a moderator has timed me out)"
    assert f"⚠ <#{newsroom.news.id}>: I lack {reason}." in (await newsroom.config("check")).text
    asked = await town.slash(newsroom.news, newsroom.ben, "why", what=newsroom.link("/mill", headline="Mill closes"))
    assert f"I lack a permission in this channel: {reason}." in (await newsroom.answer(asked)).text
    assert await briefed(newsroom, newsroom.news) == [False]


async def test_private_thread(newsroom: Newsroom) -> None:
    """A private thread that the bot is not in is said to be unseen; a mention lets it in, and it answers there."""
    town = newsroom.town
    thread = await town.thread(newsroom.general, newsroom.ana, "quiet", private=True)
    told = await newsroom.config("watch", channel=thread)
    assert f"I do not see <#{thread.id}>: it is a private thread." in told.text
    assert f"⚠ <#{thread.id}>: I cannot see it." in (await newsroom.config("check")).text
    await town.post(thread, newsroom.ana, town.bot.mention)
    await town.settle()
    post = await town.post(thread, newsroom.ana, newsroom.link())
    assert HEADLINE in (await newsroom.answer(post)).text
