"""A brief as a card: within Discord's limits, with no empty section, and never with a cut quote.

headline (a link)
site · date · kind of page · minutes to read
the news: one sentence in bold, or a few short points, each with an arrow to its evidence in the article
who acts, people first, each with a role
the best short quotes in the article's order, those of one speaker together
engine · what was not read
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from bot.domain.chat.quotes import by_speaker, in_order, tells
from bot.domain.chat.render import place_link, quote_lines, speaker_line
from bot.domain.chat.view import Card, Line, Row, Space, Text, View, clip, escape, masked
from bot.domain.text.context import OPINION, context_notes
from bot.domain.text.hosts import site_label
from bot.domain.values.actor import Actor, Kind
from bot.domain.values.brief import Brief
from bot.domain.values.quote import Quote
from bot.domain.values.wish import Length
from bot.i18n.words import Words
from config import limits

SUMMARY = "summary"
ACTORS = "actors"
QUOTES = "quotes"
SECTIONS = (SUMMARY, ACTORS, QUOTES)


@dataclass(frozen=True, slots=True)
class _Room:
    """How much of each section a length shows: sentences, actors, quotes, and characters of a quote."""

    sentences: int
    actors: int
    quotes: int
    characters: int


_ROOMS = {
    Length.SHORT: _Room(1, 2, 1, limits.CARD_QUOTE_CHARACTERS),
    Length.NORMAL: _Room(3, 4, 2, limits.CARD_QUOTE_CHARACTERS),
    Length.LONG: _Room(6, 8, 6, limits.MESSAGE_CHARACTERS),
}
_COMPACT = _Room(1, 0, 0, 0)


def render(
    brief: Brief,
    words: Words,
    *,
    length: Length = Length.NORMAL,
    sections: Collection[str] = SECTIONS,
    compact: bool = False,
    age: timedelta | None = None,
    spoiler: bool = False,
    shares: int = 1,
    notes: Sequence[str] = (),
    today: date | None = None,
) -> View:
    """The brief as a card.

    Args:
        brief: what `check` let through.
        words: the reader's language.
        length: how much is shown.
        sections: which of `SECTIONS` are shown.
        compact: whether only the headline and one sentence of the news are shown, whatever the length.
        age: how long ago the brief was written, None when just now.
        spoiler: whether it is hidden until clicked.
        shares: into how many equal parts the message is divided: this brief takes one.
        notes: templates of further sentences for the footer, which come first.
        today: the day it is read, by which old news is told; None tells no age.
    """
    room = _COMPACT if compact else _ROOMS[length]
    space = Space(shares=shares)
    head = _head(brief, words, space, today)
    foot = _foot(brief, words, age, notes)
    space.take(foot)
    # What matters most is measured first: the news, then who acts, then what is said.
    summary = _summary(brief, words, space, room) if SUMMARY in sections else []
    actors = _actors(brief, space, room) if ACTORS in sections else []
    quotes = _quotes(brief, words, space, room) if QUOTES in sections else []
    body: list[Text | Line | Row] = [Text("\n".join(lines)) for lines in ([head, *summary], actors, quotes) if lines]
    body.append(Text(foot))
    return View((Card(tuple(body), spoiler=spoiler),))


def render_headline(brief: Brief, words: Words, *, spoiler: bool = False, today: date | None = None) -> View:
    """The headline alone, for an answer whose brief stands in a thread."""
    return View((Card((Text(_head(brief, words, Space(), today)),), spoiler=spoiler),))


def shown_quotes(brief: Brief, length: Length, *, compact: bool = False) -> tuple[Quote, ...]:
    """The quotes that a card of a length shows, in the article's order; the space of a message may take fewer.

    A word or two of somebody's sentence ("difficult") say nothing by themselves and are left to the list of all quotes.
    """
    return _shown_quotes(brief, _COMPACT if compact else _ROOMS[length])


def _shown_quotes(brief: Brief, room: _Room) -> tuple[Quote, ...]:
    telling = [quote for quote in brief.quotes if tells(quote)]
    fitting = [quote for quote in telling if len(quote.text) <= room.characters or quote.opening]
    named = {form for actor in brief.actors for form in (actor.name, *actor.aliases)}

    def weight(quote: Quote) -> tuple[bool, bool, int]:
        return (quote.speaker is None, quote.speaker not in named, quote.start)

    return tuple(in_order(sorted(fitting, key=weight)[: room.quotes]))


def _head(brief: Brief, words: Words, space: Space, today: date | None) -> str:
    article = brief.article
    headline = escape(clip(brief.headline, limits.HEADLINE_CHARACTERS)) or words.say("Untitled")
    minutes = max(1, round(article.words / limits.WORDS_PER_MINUTE))
    source = site_label(article)
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
    if space.take(linked):
        return linked
    plain = f"### {headline}\n{below}"
    space.take(plain)
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


def _summary(brief: Brief, words: Words, space: Space, room: _Room) -> list[str]:
    """The news as lines, each with an arrow to its first piece of evidence where there is room for it."""
    shown = brief.summary[: room.sentences]
    opinion = _whose_opinion(brief, words)
    lines: list[str] = []
    for number, (sentence, evidence) in enumerate(zip_longest(shown, brief.evidence[: len(shown)], fillvalue=())):
        text = escape(str(sentence))
        text = f"**{text}**" if len(shown) == 1 else text
        said = f"{opinion} {text}" if opinion and not number else text
        point = said if len(shown) == 1 else f"- {said}"
        link = place_link(evidence[0].link if evidence else None)
        taken = next((line for line in (f"{point}{link}", point) if space.take(line)), None)
        lines += [taken] if taken else []
    if not lines and shown:
        clipped = escape(clip(shown[0], limits.SENTENCE_CHARACTERS))
        lines += [clipped] if space.take(clipped) else []
    return lines


def _whose_opinion(brief: Brief, words: Words) -> str:
    """The first words of an opinion piece's summary: whose opinion it is."""
    if OPINION not in brief.article.context:
        return ""
    if not brief.article.authors:
        return words.say("The writer’s opinion:")
    author = escape(clip(brief.article.authors[0], limits.NAME_CHARACTERS))
    return words.say("Opinion of {author}:", author=author)


def _actors(brief: Brief, space: Space, room: _Room) -> list[str]:
    """Those who act, people first; whoever has no role is left to the list of all."""
    with_role = [actor for actor in brief.actors if actor.role]
    ordered = sorted(with_role, key=lambda actor: actor.kind is not Kind.PERSON)
    return _fitting([_actor(actor) for actor in ordered[: room.actors]], space)


def _actor(actor: Actor) -> str:
    name = escape(clip(actor.name, limits.NAME_CHARACTERS))
    return f"**{name}**, {escape(clip(actor.role, limits.SENTENCE_CHARACTERS))}"


def _quotes(brief: Brief, words: Words, space: Space, room: _Room) -> list[str]:
    """Quotes in the article's order; several in a row of one speaker have that name once, below the last."""
    return [line for group in by_speaker(_shown_quotes(brief, room)) for line in _group(group, words, space, room)]


def _group(group: list[Quote], words: Words, space: Space, room: _Room) -> list[str]:
    """The lines of one speaker's quotes: all of them where they fit, else the first ones that do."""
    for count in range(len(group), 0, -1):
        shown = [_opening(quote, room) for quote in group[:count]]
        lines = [line for quote in shown for line in quote_lines(quote, words, speaker=count == 1)]
        lines += [speaker_line(group[0], words)] if count > 1 else []
        if space.take("\n".join(lines)):
            return lines
    return []


def _opening(quote: Quote, room: _Room) -> Quote:
    """A quote as a card shows it: whole, or its first whole sentences."""
    return quote if len(quote.text) <= room.characters else replace(quote, text=quote.text[: quote.opening])


def _fitting(blocks: Sequence[str], space: Space) -> list[str]:
    """Those blocks that fit whole, in their order."""
    return [block for block in blocks if space.take(block)]
