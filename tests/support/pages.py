"""Pages of our own writing with known text: the templates of `tests/pages` filled with its stories."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "pages"

# Headings within articles and lines that either belong or not: they count for nobody and against nobody.
NEUTRAL = ("What comes next", "A long evening", "Who pays")

_SLOT = re.compile(r"\{\{(\w+)((?: \w+)*)\}\}")
_WRAPPERS = {
    "p": "<p>{}</p>",
    "div": "<div>{}</div>",
    "br": "{}<br><br>",
    "pid": '<p id="p-{n}" class="paragraph" data-n="{n}">{}</p>',
    "span": '<p><span class="s1"><span>{}</span></span></p>',
    "linked": '<p><a href="/topic/{n}">{}</a></p>',
    "quote": "<blockquote><p>{}</p></blockquote>",
    "fontp": "{}<P>",
    "text": "{}",
}


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A page and what is known of it."""

    name: str
    html: str
    paragraphs: tuple[str, ...]
    title: str
    site: str
    author: str
    published: str
    language: str

    @property
    def text(self) -> str:
        """The main text as an article holds it."""
        return "\n\n".join(self.paragraphs)


def sample_pages(stories_each: int = 3) -> list[SamplePage]:
    """Every template, each filled with some of the stories in turn."""
    stories = tomllib.loads((FOLDER / "stories.toml").read_text(encoding="utf-8"))["story"]
    parts = {path.stem: path.read_text(encoding="utf-8").strip() for path in (FOLDER / "parts").glob("*.html")}
    pages = []
    for number, path in enumerate(sorted((FOLDER / "templates").glob("*.html"))):
        template = path.read_text(encoding="utf-8")
        for turn in range(stories_each):
            story = stories[(number + turn * 2) % len(stories)]
            pages.append(
                SamplePage(
                    name=f"{path.stem}/{story['language']}{turn}",
                    html=_filled(template, story, parts),
                    paragraphs=tuple(story["paragraphs"]),
                    title=story["title"],
                    site=story["site"],
                    author=story["author"],
                    published=story["published"],
                    language=story["language"],
                )
            )
    return pages


def f1(found: str, known: str) -> tuple[float, float, float]:
    """F1, precision and recall over runs of four words, counted with their repetitions, 0 to 1."""
    for heading in NEUTRAL:
        found = found.replace(f"{heading}\n", "\n")
    got, want = _runs(found), _runs(known)
    shared = sum((got & want).values())
    precision = shared / max(1, sum(got.values()))
    recall = shared / max(1, sum(want.values()))
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean."""
    listed = list(values)
    return sum(listed) / len(listed)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def _filled(text: str, story: dict[str, object], parts: dict[str, str]) -> str:
    """A template's slots filled: a part, a value of the story (as JSON with `json`), or a span of its paragraphs."""
    paragraphs = story["paragraphs"]
    assert isinstance(paragraphs, list)

    def slot(match: re.Match[str]) -> str:
        name, words = match.group(1), match.group(2).split()
        if name in parts:
            return _filled(parts[name], story, parts)
        if name in _WRAPPERS:
            first = int(words[0])
            last = int(words[1]) if len(words) > 1 else first + 1
            chosen = list(enumerate(paragraphs))[first:last]
            return "\n".join(_wrapped(name, number, paragraph) for number, paragraph in chosen)
        value = "\n\n".join(paragraphs) if name == "body" else str(story[name])
        return json.dumps(value) if words else escape(value)

    return _SLOT.sub(slot, text)


def _wrapped(name: str, number: int, paragraph: str) -> str:
    if name != "linked":
        return _WRAPPERS[name].format(escape(paragraph, quote=False), n=number)
    words = paragraph.split(" ")
    words[3:6] = [f'<a href="/topic/{number}">' + " ".join(words[3:6]) + "</a>"]
    return f"<p>{' '.join(words)}</p>"
