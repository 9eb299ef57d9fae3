"""Whether a summary begins with the news where the article begins with a scene."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish

SCENES = tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf-8"))["scenes"]


@pytest.mark.parametrize("scene", SCENES, ids=[scene["title"] for scene in SCENES])
def test_an_anecdote_does_not_open_a_summary(scene: dict[str, str]) -> None:
    """A summary begins with the paragraph that tells the news, not with the scene before it."""
    article = Article(scene["text"].strip(), title=scene["title"], language=scene["language"])
    assert write_draft(article, Wish()).sentences[0].text.startswith(scene["news"])


def test_a_person_of_the_headline_opens_the_news() -> None:
    """Who is named in the headline makes no scene of the first sentence."""
    text = (
        "Ada Brook won the 400 metres in record time.\n\nThe runner had missed the last season with a broken foot.\n\n"
        "On Sunday she will run the relay for the Northern club."
    )
    draft = write_draft(Article(text, title="Brook wins 400 metres", language="en"), Wish())
    assert draft.sentences[0].text.startswith("Ada Brook won")
