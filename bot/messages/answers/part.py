"""The parts of an answer: each one article, as its brief or as a pointer to an earlier brief of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.briefing.metered_desk import Item
from bot.domain.chat.view import clip
from bot.domain.text.hosts import site_label
from bot.domain.values.records import AnswerKind, AnswerRecord
from bot.domain.values.wish import Wish
from bot.messages.posts.post import Trigger
from config import limits


@dataclass(frozen=True, slots=True)
class Location:
    """Where a message stands."""

    channel: int
    message: int


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One article of an answer.

    Attributes:
        kind: its brief, a pointer to an earlier brief, or a brief that was dismissed and is remembered as such.
        key: `Served.key` of the article.
        content: `Served.content`: two parts of one answer never share it.
        url: the article's address, None for pastes and files.
        headline: the brief's headline.
        sentence: the brief's first sentence.
        site: the name of the article's site.
        wish: what was asked of the brief.
        trigger: what asked for it.
        created: when it came to stand here.
        spoiler: whether it is hidden until clicked; a pointer to a hidden brief is hidden too.
        target: where a pointer leads.
    """

    kind: AnswerKind
    key: str
    content: str
    url: str | None
    headline: str
    wish: Wish
    trigger: Trigger
    created: datetime
    spoiler: bool = False
    target: Location | None = None
    sentence: str = ""
    site: str | None = None

    def pointing(self, to: AnswerRecord) -> "AnswerPart":
        """This part as a pointer to an earlier answer that has its brief."""
        return replace(
            self,
            kind=AnswerKind.POINTER,
            headline=to.headline,
            spoiler=self.spoiler or to.spoiler,
            target=Location(to.channel, to.id),
        )

    @property
    def looks(self) -> tuple[object, ...]:
        """All that is seen of it."""
        if self.kind is AnswerKind.POINTER:
            return (self.target, self.headline, self.site, self.spoiler)
        return (self.key, self.content, self.wish, self.headline, self.spoiler)


def part_of(item: Item, trigger: Trigger, created: datetime) -> AnswerPart:
    """The part of an answer that shows a brief."""
    served, brief = item.served, item.served.brief
    return AnswerPart(
        kind=AnswerKind.BRIEF,
        key=served.key,
        content=served.content,
        url=brief.article.url,
        headline=brief.headline,
        # A pasted article is what a message says, which is not kept.
        sentence=clip("".join(served.brief.summary[:1]), limits.SENTENCE_CHARACTERS)
        if served.brief.article.url
        else "",
        site=site_label(brief.article),
        wish=item.wish,
        trigger=trigger,
        created=created,
        spoiler=item.spoiler,
    )


def each_once(parts: Iterable[AnswerPart]) -> tuple[AnswerPart, ...]:
    """Parts in their order, one for each article: hidden where any of the article's is, a brief where any is."""
    found: dict[str, AnswerPart] = {}
    for part in parts:
        before = found.get(part.content)
        if before is None:
            found[part.content] = part
            continue
        best = part if before.kind is not AnswerKind.BRIEF and part.kind is AnswerKind.BRIEF else before
        found[part.content] = replace(best, spoiler=part.spoiler or before.spoiler)
    return tuple(found.values())
