"""Articles that are not, each named; and pages that look like them and are articles."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.page.extract import LIVE, LIVE_AS_SHOWN, extract
from bot.domain.page.walls import PARTIAL
from bot.domain.values.article import Article
from bot.domain.values.source import Page
from bot.errors import PaywallError, UnreadableError

FOLDER = Path(__file__).resolve().parents[2] / "pages" / "walls"
STORY = tuple((FOLDER / "story.txt").read_text(encoding="utf-8").strip().split("\n"))
WALLS = sorted(path for path in FOLDER.rglob("*.html") if path.parent.name != "Article")
NEAR_MISSES = sorted((FOLDER / "Article").glob("*.html"))


def stored(path: Path) -> str:
    """A page of the folder, the story's paragraphs filled in."""
    page = path.read_text(encoding="utf-8")
    for number, text in enumerate(STORY):
        page = page.replace(f"{{{{p{number}}}}}", text)
    return page


def html(body: str, *, title: str = "Bridge closed to lorries", head: str = "", language: str = "en") -> str:
    """A page around a body."""
    return f"<!doctype html><html lang='{language}'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def linked(**values: Any) -> str:
    """A script of JSON-LD."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge closed to lorries", **values}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs of an article."""
    return "<article><h1>Bridge closed to lorries</h1>" + "".join(f"<p>{text}</p>" for text in texts) + "</article>"


def read(page: str, url: str = "https://paper.example/2025/bridge") -> Article:
    """A page's article."""
    return extract(Page(url, "text/html", "utf-8", page.encode()))


@pytest.mark.parametrize("path", WALLS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_wall_is_named(path: Path) -> None:
    """What stands in an article's place is refused with the error that the page's folder names."""
    at_root = path.parent.name == "SectionFrontError" and path.stem.startswith("root")
    with pytest.raises(UnreadableError) as caught:
        read(stored(path), "https://paper.example/" if at_root else "https://paper.example/2025/bridge")
    assert type(caught.value).__name__ == path.parent.name


@pytest.mark.parametrize("path", NEAR_MISSES, ids=lambda path: path.stem)
def test_article_that_looks_like_a_wall_is_read(path: Path) -> None:
    """An article with a trait of a wall is an article, and whole."""
    article = read(stored(path))
    assert article.complete
    assert article.notes == ()


def test_public_part_is_read_and_marked() -> None:
    """Of an article that is not free the public part is read when it is worth it, and the reader is told."""
    body = paragraphs(*STORY, "The county council will meet again on the first of")
    offer = "<p class='x'>Subscribe to continue reading.</p>"
    article = read(html(body + offer, head=linked(isAccessibleForFree=False)))
    assert not article.complete
    assert article.notes == (PARTIAL,)
    assert article.text.startswith(STORY[0])
    assert "Subscribe" not in article.text


def test_whole_text_behind_no_wall_is_complete() -> None:
    """A long text that ends well is whole although its page calls itself not free, as metered sites do."""
    more = [f"In {town}: {text}" for town in ("Newham", "Harrow", "Saltby") for text in STORY]
    article = read(html(paragraphs(*STORY, *more), head=linked(isAccessibleForFree=False)))
    assert article.complete


def test_body_of_json_is_not_taken_past_a_paywall() -> None:
    """Text that a page keeps for search engines behind its paywall is left there."""
    page = html(paragraphs(*STORY[:2]), head=linked(isAccessibleForFree=False, articleBody="\n".join(STORY)))
    with pytest.raises(PaywallError):
        read(page)


def test_live_blog_is_read_newest_first() -> None:
    """A live blog's entries come newest first, with their headings, and the reader is told what it is."""
    updates = [
        {"headline": f"Entry {hour}", "datePublished": f"2025-05-01T{hour:02}:00:00Z", "articleBody": STORY[hour - 8]}
        for hour in (8, 9, 10)
    ]
    head = linked(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    article = read(html("<main><h1>Bridge: live</h1></main>", head=head))
    assert article.notes == (LIVE,)
    assert article.text.index(STORY[2]) < article.text.index(STORY[1]) < article.text.index(STORY[0])


def test_live_blog_without_data_is_read_as_shown() -> None:
    """A live blog whose entries stand on the page alone is read in the page's order, headings and all."""
    entries = "".join(
        f"<article class='entry'><time>{hour}:00</time><h2>Entry of {hour}</h2><p>{STORY[12 - hour]}</p></article>"
        for hour in (12, 11, 10)
    )
    article = read(html(f"<main><h1>Bridge: live</h1>{entries}</main>", head=linked(**{"@type": "LiveBlogPosting"})))
    assert article.notes == (LIVE_AS_SHOWN,)
    assert article.text.endswith(f"{STORY[0]}\n\nEntry of 11\n\n{STORY[1]}\n\nEntry of 10\n\n{STORY[2]}")


def test_list_article_keeps_its_numbers() -> None:
    """An article that is a list keeps its numbered headings and every item."""
    words = enumerate(("old", "new", "lost"), 1)
    items = "".join(f"<h2>{number}. The {word} bridge</h2><p>{STORY[number]}</p>" for number, word in words)
    article = read(html(f"<article><h1>Three bridges</h1><p>{STORY[0]}</p>{items}</article>"))
    assert "1. The old bridge\n\n" + STORY[1] in article.text
    assert STORY[3] in article.text


def test_press_release_is_read() -> None:
    """A press release is read without its lines for editors."""
    page = html(paragraphs("FOR IMMEDIATE RELEASE", *STORY[:5], "Media contact: press office of the county, 555 0100"))
    assert all(text in read(page).text for text in STORY[:5])


def test_newsletter_is_read() -> None:
    """A newsletter laid out in tables is read."""
    rows = "".join(f"<tr><td><p>{text}</p></td></tr>" for text in STORY)
    page = html(f"<table><tr><td><table>{rows}</table></td></tr><tr><td><a href='/u'>Unsubscribe</a></td></tr></table>")
    assert read(page).text == "\n\n".join(STORY)
