"""Who signs a quotation: a name in brackets right behind it, behind a dash, or in a line of its own below."""

from bisect import bisect_left
from itertools import dropwhile

from bot.domain.speech.cue import VERBS, Cue
from bot.domain.speech.referents import Attribution, Reader, resolved
from bot.domain.speech.rows.tokens import Part, Sentence, parts_of
from bot.domain.text.characters import POINTS
from bot.domain.text.spans import Span
from bot.domain.values.actor import Kind
from config.limits import SIGNATURE_CHARACTERS


def in_brackets(reader: Reader, span: Span) -> Attribution | None:
    """The person whose name alone stands in brackets right behind a quotation: "“...” (Ann Lee)"."""
    names, start = reader.names, span.outer_end + len(" (")
    if not reader.text.startswith(" (", span.outer_end):
        return None
    at = bisect_left(names.starts, start)
    alone = at < len(names.starts) and names.starts[at] == start and reader.text.startswith(")", names.ends[at])
    if not alone or names.entities[names.owners[at]].kind is not Kind.PERSON:
        return None
    place = (names.starts[at], names.ends[at])
    return Attribution(names.entities[names.owners[at]].name, names.owners[at], Cue.CONTINUED, place)


def signed(reader: Reader, number: int) -> Attribution | None:
    """Who signs a quotation: "— Ann Lee, teacher" after it or in a line of its own below."""
    rows = reader.rows(number)
    row = rows[-1] if rows else []
    last = parts_of(row).rfind(Part.QUOTE)
    if last < 0:
        return None
    tail = row[last + 1 :]
    if tail:
        dashed = tail[0].part == Part.DASH
        return _signature(reader, tail, reader.paragraphs[number].end, dashed=True) if dashed else None
    if number + 1 == len(reader.paragraphs) or reader.paragraphs[number + 1].spans:
        return None
    line = reader.paragraphs[number + 1]
    dashed = reader.text[line.start] in _DASHES
    if not dashed and reader.text[line.end - 1] in _STOPS:
        return None  # Most paragraphs, which then are not read for this.
    rows = reader.rows(number + 1)
    return _signature(reader, rows[0], line.end, dashed=dashed) if len(rows) == 1 else None


def _signature(reader: Reader, row: Sentence, end: int, *, dashed: bool) -> Attribution | None:
    """The person whom a line names that is no sentence, though a dash may open it and a point end it."""
    rest = list(dropwhile(lambda token: token.part == Part.DASH, row))
    long = not rest or end - rest[0].start > SIGNATURE_CHARACTERS
    if long or rest[0].part != Part.NAME or (reader.text[end - 1] in _STOPS and not dashed):
        return None
    if any(token.part in VERBS or token.part == Part.AUXILIARY for token in rest):
        return None
    person = reader.names.entities[rest[0].index].kind is Kind.PERSON or Part.COMMA in [
        token.part for token in rest[:2]
    ]
    return resolved(reader, rest[0], Cue.SPEECH) if person else None


_STOPS = (*POINTS, ":")
_DASHES = "-–—―"
