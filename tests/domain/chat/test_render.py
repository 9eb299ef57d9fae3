"""A brief as a message: Discord's limits, whole quotes, and text that stays text."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.chat.button_ids import PATTERN, Action, ButtonId, read_button_id
from bot.domain.chat.card import SECTIONS, render, render_headline
from bot.domain.chat.links import scan
from bot.domain.chat.quotes import spoken
from bot.domain.chat.render import fill, render_pointer, render_quotes, render_stage
from bot.domain.chat.view import Button, Card, LinkButton, Size, View, escape, link_button, masked, safe_url
from bot.domain.text.context import OPINION
from bot.domain.values.actor import Actor, Kind
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.proof import Evidence, Proof
from bot.domain.values.quote import Quote
from bot.domain.values.wish import Length, Wish
from bot.i18n.words import Words
from config import limits

WORDS = Words()
PLAIN = "The quay cannot wait another winter."
ALPHABETS = st.sampled_from(
    ["港口将关闭维修。“”", "Порт зачинять, сказав мер. їєґ", "🚢🇺🇦👩‍👩‍👧 ", "a *_~|`<>[]()@:/#-\\\n\u202e\ud800"]
)
TEXTS = ALPHABETS.flatmap(lambda letters: st.text(alphabet=st.sampled_from(letters), max_size=60)).flatmap(
    lambda text: st.integers(1, 80).map(lambda times: text * times)
)
URLS = st.none() | TEXTS | TEXTS.map(lambda text: f"https://news.example/{text}")


def a_brief(text: str = PLAIN, *, quotes: tuple[Quote, ...] = (), actors: tuple[Actor, ...] = ()) -> Brief:
    """A brief of a short article."""
    article = Article(text=text, url="https://news.example/a", title="Harbour", site="News", published="2026-11-24")
    return Brief("Harbour closes", (text,), actors, quotes, article, "builtin")


BRIEFS = st.builds(
    Brief,
    headline=TEXTS,
    summary=st.lists(TEXTS, max_size=4).map(tuple),
    actors=st.lists(st.builds(Actor, TEXTS, st.sampled_from(Kind), TEXTS, st.just(1)), max_size=7).map(tuple),
    quotes=st.lists(
        st.builds(Quote, TEXTS, st.none() | TEXTS, st.just(0), st.just(1), URLS, st.none() | TEXTS), max_size=8
    ).map(tuple),
    article=st.builds(
        Article, text=TEXTS, url=URLS, site=TEXTS, published=TEXTS, complete=st.booleans(), notes=st.tuples(TEXTS)
    ),
    engine=TEXTS,
    notes=st.tuples(TEXTS),
)


def within_limits(view: View) -> None:
    """Assert that Discord takes the view."""
    assert sum(len(text) for text in view.texts) <= limits.MESSAGE_CHARACTERS
    assert sum(len(text.encode()) for text in view.texts) <= limits.MESSAGE_BYTES
    assert view.components <= limits.MESSAGE_COMPONENTS
    assert all(view.texts)


@given(BRIEFS, st.sets(st.sampled_from(SECTIONS)), st.booleans())
def test_any_brief_fits_one_message(brief: Brief, sections: set[str], spoiler: bool) -> None:
    """4,000 characters, 10,000 bytes and 40 components hold whatever the brief, and a shown quote is whole."""
    view = render(brief, WORDS, sections=sections, age=timedelta(hours=3), spoiler=spoiler)
    within_limits(view)
    shown = "\n".join(view.texts)
    for said in re.findall(r"^> “(?:.*\n> (?!“|—|-#))*?.*”(?: \[↗\]\(.*\))?(?: — .*)?$", shown, re.MULTILINE):
        assert any(_whole(quote, said) for quote in brief.quotes), said


@settings(max_examples=60)
@given(BRIEFS)
def test_all_quotes_are_there_page_by_page(brief: Brief) -> None:
    """Every page fits one message, and together they show or name every quote."""
    brief = replace(brief, quotes=tuple(replace(each, speaker=f"S{n}e") for n, each in enumerate(brief.quotes)))
    first = render_quotes(brief, WORDS)
    pages = [render_quotes(brief, WORDS, page=number, spoiler=True) for number in range(first.of)]
    for page in pages:
        within_limits(page.view)
        assert [part.spoiler for part in page.view.parts if isinstance(part, Card)] == [True]
    assert not any(part.spoiler for part in first.view.parts if isinstance(part, Card))
    shown = "\n".join(text for page in pages for text in page.view.texts)
    counts = [shown.count(f"— {quote.speaker}") for quote in brief.quotes]
    assert max(counts, default=0) <= 1
    assert sum(counts) + shown.count("A quotation of") == len(brief.quotes)


def _whole(quote: Quote, block: str) -> bool:
    said = "\n> ".join(escape(paragraph) for paragraph in spoken(quote.text).split("\n\n"))
    return block.startswith(f"> “{said}”")


MARKED = st.lists(st.sampled_from(["https://evil.example", "://", *"a1 *_~|`<>[]()@:/#-+.\\htps"]), max_size=80)


@given(MARKED.map("".join))
def test_escaped_text_is_only_text(text: str) -> None:
    """Text of an article makes no format, link, mention or heading, and reads as it was."""
    escaped = escape(text)
    assert re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escaped) == " ".join(text.split())
    # What a backslash stands before is shown as it is; an escaped backslash is itself nothing that escapes.
    powerful = re.sub(r"\\[^0-9A-Za-z\s]", "\0", escaped)
    assert not re.search(r"[*_~|`<>\[\]@\\]|://", powerful)
    assert scan(escaped).links == ()
    assert not re.match(r"[#>+-]|\d+[.)] ", escaped)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@everyone <@1> <#2>", r"\@everyone \<\@1\> \<#2\>"),
        ("https://evil.example", r"https\://evil.example"),
        ("# big", r"\# big"),
        ("1. list", r"1\. list"),
        ("a\nb\tc", "a b c"),
        ("left\u202eright", "leftright"),
        ("half \ud83d", "half \ufffd"),
        ("“Порт”, — 港口", "“Порт”, — 港口"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    """Mentions, addresses, headings, line breaks and marks that turn direction lose their power; letters stay."""
    assert escape(text) == expected


def test_empty_sections_are_left_out() -> None:
    """A brief without actors and quotes has neither heading."""
    shown = "\n".join(render(a_brief(), WORDS).texts)
    assert "Key actors" not in shown
    assert "Quotes" not in shown


def test_sections_that_a_server_left_out_are_not_shown() -> None:
    """Only the wished sections are shown."""
    brief = a_brief(quotes=(Quote(PLAIN, "Ada Quill", 0, 36),), actors=(Actor("Ada Quill", Kind.PERSON, "mayor", 1),))
    assert "Ada Quill" not in "\n".join(render(brief, WORDS, sections=["summary"]).texts)
    assert "**Ada Quill**, mayor" in "\n".join(render(brief, WORDS, sections=["actors"]).texts)


def test_quote_has_its_speaker_and_its_place() -> None:
    """A quote is shown with who said it and a link to its place; nobody is named where the text names nobody."""
    link = "https://news.example/a#:~:text=The%20quay"
    quotes = (Quote(PLAIN, "Ada Quill", 0, 36, link), Quote("No.", None, 0, 3))
    shown = "\n".join(render(a_brief(quotes=quotes), WORDS).texts)
    assert f"> “{PLAIN}” [↗]({link}) — Ada Quill" in shown
    assert "> “No.” — unattributed" in shown


def test_sentence_has_an_arrow_to_its_evidence() -> None:
    """Each sentence of the news ends in a link to what carries it; one alone is bold, several are points."""
    link = "https://news.example/a#:~:text=The%20quay"
    brief = a_brief()
    one = replace(brief, evidence=((Evidence(0, 36, link),),), proof=(Proof.VERBATIM,))
    two = replace(brief, summary=(PLAIN, PLAIN), evidence=((Evidence(0, 36, link),), (Evidence(0, 36),)))
    assert f"**{PLAIN}** [↗]({link})" in "\n".join(render(one, WORDS).texts)
    assert f"- {PLAIN} [↗]({link})\n- {PLAIN}" in "\n".join(render(two, WORDS).texts)


def test_actor_without_a_role_is_not_shown() -> None:
    """The card names those who have a role, people first, at most four."""
    places = tuple(Actor(f"Place {number}", Kind.PLACE, "port", 1) for number in range(4))
    people = (Actor("Ada Quill", Kind.PERSON, "mayor", 1), Actor("Ben Orr", Kind.PERSON, "", 1))
    shown = "\n".join(render(a_brief(actors=(*places, *people)), WORDS).texts)
    assert "**Ada Quill**, mayor\n**Place 0**, port\n**Place 1**, port\n**Place 2**, port" in shown
    assert "Ben Orr" not in shown
    assert "Place 3" not in shown


def test_quotes_of_one_speaker_stand_together() -> None:
    """Short quotes stand in order, those of one speaker above one name; a long one waits for its button."""
    long = "The quay cannot wait another winter, and neither can we. " * 9
    quotes = (
        Quote("We have waited for nine years,", "Ada Quill", 10, 40),
        Quote("Nobody will lose a berth.", "Ada Quill", 60, 85),
        Quote(long, "Ben Orr", 100, 100 + len(long)),
    )
    shown = "\n".join(render(a_brief(quotes=quotes), WORDS).texts)
    assert "> “We have waited for nine years”\n> “Nobody will lose a berth.”\n> — Ada Quill" in shown
    assert "Ben Orr" not in shown
    assert "Ben Orr" in "\n".join(render(a_brief(quotes=quotes), WORDS, length=Length.LONG).texts)


def test_quotes_that_nobody_is_named_for_are_no_one_speakers() -> None:
    """Two quotes without a speaker in a row are each marked, as two people may have said them."""
    quotes = (Quote("We have waited for nine years,", None, 10, 40), Quote("Nobody will lose a berth.", None, 60, 85))
    shown = "\n".join(render(a_brief(quotes=quotes), WORDS).texts)
    assert "> “We have waited for nine years” — unattributed\n> “Nobody will lose a berth.” — unattributed" in shown


def test_a_word_of_a_sentence_is_no_quote_of_a_card() -> None:
    """“difficult” says nothing without its sentence: it waits in the list of all quotes, room or not."""
    quotes = (Quote("difficult", "Ada Quill", 10, 19), Quote("will cost us a whole winter", "Ben Orr", 60, 87))
    shown = "\n".join(render(a_brief(quotes=quotes), WORDS).texts)
    assert "difficult" not in shown
    assert "> “will cost us a whole winter” — Ben Orr" in shown
    assert "difficult" in "\n".join(render_quotes(a_brief(quotes=quotes), WORDS).view.texts)


def test_the_list_of_all_quotes_names_the_speaker_of_several_in_a_row_once() -> None:
    """Quotes stand in the article's order; a speaker is named below those in a row, on each page anew."""
    said = ["We have waited for nine years.", "Nobody will lose a berth.", "The boats come back in May."]
    quotes = (
        Quote(said[2], "Ben Orr", 200, 227),
        Quote(said[0], "Ada Quill", 10, 40),
        Quote(said[1], "Ada Quill", 60, 85),
    )
    shown = "\n".join(render_quotes(a_brief(quotes=quotes), WORDS).view.texts)
    assert f"> “{said[0]}”\n> “{said[1]}”\n> — Ada Quill\n> “{said[2]}” — Ben Orr" in shown
    long = tuple(
        Quote(f"{number} {'word ' * 300}end.", "Ada Quill", 2000 * number, 2000 * number + 9) for number in range(5)
    )
    first = render_quotes(a_brief(quotes=long), WORDS)
    pages = [render_quotes(a_brief(quotes=long), WORDS, page=number) for number in range(first.of)]
    assert len(pages) > 1
    assert all("\n".join(page.view.texts).count("— Ada Quill") == 1 for page in pages)


def test_marks_are_those_of_the_readers_language() -> None:
    """A card in German has low marks, where its catalogue says so."""
    german = Words("de", messages={"“{quote}”": ("„{quote}“",)})
    shown = "\n".join(render_quotes(a_brief(quotes=(Quote(PLAIN, "Ada Quill", 1, 9),)), german).view.texts)
    assert f"> „{PLAIN}“" in shown


def test_quotes_without_spaces_are_told_by_their_length() -> None:
    """A Chinese sentence is a quote of a card, although it is one run of characters; a word of two is not."""
    quotes = (Quote("困难", None, 10, 12), Quote("电力不应该止步于防波堤。", None, 60, 72))
    shown = "\n".join(render(a_brief(quotes=quotes), WORDS).texts)
    assert "> “电力不应该止步于防波堤。”" in shown
    assert "困难" not in shown


def test_lengths_differ() -> None:
    """A short card is shorter than a normal one, and that than a long one."""
    quotes = tuple(Quote(f"We have waited for {number} years.", "Ada Quill", number, number + 9) for number in range(9))
    actors = tuple(Actor(f"Ada {number}", Kind.PERSON, "mayor", 1) for number in range(9))
    brief = replace(a_brief(quotes=quotes, actors=actors), summary=(PLAIN,) * 6)
    sizes = [sum(map(len, render(brief, WORDS, length=length).texts)) for length in Length]
    assert sizes[0] * 1.5 < sizes[1]
    assert sizes[1] * 1.5 < sizes[2]


def test_summary_of_an_opinion_says_whose_it_is() -> None:
    """The news of an opinion piece begins with whose opinion it is."""
    article = Article(PLAIN, context=(OPINION,), authors=("Ada Quill",))
    shown = "\n".join(render(replace(a_brief(), article=article), WORDS).texts)
    assert f"Opinion of Ada Quill: **{PLAIN}**" in shown


def test_footer_tells_engine_partial_text_and_age() -> None:
    """The footer says who wrote, whether the text is whole, and how old the brief is."""
    brief = a_brief()
    shown = list(render(brief, WORDS, age=timedelta(hours=3)).texts)[-1]
    assert shown == "-# written by rules, without a model · read 3 hours ago"


def test_a_spoiler_is_hidden() -> None:
    """The answer to a link in a spoiler is a spoiler."""
    card = render(a_brief(), WORDS, spoiler=True).parts[0]
    assert isinstance(card, Card)
    assert card.spoiler
    assert render_headline(a_brief(), WORDS, spoiler=True).parts[0] != render_headline(a_brief(), WORDS).parts[0]


def test_long_links_are_no_buttons() -> None:
    """An address of more than 512 characters has no button; a shorter one has."""
    assert link_button("Read", "https://news.example/" + "a" * 512) is None
    assert link_button("Read", "https://news.example/a") == LinkButton("Read", "https://news.example/a")
    assert link_button("Read", "javascript:alert(1)") is None


def test_an_address_cannot_leave_its_link() -> None:
    """Parentheses, spaces and angle brackets of an address are percent-encoded."""
    assert safe_url("https://news.example/a) <b>`|") == "https://news.example/a%29%20%3Cb%3E%60%7C"
    assert masked("words", "ftp://news.example") == "words"


@pytest.mark.parametrize("action", Action)
def test_a_button_means_the_same_after_a_restart(action: Action) -> None:
    """A custom id is read back as what it was made from, and is within Discord's 100 characters."""
    button_id = ButtonId(action, "0" * 32, Wish(language="uk"), 3)
    match = re.fullmatch(PATTERN, button_id.custom_id)
    assert match is not None
    assert read_button_id(match) == button_id
    assert len(button_id.custom_id) <= 100


def test_buttons_stand_in_the_card() -> None:
    """A row of buttons is added within the card; buttons that are not given are left out."""
    view = render(a_brief(), WORDS)
    pressed = view.with_buttons(Button("Longer", "x"), None)
    assert pressed.components == view.components + 2
    assert view.with_buttons(None) == view


def test_pointer_and_stages() -> None:
    """A pointer leads to the earlier brief; a stage tells the article's title and its number of words."""
    (pointer,) = render_pointer("Harbour", "https://discord.com/channels/1/2/3", WORDS, age=timedelta(hours=2)).texts
    assert pointer == "**[Harbour](https://discord.com/channels/1/2/3)**\n-# Briefed here 2 hours ago"
    jump = "https://discord.com/channels/1/2/3"
    (hidden,) = render_pointer("A", jump, WORDS, age=timedelta(hours=2), site="The *Post*", spoiler=True).texts
    assert hidden == f"||**[A]({jump})**||\n-# The \\*Post\\* · Briefed here 2 hours ago"
    assert list(render_stage("fetching", None, WORDS).texts) == ["Fetching …"]
    (stage,) = render_stage("writing", Article("word " * 1240, title="T"), WORDS).texts
    assert stage == "**T**\nReading … 1,240 words … writing"


def test_pages_hold_every_block_that_fits() -> None:
    """Blocks fill pages in order; a block that fits on no page is left out."""
    blocks = ["a" * 3000, "b" * 3000, "c" * 5000, "d"]
    assert [page.split("\n")[1:] for page in fill("head", blocks)] == [[blocks[0]], [blocks[1]], ["d"]]


def test_size_counts_what_discord_may_count() -> None:
    """An emoji counts as two units and four bytes."""
    assert Size.of("🚢a") == Size(3, 5)
