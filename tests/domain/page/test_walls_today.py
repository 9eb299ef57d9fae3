"""Walls and stubs as sites show them today: each is named, none is summarised as news."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.domain.page.extract import extract
from bot.domain.values.source import Page
from bot.errors import UnreadableError

FOLDER = Path(__file__).resolve().parents[2] / "pages"
PAGES: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "walls_today.toml").read_text(encoding="utf-8"))
CASES = [(language, kind) for language, kinds in PAGES.items() for kind in kinds if kind != "lead"]
HEADLINE = "Lindmouth closes its eastern pier"


def page_of(language: str, kind: str) -> str:
    """The page of a kind of wall."""
    wall, lead = PAGES[language][kind], PAGES[language]["lead"]
    lines = "".join(f"<p>{line}</p>" for line in wall["wall"][1:])
    buttons = "".join(f"<button>{label}</button>" for label in wall["buttons"])
    field = '<form><input name="user"><input type="password" name="word"></form>' if wall.get("password") else ""
    shown = f"<h2>{wall['wall'][0]}</h2>{lines}{field}{buttons}"
    story = "".join(f"<p>{text}</p>" for text in lead)
    data = {"@type": "NewsArticle", "headline": HEADLINE, "isAccessibleForFree": False} if wall.get("ld") else {}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    bodies = {
        "inline": f"<main><article><h1>{HEADLINE}</h1>{story}<div class='offer'>{shown}</div></article></main>",
        "dialog": f"<div role='dialog' class='layer'>{shown}</div><main><h1>{HEADLINE}</h1></main>",
        "bare": f"<main><div class='box'>{shown.replace('h2', 'h1')}</div></main>",
    }
    title = wall["wall"][0] if wall["style"] == "bare" else HEADLINE
    return (
        f"<!doctype html><html lang='{language}'><head><title>{title}</title>{script}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/town'>Town</a></nav>{bodies[wall['style']]}</body></html>"
    )


@pytest.mark.parametrize(("language", "kind"), CASES)
def test_wall_of_today_is_named(language: str, kind: str) -> None:
    """A wall is refused by the name of its kind, in each language."""
    page = Page("https://paper.example/town/pier", "text/html", "utf-8", page_of(language, kind).encode())
    with pytest.raises(UnreadableError) as caught:
        extract(page)
    assert type(caught.value).__name__ == PAGES[language][kind]["error"]
