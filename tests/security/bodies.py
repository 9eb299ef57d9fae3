"""Bodies that are made to hang, to fill the memory or to mislead whoever reads them."""

import json
import random
from collections.abc import Iterator

from tests.support.newsroom import page_of
from tests.support.pdf import pdf_of

SIZE = 150_000
TAGS = [
    "div",
    "span",
    "p",
    "a",
    "b",
    "table",
    "td",
    "ul",
    "li",
    "blockquote",
    "form",
    "select",
    "option",
    "svg",
    "math",
    "template",
    "noscript",
    "font",
    "button",
    "object",
    "h1",
    "q",
]
FLOODS = {
    "attributes": "<p " + " ".join(f"a{number}=b" for number in range(60_000)) + ">",
    "one attribute": f"<p class='{'a ' * 200_000}'>",
    "open comment": "<!--" + "-" * SIZE,
    "comments": "<!---->" * 80_000,
    "entities": "&amp;" * 120_000,
    "broken entities": "&#x110000;" * 60_000,
    "doctype": "<!DOCTYPE a [" + "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 60)) + "]>&e59;",
    "cdata": "<![CDATA[" * 60_000,
    "script": "<script>" + "a" * SIZE,
    "scripts": "<script>var a=1</script>" * 25_000,
    "selectors": "<style>" + "".join(f".a{n} .b{n}>.c{n}~.d{n}{{display:none}}" for n in range(15_000)) + "</style>",
    "one selector": "<style>" + "div " * 150_000 + "{display:none}</style>",
    "open style": "<style>" + "a{" * 200_000,
    "links": "<a href=/a>b</a>" * 40_000,
    "metas": "<meta property=og:title content=a>" * 18_000,
    "quotes": "<p>" + "“a” said B. " * 50_000,
    "open quotes": "<p>" + "“" * 200_000,
    "one word": "<p>" + "a" * SIZE,
    "spaces": "<p>" + " " * SIZE,
    "breaks": "<br>" * 150_000,
    "tables": "<table><tr><td>" * 300 + "a",
    "accents": "<p>" + "e" + "\u0301" * 280_000,
    "headings": "<h2>The quay closes</h2>" * 25_000,
    "NUL": "\0" * SIZE,
    "refresh": '<meta http-equiv=refresh content="0;url=/b">' * 10_000,
    "dates": "<p>" + "26 November 2026 " * 35_000,
    "mails": "<p>" + "a@b.example " * 50_000,
    "brackets": "<" * SIZE,
    "closing tags": "</div>" * 100_000,
}


def bodies() -> Iterator[tuple[str, bytes]]:
    """Each body with its name."""
    for tag in TAGS:
        for depth in (300, 5_000, 60_000):
            yield f"{tag} {depth} deep", (f"<{tag}>" * depth + "The quay closes.").encode()
    for name, flood in FLOODS.items():
        yield name, flood[:SIZE].encode()
        yield (
            f"{name} in an article",
            page_of(head="").replace("</article>", f"{flood[: SIZE // 2]}</article>").encode(),
        )
    for depth in (50, 100_000):
        data = "[" * depth + "1" + "]" * depth
        yield f"data {depth} deep", page_of(head=f'<script type="application/ld+json">{data}</script>').encode()
    graph = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": "a " * 50}] * 1_000})
    yield "data of many articles", page_of(head=f'<script type="application/ld+json">{graph}</script>').encode()
    pdf = pdf_of("The quay of Port Ellery closes.\n\n" * 40)
    yield "PDF in a circle", pdf.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    yield (
        "PDF of many pages",
        pdf.replace(b"/Count 1", b"/Count 99999999").replace(b"[3 0 R]", b"[" + b"3 0 R " * 50_000 + b"]"),
    )
    yield "PDF cut off", pdf[: len(pdf) // 2]
    yield "PDF of noughts", b"%PDF-1.7\n" + b"0 " * 250_000
    drawn = random.Random(15)  # The same bytes in each run.
    for number in range(20):
        yield f"bytes {number}", drawn.randbytes(50_000)
        cut = bytearray(page_of().encode())
        for _ in range(60):
            cut[drawn.randrange(len(cut))] = drawn.randrange(256)
        yield f"spoilt page {number}", bytes(cut)
