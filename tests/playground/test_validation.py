"""Requests are checked against Discord's own OpenAPI description, where that is."""

import os

import pytest

from playground.rest.api import Validator
from tests.playground.rest import rest_of
from tests.support.town import OPENAPI, Town, openapi_validator


@pytest.fixture
def validator() -> Validator:
    """The validator."""
    made = openapi_validator()
    if made is None:
        assert "CI" not in os.environ, f"{OPENAPI} must be there in CI"
        pytest.skip("Discord's OpenAPI description lies beside the project, not in it, and is absent here")
    return made


def test_good_and_bad_requests(validator: Validator) -> None:
    """A described request has no fault; an undescribed path, method or body has one."""
    assert validator("POST", "/channels/1/messages", {"content": "a"}) == []
    assert validator("GET", "/users/@me", None) == []
    assert validator("GET", "/nowhere", None) == ["the path is not described"]
    assert validator("PUT", "/users/@me", None) == ["/users/@me has no PUT"]
    faults = validator("POST", "/channels/1/messages", {"content": ["a"]})
    assert len(faults) == 1
    assert faults[0].startswith("content: ")
    assert validator("PUT", "/applications/1/commands", [{"name": 3}])


def test_ids_may_be_numbers(validator: Validator) -> None:
    """Ids that come as numbers are taken as Discord takes them; other numbers for strings are faults."""
    body = {"content": "a", "message_reference": {"message_id": 1 << 60, "channel_id": 1 << 60}}
    assert validator("POST", "/channels/1/messages", body) == []
    assert validator("POST", "/channels/1/messages", {"content": 3}) != []


def test_literal_paths_come_first(validator: Validator) -> None:
    """`bulk-delete` is not taken for a message's id."""
    assert validator("POST", "/channels/1/messages/bulk-delete", {"messages": ["1", "2"]}) == []


async def test_violations_are_recorded(validator: Validator) -> None:
    """A request that breaks the description is kept on the server, whatever the answer was."""
    assert validator is not None
    async with Town() as town, rest_of(town) as rest:
        news = town.guild().channel("news")
        await rest.send(news, content="a")
        assert town.violations == []
        await rest.send(news, content="a", tts="yes")
        assert len(town.violations) == 1
        assert town.violations[0].startswith(f"POST /channels/{news.id}/messages: tts: ")
