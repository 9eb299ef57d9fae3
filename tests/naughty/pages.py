"""Pages, files and answers of a model with naughty texts in every field."""

import html
import json
from collections.abc import Sequence

from tests.naughty.strings import ALL
from tests.support.model_server import JSON, Answer, brief_json, completion

FIELDS = 13
"""Places of a page in which a text stands."""


def page(texts: Sequence[str]) -> str:
    """A news page with a text in each of its `FIELDS`, one after the other."""
    t = [text.encode("utf-8", "replace").decode() for text in texts]
    story = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": t[0],
        "author": {"@type": "Person", "name": t[2]},
        "publisher": {"@type": "Organization", "name": t[1]},
        "articleSection": t[3],
        "datePublished": t[4],
        "description": t[5],
        "keywords": t[6],
        "alternativeHeadline": t[7],
    }
    shown = [html.escape(text) for text in t]
    meta = {
        "og:title": f"{shown[0]} closes its quay",
        "og:site_name": shown[1],
        "author": shown[2],
        "article:section": shown[3],
        "article:published_time": shown[4],
        "description": shown[5],
    }
    told = (
        f"By {shown[2]}",
        f"The harbour of Port Ellery will close for {shown[8]} repairs on Monday, the town council said.",
        f"“The quay cannot wait {shown[9]} another winter,” said Ada Quill, the {shown[10]} mayor, after the vote.",
        f"“We lose {shown[11]} a season,” said Olaf {shown[12]} Brandt, who speaks for the fishermen's union.",
        "Fishing crews will land their catch at Saltby until spring, and the ferry to Norwick goes on as before.",
    )
    data = json.dumps(story).replace("</", r"<\/")
    head = "".join(f'<meta property="{name}" name="{name}" content="{content}">' for name, content in meta.items())
    return (
        f"<!doctype html><html lang=en><head><title>{shown[0]} closes its quay</title>{head}"
        f'<script type="application/ld+json">{data}</script></head><body><article><h1>{shown[0]} closes its quay</h1>'
        + "".join(f"<p>{paragraph}</p>" for paragraph in told)
        + "</article></body></html>"
    )


def pages() -> list[str]:
    """A page for each text: over all pages each stands in every field once."""
    return [page([ALL[(start + 7 * field) % len(ALL)] for field in range(FIELDS)]) for start in range(len(ALL))]


class HostileModel:
    """A model that says a naughty text in each part of its answers, another each time."""

    def __init__(self) -> None:
        self._next = 0

    def __call__(self, asked: JSON) -> Answer:
        """An answer to whatever is asked."""
        assert asked
        a, b, c, d, e = (ALL[(self._next + 11 * part) % len(ALL)] for part in range(5))
        self._next += 1
        lead = "The harbour of Port Ellery will close for repairs on Monday"
        return completion(
            brief_json(
                headline=f"{a} Port Ellery closes its harbour",
                summary=[
                    {"text": f"{lead}, {b}.", "rests_on": [0]},
                    {"text": f"{lead}, the town council said.", "rests_on": [0]},
                ],
                actors=[
                    {"name": f"Ada Quill {c}", "kind": "person", "role": d},
                    {"name": "Ada Quill", "kind": "person", "role": e},
                ],
                quotes=[{"number": 1, "text": "", "speaker": f"Ada Quill {d}", "translation": f"Cheiul {e}"}],
            )
        )
