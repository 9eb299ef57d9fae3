"""What a sentence tells the other way round says as much, and what turns it round does not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

FILES = ("told_round.toml", "told_apart.toml", "told_elsewhere.toml", "told_alike.toml")
KINDS = [
    kind
    for name in (
        "told_round.toml",
        "told_apart.toml",
        "told_elsewhere.toml",
        "told_alike.toml",
        "told_of_parts.toml",
        "restated.toml",
        "exchanged.toml",
        "told_in_steps.toml",
        "unsaid.toml",
        "called_shortly.toml",
    )
    for kind in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["kinds"]
]
MORE = {
    "de": "Die Sitzung dauerte drei Stunden.",
    "en": "The meeting lasted three hours.",
    "es": "La reunión duró tres horas.",
    "fr": "La réunion a duré trois heures.",
    "it": "La riunione è durata tre ore.",
    "pt": "A reunião durou três horas.",
    "ro": "Ședința a durat trei ore.",
    "ru": "Заседание длилось три часа.",
    "uk": "Засідання тривало три години.",
}


@pytest.mark.parametrize(
    "kind", KINDS, ids=[f"{kind['language']}: {kind['name']}: {kind['text'][:30]}" for kind in KINDS]
)
def test_told_round(kind: dict[str, Any]) -> None:
    """A claim told from another side stands; one that gives the deed or the number to another falls."""
    code = kind["language"]
    claims = Claims(Article(text=f"{kind['text']} {MORE[code]}", title=kind.get("title", ""), language=code))
    fallen = [(text, claims.sentence(text).why) for text in kind["true"] if not claims.sentence(text).stands]
    standing = [text for text in kind["false"] if claims.sentence(text).stands]
    assert (fallen, standing) == ([], [])
