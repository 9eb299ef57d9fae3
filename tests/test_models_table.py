"""The table of model servers stands in the README and in docs/models.md: one text, and every setting in it exists."""

import re
from pathlib import Path

from config.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def table(path: str) -> list[str]:
    """The rows of a file's table of servers."""
    text = (ROOT / path).read_text(encoding="utf-8")
    match = re.search(r"^\| server \|.*?(?=\n\n)", text, re.MULTILINE | re.DOTALL)
    assert match is not None, path
    return match.group().splitlines()


def test_readme_and_the_document_have_the_same_table() -> None:
    """Whoever changes one changes the other, and every server that the issue names has its row."""
    rows = table("README.md")
    assert rows == table("docs/models.md")
    servers = ["OpenAI", "Azure OpenAI", "OpenRouter", "LiteLLM", "Ollama", "vLLM", "llama.cpp", "LM Studio"]
    assert [row.split("|")[1].split("(")[0].strip() for row in rows[2:]] == servers


def test_every_setting_of_the_document_exists() -> None:
    """A name in the document that nobody reads would mislead."""
    named = set(re.findall(r"`(OPENAI_\w+)", (ROOT / "docs/models.md").read_text(encoding="utf-8")))
    assert named <= {name.upper() for name in Settings.model_fields}
    assert {"OPENAI_BASE_URL", "OPENAI_WINDOW", "OPENAI_PRICE_IN"} <= named
