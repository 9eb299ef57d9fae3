"""A brief as lines for a terminal. Text from an article is data: what could steer a terminal is left out."""

import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date

from bot.domain.text.context import context_notes
from bot.domain.text.hosts import site_label
from bot.domain.values.brief import Brief

WIDTH = 100


def show(brief: Brief, *, today: date) -> str:
    """The brief as plain text on a day, lines of at most `WIDTH` characters, quotes whole."""
    return "\n".join(_lines(brief, today)) + "\n"


def plain(text: str) -> str:
    """`text` without control characters, so that no article moves the cursor or paints the screen."""
    return "".join(character for character in text if character == "\n" or unicodedata.category(character) != "Cc")


def _lines(brief: Brief, today: date) -> Iterator[str]:
    article = brief.article
    yield from _wrapped(brief.headline)
    context = [note.english for note in context_notes(article, today)]
    facts = (
        site_label(article),
        article.published,
        *context,
        f"{article.words:,} words",
        article.language,
        article.url,
    )
    yield from _wrapped(" · ".join(fact for fact in facts if fact))
    for sentence in brief.summary:
        yield ""
        yield from _wrapped(sentence)
    if brief.actors:
        yield from ("", "Actors")
        for actor in brief.actors:
            role = f" — {actor.role}" if actor.role else ""
            yield from _wrapped(f"{actor.name}{role} ({actor.kind.value}, {actor.mentions}×)", indent="  ")
    if brief.quotes:
        yield from ("", "Quotes")
        for quote in brief.quotes:
            yield from _wrapped(f"“{quote.text}” — {quote.speaker or 'unattributed'}", indent="  ")
            if quote.translation:
                yield from _wrapped(f"in translation: {quote.translation}", indent="    ")
    yield ""
    read = "complete" if article.complete else "only a part could be read"
    yield from _wrapped(" · ".join((f"engine: {brief.engine}", read)))
    for note in (*article.notes, *(note for note in brief.notes if note not in article.notes)):
        yield from _wrapped(f"note: {note}")


def _wrapped(text: str, *, indent: str = "") -> list[str]:
    return textwrap.wrap(
        plain(" ".join(text.split())),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )
