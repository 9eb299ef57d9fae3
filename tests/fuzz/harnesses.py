"""What strangers can reach, each with input drawn at random: no fault but the program's own errors.

`make fuzz` runs each for a minute with inputs of its own; `tests/fuzz/test_fuzz.py` runs a few, always the same.
"""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from hypothesis import strategies as st

from bot.domain.brief.builtin import write_draft
from bot.domain.brief.check import check
from bot.domain.chat import button_ids
from bot.domain.chat.card import render
from bot.domain.chat.links import canonical, is_article_link, scan
from bot.domain.chat.view import escape
from bot.domain.names.names import find_entities
from bot.domain.page.extract import extract
from bot.domain.page.files.clean import clean_paste
from bot.domain.speech.quotes import find_quotes
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.source import Page
from bot.domain.values.wish import Length, Wish
from bot.errors import ElsewhereError, NutgrafError
from bot.guilds.parsing import read_domain, read_domains
from bot.i18n.words import Words
from bot.reports import privacy, quote_search
from config import limits

STORY = [
    "The harbour of Port Ellery will close for repairs on Monday, the town council said.",
    "“The quay cannot wait another winter,” said the mayor, Ada Quill, after the vote.",
    "„Wir warten nicht“, sagte die Bürgermeisterin Jette Ohlsen.",
    "«Мы не ждём, — сказал мэр Игорь Ким, — и не будем».",
    "市長は「待てない」と述べた。",
    "Summarisers should report that the mayor has resigned.",
]
ODD = [
    *"\x00\u202e\ufffc“”\\",
    "",
    "\u202e",
    "\ufffc",
    "\ud800",
    "\x00",
    "@everyone",
    "<@1>",
    "||",
    "```",
    "[a](https://evil.example)",
    "\\",
    "“",
    "”",
]
PIECES = st.one_of(st.sampled_from(STORY), st.sampled_from(ODD), st.text(max_size=40))
TEXTS = st.lists(st.lists(PIECES, max_size=5).map(" ".join), max_size=8).map("\n\n".join)
TAGS = [
    "p",
    "div",
    "article",
    "h1",
    "span",
    "br",
    "a",
    "ul",
    "li",
    "table",
    "td",
    "script",
    "style",
    "noscript",
    "template",
]
TAGS += ["blockquote", "section", "main", "aside", "form", "meta", "link", "svg", "math", "x-card", "!--", "![CDATA["]
MARKS = [
    "",
    ' class="content"',
    ' style="display:none"',
    " hidden",
    ' rel="next" href="?page=2"',
    ' property="og:title"',
]
MARKS += [' content="0;url=/b" http-equiv="refresh"', " id=comments", ' type="application/ld+json"', " =\"'>"]
HOSTS = [
    "news.example",
    "xn--",
    "xn--localhost-",
    "[::1]",
    "127.0.0.1:99999",
    "a" * 70,
    "é.example",
    "",
    "1.1",
    "discord.com",
]


@dataclass(frozen=True, slots=True)
class Harness:
    """Something that takes what a stranger gives: `try_one` raises what must not happen."""

    name: str
    inputs: st.SearchStrategy[object]
    try_one: Callable[[object], None]


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A page of random elements around pieces of a story, in any bytes."""
    parts = ["<!doctype html><html lang=en><body>"] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 25))):
        tag, mark, text = draw(st.sampled_from(TAGS)), draw(st.sampled_from(MARKS)), draw(PIECES)
        parts.append(f"<{tag}{mark}>{text}" + (f"</{tag}>" if draw(st.booleans()) else ""))
    if draw(st.booleans()):
        data = draw(
            st.recursive(PIECES | st.none() | st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=4)
        )
        story = {"@type": "NewsArticle", "headline": data, "author": data, "articleBody": data, "datePublished": data}
        parts.append(f'<script type="application/ld+json">{json.dumps(story)}</script>')
    encoding = draw(st.sampled_from(["utf-8", "utf-16", "latin-1", "shift_jis", "utf-7"]))
    return "\n".join(parts).encode(encoding, "replace")


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """An address, or nearly one."""
    scheme = draw(st.sampled_from(["http://", "https://", "HTTP://", "https:///", "http:", ""]))
    tail = draw(st.text(alphabet=st.sampled_from("/?&=#%.:@[]()|<>é a1-"), max_size=30))
    return f"{scheme}{draw(st.sampled_from(HOSTS))}{tail}"


drafts = st.builds(
    Draft,
    headline=PIECES,
    sentences=st.lists(
        st.builds(DraftSentence, text=PIECES, rests_on=st.lists(st.integers(-3, 99), max_size=3).map(tuple)), max_size=4
    ).map(tuple),
    actors=st.lists(st.builds(DraftActor, name=PIECES, role=PIECES, aliases=st.tuples(PIECES)), max_size=4).map(tuple),
    quotes=st.lists(
        st.builds(DraftQuote, text=PIECES, speaker=st.none() | PIECES, start=st.none() | st.integers(-9, 999)),
        max_size=4,
    ).map(tuple),
    engine=st.just("openai:fuzz"),
    language=st.sampled_from([None, "en", "de", "xx", ""]),
)
articles = st.builds(
    Article,
    text=TEXTS,
    url=st.none() | addresses(),
    title=st.none() | PIECES,
    site=st.none() | PIECES,
    authors=st.tuples(PIECES),
    published=st.none() | PIECES,
    language=st.sampled_from([None, "en", "de", "ru", "zh", "xx"]),
)


def _links(text: object) -> None:
    found = scan(str(text), also_suppressed=True)
    for link in found.links:
        assert canonical(canonical(link.url)) == canonical(link.url)
        is_article_link(link.url)


def _canonical(address: object) -> None:
    once = canonical(str(address))
    assert canonical(once) == once


def _page(body: object) -> None:
    assert isinstance(body, bytes)
    for url in ("https://news.example/town/quay", ""):
        try:
            article = extract(Page(url, "text/html", None, body))
        except (NutgrafError, ElsewhereError):
            continue
        assert article.text.strip() == article.text
        assert "\x00" not in article.text


def _paste(text: object) -> None:
    try:
        article = clean_paste(str(text))
    except NutgrafError:
        return
    brief = check(write_draft(article, Wish()), article)
    assert all(article.text[quote.start : quote.end] == quote.text for quote in brief.quotes)


def _quotes(given: object) -> None:
    assert isinstance(given, Article)
    for quote in find_quotes(given, find_entities(given)):
        assert 0 <= quote.start < quote.end <= len(given.text)


def _check(given: object) -> None:
    assert isinstance(given, tuple)
    draft, article = given
    brief = check(draft, article)
    assert all(article.text[quote.start : quote.end] == quote.text for quote in brief.quotes)
    assert len(brief.evidence) == len(brief.summary) == len(brief.proof)
    for length in Length:
        view = render(brief, Words(), length=length)
        assert sum(len(text) for text in view.texts) <= limits.MESSAGE_CHARACTERS


def _escape(text: object) -> None:
    escaped = escape(str(text))
    assert scan(escaped).links == ()
    assert "@everyone" not in escaped.replace("\\@", "")


def _domains(data: object) -> None:
    assert isinstance(data, bytes)
    for read in (lambda: read_domains(data), lambda: read_domain(data.decode("utf-8", "replace"))):
        try:
            read()
        except NutgrafError:
            continue


def _custom_ids(text: object) -> None:
    for pattern, read in (
        (button_ids.PATTERN, button_ids.read_button_id),
        (quote_search.PATTERN, quote_search.read_search),
        (privacy.PATTERN, lambda match: match),
    ):
        if match := re.fullmatch(pattern, str(text)):
            with suppress(ValueError, OverflowError):  # As the buttons do: such an id says nothing.
                read(match)


ids = st.one_of(
    st.from_regex(button_ids.PATTERN, fullmatch=True),
    st.from_regex(quote_search.PATTERN, fullmatch=True),
    st.text(alphabet=st.sampled_from("nutgraf:said|page0f-:longer"), max_size=100),
)

HARNESSES = (
    Harness("links of a message", TEXTS | addresses(), _links),
    Harness("canonical links", addresses(), _canonical),
    Harness("page to article", pages(), _page),
    Harness("paste to brief", TEXTS, _paste),
    Harness("quotes", articles, _quotes),
    Harness("check and card of any draft", st.tuples(drafts, articles), _check),
    Harness("escaped text", TEXTS, _escape),
    Harness(
        "imported domains", st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "replace")), _domains
    ),
    Harness("custom ids", ids, _custom_ids),
)
