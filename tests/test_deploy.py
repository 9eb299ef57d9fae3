"""The manifests that a host is given say nothing that the program does not know."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # PyYAML brings no types.

from bot.cli.parser import build_parser
from config.settings import Settings
from tests.conftest import ROOT

COMPOSE, KUBERNETES = ROOT / "compose.yaml", ROOT / "deploy" / "kubernetes.yaml"
SETTINGS = {part.name.upper() for part in fields(Settings)}

# Kinds of Kubernetes' objects that the manifest uses, with their versions and what each must say.
KINDS = {
    ("batch/v1", "Job"): {"template"},
    ("apps/v1", "StatefulSet"): {"replicas", "selector", "serviceName", "template"},
    ("apps/v1", "Deployment"): {"replicas", "selector", "template"},
    ("v1", "Service"): {"selector", "ports"},
}


class OnceLoader(yaml.SafeLoader):  # type: ignore[misc]  # As above.
    """Refuses a key that stands twice in one mapping, as compose and Kubernetes do."""


def _mapping(loader: OnceLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value if key.value != "<<"]
    assert len(keys) == len(set(keys)), f"twice in line {node.start_mark.line + 1}: {keys}"
    loader.flatten_mapping(node)
    made: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return made


OnceLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def objects() -> list[dict[str, Any]]:
    """What the manifest for Kubernetes makes."""
    return list(yaml.load_all(KUBERNETES.read_text(encoding="utf-8"), OnceLoader))  # It is a safe loader.


def ours() -> Iterator[dict[str, Any]]:
    """The containers and services that run this program."""
    compose = yaml.load(COMPOSE.read_text(encoding="utf-8"), OnceLoader)  # noqa: S506  # As above.
    yield from (service for service in compose["services"].values() if "build" in service)
    for made in objects():
        template = made["spec"].get("template", {"spec": {"containers": []}})
        yield from template["spec"]["containers"]


def test_variables_are_settings() -> None:
    """Every variable that a manifest sets, or asks to be put into the secret, is a setting of the program."""
    named = set(re.findall(r"--from-literal=([A-Z_]+)=", KUBERNETES.read_text(encoding="utf-8")))
    for container in ours():
        given = container.get("environment", {})
        named |= set(given) | {variable["name"] for variable in container.get("env", ())}
    assert named >= {"DISCORD_TOKEN", "REDIS_URL", "DATABASE_URL"}
    assert named - SETTINGS == set()


def test_commands_are_the_programs_own() -> None:
    """Every container begins a command of the program with arguments that it takes."""
    commands = [container["command"] for container in ours()]
    commands += [line.split()[1:] for line in (ROOT / "Procfile").read_text(encoding="utf-8").splitlines() if line]
    assert len(commands) >= 8
    for program, *arguments in commands:
        assert program == "nutgraf"
        build_parser().parse_args(arguments)


@pytest.mark.parametrize("made", objects(), ids=lambda made: f"{made['kind']} {made['metadata']['name']}")
def test_objects_are_whole(made: dict[str, Any]) -> None:
    """Each has a kind that Kubernetes knows, says what that kind must, and has the labels that its selector wants."""
    needs = KINDS[made["apiVersion"], made["kind"]]
    spec = made["spec"]
    assert needs <= spec.keys()
    if made["kind"] in {"StatefulSet", "Deployment"}:
        assert spec["selector"]["matchLabels"].items() <= spec["template"]["metadata"]["labels"].items()


def test_probes_ask_where_the_program_answers() -> None:
    """Readiness is asked of the path and the port on which the image's process serves it."""
    port = re.search(r"\bPORT=(\d+)", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    assert port is not None
    probed = [container for container in ours() if "readinessProbe" in container]
    assert len(probed) == 2
    for container in probed:
        (open_port,) = container["ports"]
        assert open_port["containerPort"] == int(port[1])
        asked = container["readinessProbe"]["httpGet"]
        assert (asked["path"], asked["port"]) == ("/healthz", open_port["name"])
