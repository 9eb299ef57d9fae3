"""The gates: which messages want an answer, and what stops the others, in order."""

from dataclasses import replace
from typing import Any

import pytest

from bot.messages.posts.gates import Stop, is_watched, may_ask, permitted, stopped_by, stopped_file
from bot.messages.posts.post import File, Findings, Post, Trigger, look_into
from bot.messages.posts.refusals import fields_of, refusal
from config import limits
from config.guild import EVERYWHERE, ChannelSettings, GuildSettings, Style

NEWS, THREAD, CATEGORY, ANA, ROLE = 10, 11, 12, 7, 70
LINK = "https://news.example/harbour"
WATCHED = GuildSettings(watched={NEWS: ChannelSettings()})


def post(text: str = LINK, **changes: Any) -> Post:
    """A message of Ana's in #news."""
    return replace(Post(100, NEWS, 5, ANA, (text,)), **changes)


def stop(
    message: Post,
    settings: GuildSettings = WATCHED,
    trigger: Trigger = Trigger.WATCH,
    *,
    opted_out: frozenset[int] = frozenset(),
) -> Stop | None:
    """What stops a message."""
    return stopped_by(message, look_into(message), settings, opted_out=opted_out, trigger=trigger)


def file(name: str, size: int = 10, kind: str | None = None) -> File:
    """A file of which nobody reads a byte."""

    async def read() -> bytes:
        raise AssertionError

    return File(name, kind, size, read)


def test_link_in_a_watched_channel_is_let_through() -> None:
    """And so is one in its thread, in a channel of a watched category, and everywhere where all is watched."""
    assert stop(post()) is None
    assert stop(post(channel=THREAD, parent=NEWS)) is None
    assert stop(post(channel=20, category=CATEGORY), GuildSettings(watched={CATEGORY: ChannelSettings()})) is None
    assert stop(post(channel=20), GuildSettings(watched={EVERYWHERE: ChannelSettings()})) is None


@pytest.mark.parametrize(
    ("message", "settings", "says"),
    [
        (post(is_system=True), WATCHED, Stop.SYSTEM),
        (post(is_system=True), GuildSettings(), Stop.SYSTEM),
        (post(channel=20), WATCHED, Stop.NOT_WATCHED),
        (post(is_bot=True, channel=20), WATCHED, Stop.NOT_WATCHED),
        (post(is_bot=True), WATCHED, Stop.BOT),
        (post(is_bot=True), GuildSettings(watched={NEWS: ChannelSettings(bots=True)}), None),
        (post(is_bot=True, is_proxied=True), WATCHED, Stop.BOT),
        (post(is_proxied=True), WATCHED, None),
        (post(is_proxied=True), GuildSettings(watched={NEWS: ChannelSettings(proxies=False)}), Stop.PROXY),
        (post(is_proxied=True), GuildSettings(watched={NEWS: ChannelSettings(bots=True, proxies=False)}), None),
        (post(), replace(WATCHED, style=Style.REACTION), Stop.REACTION_ONLY),
        (post(), replace(WATCHED, style=Style.THREAD), None),
        (post(), replace(WATCHED, roles=(ROLE,)), Stop.ROLE),
        (post(roles=frozenset({ROLE, 1})), replace(WATCHED, roles=(ROLE, 2)), None),
        (post(is_bot=True), replace(WATCHED, roles=(ROLE,), watched={NEWS: ChannelSettings(bots=True)}), None),
        (post(without_previews=True), WATCHED, Stop.WITHOUT_PREVIEWS),
        (post(may_embed=False), WATCHED, Stop.MAY_NOT_EMBED),
        (post(may_embed=True), WATCHED, None),
        (post("hello", may_embed=False), WATCHED, Stop.NOTHING),
        (
            post(is_bot=True, without_previews=True),
            GuildSettings(watched={NEWS: ChannelSettings(bots=True)}),
            None,
        ),
    ],
)
def test_who_wrote_it(message: Post, settings: GuildSettings, says: Stop | None) -> None:
    """Who wrote a message, and where, decides first."""
    assert stop(message, settings) is says


def test_who_opted_out_is_left_alone() -> None:
    """Neither unasked nor by somebody's reaction, but where somebody asks by name."""
    out = frozenset({ANA})
    assert stop(post(), opted_out=out) is Stop.OPTED_OUT
    assert stop(post(), replace(WATCHED, style=Style.REACTION), opted_out=out) is Stop.OPTED_OUT
    assert stop(post(), replace(WATCHED, style=Style.REACTION), Trigger.REACTION, opted_out=out) is Stop.OPTED_OUT
    assert stop(post(), replace(WATCHED, style=Style.REACTION), Trigger.REACTION, opted_out=frozenset({8})) is None
    assert stop(post(), trigger=Trigger.MENTION, opted_out=out) is None
    assert stop(post(author=8), opted_out=out) is None


@pytest.mark.parametrize("trigger", [Trigger.MENTION, Trigger.COMMAND, Trigger.MENU, Trigger.REACTION])
def test_who_asks_by_name_is_asked_for_less(trigger: Trigger) -> None:
    """Where nobody watches a reaction is stopped, and nothing else is; what the message holds counts for all."""
    bot = post(is_bot=True, is_system=True, without_previews=True)
    assert stop(bot, replace(WATCHED, roles=(ROLE,)), trigger) is None
    elsewhere = stop(post(channel=20), WATCHED, trigger)
    assert elsewhere is (Stop.NOT_WATCHED if trigger is Trigger.REACTION else None)
    assert stop(post("hello"), WATCHED, trigger) is Stop.NOTHING


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", Stop.NOTHING),
        ("hello", Stop.NOTHING),
        (f"<{LINK}>", Stop.SUPPRESSED),
        (f"<{LINK}> https://news.example/", Stop.FRONT),
        ("https://discord.com/channels/1/2/3", Stop.DISCORD),
        ("https://news.example/harbour.png", Stop.MEDIA),
        ("https://news.example/", Stop.FRONT),
        (f"{LINK} https://news.example/", None),
    ],
)
def test_what_it_holds(text: str, says: Stop | None) -> None:
    """What a message holds that is no article says which gate stops it."""
    assert stop(post(text)) is says


def test_domains() -> None:
    """Of two links one may be answered; where none may, the domain stops it, but no paste and no file beside it."""
    denied = replace(WATCHED, deny=("news.example",))
    assert stop(post(), denied) is Stop.DOMAIN
    assert stop(post(f"{LINK} https://other.example/harbour"), denied) is None
    assert stop(post(), replace(WATCHED, allow=("other.example",))) is Stop.DOMAIN
    assert stop(post(files=(file("a.txt"),)), denied) is None
    links = look_into(post(f"{LINK} https://other.example/harbour")).links
    assert [link.url for link in permitted(links, denied)] == ["https://other.example/harbour"]
    assert permitted(links, WATCHED) == links


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (file("a.txt"), None),
        (file("a.TXT", limits.PDF_BYTES), None),
        (file("a.pdf", limits.PDF_BYTES + 1), Stop.FILE_SIZE),
        (file("a.docx"), Stop.WORD),
        (file("a.odt"), Stop.WORD),
        (file("a.epub"), Stop.EBOOK),
        (file("a.zip"), Stop.FILE_KIND),
        (file("a", kind="text/plain; charset=utf-8"), None),
        (file("a", kind="image/png"), Stop.FILE_KIND),
        (file("a.png", kind="text/plain"), Stop.FILE_KIND),
    ],
)
def test_files(given: File, says: Stop | None) -> None:
    """A file is judged by its size and name, and by its type where the name says nothing."""
    assert stopped_file(given) is says
    assert stop(post("", files=(given,))) is says


def test_first_unread_file_is_the_reason() -> None:
    """A readable file beside an unreadable one is read."""
    assert stop(post("", files=(file("a.zip"), file("b.epub")))) is Stop.FILE_KIND
    assert stop(post("", files=(file("a.zip"), file("b.txt")))) is None


def test_roles() -> None:
    """Without a list everybody may ask; with one whoever has one of its roles."""
    assert may_ask(frozenset(), GuildSettings())
    assert not may_ask(frozenset({1}), GuildSettings(roles=(ROLE,)))
    assert may_ask(frozenset({1, ROLE}), GuildSettings(roles=(2, ROLE)))


def test_channel_that_is_left_alone() -> None:
    """A channel is not watched though its category is, and neither are its threads."""
    settings = GuildSettings(watched={CATEGORY: ChannelSettings()}, left_alone=(NEWS,))
    assert not is_watched(post(category=CATEGORY), settings)
    assert not is_watched(post(channel=THREAD, parent=NEWS, category=CATEGORY), settings)
    assert is_watched(post(channel=20, category=CATEGORY), settings)


def test_refusal_names_what_it_is_about() -> None:
    """The sentence of a gate has the domain or the file in it; where nothing is given it says how to ask."""
    denied = look_into(post())
    assert "news.example" in refusal(Stop.DOMAIN, denied).sentence
    unread = look_into(post("", files=(file("a.zip"),)))
    assert "“a.zip”" in refusal(Stop.FILE_KIND, unread).sentence
    large = look_into(post("", files=(file("a.pdf", limits.PDF_BYTES + 1),)))
    assert f"the {limits.PDF_BYTES // 1_000_000} MB" in refusal(Stop.FILE_SIZE, large).sentence
    assert "Give me a link" in refusal(Stop.NOTHING, Findings()).sentence
    assert fields_of(Findings()) == {"domain": "", "name": "", "limit_mb": limits.PDF_BYTES // 1_000_000}
    assert all(reason.template for reason in Stop)


@pytest.mark.parametrize(("size", "stop"), [(limits.PDF_BYTES, None), (limits.PDF_BYTES + 1, Stop.FILE_SIZE)])
def test_largest_file_that_is_read(size: int, stop: Stop | None) -> None:
    """The bound itself is within it."""
    assert stopped_file(File("report.pdf", "application/pdf", size, _nothing)) is stop


async def _nothing() -> bytes:
    return b""
