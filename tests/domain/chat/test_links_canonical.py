import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chat.links import FoundLink, canonical, is_article_link, is_same_site, scan

STORY = "https://news.example/2026/harbour"


@pytest.mark.parametrize(
    "content",
    [
        STORY,
        f"Look at {STORY}, it is big.",
        f"({STORY})",
        f"**{STORY}**",
        f"[the harbour]({STORY})",
        f"> what somebody said\n{STORY}",
        f"```\ncode\n```{STORY}",
        f"{STORY}?utm_source=chat&fbclid=1#top",
        f"`code` {STORY} {STORY}",
        "https://m.news.example/2026/harbour",
        "https://news.example/2026/harbour/amp/",
        "https://www.google.com/amp/s/news.example/2026/harbour",
        "https://news-example.cdn.ampproject.org/c/s/news.example/2026/harbour",
        "HTTPS://NEWS.example:443/2026/harbour",
    ],
)
def test_link_is_found_in_its_canonical_form(content: str) -> None:
    """However a message writes the link, it is one link in one form."""
    assert scan(content).articles == (FoundLink(STORY),)


@pytest.mark.parametrize(
    "content",
    [
        "no link at all",
        f"<{STORY}>",
        f"`{STORY}`",
        f"```\n{STORY}\n\nmore```",
        f"> {STORY}",
        f">>> line\n{STORY}",
        "https://discord.com/channels/1/2/3",
        "https://discord.gg/invite",
        "https://cdn.discordapp.com/attachments/1/2/x.png",
        "https://news.example/photo.JPG",
        "https://www.youtube.com/watch?v=1",
        "https://news.example/",
        "https://news.example",
        "ftp://news.example/story",
        "https://",
        "http://[::1/broken",
    ],
)
def test_what_is_no_article_link_is_left(content: str) -> None:
    """Suppressed links, code, quotes of others, Discord's own, media, players and home pages are left alone."""
    assert scan(content).articles == ()


@pytest.mark.parametrize("content", [f"||{STORY}||", f"||so {STORY} it ends||", f"||[the end]({STORY})||"])
def test_link_in_a_spoiler_is_marked(content: str) -> None:
    """A link between spoiler marks is found and marked."""
    assert scan(content).articles == (FoundLink(STORY, spoiler=True),)


def test_link_after_a_spoiler_is_open() -> None:
    """Spoiler marks end where they end."""
    assert scan(f"||hidden|| {STORY}").articles == (FoundLink(STORY),)


def test_several_links_keep_their_order() -> None:
    """Links come in the order of the message, each once."""
    content = f"{STORY}/b then {STORY}/a then {STORY}/b"
    assert [link.url for link in scan(content).articles] == [f"{STORY}/b", f"{STORY}/a"]


def test_parentheses_of_the_address_stay() -> None:
    """An address keeps its balanced parentheses and loses the sentence's."""
    (link,) = scan("(see https://wiki.example/Port_(town))").articles
    assert link.url == "https://wiki.example/Port_%28town%29"


def test_query_keeps_what_names_the_article() -> None:
    """Parameters that are no tracking stay, and nothing in them is read as HTML."""
    assert canonical("https://news.example/a?id=7&copy=2&utm_medium=x") == "https://news.example/a?copy=2&id=7"


def test_declared_link_wins_on_its_own_site_alone() -> None:
    """A page's rel=canonical counts within the same site and nowhere else."""
    assert canonical(f"{STORY}?x=1", "https://www.news.example/harbour") == "https://www.news.example/harbour"
    assert canonical(f"{STORY}?x=1", "https://evil.example/harbour") == f"{STORY}?x=1"
    assert canonical(f"{STORY}?x=1", "https://news.example/") == f"{STORY}?x=1"
    assert not is_same_site("https://news.example/a", "https://thenews.example/a")


@given(st.text(alphabet=st.sampled_from("htps:/<>`|[]()> \n.a&_*"), max_size=200))
def test_any_message_is_read(content: str) -> None:
    """Any message at all gives links that are article links, and canonical forms that stay as they are."""
    for link in scan("https://x.example/s " + content).articles:
        assert is_article_link(link.url)
        assert canonical(link.url) == link.url


@given(st.from_regex(r"https?://[a-z]{1,5}\.example(:[0-9]{1,4})?/[ -~]{0,40}", fullmatch=True))
def test_canonical_form_is_stable(url: str) -> None:
    """The canonical form of a canonical form is itself."""
    assert canonical(canonical(url)) == canonical(url)
