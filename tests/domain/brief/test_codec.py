import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.brief import codec
from bot.domain.brief.check import check
from bot.domain.brief.relink import relinked
from bot.domain.values.actor import Kind
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.proof import Evidence, Proof
from tests.support.fakes import STORY

ARTICLE = Article(
    text=STORY,
    url="https://news.example/harbour",
    title="Harbour closes",
    site="The Example",
    authors=("Ann Author",),
    published="2026-03-01T08:00:00+01:00",
    language="en",
)


@pytest.fixture
def brief() -> Brief:
    """A checked brief of the story."""
    draft = Draft(
        headline="Harbour closes",
        sentences=(DraftSentence(STORY.split("\n\n")[0], 0), DraftSentence(STORY.split("\n\n")[2], 2)),
        actors=(DraftActor("Ada Quill", Kind.PERSON, "the mayor", ("Quill",), 1),),
        quotes=(DraftQuote("The quay cannot wait another winter,", "Ada Quill"),),
        engine="builtin",
    )
    return check(draft, ARTICLE)


def test_brief_comes_back_whole(brief: Brief) -> None:
    """A brief read back from its JSON equals the one that was written."""
    assert codec.decode_brief(codec.encode_brief(brief)) == brief


def test_article_comes_back_whole() -> None:
    """An article read back from its JSON equals the one that was written."""
    assert codec.decode_article(codec.encode_article(ARTICLE)) == ARTICLE


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b'{"article": {}}', b"\xff", b'{"article": 3}'])
def test_foreign_bytes_are_refused(data: bytes) -> None:
    """Whatever is no brief is a ValueError and nothing else."""
    with pytest.raises(ValueError, match=r".*"):
        codec.decode_brief(data)
    with pytest.raises(ValueError, match=r".*"):
        codec.decode_article(data)


def test_moved_quote_is_refused(brief: Brief) -> None:
    """A kept brief whose quote is not where it says is refused."""
    moved = replace(brief, quotes=(replace(brief.quotes[0], start=brief.quotes[0].start + 1),))
    with pytest.raises(ValueError, match="quote"):
        codec.decode_brief(codec.encode_brief(moved))


def test_public_shape(brief: Brief) -> None:
    """The printed JSON has the documented keys, and its quotes are slices of its text."""
    shown = json.loads(json.dumps(codec.to_public(brief, today=date(2026, 1, 1))))
    assert list(shown) == ["headline", "summary", "actors", "quotes", "evidence", "proof", "article", "engine", "notes"]
    assert set(shown["actors"][0]) == {"name", "kind", "role", "mentions", "aliases"}
    assert set(shown["quotes"][0]) == {"text", "speaker", "start", "end", "link"}
    assert list(shown["article"]) == [
        "url", "title", "site", "authors", "published", "modified", "context", "language", "words", "complete", "text",
    ]  # fmt: skip
    for quote in shown["quotes"]:
        assert shown["article"]["text"][quote["start"] : quote["end"]] == quote["text"]


def test_each_sentence_is_printed_with_its_evidence(brief: Brief) -> None:
    """For each sentence, in order, whole sentences of the text, with links that lead there, and how they prove it."""
    shown = codec.to_public(brief, today=date(2026, 1, 1))
    assert len(shown["evidence"]) == len(shown["proof"]) == len(shown["summary"]) == 2
    text = shown["article"]["text"]
    for sentence, places in zip(shown["summary"], shown["evidence"], strict=True):
        assert [text[place["start"] : place["end"]] for place in places] == [sentence]
        assert all(place["link"].startswith("https://news.example/harbour#:~:text=") for place in places)
    assert shown["proof"] == ["verbatim", "verbatim"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"evidence": ()}, "no proof"),
        ({"proof": (Proof.VERBATIM,)}, "no proof"),
        ({"evidence": ((Evidence(4, 20),), ())}, "evidence"),
        ({"evidence": ((Evidence(0, 10_000),), ())}, "evidence"),
        ({"evidence": ((Evidence(5, 5),), ())}, "evidence"),
        ({"evidence": ((), (Evidence(1, 11),))}, "evidence"),
    ],
)
def test_sentence_without_its_proof_is_refused(brief: Brief, changes: dict[str, Any], says: str) -> None:
    """A kept brief whose evidence is none, or not where sentences stand, is refused."""
    with pytest.raises(ValueError, match=says):
        codec.decode_brief(codec.encode_brief(replace(brief, **changes)))


def test_brief_at_another_address_leads_there_with_its_evidence(brief: Brief) -> None:
    """Quotes and evidence of one text lead to the page that was posted."""
    there = relinked(brief, replace(ARTICLE, url="https://other.example/copy"))
    links = [place.link for places in there.evidence for place in places]
    assert len(links) == 2
    assert all(link is not None and link.startswith("https://other.example/copy#") for link in links)


def test_public_shape_is_documented() -> None:
    """README.md shows every key of the printed JSON."""
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    for key in (
        "headline",
        "summary",
        "actors",
        "mentions",
        "aliases",
        "quotes",
        "evidence",
        "proof",
        "speaker",
        "start",
        "end",
        "complete",
    ):
        assert f'"{key}"' in readme
