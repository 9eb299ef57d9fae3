"""What a body is by its first bytes, whatever its type is said to be."""

import pytest

from bot.domain.page.files.sniff import HTML, PDF, PLAIN, media_type
from bot.errors import UnsupportedTypeError


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        (b"  \n<!DOCTYPE html><p>A", None, HTML),
        (b"\xef\xbb\xbf<html><p>A", "text/plain", HTML),
        ("<html><p>A".encode("utf-16"), None, HTML),
        (b"<custom><!doctype html><html>", None, HTML),
        (b"A story", "text/html; charset=utf-8", HTML),
        (b"A story", "application/octet-stream", PLAIN),
        (b"A story\x1b", None, PLAIN),
        (b"\n\n%PDF-1.7", "text/html", PDF),
        (b"<html><svg>", None, HTML),
    ],
)
def test_text_is_read(data: bytes, declared: str | None, expected: str) -> None:
    """Markup, plain text and PDF are told by their bytes; the declared type decides where these leave it open."""
    assert media_type(data, declared) == expected


@pytest.mark.parametrize(
    ("data", "declared", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "text/html", "an image"),
        (b"RIFF\0\0\0\0WEBPVP8", None, "an image"),
        (b"RIFF\0\0\0\0WAVE", None, "a sound file or a video"),
        (b"\0\0\0\x20ftypavif", None, "an image"),
        (b"\0\0\0\x20ftypisom", None, "a video"),
        (b"<svg xmlns='x'>", None, "an image"),
        (b"PK\x03\x04", "application/pdf", "an archive or an office document"),
        (b"OggS", None, "a sound file"),
        (b"SQLite format 3\0", None, "a database"),
        (b"ab", "audio/x-unknown", "a sound file"),
        (b"ab", "font/woff2", "a font"),
        (b"{}", "application/json", "data (JSON)"),
        (b"a,b", "text/csv; header=present", "a table of data"),
        (b"<rss version='2.0'>", None, "a news feed or other XML data"),
        (b"<a/>", "application/rss+xml", "a news feed"),
        (b"a\0b", None, "a binary file"),
        (b"\x01\x02" * 9 + b"text" * 20, "text/plain", "a binary file"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, declared: str | None, kind: str) -> None:
    """It is refused with what it is."""
    with pytest.raises(UnsupportedTypeError, match="^That is " + kind.replace("(", r"\(").replace(")", r"\)")):
        media_type(data, declared)
