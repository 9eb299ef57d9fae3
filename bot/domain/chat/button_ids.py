"""What the buttons of a brief carry: an action, the article's key and the wish, in a custom id of Discord's.

A button names its brief by itself, so that it works after a restart and in any process.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.values.wish import Length, Wish


class Action(StrEnum):
    """What a button of a brief does."""

    MORE = "more"
    QUOTES = "quotes"
    PAGE = "page"
    LONGER = "longer"
    LANGUAGE = "language"
    REFRESH = "refresh"
    DISMISS = "dismiss"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class ButtonId:
    """A button's meaning.

    Attributes:
        action: what it does.
        key: the article's key.
        wish: the wish of the brief under which it stands.
        page: which page of a list of quotes, from 0.
        spoiler: whether that brief is hidden until clicked.
        message: the id of the answer, where the button stands in a private panel about it.
    """

    action: Action
    key: str
    wish: Wish = field(default_factory=Wish)
    page: int = 0
    spoiler: bool = False
    message: int | None = None

    @property
    def custom_id(self) -> str:
        """The custom id that stands for it, within 100 characters."""
        hidden = ":hidden" if self.spoiler else ""
        about = f":{self.message}" if self.message else ""
        wish = f"{self.wish.length}:{self.wish.language or '-'}"
        return f"nutgraf:{self.action}:{self.key}:{wish}:{self.page}{hidden}{about}"


# Read by `ButtonId.read`, and by discord.py to know the buttons of a brief.
PATTERN = (
    r"nutgraf:(?P<action>more|quotes|page|longer|language|refresh|dismiss|share):(?P<key>[0-9a-f]{32})"
    r":(?P<length>short|normal|long):(?P<language>-|[A-Za-z-]{2,8}):(?P<page>[0-9]{1,4})(?P<spoiler>:hidden)?"
    r"(?::(?P<message>[0-9]{1,20}))?"
)


def read_button_id(match: re.Match[str]) -> ButtonId:
    """The meaning of a custom id that `PATTERN` matched."""
    language = None if match["language"] == "-" else match["language"]
    wish = Wish(length=Length(match["length"]), language=language)
    return ButtonId(
        Action(match["action"]),
        match["key"],
        wish,
        int(match["page"]),
        spoiler=bool(match["spoiler"]),
        message=int(match["message"]) if match["message"] else None,
    )
