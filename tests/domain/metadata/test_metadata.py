"""What pages say of themselves, in the ways that pages say it."""

import json
from typing import Any

import pytest

from bot.domain.page.extract import extract
from bot.domain.values.article import Article
from bot.domain.values.source import Page

STORY = (
    "The harbour of Port Ellery will close for repairs on Monday, the town council said after a vote on Tuesday.",
    "“The quay cannot wait another winter,” said the mayor, Ada Quill, and promised that work would end by spring.",
    "Fishing crews will land their catch at Saltby until then, and the ferry to the islands will leave from there.",
)
MORE = (
    "The work will cost fourteen million pounds, of which two thirds are paid by the national coast fund by 2028.",
    "A loan that the council will vote on in May pays the rest, and two of the seven piers will be torn down.",
)
URL = "https://www.paper.example/2025/harbour"


def read(head: str = "", *, before: str = "", url: str = URL, title: str = "Harbour closes") -> Article:
    """The article of a page with `head` in its head and `before` above its story."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>Harbour closes</h1>{before}{story}</article></body></html>"
    )
    article = extract(Page(url, "text/html", "utf-8", page.encode()))
    assert article.text.startswith("\n\n".join(STORY))
    return article


def linked(value: Any) -> str:
    """A script of JSON-LD."""
    return f"<script type='application/ld+json'>{value if isinstance(value, str) else json.dumps(value)}</script>"


def test_json_graph_is_followed() -> None:
    """In a graph the author and the publisher are found by their ids, several authors in order."""
    people = [{"@id": "#one"}, {"@type": "Person", "name": "Tom Reed"}]
    news = {"@type": ["NewsArticle"], "headline": "Harbour closes", "author": people, "publisher": {"@id": "#paper"}}
    graph = [
        news | {"datePublished": "2025-05-01T08:00:00-05:00", "inLanguage": "en-GB"},
        {"@type": "Person", "@id": "#one", "name": "Nora Whitlock"},
        {"@type": "NewsMediaOrganization", "@id": "#paper", "name": "The Ellery Herald"},
    ]
    article = read(linked({"@context": "https://schema.org", "@graph": graph}))
    assert article.authors == ("Nora Whitlock", "Tom Reed")
    assert article.site == "The Ellery Herald"
    assert article.published == "2025-05-01T08:00:00-05:00"


@pytest.mark.parametrize(
    "author",
    [
        "Nora Whitlock and Tom Reed",
        ["Nora Whitlock", "Tom Reed"],
        [{"name": "Nora Whitlock"}, {"name": "Tom Reed"}],
        {"@type": "Person", "name": ["Nora Whitlock", "Tom Reed"]},
        [{"@type": "Organization", "name": "Newswire"}, {"name": "By Nora Whitlock"}, {"name": "Tom Reed"}],
    ],
)
def test_several_authors(author: Any) -> None:
    """Several authors come out one by one, however they are written; an organisation is none."""
    assert read(linked({"@type": "NewsArticle", "author": author})).authors == ("Nora Whitlock", "Tom Reed")


def test_broken_json_harms_nothing() -> None:
    """JSON with a stray comma is read; JSON that is none leaves the rest of the page to speak."""
    assert read(linked('{"@type":"NewsArticle","datePublished":"2025-05-01T10:00:00+0200",}')).published == (
        "2025-05-01T10:00:00+02:00"
    )
    broken = linked('{"headline":"Harbour "closes""}') + "<meta name='author' content='Nora Whitlock'>"
    assert read(broken).authors == ("Nora Whitlock",)


def test_opengraph_is_read() -> None:
    """OpenGraph gives title, site, date with its zone, authors and address."""
    article = read(
        "<meta property='og:title' content='Harbour &amp; quay close'><meta property='og:site_name' content='Herald'>"
        "<meta property='article:published_time' content='2025-05-01T08:00:00+02:00'>"
        "<meta property='article:author' content='https://social.example/nora'>"
        "<meta property='article:author' content='Nora Whitlock'><meta property='article:author' content='Tom Reed'>"
        "<meta property='og:url' content='https://paper.example/2025/story'>"
    )
    assert article.title == "Harbour & quay close"
    assert article.site == "Herald"
    assert article.published == "2025-05-01T08:00:00+02:00"
    assert article.authors == ("Nora Whitlock", "Tom Reed")
    assert article.url == "https://paper.example/2025/story"


def test_dublin_core_is_read() -> None:
    """Dublin Core gives title, site, date and authors, a surname that stands first turned round."""
    article = read(
        "<meta name='DC.title' content='Harbour and quay'><meta name='DC.publisher' content='Herald'>"
        "<meta name='DC.creator' content='Whitlock, Nora'><meta name='dcterms.issued' content='2025-05-01'>"
    )
    assert (article.title, article.site, article.published) == ("Harbour and quay", "Herald", "2025-05-01")
    assert article.authors == ("Nora Whitlock",)


@pytest.mark.parametrize(
    ("before", "published"),
    [
        ("<time datetime='2025-05-01T08:00:00+01:00'>1 May</time>", "2025-05-01T08:00:00+01:00"),
        ("<time datetime='2025-05-01 08:00'>1 May</time>", "2025-05-01T08:00:00"),
        (
            "<time datetime='2024-01-01'>old</time><time itemprop='datePublished' datetime='2025-05-01T08:00Z'></time>",
            "2025-05-01T08:00:00+00:00",
        ),
        ("<div class='d'>May 1, 2025 8:15 AM EDT</div>", "2025-05-01T08:15:00-04:00"),
        ("<p>Published: 1 May 2025, 08:15 BST</p>", "2025-05-01T08:15:00+01:00"),
        ("<abbr title='2025-05-01T08:15:00+02:00'>yesterday</abbr>", "2025-05-01"),
        ("<p>01.05.2025</p>", "2025-05-01"),
        ("<h3>01. 05. 2025</h3>", "2025-05-01"),
        ("<div class='date'>1. Mai 2025</div>", "2025-05-01"),
        ("<div class='date'>1. května 2025</div>", "2025-05-01"),
        ("<span>1 maja 2025 | 08:15</span>", "2025-05-01T08:15:00"),
        ("<div class='date'>2025. május 1.</div>", "2025-05-01"),
        ("<div>2025년 5월 1일</div>", "2025-05-01"),
        ("<time datetime='2025-05-01T08:15:00+02:00'>08:15</time>", "2025-05-01T08:15:00+02:00"),
        ("<span itemprop='datePublished' content='2025-05-01'>a while ago</span>", "2025-05-01"),
        ("<p>Publié le 1 mai 2025 à 08h15</p>", "2025-05-01"),
        ("<p class='date'>05/26/2025</p>", "2025-05-26"),
        ("<p class='date'>1 травня 2025</p>", "2025-05-01"),
    ],
)
def test_date_of_the_markup(before: str, published: str) -> None:
    """Where the head is silent, `<time>` and the lines below the headline give the date with its zone."""
    assert read(before=before).published == published


def test_line_at_the_headline_is_better_than_a_vague_tag() -> None:
    """A tag called "date" may tell the last change; a line at the headline is when it was published."""
    head = "<meta name='date' content='2025-05-03'>"
    assert read(head, before="<p>1 May 2025</p>").published == "2025-05-01"
    assert read(head).published == "2025-05-03"
    assert read(head, before="<p>3 May 2025, 08:15</p>").published == "2025-05-03"


def test_moment_in_utc_has_the_day_that_the_page_shows() -> None:
    """What was published at midnight in the east is told in UTC as the day before."""
    told = "<meta property='article:published_time' content='2025-04-30T22:00:00Z'>"
    assert read(told, before="<p>1 May 2025</p>").published == "2025-05-01"
    assert read(told).published == "2025-04-30T22:00:00+00:00"
    picture = "<meta property='og:image' content='https://paper.example/2025/04/30/quay.jpg'>"
    assert read(picture + told, before="<p>1 May 2025</p>").published == "2025-05-01"


@pytest.mark.parametrize("told", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])
def test_day_from_which_programs_count_is_no_date(told: str) -> None:
    """Year 1 and the first day of 1970 are what programs write for no date."""
    assert read(f"<meta property='article:published_time' content='{told}'>").published is None
    assert read(linked({"@type": "NewsArticle", "datePublished": told})).published is None


def test_date_of_the_web_page_is_the_articles() -> None:
    """JSON-LD that tells of a web page and of no article gives the date."""
    assert read(linked({"@type": "WebPage", "datePublished": "2025-05-01"})).published == "2025-05-01"


def test_byline_of_the_text() -> None:
    """A byline without any markup of its own is read, several names and all."""
    assert read(before="<p>By Nora Whitlock, Tom Reed and Lee Wu</p>").authors == (
        "Nora Whitlock",
        "Tom Reed",
        "Lee Wu",
    )


@pytest.mark.parametrize(
    "byline",
    [
        "Nora Whitlock, Political Editor",
        "By Nora Whitlock <a href='/f'>Follow</a>",
        "Von Nora Whitlock, Redakteurin",
        "Nora Whitlock | Grand reporter",
        "<a href='/author/nora'>Nora Whitlock</a> <span>Senior Correspondent</span>",
    ],
)
def test_what_a_writer_is_and_a_button_are_no_author(byline: str) -> None:
    """A byline's jobs and buttons beside the name are left out."""
    assert read(before=f"<p class='byline'>{byline}</p>").authors == ("Nora Whitlock",)


@pytest.mark.parametrize(
    "author", ["admin", "https://social.example/nora", "news@paper.example", "Newswire | Staff desk"]
)
def test_author_that_is_nobody(author: str) -> None:
    """Accounts, addresses and desks are no authors."""
    assert "admin" not in (found := read(f"<meta name='author' content='{author}'>").authors)
    assert not any(mark in name for name in found for mark in ("http", "@", "desk"))


@pytest.mark.parametrize(
    ("url", "link", "canonical"),
    [
        (URL, "/2025/real", "https://www.paper.example/2025/real"),
        ("https://amp.paper.example/2025/harbour", URL, URL),
        (f"{URL}?amp=1", URL, URL),
        (URL, "https://other.example/harbour", URL),
        (URL, "https://www.paper.example/", URL),
        (URL, "javascript:alert(1)", URL),
        ("", URL, URL),
    ],
)
def test_canonical_link(url: str, link: str, canonical: str) -> None:
    """The canonical link counts where it is of the same site and no home page, for AMP pages and saved files too."""
    article = read(f"<link rel='canonical' href='{link}'>", url=url)
    assert article.url == canonical
    assert article.site in {"paper.example", None}


@pytest.mark.parametrize(
    "below",
    [
        "<p class='author'>Name *</p>",
        "<p class='author'><label>Name</label><input name='author'></p>",
        "<form><p class='comment-form-author'><label for='author'>Name *</label></p></form>",
        "<span class='author'>12.03.2025</span>",
        "<span class='author'>4711</span>",
        "<span class='author'>2025-03-12</span>",
    ],
)
def test_label_of_a_field_a_number_or_a_date_is_no_author(below: str) -> None:
    """The form for comments asks for a name; it names nobody, and neither does a number or a day."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><title>Quay</title><article><h1>Harbour closes</h1>{story}</article>{below}"
    assert extract(Page(URL, "text/html", "utf-8", page.encode())).authors == ()


@pytest.mark.parametrize("name", ["The Ellery Herald", "<a href='/'>The Ellery Herald</a>"])
def test_name_of_the_site_in_the_first_heading_is_no_headline(name: str) -> None:
    """Where a page tells nothing, the longer of the headings in its `<title>` is its headline."""
    headline = "Harbour of Port Ellery closes"
    story = f"<h2>{headline}</h2>" + "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><title>The Ellery Herald - {headline}</title><h1>{name}</h1><article>{story}</article>"
    assert extract(Page(URL, "text/html", "utf-8", page.encode())).title == headline


def test_line_below_a_headline_is_not_the_headline() -> None:
    """Of two long headings in the `<title>` the first is the headline, however long the line below it is."""
    below = "<h2>Fishing crews of Port Ellery will land their catch at Saltby</h2>"
    title = "Harbour of Ellery closes - Fishing crews of Port Ellery will land their catch at Saltby : herald.example"
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><title>{title}</title><article><h1>Harbour of Ellery closes</h1>{below}{story}</article>"
    assert extract(Page(URL, "text/html", "utf-8", page.encode())).title == "Harbour of Ellery closes"


SITE = "https://www.paper.example"


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/town/harbour-closes-on-monday", "/town/"),
        ("/town/harbour-closes-on-monday", "/town"),
        ("/town/2025/harbour-closes-on-monday", "/town/2025"),
        ("/town/harbour-closes-on-monday", "/news"),
        ("/town/harbour-closes-on-monday", "/index.html"),
        ("/index.php?id=4711", "/index.php"),
        ("/?p=4711", "/"),
        ("/article.aspx?newsid=12&lang=en", "/article.aspx"),
    ],
)
def test_address_that_all_pages_of_a_site_name_is_not_believed(path: str, link: str) -> None:
    """A home page, a section or a program without its query cannot be the address of one article."""
    assert read(f"<link rel='canonical' href='{SITE}{link}'>", url=SITE + path).url == SITE + path


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/town/harbour-closes-on-monday/amp", "/town/harbour-closes-on-monday"),
        ("/town/harbour/amp/", "/town/harbour/"),
        ("/town/harbour/print.html", "/town/harbour/"),
        ("/town/harbour/seite/2", "/town/harbour"),
        ("/town/4711001/harbour-closes", "/town/4711001"),
        ("/m/town/harbour", "/town/harbour"),
        ("/town/harbour-closes-on-monday?id=7", "/town/harbour-closes-on-monday"),
        ("/town/harbour?ref=feed", "/town/harbour"),
        ("/index.php?id=4711&ref=feed", "/index.php?id=4711"),
    ],
)
def test_address_of_an_article_s_other_version_is_believed(path: str, link: str) -> None:
    """A phone's or a printer's version, a further page and a link with a mark of where it came from are one article."""
    assert read(f"<link rel='canonical' href='{SITE}{link}'>", url=SITE + path).url == SITE + link


def test_site_is_taken_off_the_title() -> None:
    """A title without the site's name at its end, or at its start where the page shows the rest as a line."""
    head = "<meta property='og:site_name' content='The Ellery Herald'><meta property='og:title' content='{}'>"
    for title in ("Harbour closes for good | The Ellery Herald", "Harbour closes for good - Ellery Herald"):
        assert read(head.format(title)).title == "Harbour closes for good"
    shown = "Harbour of Port Ellery closes"
    page = f"<html><title>Herald - {shown}</title><b>{shown}</b><p>{'<br>'.join(STORY)}"
    assert extract(Page("", "text/html", "utf-8", page.encode())).title == shown


def test_fuller_body_is_used_where_it_agrees() -> None:
    """JSON-LD's `articleBody` is taken where it is fuller and of the same story, and left where it is of another."""
    whole = "\n".join((*STORY, *MORE))
    assert read(linked({"@type": "NewsArticle", "articleBody": whole})).text == "\n\n".join((*STORY, *MORE))
    other = "Quite another story about a goat that was sold twice at one fair by a farmer who had none. " * 20
    assert read(linked({"@type": "NewsArticle", "articleBody": other})).text == "\n\n".join(STORY)
