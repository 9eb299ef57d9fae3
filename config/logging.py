"""How the program logs: one line a record on standard error, for people or as JSON, and never a secret."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

# Attributes that every record has: what else one carries was given by `extra` and is worth a field of its own.
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

# Control characters but line breaks, what breaks or turns a line, and halves of characters, which no terminal takes.
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

# A secret of this length or shorter is a placeholder; blanking it would blank half the log.
SHORTEST_SECRET = 6


def set_up_logging(
    *, level: str, json_lines: bool, secrets: tuple[str, ...] = (), stream: TextIO | None = None
) -> None:
    """Send the root logger's records to `stream`, standard error by default.

    Args:
        level: the lowest level that is written, such as "INFO".
        json_lines: one JSON object a line instead of text.
        secrets: texts that are blanked wherever they occur in a line.
        stream: where lines go.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    inner: logging.Formatter = (
        _Json() if json_lines else logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    handler.setFormatter(_Blanking(inner, tuple(secret for secret in secrets if len(secret) > SHORTEST_SECRET)))
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    # These say at INFO what a reader of this log cannot act on.
    for name in ("httpx2", "httpcore2", "httpx", "httpcore", "openai", "trafilatura", "pypdf", "alembic", "docket"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


class _Json(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, the record's extra fields, and a traceback if any."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in STANDARD},
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class _Blanking(logging.Formatter):
    """Blanks secrets in what another formatter wrote, tracebacks included, and what could steer a terminal."""

    def __init__(self, inner: logging.Formatter, secrets: tuple[str, ...]) -> None:
        super().__init__()
        self._inner = inner
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        line = self._inner.format(record)
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        return one_record(line)


def one_record(written: str) -> str:
    """What a formatter wrote, with what could steer a terminal as escapes that JSON reads too.

    What follows a line break is indented, so that no text of a page looks like a record of its own.
    """
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", written).replace("\n", "\n    ")
