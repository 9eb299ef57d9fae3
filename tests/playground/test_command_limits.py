"""What Discord refuses in the definitions of commands is refused here."""

from typing import Any

import pytest

from tests.playground.rest import Rest
from tests.support.town import Town


def command(name: str = "say", **more: Any) -> dict[str, Any]:
    """A slash command."""
    return {"name": name, "description": "Say it.", "type": 1, **more}


def option(name: str = "text", **more: Any) -> dict[str, Any]:
    """A text option."""
    return {"name": name, "description": "What.", "type": 3, **more}


REFUSED: dict[str, list[dict[str, Any]]] = {
    "upper case in a name": [command("Say")],
    "a space in a name": [command("say it")],
    "a name over 32 characters": [command("a" * 33)],
    "no description": [command(description="")],
    "a description over 100 characters": [command(description="a" * 101)],
    "a menu with a description": [{"name": "Menu", "type": 3, "description": "No."}],
    "the same name twice": [command(), command()],
    "26 options": [command(options=[option(f"o{n}") for n in range(26)])],
    "the same option twice": [command(options=[option(), option()])],
    "an option without a description": [command(options=[option(description="")])],
    "a required option after one that is not": [command(options=[option("a"), option("b", required=True)])],
    "26 choices": [command(options=[option(choices=[{"name": str(n), "value": str(n)} for n in range(26)])])],
    "choices with autocomplete": [command(options=[option(choices=[{"name": "a", "value": "a"}], autocomplete=True)])],
    "a sub-command beside an option": [command(options=[option(), option("sub", type=1)])],
    "a group in a group": [command(options=[option("a", type=2, options=[option("b", type=2)])])],
    "an unknown locale": [command(name_localizations={"xx": "sag"})],
    "upper case in a localised name": [command(name_localizations={"de": "Sag"})],
    "more than 8,000 characters in all": [
        command(options=[option(f"o{n}", choices=[{"name": "n" * 100, "value": "v" * 100}] * 20) for n in range(2)])
    ],
}


@pytest.mark.parametrize("commands", REFUSED.values(), ids=REFUSED)
async def test_refused(rest: Rest, town: Town, commands: list[dict[str, Any]]) -> None:
    """Discord answers 400 with code 50035, and no command is registered."""
    status, answer = await rest("PUT", f"/applications/{town.discord.service.application}/commands", commands)
    assert (status, answer["code"]) == (400, 50035), answer
    assert town.discord.service.commands[None] == []


@pytest.mark.parametrize(("kind", "most"), [(1, 100), (2, 5), (3, 5)], ids=["chat", "user menus", "message menus"])
async def test_number_of_commands(rest: Rest, town: Town, kind: int, most: int) -> None:
    """100 slash commands and five context menus of each kind are the limit."""
    path = f"/applications/{town.discord.service.application}/commands"
    more = {"description": "d"} if kind == 1 else {}
    commands = [{"name": f"c{number}", "type": kind, **more} for number in range(most + 1)]
    assert (await rest("PUT", path, commands))[1]["code"] == 30032
    assert (await rest("PUT", path, commands[:-1]))[0] == 200


async def test_registered_commands(rest: Rest, town: Town) -> None:
    """A bulk overwrite replaces all, keeps the ids of those that stay, and is listed as it was given."""
    path = f"/applications/{town.discord.service.application}/commands"
    localised = command(name_localizations={"de": "sag"}, description_localizations={"de": "Sag es."})
    _, first = await rest("PUT", path, [localised, command("other")])
    _, second = await rest("PUT", path, [localised])
    assert first[0]["id"] == second[0]["id"]
    _, listed = await rest("GET", path)
    assert [(entry["name"], entry["name_localizations"]) for entry in listed] == [("say", {"de": "sag"})]


async def test_guild_commands(rest: Rest, town: Town) -> None:
    """A guild's commands stand beside the global ones."""
    guild = next(iter(town.discord.service.guilds.values()))
    path = f"/applications/{town.discord.service.application}/guilds/{guild.id}/commands"
    _, made = await rest("PUT", path, [command()])
    assert made[0]["guild_id"] == str(guild.id)
    assert (await rest("GET", f"/applications/{town.discord.service.application}/commands"))[1] == []
