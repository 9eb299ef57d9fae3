"""Lists and lines in a chat: quotes a page at a time, pointers, stages. Nothing of it is longer than a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.chat.view import Budget, Card, Text, View, clip, escape, masked
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.quote import Quote
from bot.i18n.words import Words
from config import limits

ARROW = "↗"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list, of how many."""

    view: View
    number: int
    of: int


def render_quotes(brief: Brief, words: Words, *, page: int = 0) -> Page:
    """Every quote of a brief, a page at a time. A quote that no message holds is named, not cut."""
    title = masked(f"**{escape(clip(brief.headline, limits.HEADLINE_CHARACTERS))}**", brief.article.url)
    count = words.count("{number} quote", "{number} quotes", len(brief.quotes))
    head = f"{title}\n-# {count}"
    blocks = []
    for quote in brief.quotes:
        block = "\n".join(quote_lines(quote, words))
        blocks.append(block if Budget().take(f"{head}\n{block}") else too_long_line(quote, words))
    pages = fill(head, blocks)
    number = min(page, len(pages) - 1)
    return Page(View((Card((Text(pages[number]),)),)), number, len(pages))


def render_pointer(headline: str, jump: str, words: Words, *, age: timedelta, spoiler: bool = False) -> View:
    """A quiet line that leads to the earlier brief of the same article; `spoiler` hides the headline in bars."""
    where = masked(escape(clip(headline, limits.HEADLINE_CHARACTERS)) or words.say("the brief"), jump)
    if spoiler:
        where = f"||{where}||"
    return View((Text(f"-# {words.say('Briefed here {ago}:', ago=words.ago(age))} {where}"),))


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
    lines, budget = [head], Budget()
    budget.take(head)
    for block in blocks:
        fits = budget.take(block)
        if not fits and len(lines) > 1:
            pages.append("\n".join(lines))
            lines, budget = [head], Budget()
            budget.take(head)
            fits = budget.take(block)
        lines += [block] if fits else []
    return [*pages, "\n".join(lines)]


def quote_lines(quote: Quote, words: Words, *, spoiler: bool = False, speaker: bool = True) -> list[str]:
    """A quote as a block of lines: its words with a link to their place, a translation, and who said it.

    Args:
        quote: the quote, which is shown whole.
        words: the reader's language.
        spoiler: whether its words are hidden until clicked.
        speaker: whether the line that names the speaker is shown; quotes of one speaker have one below the last.
    """
    paragraphs = [escape(paragraph) for paragraph in spoken(quote.text).split("\n\n")]
    paragraphs[0] = f"“{paragraphs[0]}"
    paragraphs[-1] = f"{paragraphs[-1]}”"
    # The address of a passage holds its words, so it is hidden with them.
    paragraphs[-1] += place_link(quote.link)
    lines = [f"> ||{paragraph}||" if spoiler else f"> {paragraph}" for paragraph in paragraphs]
    if quote.translation:
        lines.append(f"> -# {words.say('in translation:')} {escape(quote.translation)}")
    if not speaker:
        return lines
    said = words.say("unattributed") if quote.speaker is None else escape(quote.speaker)
    return [*lines, f"> — {said}"]


def spoken(text: str) -> str:
    """The words of a quote without the comma at their end, which belongs to the sentence around them."""
    return text.removesuffix(",") or text


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
