"""Nothing that a page, a file, a model or a name says does anything in a chat or a terminal."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.cli.show_draft import show_draft
from bot.cli.terminal import as_text, show
from bot.domain.brief.builtin import write_draft
from bot.domain.brief.check import check
from bot.domain.brief.prompt import Excerpt, read_answer
from bot.domain.chat.card import render
from bot.domain.chat.render import render_pointer, render_quotes, render_stage
from bot.domain.page.extract import extract
from bot.domain.values.brief import Brief
from bot.domain.values.source import Page
from bot.domain.values.wish import Length, Wish
from bot.errors import ElsewhereError, NutgrafError
from bot.i18n.words import Words
from config.guild import Limits
from tests.naughty.pages import HostileModel, page, pages
from tests.naughty.strings import ALL, EVIL
from tests.support.model_server import ModelServer
from tests.support.newsroom import Newsroom
from tests.support.pdf import pdf_of
from tests.support.rendering import rendered
from tests.support.running import nutgraf
from tests.support.site import Site
from tests.support.town import Town

URL = "https://news.example/town/quay"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
EN = Words()
_OWN = re.compile(r"\[\*\*evil\*\*\]\(|^\*\*\[evil\]\(|^\*\*evil\*\*\nReading")


def faults(shown: Iterable[str], *, host: str) -> Iterator[str]:
    """What naughty texts do in what Discord is given to show; `host` is the page's own, to which links may lead."""
    for text in shown:
        seen = rendered(text)
        done = seen.of("mention", "bare link", "fence", "code", "spoiler", "italic", "underline", "strike")
        done += [link for link in seen.of("masked link") if urlsplit(link).hostname not in {host, "discord.com"}]
        # The bot's own bold and lines hold more than the text, or the whole of a headline as a link.
        done += [about for about in seen.of("bold") if about.strip() == EVIL and not _OWN.search(text)]
        own = seen.of("quote", "subtext", "list", "heading")
        done += [about for about in own if about.strip().startswith(EVIL) and " · " not in about]
        done += [about for about in seen.of("block in a block") if EVIL in about]
        done += STEERING.findall(text)
        yield from (f"{one!r} in {text!r}" for one in done)


def briefs_of(body: str, model: HostileModel) -> Iterator[tuple[str, Brief]]:
    """The briefs of a page, by rules and by a hostile model, each with what `--show-draft` says of it."""
    try:
        article = extract(Page(URL, "text/html", "utf-8", body.encode()))
    except (NutgrafError, ElsewhereError):
        return
    drafts = [write_draft(article, Wish())]
    answer = json.loads(model({"asked": 1}).body["choices"][0]["message"]["content"])
    part = Excerpt(0, len(article.text), (tuple((number, "") for number in range(9)),))
    drafts.append(read_answer(json.dumps(answer), part=part, offered=(), engine="openai:naughty", language="en"))
    for draft in drafts:
        brief = check(draft, article, fallback=drafts[0])
        yield as_text(show_draft(draft, brief)), brief


def test_naughty_text_in_every_field_does_nothing() -> None:
    """Each text in each field of a page and of a model's answer is shown as text, in every form of an answer."""
    model, found, shown, printed = HostileModel(), [], 0, []
    for body in pages():
        for told, brief in briefs_of(body, model):
            views = [
                render(brief, EN, length=Length.LONG),
                render_quotes(brief, EN).view,
                render_stage("writing", brief.article, EN),
                render_pointer(brief.headline, "https://discord.com/channels/1/2/3", EN, age=AGE),
            ]
            texts = [text for view in views for text in view.texts]
            found += list(faults(texts, host="news.example"))
            shown += sum(EVIL in text for text in texts)
            printed += [told, as_text(show(brief, today=date(2026, 11, 26), evidence=True))]
    assert found == [], len(found)
    assert shown > len(ALL)  # Most of it is shown, as text.
    assert [text for text in printed if STEERING.search(text)] == []


def test_reader_of_markdown_sees_what_the_texts_would_do() -> None:
    """The reader that the tests above rely on finds an effect in nearly each of the texts where nothing is escaped."""
    kinds = {text for text in ALL if list(faults([text], host="news.example"))}
    missed = [text for text in ALL if text not in kinds]
    assert len(kinds) >= 70, missed


@pytest.mark.parametrize("form", ["--json", "--show-draft"])
async def test_naughty_text_steers_no_terminal(tmp_path: Path, form: str) -> None:
    """No command prints a control character, DEL or a turning mark of a page, a model or a file's name."""
    file = tmp_path / "quay.html"
    texts = [text for text in ALL if STEERING.search(text) and "\0" not in text]  # With NUL it is no text.
    file.write_bytes(page(texts[:13]).encode())
    missing = "\x1b[31mnot \x7fthere\u202e.txt"
    async with ModelServer(HostileModel()) as server:
        ran = await nutgraf(
            "brief", str(file), missing, form, OPENAI_BASE_URL=server.base_url, OPENAI_MODEL="m", LOG_LEVEL="DEBUG"
        )
    assert "Port Ellery" in ran.out
    assert "there" in ran.out + ran.err
    assert STEERING.findall(ran.out) == []
    assert STEERING.findall(ran.err) == []


async def test_naughty_text_does_nothing_over_the_gateway(tmp_path: Path) -> None:
    """Pages, PDF files, names of files and options with naughty texts: the bot's messages hold only text."""
    model = HostileModel()
    async with ModelServer(model) as server, Town() as town, Site() as site:
        settings: dict[str, Any] = {"openai_base_url": server.base_url, "openai_model": "naughty"}
        async with Newsroom(town, site, tmp_path, **settings) as newsroom:
            # Discord takes five messages of a channel in five seconds.
            channels = [newsroom.news, *(town.channel(newsroom.guild, f"news-{number}") for number in range(3))]
            await newsroom.watch(*channels)
            await newsroom.choose(limits=Limits(user_minute=None, channel_minute=None))
            for number, body in enumerate(pages()[::14]):
                await town.post(channels[number % 4], newsroom.ana, site.page(f"/quay-{number}-closes", body))
            await town.post(newsroom.news, newsroom.ben, site.url("/quay-0-closes"))
            told = "\n\n".join(f"The council of Port Ellery spoke of {text} at length on Monday." for text in LATIN)
            pdf = (f"{LATIN[0]}.pdf", pdf_of(told, title=LATIN[1]), "application/pdf")
            await town.post(newsroom.news, newsroom.ben, "", attachments=[pdf])
            for name in (
                "@everyone **evil**.zip",
                "||evil||.txt",
                "<@1>\u202eevil.html",
                "[evil](https://evil.example).pdf",
            ):
                asked = await town.slash(
                    newsroom.general, newsroom.ana, "summarize", file=town.file(name, told.encode())
                )
                await town.answer_to(asked)
            for text in ALL[::20]:
                asked = await town.slash(newsroom.general, newsroom.ana, "summarize", link=text.replace("\0", ""))
                await town.answer_to(asked)
            await town.settle()
            said = [m for channel in (*channels, newsroom.general) for m in town.messages(channel, by=town.bot)]
            shown = [text for message in said for text in message.text.split("\n\n")]
            assert sum(EVIL in text for text in shown) > 10
            assert list(faults((message.text for message in said), host="127.0.0.1")) == []
            assert [m.id for m in said if m.pings or m.mentions or m.mention_roles or m.mention_everyone] == []
            assert town.violations == []


LATIN = [text for text in ALL if text.isascii() and text.isprintable() and len(text) < 100][:40]
AGE = timedelta(minutes=5)
