"""Where an article comes from: a link, a paste, a file; and the page that a fetch brought."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A source to be fetched. `url` is http or https, in canonical form."""

    url: str


@dataclass(frozen=True, slots=True)
class Paste:
    """A source given as text, raw as it was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A source given as a file: its name, its declared content type (may be None or wrong) and its bytes."""

    name: str
    content_type: str | None
    data: bytes = field(repr=False)


Source = Link | Paste | Upload


@dataclass(frozen=True, slots=True)
class Page:
    """What a fetch brought.

    Attributes:
        url: the final URL after redirects.
        content_type: the media type after sniffing: `text/html`, `text/plain` or `application/pdf`.
        charset: the charset the transport named, if any, lower case.
        body: the decompressed bytes.
    """

    url: str
    content_type: str
    charset: str | None
    body: bytes = field(repr=False)
