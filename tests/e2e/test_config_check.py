"""`/config check`: what keeps the bot from answering in watched channels, and who can mend it."""

from config.guild import ChannelSettings, DigestPlan, Style
from playground.rules.state import ChannelKind
from tests.support.audits import changes, last_change
from tests.support.newsroom import Newsroom


async def test_check_where_nothing_is_lacking(newsroom: Newsroom) -> None:
    """A channel in which the bot can answer is named as such; without any the admin reads where to begin."""
    assert (await newsroom.config("check")).text == "No channel is watched; begin with /config watch."
    await newsroom.watch()
    checked = await newsroom.config("check")
    assert checked.ephemeral
    assert checked.text == f"Nothing is missing in: <#{newsroom.news.id}>"


async def test_check_names_what_is_lacking_and_who_can_mend_it(newsroom: Newsroom) -> None:
    """Permissions by Discord's own names, and the roles and the owner who can give them."""
    town = newsroom.town
    await newsroom.watch(newsroom.news, newsroom.general)
    town.permit(newsroom.news, deny="send_messages read_message_history")
    wardens = town.role(newsroom.guild, "wardens", "manage_channels", newsroom.ben)
    keepers = town.role(newsroom.guild, "keepers", "manage_roles")
    readers = town.role(newsroom.guild, "readers", "manage_messages")
    await town.settle()
    checked = await newsroom.config("check")
    assert f"⚠ <#{newsroom.news.id}>: I lack Send Messages, Read Message History." in checked.text
    assert f"Nothing is missing in: <#{newsroom.general.id}>" in checked.text
    assert f"<@&{wardens.id}>" in checked.text
    assert f"<@&{keepers.id}>" in checked.text
    assert f"<@&{readers.id}>" not in checked.text
    assert f"the owner, <@{newsroom.olga.id}>" in checked.text
    assert not checked.pings


async def test_check_names_the_owner_where_no_role_can_mend_it(newsroom: Newsroom) -> None:
    """Where no role may, the owner can."""
    await newsroom.watch()
    newsroom.town.permit(newsroom.news, deny="view_channel")
    await newsroom.town.settle()
    checked = await newsroom.config("check")
    assert f"⚠ <#{newsroom.news.id}>: I lack View Channel" in checked.text
    assert f"The server's owner, <@{newsroom.olga.id}>, can mend it" in checked.text


async def test_check_looks_for_what_signs_need(newsroom: Newsroom) -> None:
    """Where signs are on, adding reactions is a permission to be had."""
    newsroom.town.permit(newsroom.news, deny="add_reactions")
    await newsroom.town.settle()
    lack = f"⚠ <#{newsroom.news.id}>: I lack Add Reactions, so I can show no signs there."
    for signs in (True, False):
        await newsroom.choose(watched={newsroom.news.id: ChannelSettings()}, signs=signs)
        assert (lack in (await newsroom.config("check")).text) is signs


async def test_check_looks_for_what_threads_need(newsroom: Newsroom) -> None:
    """Where answers stand in threads, opening them is a permission to be had; forums need others than channels."""
    town = newsroom.town
    forum = town.channel(newsroom.guild, "forum", ChannelKind.FORUM)
    await newsroom.choose(
        watched={newsroom.news.id: ChannelSettings(), forum.id: ChannelSettings()}, style=Style.THREAD
    )
    town.permit(newsroom.news, deny="create_public_threads")
    town.permit(forum, deny="send_messages_in_threads")
    await town.settle()
    checked = await newsroom.config("check")
    assert f"⚠ <#{newsroom.news.id}>: I lack Create Public Threads, so I reply there without a thread." in checked.text
    assert f"⚠ <#{forum.id}>: I lack Send Messages in Threads." in checked.text


async def test_check_of_a_deleted_channel_offers_to_unwatch_it(newsroom: Newsroom) -> None:
    """A deleted channel is said to be so, and a button takes it from the list, and nothing else."""
    town = newsroom.town
    gone = newsroom.general
    here = town.channel(newsroom.guild, "desk")
    await newsroom.watch(newsroom.news, gone)
    await town.settle()
    await town.delete_channel(gone)
    await town.settle()
    checked = await newsroom.answer(await town.slash(here, newsroom.olga, "config check"))
    assert f"A watched channel has been deleted (id {gone.id})." in checked.text
    mended = await newsroom.answer(await town.press(checked, newsroom.olga, "Forget what is deleted"))
    assert "1 deleted channel is no longer watched." in mended.text
    assert mended.buttons == []
    record, _, new = await last_change(newsroom)
    assert (record.setting, set(new.watched)) == ("watch", {newsroom.news.id})
    again = await newsroom.answer(await town.slash(here, newsroom.olga, "config check"))
    assert again.text == f"Nothing is missing in: <#{newsroom.news.id}>"
    assert again.buttons == []


async def test_check_of_deleted_roles(newsroom: Newsroom) -> None:
    """Where every role that may ask is deleted nobody may, which is said; the button lets everybody ask again."""
    readers = newsroom.town.role(newsroom.guild, "readers")
    await newsroom.watch()
    gone = 10**18
    await newsroom.choose(roles=(readers.id, gone))
    await newsroom.town.settle()
    assert "⚠ 1 allowed role has been deleted." in (await newsroom.config("check")).text
    await newsroom.choose(roles=(gone,))
    checked = await newsroom.config("check")
    assert "⚠ Nobody may ask: every allowed role has been deleted." in checked.text
    mended = await newsroom.answer(await newsroom.town.press(checked, newsroom.olga, "Forget what is deleted"))
    assert "Everybody may ask for briefs now." in mended.text
    assert "deleted channel" not in mended.text
    assert (await last_change(newsroom))[2].roles == ()


async def test_check_of_a_sleeping_thread(newsroom: Newsroom) -> None:
    """A watched thread that sleeps, which the client does not know, is no deleted one."""
    town = newsroom.town
    thread = await town.thread(newsroom.news, newsroom.ana, "long reads")
    await newsroom.watch(thread)
    thread.archived = True
    await newsroom.restart()
    assert newsroom.bot.get_channel(thread.id) is None
    checked = await newsroom.config("check")
    assert checked.text == f"Nothing is missing in: <#{thread.id}>"


async def test_check_looks_at_the_digest(newsroom: Newsroom) -> None:
    """The digest's channel is looked at too, and a deleted one is said to be so without an offer to unwatch it."""
    gone = newsroom.town.channel(newsroom.guild, "gone")
    await newsroom.choose(digest=DigestPlan(gone.id, 8, "UTC"))
    await newsroom.town.delete_channel(gone)
    await newsroom.town.settle()
    count = await changes(newsroom)
    checked = await newsroom.config("check")
    assert "The digest's channel is deleted; choose another with /config digest daily." in checked.text
    assert checked.buttons == []
    assert await changes(newsroom) == count


async def test_check_of_many_channels_fits_one_message(newsroom: Newsroom) -> None:
    """However many channels lack something, the message is one, and says who can mend it."""
    ids = [10**18 + number for number in range(70)]
    await newsroom.choose(watched=dict.fromkeys(ids, ChannelSettings()))
    newsroom.town.permit(newsroom.news, deny="send_messages")
    await newsroom.town.settle()
    checked = await newsroom.config("check")
    assert "more lines." in checked.text
    assert len(checked.text) <= 4000
    mended = await newsroom.answer(await newsroom.town.press(checked, newsroom.olga, "Forget what is deleted"))
    assert "70 deleted channels are no longer watched." in mended.text
