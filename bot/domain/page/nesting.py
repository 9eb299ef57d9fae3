"""A look at how deep a page's elements are nested, before a parser is let at it."""

import re

from bot.errors import ExtractionError
from config.limits import HTML_NESTING

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})[^<>]{0,5000}")

# Elements that hold nothing, and those whose end tags pages leave out.
_UNCOUNTED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "optgroup", "rt",
    "rp", "html", "head", "body", "path", "circle", "rect", "use", "g", "svg",
))  # fmt: skip


def check_nesting(html: str) -> None:
    """Refuse a page whose elements are nested deeper than `HTML_NESTING`; linear time.

    Raises:
        ExtractionError: it is.
    """
    if html.count("<") <= HTML_NESTING:
        return
    depth = 0
    uncounted = 0
    for match in _TAG.finditer(html):
        name = match.group(2).lower()
        step = -1 if match.group(1) else 1
        if name in _UNCOUNTED:
            # Optional end tags make the true depth unknown; only an absurd surplus is held against the page.
            uncounted = max(0, uncounted + step)
            continue
        depth = max(0, depth + step)
        if depth > HTML_NESTING:
            raise ExtractionError("The page's elements are nested too deep for me to read safely.")
