"""What kind of page an article stands on, in its publisher's own words, and how old it is. Never a judgement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.values.article import Article
from bot.i18n.marking import to_say
from config import limits

OPINION = to_say("Opinion")
ADVERTISEMENT = to_say("Advertisement")
SPONSORED = to_say("Sponsored")
SATIRE = to_say("Satire")
PRESS_RELEASE = to_say("Press release")
ANALYSIS = to_say("Analysis")
BACKGROUND = to_say("Background")
LIVE = to_say("Live")
CORRECTION = to_say("Correction")
FROM_YEAR = to_say("From {year}")
DAYS_OLD = to_say("{days} days old")
UPDATED = to_say("Updated {days} days later")
FROM_AGENCY = to_say("From {agency}")


SOME_PAGES = to_say("This article has several pages, and not all of them were read.")
"""The note of an article whose further pages are missing."""


@dataclass(frozen=True, slots=True)
class ContextNote:
    """A word of context: a template for `Words.say`, and its fields."""

    template: str
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def english(self) -> str:
        """The note in English, as JSON and the terminal print it."""
        return self.template.format(**self.fields)


def context_notes(article: Article, today: date) -> tuple[ContextNote, ...]:
    """What a reader should know of a page before its news: its kind, its age, a late change, its agency.

    Args:
        article: whose page; `article.context` holds what the page declares.
        today: the day on which it is read.
    """
    notes = [ContextNote(kind) for kind in article.context]
    published, modified = _day(article.published), _day(article.modified)
    if published and today - published > timedelta(days=limits.OLD_NEWS_DAYS):
        same_year = published.year == today.year
        days = (today - published).days
        notes.append(
            ContextNote(DAYS_OLD, {"days": days}) if same_year else ContextNote(FROM_YEAR, {"year": published.year})
        )
    if published and modified and (days := (modified - published).days) >= limits.LATE_CHANGE_DAYS:
        notes.append(ContextNote(UPDATED, {"days": days}))
    if article.source:
        notes.append(ContextNote(FROM_AGENCY, {"agency": article.source}))
    return tuple(notes)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
