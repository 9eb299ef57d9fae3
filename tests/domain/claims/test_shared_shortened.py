"""The floors on claims made of sentences of articles that others wrote, wherever the shared data is."""

import json

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from tests.conftest import SHARED
from tests.support.shortened import shortened

DATA = SHARED / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared sets are not on this machine")

# What falls is mostly what a cut does change: who says it, what it depends on.
KEPT, LANGUAGES, MOST = 0.96, ("de", "es", "fr", "it", "pt", "ro", "uk"), 70


def test_what_is_only_cut_short_stands() -> None:
    """A sentence without an aside, or joined with the next, stands: the words are the article's own."""
    stood: list[bool] = []
    fallen: list[str] = []
    for language in LANGUAGES:
        made = 0
        for line in (DATA / f"names-dev-{language}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            claims = Claims(Article(text=text, language=language))
            for claim in shortened(text, language) if made < MOST else ():
                verdict = claims.sentence(claim)
                stood.append(verdict.stands)
                fallen += [] if verdict.stands else [f"{language}: {claim} [{verdict.why}]"]
                made += 1
    assert sum(stood) / len(stood) >= KEPT, "\n".join(fallen)
