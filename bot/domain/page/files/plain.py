"""Plain text to an article, without the parsers that pages and PDF files need."""

from bot.domain.page.files.clean import clean_paste
from bot.domain.page.files.decode import decode
from bot.domain.values.article import Article


def read_plain(body: bytes, charset: str | None) -> Article:
    """The article in a text file or another body of plain text. Raises TooShortError when there is none."""
    return clean_paste(decode(body, charset))
