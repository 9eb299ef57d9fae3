"""Hosts of addresses, as people read them."""

import re
from urllib.parse import urlsplit

_SUBDOMAIN = re.compile(r"^(?:www|m|mobile|amp|edition)\d?\.")


def bare_host(url: str) -> str | None:
    """The host of a URL without "www." and its like; None where there is none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _SUBDOMAIN.sub("", (host or "").rstrip(".")) or None
