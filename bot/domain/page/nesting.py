"""A look at how deep a page's elements are nested, before a parser is let at it."""

import re

from bot.errors import ExtractionError
from config.limits import HTML_NESTING

# What a parser skips or takes for text: comments, and what elements of raw text hold up to their end tag.
_RAW = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]).*?(?:</\1(?=[\s/>])|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]{0,5000})")

# Elements that hold nothing, and those whose end tags pages leave out.
_UNCOUNTED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "optgroup", "rt",
    "rp", "html", "head", "body", "path", "circle", "rect", "use", "g", "svg",
))  # fmt: skip


def check_nesting(html: str) -> None:
    """Refuse a page whose elements are nested deeper than `HTML_NESTING`; linear time.

    Counted is what the parser opens: no tag within a script or a comment, and none that closes itself.

    Raises:
        ExtractionError: it is.
    """
    if html.count("<") <= HTML_NESTING:
        return
    depth = 0
    for end, name, rest in _TAG.findall(_RAW.sub("", html)):
        if name.lower() in _UNCOUNTED or rest.endswith("/"):
            continue
        depth = depth + 1 if not end else max(0, depth - 1)
        if depth > HTML_NESTING:
            raise ExtractionError("The page's elements are nested too deep for me to read safely.")
