"""The chat page over its own socket: what a browser is sent and what it may ask."""

import asyncio
import base64
import html
import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from playground.connect import point_at
from playground.newsroom import STORIES, Newsroom, build_newsroom, text_of, watch_news
from playground.page.render import Renderer
from playground.page.serve import ChatPage
from playground.rest.api import Failure
from playground.rules.state import JSON
from playground.server import LocalDiscord
from playground.service import MessageDraft
from tests.playground.simple_bot import SimpleBot
from tests.support.patience import PATIENCE


class Browser:
    """A visitor's socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def ask(self, do: str, **more: Any) -> None:
        """Ask for something."""
        await self._socket.send_json({"do": do, **more})

    async def shown(self, what: str, having: str = "") -> JSON:
        """The next frame of a kind that has a text in it; others are skipped."""
        async with asyncio.timeout(PATIENCE):
            while True:
                frame: JSON = await self._socket.receive_json()
                if frame["show"] == what and having in str(frame):
                    return frame


class Place:
    """A local Discord with its page, demo guild and the simple bot."""

    def __init__(
        self, local: LocalDiscord, newsroom: Newsroom, browser: Browser, session: aiohttp.ClientSession
    ) -> None:
        self.local = local
        self.newsroom = newsroom
        self.browser = browser
        self.session = session


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    """The playground, its page open in #news as the owner."""
    local = LocalDiscord()
    newsroom = build_newsroom(local)
    ChatPage(local, newsroom)
    async with local, aiohttp.ClientSession() as session:
        with point_at(local.api_url, local.gateway_url):
            bot = SimpleBot()
            bot._connection.guild_ready_timeout = 0.05  # noqa: SLF001 - a pause for Discord's sake.
            async with bot:
                await bot.login(local.token)
                task = asyncio.create_task(bot.connect())
                await bot.wait_until_ready()
                async with session.ws_connect(f"{local.page_url}page/socket") as socket:
                    browser = Browser(socket)
                    await browser.ask("open")
                    await browser.shown("channel")
                    yield Place(local, newsroom, browser, session)
            await asyncio.wait({task})


def number_of(frame: JSON) -> str:
    """The id of a shown message."""
    return str(frame["id"])


async def test_document(place: Place) -> None:
    """The document has a strict policy, no outside assets and no inline script or style, and lists the stories."""
    async with place.session.get(place.local.page_url) as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert not re.search(r"<script>|<style|\son\w+=|style=", page)
    assert set(re.findall(r'(?:src|rel="stylesheet" href)="([^"]+)"', page)) == {
        "/page/app.js",
        "/page/forms.js",
        "/page/style.css",
    }
    for story in STORIES:
        assert html.escape(story.headline) in page


@pytest.mark.parametrize("name", ["app.js", "forms.js", "style.css", "icon.svg"])
async def test_assets(place: Place, name: str) -> None:
    """Script and style are served from the page's own origin."""
    async with place.session.get(f"{place.local.page_url}page/{name}") as answer:
        assert answer.status == 200
        assert "http" not in re.sub(r"http://www\.w3\.org/2000/svg", "", await answer.text())


async def test_other_sites_are_refused(place: Place) -> None:
    """A page under another name or of another origin gets nothing."""
    for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        async with place.session.get(place.local.page_url, headers=headers) as answer:
            assert answer.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await place.session.ws_connect(f"{place.local.page_url}page/socket", headers=headers)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.file)
async def test_articles(place: Place, story: Any) -> None:
    """Each demo article is served, in a sandbox."""
    async with place.session.get(f"{place.local.page_url}articles/{story.file}") as answer:
        assert answer.status == 200
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert await answer.text() == text_of(story)


async def test_post_and_button(place: Place) -> None:
    """A posted message appears, the bot's answer below it, and its button answers in private."""
    await place.browser.ask("post", text="card")
    await place.browser.shown("message", "card")
    card = await place.browser.shown("message", "a card for")
    assert 'data-do="press" data-custom="again"' in card["html"]
    await place.browser.ask("press", id=number_of(card), custom="again")
    assert "Only you can see this" in (await place.browser.shown("message", "again, in private"))["html"]


async def test_select_and_modal(place: Place) -> None:
    """A choice edits the card; a modal is shown as a form and submitted."""
    await place.browser.ask("post", text="card")
    card = await place.browser.shown("message", "a card for")
    await place.browser.ask("choose", id=number_of(card), custom="length", values=["l"])
    assert number_of(await place.browser.shown("message", "chosen: l")) == number_of(card)
    await place.browser.ask("press", id=number_of(card), custom="ask")
    form = (await place.browser.shown("modal"))["html"]
    token = re.findall(r'data-token="([^"]+)"', form)[0]
    await place.browser.ask("submit", token=html.unescape(token), fields={"word": "nutgraf"})
    await place.browser.shown("message", "the word is nutgraf")


async def test_commands(place: Place) -> None:
    """Commands are listed with sub-commands as their own, completed, and run with typed options."""
    await place.browser.ask("open")
    frame = await place.browser.shown("channel")
    words = [command["words"] for command in frame["commands"]]
    assert words == ["colour", "config watch", "say", "slow"]
    await place.browser.ask("complete", words="colour", option="name", typed="gre")
    assert [choice["name"] for choice in (await place.browser.shown("choices"))["choices"]] == ["green", "grey"]
    await place.browser.ask("command", words="say", options={"text": "typed", "private": "true"})
    await place.browser.shown("message", "typed")
    await place.browser.ask("command", words="config watch", options={"channel": frame["id"]})
    await place.browser.shown("message", "watching news")
    data = base64.b64encode(b"12345").decode()
    await place.browser.ask("command", words="slow", options={"file": {"name": "a.txt", "type": "", "data": data}})
    await place.browser.shown("message", "done 5")


async def test_context_menu(place: Place) -> None:
    """The bot's message menus hang on every message."""
    await place.browser.ask("post", text="abc")
    post = await place.browser.shown("message", "abc")
    assert 'data-do="menu" data-name="Count letters"' in post["html"]
    await place.browser.ask("menu", id=number_of(post), name="Count letters")
    await place.browser.shown("message", "3 letters")


async def test_own_messages(place: Place) -> None:
    """A visitor edits, deletes and reacts to messages; somebody else may not touch them."""
    await place.browser.ask("post", text="first")
    post = number_of(await place.browser.shown("message", "first"))
    await place.browser.ask("edit", id=post, text="second")
    await place.browser.shown("message", "second")
    await place.browser.ask("react", id=post, emoji="📰")
    assert "reaction mine" in (await place.browser.shown("message", "📰 1"))["html"]
    mira = place.newsroom.people[1]
    await place.browser.ask("open", **{"as": str(mira.id)})
    await place.browser.ask("edit", id=post, text="third")
    assert "somebody else" in (await place.browser.shown("problem"))["text"]
    await place.browser.ask("delete", id=post)
    assert "may not" in (await place.browser.shown("problem"))["text"]
    await place.browser.ask("open", **{"as": str(place.newsroom.people[0].id)})
    await place.browser.ask("delete", id=post)
    assert (await place.browser.shown("gone"))["id"] == post


async def test_long_paste_becomes_a_file(place: Place) -> None:
    """A text over 2,000 characters is sent as message.txt, and a file as an attachment."""
    await place.browser.ask("post", text="word " * 500)
    assert "message.txt" in (await place.browser.shown("message"))["html"]
    data = base64.b64encode(b"12345").decode()
    await place.browser.ask("post", text="file", files=[{"name": "../a.txt", "type": "text/plain", "data": data}])
    assert "a.txt</a>" in (await place.browser.shown("message", "a.txt"))["html"]
    await place.browser.shown("message", "5 bytes")


async def test_other_channels(place: Place) -> None:
    """A message elsewhere marks its channel; direct messages with the bot are a channel too."""
    general = place.newsroom.guild.channel("general")
    place.local.people.post(general, place.newsroom.people[1], "over here")
    assert (await place.browser.shown("unread"))["channel"] == str(general.id)
    place.local.service.typing(place.newsroom.guild.channel("news"), place.newsroom.people[1].user)
    assert (await place.browser.shown("typing"))["name"] == "mira"
    await place.browser.ask("open")
    channels = (await place.browser.shown("channel"))["channels"]
    assert [channel["name"] for channel in channels] == ["news", "general", "forum", "nutgraf"]


async def test_private_messages_stay_private(place: Place) -> None:
    """Nobody else is shown a private answer."""
    await place.browser.ask("command", words="say", options={"text": "between us", "private": "true"})
    await place.browser.shown("message", "between us")
    await place.browser.ask("open", **{"as": str(place.newsroom.people[1].id)})
    assert "between us" not in str(await place.browser.shown("channel"))


async def test_hostile_text_is_shown_as_text(place: Place) -> None:
    """Names, texts, labels, files and links of any content make no markup."""
    evil = '"><img src=x onerror=alert(1)>'
    service, news = place.local.service, place.newsroom.guild.channel("news")
    button = {"type": 2, "style": 1, "label": evil, "custom_id": evil}
    link = {"type": 2, "style": 5, "label": "x", "url": f"javascript:{evil}"}
    select = {"type": 3, "custom_id": evil, "placeholder": evil, "options": [{"label": evil, "value": evil}]}
    container = {
        "type": 17,
        "components": [
            {"type": 10, "content": evil},
            {"type": 1, "components": [button, link]},
            {"type": 1, "components": [select]},
        ],
    }
    embed = {"title": evil, "description": evil, "fields": [{"name": evil, "value": evil}]}
    file = place.local.people.file(evil, b"x")
    draft = MessageDraft(evil, components=[container], embeds=[embed], attachments=[file])
    message = service.post(news, service.user(evil), draft)
    service.react(message, service.owner, evil)
    shown = (await place.browser.shown("message", "reaction"))["html"]
    assert "<img" not in shown
    assert "javascript:" not in shown
    assert evil in html.unescape(shown)


@pytest.mark.parametrize(
    "frame", ["no JSON", "[]", '{"do": "nothing"}', '{"do": "press"}', '{"do": "edit", "id": "1", "text": "a"}']
)
async def test_strange_requests(place: Place, frame: str) -> None:
    """What the page cannot do is answered with a sentence, and the page goes on."""
    await place.browser._socket.send_str(frame)  # noqa: SLF001 - no browser would send that.
    assert (await place.browser.shown("problem"))["text"].endswith(".")
    await place.browser.ask("post", text="still here")
    await place.browser.shown("message", "still here")


async def test_silence_is_told(place: Place) -> None:
    """Where the bot does not answer within three seconds, the page says so as Discord does."""
    place.local.api.failures.append(Failure("*", re.compile("/callback"), 404, 1))
    await place.browser.ask("command", words="say", options={"text": "unheard"})
    assert (await place.browser.shown("problem"))["text"] == "The application did not respond."


async def test_news_is_watched(place: Place) -> None:
    """The owner's own command lets the bot watch #news."""
    await watch_news(place.local, place.newsroom)
    await place.browser.shown("message", "watching news")


async def test_reply_line_keeps_a_spoiler(place: Place) -> None:
    """What a spoiler hides is not told by the line above a reply to it."""
    news, owner = place.newsroom.guild.channel("news"), place.newsroom.people[0]
    first = place.local.people.post(news, owner, "The end: ||the butler|| did it")
    reply = place.local.people.post(news, owner, "Really?", reply_to=first)
    shown = Renderer(place.local.service, owner.user, {}).message(reply)
    assert "did it" in shown
    assert "butler" not in shown
