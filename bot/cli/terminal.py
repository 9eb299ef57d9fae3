"""A brief as lines for a terminal. Text from an article is data: what could steer a terminal is left out."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.chat.quotes import by_speaker, in_order, spoken, tells
from bot.domain.text.context import context_notes
from bot.domain.text.hosts import site_label
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief

WIDTH = 100
"""Characters of a line at most: wider ones are hard to read, however wide the window is."""

# Characters that turn the direction of what follows, which could show a line as another.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = re.compile(r"[^\S ]+")
_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class OutputLine:
    """A line before it is wrapped.

    Attributes:
        text: what it says, without what steers a terminal once it is printed.
        style: how rich paints it, such as "bold" or "dim red"; "" for plain.
        indent: spaces before it, twice as many before its further lines.
        lead: how many characters of it at its beginning are bold.
    """

    text: str = ""
    style: str = ""
    indent: int = 0
    lead: int = 0

    @property
    def clean(self) -> str:
        """The text on one line, without what steers a terminal: breaks are spaces."""
        return plain(_BREAKS.sub(" ", self.text))


def plain(text: str) -> str:
    """`text` without what steers a terminal, so that no text moves the cursor, paints the screen or turns a line."""
    return "".join(character for character in text if character == "\n" or not _steers(character))


def _steers(character: str) -> bool:
    return unicodedata.category(character) in _STEERING or character in _TURNS


def as_text(lines: Iterable[OutputLine]) -> str:
    """The lines without colours, each at most `WIDTH` characters long."""
    return "".join(f"{wrapped}\n" for line in lines for wrapped in _wrapped(line))


def _wrapped(line: OutputLine) -> list[str]:
    return textwrap.wrap(
        line.clean,
        WIDTH,
        initial_indent=" " * line.indent,
        subsequent_indent=" " * line.indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def show(brief: Brief, *, today: date, evidence: bool = False) -> Iterator[OutputLine]:
    """The brief on a day; quotes whole, in the article's order, the speaker of several in a row above the first.

    With `evidence` each sentence is followed by those of the article that carry it.
    """
    article = brief.article
    yield OutputLine(brief.headline, "bold cyan")
    yield OutputLine(_facts(article, today), "dim")
    for sentence, proof, places in zip(brief.summary, brief.proof, brief.evidence, strict=True):
        yield OutputLine()
        yield OutputLine(sentence)
        for place in places if evidence else ():
            yield OutputLine(f"↳ {proof.value}: “{article.text[place.start : place.end]}”", "green", 2)
            if place.link:
                yield OutputLine(place.link, "dim", 4)
    if brief.actors:
        yield from (OutputLine(), OutputLine("Actors", "bold"))
        for actor in sorted(brief.actors, key=lambda actor: (not actor.role, actor.kind is not Kind.PERSON)):
            role = f" — {actor.role}" if actor.role else ""
            line = f"{actor.name}{role} ({actor.kind.value}, {actor.mentions}×)"
            yield OutputLine(line, indent=2, lead=len(plain(actor.name)))
    yield from _quotes(brief)
    yield OutputLine()
    read = "complete" if article.complete else "only a part could be read"
    yield OutputLine(f"engine: {brief.engine} · {read}", "dim")
    for note in (*article.notes, *(note for note in brief.notes if note not in article.notes)):
        yield OutputLine(f"note: {note}", "yellow")


def _quotes(brief: Brief) -> Iterator[OutputLine]:
    telling = in_order(quote for quote in brief.quotes if tells(quote))
    if telling:
        yield from (OutputLine(), OutputLine("Quotes", "bold"))
        for group in by_speaker(telling):
            several = len(group) > 1
            if several:
                yield OutputLine(f"{group[0].speaker}:", indent=2)
            for quote in group:
                said = "" if several else f" — {quote.speaker or 'unattributed'}"
                yield OutputLine(f"“{spoken(quote.text)}”{said}", indent=2 + 2 * several)
                if quote.translation:
                    yield OutputLine(f"in translation: {quote.translation}", "italic", 4 + 2 * several)


def _facts(article: Article, today: date) -> str:
    facts = (
        site_label(article),
        _day(article.published),
        *(note.english for note in context_notes(article, today)),
        f"{article.words:,} words",
        article.language,
        article.url,
    )
    return " · ".join(fact for fact in facts if fact)


def _day(written: str | None) -> str | None:
    """An ISO 8601 date as people write it: "20 May 2024"; anything else stays as it is."""
    try:
        day = datetime.fromisoformat(written or "").date()
    except ValueError:
        return written
    return f"{day.day} {day:%B} {day.year}"
