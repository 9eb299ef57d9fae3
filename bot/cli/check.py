"""`nutgraf check`: holds a summary, by whomever, against its article: what stands, and why the rest does not."""

import json
from pathlib import Path
from typing import Any

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from bot.domain.values.proof import Verdict
from bot.errors import UnreachableError


def read_draft(path: Path) -> dict[str, Any]:
    """A draft from its file: JSON, or text with a sentence a line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreachableError("The file {name} could not be read ({why}).", name=path, why=str(error)) from None
    if text.lstrip().startswith("{"):
        draft: dict[str, Any] = json.loads(text)
        return draft
    return {"summary": [line.strip() for line in text.splitlines() if line.strip()]}


def judged(article: Article, draft: dict[str, Any]) -> dict[str, Any]:
    """A verdict on each part of a draft, in its order."""
    claims, language = Claims(article), draft.get("language")
    headline = draft.get("headline")
    return {
        "summary": [
            {"text": text, **_shown(claims.sentence(text, language=language))} for text in draft.get("summary") or ()
        ],
        "headline": {"text": headline, **_shown(claims.headline(headline, language=language))} if headline else None,
        "actors": [_actor(claims, actor) for actor in draft.get("actors") or ()],
        "quotes": [_quote(claims, quote) for quote in draft.get("quotes") or ()],
    }


def _shown(verdict: Verdict) -> dict[str, Any]:
    return {
        "stands": verdict.stands,
        "proof": verdict.proof,
        "why": verdict.why,
        "evidence": [list(place) for place in verdict.evidence],
    }


def _actor(claims: Claims, actor: dict[str, Any]) -> dict[str, Any]:
    verdict = claims.role(actor["name"], actor["role"])
    stands = claims.reading.entity_of(actor["name"]) is not None
    return {**actor, "stands": stands, "role_stands": verdict.stands, "why": verdict.why}


def _quote(claims: Claims, quote: dict[str, Any]) -> dict[str, Any]:
    verdict = claims.quote(quote["text"], quote.get("speaker"))
    return {
        **quote,
        "stands": verdict.stands,
        "speaker_stands": verdict.speaker_stands,
        "shown": verdict.shown,
        "why": verdict.why,
    }
