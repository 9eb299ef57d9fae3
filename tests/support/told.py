"""Texts with what is true and false of them, as the claims' tests list them, and what the check says wrongly."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article


def by_language(paths: Iterable[Path], key: str) -> pytest.MarkDecorator:
    """A parameter of a test: `(language, texts)` of each file and language, the texts being the file's list `key`.

    Thousands of texts in a test each would cost more than what is tested.
    """
    parted = []
    for path in paths:
        texts: dict[str, list[dict[str, Any]]] = {}
        for told in tomllib.loads(path.read_text(encoding="utf-8"))[key]:
            texts.setdefault(told["language"], []).append(told)
        parted += [pytest.param(code, each, id=f"{path.stem}: {code}") for code, each in texts.items()]
    return pytest.mark.parametrize(("language", "texts"), parted)


def said_wrongly(texts: Iterable[dict[str, Any]], more: str = "") -> list[str]:
    """The truths of `texts` that fall, with why, and the lies that stand; `more` is what each text says besides."""
    wrong = []
    for told in texts:
        text = f"{told['text']} {more}" if more else told["text"]
        claims = Claims(Article(text=text, title=told.get("title", ""), language=told["language"]))
        fallen = [(said, claims.sentence(said)) for said in told["true"]]
        wrong += [f"falls: {said} ({verdict.why})" for said, verdict in fallen if not verdict.stands]
        wrong += [f"stands: {said} (of: {told['text']})" for said in told["false"] if claims.sentence(said).stands]
    return wrong
