"""Four triggers of one engine and one cache: a watched channel, /summarize, the message menu, a mention."""

from pathlib import Path

import pytest

from playground.gateway import ALL_INTENTS
from playground.rules.state import Message
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.site import Site
from tests.support.town import Town

MESSAGE_CONTENT = 1 << 15


async def summarize(newsroom: Newsroom, **options: object) -> Message:
    """Ana's `/summarize` in #general, answered."""
    asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", **options)
    return await newsroom.answer(asked)


async def test_summarize_a_link(newsroom: Newsroom) -> None:
    """A link is briefed for everybody to see, in a channel that nobody watches."""
    answer = await summarize(newsroom, link=newsroom.link())
    assert HEADLINE in answer.text
    assert not answer.ephemeral
    assert newsroom.desk_parts.metrics.value("answers", trigger="command") == 1


async def test_summarize_what_people_paste(newsroom: Newsroom) -> None:
    """A link among words and in marks, a spoiler, two links, and a link to a message lead to the article."""
    town, url = newsroom.town, newsroom.link()
    for typed in (f"Harbour closes: <{url}>.", f"[the harbour]({url})"):
        assert HEADLINE in (await summarize(newsroom, link=typed)).text
    assert (await summarize(newsroom, link=f"||{url}||")).components[0]["spoiler"]
    post = await town.post(newsroom.news, newsroom.ben, url)
    where = f"https://discord.com/channels/{newsroom.guild.id}/{newsroom.news.id}/{post.id}"
    assert HEADLINE in (await summarize(newsroom, link=where)).text
    two = f"{url} {newsroom.link('/mill', headline='Mill closes for good')}"
    asked = await town.slash(newsroom.general, newsroom.ana, "summarize", link=two)
    brief, more = await town.answers_to(asked)
    assert HEADLINE in brief.text
    assert (more.text, more.ephemeral) == ("I briefed the first link; ask for the other one with /summarize too.", True)
    assert "not an address that I can open" in (await summarize(newsroom, link="the harbour")).text


async def test_summarize_a_text(newsroom: Newsroom) -> None:
    """A pasted text is briefed."""
    answer = await summarize(newsroom, text=STORY)
    assert "Ada Quill" in answer.text


async def test_summarize_a_text_that_is_an_address(newsroom: Newsroom) -> None:
    """Who pastes an address as the text means the page."""
    assert HEADLINE in (await summarize(newsroom, text=newsroom.link())).text


async def test_summarize_a_file(newsroom: Newsroom) -> None:
    """A text file is briefed."""
    answer = await summarize(newsroom, file=newsroom.town.file("harbour.txt", STORY.encode(), "text/plain"))
    assert "Ada Quill" in answer.text


async def test_summarize_by_length_and_language(newsroom: Newsroom) -> None:
    """The options are a wish of their own: more sentences, and an honest word where rules cannot translate."""
    url = newsroom.link()
    short = await summarize(newsroom, link=url, length="short")
    long = await summarize(newsroom, link=url, length="long", language="de")
    assert len(long.text) > len(short.text)
    assert "nothing was translated, as no model wrote it" in long.text
    assert "translated" not in (await summarize(newsroom, link=url, language="en")).text
    assert newsroom.site.hits["/harbour"] == 1


async def test_summarize_takes_a_language_by_its_name(newsroom: Newsroom) -> None:
    """Languages are offered as one types, and taken by name; an unknown one is said to be so."""
    offered = await newsroom.town.complete(newsroom.general, newsroom.ana, "summarize", "language", "ger")
    assert [choice["value"] for choice in offered] == ["de"]
    refused = await summarize(newsroom, link=newsroom.link(), language="Klingon")
    assert refused.ephemeral
    assert "do not know that language" in refused.text


async def test_summarize_in_private(newsroom: Newsroom) -> None:
    """A private answer is seen by who asked, and can be brought to the channel."""
    private = await summarize(newsroom, link=newsroom.link(), private=True)
    assert private.ephemeral
    assert private.seen_by == newsroom.ana.id
    shared = await newsroom.answer(await newsroom.town.press(private, newsroom.ana, "Share to channel"))
    assert not shared.ephemeral
    assert HEADLINE in shared.text


async def test_summarize_wants_one_source(newsroom: Newsroom) -> None:
    """None and two sources are refused in one private sentence."""
    for options in ({}, {"link": newsroom.link(), "text": STORY}):
        refused = await summarize(newsroom, **options)
        assert refused.ephemeral
        assert refused.text == "Give me exactly one of the three: a link, a text or a file."


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("https://discord.com/channels/1/2/3", "leads to Discord itself"),
        ("https://www.youtube.com/watch?v=abcdefg", "I read text"),
        ("ftp://news.example/a", "not an address that I can open"),
        ("http://10.0.0.1/admin", "not on the public internet"),
    ],
)
async def test_summarize_refuses_in_private(newsroom: Newsroom, link: str, says: str) -> None:
    """What cannot be read is explained to who asked, and nothing stays in the channel."""
    refused = await summarize(newsroom, link=link)
    assert refused.ephemeral
    assert says in refused.text
    await newsroom.town.settle()
    assert newsroom.town.messages(newsroom.general, seen_by=newsroom.ben) == []


async def test_summarize_a_page_that_fails(newsroom: Newsroom) -> None:
    """A missing page is said to be missing, in private, and the placeholder is taken away."""
    refused = await summarize(newsroom, link=newsroom.site.url("/nowhere"))
    assert refused.ephemeral
    assert "HTTP 404" in refused.text
    await newsroom.town.settle()
    assert newsroom.town.messages(newsroom.general, seen_by=newsroom.ben) == []


async def test_menu_on_any_message(newsroom: Newsroom) -> None:
    """Another member's message is briefed from its menu."""
    post = await newsroom.town.post(newsroom.general, newsroom.ben, f"read {newsroom.link()}")
    answer = await newsroom.answer(await newsroom.town.context_menu(newsroom.ana, "Summarize", post))
    assert HEADLINE in answer.text
    assert newsroom.desk_parts.metrics.value("answers", trigger="menu") == 1


async def test_menu_on_a_message_without_an_article(newsroom: Newsroom) -> None:
    """A message with nothing to read is refused with a hint."""
    post = await newsroom.town.post(newsroom.general, newsroom.ben, "good morning")
    refused = await newsroom.answer(await newsroom.town.context_menu(newsroom.ana, "Summarize", post))
    assert refused.ephemeral
    assert "Give me a link" in refused.text


async def test_mention_with_a_link(newsroom: Newsroom) -> None:
    """Whoever mentions the bot beside a link is answered in any channel."""
    post = await newsroom.town.post(newsroom.general, newsroom.ana, f"<@{newsroom.town.bot.id}> {newsroom.link()}")
    answer = await newsroom.answer(post)
    assert HEADLINE in answer.text
    assert newsroom.desk_parts.metrics.value("answers", trigger="mention") == 1


async def test_mention_of_the_bots_role(newsroom: Newsroom) -> None:
    """The bot's own role stands beside the bot in Discord's picker, and is a mention of it; no other role is."""
    town, role = newsroom.town, newsroom.guild.role("nutgraf")
    post = await town.post(newsroom.general, newsroom.ana, f"{role.mention} {newsroom.link()}")
    assert HEADLINE in (await newsroom.answer(post)).text
    other = await town.post(
        newsroom.general, newsroom.ana, f"{newsroom.guild.role('people').mention} {newsroom.link()}"
    )
    assert await town.answers_to(other) == []


async def test_reply_that_mentions_the_bot(newsroom: Newsroom) -> None:
    """A mention in a reply asks about the message that is replied to."""
    post = await newsroom.town.post(newsroom.general, newsroom.ben, newsroom.link())
    reply = await newsroom.town.post(newsroom.general, newsroom.ana, f"<@{newsroom.town.bot.id}> please", reply_to=post)
    assert HEADLINE in (await newsroom.answer(reply)).text


async def test_mention_without_an_article_gets_a_hint(newsroom: Newsroom) -> None:
    """One quiet line says how to ask."""
    post = await newsroom.town.post(newsroom.general, newsroom.ana, f"<@{newsroom.town.bot.id}> hi")
    assert "Give me a link" in (await newsroom.answer(post)).text


async def test_reply_to_an_answer_is_no_question(newsroom: Newsroom) -> None:
    """A reply pings the bot whose answer is discussed; that asks for nothing."""
    await newsroom.watch()
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    talk = await newsroom.town.post(newsroom.news, newsroom.ben, "what a winter", reply_to=answer)
    assert await newsroom.town.answers_to(talk) == []


async def test_direct_message(newsroom: Newsroom) -> None:
    """In private every link is answered."""
    room = newsroom.town.dm(newsroom.ana)
    post = await newsroom.town.post(room, newsroom.ana, newsroom.link())
    assert HEADLINE in (await newsroom.answer(post)).text


async def test_all_triggers_but_watching_work_without_the_intent(tmp_path: Path) -> None:
    """Without the message-content intent everything but watching works."""
    async with (
        Town(allowed_intents=ALL_INTENTS & ~MESSAGE_CONTENT) as town,
        Site() as site,
        Newsroom(town, site, tmp_path, reads_messages=False) as newsroom,
    ):
        await newsroom.watch()
        url = newsroom.link()
        unheard = await town.post(newsroom.news, newsroom.ana, url)
        assert await town.answers_to(unheard) == []
        assert HEADLINE in (await summarize(newsroom, link=url)).text
        mention = await town.post(newsroom.news, newsroom.ana, f"<@{town.bot.id}> {url}")
        assert HEADLINE in (await newsroom.answer(mention)).text
        private = await town.post(town.dm(newsroom.ana), newsroom.ana, url)
        assert HEADLINE in (await newsroom.answer(private)).text
        for words in (f"<@{town.bot.id}> please", newsroom.guild.role("nutgraf").mention):
            reply = await town.post(newsroom.news, newsroom.ana, words, reply_to=unheard)
            assert "use the message's menu “Summarize”" in (await newsroom.answer(reply)).text
        menu = await town.context_menu(newsroom.ana, "Summarize", unheard)
        assert HEADLINE in (await newsroom.answer(menu)).text
        assert town.violations == []


async def test_user_install_is_private_by_default(newsroom: Newsroom) -> None:
    """Where only its user has the bot, the answer is private, and is brought to the channel by a button."""
    town = newsroom.town
    elsewhere = town.guild("Elsewhere", installed=False)
    ana = elsewhere.member("ana")
    town.install_for(ana)
    asked = await town.slash(elsewhere.channel("general"), ana, "summarize", link=newsroom.link())
    private = await newsroom.answer(asked)
    assert private.ephemeral
    assert HEADLINE in private.text
    shared = await newsroom.answer(await town.press(private, ana, "Share to channel"))
    assert not shared.ephemeral
    assert HEADLINE in shared.text
    # Where members may use such an app in private alone, nothing is shared, and the button says why.
    town.permit(elsewhere.channel("general"), who=ana, deny="use_external_apps")
    asked = await town.slash(elsewhere.channel("general"), ana, "summarize", link=newsroom.link(), private=False)
    private = await newsroom.answer(asked)
    assert private.ephemeral
    refused = await newsroom.answer(await town.press(private, ana, "Share to channel"))
    assert "lets you use me in private only" in refused.text
    assert refused.ephemeral


@pytest.mark.parametrize("by_menu", [False, True])
async def test_stage_of_slow_work_is_shown(newsroom: Newsroom, by_menu: bool) -> None:
    """Slow work is answered before it is done, as Discord waits three seconds; the answer says what is being done."""
    url, go_on = newsroom.held("/harbour")
    if by_menu:
        post = await newsroom.town.post(newsroom.general, newsroom.ben, url)
        asked = await newsroom.town.context_menu(newsroom.ana, "Summarize", post)
    else:
        asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=url)
    await newsroom.town.until(lambda: True if "Fetching" in _text(newsroom, asked.shown) else None, "a stage")
    go_on.set()
    assert HEADLINE in (await newsroom.town.until(lambda: _final(newsroom, asked.shown), "the brief")).text


def _text(newsroom: Newsroom, shown: list[int]) -> str:
    messages = [newsroom.general.messages[number] for number in shown if number in newsroom.general.messages]
    return messages[0].text if messages else ""


def _final(newsroom: Newsroom, shown: list[int]) -> Message | None:
    messages = [newsroom.general.messages[number] for number in shown if number in newsroom.general.messages]
    return next((message for message in messages if HEADLINE in message.text), None)


async def test_one_engine_and_one_cache_behind_all_triggers(newsroom: Newsroom) -> None:
    """Whichever trigger a link comes through, it is fetched and written once."""
    await newsroom.watch()
    url = newsroom.link()
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, url))
    await summarize(newsroom, link=url)
    post = await newsroom.town.post(newsroom.general, newsroom.ben, url)
    await newsroom.answer(await newsroom.town.context_menu(newsroom.ana, "Summarize", post))
    await newsroom.answer(await newsroom.town.post(newsroom.general, newsroom.ana, f"<@{newsroom.town.bot.id}> {url}"))
    assert newsroom.site.hits["/harbour"] == 1
    assert newsroom.desk_parts.metrics.value("briefs") == 1


async def test_menu_asks_which_of_several_links(newsroom: Newsroom) -> None:
    """The message menu offers a message's links; the one that is chosen is briefed, also after a restart."""
    town = newsroom.town
    long = newsroom.link(f"/mill/{'x' * 120}", headline="Mill closes for good")
    hidden = newsroom.link("/school", headline="School closes for good")
    post = await town.post(newsroom.general, newsroom.ben, f"{newsroom.link()} {long} ||{hidden}||")
    offer = await newsroom.answer(await town.context_menu(newsroom.ana, "Summarize", post))
    assert offer.ephemeral
    (menu,) = offer.selects
    assert menu["options"][0]["label"].endswith("/harbour")
    assert "school" not in menu["options"][2]["label"]
    for option, headline in zip(menu["options"], (HEADLINE, "Mill closes for good", "School closes"), strict=True):
        brief = await newsroom.answer(await town.choose(offer, newsroom.ana, "Choose a link", option["value"]))
        assert headline in brief.text
        assert not brief.ephemeral
        assert bool(brief.components[0].get("spoiler")) is (headline == "School closes")
    await newsroom.restart()
    again = await town.choose(offer, newsroom.ana, "Choose a link", menu["options"][0]["value"])
    assert HEADLINE in (await newsroom.answer(again)).text
