"""Links as Discord renders them, and their canonical form."""

import pytest

from bot.domain.chat.links import FoundLink, Unfit, canonical, scan, unfit
from tests.support.growth import grows_linearly

A = "https://news.example.org/2026/harbour-closes"
B = "https://other.example.org/story-2"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (A, [A]),
        (f"look: {A}.", [A]),
        (f"({A})", [A]),
        (f"({A}).", [A]),
        (f"“{A}”", [A]),
        (f"**{A}**", [A]),
        (f"_{A}_", [A]),
        (f"{A}, {B}!", [A, B]),
        (f"{A}\n{B}", [A, B]),
        (f"{A} {A}", [A]),
        (f"看{A}。很有意思", [A]),
        (f"<{A}>", []),
        (f"`{A}`", []),
        (f"``a ` {A}``", []),
        (f"```\n{A}\n\n{B}\n```", []),
        (f"```{A}", [A]),
        (f"[the harbour]({A})", [A]),
        (f"[the harbour](<{A}>)", []),
        ("https://en.example.org/wiki/Nut_(food)", ["https://en.example.org/wiki/Nut_(food)"]),
        ("(see https://en.example.org/wiki/Nut_(food))", ["https://en.example.org/wiki/Nut_(food)"]),
        ("[a](https://en.example.org/wiki/Nut_(food)) b", ["https://en.example.org/wiki/Nut_(food)"]),
        (f"> {A}\nmine: {B}", [B]),
        (f"mine: {B}\n>>> {A}\n{A}", [B]),
        (f"a > {A}", [A]),
        (f"x{A}", []),
        ("https://", []),
        ("ftp://example.org/a", []),
        ("no link here", []),
        (f"<#123> {A} <@456> <:shrug:789>", [A]),
        ("HTTPS://News.Example.org/Story-1", ["HTTPS://News.Example.org/Story-1"]),
        (r"\`" + A + r"\`", [A + "\\"]),
    ],
)
def test_links_are_found_as_discord_renders_them(content: str, expected: list[str]) -> None:
    """Bare and masked links are found without the sentence's punctuation; `<url>`, code and quoted messages are not."""
    assert [link.url for link in scan(content).links] == expected


@pytest.mark.parametrize(
    ("content", "spoilers"),
    [
        (f"||{A}||", [True]),
        (f"||look {A} and|| {B}", [True, False]),
        (f"|| open only {A}", [False]),
        (f"||a|| {A} ||b||", [False]),
        (f"`||` {A} `||`", [False]),
        (f"||[words]({A})||", [True]),
    ],
)
def test_spoilers_are_marked(content: str, spoilers: list[bool]) -> None:
    """A link between a pair of bars is a spoiler; bars within code and a lone pair of bars hide nothing."""
    assert [link.spoiler for link in scan(content).links] == spoilers


def test_a_suppressed_link_is_known() -> None:
    """A message whose only link is suppressed says so, so that /why can."""
    assert scan(f"<{A}>").suppressed
    assert not scan(A).suppressed
    assert scan(A).links == (FoundLink(A),)


@pytest.mark.parametrize(
    "unit", ["||", "`", "[", "](", "](https://a.b/", "<https://", "https://a.b/(", "> ", "\\", "h"]
)
def test_hostile_messages_take_linear_time(unit: str) -> None:
    """Eight times the text takes about eight times as long, whatever it is made of."""
    assert grows_linearly(lambda count: scan("https://a.b/c " + unit * count), small=2_000, large=16_000)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://discord.com/channels/1/2/3", Unfit.DISCORD),
        ("https://cdn.discordapp.com/attachments/1/2/story.pdf", Unfit.DISCORD),
        ("https://discord.gg/abc", Unfit.DISCORD),
        ("https://example.org/cat.GIF", Unfit.MEDIA),
        ("https://tenor.com/view/cat-123", Unfit.MEDIA),
        ("https://example.org", Unfit.FRONT),
        ("https://example.org/", Unfit.FRONT),
        ("https://example.org/?utm_source=chat", Unfit.FRONT),
        ("https://example.org/en/", Unfit.FRONT),
        ("https://example.org/index.html", Unfit.FRONT),
        ("https://example.org/?p=123", None),
        ("https://example.org/harbour-closes", None),
        ("https://example.org/world/2026/11/24/harbour", None),
        ("https://example.org/story.pdf", None),
        ("https://notdiscord.com/harbour-closes", None),
        ("https://[broken/harbour-closes", Unfit.ADDRESS),
        ("ftp://example.org/harbour-closes", Unfit.ADDRESS),
    ],
)
def test_addresses_that_lead_to_no_article(url: str, reason: Unfit | None) -> None:
    """Discord's own links, media, and home pages are told by the address alone."""
    assert unfit(url) is reason


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (A, A),
        (A + "?utm_source=x&fbclid=abc", A),
        (A + "?gclid=1#comments", A),
        (A + "#:~:text=harbour", A),
        ("https://NEWS.example.org:443/2026/harbour-closes", A),
        (A + "?page=2&id=7", A + "?id=7&page=2"),
        ("https://example.org/view.php?uid=77", "https://example.org/view.php?uid=77"),
        ("https://example.org/story?12345", "https://example.org/story?12345"),
        ("https://m.example.org/a-b", "https://example.org/a-b"),
        ("https://en.m.example.org/wiki/Nut_1", "https://en.example.org/wiki/Nut_1"),
        ("https://mobile.example.co.uk/a-b", "https://example.co.uk/a-b"),
        ("https://example.org/a-b/amp/", "https://example.org/a-b"),
        ("https://example.org/a-b/amp", "https://example.org/a-b"),
        ("https://example.org/a-b.amp.html", "https://example.org/a-b.html"),
        ("https://example.org/a-b?amp=1", "https://example.org/a-b"),
        ("https://www.google.com/amp/s/example.org/a-b", "https://example.org/a-b"),
        ("https://example-org.cdn.ampproject.org/c/s/example.org/a-b", "https://example.org/a-b"),
        ("http://127.0.0.1:8123/harbour-closes?utm_medium=y", "http://127.0.0.1:8123/harbour-closes"),
        ("http://[::1]:8123/harbour-closes", "http://[::1]:8123/harbour-closes"),
        ("https://example.org/champion", "https://example.org/champion"),
        ("https://example.org/#!/story/1", "https://example.org/#!/story/1"),
    ],
)
def test_one_article_has_one_address(url: str, expected: str) -> None:
    """Trackers, AMP, mobile hosts, default ports and fragments go; what names the article stays."""
    assert canonical(url) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    ("declared", "believed"),
    [
        ("https://www.example.org/2026/harbour", True),
        ("https://example.com/2026/harbour", False),
        ("https://example.org/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_page_names_itself_within_its_own_site(declared: str, believed: bool) -> None:
    """A page's rel=canonical counts when it leads to an article of the same site, and not otherwise."""
    url = "https://news.example.org/h-1"
    assert canonical(url, declared) == (declared if believed else url)
