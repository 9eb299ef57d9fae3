"""What a change of an answer asks for, as values; `bot.messages.answers.delivering` carries it out."""

from dataclasses import dataclass

from bot.messages.answers.part import AnswerPart, Location


@dataclass(frozen=True, slots=True)
class Send:
    """Post the answer; `in_thread` in a thread of a reply with the headline, where Discord allows one."""

    in_thread: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """Show the answer as it is now, with the head of its thread, and the thread's name if `rename`."""

    rename: bool = False


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete a message of the bot, and the thread that was opened from it; tried again until Discord does it."""

    location: Location
    thread: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """Record the answer as it is now, in the place of what was on record before."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Forget the record of an answer, once its messages are gone."""

    id: int


@dataclass(frozen=True, slots=True)
class TellPointers:
    """The answer `target` shows the briefs of no content but `kept` any more: those that point to others must know."""

    target: int
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Follow:
    """The article `before` of the answer `target` was read anew as `part`: pointers for the same address follow."""

    target: int
    before: str
    part: AnswerPart


Tell = TellPointers | Follow
"""What other answers are told once the turn of this one is over."""

Effect = Send | Edit | Delete | Keep | Forget | TellPointers | Follow
