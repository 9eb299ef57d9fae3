"""Articles that are not: walls, missing pages, fronts and videos, recognised by evidence and named."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.domain.metadata.json_ld import types_of_listing
from bot.domain.metadata.metadata import Metadata
from bot.domain.page.asking import addresses, asks, begins_asking, is_about
from bot.domain.page.blocks import letters
from bot.domain.page.facts import Facts, beginning, count
from bot.domain.text.characters import SENTENCE_ENDS
from bot.errors import (
    AgeGateError,
    CaptchaError,
    ConsentWallError,
    LoginWallError,
    PaywallError,
    SectionFrontError,
    SoftNotFoundError,
    TooShortError,
    UnreadableError,
    VideoPageError,
)
from bot.i18n.marking import to_say
from config.limits import ARTICLE_WORDS

PARTIAL = to_say("Only the public part of this article was read; the rest is behind a paywall.")

# Words of text beside which a phrase of a wall is taken for one: articles about cookies or CAPTCHAs have more.
_WALL_WORDS = 120

# Words of a public part that are worth a brief, and of a text that is taken for whole although it is not free.
_PUBLIC_WORDS, _WHOLE_WORDS = 80, 350

# Words beside a video that make it an article with a video; fewer where the page calls itself an article.
_VIDEO_WORDS, _CLIP_WORDS = 70, 25

# Words of a page's text up to which a line on where it is shown is what the page is about.
_FLASH_WORDS = 60

# Characters of visible text of a bare page and of a sparse one, and those of a sentence.
_BARE, _SPARSE, _SENTENCE = 600, 300, 60

# Headline links of a page that make it a front, and paragraphs of prose outside of links that make it an article: some
# long ones, or more that are short.
_FRONT_LINKS, _PROSE_PARAGRAPHS, _PROSE_WORDS, _PROSE_CHARACTERS = 10, 3, 15, 100

# Share of the paragraphs that stand behind a headline link of their own, from which they are teasers.
_TEASERS = 0.6

# Letters of prose of its own that make a page beside many headlines a short item, and words of it that make a page with
# a form to log in or a request for consent one.
_ITEM_CHARACTERS, _ITEM_WORDS = 140, 40

# Share of a text's words that begin with a capital where all of it is a menu, share of its letters in paragraphs on the
# site itself where all of it is about that, and the marks of quotations, which are a story's.
_CAPITALS, _HOUSE, _MARKS = 0.8, 0.5, "“”„«»"

# Words of a request from which it speaks to its readers: "you", "we".
_ASKED_WORDS = 25

# Letters of a line that calls readers to pay and is no sentence of a story.
_CALL = 90

# How many times as much of short lines makes a page one text.
_LINES = 4

_CUT = ("…", "...", "[…]", "[...]")

_STORY_TYPES = ("newsarticle", "reportagenewsarticle", "blogposting", "liveblogposting", "article")


def wall(facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int, url: str) -> UnreadableError | None:
    """The error of what stands in the article's place; None where an article was read, whole or in part."""
    is_short = words < _WALL_WORDS
    is_story = any(kind in told.types for kind in _STORY_TYPES) and words >= _WALL_WORDS / 3
    if words < _FLASH_WORDS and not is_story and _is_kept_from_here(facts):
        return UnreadableError("The site does not show that page in every country, and not where I am.")
    if _is_missing(facts, is_short=is_short, is_story=is_story):
        return SoftNotFoundError()
    may_be_wall = is_short and not is_story
    found = _wall_of_a_short_page(facts, paragraphs, url) if may_be_wall else None
    found = found or _other_kind(facts, told, paragraphs, words, url)
    return found or _without_story(facts, paragraphs, words, may_be_wall=may_be_wall)


def _is_kept_from_here(facts: Facts) -> bool:
    if count("blocked", f"{facts.title} {facts.shown}"):
        return True
    return len(facts.shown) <= _BARE and any(asks("region", line) for line in (facts.title, *facts.lines))


def _other_kind(
    facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int, url: str
) -> UnreadableError | None:
    """The error of a page that is no article but a video, a front, or what is free of a paid article."""
    if _is_video(told, words):
        return VideoPageError()
    if _is_front(facts, told, paragraphs, url):
        return SectionFrontError()
    return PaywallError() if _is_stub(facts, told, paragraphs, words) else None


def _without_story(facts: Facts, paragraphs: Sequence[str], words: int, *, may_be_wall: bool) -> UnreadableError | None:
    """The error of a page whose text is all about other pages or about the site, or is only shown by scripts."""
    if _is_of_feeds(facts, paragraphs) or _is_menu(paragraphs) or (may_be_wall and _is_of_house(paragraphs)):
        return TooShortError()
    asked = words < _WALL_WORDS / 3 and count("script", facts.shown) > 0
    if asked or (words < ARTICLE_WORDS and facts.source.scripted):
        return TooShortError("The page shows its text only to browsers that run its scripts.")
    return None


def is_partial(
    facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int, lines: tuple[Sequence[str], Sequence[str]]
) -> bool:
    """Whether a read that is long enough for a brief is only the public part of an article.

    Args:
        facts: what the page shows.
        told: its metadata.
        paragraphs: what was read.
        words: the words of these.
        lines: those that the page shows right below the last of them: in the same place, and in any.
    """
    if told.free is True:
        return False
    below, behind = lines
    is_asked = any(count("paywall", line.lower()) > 0 for line in below)
    cut = breaks_off(paragraphs) or is_asked
    called = count("paywall", facts.shown) > 0
    if told.free is False:
        return cut or words < _WHOLE_WORDS or called
    called = called or is_asked or (_ends_within(paragraphs) and any(map(_asks_to_pay, behind)))
    return (cut and (called or facts.source.paywall)) or (facts.source.paywall and called and words < _WHOLE_WORDS)


def without_calls(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs less short lines at their beginning and end that call readers to pay, and what stands below these.

    Where the text breaks off, any short line that asks readers to join or to pay is such a call.
    """
    first, last = 0, len(paragraphs)
    while first < last and _is_call(paragraphs[first]):
        first += 1
    lines = last
    while lines > first and letters(paragraphs[lines - 1]) <= _CALL:
        lines -= 1
    last = next((at for at in range(max(lines, first + 1), last) if _calls_behind(paragraphs, at)), last)
    return list(paragraphs[first:last])


def _calls_behind(paragraphs: Sequence[str], at: int) -> bool:
    """Whether a line calls readers to pay: by its words, or by what it asks where the text before it breaks off."""
    before = paragraphs[at - 1]
    is_cut = letters(before) > _SENTENCE and not before.endswith(SENTENCE_ENDS)
    return _is_call(paragraphs[at]) or (is_cut and _asks_to_pay(paragraphs[at]))


def _asks_to_pay(line: str) -> bool:
    """Whether a short line asks readers to join or to pay in order to read, or names a price for a time."""
    return letters(line) <= _CALL and (asks("pay", line) or asks("offer", line))


def _is_call(text: str) -> bool:
    return letters(text) <= _CALL and count("paywall", text.lower()) > 0


def asks_to_pay(facts: Facts) -> bool:
    """Whether a page has an element of a paywall or a call to pay: its text is then not looked for out of sight."""
    return facts.source.paywall or count("paywall", facts.shown) > 0


def breaks_off(paragraphs: Sequence[str]) -> bool:
    """Whether a text ends in the middle of a sentence, lines behind its last paragraph aside."""
    last = next((text.rstrip() for text in reversed(paragraphs) if letters(text) > _SENTENCE), "")
    return last.endswith(_CUT) or "".join(paragraphs[-1:]).endswith(_CUT) or not (last or ".").endswith(SENTENCE_ENDS)


def _ends_within(paragraphs: Sequence[str]) -> bool:
    """Whether a text surely ends in the middle of a sentence: with a mark of it, or a word that is no name."""
    last = paragraphs[-1].rstrip() if paragraphs else ""
    return breaks_off(paragraphs) and (last.endswith(_CUT) or last.split()[-1].islower())


def _is_stub(facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int) -> bool:
    if words >= _PUBLIC_WORDS or told.free is True:
        return False
    if told.free is False:
        return True
    is_cut = breaks_off(paragraphs) or facts.source.paywall
    if count("paywall", facts.shown) > 0:
        return is_cut or words < _WALL_WORDS / 2
    return is_cut and any(map(_asks_to_pay, facts.lines))


def _is_missing(facts: Facts, *, is_short: bool, is_story: bool) -> bool:
    if not count("missing", facts.title) and not re.match(r"404\b", facts.title):
        return not is_story and len(facts.shown) < _BARE and count("missing", facts.shown) > 0
    return is_short or not is_story


def _wall_of_a_short_page(facts: Facts, paragraphs: Sequence[str], url: str) -> UnreadableError | None:
    long = [text for text in paragraphs if letters(text) > _SENTENCE]
    of_article = [text for text in long if not _is_about_walls(text)]
    if len(of_article) >= _PROSE_PARAGRAPHS or sum(len(text.split()) for text in of_article) >= _ITEM_WORDS:
        return None
    is_alone = not any(_tells(text, is_bare=len(facts.shown) <= _BARE) for text in long)
    if _is_challenge(facts, is_alone=is_alone):
        return CaptchaError()
    if _is_consent(facts, is_alone=is_alone) or _is_address_of_consent(url):
        return ConsentWallError()
    if _asks_age(facts, is_alone=is_alone):
        return AgeGateError()
    return LoginWallError() if _asks_to_log_in(facts, of_article) else None


def _asks_to_log_in(facts: Facts, of_article: Sequence[str]) -> bool:
    # The public lines of a story that ask their readers to register are no page for logging in.
    if of_article and not facts.source.password and count("paywall", facts.shown) > 0:
        return False
    return count("login", facts.title) > 0 or (facts.source.password and count("login", facts.shown) > 0)


def _is_about_walls(text: str) -> bool:
    lower = text.lower()
    return any(count(part, lower) > 0 for part in ("topic", "login", "captcha", "consent"))


def _tells(text: str, *, is_bare: bool) -> bool:
    """Whether a paragraph tells readers something, rather than asks them for what walls ask for."""
    if not _is_about_walls(text) and not (is_bare and any(asks(kind, text) for kind in ("bot", "age"))):
        return True
    return len(text.split()) > _ASKED_WORDS and not addresses(text)


def _is_challenge(facts: Facts, *, is_alone: bool) -> bool:
    size = len(facts.shown)
    if facts.source.challenge and (count("captcha", facts.shown) or size < _BARE):
        return True
    if count("captcha", facts.title) > 0 or (size < _SPARSE and count("captcha", facts.shown) > 0):
        return True
    return is_alone and size < _BARE and any(asks("bot", line) for line in facts.lines)


def _is_consent(facts: Facts, *, is_alone: bool) -> bool:
    """Two phrases of consent pages, one of them on a button: in an article about such pages they are in its prose.

    Where nothing but the request stands on the page, two words about it and a button that accepts are enough.
    """
    if count("consent", facts.shown) > 1 and any(count("consent", label) for label in facts.labels()):
        return True
    if not is_alone or is_about("consent", facts.shown) <= 1:
        return False
    return any(begins_asking("consent", label) for label in facts.labels())


def _is_address_of_consent(url: str) -> bool:
    parts = urlsplit(url)
    return (parts.hostname or "").startswith("consent.") or "/consent" in parts.path


def _asks_age(facts: Facts, *, is_alone: bool) -> bool:
    """Two lines about the reader's age on a page with hardly anything else, one as its title or on a button."""
    if len(facts.shown) > _BARE:
        return False
    labels = facts.labels()
    if count("age", facts.shown) > 1 and any(count("age", text) for text in (facts.title, *labels)):
        return True
    asked = {label for label in labels if asks("age", label)}
    lines = asked.union(line.lower() for line in facts.lines if asks("age", line))
    return is_alone and len(lines) > 1 and (bool(asked) or asks("age", facts.title))


def _is_video(told: Metadata, words: int) -> bool:
    is_video = "videoobject" in told.types or any(kind.startswith("og:video") for kind in told.types)
    is_story = any(kind in told.types for kind in _STORY_TYPES)
    return is_video and words < (_CLIP_WORDS if is_story else _VIDEO_WORDS)


def _is_front(facts: Facts, told: Metadata, paragraphs: Sequence[str], url: str) -> bool:
    if any(kind in told.types for kind in _STORY_TYPES) or "og:article" in told.types:
        return False
    prose = list(filter(_is_prose, paragraphs))
    own = [text for text in prose if beginning(text) not in facts.teasers]
    # Many short lines that stand behind no headlines are verse, an interview, a list.
    is_lines = not facts.teasers and sum(map(letters, paragraphs)) >= _LINES * _ITEM_CHARACTERS
    is_thin = sum(map(letters, own)) < _ITEM_CHARACTERS and not is_lines
    if types_of_listing(told.types) and is_thin:
        return True
    at_root = _is_home(url)
    are_teasers = len(prose) - len(own) >= max(_PROSE_PARAGRAPHS, _TEASERS * len(prose))
    return facts.links >= _FRONT_LINKS and (is_thin or at_root or are_teasers)


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _PROSE_WORDS or letters(text) > _PROSE_CHARACTERS


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return bool(url) and parts.path in {"", "/"} and not parts.query


def _is_of_feeds(facts: Facts, paragraphs: Sequence[str]) -> bool:
    """Whether all that was read are teasers of other stories beside a page that has no text of its own."""
    prose = [text for text in paragraphs if letters(text) > _SENTENCE]
    return len(prose) > 1 and all(beginning(text) in facts.feeds for text in prose)


def _is_menu(paragraphs: Sequence[str]) -> bool:
    """Whether all that was read are labels in a line: no sentence ends, and nearly every word begins with a capital."""
    words = [word for text in paragraphs for word in text.split()]
    capital = sum(word[:1].isupper() for word in words)
    return capital > _CAPITALS * len(words) and not any(text.endswith(SENTENCE_ENDS) for text in paragraphs)


def _is_of_house(paragraphs: Sequence[str]) -> bool:
    """Whether most of a short text is a site's word on itself: on browsers, passwords, its liability."""
    counts = [(count("house", text.lower()), letters(text)) for text in paragraphs]
    said = sum(size for number, size in counts if number)
    is_quoting = any(mark in text for text in paragraphs for mark in _MARKS)
    return (
        not is_quoting and sum(number for number, _ in counts) > 1 and said > _HOUSE * sum(size for _, size in counts)
    )
