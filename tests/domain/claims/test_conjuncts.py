"""Two joined deeds: each is told with what belongs to it, and neither with what belongs to the other."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TOLD = tomllib.loads(Path(__file__).with_name("conjuncts.toml").read_text(encoding="utf-8"))["told"]
SAID = [
    (one["language"], one["text"], said, true)
    for one in TOLD
    for true in (True, False)
    for said in one[str(true).lower()]
]


@pytest.mark.parametrize(("language", "text", "said", "true"), SAID, ids=[one[2] for one in SAID])
def test_a_joined_deed_has_what_stands_with_it_alone(language: str, text: str, said: str, true: bool) -> None:
    """A place, a day, a number, a doer and a thing belong to the deed that they stand with."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is true


def test_the_first_of_two_deeds_is_not_told_as_if_it_came_last() -> None:
    """Where words say which deed came first, neither is told without the other's place in that order."""
    text = "Die Partei hatte den Bau erst gefordert und später abgelehnt."
    claims = Claims(Article(text=text, language="de"))
    assert not claims.sentence("Die Partei hatte den Bau erst abgelehnt und später gefordert.").stands


def test_a_time_of_day_is_nothing_that_a_later_sentence_points_to() -> None:
    """When one thing happened is no time of the next, though a word of that points back."""
    text = "Ann Holm resigned on the same evening. The council met only six weeks later, although the law forbids it."
    assert not Claims(Article(text=text, language="en")).sentence("The council met on the same evening.").stands
