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

# Headings within articles, standfirsts, boxes of facts, notes about a piece and lines that
# nothing marks as foreign, which belong or not as one likes:
# they count for nobody and against nobody.
NEUTRAL = (
    "Letters from the marsh, number forty",
    "This newspaper lives on its readers: for the price of one coffee a week you can keep it alive and independent.",
    "Do you know more about this story? Write to our reporters in confidence, by post or through our secure mailbox.",
    "Correction: an earlier version of another story on this site gave a wrong date for the summer fair.",
    "What was decided and by whom it was decided, in a single line",
    "Who pays for it and until when, as far as that is known today",
    "What happens if nobody does anything at all about the matter",
    "The county keeps a list of such cases since 1998. It has grown by four a year and has been cut by none so far.",
    (
        "The conversation was held in two sittings and has been shortened for length "
        "with the consent of everyone who took part."
    ),
    (
        "If you liked this story, you will like the book of the same title, "
        "which is out in spring from a press that we own."
    ),
    "What comes next",
    "A long evening",
    "Who pays",
    "What began with a letter to the editor ended, one winter later, with a vote. A visit.",
    "A small place learns what it costs to stay as it is, and what it costs not to.",
    "Once a small matter, now the talk of every kitchen in the county: how it came to this",
    "What the neighbours say, and what the figures say",
)

_RUN = 4
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")  # A character of Chinese or Japanese counts as a word.
_STORIES = re.compile(r"<!--stories ([\w ]+)-->")
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
    "plain": "<p>{}</p>",
    "hashed": '<div data-component="text-block" class="css-tb{n}x"><div class="css-in"><p>{}</p></div></div>',
    "dcr": '<p class="dcr-p1">{}</p>',
    "arc": '<div class="b-block"><p data-el="text" class="c-paragraph" dir="null">{}</p></div>',
    "spaced": "<p>{}</p>\n\n<p>&nbsp;</p>\n",
    "divbr": '<div style="text-align: justify;"><span style="font-family: georgia;">{}</span></div><div><br /></div>',
    "viewer": '<div data-hook="rcv-block{n}"><p id="viewer-{n}x" dir="auto"><span class="_2P">{}</span></p></div>',
    "question": "<p><strong>{}</strong></p>",
    "bemp": '<div class="Paragraph"><p>{}</p></div>',
    "sub": "<p><span>{}</span></p>",
    "indented": "<p>　　{}</p>",
    "scp": '<div class="sc-h"><p>{}</p></div>',
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
        only = _STORIES.match(template)
        fitting = [story for story in stories if only is None or story["language"] in only.group(1).split()]
        for turn in range(min(stories_each, len(fitting))):
            story = fitting[(number * 3 + turn * 5) % len(fitting)]
            pages.append(
                SamplePage(
                    name=f"{path.stem}/{story['language']}{turn}",
                    html=_filled(_STORIES.sub("", template), story, parts),
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
    """F1, precision and recall over runs of four words, counted with their repetitions, 0 to 1.

    Lines of under four words that the known text has not, such as a table's cells, count neither way.
    """
    found += "\n"
    for heading in NEUTRAL:
        found = found.replace(f"{heading}\n", "\n")
    lines = set(known.split("\n"))
    found = "\n".join(line for line in found.split("\n") if line in lines or len(_TOKEN.findall(line)) >= _RUN)
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
    words = _TOKEN.findall(text.lower())
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
