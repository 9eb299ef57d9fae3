"""Puts an answer together: one or two briefs, or pointers to earlier ones, with their buttons, in one message."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.briefing.metered_desk import Item
from bot.domain.chat.button_ids import Action, ButtonId
from bot.domain.chat.card import QUOTES, SECTIONS, render, render_compact, shown_quotes
from bot.domain.chat.render import render_pointer
from bot.domain.chat.view import Button, LinkButton, Tone, View, link_button
from bot.domain.values.records import AnswerRecord
from bot.domain.values.wish import Length
from bot.i18n.words import Words

DISCORD = "https://discord.com"

# Buttons of one row, a limit of Discord's.
BUTTONS = 5


@dataclass(frozen=True, slots=True)
class Repeat:
    """An article that was briefed in the channel already: the earlier answer, and its server."""

    earlier: AnswerRecord

    @property
    def jump(self) -> str:
        """The address of the earlier answer."""
        return jump_link(self.earlier.guild, self.earlier.channel, self.earlier.id)


def jump_link(guild: int | None, channel: int, message: int) -> str:
    """The address of a message."""
    return f"{DISCORD}/channels/{guild or '@me'}/{channel}/{message}"


def show(
    items: Sequence[Item],
    repeats: Sequence[Repeat],
    words: Words,
    *,
    now: datetime,
    sections: Collection[str] = SECTIONS,
    share: bool = False,
    dismiss: bool = True,
) -> View:
    """Briefs with their buttons, and below them pointers to earlier ones, in one message.

    Args:
        items: at most `LINKS_PER_MESSAGE` briefs.
        repeats: articles that were briefed in the channel already.
        words: the readers' language.
        now: the time in UTC.
        sections: which sections are shown.
        share: whether a button brings a private answer to the channel.
        dismiss: whether a button takes the answer away.
    """
    shares = len(items) + (1 if repeats and items else 0)
    views = [
        render(
            item.served.brief,
            words,
            length=item.wish.length,
            sections=sections,
            age=_age(item, now),
            today=now.date(),
            spoiler=item.spoiler,
            shares=max(1, shares),
            notes=item.notes,
        ).with_buttons(*_buttons(item, words, share=share, dismiss=dismiss, whole=shares <= 1 and QUOTES in sections))
        for item in items
    ]
    views += [
        render_pointer(repeat.earlier.headline, repeat.jump, words, age=now - repeat.earlier.created)
        for repeat in repeats
    ]
    return View(tuple(part for view in views for part in view.parts))


def show_compact(items: Sequence[Item], words: Words) -> View:
    """The headlines alone, above a thread that has the briefs."""
    return View(
        tuple(part for item in items for part in render_compact(item.served.brief, words, spoiler=item.spoiler).parts)
    )


def _buttons(item: Item, words: Words, *, share: bool, dismiss: bool, whole: bool) -> list[Button | LinkButton | None]:
    """At most five buttons; where one has nothing to do, the article's own address takes its place.

    `whole` says that the brief has a message's room for its quotes, so that the few that there are stand in it.
    """
    brief, wish, key = item.served.brief, item.wish, item.served.key

    def button(label: str, action: Action, *, wanted: bool, tone: Tone = Tone.PLAIN) -> Button | None:
        return Button(label, ButtonId(action, key, wish).custom_id, tone) if wanted else None

    count = len(brief.quotes)
    every = words.count("The quote", "All {number} quotes", count)
    given: list[Button | LinkButton | None] = [
        button(every, Action.QUOTES, wanted=count > (len(shown_quotes(brief, wish.length)) if whole else 0)),
        button(words.say("Longer"), Action.LONGER, wanted=wish.length is not Length.LONG),
        button(words.say("My language"), Action.LANGUAGE, wanted=True),
        button(words.say("Share to channel"), Action.SHARE, wanted=share),
        button(words.say("Refresh"), Action.REFRESH, wanted=not share and brief.article.url is not None),
        button(words.say("Dismiss"), Action.DISMISS, wanted=dismiss, tone=Tone.DANGER),
    ]
    there = [one for one in given if one is not None]
    return [*there, link_button(words.say("Open the article"), brief.article.url) if len(there) < BUTTONS else None]


def _age(item: Item, now: datetime) -> timedelta | None:
    return None if item.served.cached_at is None else now - item.served.cached_at
