"""A draft beside the brief that the check made of it: what was let through, and why the rest was not."""

from collections.abc import Iterator, Sequence

from bot.cli.terminal import OutputLine
from bot.domain.brief.lines import clean_line
from bot.domain.language import languages
from bot.domain.text.fold import fold_text
from bot.domain.text.sentences import split_sentences
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from config import limits


def show_draft(draft: Draft, brief: Brief) -> Iterator[OutputLine]:
    """The draft's parts, each marked as kept or dropped with the reason, and the sum."""
    reasons = _Reasons(brief)
    yield OutputLine(f"Draft of {draft.engine}", "bold")
    yield from _section("headline", [draft.headline], reasons)
    yield from _section("sentence", list(_sentences(draft, brief)), reasons, _Evidence(brief))
    yield from _section("actor", [actor.name for actor in draft.actors], reasons)
    yield from _section("role", [actor.role for actor in draft.actors if actor.role], reasons)
    yield from _section("quote", [quote.text for quote in draft.quotes], reasons)
    yield from _section("speaker", [quote.speaker for quote in draft.quotes if quote.speaker], reasons)
    yield from _section("translation", [quote.translation for quote in draft.quotes if quote.translation], reasons)
    said = len(draft.sentences) + len(draft.actors) + len(draft.quotes)
    fell = sum(dropped.part in {"sentence", "actor", "quote"} for dropped in brief.dropped)
    yield OutputLine(f"{fell} dropped of {said} sentences, actors and quotes")
    usage = draft.usage
    if usage.calls:
        told = f"{usage.tokens_in} tokens in, {usage.tokens_out} out, {usage.calls} calls, cost {usage.cost:.4f}"
        yield OutputLine(told, "dim")
    yield OutputLine()


def _sentences(draft: Draft, brief: Brief) -> Iterator[str]:
    """What the check judged: where a model put several sentences into one, each by itself."""
    language = languages.of(draft.language or brief.article.language)
    for sentence in draft.sentences:
        clean = clean_line(sentence.text)
        places = split_sentences(clean[: limits.SPLIT_CHARACTERS], language)
        whole = len(places) <= 1 or clean in brief.summary
        yield from [clean] if whole else [clean[start:end] for start, end in places]


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


def _section(
    part: str, texts: Sequence[str], reasons: _Reasons, evidence: _Evidence | None = None
) -> Iterator[OutputLine]:
    for text, reason in zip(texts, reasons.of(part, texts), strict=True):
        mark, style = ("kept", "green") if reason is None else ("DROPPED", "red")
        tail = "" if reason is None else f"  ← {reason}"
        yield OutputLine(f"{mark:<7} {part}: {' '.join(text.split())}{tail}", style, 2, lead=len(mark))
        for line in evidence.of(text) if evidence is not None and reason is None else ():
            yield OutputLine(f"↳ {line}", "dim", 6)
