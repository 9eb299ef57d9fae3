"""Statements told one after the other, crossed: who did one thing is not told to have done what another did.

Each statement stands as it is told. Crossed with the next one it falls: with the other's object, deed, both, or with
where or when the other was. How many of these lies stand is held for each language, as is how many truths fall.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

TOLD = tomllib.loads(Path(__file__).with_name("crossed.toml").read_text(encoding="utf-8"))
STANDING, KEPT = 0.05, 0.96
APART = (1, 7)
"""How far apart in the list two statements are that are told together."""


@pytest.mark.parametrize("code", TOLD)
def test_crossed(code: str) -> None:
    """Few crossed statements stand, and nearly all stand that are told."""
    kept, standing = [], []
    for text, true, false in _crossed(code):
        claims = Claims(Article(text=text, title="", language=code))
        kept += [claims.sentence(told).stands for told in true]
        standing += [claims.sentence(told).stands for told in false]
    assert sum(kept) >= KEPT * len(kept)
    assert sum(standing) <= STANDING * len(standing)


def _crossed(code: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Texts of two statements each, with what is true of them and what is not."""
    told = [tuple(part.strip() for part in line.split("|")) for line in TOLD[code]["statements"]]
    for first, apart in ((first, apart) for apart in APART for first in range(len(told))):
        one, other = told[first], told[(first + apart) % len(told)]
        joined = f"{_said(*one[:3])}, {TOLD[code]['and']} {_inside(code, other[0])} {' '.join(other[1:])}."
        text = joined if first % 2 else f"{_said(*one)}. {_said(*other)}."
        true = [_said(*one[:3]), _said(*other[:3]), _said(*other)]
        false = [_said(*one[:3], other[3])]
        doers = (one, other) if one[0].startswith("+") is other[0].startswith("+") else ()
        false += [_said(doer[0], deed[1], what[2]) for doer in doers for deed, what in ((one, other), (other, one))]
        false += [_said(one[0], one[1], other[2]), _said(other[0], other[1], one[2])]
        false += [_said(doer[0], deed[1], deed[2]) for doer, deed in zip(doers, doers[::-1], strict=True)]
        yield text, [f"{said}." for said in true], [f"{said}." for said in dict.fromkeys(false)]


def _said(*parts: str) -> str:
    return " ".join(parts).lstrip("+")


def _inside(code: str, who: str) -> str:
    """Who does something within a sentence: without a capital, but for a noun where nouns have one."""
    who = who.lstrip("+")
    return who if code == "de" and " " not in who else who[0].lower() + who[1:]
