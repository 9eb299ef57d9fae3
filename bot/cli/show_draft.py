"""A draft beside the brief that the check made of it: what was let through, and why the rest was not."""

import textwrap
from collections.abc import Iterator, Sequence

from bot.cli.terminal import plain
from bot.domain.text.fold import fold_text
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
    yield from _section("sentence", [sentence.text for sentence in draft.sentences], reasons, _Evidence(brief))
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


class _Evidence:
    """The article's sentences that carry each sentence of a brief, with how they do."""

    def __init__(self, brief: Brief) -> None:
        text = brief.article.text
        self._lines = {
            fold_text(sentence): [f"{proof.value}: {text[place.start : place.end]}" for place in places]
            for sentence, proof, places in zip(brief.summary, brief.proof, brief.evidence, strict=True)
        }

    def of(self, sentence: str) -> list[str]:
        return self._lines.get(fold_text(" ".join(sentence.split())), [])


def _section(part: str, texts: Sequence[str], reasons: _Reasons, evidence: _Evidence | None = None) -> Iterator[str]:
    for text, reason in zip(texts, reasons.of(part, texts), strict=True):
        mark = "kept   " if reason is None else "DROPPED"
        tail = "" if reason is None else f"  ← {reason}"
        yield from _wrapped(f"  {mark} ", f"{part}: {' '.join(text.split())}{tail}")
        for line in evidence.of(text) if evidence is not None and reason is None else ():
            yield from _wrapped(" " * 10, f"↳ {' '.join(line.split())}")


def _wrapped(head: str, text: str) -> list[str]:
    """Lines without what steers a terminal."""
    return textwrap.wrap(
        plain(text),
        WIDTH,
        initial_indent=head,
        subsequent_indent=" " * 12,
        break_long_words=False,
    )
