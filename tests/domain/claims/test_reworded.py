"""True claims in words of their own and false ones about invented articles in eight languages.

They were written before the rules that they measure. `near` stays close to the article's words, `far` does not. In
`retold` most was written after most rules, three articles a language and round: what stood of a round at first is what
the rules reached on claims that nobody had seen: in English, German and Ukrainian 55, 64 and 73 % near, 8, 6 and 7 % of
the lies; in French, Spanish, Italian, Portuguese and Romanian 41, 45, 40 and 62 % near, 4, 6, 4 and 5 % of the lies. Of
the ten articles that end on "14", "15", "8" and "9" 72 % near stood at first, 12 % far and 6 % of the lies; of the
eight that end on "40" and "41", of which the near ones merge and add more, 51, 3 and 8 %; of the nine in French,
Italian and Spanish that end on "20" to "22" 65, 1 and 3 %; of the six in Portuguese, Romanian and Ukrainian that end on
"20" and "21" 77, 6 and 2 %; of the six in English and German 50, 2 and 0 %; of the three in English, French and
Ukrainian that end on "30" 46, 0 and 0 %; of the four in Italian, Portuguese, Romanian and Ukrainian that end on "50"
65, 4 and 4 %, of those on "51" 60, 8 and 4 %; of the four in English, German, French and Spanish that end on "50" 68, 4
and 4 %, of those on "51" 70, 12 and 2 %; of the eight in these languages that end on "60" and "61" 48, 9 and 3 %, of
the four on "62" 72, 29 and 3 %, of the eight on "63" and "64" 68, 13 and 3 %, of the four on "65" 67, 25 and 0 %, of
the eight on "66" and "68" 59, 40 and 3 %, of the four on "70" 60, 14 and 0 %, of the eight on "72" and "74" 52, 28 and
8 %, of the four on "76" 70, 44 and 0 %; of the twelve in Italian, Portuguese, Romanian and Ukrainian that end on "63"
to "65" 64, 21 and 3 %, of the eight on "67" and "69" 63, 39 and 3 %, of the four on "71" 78, 60 and 3 %, of the eight
on "73" and "75" 59, 22 and 2 %, of the four on "77" 52, 33 and 0 %, of the eight on "81" and "83" 55, 18 and 2 %; of
the eight in English, German, French and Spanish that end on "80" and "84" 26, 11 and 3 %, of the four on "82" 52, 13
and 0 %, of the four in Italian, Portuguese, Romanian and Ukrainian that end on "85" 60, 9 and 0 %, of the eight on
"87" and "87b" 69, 17 and 5 %, of the four on "89" 76, 36 and 0 %; of the eight in English, German, French and
Spanish that end on "86" and "86b" 58, 13 and 5 %, of the four on "88" 52, 11 and 0 %, of the eight on "90" and "90b"
54, 15 and 2 %; of the eight in Italian, Portuguese, Romanian and Ukrainian that end on "91" and "91b" 71, 16 and 5 %,
of the four on "93" 58, 23 and 3 %; of the eight in English, German, French and Spanish that end on "94" and "94b" 50,
9 and 2 %, of the four on "96" 65, 20 and 3 %; of the eight in Italian, Portuguese, Romanian and Ukrainian that end on
"95" and "95b" 51, 20 and 2 %, of the four on "97" 70, 33 and 6 %.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

pytestmark = pytest.mark.long

ROOM = Path(__file__).parent

# Share of the truths that are kept and of the lies that are let through, over all languages, by folder.
KEPT = {
    "reworded": {"near": 0.87, "far": 0.4, "headlines": 0.8, "roles": 0.93},
    "retold": {"near": 0.765, "headlines": 0.47, "roles": 0.84},
}
LET_THROUGH = {"false": 0.01, "false_headlines": 0.01, "false_roles": 0.0}


@cache
def shares(folder: str) -> dict[str, float]:
    """Of each kind the share that stands."""
    stood: dict[str, list[bool]] = {}
    for path in sorted((ROOM / folder).glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        claims = Claims(Article(text=told["text"].strip(), title=told["title"], language=told["language"]))
        for kind in ("near", "far", "false"):
            stood.setdefault(kind, []).extend(claims.sentence(text).stands for text in told.get(kind, ()))
        for kind in ("headlines", "false_headlines"):
            stood.setdefault(kind, []).extend(claims.headline(text).stands for text in told[kind])
        for part in told["roles"]:
            for kind, roles in (("roles", part["true"]), ("false_roles", part["false"])):
                stood.setdefault(kind, []).extend(claims.role(part["name"], role).stands for role in roles)
    return {kind: sum(each) / len(each) for kind, each in stood.items() if each}


@pytest.mark.parametrize(("folder", "kind"), [(folder, kind) for folder in KEPT for kind in KEPT[folder]])
def test_truths_in_other_words_are_kept(folder: str, kind: str) -> None:
    """What the article says in other words stands."""
    assert shares(folder)[kind] >= KEPT[folder][kind]


@pytest.mark.parametrize("folder", KEPT)
@pytest.mark.parametrize("kind", LET_THROUGH)
def test_lies_are_not(folder: str, kind: str) -> None:
    """What it does not say falls."""
    assert shares(folder)[kind] <= LET_THROUGH[kind]
