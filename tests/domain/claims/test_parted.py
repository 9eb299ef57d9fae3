"""What stands in a clause of its own beside what a sentence tells: whose deed, measure, explanation or time it is."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

Said = tuple[str, str, str, bool]


def _said(name: str) -> list[Said]:
    """The claims of a file with the language and the text that they are held against, and whether they are true."""
    told = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["told"]
    return [
        (one["language"], one["text"], said, true)
        for one in told
        for true in (True, False)
        for said in one[str(true).lower()]
    ]


PARTED, NARROWER = _said("parted.toml"), _said("narrower.toml")


@pytest.mark.parametrize(("language", "text", "said", "true"), PARTED, ids=[one[2] for one in PARTED])
def test_a_clause_beside_the_deed_keeps_its_part(language: str, text: str, said: str, true: bool) -> None:
    """What a clause beside the deed tells may be told alone, and of nothing else."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is true


@pytest.mark.parametrize(("language", "text", "said", "true"), NARROWER, ids=[one[2] for one in NARROWER])
def test_a_known_noun_stands_for_the_one_narrower_noun_before(language: str, text: str, said: str, true: bool) -> None:
    """A word such as "the vehicle" is the only vehicle told of before, and nothing is put in another's place."""
    assert Claims(Article(text=text, language=language)).sentence(said).stands is true
