"""`nutgraf check`: verdicts in order, the exit status, and faults in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli.check import judge, read_statements, table
from bot.cli.terminal import as_text
from bot.domain.values.article import Article
from bot.errors import UnreachableError, UnreadableError
from config import limits
from tests.support.fakes import STORY
from tests.support.model_server import ModelServer, completion
from tests.support.running import nutgraf
from tests.support.second_look import ALWAYS_YES

ARTICLE = Article(text=STORY, title="Harbour closes", language="en")
OWN = "Fishing crews will land their catch at Saltby until the spring."
LIE = "Fishing crews will not land their catch at Saltby until the spring."
WHOLE = {
    "headline": "Harbour closes",
    "summary": [OWN, LIE],
    "actors": [{"name": "Ada Quill", "role": "the mayor"}, {"name": "Emmanuel Macron", "role": ""}],
    "quotes": [
        {"text": "The quay cannot wait another winter,", "speaker": "Ada Quill"},
        {"text": "The quay cannot wait another winter,", "speaker": "Fishing crews"},
        {"text": "The quay can wait", "speaker": None},
    ],
    "language": "en",
}


def write(folder: Path, draft: object, name: str = "draft.json") -> Path:
    """A draft in a file."""
    path = folder / name
    path.write_text(draft if isinstance(draft, str) else json.dumps(draft), encoding="utf-8")
    return path


def test_every_claim_has_its_verdict_in_order(tmp_path: Path) -> None:
    """The printed object has the documented keys, and each list the order and length of the draft's."""
    judged = judge(ARTICLE, read_statements(write(tmp_path, WHOLE)), {})
    shown = json.loads(json.dumps(judged.shown))
    assert list(shown) == ["summary", "headline", "actors", "quotes"]
    assert [(item["text"], item["stands"]) for item in shown["summary"]] == [(OWN, True), (LIE, False)]
    assert all(list(item) == ["text", "stands", "proof", "why", "evidence"] for item in shown["summary"])
    ((start, end),) = shown["summary"][0]["evidence"]
    assert STORY[start:end] == OWN
    assert shown["summary"][0]["proof"] == "verbatim"
    assert shown["summary"][1]["proof"] is None
    assert shown["summary"][1]["why"]
    assert shown["headline"]["stands"]
    assert [(item["name"], item["stands"]) for item in shown["actors"]] == [
        ("Ada Quill", True),
        ("Emmanuel Macron", False),
    ]
    assert not shown["actors"][1]["role_stands"]
    assert all(list(item) == ["name", "role", "stands", "role_stands", "why"] for item in shown["actors"])
    keys = ["text", "speaker", "stands", "speaker_stands", "shown", "why"]
    assert all(list(item) == keys for item in shown["quotes"])
    assert [(item["stands"], item["speaker_stands"]) for item in shown["quotes"]] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    assert not judged.stands


def test_text_is_a_sentence_a_line(tmp_path: Path) -> None:
    """Empty lines are none, and a text without a headline has no verdict on one."""
    judged = judge(ARTICLE, read_statements(write(tmp_path, f"{OWN}\n\n  {OWN}  \r\n", "draft.txt")), {})
    assert [item["text"] for item in judged.shown["summary"]] == [OWN, OWN]
    assert judged.shown["headline"] is None
    assert judged.stands


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "it must be an object"),
        ({"summary": "all"}, '"summary" must be a list'),
        ({"summary": [1]}, 'each "summary" must be a string'),
        ({"actors": ["Ada"]}, 'each item of "actors" must be an object'),
        ({"quotes": [{"speaker": "Ada"}]}, 'each "text" must be a string'),
        ({"headline": 3}, 'each "headline" must be a string'),
        ({}, "says nothing"),
        ("", "not JSON"),
        ("x" * (limits.DRAFT_BYTES + 1), "too long"),
    ],
)
def test_draft_that_is_none_is_told_so(tmp_path: Path, draft: object, says: str) -> None:
    """What is wrong with a file is said in a sentence that names it."""
    with pytest.raises(UnreadableError, match=says) as caught:
        read_statements(write(tmp_path, draft))
    assert "draft.json" in caught.value.sentence


def test_draft_that_cannot_be_read_is_told_so(tmp_path: Path) -> None:
    """A missing file, a folder and bytes that are no text."""
    with pytest.raises(UnreachableError, match="no file called"):
        read_statements(tmp_path / "none.txt")
    with pytest.raises(UnreachableError, match="could not be read"):
        read_statements(tmp_path)
    (tmp_path / "draft.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match="not UTF-8"):
        read_statements(tmp_path / "draft.txt")


def test_table_is_read_by_people_and_steers_no_terminal(tmp_path: Path) -> None:
    """Each claim stands or falls, with its evidence or its reason, and without control characters."""
    draft = {"summary": [OWN, f"\x1b[2J{LIE}\u202e"], "actors": [{"name": "Ada\x9b Quill", "role": "\x07king"}]}
    shown = as_text(table(ARTICLE, judge(ARTICLE, read_statements(write(tmp_path, draft)), {})))
    assert f"  stands sentence: {OWN}\n    ↳ verbatim: “{OWN}”" in shown
    assert "  FALLS sentence: [2JFishing crews will not" in shown
    assert "    why: " in shown
    assert not any(character in shown for character in "\x1b\u202e\x9b\x07")


async def test_command_tells_by_its_status_whether_all_stands(tmp_path: Path) -> None:
    """0 when all stands, 1 when something falls, 65 for what is no draft, 69 for what is not there."""
    article = write(tmp_path, f"Harbour closes\n\n{STORY}\n\n{STORY.replace('Monday', 'Friday')}", "article.txt")
    good, bad = write(tmp_path, OWN, "good.txt"), write(tmp_path, WHOLE, "bad.json")
    stood = await nutgraf("check", str(article), str(good), "--json")
    assert (stood.status, stood.err) == (0, "")
    assert json.loads(stood.out)["summary"][0]["stands"]
    fell = await nutgraf("check", "-", str(bad), given=article.read_bytes())
    assert (fell.status, fell.err) == (1, "")
    assert "FALLS sentence" in fell.out
    broken = await nutgraf("check", str(article), str(write(tmp_path, "{", "broken.json")), "--json")
    assert (broken.status, broken.out) == (65, "")
    assert broken.err.count("\n") == 1
    missing = await nutgraf("check", str(tmp_path / "none.txt"), str(good))
    assert (missing.status, missing.out) == (69, "")


async def test_command_asks_a_model_where_one_is_configured(tmp_path: Path) -> None:
    """What the rules leave open is asked once; what a model says to it is in the verdict."""
    article = write(tmp_path, f"Harbour closes\n\n{STORY}\n\n{STORY.replace('Monday', 'Friday')}", "article.txt")
    draft = write(tmp_path, {"summary": [OWN], "language": "en"})
    async with ModelServer(ALWAYS_YES) as server:
        settings: Any = {"OPENAI_BASE_URL": server.base_url, "OPENAI_CHECK_MODEL": "judge"}
        ran = await nutgraf("check", str(article), str(draft), "--json", **settings)
        assert server.asked == []  # The article's own sentence needs no second look.
        far = write(tmp_path, {"summary": ["The boats bring their fish to Saltby for the winter."]}, "far.json")
        looked = await nutgraf("check", str(article), str(far), "--json", **settings)
        assert all(asked["model"] == "judge" for asked in server.asked)
        server.replies = [completion("no")]
        silent = await nutgraf("check", str(article), str(far), "--json", **settings)
    assert ran.status == 0
    (verdict,) = json.loads(looked.out)["summary"]
    assert verdict["proof"] in {"second look", "supported"} if server.asked else not verdict["stands"]
    (alone,) = json.loads(silent.out)["summary"]
    assert alone["proof"] != "second look"
