"""The demo guild "Newsroom": its channels and people, and articles of our own served from the same server."""

import asyncio
import contextlib
from dataclasses import dataclass
from importlib import resources

from aiohttp import web

from playground.options import NotOfferedError
from playground.rules.state import ChannelKind, Guild, Member
from playground.server import LocalDiscord

# Seconds between two looks whether the bot has registered its commands.
LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Story:
    """A demo article: its file, its headline, and what it is there to show."""

    file: str
    headline: str
    shows: str

    @property
    def is_text(self) -> bool:
        """Whether it is pasted instead of linked."""
        return self.file.endswith(".txt")


STORIES = (
    Story("tide-mill.html", "Port Verrin votes to rebuild its tide mill", "a local story with four speakers"),
    Story("night-trains.html", "Night trains return to the Karst line", "a speaker who is only called “she”"),
    Story("glass-bees.html", "A village counted its bees for thirty summers", "a report with a cookie banner"),
    Story("observatory.txt", "Observatory hears a storm on another world", "an article pasted as text"),
    Story("hostile.html", "Lottery office closes after a practical joke", "a page that tries to give orders"),
    Story(
        "paywall.html",
        "Inside the merger that nobody wanted",
        "a paywall stub: no answer but 🔒 for a while, since there is no news to read; Apps → “Why no brief?” says so",
    ),
)


def text_of(story: Story) -> str:
    """A demo article's file as text."""
    return (resources.files("playground") / "articles" / story.file).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The demo guild and those who may be played in it, the owner first."""

    guild: Guild
    people: tuple[Member, ...]


def build_newsroom(local: LocalDiscord) -> Newsroom:
    """Make the guild and serve its articles; call it before the server is entered."""
    service = local.service
    owner = service.user("you")
    service.owner = owner  # So that the commands for the bot's owner can be tried.
    guild = service.guild("Newsroom", owner)
    for name in ("news", "general"):
        service.channel(guild, name)
    service.channel(guild, "forum", ChannelKind.FORUM)
    members = [service.join(guild, service.user(name)) for name in ("mira", "jonas")]
    members.append(service.join(guild, service.user("greta (German)", locale="de")))
    service.installed_by.add(owner.id)
    local.app.router.add_get("/articles/{name}", _article)
    service.private_channel(owner, service.bot)
    return Newsroom(guild, (guild.members[owner.id], *members))


async def _article(request: web.Request) -> web.Response:
    story = next((story for story in STORIES if story.file == request.match_info["name"]), None)
    if story is None:
        raise web.HTTPNotFound
    kind = "text/plain" if story.is_text else "text/html"
    # The pages are for reading alone; the hostile one among them must not run in the chat page's origin.
    headers = {"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'"}
    return web.Response(text=text_of(story), content_type=kind, charset="utf-8", headers=headers)


async def watch_news(local: LocalDiscord, newsroom: Newsroom) -> None:
    """Once the bot is there, let it watch #news by its own command, as the owner would.

    The limits of a minute are lifted: whoever tries everything at once would meet them. Signs say why a
    link got no brief.
    """
    news, general, owner = newsroom.guild.channel("news"), newsroom.guild.channel("general"), newsroom.people[0]
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        connected = any(session.connection for session in local.service.gateway.sessions.values())
        with contextlib.suppress(NotOfferedError):
            if connected:
                local.people.command(news, owner, "config watch", {"channel": news})
                break
    with contextlib.suppress(NotOfferedError):  # Another bot than Nutgraf may have no limits.
        local.people.command(general, owner, "config limits", {"member": "none", "channel": "none"})
        local.people.command(general, owner, "config signs", {"shown": True})
