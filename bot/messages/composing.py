"""Shows an answer: its briefs, and pointers to earlier ones, with their buttons, in one message."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from bot.briefing.metered_desk import Item
from bot.domain.chat.button_ids import Action, ButtonId
from bot.domain.chat.card import QUOTES, SECTIONS, render, render_compact, shown_quotes
from bot.domain.chat.render import render_pointer
from bot.domain.chat.view import Button, LinkButton, Tone, View, clip, link_button
from bot.domain.values.wish import Length
from bot.domain.values.work import time_of
from bot.i18n.words import Words
from bot.messages.answer import Answer, Part
from config import limits

DISCORD = "https://discord.com"

# Buttons of one row, a limit of Discord's.
BUTTONS = 5


def jump_link(guild: int | None, channel: int, message: int) -> str:
    """The address of a message."""
    return f"{DISCORD}/channels/{guild or '@me'}/{channel}/{message}"


def show(
    answer: Answer,
    items: Mapping[str, Item],
    words: Words,
    *,
    now: datetime,
    sections: Collection[str] = SECTIONS,
    share: bool = False,
    dismiss: bool = True,
) -> View:
    """An answer as one message: briefs with their buttons, and below them pointers to earlier ones.

    Args:
        answer: what is shown.
        items: the brief of each part that shows one, by its content.
        words: the readers' language.
        now: the time in UTC.
        sections: which sections are shown.
        share: whether a button brings a private answer to the channel.
        dismiss: whether a button takes the answer away.
    """
    briefs, pointers = answer.briefs, answer.pointers
    shares = len(briefs) + (1 if pointers and briefs else 0)
    whole = shares <= 1 and QUOTES in sections
    views = [
        render(
            items[part.content].served.brief,
            words,
            length=items[part.content].wish.length,
            sections=sections,
            age=_age(items[part.content], now),
            today=now.date(),
            spoiler=part.spoiler,
            shares=max(1, shares),
            notes=items[part.content].notes,
        ).with_buttons(*_buttons(part, items[part.content], words, share=share, dismiss=dismiss, whole=whole))
        for part in briefs
    ]
    views += [
        render_pointer(
            part.headline,
            jump_link(answer.guild, part.target.channel, part.target.message),
            words,
            age=max(timedelta(), now - time_of(part.target.message)),
            spoiler=part.spoiler,
        )
        for part in pointers
        if part.target is not None
    ]
    return View(tuple(part for view in views for part in view.parts))


def show_compact(answer: Answer, items: Mapping[str, Item], words: Words) -> View:
    """The headlines alone, above a thread that has the briefs."""
    heads = [render_compact(items[part.content].served.brief, words, spoiler=part.spoiler) for part in answer.briefs]
    return View(tuple(part for head in heads for part in head.parts))


def thread_name(answer: Answer, words: Words) -> str:
    """What the thread of an answer is called; it tells nothing that is hidden."""
    return clip(answer.title, limits.THREAD_NAME_CHARACTERS) or words.say("A brief")


def _buttons(
    part: Part, item: Item, words: Words, *, share: bool, dismiss: bool, whole: bool
) -> list[Button | LinkButton | None]:
    """At most five buttons; where one has nothing to do, the article's own address takes its place.

    `whole` says that the brief has a message's room for its quotes, so that the few that there are stand in it.
    """
    brief, wish, key = item.served.brief, item.wish, item.served.key

    def button(label: str, action: Action, *, wanted: bool, tone: Tone = Tone.PLAIN) -> Button | None:
        return Button(label, ButtonId(action, key, wish, spoiler=part.spoiler).custom_id, tone) if wanted else None

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
