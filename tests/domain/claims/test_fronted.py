"""Who does what to whom where a claim or a sentence does not begin with who does it, or sets somebody off.

Plain deeds of two who may each do the other's, told in every order that the language has. The other way round is a lie.
"""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from tomllib import loads
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

_ORDERS = loads((Path(__file__).parent / "fronted.toml").read_text(encoding="utf-8"))
# How many pairs of doers are tried with each verb.
_PAIRS = 2


def _told(language: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """A text, what it says and what it does not say, for each verb, two pairs of doers and each order of the text."""
    table: dict[str, Any] = _ORDERS[language]
    pairs = list(permutations(table["doers"], 2))
    for number, verb in enumerate(table["verbs"]):
        for (one, one_done), (other, other_done) in pairs[number :: len(table["verbs"])][:_PAIRS]:
            slots = {"v": verb, "a": one, "a2": one_done, "b": other, "b2": other_done}
            capitals = {name.upper(): f"{text[:1].upper()}{text[1:]}" for name, text in slots.items()}
            for text in table["texts"]:
                true, false = ([told.format(**slots, **capitals) for told in table[kind]] for kind in ("true", "false"))
                yield text.format(**slots, **capitals), true, false


@pytest.mark.parametrize("language", _ORDERS)
def test_who_does_it_is_known_in_every_order(language: str) -> None:
    """Every truth stands and no lie does, whatever stands first."""
    wrong = []
    for text, true, false in _told(language):
        claims = Claims(Article(text=text, title="", language=language))
        wrong += [f"falls: {one} | {text}" for one in true if not claims.sentence(one).stands]
        wrong += [f"stands: {one} | {text}" for one in false if claims.sentence(one).stands]
    assert not wrong
