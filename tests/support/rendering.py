"""What Discord makes of a text: a reader of its markdown, written for the tests by what the client shows.

It is on the safe side: whatever might be taken for a format, a link or a mention counts as one.
"""

import re
from dataclasses import dataclass, field

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_MENTION = re.compile(
    r"<(?:@[!&]?\d+|#\d+|id:\w+|/[^<>:]{1,99}:\d+|t:-?\d+(?::\w)?|a?:\w+:\d+|sound:\d+:\d+)>|@everyone|@here",
    re.IGNORECASE,
)
_MASKED = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(<?([a-z][a-z0-9+.-]*:[^\s<>()]*)>?(?:\s+\"[^\"]*\")?\)", re.IGNORECASE)
_BARE = re.compile(r"<(?:mailto|tel):[^\s<>]+>|<?\b(?:https?|steam|discord)://[^\s<>]+", re.IGNORECASE)
_PAIRS = {
    "```": "fence",
    "``": "code",
    "`": "code",
    "||": "spoiler",
    "***": "bold",
    "**": "bold",
    "__": "underline",
    "~~": "strike",
    "*": "italic",
    "_": "italic",
}
_BLOCKS = (
    (re.compile(r"\s*-# "), "subtext"),
    (re.compile(r"\s*#{1,3} "), "heading"),
    (re.compile(r"\s*>{1,3} "), "quote"),
    (re.compile(r"\s*(?:[-*+]|\d+[.)]) "), "list"),
)


@dataclass
class Rendered:
    """What is seen.

    Attributes:
        text: the words as a reader sees them.
        effects: kinds of effects, each with the text that it is about; for links the address.
    """

    text: str = ""
    effects: list[tuple[str, str]] = field(default_factory=list)

    def of(self, *kinds: str) -> list[str]:
        """What effects of these kinds are about."""
        return [about for kind, about in self.effects if kind in kinds]


def rendered(content: str) -> Rendered:
    """A message's content, or that of one of its texts, as Discord shows it."""
    seen = Rendered()
    # What a backslash stands before is text: it is put out of reach first.
    hidden: list[str] = []

    def hide(found: "re.Match[str]") -> str:
        hidden.append(found[1])
        return chr(0xF0000 + len(hidden) - 1)

    def shown(text: str) -> str:
        return re.sub("[\U000f0000-\U000ffffd]", lambda found: hidden[ord(found[0]) - 0xF0000], text)

    plain = _ESCAPED.sub(hide, content)
    lines = []
    for line in plain.split("\n"):
        rest, kinds = line, 0
        while found := next(((kind, match) for pattern, kind in _BLOCKS if (match := pattern.match(rest))), None):
            rest = rest[found[1].end() :]
            seen.effects.append((found[0] if not kinds else "block in a block", shown(rest)))
            kinds += 1
        lines.append(rest)
    text = "\n".join(lines)
    for pattern, kind in ((_MENTION, "mention"), (_MASKED, "masked link"), (_BARE, "bare link")):
        if kind == "masked link":
            seen.effects += [(kind, shown(found[2])) for found in pattern.finditer(text)]
            text = pattern.sub(r"\1", text)
        else:
            seen.effects += [(kind, shown(found[0])) for found in pattern.finditer(text)]
            text = pattern.sub(lambda found: "\U0010ffff" * len(found[0]), text)
    for mark, kind in _PAIRS.items():
        pattern = re.compile(f"{re.escape(mark)}(?=\\S|```)(.+?){re.escape(mark)}", re.DOTALL)
        seen.effects += [(kind, shown(found[1])) for found in pattern.finditer(text)]
        text = pattern.sub(r"\1", text)
    seen.text = shown(text)
    return seen
