"""A brief as lines for a terminal. Text from an article is data: what could steer a terminal is left out."""

import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date

from bot.domain.text.context import context_notes
from bot.domain.text.hosts import site_label
from bot.domain.values.brief import Brief

WIDTH = 100


# Characters that turn the direction of what follows, which could show a line as another.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_STEERING = frozenset({"Cc", "Zl", "Zp"})


def show(brief: Brief, *, today: date, evidence: bool = False) -> str:
    """The brief as plain text on a day, lines of at most `WIDTH` characters, quotes whole.

    With `evidence` each sentence is followed by those of the article that carry it.
    """
    return "\n".join(_lines(brief, today, evidence=evidence)) + "\n"


def plain(text: str) -> str:
    """`text` without what steers a terminal, so that no text moves the cursor, paints the screen or turns a line."""
    return "".join(character for character in text if character == "\n" or not _steers(character))


def _steers(character: str) -> bool:
    return unicodedata.category(character) in _STEERING or character in _TURNS


def wrapped(text: str, *, indent: str = "") -> list[str]:
    """`text` as lines of at most `WIDTH` characters, without what steers a terminal."""
    return textwrap.wrap(
        plain(" ".join(text.split())),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _lines(brief: Brief, today: date, *, evidence: bool) -> Iterator[str]:
    article = brief.article
    yield from wrapped(brief.headline)
    context = [note.english for note in context_notes(article, today)]
    facts = (
        site_label(article),
        article.published,
        *context,
        f"{article.words:,} words",
        article.language,
        article.url,
    )
    yield from wrapped(" · ".join(fact for fact in facts if fact))
    for sentence, proof, places in zip(brief.summary, brief.proof, brief.evidence, strict=True):
        yield ""
        yield from wrapped(sentence)
        for place in places if evidence else ():
            yield from wrapped(f"↳ {proof.value}: “{article.text[place.start : place.end]}”", indent="  ")
            yield from wrapped(place.link or "", indent="    ")
    if brief.actors:
        yield from ("", "Actors")
        for actor in brief.actors:
            role = f" — {actor.role}" if actor.role else ""
            yield from wrapped(f"{actor.name}{role} ({actor.kind.value}, {actor.mentions}×)", indent="  ")
    if brief.quotes:
        yield from ("", "Quotes")
        for quote in brief.quotes:
            yield from wrapped(f"“{quote.text}” — {quote.speaker or 'unattributed'}", indent="  ")
            if quote.translation:
                yield from wrapped(f"in translation: {quote.translation}", indent="    ")
    yield ""
    read = "complete" if article.complete else "only a part could be read"
    yield from wrapped(" · ".join((f"engine: {brief.engine}", read)))
    for note in (*article.notes, *(note for note in brief.notes if note not in article.notes)):
        yield from wrapped(f"note: {note}")
