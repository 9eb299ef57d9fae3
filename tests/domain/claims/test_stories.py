"""True and false claims about invented articles in thirteen languages: no lie stands, and few truths fall.

A story is a file: its text, sentences that it carries and sentences that it does not, and roles by the actor's name.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))

# Of the true sentences and roles in all stories; measured at .95 and .96.
TRUTHS, ROLES = 0.9, 0.92


def story(path: Path) -> dict[str, Any]:
    """A story with its claims."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def claims_of(told: dict[str, Any]) -> Claims:
    """What the story's text is asked."""
    return Claims(Article(text=told["text"].strip(), language=told["language"]))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_no_lie_stands(path: Path) -> None:
    """Nothing that the article does not say is let through, though it is made of the article's words."""
    told = story(path)
    claims = claims_of(told)
    assert [lie for lie in told["false"] if claims.sentence(lie).stands] == []
    roles = [(part["name"], role) for part in told["roles"] for role in part["false"]]
    assert [pair for pair in roles if claims.role(*pair).stands] == []


def test_most_truths_stand() -> None:
    """A claim that stays close to the article stands, in every language."""
    stood: list[bool] = []
    called: list[bool] = []
    for told in map(story, STORIES):
        claims = claims_of(told)
        stood += [claims.sentence(truth).stands for truth in told["true"]]
        called += [claims.role(part["name"], role).stands for part in told["roles"] for role in part["true"]]
    assert sum(stood) >= TRUTHS * len(stood)
    assert sum(called) >= ROLES * len(called)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_what_stands_rests_on_whole_sentences(path: Path) -> None:
    """The evidence of every claim that stands is whole sentences of the article."""
    told = story(path)
    claims = claims_of(told)
    whole = set(claims.reading.sentences)
    for truth in told["true"]:
        verdict = claims.sentence(truth)
        assert not verdict.stands or (verdict.evidence and set(verdict.evidence) <= whole)
