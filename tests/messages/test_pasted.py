"""What people paste where a link is asked for."""

import pytest

from bot.domain.chat.links import FoundLink
from bot.messages.posts.pasted import MessageLink, Pasted, message_link, read_pasted

STORY = "https://news.example/2026/harbour-closes"


@pytest.mark.parametrize(
    "typed",
    [
        STORY,
        f"<{STORY}>",
        f"Harbour closes for the winter {STORY}",
        f"[the harbour]({STORY})",
        f"[the harbour](<{STORY}>)",
        f"{STORY}.",
        f"“{STORY}”",
        f"`{STORY}`",
        f"> {STORY}",
        f"{STORY}?utm_source=chat",
        "news.example/2026/harbour-closes",
        "read news.example/2026/harbour-closes, please",
        "(news.example/2026/harbour-closes)",
    ],
)
def test_one_link(typed: str) -> None:
    """A link is found in whatever marks and words it comes."""
    assert read_pasted(typed) == Pasted(links=(FoundLink(STORY),))


@pytest.mark.parametrize("typed", [f"||{STORY}||", "||news.example/2026/harbour-closes||"])
def test_spoiler(typed: str) -> None:
    """What is hidden stays hidden."""
    assert read_pasted(typed).links == (FoundLink(STORY, spoiler=True),)


def test_several_links() -> None:
    """Several links are found in order, each once."""
    other = "https://news.example/2026/mill-burns"
    found = read_pasted(f"{STORY} and <{other}>, {STORY}")
    assert [link.url for link in found.links] == [STORY, other]


@pytest.mark.parametrize("typed", ["", "the harbour closes", "Mr.Smith said so.", "a.b c.d", "12", "3.5"])
def test_no_link(typed: str) -> None:
    """Words with points in them are no links."""
    assert read_pasted(typed) == Pasted()


def test_link_to_a_message() -> None:
    """A link to a message names it; a link beside it counts too."""
    where = "https://ptb.discord.com/channels/1/2/3"
    assert read_pasted(f"<{where}>").message == MessageLink(1, 2, 3)
    assert read_pasted(f"{where} {STORY}") == Pasted((FoundLink(STORY),), message=MessageLink(1, 2, 3))
    assert message_link("https://discord.com/channels/@me/2/3") == MessageLink(None, 2, 3)
    assert message_link("https://discord.example/channels/1/2/3") is None


def test_links_to_no_article() -> None:
    """What leads to no article by its looks is kept apart, to say why."""
    found = read_pasted("https://news.example/ https://discord.com/channels/1/2")
    assert (found.links, found.others) == ((), ("https://news.example/", "https://discord.com/channels/1/2"))


def test_link_that_stands_open_and_hidden_is_hidden() -> None:
    """One mention within bars is enough, whichever comes first."""
    for typed in (f"{STORY} ||{STORY}||", f"||{STORY}|| {STORY}"):
        assert read_pasted(typed).links == (FoundLink(STORY, spoiler=True),)


@pytest.mark.parametrize("marks", ["<>", "()", "[]", "“”", "„“", "«»", '""', "''", ",:", ";!", "??", "||||"])
def test_bare_address_is_found_within_any_marks(marks: str) -> None:
    """Whatever a member types around an address belongs to the sentence."""
    bare = STORY.removeprefix("https://")
    half = len(marks) // 2
    typed = f"see {marks[:half]}{bare}{marks[half:]} now"
    assert [link.url for link in read_pasted(typed).links] == [STORY]


def test_bare_host_is_an_address_where_it_is_all_there_is() -> None:
    """It leads to no article, and that is told; beside other words it is a word with a point in it."""
    assert read_pasted("news.example").others == ("https://news.example",)
    assert read_pasted("<news.example>").others == ("https://news.example",)
    assert read_pasted("see news.example") == Pasted()
