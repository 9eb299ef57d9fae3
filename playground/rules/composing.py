"""What is worked out when a message is composed: whom it mentions, and the numbers of its components."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playground.rules.state import JSON, flatten

_MENTION = re.compile(r"<@(&?)!?(\d{1,20})>")


@dataclass(frozen=True, slots=True)
class Mentions:
    """The ids of users and roles that texts mention, and whether they mention everyone."""

    users: list[int]
    roles: list[int]
    everyone: bool


def mentions_in(texts: list[str], allowed: JSON | None) -> Mentions:
    """What texts mention and `allowed_mentions` lets through; None lets everything through."""
    found = _mentions(texts)
    return found if allowed is None else _let_through(found, allowed)


def _mentions(texts: list[str]) -> Mentions:
    marks = [match for text in texts for match in _MENTION.findall(text)]
    users = _unique(int(number) for ampersand, number in marks if not ampersand)
    roles = _unique(int(number) for ampersand, number in marks if ampersand)
    return Mentions(users, roles, any("@everyone" in text or "@here" in text for text in texts))


def _let_through(found: Mentions, allowed: JSON) -> Mentions:
    parse = set(allowed.get("parse") or ())
    named_users, named_roles = ({int(number) for number in allowed.get(key) or ()} for key in ("users", "roles"))
    return Mentions(
        [number for number in found.users if "users" in parse or number in named_users],
        [number for number in found.roles if "roles" in parse or number in named_roles],
        found.everyone and "everyone" in parse,
    )


def _unique(numbers: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(numbers))


def numbered(components: list[JSON]) -> list[JSON]:
    """The components with a numeric `id` each: those that have one keep it, the others count up from 1."""
    taken = {part["id"] for part in flatten(components) if part.get("id")}
    fresh = (number for number in range(1, 10_000) if number not in taken)
    return [_number(component, fresh) for component in components]


def _number(component: JSON, fresh: Iterator[int]) -> JSON:
    body = component | {"id": component.get("id") or next(fresh)}
    if component.get("components"):
        body["components"] = [_number(entry, fresh) for entry in component["components"]]
    for key in ("accessory", "component"):
        if isinstance(component.get(key), dict):
            body[key] = _number(component[key], fresh)
    return body
