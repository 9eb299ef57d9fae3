"""A quote: a slice of the article between quotation marks.

Offsets (`start`, `end`) count Unicode code points in `Article.text`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of the article: `article.text[start:end] == text`. `link` leads to its place in the source page.

    `opening` counts the characters of its first whole sentences, as many as a card shows; 0 where none is short enough.
    """

    text: str
    speaker: str | None
    start: int
    end: int
    link: str | None = None
    translation: str | None = None
    opening: int = 0
