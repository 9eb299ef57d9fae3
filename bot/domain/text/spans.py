"""Where quotation marks open and close: one scan over each paragraph, in linear time whatever the text is.

Every pair of marks is known in every text, as news quotes across languages. A mark that both opens and closes is read
by what stands on either side of it. An odd mark spoils its own paragraph at most.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from bot.domain.language.languages import Language
from bot.domain.text.characters import POINTS
from bot.domain.text.dialogue.dashes import DASH_TURNS, dialogue_end, inverted_cue, is_cue, is_dialogue, turns_in

# What may close a quotation, by the mark that opened it. Of these, a mark that may also open (“ « ") closes only where
# its neighbours say so.
_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    '"': '"”',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
    "﹁": "﹂",
    "﹃": "﹄",
}
_NESTING = (("«", "»"), ("„", "“”"))
_ALWAYS_OPEN = frozenset("„‟「『〝﹁﹃")
_ALWAYS_CLOSE = frozenset("”»›」』〞〟＂﹂﹄")
_WRITTEN = {"''": '"', "``": '"', ",,": "„"}
# Four and more of one mark in a row are no quotation marks but noise or a rule, and are read over.
# The patterns begin with the mark itself, as such a search passes over other text fastest.
_MARK = re.compile("([\"“”„‟«»‹›「」『』〝〞〟＂﹁﹂﹃﹄'`,])(?:(\\1{3,})|(?<=')'|(?<=`)`|(?<=,),(?=\\w)|(?<!['`,]))")
_SINGLE_OPEN = re.compile(r"['‘‚](?<![\w'’.]['‘‚])(?=\w)(?!\d\ds?\b)")  # "the '90s" opens nothing.
_SINGLE_CLOSE = re.compile(r"(?<=[^\s'‘‚])['’‘](?!\w)")
_SINGLE_CLOSERS = {"‘": "’", "'": "'’", "‚": "‘’"}
_LINE = re.compile(r"[^\n]+")
_BEFORE_OPEN = frozenset(" \t\u00a0\u202f([{—–―-/:'’‘‚¿¡")
_AFTER_CLOSE = frozenset(" \t\u00a0\u202f.,;:!?)]}—–―-…'’‘。，、！？」』/*")
_SPACE = frozenset(" \t\u00a0\u202f")
_ENDS = tuple(POINTS)
_DASH_OPENS = re.compile(r"\s*[—–―-]\s*(?=\w|[¿¡«“\"(…])")
_DASH_BEHIND = re.compile(rf"(?<=[{POINTS}»”])\s+[—–―]\s+(?=[^\W\d_a-zà-ÿа-яёєіїґ]|[¿¡])")
_CUE_ENDS = re.compile(rf"(\w+)[{POINTS}]\s+(?=[^\W\d_a-zà-ÿ])")
_WORD = re.compile(r"\w+")
_SPACED_DASH = re.compile(r"(?:(?<=\n)|^|\s+)[—–―-]\s+(?=[^\s„“”\"«])")  # Not in "„…” – dodał Lind. – „…”"
_SENTENCE_CLOSES = frozenset(POINTS)

# Words of a cue between two dashes behind which speech goes on.
_CUE_LENGTH = 5

# Words that an unclosed quotation must have to be taken for one: less is a stray mark.
_UNCLOSED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Span:
    """The text between two marks, the marks left out.

    Attributes:
        start, end: offsets of the text between the marks, without outer space.
        outer_start, outer_end: offsets with the marks.
        mark: the mark that opened it; "—" for speech that a dash opens.
        closed: False when the closing mark is missing and the paragraph's end stands for it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    mark: str
    closed: bool = True


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the runs between line breaks."""
    return map(re.Match.span, _LINE.finditer(text))


def find_spans(text: str, language: Language) -> list[Span]:
    """Every quotation of the text, in order, not overlapping, scare quotes and titles among them.

    A quotation over several paragraphs, each opening with a mark and only the last closing, is one span; but a mark
    that opens in the middle of a clause opens no more than its own paragraph.
    """
    found: list[Span] = []
    pending: Span | None = None
    for start, end in paragraphs(text):
        if pending is not None:
            pending, start = _gone_on(found, text, pending, start, end)  # noqa: PLW2901  # What is read goes on behind.
            if start == end:
                continue
        spans = _in_paragraph(text, start, end, language)
        if pending is not None:
            found += _taken_up(text, start, pending, spans)
        pending = None
        if spans and not spans[-1].closed and spans[-1].outer_end == end:
            pending = spans.pop()
        found += [span for span in spans if span.closed or _stands_open(text, span)]
    if pending is not None and _stands_open(text, pending):
        found.append(pending)
    return [trimmed for span in found if (trimmed := _trim(text, span)).start < trimmed.end]


def _gone_on(found: list[Span], text: str, pending: Span, start: int, end: int) -> tuple[Span | None, int]:
    """Read on what the paragraph before left open where a closing mark opens this one, as Spanish does: "»Y nos vamos".

    Gives the span that is open still, or none once it is closed and found, and the place behind it.
    """
    if pending.mark != "«" or text[start] != "»":
        return pending, start
    close = text.find("»", start + 1, end)
    if close < 0:
        return replace(pending, end=end, outer_end=end), end
    found.append(Span(pending.start, close, pending.outer_start, close + 1, pending.mark))
    return None, close + 1


def _taken_up(text: str, start: int, pending: Span, spans: list[Span]) -> list[Span]:
    """Make a span that the paragraph before left open one with the first of this paragraph, if that goes on with it.

    Gives the open span where it stands by itself.
    """
    if not spans or spans[0].mark != pending.mark or text[start : spans[0].outer_start].strip():
        return [pending] if _stands_open(text, pending) else []
    if text[max(0, pending.outer_start - 2) : pending.outer_start].rstrip()[-1:].isalnum():
        return [pending] if _is_sentence(text, pending) else []
    spans[0] = replace(spans[0], start=pending.start, outer_start=pending.outer_start)
    return []


def _in_paragraph(text: str, start: int, end: int, language: Language) -> list[Span]:
    if language.dash_within and (told := _told_between_dashes(text, start, end, language)):
        return told
    doubles = _doubles(text, start, end)
    if language.dash_speech and (dashed := _dashes(text, (start, end), doubles, language)):
        return dashed
    if language.cue_in_marks:
        doubles = [part for span in doubles for part in _without_cues(text, span, language)]
    singles = _singles(text, start, end)
    if not singles:
        return doubles
    return _merged(doubles, singles)


# Complexity 20 by radon: one scan over the marks, each of which may open, nest, close or cut off what is open.
def _doubles(text: str, start: int, end: int) -> list[Span]:
    """Quotations of one paragraph; one that a new opening cuts off, or that reaches the end, is not closed."""
    spans: list[Span] = []
    opener: Span | None = None
    depth, last_close, cut = 0, None, -1
    nests = {mark for mark, closers in _NESTING if _nests(text, start, end, mark, closers)}
    for at, past, mark in _marks(text, start, end):
        before = text[at - 1] if at > start else " "
        after = text[past] if past < end else " "
        if opener is None and _opens(mark, before, after):
            opener, depth, last_close = Span(past, end, at, end, mark, closed=False), 0, None
        elif opener is None:
            cut = _closed_late(spans, cut, (at, past, mark), before + after)
        elif mark in _CLOSERS[opener.mark] and _closes(opener.mark, mark, before, after):
            last_close = (at, past)
            if depth:
                depth -= 1
            else:
                spans.append(Span(opener.start, at, opener.outer_start, past, opener.mark))
                opener = None
        elif mark == opener.mark and mark in nests:
            depth += 1
        elif mark == opener.mark and _opens(mark, before, after):
            cut = len(spans) if cut < 0 else cut
            spans.append(Span(opener.start, at, opener.outer_start, at, opener.mark, closed=False))
            opener = Span(past, end, at, end, mark, closed=False)
    if opener is not None and last_close:
        opener = replace(opener, end=last_close[0], outer_end=last_close[1], closed=True)
    return [*spans, opener] if opener is not None else spans


def _closed_late(spans: list[Span], cut: int, close: tuple[int, int, str], sides: str) -> int:
    """Take a close too many for that of the span at `cut`, which an opening seemed to cut off: it holds those since.

    Returns the place of the span that is still cut off, -1 when none is.
    """
    at, past, mark = close
    if cut < 0 or mark not in _CLOSERS[spans[cut].mark] or not _closes(spans[cut].mark, mark, *sides):
        return cut
    spans[cut:] = [replace(spans[cut], end=at, outer_end=past, closed=True)]
    return -1


def _nests(text: str, start: int, end: int, opener: str, closers: str) -> bool:
    """Whether a paragraph closes every mark that it opens, so that one within another is a quotation's own."""
    return 1 < text.count(opener, start, end) == sum(text.count(mark, start, end) for mark in closers)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The marks between these places: where each begins and ends, and which it is."""
    for match in _MARK.finditer(text, start, end):
        if match.lastindex == 1:
            mark = match.group()
            yield match.start(), match.end(), _WRITTEN.get(mark, mark)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    left, right = before in _BEFORE_OPEN, after in _AFTER_CLOSE
    if mark in _ALWAYS_CLOSE:  # ” and » open too, in Swedish and in German books, and 〟 and ＂ never mind their sides.
        return mark == "＂" or (mark in _CLOSERS and left and not right)
    if mark == '"' and before.isdigit():
        return False  # An inch sign.
    return left or not right


def _closes(opener: str, mark: str, before: str, after: str) -> bool:
    if mark in _ALWAYS_CLOSE or (opener == "„" and mark != '"'):
        return True
    if mark == opener == '"':
        return not (before in _SPACE or before == "(") or after in _AFTER_CLOSE
    return before not in _SPACE and (after in _AFTER_CLOSE or opener == "»")


def _singles(text: str, start: int, end: int) -> list[Span]:
    """Quotations between single marks: the first close after a point, else the first that is no genitive."""
    spans: list[Span] = []
    at = start
    openings = [match.start() for match in _SINGLE_OPEN.finditer(text, start, end)]
    for number, opening in enumerate(openings):
        if opening < at:
            continue
        limit = openings[number + 1] if number + 1 < len(openings) else end
        closers = _SINGLE_CLOSERS[text[opening]]
        closes = [m.start() for m in _SINGLE_CLOSE.finditer(text, opening + 1, limit) if m.group() in closers]
        close = next(
            (c for c in closes if text[c - 1] in f"{POINTS},;"),
            next((c for c in closes if text[c - 1] != "s"), closes[-1] if closes else None),
        )
        if close is not None:
            spans.append(Span(opening + 1, close, opening, close + 1, text[opening]))
            at = close + 1
    return spans


def _merged(doubles: list[Span], singles: list[Span]) -> list[Span]:
    """Both kinds in order: what lies within another is a part of it, and a single that crosses a double is no span."""
    merged: list[Span] = []
    index = 0
    for single in singles:
        while index < len(doubles) and doubles[index].outer_end <= single.outer_start:
            merged.append(doubles[index])
            index += 1
        if index < len(doubles) and doubles[index].outer_start < single.outer_start:
            continue
        inner = index
        while inner < len(doubles) and doubles[inner].outer_start < single.outer_end:
            inner += 1
        if inner == index or (doubles[inner - 1].closed and doubles[inner - 1].outer_end <= single.outer_end):
            merged.append(single)
            index = inner
    return merged + doubles[index:]


def _dashes(text: str, place: tuple[int, int], doubles: Sequence[Span], language: Language) -> list[Span]:
    """Speech that a dash opens, less the cues that dashes or a comma part from it, and what has marks beside it."""
    start, end = place
    opening = _DASH_OPENS.match(text, start, end)
    if opening is not None and "-" in opening.group() and not language.cue_in_marks:
        return []  # A hyphen opens a list or an agency's report, but in Russian and Ukrainian.
    first = start if opening is not None and is_dialogue(text, opening.end(), end, language) else -1
    first = _dashed_from(text, place, doubles, language) if opening is None else first
    if first < 0:
        return []
    end = dialogue_end(text, (first, end), (span.outer_start for span in doubles), language)
    marked = [span for span in doubles if span.outer_end <= first or span.outer_start >= end]
    return sorted([*marked, *_turns(text, first, end, language)], key=attrgetter("start"))


def _dashed_from(text: str, place: tuple[int, int], doubles: Sequence[Span], language: Language) -> int:
    """Where a dash opens speech behind a sentence, outside of other marks: "Chove. — E nós? — disse Lia."; or -1."""
    for opening in _DASH_BEHIND.finditer(text, *place):
        marked = any(span.outer_start < opening.start() < span.outer_end for span in doubles)
        if not marked and is_dialogue(text, opening.end(), place[1], language):
            return opening.start()
    return -1


def _turns(text: str, start: int, end: int, language: Language) -> list[Span]:
    """Dashed speech from the dash here on, less its cues."""
    opening = _DASH_OPENS.match(text, start, end)
    if opening is None:
        return []
    bounds = [(opening.start(), opening.end()), *turns_in(text, opening.end(), end, language)]
    spans: list[Span] = []
    speech = True
    for number, (at, past) in enumerate(bounds):
        stop = bounds[number + 1][0] if number + 1 < len(bounds) else end
        if not speech or not is_cue(text, past, stop, language) or number == 0:
            spans += _less_cues(text, at, past, stop, language)
            speech = True
        else:
            speech = False
    return spans


def _less_cues(text: str, at: int, past: int, stop: int, language: Language) -> list[Span]:
    """Dashed speech between two places, less its cues; behind a cue's sentence it may go on without another dash."""
    spans: list[Span] = []
    while past < stop:
        cut = inverted_cue(text, past, stop, language)
        spans.append(Span(past, cut, at, cut, "—"))
        ends = _CUE_ENDS.finditer(text, cut, stop) if language.dash_resumes else iter(())
        at = past = next((end.end() for end in ends if not language.is_shortened(end.group(1))), stop)
    return spans


def _told_between_dashes(text: str, start: int, end: int, language: Language) -> list[Span]:
    """Speech that dashes open at a paragraph's start or behind a sentence, and part from its cue, with marks before it.

    "– Tak – mówi Lind. – Ale nie dziś." None where no dash opens speech.
    """
    spans: list[Span] = []
    first, speech, told = end, False, False
    dashes = [match.span() for match in _SPACED_DASH.finditer(text, start, end)]
    for number, (at, past) in enumerate(dashes):
        stop = dashes[number + 1][0] if number + 1 < len(dashes) else end
        ends = text[start:at].rstrip('”»"')[-1:] in _SENTENCE_CLOSES
        opens = at == start or ends or (told and _is_short(text, dashes[number - 1][1], at))
        if speech and is_cue(text, past, stop, language):
            spans[-1] = replace(spans[-1], end=at, outer_end=at)
            speech, told = False, True
        elif speech and ends:
            spans[-1] = replace(spans[-1], end=at, outer_end=at)
            spans.append(Span(past, end, at, end, "—"))
        elif not speech and opens and _leads_to_cue(text, dashes[number + 1 :], end, language, told=told):
            first = min(first, at)
            spans.append(Span(past, end, at, end, "—"))
            speech = True
    return [*_doubles(text, start, first), *spans] if spans else []


def _leads_to_cue(text: str, dashes: list[tuple[int, int]], end: int, language: Language, *, told: bool) -> bool:
    """Whether a cue follows behind one of these dashes, or has stood before: then who spoke goes on."""
    return told or any(is_cue(text, past, end, language) for _, past in dashes)


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a cue is short and whole within its sentence: speech may go on behind it, "– Tak – mówi X – ale …"."""
    cue = text[start:end]
    return len(cue.split()) <= _CUE_LENGTH and not any(mark in cue for mark in f"{POINTS},;:")


def _without_cues(text: str, span: Span, language: Language) -> list[Span]:
    """The parts of a quotation whose cue stands within its marks: "«Мост цел, — сказал мэр, — и простоит»"."""
    bounds = [match.span() for match in DASH_TURNS.finditer(text, span.start, span.end)]
    parts: list[Span] = []
    at, outer, speech = span.start, span.outer_start, True
    for number, (stop, past) in enumerate(bounds):
        following = bounds[number + 1][0] if number + 1 < len(bounds) else span.end
        if speech and is_cue(text, past, following, language):
            parts.append(replace(span, start=at, end=stop, outer_start=outer, outer_end=stop, closed=True))
            speech = False
        elif not speech:
            at, outer, speech = past, past, True
    if speech:
        parts.append(replace(span, start=at, outer_start=outer) if parts else span)
    return parts


def _stands_open(text: str, span: Span) -> bool:
    """Whether a quotation without its closing mark is one: a sentence or more that begins where speech begins."""
    return _begins_speech(text, span) and _is_sentence(text, span)


def _begins_speech(text: str, span: Span) -> bool:
    """Whether a mark stands where speech begins: at a paragraph's start, after a colon or a comma."""
    before = text[max(0, span.outer_start - 2) : span.outer_start].strip()
    return span.outer_start == 0 or text[span.outer_start - 1] == "\n" or before.endswith((":", ","))


def _is_sentence(text: str, span: Span) -> bool:
    body = text[span.start : span.end].rstrip()
    return body.endswith(_ENDS) and len(_WORD.findall(body, 0, 200)) >= _UNCLOSED_WORDS


def _trim(text: str, span: Span) -> Span:
    body = text[span.start : span.end]
    if body == body.strip():
        return span
    start = span.start + len(body) - len(body.lstrip())
    return replace(span, start=start, end=max(start, span.start + len(body.rstrip())))
