"""Requests against an OpenAPI description: the rules with a small one of our own, the fit with Discord's."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from playground.rest.api import Validator
from playground.rules.validate import OpenApiValidator
from tests.playground.rest import rest_of
from tests.support.town import OPENAPI, Town, openapi_validator

SNOWFLAKE = {"type": "string", "pattern": "^[0-9]+$"}


def described(schema: Any, *, required: bool = False) -> dict[str, Any]:
    """An operation with a JSON body."""
    return {"requestBody": {"required": required, "content": {"application/json": {"schema": schema}}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/channels/{channel_id}/messages": {"post": described({"$ref": "#/components/schemas/Message"}, required=True)},
        "/channels/{channel_id}/messages/{message_id}": {"post": described({"type": "object", "required": ["never"]})},
        "/channels/{channel_id}/messages/bulk-delete": {
            "post": described({"type": "object", "properties": {"messages": {"type": "array", "items": SNOWFLAKE}}})
        },
        "/applications/{application_id}/commands": {"put": described({"type": "array", "items": SNOWFLAKE})},
        "/users/@me": {"get": {}},
    },
    "components": {
        "schemas": {
            "Message": {
                "type": "object",
                "properties": {
                    "content": {"type": ["string", "null"], "maxLength": 10},
                    "reply_id": SNOWFLAKE,
                    "attachments": {"type": "array", "items": {"type": "object", "properties": {"id": SNOWFLAKE}}},
                    "components": {"type": "array", "items": {"properties": {"id": {"type": "integer"}}}},
                },
            }
        }
    },
}
MESSAGES = "/channels/1/messages"
LONG = "a" * 11
TOO_LONG = f'content: "{LONG}" is longer than 10 characters'


@pytest.fixture
def validator(tmp_path: Path) -> Validator:
    """A validator of the small description."""
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(DOCUMENT))
    return OpenApiValidator(path)


def test_described_requests(validator: Validator) -> None:
    """A described request has no fault."""
    assert validator("POST", MESSAGES, {"content": "a", "unknown": 1}) == []
    assert validator("GET", "/users/@me", None) == []


def test_undescribed_requests(validator: Validator) -> None:
    """A path, a method and a body that are not described are faults, and so is a body that is missing."""
    assert validator("GET", "/nowhere", None) == ["the path is not described"]
    assert validator("PUT", "/users/@me", None) == ["/users/@me has no PUT"]
    assert validator("GET", "/users/@me", {}) == ["a body is not described"]
    assert validator("POST", MESSAGES, None) == ["the body is missing"]


def test_bodies(validator: Validator) -> None:
    """Each fault of a body says where it is."""
    assert validator("POST", MESSAGES, {"content": "a" * 11}) == [f'content: "{"a" * 11}" is longer than 10 characters']
    faults = validator("POST", MESSAGES, {"content": 3, "components": [{"id": "x"}]})
    assert [fault.partition(":")[0] for fault in faults] == ["components.0.id", "content"]


def test_ids_may_be_numbers(validator: Validator) -> None:
    """Ids that come as numbers are taken, as Discord takes them; a component's number stays one."""
    body = {"reply_id": 1 << 60, "attachments": [{"id": 0}], "components": [{"id": 1}]}
    assert validator("POST", MESSAGES, body) == []
    assert validator("POST", MESSAGES, {"reply_id": True}) != []


def test_literal_paths_come_first(validator: Validator) -> None:
    """`bulk-delete` is not taken for a message's id."""
    assert validator("POST", f"{MESSAGES}/bulk-delete", {"messages": [1, 2]}) == []
    assert validator("POST", f"{MESSAGES}/7", {}) != []


def test_lists_are_judged_each_by_itself(validator: Validator) -> None:
    """A list that is like one without a fault but for one item is found out, as often as it is sent."""
    for body, faults in ((["1", "2"], 0), (["1", "2"], 0), (["1", "b"], 1), (["1", "b"], 1)):
        assert len(validator("PUT", "/applications/7/commands", body)) == faults


async def test_violations_are_recorded(validator: Validator) -> None:
    """A request that breaks the description is kept on the server, whatever the answer was."""
    async with Town(validator=validator) as town, rest_of(town) as rest:
        news = town.guild().channel("news")
        await rest.send(news, content="a")
        assert town.violations == []
        assert (await rest.send(news, content=LONG))[0] == 200
        assert town.violations == [
            f'POST /channels/{news.id}/messages: content: "{"a" * 11}" is longer than 10 characters'
        ]


def test_discords_own_description() -> None:
    """Discord's own description, where it lies beside the project, accepts a good request and finds a bad one."""
    validator = openapi_validator()
    if validator is None:
        assert "CI" not in os.environ, f"{OPENAPI} must be there in CI"
        pytest.skip("Discord's OpenAPI description lies beside the project, not in it, and is absent here")
    body = {"content": "a", "message_reference": {"message_id": 1 << 60, "channel_id": 1 << 60}}
    assert validator("POST", MESSAGES, body) == []
    assert len(validator("POST", MESSAGES, {"content": ["a"]})) == 1
    assert validator("PUT", "/applications/1/commands", [{"name": 3}])
