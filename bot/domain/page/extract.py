"""A page to an article: decode, parse, take hidden nodes out, read metadata and main text, judge."""

from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from bot.domain.language.language_of import language_of
from bot.domain.metadata.context import has_paid_links, page_context
from bot.domain.metadata.metadata import Metadata, read_metadata
from bot.domain.metadata.named import NamedElements
from bot.domain.metadata.titles import TITLE_SPLIT
from bot.domain.page.blocks import Block, letters, page_blocks
from bot.domain.page.facts import Facts, shown_facts, source_facts
from bot.domain.page.files.clean import clean_paste, tidy
from bot.domain.page.files.decode import decode
from bot.domain.page.files.plain import read_plain
from bot.domain.page.files.sniff import HTML, PDF
from bot.domain.page.leads import leads_of
from bot.domain.page.length import shown_words
from bot.domain.page.main_text import main_text
from bot.domain.page.parsing import parsed
from bot.domain.page.spare import Spare, spare_parts, spare_text
from bot.domain.page.visibility.hidden import remove_hidden
from bot.domain.page.walls import PARTIAL, asks_to_pay, is_partial, wall, without_calls
from bot.domain.page.whole import FEWER, hides_more, may_hold_more
from bot.domain.text.characters import visible
from bot.domain.text.context import SOME_PAGES
from bot.domain.text.credits import Credits, opening_credits, take_credits
from bot.domain.text.debris import is_debris, without_appeals
from bot.domain.text.paragraphs import bounded
from bot.domain.values.article import Article
from bot.domain.values.source import Page
from bot.errors import (
    ConsentWallError,
    ElsewhereError,
    ExtractionError,
    SectionFrontError,
    TooShortError,
    UnreadableError,
)
from bot.i18n.marking import to_say
from config.limits import ARTICLE_WORDS, PAGE_BYTES

LIVE = to_say("This is a live blog: its entries were read newest first, as they stood then.")
LIVE_AS_SHOWN = to_say("This is a live blog: its entries were read in the page's order, as they stood then.")

LONG = to_say("This page is very long; only its first part was read.")
OPENED = to_say("The page keeps part of its text hidden until it is opened; only what it shows at first was read.")

# Words of a read text that are so few that the page's text may stand out of sight.
_LITTLE = 100

# Blocks of a page within which its headline is looked for, letters of a byline that may share its line, lines below it
# that may say who wrote the story, and lines above it that may say of what kind it is.
_HEAD_BLOCKS, _BYLINE, _HEAD_LINES, _KICKERS = 80, 40, 8, 2

# Letters of a line below a story that may ask for a subscription, and how many lines of its own place, and of others,
# are looked at below it.
_ASKING, _LINES_BELOW, _LINES_BEHIND = 90, 2, 6

_SENT_ON = (TooShortError, SectionFrontError, ConsentWallError)


def extract(page: Page) -> Article:
    """The article of a page: HTML, plain text or PDF.

    Raises:
        UnreadableError: there is none; the class says what stands in its place.
    """
    if page.content_type == PDF:
        return _extract_pdf(page)
    if len(page.body) > PAGE_BYTES:
        raise ExtractionError("The page is too large for me to read safely.")
    if page.content_type == HTML:
        return _extract_html(decode(page.body, page.charset), page.url)
    return _located(read_plain(page.body, page.charset), page.url)


def _extract_pdf(page: Page) -> Article:
    from bot.domain.page.files import pdf  # noqa: PLC0415  # Pages do without its library, which is slow to load.

    paragraphs, title, authors, whole = pdf.read_pdf(page.body)
    paragraphs, headline = pdf.headed(paragraphs, title)
    article = clean_paste("\n\n".join(paragraphs))
    notes = () if whole else (pdf.NOTE,)
    return _located(
        article, page.url, title=headline or article.title or title, authors=authors, complete=whole, notes=notes
    )


def _located(
    article: Article,
    url: str,
    *,
    title: str | None = None,
    authors: Sequence[str] = (),
    complete: bool = True,
    notes: tuple[str, ...] = (),
) -> Article:
    """A cleaned text as the article of a URL."""
    return Article(
        text=article.text,
        url=url or None,
        title=title or article.title,
        site=article.site,
        authors=article.authors or tuple(authors),
        published=article.published,
        language=article.language,
        complete=article.complete and complete,
        source=article.source,
        notes=(*article.notes, *notes),
    )


def _extract_html(html: str, url: str) -> Article:
    tree = parsed(html)
    alive = list(tree.iter())  # Kept, or each walk over the page would make a new object of every node.
    named = NamedElements(tree)
    leads = leads_of(tree, named, url)
    try:
        article = _article_of(tree, named, url)
        del alive
    except UnreadableError as error:
        # A wall is never gone round: only what holds too little, or sends everybody on, is left for what it leads to.
        elsewhere = leads.moved if isinstance(error, _SENT_ON) else None
        elsewhere = elsewhere or (leads.other_version if isinstance(error, TooShortError) else None)
        if url and elsewhere:
            raise ElsewhereError(elsewhere, error) from error
        raise
    if leads.next_page is None and leads.pages <= 1:
        return article
    notes = (*article.notes, SOME_PAGES)
    return replace(article, complete=False, notes=notes, continues=leads.next_page if url else None)


def _article_of(tree: HtmlElement, named: NamedElements, url: str) -> Article:
    told = read_metadata(tree, named, url)
    document_title = " ".join((tree.findtext(".//title") or "").split())[:300]
    source = source_facts(tree, named)
    paid_links = has_paid_links(next(tree.iter("article"), tree).iter("a"))
    spare = spare_parts(tree)
    hidden = remove_hidden(tree, named)
    blocks = page_blocks(tree)
    facts = shown_facts(tree, blocks, document_title, source)
    if told.title == document_title:
        told.title = _shown_part(document_title, blocks)
    read = _read(tree, blocks, told, spare, facts)
    paragraphs, credits_found = take_credits(_cleaned(read, told.title))
    below = _between(blocks, told.title, read)
    above = opening_credits(below)
    labels = [*_kickers(blocks, told.title), *below]
    paragraphs = without_calls([paragraph for paragraph in paragraphs if paragraph])
    paragraphs, is_whole = bounded(paragraphs)
    context = page_context(told, labels, paragraphs, paid_links=paid_links)
    article = _worded(told, above, credits_found, paragraphs, context)
    words = article.words
    obstacle = wall(facts, told, paragraphs, words, url)
    if obstacle:
        raise obstacle
    if words < ARTICLE_WORDS:
        raise TooShortError
    reasons = {
        PARTIAL: is_partial(facts, told, paragraphs, words, _below(blocks, read)),
        LONG: not is_whole,
        OPENED: hides_more(hidden, paragraphs),
    }
    partial = [note for note, holds in reasons.items() if holds]
    said = max(source.words or shown_words(blocks), len(told.body.split()))
    if not (partial or told.updates) and may_hold_more(blocks, paragraphs, words, said):
        partial = [FEWER]
    return _marked(article, told, partial)


def _worded(
    told: Metadata, above: Credits, inside: Credits, paragraphs: list[str], context: tuple[str, ...]
) -> Article:
    """The article of these paragraphs: its metadata first, then the credits above its text, then those within it."""
    text = "\n\n".join(paragraphs)
    return Article(
        text=text,
        url=told.url,
        title=told.title,
        site=told.site or inside.site,
        authors=tuple(told.authors or above.authors or inside.authors),
        published=told.published or above.published or inside.published,
        modified=told.modified,
        context=context,
        language=language_of(text, told.language),
        complete=True,
        source=inside.source or above.source,
    )


def _read(tree: HtmlElement, blocks: list[Block], told: Metadata, spare: Spare, facts: Facts) -> list[str]:
    """The paragraphs of the main text; those out of sight where a page that is free shows next to nothing."""
    read = main_text(tree, blocks, told)
    if sum(len(text.split()) for text in read) < _LITTLE and told.free is not False and not asks_to_pay(facts):
        read = max(read, spare_text(spare), key=lambda texts: sum(map(letters, texts)))
    return read


def _marked(article: Article, told: Metadata, partial: list[str]) -> Article:
    """An article with its notes: why it is not whole, and what kind of page it stands on."""
    notes = list(partial)
    if told.updates:
        notes.append(LIVE)
    elif "liveblogposting" in told.types:
        notes.append(LIVE_AS_SHOWN)
    return Article(
        text=article.text,
        url=article.url,
        title=article.title,
        site=article.site,
        authors=article.authors,
        published=article.published,
        modified=article.modified,
        context=article.context,
        language=article.language,
        complete=not partial,
        source=article.source,
        notes=tuple(notes),
    )


def _shown_part(document_title: str, blocks: list[Block]) -> str:
    """Of a document's title "Site - Headline" the part that the page shows as a line of its own, else the whole."""
    parts = sorted(TITLE_SPLIT.split(document_title), key=len, reverse=True)
    shown = [block.text for block in blocks[:_HEAD_BLOCKS]]
    is_shown = any(text.startswith(parts[0]) and len(text) <= len(parts[0]) + _BYLINE for text in shown)
    return parts[0] if is_shown and len(parts) > 1 else document_title


def _between(blocks: list[Block], title: str | None, read: list[str]) -> list[str]:
    """The lines between the headline and the first paragraph, where both are shown as they were read."""
    first = next((at for at, block in enumerate(blocks) if read and block.text == read[0]), 0)
    headline = next((at for at in range(first - 1, -1, -1) if blocks[at].text == title), first)
    return [block.text for block in blocks[headline + 1 : first][:_HEAD_LINES] if not block.beside]


def _below(blocks: list[Block], read: list[str]) -> tuple[list[str], list[str]]:
    """The lines right below the last long paragraph that was read: those of its place, and those of any.

    There are none where it is not shown as it was read.
    """
    known = set(read)
    last = max((at for at, block in enumerate(blocks) if block.text in known and block.size > _ASKING), default=None)
    if last is None:
        return [], []
    below = blocks[last + 1 :][:_LINES_BEHIND]
    own = [block.text for block in below[:_LINES_BELOW] if block.home == blocks[last].home]
    return own, [block.text for block in below]


def _kickers(blocks: list[Block], title: str | None) -> list[str]:
    """The lines right above the headline: a label of the kind of story, or the name of its section."""
    headline = next((at for at, block in enumerate(blocks) if block.text == title), 0)
    return [block.text for block in blocks[max(0, headline - _KICKERS) : headline] if not block.beside]


def _cleaned(paragraphs: list[str], title: str | None) -> list[str]:
    """Paragraphs as they are kept: visible characters, no debris, and not the headline again."""
    joined = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    plain = [tidy(paragraph) for paragraph in visible(joined).split("\n\n")]
    headline = "".join(filter(str.isalnum, (title or "").lower()))
    kept = [text for text in plain if text and not is_debris(text)]
    if kept and headline and "".join(filter(str.isalnum, kept[0].lower())) == headline:
        kept = kept[1:]
    return without_appeals(kept)
