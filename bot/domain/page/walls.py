"""Articles that are not: walls, missing pages, fronts and videos, recognised by evidence and named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.json_ld import types_of_listing
from bot.domain.metadata.metadata import Metadata
from bot.domain.metadata.named import Named
from bot.domain.page.blocks import Block, letters
from bot.domain.text.characters import SENTENCE_ENDS
from bot.domain.text.wording import any_of, phrases
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

# Characters of visible text that are looked at, and those of a bare page, a sparse one, a headline,
# a sentence, a button.
_SHOWN_CHARACTERS, _BARE, _SPARSE, _HEADLINE, _SENTENCE, _LABEL = 20_000, 600, 300, (25, 200), 60, 40

# Headline links of a page that make it a front, and paragraphs of prose outside of links that make it an article: some
# long ones, or more that are short.
_FRONT_LINKS, _PROSE_PARAGRAPHS, _PROSE_WORDS, _PROSE_CHARACTERS = 10, 3, 15, 100

# Share of the paragraphs that stand behind a headline link of their own, from which they are teasers; characters by
# which one is known again.
_TEASERS, _BEGINNING = 0.6, 60

# Elements around a headline link among which the box of its teaser is.
_CARD_LEVELS = 3

# Letters of prose of its own that make a page beside many headlines a short item, and words of it that make a page with
# a form to log in or a request for consent one.
_ITEM_CHARACTERS, _ITEM_WORDS = 140, 40

# Characters of a text from which phrases are sought one by one; white space is a space in all texts of this length.
_LONG = 1_000

# Share of a text's words that begin with a capital where all of it is a menu, share of its letters in paragraphs on the
# site itself where all of it is about that, and the marks of quotations, which are a story's.
_CAPITALS, _HOUSE, _MARKS = 0.8, 0.5, "“”„«»"

# Letters of a line that calls readers to pay and is no sentence of a story.
_CALL = 90

# How many times as much of short lines makes a page one text.
_LINES = 4

_CHALLENGE_MARKS = (
    "cf-chl", "challenge-platform", "cf-turnstile", "captcha-delivery.com", "px-captcha", "_incapsula_", "g-recaptcha",
    "h-captcha",
)  # fmt: skip
_CHALLENGES = re.compile("|".join(map(re.escape, _CHALLENGE_MARKS)))
_PAYWALL_NAMES = ("paywall", "regwall", "piano-offer", "subscriber-only", "meteredcontent")
_PAYWALL_MARKS = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_PAYWALL_NAMES)})", re.IGNORECASE)
_WORD_COUNT = re.compile(r"\"wordCount\"\s{0,9}:\s{0,9}\"?(\d{1,6})(?!\d)", re.ASCII)
_STORY_TYPES = ("newsarticle", "reportagenewsarticle", "blogposting", "liveblogposting", "article")


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a page has while its hidden nodes are still there.

    Attributes:
        challenge: a script or frame of a known challenge stands in the page.
        paywall: an element is named a paywall.
        password: a field for a password stands in the page.
        scripted: the page asks for scripts where a browser runs none.
        words: how many words its article has, as the page says; 0 where it says nothing.
    """

    challenge: bool
    paywall: bool
    password: bool
    scripted: bool
    words: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the whole page shows, gathered before its hidden nodes are taken out (`asks`) and after (the rest).

    Attributes:
        title: the document's title and first headings, lower case.
        shown: the visible text, lower case, its first 20,000 characters.
        source: what the page had before.
        tree: the visible page.
        links: blocks that are links and look like headlines.
        teasers: the beginnings of the paragraphs that stand right behind such a link.
        feeds: the beginnings of those among them that stand in a box named for
            something beside a text, however much it holds.
    """

    title: str
    shown: str
    source: SourceFacts
    tree: HtmlElement
    links: int
    teasers: frozenset[str]
    feeds: frozenset[str]

    def labels(self) -> frozenset[str]:
        """The visible page's texts of a few words, such as buttons, lower case."""
        nodes = self.tree.iter(etree.Element)
        texts = ((node.text or node.get("value") or "")[: _LABEL + 1].strip() for node in nodes)
        return frozenset(text.lower() for text in texts if 1 < len(text) <= _LABEL)


def source_facts(tree: HtmlElement, named: Named) -> SourceFacts:
    """The facts of a page whose hidden nodes are still there."""
    scripts = "\n".join([(node.get("src") or "") + (node.text or "")[:3000] for node in tree.iter("script", "iframe")])
    challenge = any(mark in scripts for mark in _CHALLENGE_MARKS)
    password = any((node.get("type") or "").lower() == "password" for node in tree.iter("input"))
    paywall = named.holds(*_PAYWALL_NAMES) and _marks_a_box(tree, _PAYWALL_MARKS)
    is_named = named.holds(*_CHALLENGE_MARKS) and _marks_a_box(tree, _CHALLENGES)
    asks = ("".join(node.itertext())[:1000].lower() for node in tree.iter("noscript"))
    scripted = any(_count("script", text) for text in asks)
    return SourceFacts(challenge or is_named, paywall, password, scripted, _counted_words(tree))


def _marks_a_box(tree: HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether the class or the id of a box is of a kind."""
    boxes = tree.iter("div", "section", "aside", "form")
    return any(pattern.search(f"{node.get('class') or ''} {node.get('id') or ''}") for node in boxes)


def _counted_words(tree: HtmlElement) -> int:
    """The one number of words that the page's JSON-LD gives; 0 where it gives none, or several of several articles."""
    data = [node.text or "" for node in tree.iter("script") if "ld+json" in (node.get("type") or "")]
    found = {number for text in data for number in _WORD_COUNT.findall(text)}
    return int(found.pop()) if len(found) == 1 else 0


def shown_facts(tree: HtmlElement, blocks: Sequence[Block], document_title: str, source: SourceFacts) -> Facts:
    """The facts of a page whose hidden nodes have been taken out."""
    parts: list[str] = []
    size = 0
    for block in blocks:
        parts.append(block.text)
        size += len(block.text)
        if size > _SHOWN_CHARACTERS:
            break
    headings = [" ".join("".join(node.itertext()).split())[:200] for node in list(tree.iter("h1", "h2"))[:3]]
    headlines = [block.link and _HEADLINE[0] <= len(block.text) <= _HEADLINE[1] for block in blocks]
    teasers = [
        block
        for is_headline, before, block in zip(headlines, blocks, blocks[1:], strict=False)
        if is_headline and block.prose and _share_card(before, block)
    ]
    return Facts(
        title=" | ".join([document_title, *headings]).lower(),
        shown=" ".join(parts).lower(),
        source=source,
        tree=tree,
        links=sum(headlines),
        teasers=frozenset(_beginning(block.text) for block in teasers),
        feeds=frozenset(
            _beginning(block.text) for block in teasers if any(outer.most for outer in block.frame.around())
        ),
    )


def _share_card(link: Block, block: Block) -> bool:
    """Whether a paragraph stands in the box of the headline link before it, rather than behind a whole menu."""
    return any(block.frame.is_within(frame) for frame in islice(link.frame.around(), _CARD_LEVELS))


def wall(facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int, url: str) -> UnreadableError | None:
    """The error of what stands in the article's place; None where an article was read, whole or in part."""
    is_short = words < _WALL_WORDS
    is_story = any(kind in told.types for kind in _STORY_TYPES) and words >= _WALL_WORDS / 3
    if words < _FLASH_WORDS and not is_story and _count("blocked", f"{facts.title} {facts.shown}"):
        return UnreadableError("The site does not show that page in every country, and not where I am.")
    if _is_missing(facts, is_short=is_short, is_story=is_story):
        return SoftNotFoundError()
    found = _wall_of_a_short_page(facts, paragraphs, url) if is_short and not is_story else None
    if found is None and _is_video(told, words):
        found = VideoPageError()
    if found is None and _is_front(facts, told, paragraphs, url):
        found = SectionFrontError()
    if found is None and _is_stub(facts, told, paragraphs, words):
        found = PaywallError()
    if found is None and (_is_of_feeds(facts, paragraphs) or _is_menu(paragraphs)):
        found = TooShortError()
    if found is None and is_short and not is_story and _is_of_house(paragraphs):
        found = TooShortError()
    asked = words < _WALL_WORDS / 3 and _count("script", facts.shown) > 0
    if found is None and (asked or (words < ARTICLE_WORDS and facts.source.scripted)):
        found = TooShortError("The page shows its text only to browsers that run its scripts.")
    return found


def is_partial(facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int, below: Sequence[str]) -> bool:
    """Whether a read that is long enough for a brief is only the public part of an article.

    Args:
        facts: what the page shows.
        told: its metadata.
        paragraphs: what was read.
        words: the words of these.
        below: the lines that the page shows right below the last of them.
    """
    if told.free is True:
        return False
    cut = breaks_off(paragraphs) or any(_count("paywall", line.lower()) > 0 for line in below)
    if told.free is False:
        return cut or words < _WHOLE_WORDS or _count("paywall", facts.shown) > 0
    if not (cut or facts.source.paywall):
        return False
    called = _count("paywall", facts.shown) > 0 or any(_count("paywall", line.lower()) > 0 for line in below)
    return (cut and (called or facts.source.paywall)) or (called and words < _WHOLE_WORDS)


def without_calls(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs less short lines at their beginning and end that call readers to pay."""
    first, last = 0, len(paragraphs)
    while first < last and _is_call(paragraphs[first]):
        first += 1
    while last > first and _is_call(paragraphs[last - 1]):
        last -= 1
    return list(paragraphs[first:last])


def _is_call(text: str) -> bool:
    return letters(text) <= _CALL and _count("paywall", text.lower()) > 0


def asks_to_pay(facts: Facts) -> bool:
    """Whether a page has an element of a paywall or a call to pay: its text is then not looked for out of sight."""
    return facts.source.paywall or _count("paywall", facts.shown) > 0


def breaks_off(paragraphs: Sequence[str]) -> bool:
    """Whether a text ends in the middle of a sentence."""
    last = paragraphs[-1].rstrip() if paragraphs else ""
    return last.endswith(("…", "...", "[…]", "[...]")) or (
        letters(last) > _SENTENCE and not last.endswith(SENTENCE_ENDS)
    )


def _is_stub(facts: Facts, told: Metadata, paragraphs: Sequence[str], words: int) -> bool:
    if words >= _PUBLIC_WORDS or told.free is True:
        return False
    if told.free is False:
        return True
    called = _count("paywall", facts.shown) > 0
    return called and (breaks_off(paragraphs) or facts.source.paywall or words < _WALL_WORDS / 2)


def _is_missing(facts: Facts, *, is_short: bool, is_story: bool) -> bool:
    if not _count("missing", facts.title) and not re.match(r"404\b", facts.title):
        return not is_story and len(facts.shown) < _BARE and _count("missing", facts.shown) > 0
    return is_short or not is_story


def _wall_of_a_short_page(facts: Facts, paragraphs: Sequence[str], url: str) -> UnreadableError | None:
    of_article = [text for text in paragraphs if letters(text) > _SENTENCE and not _is_about_walls(text)]
    if len(of_article) >= _PROSE_PARAGRAPHS or sum(len(text.split()) for text in of_article) >= _ITEM_WORDS:
        return None
    if _is_challenge(facts):
        return CaptchaError()
    parts = urlsplit(url)
    if _is_consent(facts) or (parts.hostname or "").startswith("consent.") or "/consent" in parts.path:
        return ConsentWallError()
    if _asks_age(facts):
        return AgeGateError()
    # The public lines of a story that ask their readers to register are no page for logging in.
    is_story = bool(of_article) and not facts.source.password and _count("paywall", facts.shown) > 0
    asks_login = _count("login", facts.title) or (facts.source.password and _count("login", facts.shown))
    return LoginWallError() if asks_login and not is_story else None


def _is_about_walls(text: str) -> bool:
    lower = text.lower()
    return any(_count(part, lower) > 0 for part in ("topic", "login", "captcha", "consent"))


def _is_challenge(facts: Facts) -> bool:
    size = len(facts.shown)
    if facts.source.challenge and (_count("captcha", facts.shown) or size < _BARE):
        return True
    return _count("captcha", facts.title) > 0 or (size < _SPARSE and _count("captcha", facts.shown) > 0)


def _is_consent(facts: Facts) -> bool:
    """Two phrases of consent pages, one of them on a button: in an article about such pages they are in its prose."""
    return _count("consent", facts.shown) > 1 and any(_count("consent", label) for label in facts.labels())


def _asks_age(facts: Facts) -> bool:
    """Two phrases about the reader's age on a page with hardly anything else, one as its title or on a button."""
    if len(facts.shown) > _BARE or _count("age", facts.shown) < 2:  # noqa: PLR2004  # One may stand in a story.
        return False
    return _count("age", facts.title) > 0 or any(_count("age", label) for label in facts.labels())


def _is_video(told: Metadata, words: int) -> bool:
    is_video = "videoobject" in told.types or any(kind.startswith("og:video") for kind in told.types)
    is_story = any(kind in told.types for kind in _STORY_TYPES)
    return is_video and words < (_CLIP_WORDS if is_story else _VIDEO_WORDS)


def _is_front(facts: Facts, told: Metadata, paragraphs: Sequence[str], url: str) -> bool:
    if any(kind in told.types for kind in _STORY_TYPES) or "og:article" in told.types:
        return False
    prose = [text for text in paragraphs if len(text.split()) >= _PROSE_WORDS or letters(text) > _PROSE_CHARACTERS]
    own = [text for text in prose if _beginning(text) not in facts.teasers]
    is_thin = sum(map(letters, own)) < _ITEM_CHARACTERS
    if not facts.teasers and sum(map(letters, paragraphs)) >= _LINES * _ITEM_CHARACTERS:
        is_thin = False  # Many short lines that stand behind no headlines: verse, an interview, a list.
    if types_of_listing(told.types) and is_thin:
        return True
    at_root = bool(url) and urlsplit(url).path in {"", "/"} and not urlsplit(url).query
    are_teasers = len(prose) - len(own) >= max(_PROSE_PARAGRAPHS, _TEASERS * len(prose))
    return facts.links >= _FRONT_LINKS and (is_thin or at_root or are_teasers)


def _is_of_feeds(facts: Facts, paragraphs: Sequence[str]) -> bool:
    """Whether all that was read are teasers of other stories beside a page that has no text of its own."""
    prose = [text for text in paragraphs if letters(text) > _SENTENCE]
    return len(prose) > 1 and all(_beginning(text) in facts.feeds for text in prose)


def _is_menu(paragraphs: Sequence[str]) -> bool:
    """Whether all that was read are labels in a line: no sentence ends, and nearly every word begins with a capital."""
    words = [word for text in paragraphs for word in text.split()]
    capital = sum(word[:1].isupper() for word in words)
    return capital > _CAPITALS * len(words) and not any(text.endswith(SENTENCE_ENDS) for text in paragraphs)


def _is_of_house(paragraphs: Sequence[str]) -> bool:
    """Whether most of a short text is a site's word on itself: on browsers, passwords, its liability."""
    counts = [(_count("house", text.lower()), letters(text)) for text in paragraphs]
    said = sum(size for count, size in counts if count)
    is_quoting = any(mark in text for text in paragraphs for mark in _MARKS)
    return not is_quoting and sum(count for count, _ in counts) > 1 and said > _HOUSE * sum(size for _, size in counts)


def _beginning(text: str) -> str:
    """What two forms of one paragraph share: its first letters and digits."""
    return "".join(filter(str.isalnum, text[:_BEGINNING].lower()))


def _count(part: str, text: str) -> int:
    """How many different phrases of a list stand in a text."""
    plain = text.replace("’", "'")
    # To see that none stands in a long text takes less time phrase by phrase.
    if len(plain) > _LONG and not any(phrase in plain for phrase in _phrases(part)):
        return 0
    return len(set(_pattern(part).findall(plain)))


@cache
def _phrases(part: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase.replace("’", "'") for phrase in phrases("walls", part)))


@cache
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile(any_of(_phrases(part)))
