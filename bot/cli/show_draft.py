"""A draft beside the brief that the check made of it: what was let through, and why the rest was not."""

import textwrap
from collections.abc import Iterator, Sequence

from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from config import limits

WIDTH = 100


def show_draft(draft: Draft, brief: Brief) -> str:
    """The draft's parts, each marked as kept or dropped with the reason, and the sum, as plain text."""
    return "\n".join(_lines(draft, brief)) + "\n"


def _lines(draft: Draft, brief: Brief) -> Iterator[str]:
    reasons = _Reasons(brief)
    yield f"Draft of {draft.engine}"
    yield from _section("headline", [draft.headline], reasons)
    yield from _section("sentence", [sentence.text for sentence in draft.sentences], reasons)
    yield from _section("actor", [actor.name for actor in draft.actors], reasons)
    yield from _section("role", [actor.role for actor in draft.actors if actor.role], reasons)
    yield from _section("quote", [quote.text for quote in draft.quotes], reasons)
    yield from _section("speaker", [quote.speaker for quote in draft.quotes if quote.speaker], reasons)
    yield from _section("translation", [quote.translation for quote in draft.quotes if quote.translation], reasons)
    said = len(draft.sentences) + len(draft.actors) + len(draft.quotes)
    fell = sum(dropped.part in {"sentence", "actor", "quote"} for dropped in brief.dropped)
    yield f"{fell} dropped of {said} sentences, actors and quotes"
    usage = draft.usage
    if usage.calls:
        yield f"{usage.tokens_in} tokens in, {usage.tokens_out} out, {usage.calls} calls, cost {usage.cost:.4f}"
    yield ""


class _Reasons:
    """Why parts were dropped. Of a text that was said twice and dropped once, the later one is meant."""

    def __init__(self, brief: Brief) -> None:
        self._reasons: dict[tuple[str, str], list[str]] = {}
        for dropped in brief.dropped:
            self._reasons.setdefault((dropped.part, dropped.text), []).append(dropped.reason)

    def of(self, part: str, texts: Sequence[str]) -> list[str | None]:
        """For each text the reason, None where it was kept."""
        found: list[str | None] = []
        for text in reversed(texts):
            left = self._reasons.get((part, text[: limits.DROPPED_CHARACTERS]), [])
            found.append(left.pop() if left else None)
        return found[::-1]


def _section(part: str, texts: Sequence[str], reasons: _Reasons) -> Iterator[str]:
    for text, reason in zip(texts, reasons.of(part, texts), strict=True):
        mark = "kept   " if reason is None else "DROPPED"
        tail = "" if reason is None else f"  ← {reason}"
        line = f"  {mark} {part}: {' '.join(text.split())}{tail}"
        yield from textwrap.wrap(line, WIDTH, subsequent_indent=" " * 12, break_long_words=False, drop_whitespace=True)
