"""What the bot keeps, about everybody and about the member who asks, as messages with buttons."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.chat.view import Button, Card, Line, Text, Tone, View
from bot.domain.values.records import Kept
from bot.i18n.words import Words
from config import limits


class PrivacyAction(StrEnum):
    """What a button of `/privacy` is pressed for."""

    OUT = "out"
    IN = "in"
    DELETE = "delete"
    DO_DELETE = "do"
    KEEP = "keep"

    @property
    def custom_id(self) -> str:
        """The custom id that stands for it."""
        return f"privacy:{self.value}"


PATTERN = re.compile(r"privacy:(?P<action>out|in|delete|do|keep)")
"""The custom ids of the buttons."""


@dataclass(frozen=True, slots=True)
class Custom:
    """What this bot does with what it reads: days that answers are kept, and whether a model writes."""

    retention_days: int
    has_model: bool


def show_privacy(custom: Custom, kept: Kept, words: Words, *, said: str = "") -> View:
    """What is kept of everybody and of the member who asks, with buttons to change it; above it what was just done."""
    general = "\n".join(f"- {line}" for line in _general(custom, words))
    own = "\n".join(f"- {line}" for line in _own(kept, words))
    parts = [
        f"### {words.say('What I keep')}\n{general}",
        f"### {words.say('What is stored about you')}\n{own}",
    ]
    top: tuple[Text | Line, ...] = (Text(said), Line()) if said else ()
    card = Card((*top, *(Text(part) for part in parts)))
    turn = (
        Button(words.say("Answer my links again"), PrivacyAction.IN.custom_id)
        if kept.opted_out
        else Button(words.say("Stop answering my links"), PrivacyAction.OUT.custom_id)
    )
    delete = Button(words.say("Delete what is stored about me"), PrivacyAction.DELETE.custom_id, Tone.DANGER)
    return View((card,)).with_buttons(turn, delete if _has_something(kept) else None)


def ask_to_delete(kept: Kept, words: Words) -> View:
    """What a deletion does, with a button that does it."""
    if not _has_something(kept):
        return View((Text(words.say("Nothing is stored about you that I could delete.")),))
    sentences = [
        words.count(
            "I will take away my answer to you where it stands ({number} article), with its quotes.",
            "I will take away my answers to you where they stand ({number} articles), with their quotes.",
            kept.answers,
        )
        if kept.answers
        else "",
        words.say("Changes of settings that you made stay in their servers' records, without your name.")
        if kept.changes
        else "",
        words.say("Your own messages stay. This cannot be undone."),
    ]
    return View((Card((Text(" ".join(sentence for sentence in sentences if sentence)),)),)).with_buttons(
        Button(words.say("Delete it"), PrivacyAction.DO_DELETE.custom_id, Tone.DANGER),
        Button(words.say("Keep it"), PrivacyAction.KEEP.custom_id),
    )


def _general(custom: Custom, words: Words) -> list[str]:
    return [
        words.say(
            "Of a message that I answer: its number and those of its channel and author, and the article's address, "
            "headline and first sentence. Never what the message says."
        ),
        words.say(
            "Of articles briefed in a server: their quotes, for /quotes; and what was used by channel, without names."
        ),
        words.say("Of admins: who changed which setting when."),
        words.count(
            "All of this is deleted after {number} day; your wish not to be answered stays until you take it back.",
            "All of this is deleted after {number} days; your wish not to be answered stays until you take it back.",
            custom.retention_days,
        ),
        words.count(
            "When I leave a server, its data is deleted {number} day later.",
            "When I leave a server, its data is deleted {number} days later.",
            limits.LEFT_DAYS,
        ),
        words.count(
            "The text of an article, a pasted one too, is remembered for {number} day, so that it is read once; no "
            "name stands beside it.",
            "The text of an article, a pasted one too, is remembered for {number} days, so that it is read once; no "
            "name stands beside it.",
            limits.BRIEF_SECONDS // 86_400,
        ),
        words.say("A language model writes the briefs: it is sent the text of the article, and nothing about you.")
        if custom.has_model
        else words.say("Briefs are written on this bot's own machine; no text is sent to a language model."),
    ]


def _own(kept: Kept, words: Words) -> list[str]:
    answers = words.count(
        "{number} article that I briefed for you", "{number} articles that I briefed for you", kept.answers
    )
    servers = words.count("in {number} server", "in {number} servers", len(kept.guilds))
    changes = words.count("{number} change of settings", "{number} changes of settings", kept.changes)
    lines = [
        f"{answers}, {servers}" if kept.guilds else answers if kept.answers else "",
        changes if kept.changes else "",
        words.say("your wish that I do not answer your links") if kept.opted_out else "",
    ]
    return [line for line in lines if line] or [words.say("nothing")]


def _has_something(kept: Kept) -> bool:
    return bool(kept.answers or kept.changes)
