"""What a page shows by which an article is told from a wall or a front, and the phrases of walls in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.named import NamedElements
from bot.domain.page.blocks import Block
from bot.domain.page.files.challenges import CHALLENGE_MARKS
from bot.domain.page.length import counted_words
from bot.domain.text.wording import any_of, phrases

# Characters of visible text that are looked at, those of a headline and of a button, and those by which a paragraph is
# known again.
_SHOWN_CHARACTERS, _HEADLINE, _LABEL, _BEGINNING = 20_000, (25, 200), 40, 60

# Elements around a headline link among which the box of its teaser is.
_CARD_LEVELS = 3

# Characters of a text from which phrases are sought one by one; white space is a space in all texts of this length.
_LONG = 1_000

_CHALLENGES = re.compile("|".join(map(re.escape, CHALLENGE_MARKS)))
_PAYWALL_NAMES = ("paywall", "regwall", "piano-offer", "subscriber-only", "meteredcontent")
_PAYWALL_MARKS = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_PAYWALL_NAMES)})", re.IGNORECASE)


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
        lines: the same by its lines, as they are written.
        source: what the page had before.
        tree: the visible page.
        links: blocks that are links and look like headlines.
        teasers: the beginnings of the paragraphs that stand right behind such a link.
        feeds: the beginnings of those among them that stand in a box named for
            something beside a text, however much it holds.
    """

    title: str
    shown: str
    lines: tuple[str, ...]
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


def source_facts(tree: HtmlElement, named: NamedElements) -> SourceFacts:
    """The facts of a page whose hidden nodes are still there."""
    scripts = "\n".join([(node.get("src") or "") + (node.text or "")[:3000] for node in tree.iter("script", "iframe")])
    challenge = any(mark in scripts for mark in CHALLENGE_MARKS)
    password = any((node.get("type") or "").lower() == "password" for node in tree.iter("input"))
    paywall = named.holds(*_PAYWALL_NAMES) and _marks_a_box(tree, _PAYWALL_MARKS)
    is_named = named.holds(*CHALLENGE_MARKS) and _marks_a_box(tree, _CHALLENGES)
    asks = ("".join(node.itertext())[:1000].lower() for node in tree.iter("noscript"))
    scripted = any(count("script", text) for text in asks)
    return SourceFacts(challenge or is_named, paywall, password, scripted, counted_words(tree))


def _marks_a_box(tree: HtmlElement, pattern: re.Pattern[str]) -> bool:
    """Whether the class or the id of a box is of a kind."""
    boxes = tree.iter("div", "section", "aside", "form")
    return any(pattern.search(f"{node.get('class') or ''} {node.get('id') or ''}") for node in boxes)


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
        lines=tuple(parts),
        source=source,
        tree=tree,
        links=sum(headlines),
        teasers=frozenset(beginning(block.text) for block in teasers),
        feeds=frozenset(
            beginning(block.text) for block in teasers if any(outer.most for outer in block.frame.around())
        ),
    )


def _share_card(link: Block, block: Block) -> bool:
    """Whether a paragraph stands in the box of the headline link before it, rather than behind a whole menu."""
    return any(block.frame.is_within(frame) for frame in islice(link.frame.around(), _CARD_LEVELS))


def beginning(text: str) -> str:
    """What two forms of one paragraph share: its first letters and digits."""
    return "".join(filter(str.isalnum, text[:_BEGINNING].lower()))


def count(part: str, text: str) -> int:
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
