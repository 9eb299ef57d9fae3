import io
import json
import logging
import re
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


@pytest.mark.parametrize("json_lines", [True, False])
def test_log_steers_no_terminal_and_no_text_makes_a_line_of_its_own(json_lines: bool) -> None:
    """Control characters, DEL, bidi marks and line separators are escapes; what a page says looks like no record."""
    stream = io.StringIO()
    set_up_logging(level="INFO", json_lines=json_lines, stream=stream)
    hostile = "\x1b[31mred\x07\x7f\x9b\u202e\u2066\u2028\ud800 end\n2026-11-26 INFO bot: all is well"
    try:
        int(hostile)
    except ValueError:
        logging.getLogger("nutgraf.test").exception("a page says %s", hostile, extra={"said": hostile})
    written = stream.getvalue()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", written)
    assert not any(line.startswith("2026-11-26 INFO") for line in written.splitlines())
    if json_lines:
        assert json.loads(written)["message"] == f"a page says {hostile}"
        assert json.loads(written)["said"] == hostile
