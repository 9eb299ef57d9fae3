"""What Discord refuses in messages and modals, beyond what its OpenAPI description says."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from playground.rules.refusal import Refusal, invalid_form
from playground.rules.state import JSON, SELECTS, Flag, Part, flatten

CONTENT = 2000
TEXT = 4000
COMPONENTS = 40
ROWS = 5
OPTIONS = 25
INPUT = 4000
# Above this Discord answers HTTP 500 (discord-api-docs issue 8554).
TEXT_BYTES = 10_170
NONCE = 25
ATTACHMENTS = 10
ATTACHMENT_BYTES = 10 * 1024 * 1024
EMBED_TOTAL = 6000
BULK_DELETE = (2, 100)
AUTOCOMPLETE_CHOICES = 25

V2_ONLY = frozenset(
    {
        Part.SECTION,
        Part.TEXT_DISPLAY,
        Part.THUMBNAIL,
        Part.MEDIA_GALLERY,
        Part.FILE,
        Part.SEPARATOR,
        Part.CONTAINER,
    }
)
TOP = frozenset({Part.ACTION_ROW, *V2_ONLY} - {Part.THUMBNAIL})
IN_CONTAINER = TOP - {Part.CONTAINER}
LINK_STYLE = 5


class Faults:
    """Collects a form's faults; `refuse` raises them all at once, as Discord answers them."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def add(self, path: str, code: str, sentence: str) -> None:
        """Note a fault of the field at a dotted path."""
        self.found.append((path, code, sentence))

    def length(self, path: str, value: Any, low: int, high: int) -> None:
        """A text or list must be so long; a text that is missing counts as empty."""
        size = len(value or "")
        if low and not size:
            self.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif not low <= size <= high:
            self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")

    def refuse(self) -> None:
        """Raise what was found."""
        if self.found:
            raise invalid_form(*self.found)


def check_message(body: JSON, *, files: Iterable[str], interaction: bool = False, flags: int | None = None) -> None:
    """Refuse a message that Discord would refuse.

    Args:
        body: the message as it will be: for an edit the old message's fields with the new ones over them.
        files: the names of all its files.
        interaction: whether it answers an interaction, which permits EPHEMERAL.
        flags: the flags it has, where they are not in the body.
    """
    faults = Faults()
    flags = int(body.get("flags") or 0) if flags is None else flags
    content = (body.get("content") or "").strip()
    embeds, components = (body.get(key) or [] for key in ("embeds", "components"))
    names = list(files)
    _check_flags(faults, int(body.get("flags") or 0), interaction=interaction)
    faults.length("nonce", str(body.get("nonce") or ""), 0, NONCE)
    faults.length("attachments", names, 0, ATTACHMENTS)
    if len(content) > CONTENT:
        faults.add("content", "BASE_TYPE_MAX_LENGTH", f"Must be {CONTENT} or fewer in length.")
    _check_embeds(faults, embeds)
    if flags & Flag.COMPONENTS_V2:
        _check_v2(faults, body)
    else:
        _check_legacy(faults, components)
    _check_components(faults, components, names)
    faults.refuse()
    if not any((content, embeds, components, names, body.get("sticker_ids"), body.get("poll"))):
        raise Refusal(400, 50006, "Cannot send an empty message")
    _check_bytes(components)


def _check_flags(faults: Faults, flags: int, *, interaction: bool) -> None:
    permitted = Flag.SUPPRESS_EMBEDS | Flag.SUPPRESS_NOTIFICATIONS | Flag.COMPONENTS_V2
    if interaction:
        permitted |= Flag.EPHEMERAL
    if flags & ~permitted:
        faults.add("flags", "BASE_TYPE_CHOICES", "These flags cannot be set.")


def _check_embeds(faults: Faults, embeds: list[JSON]) -> None:
    faults.length("embeds", embeds, 0, 10)
    total = 0
    for number, embed in enumerate(embeds):
        path = f"embeds.{number}"
        footer, author = embed.get("footer") or {}, embed.get("author") or {}
        texts = [("title", embed.get("title"), 256), ("description", embed.get("description"), 4096)]
        texts += [("footer.text", footer.get("text"), 2048), ("author.name", author.get("name"), 256)]
        fields = embed.get("fields") or []
        faults.length(f"{path}.fields", fields, 0, 25)
        for place, row in enumerate(fields):
            texts += [(f"fields.{place}.name", row.get("name"), 256), (f"fields.{place}.value", row.get("value"), 1024)]
        for name, text, high in texts:
            faults.length(f"{path}.{name}", text, 0, high)
            total += len(text or "")
    if total > EMBED_TOTAL:
        faults.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBED_TOTAL}")


def _check_v2(faults: Faults, body: JSON) -> None:
    for key in ("content", "embeds", "sticker_ids", "poll"):
        if body.get(key):
            sentence = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            faults.add(key, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", sentence)
    components = body.get("components") or []
    every = list(flatten(components))
    if len(every) > COMPONENTS:
        code = "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"
        faults.add("components", code, f"Total number of components exceeds the maximum of {COMPONENTS}")
    if sum(len(text) for text in _texts(every)) > TEXT:
        code = "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"
        faults.add("components", code, f"The total displayable text size exceeds the maximum of {TEXT}")
    for number, component in enumerate(components):
        if component["type"] not in TOP:
            faults.add(f"components.{number}.type", "UNION_TYPE_CHOICES", f"Value must be one of {sorted(TOP)}.")


def _texts(components: Iterable[JSON]) -> list[str]:
    return [part.get("content") or "" for part in components if part["type"] == Part.TEXT_DISPLAY]


def _check_bytes(components: list[JSON]) -> None:
    if sum(len(text.encode()) for text in _texts(flatten(components))) > TEXT_BYTES:
        raise Refusal(500, 0, "500: Internal Server Error")


def _check_legacy(faults: Faults, components: list[JSON]) -> None:
    faults.length("components", components, 0, ROWS)
    for number, component in enumerate(components):
        if component["type"] != Part.ACTION_ROW:
            faults.add(f"components.{number}.type", "UNION_TYPE_CHOICES", "Value of field 'type' must be one of (1,).")


def _check_components(faults: Faults, components: list[JSON], files: list[str]) -> None:
    for number, component in enumerate(components):
        _check_one(faults, f"components.{number}", component, files)
    _check_unique(faults, components)


def _check_unique(faults: Faults, components: list[JSON]) -> None:
    for key, code in (("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"), ("id", "COMPONENT_ID_DUPLICATED")):
        given = [part[key] for part in flatten(components) if part.get(key)]
        if len(given) != len(set(given)):
            faults.add("components", code, f"Component {key} cannot be duplicated")


def _check_one(faults: Faults, path: str, part: JSON, files: list[str]) -> None:
    kind = part["type"]
    if kind == Part.CONTAINER:
        faults.length(f"{path}.components", part.get("components"), 1, COMPONENTS)
        for number, inner in enumerate(part.get("components") or []):
            if inner["type"] not in IN_CONTAINER:
                faults.add(f"{path}.components.{number}.type", "UNION_TYPE_CHOICES", "Not allowed in a container.")
            _check_one(faults, f"{path}.components.{number}", inner, files)
    elif kind == Part.ACTION_ROW:
        _check_row(faults, path, part)
    elif kind == Part.SECTION:
        _check_section(faults, path, part)
    elif kind == Part.TEXT_DISPLAY:
        faults.length(f"{path}.content", part.get("content"), 1, TEXT)
    elif kind == Part.MEDIA_GALLERY:
        faults.length(f"{path}.items", part.get("items"), 1, 10)
    elif kind == Part.FILE:
        _check_file(faults, path, part, files)


def _check_file(faults: Faults, path: str, part: JSON, files: list[str]) -> None:
    url = (part.get("file") or {}).get("url") or ""
    if not url.startswith("attachment://") or url.removeprefix("attachment://") not in files:
        sentence = "The referenced attachment was not found in the message"
        faults.add(f"{path}.file.url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", sentence)


def _check_section(faults: Faults, path: str, part: JSON) -> None:
    faults.length(f"{path}.components", part.get("components"), 1, 3)
    for number, inner in enumerate(part.get("components") or []):
        if inner["type"] != Part.TEXT_DISPLAY:
            faults.add(f"{path}.components.{number}.type", "UNION_TYPE_CHOICES", "Must be a text display.")
        faults.length(f"{path}.components.{number}.content", inner.get("content"), 1, TEXT)
    accessory = part.get("accessory")
    if accessory is None or accessory["type"] not in {Part.BUTTON, Part.THUMBNAIL}:
        faults.add(f"{path}.accessory", "BASE_TYPE_REQUIRED", "This field is required")
    elif accessory["type"] == Part.BUTTON:
        _check_button(faults, f"{path}.accessory", accessory)


def _check_row(faults: Faults, path: str, row: JSON) -> None:
    parts = row.get("components") or []
    faults.length(f"{path}.components", parts, 1, 5)
    selects = [part for part in parts if part["type"] in SELECTS]
    if selects and len(parts) > 1:
        faults.add(f"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select menu fills its row.")
    for number, part in enumerate(parts):
        place = f"{path}.components.{number}"
        if part["type"] == Part.BUTTON:
            _check_button(faults, place, part)
        elif part["type"] in SELECTS:
            _check_select(faults, place, part)
        else:
            faults.add(f"{place}.type", "UNION_TYPE_CHOICES", "Must be a button or a select menu.")


def _check_button(faults: Faults, path: str, part: JSON) -> None:
    faults.length(f"{path}.label", part.get("label"), 0, 80)
    if "custom_id" in part:
        faults.length(f"{path}.custom_id", part["custom_id"], 1, 100)
    if not part.get("label") and not part.get("emoji"):
        faults.add(f"{path}.label", "BUTTON_COMPONENT_INVALID_LABEL", "A button needs a label or an emoji.")
    if part.get("style") == LINK_STYLE:
        url = part.get("url") or ""
        faults.length(f"{path}.url", url, 1, 512)
        if urlsplit(url).scheme not in {"http", "https", "discord"}:
            faults.add(f"{path}.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of http, https, discord.")
        if "custom_id" in part:
            faults.add(path, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")
    elif "custom_id" not in part:
        faults.add(path, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    elif part.get("url"):
        faults.add(path, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")


def _check_select(faults: Faults, path: str, part: JSON) -> None:
    faults.length(f"{path}.custom_id", part.get("custom_id"), 1, 100)
    faults.length(f"{path}.placeholder", part.get("placeholder"), 0, 150)
    low, high = part.get("min_values", 1), part.get("max_values", 1)
    if not (0 <= low <= OPTIONS and 1 <= high <= OPTIONS and low <= high):
        faults.add(f"{path}.max_values", "BASE_TYPE_BAD_LENGTH", "Between 0 and 25 values can be chosen.")
    if part["type"] != Part.STRING_SELECT:
        faults.length(f"{path}.default_values", part.get("default_values"), 0, high)
        return
    options = part.get("options") or []
    faults.length(f"{path}.options", options, 1, 25)
    if high > len(options):
        faults.add(f"{path}.max_values", "BASE_TYPE_BAD_LENGTH", "More values than options.")
    for number, option in enumerate(options):
        for key, least, most in (("label", 1, 100), ("value", 1, 100), ("description", 0, 100)):
            faults.length(f"{path}.options.{number}.{key}", option.get(key), least, most)
    if len({option.get("value") for option in options}) != len(options):
        faults.add(f"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The option value is duplicated")
    if sum(bool(option.get("default")) for option in options) > high:
        faults.add(f"{path}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values")


def check_modal(body: JSON) -> None:
    """Refuse a modal that Discord would refuse."""
    faults = Faults()
    faults.length("data.title", body.get("title"), 1, 45)
    faults.length("data.custom_id", body.get("custom_id"), 1, 100)
    rows = body.get("components") or []
    faults.length("data.components", rows, 1, 5)
    for number, row in enumerate(rows):
        path = f"data.components.{number}"
        if row["type"] == Part.LABEL:
            faults.length(f"{path}.label", row.get("label"), 1, 45)
            faults.length(f"{path}.description", row.get("description"), 0, 100)
            _check_field(faults, f"{path}.component", row.get("component") or {"type": 0})
        elif row["type"] == Part.ACTION_ROW:
            faults.length(f"{path}.components", row.get("components"), 1, 1)
            for part in row.get("components") or []:
                faults.length(f"{path}.components.0.label", part.get("label"), 1, 45)
                _check_field(faults, f"{path}.components.0", part)
        elif row["type"] != Part.TEXT_DISPLAY:
            faults.add(f"{path}.type", "UNION_TYPE_CHOICES", "Must be a label, an action row or a text display.")
    _check_unique(faults, rows)
    faults.refuse()


def _check_field(faults: Faults, path: str, part: JSON) -> None:
    faults.length(f"{path}.custom_id", part.get("custom_id"), 1, 100)
    if part["type"] in SELECTS:
        _check_select(faults, path, part)
    if part["type"] != Part.TEXT_INPUT:
        return
    if part.get("style") not in {1, 2}:
        faults.add(f"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2).")
    faults.length(f"{path}.value", part.get("value"), 0, part.get("max_length") or INPUT)
    faults.length(f"{path}.placeholder", part.get("placeholder"), 0, 100)
    low, high = part.get("min_length") or 0, part.get("max_length") or INPUT
    if not 0 <= low <= high <= INPUT:
        faults.add(f"{path}.max_length", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 4000.")


def check_choices(choices: list[JSON]) -> None:
    """Refuse autocomplete choices that Discord would refuse."""
    faults = Faults()
    faults.length("data.choices", choices, 0, AUTOCOMPLETE_CHOICES)
    for number, choice in enumerate(choices):
        faults.length(f"data.choices.{number}.name", choice.get("name"), 1, 100)
        if isinstance(choice.get("value"), str):
            faults.length(f"data.choices.{number}.value", choice["value"], 1, 100)
    faults.refuse()
