"""What a SOURCE of the command line names: a URL, a file, or standard input."""

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain.values.source import Link, Source, Upload
from bot.errors import AddressRefusedError, NutgrafError, UnreachableError, UnreadableError, UsageError
from config import limits

_FILES = frozenset({".txt", ".html", ".htm", ".pdf"})
# Files that people try; what ends otherwise may be a host's name.
_OTHER_FILES = frozenset({".csv", ".doc", ".docx", ".epub", ".json", ".md", ".odt", ".rtf", ".xml", ".zip"})
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,24}", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def read_source(name: str) -> Source:
    """What a SOURCE names. A file that is there wins over an address without its scheme.

    Raises:
        UsageError: it is empty, or a folder.
        UnreachableError: there is no such file, or it cannot be read.
    """
    if name == "-":
        # A process whose standard input is closed has none.
        given = sys.stdin.buffer.read(limits.PDF_BYTES + 1) if sys.stdin else b""
        return Upload("standard input", None, given)
    if not name.strip():
        raise UsageError("A source is empty; name a URL, a file, or - for standard input.")
    # What the system's charset cannot tell is shown as a question mark.
    name = name.encode("utf-8", "replace").decode("utf-8") if "://" in name else name
    if name.partition("://")[0].isalpha() and "://" in name:
        return _link(name)
    return _file(name) or _address(name)


def may_be_page(name: str) -> bool:
    """Whether a SOURCE is an address, or a file that is there and no plain text, as far as its name tells."""
    if "://" in name:
        return True
    try:
        return Path(name).suffix.lower() != ".txt" and Path(name).is_file()
    except (OSError, ValueError):
        return False


def _file(name: str) -> Upload | None:
    """The file of that name; None where there is none."""
    path = Path(name)
    try:
        if path.is_dir():
            raise UsageError("{name} is a folder; name a file in it, or try nutgraf evaluate {name}.", name=name)
        if path.is_file():
            with path.open("rb") as file:
                return Upload(path.name, None, file.read(limits.PDF_BYTES + 1))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UnreachableError("The file {name} could not be read ({why}).", name=name, why=why) from None
    return None


def _address(name: str) -> Link:
    """An address without its scheme, where something stands behind the host."""
    host = name.partition("/")[0]
    if "/" in name and "." in host and not name.startswith((".", "/", "~")):
        return _link(f"https://{name}")
    if _HOST.fullmatch(name) and Path(name).suffix.lower() not in _FILES | _OTHER_FILES:
        raise UnreachableError("There is no file called {name}; for a web page write https://{name}.", name=name)
    raise UnreachableError("There is no file called {name}.", name=name)


def explained(error: NutgrafError, name: str) -> str:
    """The sentence of what went wrong with a source; of an address that is refused also how to allow it."""
    if not isinstance(error, AddressRefusedError):
        return error.sentence
    try:
        parts = urlsplit(name)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return error.sentence
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{error.sentence} If it is yours, set FETCH_ALLOW={host}:{port}." if host else error.sentence


def articles_of(folder: Path) -> list[Upload]:
    """The articles of a folder, by name."""
    if not folder.is_dir():
        raise UnreachableError("There is no folder called {name}.", name=folder)
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _FILES)
    if not paths:
        raise UnreachableError("There is no .txt, .html or .pdf file in {name}.", name=folder)
    return [Upload(str(path.relative_to(folder)), None, path.read_bytes()) for path in paths]


def speakers_of(folder: Path) -> dict[str, dict[str, str | None]]:
    """The right speakers that a folder says in `speakers.json`: by file, each quotation's; nothing without it."""
    path = folder / "speakers.json"
    if not path.is_file():
        return {}
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): {str(text): who for text, who in quotes.items()} for name, quotes in raw.items()}
    except (OSError, ValueError, AttributeError):
        raise UnreadableError(
            "{name} must be an object of files, each an object of quotations and their speakers.", name=path
        ) from None


def _link(address: str) -> Link:
    from bot.domain.chat.links import canonical  # noqa: PLC0415  # Its library is not needed for a file.

    return Link(canonical(address))
