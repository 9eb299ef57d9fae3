"""Shows an answer: its briefs, and pointers to earlier ones, with their buttons, in one message."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.briefing.metered_desk import Item
from bot.domain.chat.button_ids import Action, ButtonId
from bot.domain.chat.card import QUOTES, render, render_headline, shown_quotes
from bot.domain.chat.render import render_pointer
from bot.domain.chat.view import Button, LinkButton, Text, View, clip, escape, link_button, masked
from bot.domain.values.wish import Length, Wish
from bot.domain.values.work import time_of
from bot.i18n.words import Words
from bot.messages.answers.answer import Answer
from bot.messages.answers.part import AnswerPart
from config import limits
from config.guild import CardSize, GuildSettings

DISCORD = "https://discord.com"

# Where no server has chosen.
EVERYTHING = GuildSettings()


def jump_link(guild: int | None, channel: int, message: int) -> str:
    """The address of a message."""
    return f"{DISCORD}/channels/{guild or '@me'}/{channel}/{message}"


def show(
    answer: Answer,
    items: Mapping[str, Item],
    words: Words,
    *,
    now: datetime,
    settings: GuildSettings = EVERYTHING,
    share: bool = False,
    dismiss: bool = True,
) -> View:
    """An answer as one message: briefs with their buttons, pointers to earlier ones, and how many links are left out.

    Args:
        answer: what is shown.
        items: the brief of each part that shows one, by its content.
        words: the readers' language.
        now: the time in UTC.
        settings: what the server shows of briefs.
        share: whether a button brings a private answer to the channel.
        dismiss: whether a button takes the answer away.
    """
    briefs, pointers = answer.briefs, answer.pointers
    shares = len(briefs) + (1 if pointers and briefs else 0)
    views = [
        render(
            items[part.content].served.brief,
            words,
            length=items[part.content].wish.length,
            sections=settings.sections,
            compact=is_compact(items[part.content].wish, settings),
            age=_age(items[part.content], now),
            today=now.date(),
            spoiler=part.spoiler,
            shares=max(1, shares),
            notes=items[part.content].notes,
        ).with_buttons(
            *_buttons(
                part,
                items[part.content],
                words,
                share=share,
                dismiss=dismiss,
                whole=shares <= 1,
                settings=settings,
            )
        )
        for part in briefs
    ]
    views += [
        render_pointer(
            part.headline,
            jump_link(answer.guild, part.target.channel, part.target.message),
            words,
            age=max(timedelta(), now - time_of(part.target.message)),
            site=part.site,
            spoiler=part.spoiler,
        )
        for part in pointers
        if part.target is not None
    ]
    left = (Text(_left_out(answer, words)),) if answer.left else ()
    return View((*(part for view in views for part in view.parts), *left))


def _left_out(answer: Answer, words: Words) -> str:
    """How many links of a message were briefed, and how to have the others."""
    return words.say(
        "{number} of {links} links; ask for the others with /summarize.",
        number=answer.asked - answer.left,
        links=answer.asked,
    )


def is_compact(wish: Wish, settings: GuildSettings) -> bool:
    """Whether a brief is shown as a compact card; one of a length that somebody asked for is shown whole."""
    return settings.card is CardSize.COMPACT and wish.length is settings.length


def show_headlines(answer: Answer, items: Mapping[str, Item], words: Words) -> View:
    """The headlines alone, above a thread that has the briefs."""
    heads = [render_headline(items[part.content].served.brief, words, spoiler=part.spoiler) for part in answer.briefs]
    return View(tuple(part for head in heads for part in head.parts))


def thread_name(answer: Answer, words: Words) -> str:
    """What the thread of an answer is called; it tells nothing that is hidden."""
    return clip(answer.title, limits.THREAD_NAME_CHARACTERS) or words.say("A brief")


def show_more(
    item: Item, words: Words, *, message: int | None, language: str | None, whole: bool, settings: GuildSettings
) -> View:
    """The private panel of the button “More”: what else there is to do with a brief.

    Args:
        item: the brief.
        words: in the language of whoever pressed the button.
        message: the answer's id where it can be read anew, None for a private one.
        language: the language of whoever pressed the button, where a model can write in it.
        whole: whether the brief has its message to itself.
        settings: what the answer shows of briefs.
    """
    brief, wish, key = item.served.brief, item.wish, item.served.key
    other = language is not None and language != (wish.language or brief.article.language)

    def button(label: str, action: Action, *, wanted: bool) -> Button | None:
        id_ = ButtonId(action, key, wish, spoiler=item.spoiler, message=message)
        return Button(label, id_.custom_id) if wanted else None

    count = len(brief.quotes)
    every = words.count("The quote", "All {number} quotes", count)
    given = [
        button(words.say("Longer"), Action.LONGER, wanted=_can_be_longer(item, settings)),
        button(every, Action.QUOTES, wanted=_keeps_quotes_back(item, settings, whole=whole)),
        button(words.say("My language"), Action.LANGUAGE, wanted=other),
        button(words.say("Read anew"), Action.REFRESH, wanted=message is not None and brief.article.url is not None),
    ]
    title = masked(f"**{escape(clip(brief.headline, limits.HEADLINE_CHARACTERS))}**", brief.article.url)
    return View((Text(f"||{title}||" if item.spoiler else title),)).with_buttons(*given)


def _can_be_longer(item: Item, settings: GuildSettings) -> bool:
    return item.wish.length is not Length.LONG or is_compact(item.wish, settings)


def _keeps_quotes_back(item: Item, settings: GuildSettings, *, whole: bool) -> bool:
    """Whether there are quotes that the answer may not show; in a message of several briefs there is less room."""
    compact = is_compact(item.wish, settings)
    shown = shown_quotes(item.served.brief, item.wish.length, compact=compact)
    return len(item.served.brief.quotes) > (len(shown) if whole and QUOTES in settings.sections else 0)


def _buttons(
    part: AnswerPart, item: Item, words: Words, *, share: bool, dismiss: bool, whole: bool, settings: GuildSettings
) -> list[Button | LinkButton | None]:
    """At most three buttons; none that has nothing to do. A private answer can be shared, a public one dismissed."""
    brief, wish, key = item.served.brief, item.wish, item.served.key

    def button(label: str, action: Action, *, wanted: bool) -> Button | None:
        return Button(label, ButtonId(action, key, wish, spoiler=part.spoiler).custom_id) if wanted else None

    more = _can_be_longer(item, settings) or _keeps_quotes_back(item, settings, whole=whole)
    return [
        button(words.say("Share to channel"), Action.SHARE, wanted=share),
        button(words.say("More"), Action.MORE, wanted=more or (not share and brief.article.url is not None)),
        link_button(words.say("Open"), brief.article.url),
        button(words.say("Dismiss"), Action.DISMISS, wanted=dismiss),
    ]


def _age(item: Item, now: datetime) -> timedelta | None:
    return None if item.served.cached_at is None else now - item.served.cached_at
