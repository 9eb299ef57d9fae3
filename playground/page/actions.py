"""What a visitor's browser asks for, done as acts of the member that the visitor plays."""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from playground.members import COMMAND, MODAL, People
from playground.options import NotOfferedError
from playground.page.visitor import Visitor
from playground.rules.limits import ATTACHMENT_BYTES, CONTENT
from playground.rules.state import JSON, Attachment, ChannelKind, Interaction, Message

SUB_COMMAND, SUB_GROUP = 1, 2
INTEGER, BOOLEAN, NUMBER, FILE = 4, 5, 10, 11
OPTION_THINGS = frozenset({6, 7, 8, 9})
EMOJI_LENGTH = 64
# Discord's limit for the name of a thread, in characters.
THREAD_NAME = 100

# What the page's forms need of an option.
SHOWN = frozenset(
    {
        "name",
        "description",
        "type",
        "required",
        "choices",
        "autocomplete",
        "channel_types",
        "min_value",
        "max_value",
        "min_length",
        "max_length",
    }
)


class Actions:
    """Does what browsers ask; a request that cannot be met raises NotOfferedError with a sentence for the visitor."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._service = people.service
        self._known: dict[str, Callable[[Visitor, JSON], Interaction | None]] = {
            "post": self._post,
            "edit": self._edit,
            "delete": self._delete,
            "react": self._react,
            "typing": self._typing,
            "press": self._press,
            "choose": self._choose,
            "command": self._command,
            "complete": self._complete,
            "menu": self._menu,
            "submit": self._submit,
            "dismiss": self._dismiss,
        }

    def do(self, visitor: Visitor, wanted: JSON) -> Interaction | None:
        """Do it; the interaction is given where it began one."""
        deed = self._known.get(wanted.get("do", ""))
        if deed is None:
            raise NotOfferedError("The page asked for something unknown.")
        try:
            return deed(visitor, wanted)
        except (KeyError, TypeError, ValueError) as error:
            raise NotOfferedError("That could not be done here.") from error

    def _message(self, visitor: Visitor, wanted: JSON) -> Message:
        found = visitor.place.messages.get(int(wanted["id"]))
        if found is None or found.seen_by not in {None, visitor.who.id}:
            raise NotOfferedError("That message is gone.")
        return found

    def _post(self, visitor: Visitor, wanted: JSON) -> None:
        text = str(wanted.get("text") or "").strip()
        files = [self._file(entry) for entry in wanted.get("files") or ()]
        if len(text) > CONTENT:  # Discord's client sends a long paste as a file.
            files.append(self._people.file("message.txt", text.encode(), "text/plain; charset=utf-8"))
            text = ""
        if not text and not files:
            return
        if visitor.place.kind == ChannelKind.FORUM:
            self._forum_post(visitor, text, files)
            return
        reply = visitor.place.messages.get(int(wanted["reply"])) if wanted.get("reply") else None
        self._people.post(visitor.place, visitor.who, text, files=files, reply_to=reply)

    def _forum_post(self, visitor: Visitor, text: str, files: list[Attachment]) -> None:
        """A forum's post: the first line is its title, and with nothing below it its text too."""
        title, _, rest = text.partition("\n")
        thread = self._people.thread(visitor.place, visitor.who, title.strip()[:THREAD_NAME] or files[0].name)
        self._people.post(thread, visitor.who, rest.strip() or text, files=files, number=thread.id)

    def _file(self, entry: JSON) -> Attachment:
        try:
            data = base64.b64decode(entry["data"], validate=True)
        except (binascii.Error, ValueError):
            raise NotOfferedError("The file did not arrive whole.") from None
        if len(data) > ATTACHMENT_BYTES:
            raise NotOfferedError("Files over 10 MB are not taken.")
        name = str(entry["name"]).rpartition("/")[2][:100] or "file"
        return self._people.file(name, data, entry.get("type") or None)

    def _own(self, visitor: Visitor, wanted: JSON) -> Message:
        message = self._message(visitor, wanted)
        if message.author is not visitor.who.user:
            raise NotOfferedError("That is somebody else's message.")
        return message

    def _edit(self, visitor: Visitor, wanted: JSON) -> None:
        text = str(wanted["text"]).strip()
        if text and len(text) <= CONTENT:
            self._people.edit(self._own(visitor, wanted), text)

    def _delete(self, visitor: Visitor, wanted: JSON) -> None:
        message = self._message(visitor, wanted)
        if message.author is not visitor.who.user and not visitor.moderates(self._service):
            raise NotOfferedError("You may not delete that message.")
        self._service.remove(message)

    def _dismiss(self, visitor: Visitor, wanted: JSON) -> None:
        message = self._message(visitor, wanted)
        if message.ephemeral:
            self._service.remove(message)

    def _react(self, visitor: Visitor, wanted: JSON) -> None:
        message, emoji = self._message(visitor, wanted), str(wanted["emoji"])[:EMOJI_LENGTH]
        mine = visitor.who.id in message.reactions.get(emoji, ())
        self._service.react(message, visitor.who.user, emoji, add=not mine)

    def _typing(self, visitor: Visitor, _: JSON) -> None:
        self._service.typing(visitor.place, visitor.who.user)

    def _press(self, visitor: Visitor, wanted: JSON) -> Interaction:
        return self._people.press(self._message(visitor, wanted), visitor.who, wanted["custom"])

    def _choose(self, visitor: Visitor, wanted: JSON) -> Interaction:
        message = self._message(visitor, wanted)
        part = next(part for part in message.selects if part["custom_id"] == wanted["custom"])
        values = [self._thing(visitor, value) if "options" not in part else value for value in wanted["values"]]
        return self._people.choose(message, visitor.who, wanted["custom"], values)

    def _thing(self, visitor: Visitor, number: str) -> Any:
        """A channel, role or member of the guild by its id."""
        guild = self._service.guilds.get(visitor.place.guild_id or 0)
        if guild is None:
            return self._service.users[int(number)]
        for things in (guild.channels, guild.members, guild.roles):
            if int(number) in things:
                return things[int(number)]
        raise NotOfferedError("That is not in this server.")

    def _menu(self, visitor: Visitor, wanted: JSON) -> Interaction:
        return self._people.menu(visitor.who, wanted["name"], self._message(visitor, wanted))

    # --- slash commands -----------------------------------------------------------------------------------------------

    def commands(self, visitor: Visitor) -> list[JSON]:
        """The slash commands that the visitor is offered, sub-commands as commands of their own, as their client says.

        `path` and an option's `key` are the names that the bot knows, `words` and `name` those that are shown.
        """
        found: list[JSON] = []
        locale = visitor.who.user.locale
        for command in self._people.offered(visitor.place, visitor.who):
            found += _leaves((), (), command, locale)
        return sorted(found, key=lambda leaf: str(leaf["words"]))

    def _leaf(self, visitor: Visitor, words: str) -> JSON:
        """The command that is called so by the visitor, or by the bot."""
        leaf = next((leaf for leaf in self.commands(visitor) if words in {leaf["words"], leaf["path"]}), None)
        if leaf is None:
            raise NotOfferedError("There is no such command here.")
        return leaf

    def _command(self, visitor: Visitor, wanted: JSON) -> Interaction:
        leaf = self._leaf(visitor, wanted["words"])
        given = {
            name: value for name, value in (wanted.get("options") or {}).items() if value is not None and value != ""
        }
        options = {o["key"]: self._value(visitor, o, given[o["name"]]) for o in leaf["options"] if o["name"] in given}
        return self._people.command(visitor.place, visitor.who, leaf["path"], options)

    def _value(self, visitor: Visitor, option: JSON, value: Any) -> Any:
        kind = option["type"]
        if kind == INTEGER:
            return int(value)
        if kind == NUMBER:
            return float(value)
        if kind == BOOLEAN:
            return value in {True, "true"}
        if kind == FILE:
            return self._file(value)
        return self._thing(visitor, value) if kind in OPTION_THINGS else str(value)

    def _complete(self, visitor: Visitor, wanted: JSON) -> Interaction:
        typed = str(wanted["typed"])[:100]
        leaf = self._leaf(visitor, wanted["words"])
        option = next((o["key"] for o in leaf["options"] if o["name"] == wanted["option"]), wanted["option"])
        return self._people.complete(visitor.place, visitor.who, leaf["path"], option, typed)

    def _submit(self, visitor: Visitor, wanted: JSON) -> Interaction:
        asked = self._service.interactions.get(wanted["token"])
        if asked is None or asked.user is not visitor.who.user or asked.kind not in {COMMAND, 3, MODAL}:
            raise NotOfferedError("That form is no longer open.")
        fields = {name: self._field(visitor, value) for name, value in wanted["fields"].items()}
        return self._people.submit(asked, fields)

    def _field(self, visitor: Visitor, value: Any) -> Any:
        if isinstance(value, dict):
            return self._file(value)
        if isinstance(value, list):
            return [self._thing(visitor, one) if str(one).isdecimal() else one for one in value]
        return value


def _leaves(path: tuple[str, ...], words: tuple[str, ...], definition: JSON, locale: str) -> list[JSON]:
    path, words = (*path, definition["name"]), (*words, said(definition, "name", locale))
    options = definition.get("options") or []
    if options and options[0]["type"] in {SUB_COMMAND, SUB_GROUP}:
        return [leaf for option in options for leaf in _leaves(path, words, option, locale)]
    told = said(definition, "description", locale)
    return [
        {
            "path": " ".join(path),
            "words": " ".join(words),
            "description": told,
            "options": [_shown(option, locale) for option in options],
        }
    ]


def _shown(option: JSON, locale: str) -> JSON:
    """An option as the page shows it, its choices too."""
    shown = {key: value for key, value in option.items() if key in SHOWN}
    for name in ("name", "description"):
        shown[name] = said(option, name, locale)
    if "choices" in shown:
        shown["choices"] = [{**choice, "name": said(choice, "name", locale)} for choice in shown["choices"]]
    return {**shown, "key": option["name"]}


def said(what: JSON, key: str, locale: str) -> str:
    """A name or description in the words of a client that speaks a language, as Discord shows it."""
    known = what.get(f"{key}_localizations") or {}
    return str(known.get(locale) or what[key])
