"""Bytes to text: byte-order mark, the transport's charset, the page's own, then detection; lies are survived."""

import codecs
import re

from config.limits import CHARSET_FAULTS_SHARE, CHARSET_SAMPLE_BYTES, SNIFF_BYTES

_META = re.compile(rb"""<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""", re.IGNORECASE)

# Labels that the web uses for a larger charset than they name (WHATWG Encoding, section 4.2).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Letters of the upper half, and their share of all letters, above which a table of one byte was the wrong one.
_UPPER, _UPPER_SHARE = 20, 0.5

_ONE_BYTE = re.compile(r"cp125\d|cp874|cp866|iso8859|koi8|mac")


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of `body`, whatever it claims to be; never fails.

    Args:
        body: the bytes of a page or a plain text.
        charset: what the transport named, any spelling, or None.

    Returns:
        Text without byte-order mark and NUL characters. Bytes that fit no charset become U+FFFD.
    """
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(name, "replace"))
    named = _named(body, charset)
    try:
        # Text of another charset that is valid UTF-8 by chance and not plain ASCII is next to impossible.
        if not any(name.startswith(("utf-16", "iso2022")) for name in named):
            return _clean(body.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    for name in named:
        text = body.decode(name, "replace")
        if text.count("\ufffd") <= len(text) * CHARSET_FAULTS_SHARE and not _is_garbled(text, name):
            return _clean(text)
    return _clean(_detected(body))


def _named(body: bytes, charset: str | None) -> list[str]:
    """The charsets that header, meta and XML declaration name, as Python's codecs, without those unknown."""
    head = body[: SNIFF_BYTES * 4]
    labels = [charset or ""]
    labels += [match.group(1).decode("ascii", "replace") for match in (_META.search(head), _XML.search(head)) if match]
    named: list[str] = []
    for label in labels:
        try:
            name = codecs.lookup(label.strip("\"' ")).name if label.strip("\"' ") else ""
        except (LookupError, ValueError):
            continue
        name = _SUPERSETS.get(name, name)
        if name.startswith("utf-16") and b"\x00" not in head:
            continue  # Markup in UTF-16 has a zero in every other byte.
        if name and name not in named and _is_text_codec(name):
            named.append(name)
    return named


def _is_text_codec(name: str) -> bool:
    """Python also has codecs such as zlib and rot13 that no page may choose."""
    try:
        return isinstance(b"a b".decode(name, "replace"), str) and not name.startswith(("punycode", "idna", "utf-7"))
    except (LookupError, ValueError, AssertionError):
        return False


def _is_garbled(text: str, name: str) -> bool:
    """Whether a charset of one byte, which accepts any bytes, was the wrong one.

    In text of Latin script accented letters are a minority; where most letters are of the upper half, another
    alphabet was read through the wrong table.
    """
    if not _ONE_BYTE.match(name):
        return False
    sample = text[:CHARSET_SAMPLE_BYTES]
    upper = sum("\x80" <= char <= "\xff" for char in sample)
    words = sum(char.isalpha() for char in _without_tags(sample))
    return upper > _UPPER and upper > _UPPER_SHARE * words


def _without_tags(text: str) -> str:
    return re.sub(r"<[^<>]*>", " ", text)


def _detected(body: bytes) -> str:
    """What detection makes of the bytes; Windows-1252 when it gives up, as browsers do."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # UTF-8, as nearly all is, does without it.

    start = max(0, body.find(b"<body"))
    best = from_bytes(body[start : start + CHARSET_SAMPLE_BYTES]).best()
    return body.decode(best.encoding if best else "cp1252", "replace")


def _clean(text: str) -> str:
    return text.replace("\x00", "").removeprefix("\ufeff")
