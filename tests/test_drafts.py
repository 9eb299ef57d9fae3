"""`python -m tests.drafts`: drafts are compared by their hashes."""

import json
from pathlib import Path

import pytest

from tests import drafts

TEXTS = (
    "The harbour of Port Ellery will close on Monday, the council said. “We cannot wait,” said the mayor, Ada Quill.",
    "Der Hafen von Port Ellery schließt am Montag, sagte der Stadtrat. „Wir können nicht warten“, sagte Ada Quill.",
)


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of two texts, beside a corpus without any."""
    monkeypatch.setattr(drafts, "corpus", lambda: iter(()))
    file = tmp_path / "set.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS), encoding="utf-8")
    return file


def test_hashes_are_those_of_the_drafts(known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same texts give the same hashes, and a text whose draft differs is named."""
    kept = tmp_path / "kept.json"
    assert drafts.main([str(known), "--keep", str(kept)]) == 0
    first = capsys.readouterr().out
    assert drafts.main([str(known), "--compare", str(kept)]) == 0
    assert capsys.readouterr().out == first
    assert [line.split()[1:] for line in first.splitlines()] == [["0", "corpus"], ["2", "set"]]
    known.write_text(known.read_text(encoding="utf-8").replace("Monday", "Tuesday"), encoding="utf-8")
    assert drafts.main([str(known), "--compare", str(kept)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "another draft: set:1"


def test_text_that_is_no_article_has_a_hash_too() -> None:
    """What is refused before is refused after."""
    assert drafts.hash_of("") == drafts.hash_of("")
    assert drafts.hash_of("") != drafts.hash_of(TEXTS[0])
