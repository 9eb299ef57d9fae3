"""Texts with what is true and false of them, as the claims' tests list them, and what the check says wrongly."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, overload

import pytest

from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article

_LANGUAGE = re.compile(r'^language = "(\w+)"$', re.MULTILINE)


class Texts(Sequence[dict[str, Any]]):
    """The texts of a file in one language, read by the test that has them: each worker collects all tests."""

    def __init__(self, path: Path, key: str, code: str) -> None:
        self._path, self._key, self._code = path, key, code

    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[dict[str, Any]]: ...
    def __getitem__(self, at: int | slice) -> dict[str, Any] | Sequence[dict[str, Any]]:
        return _texts(self._path, self._key)[self._code][at]

    def __len__(self) -> int:
        return len(_texts(self._path, self._key)[self._code])


@cache
def _texts(path: Path, key: str) -> dict[str, list[dict[str, Any]]]:
    """The texts of a file by their languages."""
    written, texts = path.read_text(encoding="utf-8"), dict[str, list[dict[str, Any]]]()
    for told in tomllib.loads(written)[key]:
        texts.setdefault(told["language"], []).append(told)
    assert [*texts] == _languages(written), f"{path} tells a language in a way that no test is made of"
    return texts


def _languages(written: str) -> list[str]:
    """The languages of a file's texts, found without parsing it, which would take every worker seconds."""
    return [*dict.fromkeys(_LANGUAGE.findall(written))]


def by_language(paths: Iterable[Path], key: str) -> pytest.MarkDecorator:
    """A parameter of a test: `(language, texts)` of each file and language, the texts being the file's list `key`.

    Thousands of texts in a test each would cost more than what is tested.
    """
    parted = []
    for path in paths:
        codes = _languages(path.read_text(encoding="utf-8"))
        assert codes, f"{path} has no texts"
        parted += [pytest.param(code, Texts(path, key, code), id=f"{path.stem}: {code}") for code in codes]
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
