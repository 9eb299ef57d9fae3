"""A draft beside the brief that the check made of it: what was let through, and why the rest was not."""

import textwrap
from collections.abc import Iterable, Iterator

from bot.domain.model import Brief, Draft

WIDTH = 100


def show_draft(draft: Draft, brief: Brief) -> str:
    """The draft's parts, each marked as kept or dropped with the reason, and the sum, as plain text."""
    return "\n".join(_lines(draft, brief)) + "\n"


def _lines(draft: Draft, brief: Brief) -> Iterator[str]:
    reasons = {(dropped.part, dropped.text): dropped.reason for dropped in brief.dropped}
    yield f"Draft of {draft.engine}"
    yield from _section("headline", [draft.headline], reasons)
    yield from _section("sentence", [sentence.text for sentence in draft.sentences], reasons)
    yield from _section("actor", [actor.name for actor in draft.actors], reasons)
    yield from _section("role", [actor.role for actor in draft.actors if actor.role], reasons)
    yield from _section("quote", [quote.text for quote in draft.quotes], reasons)
    yield from _section("speaker", [quote.speaker for quote in draft.quotes if quote.speaker], reasons)
    yield from _section("translation", [quote.translation for quote in draft.quotes if quote.translation], reasons)
    said = len(draft.sentences) + len(draft.actors) + len(draft.quotes)
    yield f"{len(brief.dropped)} dropped of {said} sentences, actors and quotes"
    usage = draft.usage
    if usage.calls:
        yield f"{usage.tokens_in} tokens in, {usage.tokens_out} out, {usage.calls} calls, cost {usage.cost:.4f}"
    yield ""


def _section(part: str, texts: Iterable[str], reasons: dict[tuple[str, str], str]) -> Iterator[str]:
    for text in texts:
        reason = next(
            (why for (kind, start), why in reasons.items() if kind == part and start and text.startswith(start)), None
        )
        mark = "kept   " if reason is None else "DROPPED"
        tail = "" if reason is None else f"  ← {reason}"
        line = f"  {mark} {part}: {' '.join(text.split())}{tail}"
        yield from textwrap.wrap(line, WIDTH, subsequent_indent=" " * 12, break_long_words=False, drop_whitespace=True)
