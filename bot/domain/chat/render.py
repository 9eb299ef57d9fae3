"""Lists and lines in a chat: quotes a page at a time, pointers, stages. Nothing of it is longer than a message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.chat.quotes import by_speaker, in_order, spoken
from bot.domain.chat.view import Card, Space, Text, View, clip, escape, masked
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.quote import Quote
from bot.i18n.words import Words
from config import limits

ARROW = "↗"


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """One page of a list, of how many."""

    view: View
    number: int
    of: int


def render_quotes(brief: Brief, words: Words, *, page: int = 0, spoiler: bool = False) -> QuotesPage:
    """Every quote of a brief in its order, a page at a time, hidden where the brief is; one too long is named."""
    title = masked(f"**{escape(clip(brief.headline, limits.HEADLINE_CHARACTERS))}**", brief.article.url)
    count = words.count("{number} quote", "{number} quotes", len(brief.quotes))
    head = f"{title}\n-# {count}"
    pages = fill(head, [block for group in by_speaker(in_order(brief.quotes)) for block in _blocks(group, words, head)])
    number = min(page, len(pages) - 1)
    return QuotesPage(View((Card((Text(pages[number]),), spoiler=spoiler),)), number, len(pages))


def _blocks(group: Sequence[Quote], words: Words, head: str) -> Iterator[str]:
    """The quotes of one speaker in a row as blocks that fit a page under its head, the speaker once below each."""
    if len(group) == 1:
        block = "\n".join(quote_lines(group[0], words))
        yield block if Space().take(f"{head}\n{block}") else too_long_line(group[0], words)
        return
    said = speaker_line(group[0], words)
    lines: list[str] = []
    for quote in group:
        own = quote_lines(quote, words, speaker=False)
        fits = Space().take("\n".join([head, *own, said]))
        if lines and not (fits and Space().take("\n".join([head, *lines, *own, said]))):
            yield "\n".join([*lines, said])
            lines = []
        if fits:
            lines += own
        else:
            yield too_long_line(quote, words)
    if lines:
        yield "\n".join([*lines, said])


def render_pointer(
    headline: str, jump: str, words: Words, *, age: timedelta, site: str | None = None, spoiler: bool = False
) -> View:
    """Leads to the earlier brief of the same article, in the shape of a card's head, without the card.

    Args:
        headline: the earlier brief's.
        jump: the address of its message.
        words: the readers' language.
        age: how long ago it was posted.
        site: the name of the article's site.
        spoiler: whether the headline is hidden in bars.
    """
    where = f"**{masked(escape(clip(headline, limits.HEADLINE_CHARACTERS)) or words.say('the brief'), jump)}**"
    about = [
        escape(clip(site, limits.NAME_CHARACTERS)) if site else "",
        words.say("Briefed here {ago}", ago=words.ago(age)),
    ]
    below = f"-# {' · '.join(part for part in about if part)}"
    return View((Text(f"||{where}||\n{below}" if spoiler else f"{where}\n{below}"),))


def render_stage(stage: str, article: Article | None, words: Words) -> View:
    """What is being done, for an answer that is still to come."""
    line = words.say("Fetching …") if stage == "fetching" else words.say("Reading …")
    if stage == "busy":
        line = words.say("I am busy with other pages; I will try again in a moment …")
    if article is not None:
        count = words.count("{number} word", "{number} words", article.words)
        line = f"{words.say('Reading …')} {count} … {words.say('writing')}"
        if article.title:
            line = f"**{escape(clip(article.title, limits.HEADLINE_CHARACTERS))}**\n{line}"
    return View((Text(line),))


def fill(head: str, blocks: Sequence[str]) -> list[str]:
    """Blocks under a head, on as many pages as they need; each block goes whole onto one, or is left out."""
    pages: list[str] = []
    lines, space = [head], Space()
    space.take(head)
    for block in blocks:
        fits = space.take(block)
        if not fits and len(lines) > 1:
            pages.append("\n".join(lines))
            lines, space = [head], Space()
            space.take(head)
            fits = space.take(block)
        lines += [block] if fits else []
    return [*pages, "\n".join(lines)]


def quote_lines(quote: Quote, words: Words, *, spoiler: bool = False, speaker: bool = True) -> list[str]:
    """A quote as a block of lines: its words with a link to their place, a translation, and who said it.

    Args:
        quote: the quote, which is shown whole.
        words: the reader's language.
        spoiler: whether its words are hidden until clicked.
        speaker: whether its speaker is named behind it; quotes of one speaker have one `speaker_line` below the last.
    """
    said = "\n\n".join(escape(paragraph) for paragraph in spoken(quote.text).split("\n\n"))
    paragraphs = words.say("“{quote}”", quote=said).split("\n\n")
    # The address of a passage holds its words, so it is hidden with them.
    paragraphs[-1] += place_link(quote.link)
    lines = [f"> ||{paragraph}||" if spoiler else f"> {paragraph}" for paragraph in paragraphs]
    if quote.translation:
        lines.append(f"> -# {words.say('in translation:')} {escape(quote.translation)}")
    if speaker and quote.translation:
        lines.append(speaker_line(quote, words))
    elif speaker:
        lines[-1] += f" — {_said_by(quote, words)}"
    return lines


def speaker_line(quote: Quote, words: Words) -> str:
    """The line of a block of quotes that says whose they are."""
    return f"> — {_said_by(quote, words)}"


def _said_by(quote: Quote, words: Words) -> str:
    return words.say("unattributed") if quote.speaker is None else escape(quote.speaker)


def place_link(link: str | None) -> str:
    """A small arrow that leads to a place in the page; nothing where there is no such address."""
    arrow = masked(ARROW, link)
    return f" {arrow}" if arrow.startswith("[") else ""


def too_long_line(quote: Quote, words: Words) -> str:
    """Names a quote that no message holds, with the link to its place where that is short."""
    about = words.count(
        "A quotation of {number} character is too long for a message.",
        "A quotation of {number} characters is too long for a message.",
        len(quote.text),
    )
    return f"-# {about}{place_link(quote.link)}"
