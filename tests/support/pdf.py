"""Makes small PDF files with real text in them."""

import textwrap

LINE_CHARACTERS = 80
LEADING = 14


def pdf_of(text: str, *, title: str | None = None) -> bytes:
    """A PDF of one page with a text, its paragraphs parted by an empty line; letters of Windows-1252 alone.

    A line break within a paragraph is kept; `title` stands in the file's own description.
    """
    paragraphs = [
        [line for part in paragraph.split("\n") for line in textwrap.wrap(part, LINE_CHARACTERS)]
        for paragraph in text.strip().split("\n\n")
    ]
    lines = [line for paragraph in paragraphs for line in [*paragraph, ""]]
    shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
    content = b"BT /F1 11 Tf 72 770 Td %d TL\n" % LEADING + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *([b"<< /Title (" + _escaped(title) + b") >>"] if title else []),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, entry in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + entry + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        b"/Info 6 0 R " if title else b"",
        len(body),
    )
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def _escaped(line: str) -> bytes:
    data = line.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
