"""Shapes of pages that real sites have, each as a small page of our own, and what they hold beside their story."""

import pytest

from bot.domain.page.blocks import page_blocks
from bot.domain.page.extract import extract
from bot.domain.page.parsing import parsed
from bot.domain.page.whole import FEWER
from bot.domain.values.source import Page
from bot.errors import TooShortError
from tests.domain.page.test_real_kinds import HEADLINE, LINES, STORY, linked, page, paragraphs, read

ESCAPED = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in STORY)
DIALOG = (
    "<div role='dialog' aria-label='cookies'><h2>We care about your choices</h2><p>We and our 812 partners store "
    "cookies on your device to measure who reads what.</p><button>Accept all</button><button>Reject all</button></div>"
)

OTHER = (
    "The council of Harrow will decide next week whether the old brewery becomes a school or a market hall.",
    "A storm took the roof of the swimming hall in Saltby on Sunday, and forty people were brought to safety.",
)

# One name for each kind of box that its name puts beside a story.
NAMES = (
    "promo", "promos", "promotion", "newsletter", "newsletters", "rail", "share", "sharing", "social",
    "recommended", "recommendation", "recirc", "recirculation", "bio", "advert", "adverts", "advertisement",
    "advertorial", "ad", "ads", "signup", "sign-up", "subscribe", "subscription", "paywall", "trending", "popular",
    "most-read", "mostread", "most-viewed", "mostviewed", "river", "nav", "navigation", "menu", "widget", "tags",
    "toc", "ticker", "support", "membership", "pullquote", "pull-quote", "legal", "copyright", "disclaimer",
    "imprint", "rich-link", "richlink", "info-box", "infobox", "fact-box", "factbox", "comment", "comments",
    "discussion", "disqus", "related", "teaser", "teasers", "sidebar", "footer", "caption", "captions", "cookie",
    "cookies", "consent", "cmp", "cmp2", "breadcrumb", "breadcrumbs", "outbrain", "taboola", "kommentar",
    "kommentare", "commentaires", "comentarios", "disclosure", "disclosures", "poll", "moduletable", "read-more",
    "read-also", "read-next", "see-also", "lee-tambien", "leer-mas", "lire-aussi", "leggi-anche", "lesen-sie-auch",
    "mehr-zum-thema",
)  # fmt: skip

SHAPES = {
    "paragraphs of spans within boxes": page(
        "<div class='part'>"
        + "".join(f"<div><div dir='ltr'><span>{text}</span></div></div>" for text in STORY)
        + "</div>"
    ),
    "large first letter": page(
        f"<article>{paragraphs().replace('<p>T', '<p><span class=first-letter>T</span>', 1)}</article>"
    ),
    "several articles of one story": page(
        "<main>" + "".join(f"<article><section><p>{text}</p></section></article>" for text in STORY) + "</main>"
    ),
    "body of data with escaped tags": page(f"<article>{paragraphs()}</article>", linked(articleBody=ESCAPED)),
    "dialogue about cookies": page(f"{DIALOG}<article>{paragraphs()}</article>"),
    "dialogue about cookies at the end": page(f"<article>{paragraphs()}</article>{DIALOG}"),
    "note for browsers without scripts": page(
        f"<noscript><meta http-equiv='refresh' content='0;url=/plain'>Please turn on JavaScript.</noscript>"
        f"<article>{paragraphs()}</article>"
    ),
    "comments below a plug-in's box": page(
        f"<div class='entry is-paywall-container'>{paragraphs()}</div><section id='comments' class='comments-area'>"
        + "".join(
            f"<article class='comment'><p>Reader {n}: I took that ship for years.</p></article>" for n in range(8)
        )
        + "</section>"
    ),
}


@pytest.mark.parametrize("html", SHAPES.values(), ids=SHAPES.keys())
def test_shape_is_read_whole(html: str) -> None:
    """Every paragraph is read, in order, and nothing else."""
    assert " ".join(read(html).text.split()) == LINES


def test_sentence_about_cookies_in_a_story_is_read() -> None:
    """What a story says of cookies is no banner."""
    said = "The company's site stores cookies only after its readers accept them, a court in Harrow ruled on Friday."
    assert said in read(page(f"{DIALOG}<article>{paragraphs((*STORY, said))}</article>")).text


def test_page_says_in_its_head_how_it_is_written() -> None:
    """A page in an old Chinese encoding, named in its head alone, is read."""
    told = "市议会星期二决定关闭东边的码头十一个月。港务局长说工程师在十四根桩子中发现了裂缝。"
    html = f"<html><head><meta charset='gb2312'></head><body><p>{told}</p></body></html>"
    assert told in extract(Page("", "text/html", None, html.encode("gb2312"))).text


def test_end_without_a_mark_or_with_a_sign_is_read() -> None:
    """A paragraph that ends in a sign or a name is of the article."""
    ends = (
        *STORY[:4],
        "Many of the crews will look for work in Harrow 🚢",
        "We asked the director of the line, Ines Falk",
    )
    text = read(page(f"<article>{paragraphs(ends)}</article>")).text
    assert [line for line in ends if line.rstrip("🚢 ") not in text] == []


def test_short_item_of_a_list_of_long_ones_is_read() -> None:
    """A list between two paragraphs is read whole, items of a word too, whether its items are sentences or not."""
    items = ("Ships that sail at night in winter, all of them", "Crews of these ships, who are told in March", "Mail")
    listed = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    text = read(page(f"<div class='story'>{paragraphs(STORY[:3])}{listed}{paragraphs(STORY[3:])}</div>")).text
    assert text == "\n\n".join([*STORY[:3], *items, *STORY[3:]])


def test_refrain_is_read_and_a_copy_is_not() -> None:
    """A line that comes again in one box is a refrain; the same line in another box or of another kind is a copy."""
    refrain = "And the ship went out and the ship came in"
    sung = read(page(f"<article>{paragraphs((*STORY[:2], refrain, *STORY[2:4], refrain, *STORY[4:]))}</article>")).text
    assert sung.count(refrain) == 2
    copied = page(f"<article><div class='wide'>{paragraphs()}</div><div class='narrow'>{paragraphs()}</div></article>")
    assert read(copied).text.count(STORY[1]) == 1
    in_place = page(f"<article>{paragraphs()}</article>".replace("</p>", f"</p><p class='small'>{STORY[1]}</p>", 1))
    assert read(in_place).text.count(STORY[1]) == 1


@pytest.mark.parametrize("name", NAMES)
def test_name_that_tells_is_found(name: str) -> None:
    """The first look at a name passes over none that its patterns find."""
    inside = (
        f"<div class='Story_{name.upper()} x-{name}'><p>Buy your ticket now, said the poster at the pier.</p></div>"
    )
    blocks = page_blocks(parsed(page(f"<article>{paragraphs()}</article>{inside}")))
    assert blocks[-1].beside or blocks[-1].unwanted


@pytest.mark.parametrize("name", ["reading", "mostly", "signal", "seen", "shareholder", "informed", "article-body"])
def test_name_that_only_begins_like_one_tells_nothing(name: str) -> None:
    """A name is taken by its whole parts."""
    inside = f"<div class='{name}'><p>Buy your ticket now, said the poster at the pier.</p></div>"
    blocks = page_blocks(parsed(page(f"<article>{paragraphs()}</article>{inside}")))
    assert (blocks[-1].beside, blocks[-1].unwanted) == (False, False)


def lined(count: int) -> str:
    """A page with some lines between its headline and its paragraphs."""
    lines = "".join(f"<p class='name'>thing {n}</p><p class='much'>{n} large spoons</p>" for n in range(count))
    return page(f"<div class='list'>{lines}</div><div class='steps'>{paragraphs(STORY[:4])}</div>")


def test_page_of_lines_may_hold_more() -> None:
    """Where twice as many lines were left out as were read, as of a recipe's parts, the reader is told."""
    assert read(lined(2)).complete
    assert read(lined(12)).notes == (FEWER,)


def test_news_of_another_site_is_no_text_of_a_page_without_one() -> None:
    """A post of a link alone, beside a box with another site's news, has too little text."""
    feed = "".join(
        f"<li><a href='https://news.example/{n}'>Another headline of the day, number {n}</a>"
        f"<div class='summary-of-it'>{text}</div></li>"
        for n, text in enumerate(OTHER)
    )
    beside = f"<div class='sidebar'><div class='widget feed'><ul>{feed}</ul></div></div>"
    with pytest.raises(TooShortError):
        read(page(f"<div class='post'><h2>{HEADLINE}</h2><p><a href='/a.pdf'>PDF: timetable</a></p></div>{beside}"))
    assert read(page(f"<div class='post'><h2>{HEADLINE}</h2>{paragraphs()}</div>{beside}")).text == "\n\n".join(STORY)
