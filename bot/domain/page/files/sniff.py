"""What a body is, by its first bytes: the declared type decides only where the bytes leave it open."""

from bot.errors import UnsupportedTypeError
from bot.i18n.marking import to_say
from config.limits import SNIFF_BYTES

HTML = "text/html"
PLAIN = "text/plain"
PDF = "application/pdf"

# What a user reads of what is no text.
_IMAGE = to_say("That is an image; I read web pages, plain text and PDF.")
_ARCHIVE_OR_OFFICE = to_say("That is an archive or an office document; I read web pages, plain text and PDF.")
_ARCHIVE = to_say("That is an archive; I read web pages, plain text and PDF.")
_OFFICE = to_say("That is an office document; I read web pages, plain text and PDF.")
_SOUND = to_say("That is a sound file; I read web pages, plain text and PDF.")
_SOUND_OR_VIDEO = to_say("That is a sound file or a video; I read web pages, plain text and PDF.")
_VIDEO = to_say("That is a video; I read web pages, plain text and PDF.")
_PROGRAM = to_say("That is a program; I read web pages, plain text and PDF.")
_DATABASE = to_say("That is a database; I read web pages, plain text and PDF.")
_JSON = to_say("That is data (JSON), not a text; I read web pages, plain text and PDF.")
_STYLES = to_say("That is a style sheet; I read web pages, plain text and PDF.")
_SCRIPT = to_say("That is a script; I read web pages, plain text and PDF.")
_TABLE = to_say("That is a table of data; I read web pages, plain text and PDF.")
_FEED = to_say("That is a news feed, not an article; I read web pages, plain text and PDF.")
_BYTES = to_say("That is a binary file, not a text; I read web pages, plain text and PDF.")
_XML = to_say("That is a news feed or other XML data, not an article; I read web pages, plain text and PDF.")
_FONT = to_say("That is a font; I read web pages, plain text and PDF.")
_KINDS = {"image": _IMAGE, "audio": _SOUND, "video": _VIDEO, "font": _FONT}

# First bytes of what is no text, with what a user reads (WHATWG MIME Sniffing, section 6, and file(1)).
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM\x00", _IMAGE),
    (b"\x00\x00\x01\x00", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"8BPS", _IMAGE),
    (b"PK\x03\x04", _ARCHIVE_OR_OFFICE),
    (b"PK\x05\x06", _ARCHIVE_OR_OFFICE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _VIDEO),
    (b"FLV\x01", _VIDEO),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"SQLite format 3\x00", _DATABASE),
)
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\x0b\x0c\r\x1b")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MARKUP = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<title",
    b"<meta",
    b"<script",
    b"<div",
    b"<article",
    b"<h1",
    b"<p>",
    b"<p ",
    b"<!--",
    b"<br>",
    b"<br ",
    b"<b>",
    b"<style",
    b"<table",
    b"<iframe",
    b"<font",
    b"<section",
    b"<main",
    b"<h2",
    b"<center",
)
_NO_PROSE = {
    "application/json": _JSON,
    "application/ld+json": _JSON,
    "text/css": _STYLES,
    "text/javascript": _SCRIPT,
    "application/javascript": _SCRIPT,
    "text/csv": _TABLE,
    "application/rss+xml": _FEED,
    "application/atom+xml": _FEED,
}


def media_type(data: bytes, declared: str | None) -> str:
    """The media type to read `data` as: `text/html`, `text/plain` or `application/pdf`.

    Args:
        data: the body's bytes; the first `SNIFF_BYTES` are looked at.
        declared: the type that the transport named, parameters allowed; None or wrong is fine.

    Raises:
        UnsupportedTypeError: the bytes are an image, an archive, a program, a feed or data.
    """
    head = data[:SNIFF_BYTES]
    kind = (declared or "").partition(";")[0].strip().lower()
    _refuse_binary(head, kind)
    if b"%PDF-" in head[:1024]:
        return PDF
    if kind in _NO_PROSE:
        _refuse(_NO_PROSE[kind])
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and _looks_binary(head):
        _refuse(_BYTES)
    start = _visible_start(head.replace(b"\x00", b"") if wide else head)
    if start.startswith(_MARKUP) or (start.startswith(b"<") and (b"<html" in start or b"<!doctype html" in start)):
        return HTML
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        _refuse(_XML)
    if kind in {"text/html", "application/xhtml+xml"}:
        return HTML
    return PLAIN


def _visible_start(head: bytes) -> bytes:
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return head.lstrip().lower()


def _refuse_binary(head: bytes, kind: str) -> None:
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            _refuse(name)
    if head[:4] == b"RIFF":
        _refuse(_IMAGE if head[8:12] == b"WEBP" else _SOUND_OR_VIDEO)
    if head[4:8] == b"ftyp":
        _refuse(_IMAGE if head[8:12] in {b"avif", b"heic", b"mif1"} else _VIDEO)
    if kind.startswith(("image/", "audio/", "video/", "font/")) and kind != "image/svg+xml":
        _refuse(_KINDS[kind.partition("/")[0]])
    if b"<svg" in head[:256].lower() and b"<html" not in head.lower():
        _refuse(_IMAGE)


def _looks_binary(head: bytes) -> bool:
    """Control characters that no charset of the web uses for text."""
    if b"\x00" in head:
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) * 0.02


def _refuse(sentence: str) -> None:
    raise UnsupportedTypeError(sentence)
