"""Age-restricted channels, channels for spoilers, and members who may not embed links."""

import re

from playground.rules.state import Flag
from tests.support.newsroom import HEADLINE, Newsroom


async def test_what_is_age_restricted_stays_there(newsroom: Newsroom) -> None:
    """`/quotes` and `/digest` show what stands in an age-restricted channel in such a channel alone."""
    town = newsroom.town
    adult = town.channel(newsroom.guild, "adult", nsfw=True)
    await newsroom.watch(newsroom.news, adult)
    await newsroom.answer(await town.post(adult, newsroom.ana, newsroom.link()))
    for place, found in ((newsroom.general, False), (adult, True)):
        quotes = await town.answer_to(await town.slash(place, newsroom.ben, "quotes"))
        assert ("Quill" in quotes.text) is found
        digest = await town.answer_to(await town.slash(place, newsroom.ben, "digest", channel=adult))
        assert (HEADLINE in digest.text) is found
        assert ("age-restricted" in digest.text) is not found
        names = await town.complete(place, newsroom.ben, "quotes", "speaker", "Ada")
        assert bool(names) is found


async def test_what_stands_among_spoilers_is_hidden(newsroom: Newsroom) -> None:
    """A brief in a channel for spoilers is hidden, unasked and by command, and in its threads; elsewhere it is not."""
    town, url = newsroom.town, newsroom.link()
    secrets = town.channel(newsroom.guild, "secrets", spoiler=True)
    await newsroom.watch(newsroom.news, secrets)
    await newsroom.choose(repeat_hours=0)
    post = await town.post(secrets, newsroom.ana, url)
    thread = await town.thread(post, newsroom.ana, "more")
    in_thread = await town.post(thread, newsroom.ana, url)
    commanded = await town.slash(secrets, newsroom.ana, "summarize", link=url)
    open_post = await town.post(newsroom.news, newsroom.ana, url)
    for asked, hidden in ((post, True), (in_thread, True), (commanded, True), (open_post, False)):
        cards = [part for part in (await newsroom.answer(asked)).parts if part["type"] == 17]
        assert [bool(card.get("spoiler")) for card in cards] == [hidden]
    secrets.flags = 0
    town.discord.service.change_channel(secrets)
    await town.settle()
    shown = await newsroom.answer(await town.slash(secrets, newsroom.ana, "summarize", link=url))
    assert not shown.components[0].get("spoiler")
    # The gateway tells of channels for spoilers, so that no answer costs a question more.
    assert not [
        one.path
        for one in town.discord.api.requests
        if re.fullmatch(r"GET .*/channels/\d+", f"{one.method} {one.path}")
    ]


async def test_who_may_show_no_preview_gets_no_brief_unasked(newsroom: Newsroom) -> None:
    """A missing Embed Links and previews turned off are respected; `/why` says so, and who asks gets a brief."""
    town, url = newsroom.town, newsroom.link()
    await newsroom.watch()
    off = await town.post(newsroom.news, newsroom.ben, url, flags=Flag.SUPPRESS_EMBEDS)
    town.permit(newsroom.news, who=newsroom.ana, deny="embed_links")
    denied = await town.post(newsroom.news, newsroom.ana, url)
    for post, says in ((off, "previews of its links are turned off"), (denied, "may not embed links")):
        assert await town.answers_to(post) == []
        why = await town.answer_to(await town.context_menu(newsroom.ben, "Why no brief?", post))
        assert says in why.text
    asked = await newsroom.answer(await town.context_menu(newsroom.ben, "Summarize", denied))
    assert HEADLINE in asked.text
