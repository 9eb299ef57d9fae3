"""A brief as a message: within Discord's limits, with no empty section, and never with a cut quote."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.chat.view import Budget, Card, Line, Row, Text, View, clip, escape, masked
from bot.domain.text.context import context_notes
from bot.domain.text.hosts import site_label
from bot.domain.values.actor import Actor
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.quote import Quote
from bot.i18n.words import Words
from config import limits

SUMMARY = "summary"
ACTORS = "actors"
QUOTES = "quotes"
SECTIONS = (SUMMARY, ACTORS, QUOTES)


def render(
    brief: Brief,
    words: Words,
    *,
    sections: Collection[str] = SECTIONS,
    age: timedelta | None = None,
    spoiler: bool = False,
    shares: int = 1,
    notes: Sequence[str] = (),
    today: date | None = None,
) -> View:
    """The brief as a card: headline, summary, actors, quotes, footer.

    Args:
        brief: what `check` let through.
        words: the reader's language.
        sections: which of `SECTIONS` are shown.
        age: how long ago the brief was written, None when just now.
        spoiler: whether it is hidden until clicked.
        shares: into how many equal parts the message is divided: this brief takes one.
        notes: templates of further sentences for the footer, which come first.
        today: the day it is read, by which old news is told; None tells no age.
    """
    budget = Budget(shares=shares)
    head = _head(brief, words, budget, today)
    foot = _foot(brief, words, age, notes)
    budget.take(foot)
    titles = {ACTORS: f"**{words.say('Key actors')}**", QUOTES: f"**{words.say('Quotes')}**"}
    for title in titles.values():
        budget.take(title)
    # What matters most is measured first: the summary, then the best quote, the actors, and the other quotes.
    summary = _summary(brief.summary, budget) if SUMMARY in sections else ""
    shown_quotes = brief.quotes[: limits.SHOWN_QUOTES] if QUOTES in sections else ()
    first = _fitting([_quote(quote, words) for quote in shown_quotes[:1]], budget)
    shown_actors = brief.actors[: limits.SHOWN_ACTORS] if ACTORS in sections else ()
    actors = _fitting([_actor(actor) for actor in shown_actors], budget)
    quotes = first + _fitting([_quote(quote, words) for quote in shown_quotes[1:]], budget)
    body: list[Text | Line | Row] = [Text(head)]
    if summary:
        body.append(Text(summary))
    body += [Text("\n".join([titles[ACTORS], *actors]))] if actors else []
    body += [Text("\n".join([titles[QUOTES], *quotes]))] if quotes else []
    body += [Line(), Text(foot)]
    return View((Card(tuple(body), spoiler=spoiler),))


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
    blocks = [
        _quote(quote, words) if Budget().take(f"{head}\n{_quote(quote, words)}") else too_long_line(quote, words)
        for quote in brief.quotes
    ]
    pages = fill(head, blocks)
    number = min(page, len(pages) - 1)
    return Page(View((Card((Text(pages[number]),)),)), number, len(pages))


def render_pointer(headline: str, jump: str, words: Words, *, age: timedelta) -> View:
    """A quiet line that leads to the earlier brief of the same article."""
    where = masked(escape(clip(headline, limits.HEADLINE_CHARACTERS)) or words.say("the brief"), jump)
    return View((Text(f"-# {words.say('Briefed here {ago}:', ago=words.ago(age))} {where}"),))


def render_stage(stage: str, article: Article | None, words: Words) -> View:
    """What is being done, for an answer that is still to come."""
    line = words.say("Fetching …") if stage == "fetching" else words.say("Reading …")
    if article is not None:
        count = words.count("{number} word", "{number} words", article.words)
        line = f"{words.say('Reading …')} {count} … {words.say('writing')}"
        if article.title:
            line = f"**{escape(clip(article.title, limits.HEADLINE_CHARACTERS))}**\n{line}"
    return View((Text(line),))


def render_compact(brief: Brief, words: Words, *, spoiler: bool = False, today: date | None = None) -> View:
    """The headline alone, for an answer whose brief stands in a thread."""
    return View((Card((Text(_head(brief, words, Budget(), today)),), spoiler=spoiler),))


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


def quote_lines(quote: Quote, words: Words, *, more: Sequence[str] = (), spoiler: bool = False) -> list[str]:
    """A quote as a block of lines: its words, a translation, and who said it where.

    Args:
        quote: the quote, which is shown whole.
        words: the reader's language.
        more: what else stands beside the speaker.
        spoiler: whether its words are hidden until clicked.
    """
    paragraphs = [escape(paragraph) for paragraph in quote.text.split("\n\n")]
    paragraphs[0] = f"“{paragraphs[0]}"
    paragraphs[-1] = f"{paragraphs[-1]}”"
    lines = [f"> ||{paragraph}||" if spoiler else f"> {paragraph}" for paragraph in paragraphs]
    if quote.translation:
        lines.append(f"> -# {words.say('in translation:')} {escape(quote.translation)}")
    place = masked(words.say("in the article"), quote.link)
    speaker = words.say("unattributed") if quote.speaker is None else escape(quote.speaker)
    parts = [speaker, *([place] if quote.link and place.startswith("[") else []), *more]
    return [*lines, f"> — {' · '.join(parts)}"]


def too_long_line(quote: Quote, words: Words) -> str:
    """Names a quote that no message holds, with the link to its place where that is short."""
    about = words.count(
        "A quotation of {number} character is too long for a message.",
        "A quotation of {number} characters is too long for a message.",
        len(quote.text),
    )
    place = masked(words.say("in the article"), quote.link)
    return f"-# {about}{f' {place}' if place.startswith('[') and len(place) < limits.LINK_CHARACTERS else ''}"


def _head(brief: Brief, words: Words, budget: Budget, today: date | None) -> str:
    article = brief.article
    headline = escape(clip(brief.headline, limits.HEADLINE_CHARACTERS)) or words.say("Untitled")
    minutes = max(1, round(article.words / limits.WORDS_PER_MINUTE))
    source = site_label(article) or article.source
    about = [
        escape(clip(source, limits.NAME_CHARACTERS)) if source else None,
        words.day(article.published) if article.published else None,
        *(
            escape(clip(words.say(note.template, **note.fields), limits.NAME_CHARACTERS))
            for note in context_notes(article, today or date.min)
        ),
        words.count("{number} minute to read", "{number} minutes to read", minutes),
    ]
    below = f"-# {' · '.join(part for part in about if part)}"
    linked = f"### {masked(headline, article.url)}\n{below}"
    if budget.take(linked):
        return linked
    plain = f"### {headline}\n{below}"
    budget.take(plain)
    return plain


def _foot(brief: Brief, words: Words, age: timedelta | None, first: Sequence[str]) -> str:
    notes = (*first, *brief.notes, *brief.article.notes)
    by_rules = words.say("written by rules, without a model")
    engine = by_rules if brief.engine.startswith("builtin") else escape(clip(brief.engine, limits.NAME_CHARACTERS))
    parts = [
        engine,
        None if brief.article.complete else words.say("only a part of the article could be read"),
        words.say("read {ago}", ago=words.ago(age)) if age is not None else None,
        *(escape(clip(words.say(note), limits.NOTE_CHARACTERS)) for note in notes[: limits.SHOWN_NOTES]),
    ]
    return f"-# {' · '.join(part for part in parts if part)}"


def _summary(sentences: Sequence[str], budget: Budget) -> str:
    escaped = [escape(sentence) for sentence in sentences]
    fitting = _fitting(escaped, budget)
    if not fitting and sentences:
        fitting = _fitting([escape(clip(sentences[0], limits.SENTENCE_CHARACTERS))], budget)
    return " ".join(fitting)


def _actor(actor: Actor) -> str:
    name = f"- **{escape(clip(actor.name, limits.NAME_CHARACTERS))}**"
    return f"{name} — {escape(clip(actor.role, limits.SENTENCE_CHARACTERS))}" if actor.role else name


def _quote(quote: Quote, words: Words) -> str:
    return "\n".join(quote_lines(quote, words))


def _fitting(blocks: Sequence[str], budget: Budget) -> list[str]:
    """Those blocks that fit whole, in their order."""
    return [block for block in blocks if budget.take(block)]
