"""Pastes to articles: what a copied text drags along is mended or kept as metadata; nothing of the story is lost."""

import textwrap

import pytest

from bot.domain.page.files.clean import clean_paste
from bot.errors import TooShortError
from config.limits import PAGE_CHARACTERS

HARBOUR = "The harbour of Port Ellery will close for repairs on Monday, the town council said after a long vote."
QUAY = "“The quay cannot wait another winter,” said the mayor, Ada Quill, and promised that work would end soon."


def test_stray_line_breaks_are_joined() -> None:
    """Lines that were wrapped are one paragraph again, wherever they were broken; an empty line ends a paragraph."""
    wrapped = f"{HARBOUR.replace(' for ', chr(10) + 'for ')}\n\n{QUAY.replace(' wait ', ' wait' + chr(10))}"
    assert clean_paste(wrapped).text == f"{HARBOUR}\n\n{QUAY}"


def test_column_of_wrapped_text_is_joined() -> None:
    """A text wrapped at a fixed width, as mail programs do, becomes its paragraphs."""
    narrow = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in (HARBOUR, QUAY))
    assert narrow.count("\n") == 4
    assert clean_paste(narrow).text == f"{HARBOUR}\n\n{QUAY}"


def test_line_a_paragraph_is_kept() -> None:
    """One paragraph a line stays one paragraph a line."""
    assert clean_paste(f"{HARBOUR}\n{QUAY}").text == f"{HARBOUR}\n\n{QUAY}"


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        ("by 2030. .", "by 2030."),
        ("by 2030..", "by 2030."),
        ("by 2030 .", "by 2030."),
        ("by 2030,. ", "by 2030."),
        ("by 2030, , as planned.", "by 2030, as planned."),
        ("by 2030 , as planned.", "by 2030, as planned."),
        ("by 2030...", "by 2030..."),
        ("by 2030. . .", "by 2030. . ."),
        ("by version 2.0.1 of it.", "by version 2.0.1 of it."),
    ],
)
def test_doubled_punctuation_is_mended(given: str, tidy: str) -> None:
    """Doubled stops and commas and spaces before them go; an ellipsis and a number stay."""
    story = f"{HARBOUR} The bridge will be built "
    assert clean_paste(story + given).text == story + tidy


@pytest.mark.parametrize("remark", [". . to write Reuters.", ". . writes Reuters.", ".. scrie Reuters."])
def test_wire_remark_is_metadata(remark: str) -> None:
    """A translated remark on the wire between two full stops is no sentence: the agency is kept as the source."""
    article = clean_paste(f"{HARBOUR.removesuffix('.')}{remark}\n\n{QUAY}")
    assert article.text == f"{HARBOUR}\n\n{QUAY}"
    assert article.source == "Reuters"


@pytest.mark.parametrize(
    ("credit", "site", "authors", "source"),
    [
        (" Publisher: GM", "GM", (), None),
        ("\nPublisher: GM", "GM", (), None),
        ("\n\nPublisher : The Ellery Herald.", "The Ellery Herald", (), None),
        (" Publisher: G.M.", "G.M", (), None),
        ("\n\nAuthor: Nora Whitlock\nSource: Reuters\nPublisher: GM", "GM", ("Nora Whitlock",), "Reuters"),
        (" Editura: GM", "GM", (), None),
        ("\n\nAutor: Nora Whitlock", None, ("Nora Whitlock",), None),
    ],
)
def test_trailing_credit_is_metadata(
    credit: str, site: str | None, authors: tuple[str, ...], source: str | None
) -> None:
    """Credits at the end, on lines of their own or behind the last sentence, become site, authors and source."""
    article = clean_paste(f"{HARBOUR}\n\n{QUAY}{credit}")
    assert article.text == f"{HARBOUR}\n\n{QUAY}"
    assert (article.site, article.authors, article.source) == (site, authors, source)


def test_head_of_a_paste_is_metadata() -> None:
    """A headline, a byline, a date and an agency's dateline are taken for what they are."""
    head = "Harbour of Port Ellery closes\nBy Nora Whitlock and Tom Reed\nMay 1, 2025 8:15 AM EDT\n\n"
    article = clean_paste(f"{head}PORT ELLERY, May 1 (Reuters) - {HARBOUR}\n\n{QUAY}")
    assert article.text == f"{HARBOUR}\n\n{QUAY}"
    assert article.title == "Harbour of Port Ellery closes"
    assert article.authors == ("Nora Whitlock", "Tom Reed")
    assert article.published == "2025-05-01T08:15:00-04:00"
    assert article.source == "Reuters"


def test_colon_within_the_story_is_no_credit() -> None:
    """A sentence with a colon in it is not taken for a credit."""
    story = f"{HARBOUR} The publisher: a man of few words and fewer books."
    assert clean_paste(story).text == story


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u200b\u2060", "Hello there.", "Publisher: GM"])
def test_paste_without_an_article_is_refused(text: str) -> None:
    """An empty paste, or one of a few words, is no article."""
    with pytest.raises(TooShortError):
        clean_paste(text)


def test_captions_above_the_story_are_no_part_of_it() -> None:
    """What stands over the first paragraph and right before a picture's credit is a caption; the story has none."""
    caption = "The quay of Port Ellery in the storm of last winter, with the boats of Saltby behind it."
    pasted = f"Harbour closes\n\n{caption}\n\nImage: Tomas Brandt.\n\n{HARBOUR}\n\n{QUAY}"
    assert clean_paste(pasted).text == f"{HARBOUR}\n\n{QUAY}"


def test_paragraph_before_a_picture_within_the_story_stays() -> None:
    """A picture within the story may have no caption: the paragraph before its credit is the story's own."""
    spring = "Fishing crews will land their catch at Saltby until the spring, and the ferry sails from there too."
    pasted = f"Harbour closes\n\n{HARBOUR}\n\n{spring}\n\nImage: Tomas Brandt.\n\n{QUAY}"
    assert clean_paste(pasted).text == f"{HARBOUR}\n\n{spring}\n\n{QUAY}"


def test_text_beyond_what_an_article_holds_is_cut_and_says_so() -> None:
    """Of a paste of millions of characters the first 400,000 are read, and the brief says that it is partial."""
    paragraphs = [f"In report {number} the board of Port Ellery asked for a new quay." for number in range(50_000)]
    article = clean_paste("\n\n".join(paragraphs))
    assert PAGE_CHARACTERS - 100 < len(article.text) <= PAGE_CHARACTERS
    assert not article.complete
    assert article.notes == ("The text is very long; only its first part was read.",)
    assert clean_paste("\n\n".join(paragraphs[:100])).complete


def test_one_paragraph_beyond_what_an_article_holds_is_cut() -> None:
    """A text without a break is cut as well."""
    article = clean_paste("the quay is closed and " * 40_000)
    assert len(article.text) <= PAGE_CHARACTERS
    assert not article.complete
