"""Briefs and articles as JSON: what the cache keeps and what `nutgraf brief --json` prints.

A brief read back is verified: every quote must still be the slice of its article that it says it is, and every
sentence must have its proof and evidence that begins and ends where sentences do, so that a damaged or foreign cache
entry is a fault (`ValueError`), never an answer.
"""

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from bot.domain.text.context import context_notes
from bot.domain.values.actor import Actor, Kind
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief, Dropped
from bot.domain.values.proof import Evidence, Proof
from bot.domain.values.quote import Quote
from bot.domain.values.usage import Usage


def to_public(brief: Brief, *, today: date) -> dict[str, Any]:
    """The brief as `nutgraf brief --json` prints it on a day, in the shape that README.md documents."""
    article = brief.article
    return {
        "headline": brief.headline,
        "summary": list(brief.summary),
        "actors": [
            {
                "name": actor.name,
                "kind": actor.kind.value,
                "role": actor.role,
                "mentions": actor.mentions,
                "aliases": list(actor.aliases),
            }
            for actor in brief.actors
        ],
        "quotes": [_public_quote(quote) for quote in brief.quotes],
        "evidence": [
            [{"start": place.start, "end": place.end, "link": place.link} for place in places]
            for places in brief.evidence
        ],
        "proof": [proof.value for proof in brief.proof],
        "article": {
            "url": article.url,
            "title": article.title,
            "site": article.site,
            "authors": list(article.authors),
            "published": article.published,
            "modified": article.modified,
            "context": [note.english for note in context_notes(article, today)],
            "language": article.language,
            "words": article.words,
            "complete": article.complete,
            "text": article.text,
        },
        "engine": brief.engine,
        "notes": list(brief.notes),
    }


def _public_quote(quote: Quote) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "text": quote.text,
        "speaker": quote.speaker,
        "start": quote.start,
        "end": quote.end,
        "link": quote.link,
    }
    if quote.translation is not None:
        shown["translation"] = quote.translation
    return shown


def encode_article(article: Article) -> bytes:
    """An article as UTF-8 JSON."""
    return _dump(asdict(article))


def decode_article(data: bytes) -> Article:
    """An article that `encode_article` wrote. Raises ValueError for anything else."""
    try:
        return _article(json.loads(data))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not an article: {error}") from error


def encode_brief(brief: Brief) -> bytes:
    """A brief with its article as UTF-8 JSON."""
    return _dump(asdict(brief))


def encode_to_keep(brief: Brief) -> bytes:
    """A brief for the cache: what it cost is paid, so it costs nothing to whoever is served it from there."""
    return encode_brief(replace(brief, usage=Usage()))


def decode_brief(data: bytes) -> Brief:
    """A brief that `encode_brief` wrote, verified against its article. Raises ValueError for anything else."""
    try:
        return _brief(json.loads(data))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a brief: {error}") from error


def _dump(value: dict[str, Any]) -> bytes:
    # Lone surrogates can come out of a PDF; "surrogatepass" would make bytes that no other reader takes.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", errors="replace")


def _article(raw: dict[str, Any]) -> Article:
    return Article(
        **{**raw, "authors": tuple(raw["authors"]), "context": tuple(raw["context"]), "notes": tuple(raw["notes"])}
    )


def _brief(raw: dict[str, Any]) -> Brief:
    article = _article(raw["article"])
    quotes = tuple(Quote(**quote) for quote in raw["quotes"])
    for quote in quotes:
        if article.text[quote.start : quote.end] != quote.text:
            raise ValueError("a quote is not where the brief says it stands")
    summary = tuple(raw["summary"])
    evidence = tuple(tuple(Evidence(**place) for place in places) for places in raw["evidence"])
    proof = tuple(map(Proof, raw["proof"]))
    if not len(summary) == len(evidence) == len(proof):
        raise ValueError("a sentence of the brief has no proof")
    for place in (place for places in evidence for place in places):
        if not _is_whole(article.text, place.start, place.end):
            raise ValueError("a sentence does not stand where the brief says that its evidence does")
    return Brief(
        headline=raw["headline"],
        summary=summary,
        actors=tuple(
            Actor(**{**actor, "kind": Kind(actor["kind"]), "aliases": tuple(actor["aliases"])})
            for actor in raw["actors"]
        ),
        quotes=quotes,
        article=article,
        engine=raw["engine"],
        notes=tuple(raw["notes"]),
        usage=Usage(**raw["usage"]),
        dropped=tuple(Dropped(**dropped) for dropped in raw["dropped"]),
        evidence=evidence,
        proof=proof,
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a place begins and ends where something whole may: not in a word, a space or out of the text."""
    if not 0 <= start < end <= len(text):
        return False
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum() and text[start].isascii()
    cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum() and text[end].isascii()
    return not (text[start].isspace() or text[end - 1].isspace() or cut_before or cut_after)
