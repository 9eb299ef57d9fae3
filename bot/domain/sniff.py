"""What a body is, by its first bytes: the declared type decides only where the bytes leave it open."""

from bot.errors import UnsupportedTypeError
from config.limits import SNIFF_BYTES

HTML = "text/html"
PLAIN = "text/plain"
PDF = "application/pdf"

# First bytes of what is no text, with the words a user reads (WHATWG MIME Sniffing, section 6, and file(1)).
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BM\x00", "an image"),
    (b"\x00\x00\x01\x00", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"8BPS", "an image"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"PK\x05\x06", "an archive or an office document"),
    (b"\x1f\x8b", "an archive"),
    (b"BZh", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
    (b"\xfd7zXZ\x00", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"FLV\x01", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_SPACE = 0x20
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
)
_NO_PROSE = {
    "application/json": "data (JSON), not a text",
    "application/ld+json": "data (JSON), not a text",
    "text/css": "a style sheet",
    "text/javascript": "a script",
    "application/javascript": "a script",
    "text/csv": "a table of data",
    "application/rss+xml": "a news feed, not an article",
    "application/atom+xml": "a news feed, not an article",
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
        _refuse("a file of bytes, not a text")
    start = _visible_start(head.replace(b"\x00", b"") if wide else head)
    if start.startswith(_MARKUP) or (start.startswith(b"<?xml") and b"<html" in start):
        return HTML
    if start.startswith((b"<?xml", b"<rss", b"<feed")):
        _refuse("a news feed or other XML data, not an article")
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
        _refuse("an image" if head[8:12] == b"WEBP" else "a sound file or a video")
    if head[4:8] == b"ftyp":
        _refuse("an image" if head[8:12] in {b"avif", b"heic", b"mif1"} else "a video")
    if kind.startswith(("image/", "audio/", "video/", "font/")) and kind != "image/svg+xml":
        _refuse(f"{'an' if kind[0] in 'ai' else 'a'} {kind.partition('/')[0]} file")
    if b"<svg" in head[:256].lower() and b"<html" not in head.lower():
        _refuse("an image")


def _looks_binary(head: bytes) -> bool:
    """Control characters that no charset of the web uses for text."""
    if b"\x00" in head:
        return True
    controls = sum(byte < _SPACE and byte not in b"\t\n\x0b\x0c\r\x1b" for byte in head)
    return controls > len(head) * 0.02


def _refuse(name: str) -> None:
    raise UnsupportedTypeError("That is {what}; I read web pages, plain text and PDF.", what=name)
