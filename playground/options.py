"""What Discord's client lets its users fill in: the options of commands and the fields of modals."""

from collections.abc import Callable
from typing import Any

from playground.rules.state import JSON, Channel

SUB_COMMAND, SUB_GROUP, TEXT_OPTION = 1, 2, 3

# Puts a channel, role, person or file among an interaction's resolved things and gives its id.
Resolve = Callable[[Any], str]


class NotOfferedError(LookupError):
    """Discord's client would not offer that: an unknown command, a disabled button, a choice that is not there."""


def option_of(definition: JSON, name: str) -> JSON:
    """A command's or sub-command's option; a sub-command is one."""
    for entry in definition.get("options") or ():
        if entry["name"] == name:
            return dict(entry)
    raise NotOfferedError(f"{definition['name']!r} has no option {name!r}")


def option_type(command: JSON, path: list[str], word: str) -> int:
    """Whether a word of a command's path is a sub-command or a group of them."""
    definition = command
    for step in path[: path.index(word) + 1]:
        definition = option_of(definition, step)
    return int(definition["type"])


def option_values(definition: JSON, options: dict[str, Any], resolve: Resolve) -> list[JSON]:
    """A command's options as they are sent; unknown, missing or refused ones raise NotOfferedError."""
    known = {entry["name"] for entry in definition.get("options") or ()}
    if set(options) - known:
        raise NotOfferedError(f"{definition['name']!r} has no options {sorted(set(options) - known)}")
    values = []
    for entry in definition.get("options") or ():
        if entry["type"] in {SUB_COMMAND, SUB_GROUP}:
            raise NotOfferedError(f"{definition['name']!r} needs a sub-command")
        if entry["name"] in options:
            value = _checked(entry, options[entry["name"]], resolve)
            values.append({"name": entry["name"], "type": entry["type"], "value": value})
        elif entry.get("required"):
            raise NotOfferedError(f"{definition['name']!r} needs {entry['name']!r}")
    return values


def _checked(entry: JSON, value: Any, resolve: Resolve) -> Any:
    """An option's value as it is sent; what Discord's client would not let through raises NotOfferedError."""
    plain = {3: str, 4: int, 5: bool, 10: (int, float)}
    kind = entry["type"]
    if kind not in plain:
        if isinstance(value, Channel) and entry.get("channel_types") and value.kind not in entry["channel_types"]:
            raise NotOfferedError(f"{entry['name']!r} takes no channel of that type")
        return resolve(value)
    if not isinstance(value, plain[kind]):  # type: ignore[arg-type]  # The table holds types and a tuple of types.
        raise NotOfferedError(f"{entry['name']!r} takes no {type(value).__name__}")
    if entry.get("choices"):
        for choice in entry["choices"]:
            if value in {choice["value"], choice["name"]}:
                return choice["value"]
        raise NotOfferedError(f"{entry['name']!r} has no choice {value!r}")
    size = len(value) if kind == TEXT_OPTION else value
    low, high = ("min_length", "max_length") if kind == TEXT_OPTION else ("min_value", "max_value")
    if size < entry.get(low, size) or size > entry.get(high, 6000 if kind == TEXT_OPTION else size):
        raise NotOfferedError(f"{entry['name']!r} takes no such value")
    return value


def written(part: JSON, given: Any) -> str:
    """What is written into a field; Discord's client takes nothing that is missing, too short or too long."""
    text = part.get("value", "") if given is None else str(given)
    if part.get("required", True) and not text:
        raise NotOfferedError(f"{part['custom_id']!r} must be filled in")
    if text and not part.get("min_length", 0) <= len(text) <= part.get("max_length", 4000):
        raise NotOfferedError(f"{part['custom_id']!r} is too short or too long")
    return text
