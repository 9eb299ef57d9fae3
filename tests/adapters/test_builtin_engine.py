"""The built-in engine behind its port, with and without a pool."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import pytest

from bot.adapters.engines.builtin_engine import BuiltinEngine
from bot.domain.brief.builtin import write_draft
from bot.domain.values.article import Article
from bot.domain.values.wish import Wish
from bot.errors import EngineError, ExtractionError
from bot.ports import Engine

P = ParamSpec("P")
T = TypeVar("T")

ARTICLE = Article("The ferry sails again on Monday, the harbour office said.", language="en")


class PlainPool:
    """A pool that runs a call where it stands."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the function."""
        return function(*args, **kwargs)


class BrokenPool:
    """A pool whose every call breaks a limit."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the function and raise what a pool raises when the call took too long."""
        function(*args, **kwargs)
        raise ExtractionError


@pytest.mark.parametrize("engine", [BuiltinEngine(), BuiltinEngine(PlainPool())])
async def test_engine_writes_what_the_domain_writes(engine: Engine) -> None:
    """With a pool and without one the draft is the same."""
    assert engine.name == "builtin"
    assert await engine.write(ARTICLE, Wish()) == write_draft(ARTICLE, Wish())


async def test_broken_limit_is_the_engines_error() -> None:
    """A pool's broken limit is told as an engine's fault, in a sentence about the article."""
    with pytest.raises(EngineError, match="limits of time and memory"):
        await BuiltinEngine(BrokenPool()).write(ARTICLE, Wish())
