"""PDF files: the headline of their description, and words broken at the end of a line."""

import pytest

from bot.domain.page.extract import extract
from bot.domain.values.article import Article
from bot.domain.values.source import Page
from tests.support.pdf import pdf_of

HEADLINE = "Harbour board votes for a new quay"
STORY = (
    "The harbour board of Port Ellery voted on Monday to build a new quay beside the old one.\n\n"
    "The work begins in May and costs 14 million crowns, of which the region pays a third, the board said after "
    "the vote in the town hall, where some two hundred people from the villages along the bay had come to listen."
)


def read(text: str, title: str | None = None) -> Article:
    """The article of a PDF."""
    return extract(Page("", "application/pdf", None, pdf_of(text, title=title)))


def test_headline_is_the_descriptions_where_the_text_has_it() -> None:
    """A browser's print begins with menus; the title of its description, found below them, is the headline."""
    printed = f"Home News Sport Weather\n\nMenu\n\n{HEADLINE}\n\n{STORY}"
    article = read(printed, f"{HEADLINE} | The Ellery Herald")
    assert article.title == HEADLINE
    assert article.text.startswith("The harbour board of Port Ellery voted")


def test_headline_glued_to_the_first_sentence_is_parted() -> None:
    """A headline that runs into the story's first sentence is no part of it."""
    article = read(f"{HEADLINE} {STORY}", HEADLINE)
    assert article.title == HEADLINE
    assert article.text.startswith("The harbour board of Port Ellery voted")


@pytest.mark.parametrize("title", ["Microsoft Word - final version 3.doc", "untitled draft"])
def test_description_that_is_no_headline_takes_nothing(title: str) -> None:
    """A title that stands nowhere in the text takes no line of it, and yields to the text's own headline."""
    article = read(f"{HEADLINE}\n\n{STORY}", title)
    assert article.title == HEADLINE
    assert "voted on Monday" in article.text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("The board heard the well-\nknown engineer.", "well-known engineer"),
        ("It asked the govern-\nment for help.", "government for help"),
        ("A low-\nlying meadow beside it floods. Low-lying fields too.", "low-lying meadow"),
        ("The North-\nSouth line ends there.", "North-South line"),
        ("It names an on-\nline form. The online form is short.", "an online form"),
    ],
)
def test_word_broken_at_the_end_of_a_line(broken: str, mended: str) -> None:
    """A word keeps the hyphen that belongs to it and loses the one that the line's end put there."""
    assert mended in read(f"{HEADLINE}\n\n{STORY}\n\n{broken}").text
