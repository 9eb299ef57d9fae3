"""Sentences, headlines and roles held against an article."""

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from bot.domain.values.proof import Proof

TEXT = (
    "It is wrong to claim that the dam at Corran has burst, the water board said. The gates were opened on Monday.\n\n"
    "The board's chairwoman, Lena Aske, thanked the crews."
)
CLAIMS = Claims(Article(text=TEXT, title="Dam holds", language="en"))


@pytest.mark.parametrize("said", ["The gates were opened on Monday.", "the gates were opened on monday"])
def test_whole_sentence_is_verbatim(said: str) -> None:
    """A sentence of the article's stands, with its place."""
    verdict = CLAIMS.sentence(said)
    assert verdict.proof is Proof.VERBATIM
    assert [TEXT[start:end] for start, end in verdict.evidence] == ["The gates were opened on Monday."]


def test_part_of_a_sentence_is_not_verbatim() -> None:
    """What the article denies stands in it word for word, and is no sentence of its own."""
    assert not CLAIMS.sentence("The dam at Corran has burst.").stands


def test_title_is_a_headline() -> None:
    """The page's own title stands; another headline needs the proof that a sentence needs."""
    assert CLAIMS.headline("Dam holds").stands
    assert not CLAIMS.headline("Dam has burst").stands
