"""PDF files to paragraphs, within limits of pages and characters."""

import io
import re
from collections import Counter
from functools import cache
from itertools import islice

from pypdf import PdfReader

from bot.domain.text.characters import visible
from bot.domain.text.paragraphs import split_paragraphs
from bot.domain.text.wording import phrases
from bot.errors import ExtractionError, UnsupportedTypeError
from bot.i18n.marking import to_say
from config.limits import PDF_CHARACTERS, PDF_PAGES

NOTE = to_say("Only the first pages of this file were read.")

_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"([^\W\d_]{2,})-\n([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What parts a headline from a site's name in a title, and paragraphs within which the headline is looked for.
_PARTS = re.compile(r"\s[|–—·-]\s")
_HEAD_PARAGRAPHS = 12


def read_pdf(data: bytes) -> tuple[list[str], str | None, list[str], bool]:
    """The text of a PDF.

    Returns:
        Its paragraphs, the title and the authors of its own description, and whether all of it was read.

    Raises:
        UnsupportedTypeError: it is encrypted with a password, or holds pictures of text only.
        ExtractionError: it is broken.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages, whole = ([], False) if locked else _pages(reader)
        title, authors = (None, []) if locked else _described(reader)
    except MemoryError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file leads it into; all of it means one thing.
        raise ExtractionError("That PDF is broken, so I could not read it.") from error
    if locked:
        raise UnsupportedTypeError("That PDF is locked with a password, so I cannot read it.")
    paragraphs = _paragraphs(pages)
    if not paragraphs:
        raise UnsupportedTypeError("That PDF holds no text, only pictures, so I cannot read it.")
    return paragraphs, title, authors, whole


def _described(reader: PdfReader) -> tuple[str | None, list[str]]:
    """The title and the authors that a file gives of itself, each where it is of several words."""
    described = reader.metadata
    title = (described.title if described else None) or ""
    author = (described.author if described else None) or ""
    is_name = " " in author.strip() and "@" not in author
    return title if " " in title.strip() else None, [author] if is_name else []


def _pages(reader: PdfReader) -> tuple[list[list[str]], bool]:
    """The lines of each page, and whether all pages were read."""
    pages: list[list[str]] = []
    size = 0
    for page in islice(reader.pages, PDF_PAGES):
        text = visible(page.extract_text() or "")
        pages.append([line.strip() for line in text.split("\n")])
        size += len(text)
        if size > PDF_CHARACTERS:
            break
    return pages, len(pages) == len(reader.pages)


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Paragraphs over all pages, without what stands at the top or the bottom of most of them, such as page numbers."""
    edges: Counter[str] = Counter()
    for lines in pages:
        shown = [line for line in lines if line]
        edges.update({_edge(line) for line in shown[:2] + shown[-2:]})
    frequent = {edge for edge, count in edges.items() if count >= max(2, len(pages) * 0.5)}
    body: list[str] = []
    for lines in pages:
        filled = [at for at, line in enumerate(lines) if line]
        at_edge = set(filled[:2] + filled[-2:])
        kept = [
            line
            for at, line in enumerate(lines)
            if at not in at_edge or not (_edge(line) in frequent or _DIGITS.fullmatch(line))
        ]
        body += kept
    text = "\n".join(body)
    words = {word.lower() for word in _WORD.findall(_HYPHEN.sub(" ", text))}
    return split_paragraphs(_HYPHEN.sub(lambda match: _unhyphenated(match, words), text))


def _edge(line: str) -> str:
    return _DIGITS.sub("#", line.lower())


def _unhyphenated(match: re.Match[str], words: set[str]) -> str:
    """A word broken at the end of a line, with its hyphen where that belongs to it.

    As the text has it elsewhere; else whole where it goes on in small, but after a first part that keeps its hyphen
    ("well-known") and between two parts that are both words of the text by themselves.
    """
    first, rest = match.group(1), match.group(2)
    whole, parted = first + rest, f"{first}-{rest}"
    if whole.lower() in words or parted.lower() in words:
        return whole if whole.lower() in words else parted
    keeps = first.lower() in _first_parts() or {first.lower(), rest.lower()} <= words
    return whole if rest[0].islower() and not keeps else parted


@cache
def _first_parts() -> frozenset[str]:
    return frozenset(phrases("hyphens", "first"))


def headed(paragraphs: list[str], title: str | None) -> tuple[list[str], str | None]:
    """The paragraphs of a file from its headline on, and the headline, where its description names it truly.

    A page that a browser printed begins with its menus, and its headline may be glued to the first sentence. A
    description that stands nowhere at the beginning (a file's name, the program that made it) is no headline.
    """
    if title is None:
        return paragraphs, None
    for at, paragraph in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        for shown in (title, *(part for part in re.split(_PARTS, title) if " " in part.strip())):
            if not _letters(paragraph).startswith(_letters(shown)):
                continue
            rest = _after(paragraph, len(_letters(shown)))
            return [*([rest] if rest else []), *paragraphs[at + 1 :]], shown.strip()
    return paragraphs, None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _after(text: str, letters: int) -> str:
    """What follows the first so many letters and digits of a text."""
    for at, character in enumerate(text):
        if not letters:
            return text[at:].lstrip(" .:|–—-")
        letters -= character.isalnum()
    return ""
