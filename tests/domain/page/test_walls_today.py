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
WORDED: list[dict[str, Any]] = tomllib.loads((FOLDER / "walls_worded.toml").read_text(encoding="utf-8"))["wall"]
HEADLINE = "Lindmouth closes its eastern pier"


def page_of(language: str, wall: dict[str, Any]) -> str:
    """The page of a wall."""
    lead = PAGES[language]["lead"]
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
    wall = PAGES[language][kind]
    page = Page("https://paper.example/town/pier", "text/html", "utf-8", page_of(language, wall).encode())
    with pytest.raises(UnreadableError) as caught:
        extract(page)
    assert type(caught.value).__name__ == wall["error"]


@pytest.mark.parametrize("wall", WORDED, ids=[f"{wall['language']}: {wall['wall'][0]}" for wall in WORDED])
def test_wall_in_other_words_is_named(wall: dict[str, Any]) -> None:
    """The same requests worded anew are told by what they are about and what they ask."""
    page = Page("https://paper.example/town/pier", "text/html", "utf-8", page_of(wall["language"], wall).encode())
    with pytest.raises(UnreadableError) as caught:
        extract(page)
    assert type(caught.value).__name__ == wall["error"]


STORIES = {
    "on bots": "The ministry said on Monday that automated bots had bought half of the tickets for the fair, so it "
    "will check every order by hand until it can be sure that a person is behind it. Fans can return theirs in May.",
    "on an age limit": "Whoever wants to buy fireworks in Lindmouth must be at least 18 years old from next year, the "
    "council decided. Shops have to check the age of every customer. Adults may still light them on the beach.",
    "on rights abroad": "Viewers outside of the country cannot watch the cup final this year, as the league sold the "
    "rights to it too late. The service is unavailable in nine states, said Ada Quill, who heads the league's board.",
    "on a subscription": "The tram company ends its monthly subscription for members. From May on, every rider pays 2 "
    "euro a trip, whoever has an account or none. Its board read the decision out to some hundred riders on Tuesday.",
    "on cookies": "A court in Port Ellery has fined three firms because their websites set cookies for advertising "
    "before anybody had agreed to it. The firms must ask for consent first and pay 40,000 crowns each, said the judge.",
}


@pytest.mark.parametrize("text", STORIES.values(), ids=STORIES.keys())
def test_short_story_on_what_walls_ask_is_read(text: str) -> None:
    """A short item that tells of bots, ages, rights, subscriptions or cookies is no wall, with a request below it."""
    banner = "<div class='banner'><p>We use cookies for advertising.</p><button>Accept</button> <a>Privacy</a></div>"
    html = (
        f"<html><head><title>News in brief</title></head><body><main><h1>News in brief</h1><p>{text}</p></main>{banner}"
    )
    article = extract(Page("https://paper.example/town/brief", "text/html", "utf-8", f"{html}</body></html>".encode()))
    assert text in article.text
    assert article.complete
