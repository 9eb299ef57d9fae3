"""Discord's markdown as HTML. Every character of the text is escaped; only tags written here come out."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from urllib.parse import urlsplit

# Deeper nesting than anybody writes is shown as it stands.
DEEPEST = 8

# What a mention's mark and id are shown as, None when nobody knows the id.
Names = Callable[[str, int], str | None]

_PAIRS = (
    ("***", "<b><i>", "</i></b>"),
    ("**", "<b>", "</b>"),
    ("__", "<u>", "</u>"),
    ("~~", "<s>", "</s>"),
    ("||", '<button type="button" class="spoiler" aria-label="Spoiler">', "</button>"),
    ("*", "<i>", "</i>"),
    ("_", "<i>", "</i>"),
)
_PAIRED = frozenset("*_~|")
_SPECIAL = frozenset("\\`[<h")
_MARK = re.compile(r"<(@[!&]?|#|/[^:>\n]{1,100}:|t:|a?:\w{1,32}:)(-?\d{1,20})(?::([tTdDfFR]))?>")
_URL = re.compile(r"https?://[^\s<>]{1,2000}")
_JUMP = re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/channels/(?:\d{1,20}|@me)/(\d{1,20})/(\d{1,20})")
_MASKED = re.compile(r"\[([^\[\]\n]{1,500})\]\((<?)(https?://[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)?)>?\)")
# The ends of what stands on lines of its own.
_APART = ("</h3>", "</h4>", "</h5>", "</div>")
_ITEM = re.compile(r"(\s{0,8})(?:[-*]|(\d{1,9})\.) (.*)", re.DOTALL)


def to_html(text: str, names: Names) -> str:
    """The text of a message as HTML."""
    return "".join(
        _fence(part) if number % 2 else _blocks(part, names) for number, part in enumerate(_split_fences(text))
    )


def _split_fences(text: str) -> list[str]:
    """The text cut at its code fences; the odd parts are code. A fence without an end is no fence."""
    parts = text.split("```")
    if len(parts) % 2 == 0:
        last = parts.pop()
        parts[-1] += "```" + last
    return parts


def _fence(code: str) -> str:
    first, line, rest = code.partition("\n")
    body = rest if line and re.fullmatch(r"[\w+-]{0,20}", first) else code
    return f"<pre><code>{escape(body.strip(chr(10)))}</code></pre>"


def _blocks(text: str, names: Names) -> str:
    out: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith(">>> "):
            rest = "\n".join([line[4:], *lines[number + 1 :]])
            out.append(f"<blockquote>{_inline(rest, names)}</blockquote>")
            break
        if line.startswith("> ") and out and out[-1].endswith("</blockquote>"):
            # Lines in a row are one quotation.
            before = out[-1].removesuffix("</blockquote>")
            out[-1] = f"{before}{'' if before.endswith(_APART) else '<br>'}{_quoted(line[2:], names)}</blockquote>"
            continue
        out.append(_block(line, names))
        if number < len(lines) - 1 and not out[-1].endswith(("</blockquote>", *_APART)):
            out.append("<br>")
    return "".join(out)


def _block(line: str, names: Names) -> str:
    for mark, tag, kind in (("# ", "h3", ""), ("## ", "h4", ""), ("### ", "h5", ""), ("-# ", "div", "subtext")):
        if line.startswith(mark) and line.removeprefix(mark).strip():
            opening = f'<{tag} class="{kind}">' if kind else f"<{tag}>"
            return f"{opening}{_inline(line.removeprefix(mark), names)}</{tag}>"
    if line.startswith("> "):
        return f"<blockquote>{_quoted(line[2:], names)}</blockquote>"
    item = _ITEM.fullmatch(line)
    if item is not None:
        mark = f"{item[2]}." if item[2] else "•"
        return f'<div class="item"><span>{mark}</span><span>{_inline(item[3], names)}</span></div>'
    return _inline(line, names)


def _quoted(line: str, names: Names) -> str:
    """A line of a quotation; none stands within another."""
    return _inline(line, names) if line.startswith("> ") else _block(line, names)


def _inline(text: str, names: Names, depth: int = 0) -> str:
    out: list[str] = []
    dead: set[str] = set()
    place = plain = 0
    while place < len(text):
        sign = text[place]
        found = None
        if sign in _PAIRED and depth < DEEPEST:
            found = _pair(text, place, names, depth, dead)
        elif sign in _SPECIAL:
            found = _special(text, place, names, depth)
        if found is None:
            place += 1
            continue
        out += (_lines(text[plain:place]), found[0])
        place = plain = found[1]
    out.append(_lines(text[plain:]))
    return "".join(out)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _special(text: str, place: int, names: Names, depth: int) -> tuple[str, int] | None:
    """What begins at a place, as HTML, and where it ends; None when it is plain text."""
    sign = text[place]
    if sign == "\\":
        return (escape(text[place + 1]), place + 2) if place + 1 < len(text) and _is_mark(text[place + 1]) else None
    if sign == "`":
        return _code(text, place)
    if sign == "<":
        return _angle(text, place, names)
    if sign == "h":
        return _bare_link(text, place)
    return _masked(text, place, names, depth)


def _is_mark(sign: str) -> bool:
    return not sign.isalnum() and not sign.isspace()


def _code(text: str, place: int) -> tuple[str, int] | None:
    fence = "``" if text.startswith("``", place) else "`"
    end = text.find(fence, place + len(fence))
    if end <= place + len(fence) - 1 or not text[place + len(fence) : end]:
        return None
    return f"<code>{escape(text[place + len(fence) : end])}</code>", end + len(fence)


def _angle(text: str, place: int, names: Names) -> tuple[str, int] | None:
    mark = _MARK.match(text, place)
    if mark is not None:
        return _mention(mark[1], int(mark[2]), mark[3], names), mark.end()
    end = text.find(">", place)
    link = text[place + 1 : end] if end > 0 else ""
    return (_anchor(link, escape(link)), end + 1) if _URL.fullmatch(link) else None


def _mention(mark: str, number: int, style: str | None, names: Names) -> str:
    if mark == "t:":
        return f'<time class="stamp">{escape(_moment(number, style))}</time>'
    if mark.startswith("/"):
        return f'<span class="mention">{escape(mark[:-1])}</span>'
    if mark.endswith(":"):
        return escape(mark.removeprefix("a"))
    name = names(mark, number)
    sign = "#" if mark == "#" else "@"
    return f'<span class="mention">{escape(sign + name if name else "unknown")}</span>'


def _moment(number: int, style: str | None) -> str:
    try:
        when = datetime.fromtimestamp(number, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return "Invalid Date"
    if style == "R":
        return _distance(number - int(datetime.now(tz=UTC).timestamp()))
    shapes = {"t": "%H:%M", "T": "%H:%M:%S", "d": "%d/%m/%Y", "D": "%d %B %Y", "F": "%A, %d %B %Y %H:%M"}
    return when.strftime(shapes.get(style or "f", "%d %B %Y %H:%M"))


def _distance(seconds: int) -> str:
    for size, unit in ((86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        count = abs(seconds) // size
        if count:
            words = f"{count} {unit}{'s' if count > 1 else ''}"
            return f"in {words}" if seconds > 0 else f"{words} ago"
    return "now"


def _bare_link(text: str, place: int) -> tuple[str, int] | None:
    match = _URL.match(text, place)
    if match is None or (place and text[place - 1].isalnum()):
        return None
    link = match[0].rstrip(".,:;\"'!?*_~|")
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1]
    return _anchor(link, escape(link)), place + len(link)


def _masked(text: str, place: int, names: Names, depth: int) -> tuple[str, int] | None:
    match = _MASKED.match(text, place)
    if match is None or "://" in match[1] or depth >= DEEPEST:
        return None
    return _anchor(match[3], _inline(match[1], names, depth + 1)), match.end()


def link_attributes(link: str) -> str:
    """The attributes of a link: another tab, or a jump within the page where it leads to a message of this Discord."""
    jump = _JUMP.fullmatch(link)
    if jump is not None:
        return f'href="#m-{jump[2]}" data-channel="{jump[1]}"'
    return f'href="{escape(link)}" target="_blank" rel="noopener noreferrer nofollow"'


def _anchor(link: str, inner: str) -> str:
    host = urlsplit(link).hostname if _URL.fullmatch(link) else None
    if not host:
        return inner
    if inner == escape(link) and _JUMP.fullmatch(link):
        inner = "↪ message"
    return f"<a {link_attributes(link)}>{inner}</a>"


def _pair(text: str, place: int, names: Names, depth: int, dead: set[str]) -> tuple[str, int] | None:
    """A pair of marks; one that closes nowhere goes among the dead, so that no later one looks in vain again."""
    for mark, opening, closing in _PAIRS:
        if mark in dead or not text.startswith(mark, place):
            continue
        start = place + len(mark)
        end = _closing(text, mark, start)
        if end == -1:
            dead.add(mark)
        if end > start and not (mark in {"*", "_"} and text[start].isspace()):
            return opening + _inline(text[start:end], names, depth + 1) + closing, end + len(mark)
    return None


def _closing(text: str, mark: str, start: int) -> int:
    """Where a mark closes, -1 when it does not; an underscore within a word closes nothing."""
    end = text.find(mark, start)
    while end != -1:
        after = text[end + len(mark) : end + len(mark) + 1]
        escaped = text[end - 1] == "\\"
        doubled = len(mark) == 1 and (after == mark or text[end - 1] == mark)
        within = mark == "_" and after.isalnum()
        if not (escaped or doubled or within):
            return end
        end = text.find(mark, end + 1)
    return -1
