"""The library's steps as the reader takes them, beside the library's own run of them."""

import pytest
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.domain.page.library import library_text, paragraphs_in
from bot.domain.page.parsing import parsed
from tests.support.pages import SamplePage, sample_pages

PAGES = sample_pages(1)

PROSE = "The council of Halvery wants to close the old mill at the end of May, and nobody in the town knows why."


def words(texts: list[str]) -> str:
    """Texts on one line."""
    return " ".join(" ".join(texts).split())


def own_run(tree: HtmlElement) -> list[str]:
    """The text of the library's own fast and precise run, comments left out."""
    document = bare_extraction(tree, fast=True, favor_precision=True, include_comments=False)
    return list(paragraphs_in(document.body)) if isinstance(document, Document) and document.body is not None else []


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_the_steps_find_what_the_library_finds(page: SamplePage) -> None:
    """Steps that are left out would have found nothing on the page."""
    tree = parsed(page.html)
    assert words(library_text(tree)) == words(own_run(tree))


@pytest.mark.parametrize(
    "box",
    [
        '<div class="comments"><p>{prose}</p></div>',
        '<section id="disqus_thread"><p>{prose}</p></section>',
        '<ol class="commentlist"><li>{prose}</li></ol>',
        '<div id="comol"><p>{prose}</p></div>',
        '<div class="infinite-scroll"><p>{prose}</p></div>',
        '<div class="elementor-share-buttons"><p>{prose}</p></div>',
        '<div class="mvp-post-add-box"><p>{prose}</p></div>',
    ],
)
def test_what_the_library_takes_out_is_taken_out(box: str) -> None:
    """Readers' comments and stories that are appended to a page are left out as the library leaves them out."""
    story = "".join(f"<p>{PROSE} It is the {number}. time.</p>" for number in range(8))
    other = box.format(prose="Somebody else writes something that is not of the story, and does so at some length.")
    tree = parsed(f"<html><body><article><h1>A mill</h1>{story}{other}</article></body></html>")
    found = words(library_text(tree))
    assert "Somebody else" not in found
    assert found == words(own_run(tree))


def test_the_page_is_not_changed() -> None:
    """The library works on a copy."""
    comments = f"<div class='comments'><p>{PROSE}</p></div>"
    tree = parsed(f"<html><body><article><p>{PROSE * 4}</p>{comments}</article></body></html>")
    before = words(list(tree.itertext()))
    library_text(tree)
    library_text(tree, tree.find(".//article"))
    assert words(list(tree.itertext())) == before
