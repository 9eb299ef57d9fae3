import io
import json
import logging
from collections.abc import Iterator

import pytest

from config.logging import set_up_logging


@pytest.fixture(autouse=True)
def _own_handlers() -> Iterator[None]:
    """The root logger is given back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_log_lines_are_json_objects() -> None:
    """Each record is one JSON object a line with its extra fields, line breaks in the message escaped."""
    stream = io.StringIO()
    set_up_logging(level="INFO", json_lines=True, stream=stream)
    logging.getLogger("nutgraf.test").info("two\nlines", extra={"guild": 7})
    lines = stream.getvalue().splitlines()
    assert len(lines) == 1
    line = json.loads(lines[0])
    assert (line["level"], line["logger"], line["message"], line["guild"]) == ("INFO", "nutgraf.test", "two\nlines", 7)


@pytest.mark.parametrize("json_lines", [True, False])
def test_log_blanks_secrets(json_lines: bool) -> None:
    """A secret reaches no line, neither in a message nor in a traceback."""
    stream = io.StringIO()
    set_up_logging(level="INFO", json_lines=json_lines, secrets=("s3cret-token",), stream=stream)
    try:
        int("failed with s3cret-token")
    except ValueError:
        logging.getLogger("nutgraf.test").exception("login as %s", "s3cret-token")
    assert "s3cret-token" not in stream.getvalue()
    assert stream.getvalue().count("[secret]") >= 2


def test_log_level_holds() -> None:
    """Records below the level are not written."""
    stream = io.StringIO()
    set_up_logging(level="WARNING", json_lines=False, stream=stream)
    logging.getLogger("nutgraf.test").info("quiet")
    assert stream.getvalue() == ""
