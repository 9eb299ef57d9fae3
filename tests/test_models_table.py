"""The table of model servers in docs/models.md has every server, and every setting in it exists."""

import re
from dataclasses import fields
from pathlib import Path

from config.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def table(path: str) -> list[str]:
    """The rows of a file's table of servers."""
    text = (ROOT / path).read_text(encoding="utf-8")
    match = re.search(r"^\| server \|.*?(?=\n\n)", text, re.MULTILINE | re.DOTALL)
    assert match is not None, path
    return match.group().splitlines()


def test_every_server_has_its_row() -> None:
    """Each server that operators use has a row with what to set."""
    rows = table("docs/models.md")
    servers = ["OpenAI", "Azure OpenAI", "OpenRouter", "LiteLLM", "Ollama", "vLLM", "llama.cpp", "LM Studio"]
    assert [row.split("|")[1].split("(")[0].strip() for row in rows[2:]] == servers


def test_every_setting_of_the_document_exists() -> None:
    """A name in the document that nobody reads would mislead."""
    named = set(re.findall(r"`(OPENAI_\w+)", (ROOT / "docs/models.md").read_text(encoding="utf-8")))
    assert named <= {part.name.upper() for part in fields(Settings)}
    assert {"OPENAI_BASE_URL", "OPENAI_WINDOW", "OPENAI_PRICE_IN"} <= named
