"""Checks requests against Discord's own OpenAPI description. Tests use it; the playground runs without.

Bodies go through jsonschema-rs (Draft 2020-12): in Python, the check of one panel took half a second. Literal paths are
matched before templated ones; ids that come as integers are made strings first, as Discord takes both.
"""

import json
import re
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator, Registry

# Keys whose integers are ids. Plain `id` is one only where its value is too large for a component's number.
_ID_KEY = re.compile(r"(?:.*_id|.*_ids|users|roles|channels|messages)\Z")
_SMALLEST_SNOWFLAKE = 1 << 32
_ROOT = "urn:discord"


class OpenApiValidator:
    """Calls give the faults of a request: method, path below /api/v10, JSON body (None without one).

    Args:
        path: the description, a JSON file.
    """

    def __init__(self, path: Path) -> None:
        document = json.loads(path.read_text(encoding="utf-8"))
        self._registry = Registry([(_ROOT, document)])
        self._validators: dict[tuple[str, str], Draft202012Validator] = {}
        # A template sorts after the literal path that it would also match: "{" is above every letter.
        self._paths = [(_pattern(template), template, entry) for template, entry in sorted(document["paths"].items())]
        self._paths.sort(key=lambda entry: entry[1].count("{"))

    def __call__(self, method: str, path: str, body: Any) -> list[str]:
        """The faults of a request, a sentence each."""
        for pattern, template, entry in self._paths:
            if pattern.fullmatch(path):
                operation = entry.get(method.lower())
                if operation is None:
                    return [f"{template} has no {method}"]
                return self._check(method, template, operation, body)
        return ["the path is not described"]

    def _check(self, method: str, template: str, operation: dict[str, Any], body: Any) -> list[str]:
        described = operation.get("requestBody")
        if described is None or "application/json" not in described["content"]:
            return [] if body is None else ["a body is not described"]
        if body is None:
            return ["the body is missing"] if described.get("required") else []
        return self._errors(method, template, body)

    def _errors(self, method: str, template: str, body: Any) -> list[str]:
        found = self._validator(method, template).iter_errors(_with_string_ids(body))
        errors = sorted(found, key=lambda error: list(map(str, error.instance_path)))
        return [f"{'.'.join(map(str, error.instance_path))}: {error.message[:300]}" for error in errors]

    def _validator(self, method: str, template: str) -> Draft202012Validator:
        known = self._validators.get((method, template))
        if known is None:
            escaped = template.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
            pointer = f"#/paths/{escaped}/{method.lower()}/requestBody/content/application~1json/schema"
            known = Draft202012Validator({"$ref": _ROOT + pointer}, registry=self._registry)
            self._validators[method, template] = known
        return known


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]+\}", template)
    return re.compile("[^/]+".join(re.escape(part) for part in parts))


def _with_string_ids(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        named = {name: _with_string_ids(inner, name) for name, inner in value.items()}
        if key == "attachments" and "id" in named:
            named["id"] = str(named["id"])  # A new file's number.
        return named
    if isinstance(value, list):
        return [_with_string_ids(inner, key) for inner in value]
    is_id = _ID_KEY.match(key) or (key == "id" and isinstance(value, int) and value >= _SMALLEST_SNOWFLAKE)
    if is_id and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value
