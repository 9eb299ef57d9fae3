"""The floors on a set of true and false claims that others marked, wherever the shared data is."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from tests.conftest import SHARED

SET = SHARED / "data" / "claims-dev.jsonl"
pytestmark = pytest.mark.skipif(not SET.is_file(), reason="the shared set of claims is not on this machine")

# Share of the lies that may be let through, and of the truths that must be kept, by part. A sentence is near the text
# when this share of its longer words is the article's.
LIES = {"near": 0.0, "far": 0.0, "headline": 0.0, "role": 0.0, "quote": 0.0, "another language": 0.0}
TRUTHS = {"near": 0.8, "far": 0.39, "headline": 0.75, "role": 0.85, "quote": 0.95, "another language": 0.66}
NEAR, LETTERS, STEM = 0.85, 4, 5


def stems(text: str) -> list[str]:
    """Beginnings of the longer words, without marks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return [word[:STEM] for word in re.findall(r"\w+", plain) if len(word) >= LETTERS]


def kind_of(claim: dict[str, Any], document: dict[str, Any]) -> str:
    """Which floor a claim counts for."""
    if claim["language"] != document["language"]:
        return "another language"
    if claim["part"] != "summary":
        return str(claim["part"])
    said, known = stems(claim["text"]), set(stems(document["text"]))
    return "near" if sum(stem in known for stem in said) >= NEAR * len(said) else "far"


def words(text: str) -> str:
    """A text's words, for comparing what is shown with what is said."""
    return " ".join(re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).casefold()).split())


def passes(claims: Claims, claim: dict[str, Any]) -> bool:
    """Whether a reader would be shown the claim as it is."""
    if claim["part"] == "role":
        return claims.role(claim["name"], claim["text"]).stands
    if claim["part"] == "quote":
        verdict = claims.quote(claim["text"], claim["speaker"])
        if claim["true"]:
            return verdict.speaker_stands and words(claim["text"]) in words(verdict.shown)
        if claim["kind"] == "wrong speaker":
            return verdict.stands and verdict.speaker_stands
        return verdict.stands and words(claim["needs"]) not in words(verdict.shown)
    judge = claims.headline if claim["part"] == "headline" else claims.sentence
    return judge(claim["text"], language=claim["language"]).stands


@cache
def shares() -> tuple[dict[str, float], dict[str, float]]:
    """Of each kind the share of lies let through, and of truths kept."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    passed: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for line in SET.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        claims = Claims(Article(text=document["text"], title=document["title"], language=document["language"]))
        for claim in document["claims"]:
            kind, true = kind_of(claim, document), bool(claim["true"])
            counts[true][kind] += 1
            passed[true][kind] += passes(claims, claim)
    lies, truths = ({kind: passed[true][kind] / counts[true][kind] for kind in counts[true]} for true in (False, True))
    return lies, truths


@pytest.mark.parametrize("kind", LIES)
def test_few_lies_are_let_through(kind: str) -> None:
    """What is false of the article is not shown."""
    assert shares()[0][kind] <= LIES[kind]


@pytest.mark.parametrize("kind", TRUTHS)
def test_truths_are_kept(kind: str) -> None:
    """What the article says is shown, the more surely the closer it stays to the article's words."""
    assert shares()[1][kind] >= TRUTHS[kind]
