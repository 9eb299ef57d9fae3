"""`make docs`: writes docs/commands.md from the command tree itself. A test compares the two."""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.app.client import EXTENSIONS, Nutgraf
from bot.app.composition import open_desk, open_parts
from config.settings import load_settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"

HEAD = """\
# Commands

Made from the command tree by `make docs`; a test fails when this page is stale.

Besides commands there are three ways to a brief: a link or an article in a watched channel, a mention of the bot beside
a link or in a reply to one, and a direct message.
"""

CHAT, MESSAGE_MENU = 1, 3
SUB_COMMAND, SUB_GROUP = 1, 2
KINDS = {3: "text", 4: "whole number", 5: "yes or no", 6: "member", 7: "channel", 8: "role", 10: "number", 11: "file"}
CONTEXTS = {0: "servers", 1: "direct messages", 2: "private channels"}
MANAGE_GUILD = 1 << 5


def page(commands: list[dict[str, Any]]) -> str:
    """The page for commands as they are registered with Discord."""
    chat = sorted((one for one in commands if one["type"] == CHAT), key=lambda one: str(one["name"]))
    menus = sorted((one for one in commands if one["type"] == MESSAGE_MENU), key=lambda one: str(one["name"]))
    parts = [HEAD]
    parts += [_section(one) for one in chat]
    parts.append("## On a message: Apps\n")
    parts += [f"- **{one['name']}** ({_where(one)})\n" for one in menus]
    return "\n".join(parts)


async def registered() -> list[dict[str, Any]]:
    """The commands that the bot registers, as Discord gets them."""
    with tempfile.TemporaryDirectory() as folder:
        process = replace(load_settings(None), data_folder=Path(folder))
        async with open_desk(process) as desk_parts, open_parts(process, desk_parts) as parts, Nutgraf(parts) as bot:
            for name in EXTENSIONS:
                await bot.load_extension(name)
            return [command.to_dict(bot.tree) for command in bot.tree.get_commands(type=None)]


def _section(command: dict[str, Any]) -> str:
    lines = [f"## /{command['name']}\n", f"{command['description']} *{_where(command)}*\n"]
    options = command.get("options", [])
    if any(option["type"] in {SUB_COMMAND, SUB_GROUP} for option in options):
        for path, leaf in _leaves(command["name"], options):
            lines.append(f"**/{path}**: {leaf['description']}\n")
            lines += _options(leaf.get("options", []))
    else:
        lines += _options(options)
    return "\n".join(lines)


def _leaves(path: str, options: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for option in sorted(options, key=lambda one: str(one["name"])):
        if option["type"] == SUB_GROUP:
            yield from _leaves(f"{path} {option['name']}", option["options"])
        else:
            yield f"{path} {option['name']}", option


def _options(options: list[dict[str, Any]]) -> list[str]:
    lines = []
    for option in options:
        choices = ", ".join(str(choice["value"]) for choice in option.get("choices", []))
        kind = choices or KINDS[option["type"]]
        needed = "" if option.get("required") else ", optional"
        lines.append(f"- `{option['name']}` ({kind}{needed}): {option['description']}")
    return [*lines, ""] if lines else []


def _where(command: dict[str, Any]) -> str:
    contexts = command.get("contexts")
    places = [CONTEXTS[number] for number in (contexts if contexts is not None else CONTEXTS)]
    held = command.get("default_member_permissions")
    who = "Members with Manage Server" if held is not None and int(held) & MANAGE_GUILD else "Everybody"
    return f"{who}; in {', '.join(places)}."


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(asyncio.run(registered())), encoding="utf-8")


if __name__ == "__main__":
    main()
