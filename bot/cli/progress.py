"""A line on standard error that says what a slow page waits for; it is gone when the brief is there."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.cli.screen import Color
from bot.domain.values.article import Article
from bot.ports import Progress
from config import limits

STAGES = {"fetching": "Fetching the page", "reading": "Reading it", "writing": "Writing the brief"}


class _Stage:
    """The newest stage."""

    def __init__(self) -> None:
        self.text = STAGES["fetching"]

    def __call__(self, stage: str, article: Article | None) -> None:
        words = f" of {article.words:,} words" if article is not None else ""
        self.text = STAGES.get(stage, stage) + words


@asynccontextmanager
async def showing_progress(color: Color = Color.AUTO) -> AsyncIterator[Progress]:
    """Gives what is told of stages; after a moment they are shown with seconds, where a terminal is."""
    stage = _Stage()
    if not sys.stderr.isatty():
        yield stage
        return
    shown = asyncio.create_task(_show(stage, color), name="progress")
    try:
        yield stage
    finally:
        shown.cancel()
        with suppress(asyncio.CancelledError):
            await shown


async def _show(stage: _Stage, color: Color) -> None:
    await asyncio.sleep(limits.PROGRESS_SECONDS)
    from rich.console import Console  # noqa: PLC0415  # What is quick does without it.
    from rich.progress import Progress as Bar  # noqa: PLC0415  # As above.
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415  # As above.

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True, color_system=None if color is Color.NEVER else "auto")
    with Bar(*columns, console=console, transient=True) as bar:
        line = bar.add_task(stage.text, total=None)
        while True:
            bar.update(line, description=stage.text)
            await asyncio.sleep(limits.PROGRESS_SECONDS / 4)
