"""Where lines go: to a terminal with colours and its width, or to a file or pipe as plain text."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, TextIO

from bot.cli.terminal import WIDTH, OutputLine, as_text


class Color(StrEnum):
    """Whether output is coloured: where a terminal is that wants it (NO_COLOR), everywhere, or nowhere."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Screen:
    """Prints lines on a stream; rich, which knows terminals, is loaded only where colours are shown.

    Args:
        stream: standard output, as a rule.
        color: what the caller asked for.
    """

    def __init__(self, stream: TextIO, color: Color = Color.AUTO) -> None:
        self._stream = stream
        self._color = color

    def write(self, text: str) -> None:
        """Print a text as it is."""
        self._stream.write(text)

    def print(self, lines: Iterable[OutputLine], *, wrap: bool = True) -> None:
        """Print lines, wrapped to the window where there is one, or left to it where they are not to `wrap`."""
        is_terminal = self._stream.isatty()
        if self._color is Color.ALWAYS or is_terminal:
            self._paint(lines, is_terminal=is_terminal, wrap=wrap)
        else:
            self._stream.write(as_text(lines) if wrap else "".join(f"{line.clean}\n" for line in lines))

    def _paint(self, lines: Iterable[OutputLine], *, is_terminal: bool, wrap: bool) -> None:
        from rich.console import Console  # noqa: PLC0415  # A pipe does without it.
        from rich.text import Text  # noqa: PLC0415  # As above.

        systems: dict[Color, Literal["auto", "standard"] | None] = {Color.ALWAYS: "standard", Color.NEVER: None}
        console = Console(
            file=self._stream,
            force_terminal=True if self._color is Color.ALWAYS else None,
            color_system=systems.get(self._color, "auto"),
            highlight=False,
            markup=False,
            emoji=False,
        )
        width = min(WIDTH, console.width if is_terminal else WIDTH)
        for line in lines:
            text = Text(line.clean, style=line.style, overflow="fold")
            text.stylize("bold", 0, line.lead)
            pieces = text.wrap(console, max(1, width - 2 * line.indent)) if wrap else [text]
            for number, piece in enumerate(pieces or [text]):
                piece.rstrip()
                indent = line.indent * (2 if number else 1)
                console.print(Text(" " * indent) + piece, soft_wrap=True)
