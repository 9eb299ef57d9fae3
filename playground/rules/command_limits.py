"""What Discord refuses in the definitions of application commands."""

import unicodedata
from collections import Counter

from playground.rules.limits import Faults
from playground.rules.refusal import Refusal
from playground.rules.state import JSON

CHAT, USER_MENU, MESSAGE_MENU = 1, 2, 3
MOST = {CHAT: 100, USER_MENU: 5, MESSAGE_MENU: 5}
SUB_COMMAND, SUB_GROUP = 1, 2
OPTIONS = 25
CHOICES = 25
# Characters over all names, descriptions and values of one command.
TOTAL = 8000

LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ]
)


def check_commands(commands: list[JSON]) -> None:
    """Refuse a bulk overwrite that Discord would refuse."""
    counts = Counter(command.get("type") or CHAT for command in commands)
    for kind, most in MOST.items():
        if counts[kind] > most:
            raise Refusal(400, 30032, f"Maximum number of application commands reached ({most}).")
    faults = Faults()
    taken = Counter((command.get("type") or CHAT, command["name"]) for command in commands)
    for number, command in enumerate(commands):
        if taken[command.get("type") or CHAT, command["name"]] > 1:
            sentence = "Application command names must be unique"
            faults.add(f"{number}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", sentence)
        _check_command(faults, str(number), command)
    faults.refuse()


def _check_command(faults: Faults, path: str, command: JSON) -> None:
    if (command.get("type") or CHAT) != CHAT:
        faults.length(f"{path}.name", command["name"], 1, 32)
        if command.get("description") or command.get("options"):
            faults.add(path, "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menus have no description or options.")
        _check_localizations(faults, path, command, menu=True)
        return
    _check_named(faults, path, command)
    _check_options(faults, path, command.get("options") or [], depth=0)
    if _size(command) > TOTAL:
        faults.add(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({TOTAL})")


def _check_named(faults: Faults, path: str, what: JSON) -> None:
    _check_name(faults, f"{path}.name", what["name"])
    faults.length(f"{path}.description", what.get("description"), 1, 100)
    _check_localizations(faults, path, what, menu=False)


def _check_name(faults: Faults, path: str, name: str) -> None:
    faults.length(path, name, 1, 32)
    fine = all(sign in "-_'" or unicodedata.category(sign)[0] in "LNM" for sign in name)
    if not fine or name != name.lower():
        faults.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _check_localizations(faults: Faults, path: str, what: JSON, *, menu: bool) -> None:
    for key in ("name_localizations", "description_localizations"):
        for locale, text in (what.get(key) or {}).items():
            place = f"{path}.{key}.{locale}"
            if locale not in LOCALES:
                faults.add(place, "BASE_TYPE_CHOICES", "Unknown locale")
            elif key.startswith("name") and not menu:
                _check_name(faults, place, text)
            else:
                faults.length(place, text, 1, 32 if key.startswith("name") else 100)


def _check_options(faults: Faults, path: str, options: list[JSON], *, depth: int) -> None:
    faults.length(f"{path}.options", options, 0, OPTIONS)
    names = Counter(option["name"] for option in options)
    plain = [option["type"] not in {SUB_COMMAND, SUB_GROUP} for option in options]
    if any(plain) and not all(plain):
        code = "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"
        faults.add(f"{path}.options", code, "Sub-command and sub-command group option types are mutually exclusive")
    optional_seen = False
    for number, option in enumerate(options):
        place = f"{path}.options.{number}"
        _check_named(faults, place, option)
        if names[option["name"]] > 1:
            sentence = "Option names must be unique"
            faults.add(f"{place}.name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", sentence)
        if option.get("required") and optional_seen:
            sentence = "Required options must be placed before non-required options"
            faults.add(f"{place}.required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", sentence)
        optional_seen = optional_seen or not option.get("required")
        _check_option(faults, place, option, depth)


def _check_option(faults: Faults, path: str, option: JSON, depth: int) -> None:
    if option["type"] in {SUB_COMMAND, SUB_GROUP}:
        deepest = 0 if option["type"] == SUB_GROUP else 1
        if depth > deepest:
            faults.add(f"{path}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deeply")
        _check_options(faults, path, option.get("options") or [], depth=depth + 1)
        return
    choices = option.get("choices") or []
    faults.length(f"{path}.choices", choices, 0, CHOICES)
    if choices and option.get("autocomplete"):
        faults.add(path, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Choices and autocomplete exclude each other")
    for number, choice in enumerate(choices):
        faults.length(f"{path}.choices.{number}.name", choice["name"], 1, 100)
        if isinstance(choice["value"], str):
            faults.length(f"{path}.choices.{number}.value", choice["value"], 1, 100)


def _size(what: JSON) -> int:
    """The characters of a command that Discord counts; of a text and its localisations the longest."""
    total = 0
    for key in ("name", "description"):
        texts = [what.get(key) or "", *(what.get(f"{key}_localizations") or {}).values()]
        total += max(len(text) for text in texts)
    if isinstance(what.get("value"), str):
        total += len(what["value"])
    return total + sum(_size(inner) for key in ("options", "choices") for inner in what.get(key) or ())
