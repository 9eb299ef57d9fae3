"""Messages and their components as HTML. Whatever was written by somebody is escaped."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

from playground import wire
from playground.page.markdown import link_attributes, to_html
from playground.rules import permissions
from playground.rules.state import (
    JSON,
    SELECTS,
    Attachment,
    Channel,
    Guild,
    Member,
    Message,
    MessageKind,
    Part,
    Role,
    User,
)
from playground.service import Service

_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_PLACEHOLDERS = {
    Part.STRING_SELECT: "Make a selection",
    Part.USER_SELECT: "Select a user",
    Part.ROLE_SELECT: "Select a role",
    Part.MENTIONABLE_SELECT: "Select a user or role",
    Part.CHANNEL_SELECT: "Select a channel",
}
HUES = 8
EXCERPT = 160
_TAG = re.compile(r"<[^>]*>")
_SPOILER = re.compile(r"\|\|.+?\|\|", re.DOTALL)
# The larger of the two spacings of a separator.
WIDE = 2


class Renderer:
    """Makes HTML of messages for one viewer.

    Args:
        service: the state.
        viewer: who looks.
        menus: the context menu commands that the viewer is offered, each with the name that is shown.
    """

    def __init__(self, service: Service, viewer: User, menus: Mapping[str, str]) -> None:
        self._service = service
        self._viewer = viewer
        self._menus = menus

    def message(self, message: Message) -> str:
        """A message as an `<article>` whose id is `m-` and its number."""
        classes = ["message"]
        if message.ephemeral:
            classes.append("ephemeral")
        if self._viewer.id in message.pings:
            classes.append("pinged")
        parts = [
            f'<article class="{" ".join(classes)}" id="m-{message.id}" data-id="{message.id}" tabindex="0">',
            self._answered(message),
            _avatar(message.author),
            '<div class="body">',
            self._head(message),
            self._content(message),
            self._components(message.components, message),
            "".join(self._file(file) for file in message.attachments if not _is_shown_by_component(file, message)),
            "".join(self._embed(embed) for embed in message.embeds),
            self._reactions(message),
            self._private_note(message),
            "</div>",
            self._tools(message),
            "</article>",
        ]
        return "".join(parts)

    def markdown(self, text: str) -> str:
        """A text with Discord's markdown."""
        return to_html(text, self._name)

    def _name(self, mark: str, number: int) -> str | None:
        if mark == "#":
            place = self._service.channels.get(number)
            return place.name if place else None
        if mark == "@&":
            roles = (guild.roles.get(number) for guild in self._service.guilds.values())
            return next((role.name for role in roles if role), None)
        who = self._service.users.get(number)
        return who.name if who else None

    def _answered(self, message: Message) -> str:
        if message.interaction is not None and message.kind in {MessageKind.COMMAND, MessageKind.CONTEXT_MENU}:
            who = escape(message.interaction["user"]["username"])
            name = escape(message.interaction.get("name") or "a command")
            return f'<div class="answered"><b>{who}</b> used <span class="mention">{name}</span></div>'
        if message.replies_to is None:
            return ""
        place = self._service.channels.get(message.channel_id)
        origin = place.messages.get(message.replies_to) if place else None
        if origin is None:
            return '<div class="answered"><i>Original message was deleted</i></div>'
        excerpt = self._excerpt(origin) or "<i>Click to see attachment</i>"
        link = f'<a href="#m-{origin.id}">{excerpt}</a>'
        return f'<div class="answered"><b>{escape(origin.author.name)}</b> {link}</div>'

    def _excerpt(self, message: Message) -> str:
        """The beginning of a message as plain text, safe as HTML."""
        if any(part["type"] == Part.CONTAINER and part.get("spoiler") for part in message.parts):
            return "Spoiler"
        hidden = _SPOILER.sub("▇▇▇▇", message.text)[:EXCERPT]
        words = unescape(_TAG.sub(" ", self.markdown(hidden)))
        return escape(" ".join(words.split()))

    def _head(self, message: Message) -> str:
        badge = '<span class="badge">APP</span>' if message.author.bot else ""
        moment = datetime.fromisoformat(wire.timestamp(message.id)).astimezone()
        when = f'<time datetime="{moment.isoformat()}">{moment.strftime("%H:%M")}</time>'
        edited = '<span class="edited">(edited)</span>' if message.edited_at and message.interaction is None else ""
        name = escape(message.author.name)
        return f'<header><span class="name">{name}</span>{badge}{when}{edited}</header>'

    def _content(self, message: Message) -> str:
        if message.loading:
            name = escape(message.author.name)
            return f'<div class="thinking"><span class="dots"><i></i><i></i><i></i></span> {name} is thinking…</div>'
        forwarded = "".join(
            f'<blockquote class="forward"><div class="subtext">↪ Forwarded</div>'
            f"{self.markdown(entry['message']['content'])}</blockquote>"
            for entry in message.snapshots
        )
        return forwarded + (f'<div class="text">{self.markdown(message.content)}</div>' if message.content else "")

    def _private_note(self, message: Message) -> str:
        if not message.ephemeral or message.loading:
            return ""
        dismiss = '<button type="button" class="plain" data-do="dismiss">Dismiss message</button>'
        return f'<div class="private">Only you can see this · {dismiss}</div>'

    # --- components ---------------------------------------------------------------------------------------------------

    def _components(self, components: list[JSON], message: Message) -> str:
        return "".join(self._component(part, message) for part in components)

    def _component(self, part: JSON, message: Message) -> str:
        if part["type"] in SELECTS:
            return self._select(part, message)
        makers: dict[int, Callable[[JSON, Message], str]] = {
            Part.CONTAINER: self._container,
            Part.TEXT_DISPLAY: self._text,
            Part.SEPARATOR: self._separator,
            Part.ACTION_ROW: self._row,
            Part.SECTION: self._section,
            Part.BUTTON: self._button,
        }
        return makers.get(part["type"], self._media)(part, message)

    def _text(self, part: JSON, _: Message) -> str:
        return f'<div class="text">{self.markdown(part["content"])}</div>'

    def _separator(self, part: JSON, _: Message) -> str:
        line = "line" if part.get("divider", True) else "gap"
        return f'<div class="separator {line}{" wide" if part.get("spacing") == WIDE else ""}"></div>'

    def _row(self, part: JSON, message: Message) -> str:
        return f'<div class="row">{self._components(part["components"], message)}</div>'

    def _section(self, part: JSON, message: Message) -> str:
        texts = self._components(part["components"], message)
        return f'<div class="section"><div>{texts}</div><div>{self._component(part["accessory"], message)}</div></div>'

    def _container(self, part: JSON, message: Message) -> str:
        accent = part.get("accent_color")
        colour = f' data-accent="#{accent:06x}"' if isinstance(accent, int) else ""
        inner = self._components(part["components"], message)
        if part.get("spoiler"):
            inner = f'<details class="hidden"><summary>Spoiler</summary>{inner}</details>'
        return f'<div class="container"{colour}>{inner}</div>'

    def _button(self, part: JSON, _: Message) -> str:
        label = escape(part.get("label") or "")
        emoji = escape((part.get("emoji") or {}).get("name") or "")
        inner = f"<span>{emoji}</span> {label}" if emoji else label
        style = _STYLES.get(part.get("style", 2), "secondary")
        disabled = " disabled" if part.get("disabled") else ""
        if style == "link":
            if urlsplit(part["url"]).scheme not in {"http", "https"}:
                return f'<button type="button" class="button link" disabled>{inner}</button>'
            return f'<a class="button link" {link_attributes(part["url"])}>{inner} <span>↗</span></a>'
        custom = escape(part.get("custom_id") or "")
        return (
            f'<button type="button" class="button {style}" data-do="press" data-custom="{custom}"{disabled}>'
            f"{inner}</button>"
        )

    def _select(self, part: JSON, message: Message) -> str:
        placeholder = escape(part.get("placeholder") or _PLACEHOLDERS[part["type"]])
        low, high = part.get("min_values", 1), part.get("max_values", 1)
        disabled = " disabled" if part.get("disabled") else ""
        options = self._options(part, message.guild_id)
        chosen = " selected" if not any(entry[3] for entry in options) else ""
        custom = escape(part["custom_id"])
        box = f'<div class="select" data-custom="{custom}" data-low="{low}" data-high="{high}">'
        if high > 1:
            return f"{box}{_many(placeholder, options, disabled)}</div>"
        first = f'<option value=""{chosen} disabled>{placeholder}</option>'
        rows = "".join(
            f'<option value="{escape(value)}"{" selected" if default else ""}>'
            f"{escape(label)}{f' — {escape(note)}' if note else ''}</option>"
            for value, label, note, default in options
        )
        return f'{box}<select aria-label="{placeholder}"{disabled}>{first}{rows}</select></div>'

    def _options(self, part: JSON, guild_id: int | None) -> list[tuple[str, str, str, bool]]:
        """The choices of a select menu: value, label, description, and whether it is chosen already."""
        if part["type"] == Part.STRING_SELECT:
            return [
                (o["value"], o["label"], o.get("description") or "", bool(o.get("default"))) for o in part["options"]
            ]
        chosen = {str(entry["id"]) for entry in part.get("default_values") or ()}
        guild = self._service.guilds.get(guild_id or 0)
        return [(str(thing.id), label, "", str(thing.id) in chosen) for thing, label in _things(guild, part)]

    def _media(self, part: JSON, message: Message) -> str:
        if part["type"] == Part.FILE:
            name = part["file"]["url"].removeprefix("attachment://")
            return "".join(self._file(file) for file in message.attachments if file.name == name)
        entries = part.get("items") or [part]
        names = [escape((entry.get("media") or {}).get("url") or "") for entry in entries]
        return "".join(f'<div class="file">{name}</div>' for name in names)

    # --- what hangs below ---------------------------------------------------------------------------------------------

    def _file(self, file: Attachment) -> str:
        url = escape(wire.attachment(file, self._service.base)["url"])
        size = f"{max(len(file.data) / 1000, 0.1):.1f} kB"
        return f'<div class="file"><a href="{url}" download>{escape(file.name)}</a> <span>{size}</span></div>'

    def _embed(self, embed: JSON) -> str:
        title = f"<b>{escape(embed['title'])}</b>" if embed.get("title") else ""
        body = self.markdown(embed["description"]) if embed.get("description") else ""
        rows = "".join(
            f"<div><b>{escape(row['name'])}</b><br>{self.markdown(row['value'])}</div>"
            for row in embed.get("fields") or ()
        )
        return f'<div class="container embed">{title}<div class="text">{body}</div>{rows}</div>'

    def _reactions(self, message: Message) -> str:
        if not message.reactions:
            return ""
        chips = "".join(
            f'<button type="button" class="reaction{" mine" if self._viewer.id in users else ""}" data-do="react" '
            f'data-emoji="{escape(emoji)}">{escape(emoji.partition(":")[0])} {len(users)}</button>'
            for emoji, users in message.reactions.items()
        )
        return f'<div class="reactions">{chips}</div>'

    def _tools(self, message: Message) -> str:
        if message.ephemeral or message.loading:
            return ""
        tools = [
            _tool("react", "👍", "React with 👍", emoji="👍"),
            _tool("react", "📰", "React with 📰", emoji="📰"),
            _tool("reply", "Reply", "Reply"),
        ]
        if message.author is self._viewer:
            tools.append(_tool("edit", "Edit", "Edit"))
        if message.author is self._viewer or self._may_delete(message):
            tools.append(_tool("delete", "Delete", "Delete"))
        menus = "".join(
            f'<button type="button" data-do="menu" data-name="{escape(name)}">{escape(shown)}</button>'
            for name, shown in self._menus.items()
        )
        if menus:
            tools.append(f'<details class="apps"><summary title="Apps">Apps</summary><div>{menus}</div></details>')
        return f'<div class="tools" role="toolbar" aria-label="Message actions">{"".join(tools)}</div>'

    def _may_delete(self, message: Message) -> bool:
        place = self._service.channels.get(message.channel_id)
        held = self._service.allowed(place, self._viewer) if place and not place.is_private else 0
        return bool(held & permissions.BITS["manage_messages"])

    # --- modals -------------------------------------------------------------------------------------------------------

    def modal(self, modal: JSON, token: str, guild_id: int | None) -> str:
        """A modal as a form for a `<dialog>`."""
        rows = "".join(self._modal_row(row, guild_id) for row in modal["components"])
        return (
            f'<form method="dialog" class="modal" data-token="{escape(token)}"><h2>{escape(modal["title"])}</h2>{rows}'
            '<div class="row end"><button type="button" class="button secondary" data-do="close">Cancel</button>'
            '<button type="submit" class="button primary">Submit</button></div></form>'
        )

    def _modal_row(self, row: JSON, guild_id: int | None) -> str:
        if row["type"] == Part.TEXT_DISPLAY:
            return f'<div class="text">{self.markdown(row["content"])}</div>'
        field = row.get("component") or row["components"][0]
        label = escape(row.get("label") or field.get("label") or "")
        note = f'<span class="subtext">{escape(row["description"])}</span>' if row.get("description") else ""
        return f"<label><span>{label}</span>{note}{self._field(field, guild_id)}</label>"

    def _field(self, field: JSON, guild_id: int | None) -> str:
        name = escape(field["custom_id"])
        required = " required" if field.get("required", True) else ""
        if field["type"] == Part.TEXT_INPUT:
            return _text_field(field, name, required)
        if field["type"] in SELECTS:
            rows = "".join(
                f'<option value="{escape(value)}"{" selected" if default else ""}>{escape(label)}</option>'
                for value, label, _, default in self._options(field, guild_id)
            )
            many = " multiple" if field.get("max_values", 1) > 1 else ""
            return f'<select name="{name}"{many}{required}>{rows}</select>'
        if field["type"] == Part.FILE_UPLOAD:
            return f'<input type="file" name="{name}"{required}>'
        if field["type"] == Part.CHECKBOX:
            return f'<input type="checkbox" name="{name}">'
        rows = "".join(f'<option value="{escape(o["value"])}">{escape(o["label"])}</option>' for o in field["options"])
        many = " multiple" if field["type"] == Part.CHECKBOX_GROUP else ""
        return f'<select name="{name}"{many}{required}>{rows}</select>'


def _text_field(field: JSON, name: str, required: str) -> str:
    bounds = f' minlength="{field.get("min_length") or 0}" maxlength="{field.get("max_length") or 4000}"'
    hint = f' placeholder="{escape(field.get("placeholder") or "")}"'
    value = escape(field.get("value") or "")
    if field.get("style") == 1:
        return f'<input name="{name}" value="{value}"{bounds}{hint}{required}>'
    return f'<textarea name="{name}" rows="6"{bounds}{hint}{required}>{value}</textarea>'


def _things(guild: Guild | None, part: JSON) -> list[tuple[Channel | Role | Member, str]]:
    if guild is None:
        return []
    found: list[tuple[Channel | Role | Member, str]] = []
    if part["type"] == Part.CHANNEL_SELECT:
        kinds = part.get("channel_types")
        found += [(c, f"#{c.name}") for c in guild.channels.values() if not kinds or c.kind in kinds]
    if part["type"] in {Part.USER_SELECT, Part.MENTIONABLE_SELECT}:
        found += [(member, f"@{member.user.name}") for member in guild.members.values()]
    if part["type"] in {Part.ROLE_SELECT, Part.MENTIONABLE_SELECT}:
        found += [(role, f"@{role.name.removeprefix('@')}") for role in guild.roles.values()]
    return found


def _many(placeholder: str, options: list[tuple[str, str, str, bool]], disabled: str) -> str:
    """A menu of several choices: it opens on a click, each choice has a box, and a button below them takes them."""
    rows = "".join(
        f'<label><input type="checkbox" value="{escape(value)}"{" checked" if default else ""}{disabled}>'
        f"<span>{escape(label)}{f' — {escape(note)}' if note else ''}</span></label>"
        for value, label, note, default in options
    )
    chosen = ", ".join(escape(label) for _, label, _, default in options if default)
    apply = f'<button type="button" class="button primary" data-do="choose"{disabled}>Choose</button>'
    return (
        f'<details class="many"><summary>{chosen or placeholder}</summary>'
        f'<div class="popup"><div role="group" aria-label="{placeholder}">{rows}</div>{apply}</div></details>'
    )


def _avatar(who: User) -> str:
    hue = sum(who.name.encode()) % HUES
    return f'<div class="avatar hue-{hue}" aria-hidden="true">{escape(who.name[:1].upper())}</div>'


def _is_shown_by_component(file: Attachment, message: Message) -> bool:
    wanted: Any = f"attachment://{file.name}"
    return any(part["type"] == Part.FILE and part["file"]["url"] == wanted for part in message.parts)


def _tool(do: str, sign: str, title: str, *, emoji: str = "") -> str:
    more = f' data-emoji="{emoji}"' if emoji else ""
    return f'<button type="button" data-do="{do}" title="{title}" aria-label="{title}"{more}>{sign}</button>'
