"""The page of troubles names sentences that people see: each is one that the program says."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "troubleshooting.md"
_FIELD = re.compile(r"\{[^{}]*\}")


def sentences() -> list[str]:
    """What stands in the first column of the page's tables."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    found = [row.split("|")[1].strip() for row in rows]
    return [sentence for sentence in found if sentence != "what is said" and set(sentence) != {"-"}]


@pytest.fixture(scope="module")
def said() -> str:
    """Everything that is written in the code between quotation marks; "…" where a value is filled in."""
    texts = []
    for folder in ("bot", "cogs", "config", "playground"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.append(_FIELD.sub("…", node.value))
                elif isinstance(node, ast.JoinedStr):
                    parts = [str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values]
                    texts.append("".join(parts))
    return "\n".join(texts)


def test_the_page_names_sentences() -> None:
    """The tables are read, and each sentence stands in them once."""
    assert len(sentences()) > 20
    assert len(set(sentences())) == len(sentences())


@pytest.mark.parametrize("sentence", sentences())
def test_sentence_of_the_page_is_said(sentence: str, said: str) -> None:
    """Whoever searches the page for what they see finds it, to the letter."""
    assert sentence in said
