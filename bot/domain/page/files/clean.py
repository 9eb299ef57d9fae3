"""Pasted and plain text to an article: stray breaks, doubled punctuation, titles, bylines and credits."""

import re

from bot.domain.language.language_of import language_of
from bot.domain.text.characters import FULL_STOPS, visible
from bot.domain.text.credits import ends_in_credit, take_credits
from bot.domain.text.debris import is_debris, is_picture_credit
from bot.domain.text.paragraphs import bounded, split_paragraphs
from bot.domain.values.article import Article
from bot.errors import TooShortError
from bot.i18n.marking import to_say
from config.limits import ARTICLE_WORDS, CAPTION_WORDS, PAGE_CHARACTERS

# Characters and words of a headline.
_TITLE_CHARACTERS, _TITLE_WORDS = 180, (2, 26)

LONG_TEXT = to_say("The text is very long; only its first part was read.")
"""The note of a text of which a part was left out."""

# How many times the characters of an article are cleaned: what surrounds a text is never larger than the text.
_RAW = 2

# Characters of a headline in Chinese or Japanese, which is one word to white space.
_TITLE_LETTERS = 6

# Letters of the words that stay small in a headline.
_SHORT_WORD = 3

# Letters of a paragraph below which it may well stand twice.
REPEATED_CHARACTERS = 20

# Words of a byline or a date at the most.
_BYLINE_WORDS = 8

# Marks of quotations, which no caption above a story holds.
_MARKS = '“”„«»"'

# Share of the longer words that begin with a capital in a headline which ends with a full stop.
_TITLE_CASE = 0.7

_UNTIDY = re.compile(r"^[•▪‣►*·]|[.,]\s?[.,]|\s[.,]")
_CHAT_MARKS = re.compile(r"\*\*|__|~~|\|\||<a?:\w{2,32}:\d{15,20}>|^```\w*$|^>>? ", re.MULTILINE)
_BULLET = re.compile(r"^[•▪‣►*·]\s+")  # A dash opens speech, or a name under a quotation.
_TWO_STOPS = re.compile(r"(?<![.…])(?<![.…]\s)\.\s?\.(?!\s?[.…])")
_TWO_COMMAS = re.compile(r",(?:\s?,)+")
_COMMA_STOP = re.compile(r",\s?\.(?![.\w])")
_SPACE_BEFORE = re.compile(r"(?<=[^\s.…])\s([.,])(?=\s|$)(?!\s?[.…])")


def clean_paste(text: str) -> Article:
    """The article in a pasted text.

    Returns:
        Its paragraphs up to `PAGE_CHARACTERS`, with what the text says of its own making (title, site, authors, date,
        agency) as metadata.

    Raises:
        TooShortError: there is no text, or too little to be an article.
    """
    is_cut = len(text) > _RAW * PAGE_CHARACTERS
    text = visible(text[: _RAW * PAGE_CHARACTERS])
    if not text.strip():
        raise TooShortError("There is no text there; paste an article, or give me its link or a file.")
    paragraphs = split_paragraphs(_CHAT_MARKS.sub("", text))
    title, body = _titled(paragraphs)
    body, credits_found = take_credits(_without_captions(body))
    body, is_whole = bounded(without_repeats([tidy(paragraph) for paragraph in body if not is_debris(paragraph)]))
    article = Article(
        text="\n\n".join(body),
        title=title,
        site=credits_found.site,
        authors=tuple(credits_found.authors),
        published=credits_found.published,
        source=credits_found.source,
        language=language_of("\n\n".join(body)),
        complete=is_whole and not is_cut,
        notes=() if is_whole and not is_cut else (LONG_TEXT,),
    )
    if article.words < ARTICLE_WORDS:
        raise TooShortError
    return article


def _without_captions(body: list[str]) -> list[str]:
    """The paragraphs without the captions of the pictures above the story: each stands right before its credit.

    A story begins below its pictures, so only what comes before the first other paragraph is taken for a caption.
    """
    # Dates and bylines may stand above the pictures.
    first = next((number for number, line in enumerate(body) if len(line.split()) > _BYLINE_WORDS), 0)
    start = first
    while len(body) > start + 2 and is_picture_credit(body[start + 1]) and _may_be_caption(body[start]):
        start += 2
    return [*body[:first], *body[start:]]


def _may_be_caption(paragraph: str) -> bool:
    return len(paragraph.split()) <= CAPTION_WORDS and not any(mark in paragraph for mark in _MARKS)


def tidy(paragraph: str) -> str:
    """A paragraph without doubled punctuation and stray spaces; an ellipsis stays, spaced out or not."""
    if not _UNTIDY.search(paragraph):
        return paragraph.strip()
    paragraph = _TWO_COMMAS.sub(",", _BULLET.sub("", paragraph))
    paragraph = _COMMA_STOP.sub(".", _TWO_STOPS.sub(".", paragraph))
    return _SPACE_BEFORE.sub(r"\1", paragraph).strip()


def without_repeats(paragraphs: list[str]) -> list[str]:
    """The paragraphs without empty ones and without those that stood before, white space and case aside."""
    seen: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        key = "".join(paragraph.lower().split())
        if key and (key not in seen or len(key) < REPEATED_CHARACTERS):
            kept.append(paragraph)
        seen.add(key)
    return kept


def _titled(paragraphs: list[str]) -> tuple[str | None, list[str]]:
    """The headline, if the first paragraph is one, and the rest."""
    first, *rest = paragraphs or [""]
    if not rest:
        return None, paragraphs
    longest = max(map(len, rest[:8]))
    words = first.split()
    is_short = len(first) <= _TITLE_CHARACTERS and len(first) < longest
    is_worded = _TITLE_WORDS[0] <= len(words) <= _TITLE_WORDS[1] or (len(words) == 1 and len(first) > _TITLE_LETTERS)
    if not (is_short and is_worded) or first.endswith((",", ";", ":")):
        return None, paragraphs
    if first.rstrip("\"'”’").endswith(FULL_STOPS) and not _is_title_case(words):
        return None, paragraphs
    if ends_in_credit(first):
        return None, paragraphs  # "The quay at dawn. Photo: Ann Lee"
    return tidy(first).removesuffix(".") if not first.endswith("..") else first, rest


def _is_title_case(words: list[str]) -> bool:
    longer = [word for word in words if len(word.strip("“”\"'‘’.,")) > _SHORT_WORD]
    capital = sum(word.lstrip("“”\"'‘’(")[:1].isupper() for word in longer)
    return len(longer) >= _SHORT_WORD and capital >= _TITLE_CASE * len(longer)
