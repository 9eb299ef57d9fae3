"""Hosts of addresses, as people read them."""

import re
from urllib.parse import urlsplit

from bot.domain.values.article import Article

# Labels of a host, and letters of the one before its last, where both together are like a top-level domain.
_SHORT = 3

_SUBDOMAIN = re.compile(r"^(?:www|m|mobile|amp|edition)\d?\.")


def bare_host(url: str) -> str | None:
    """The host of a URL without "www." and its like; None where there is none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _SUBDOMAIN.sub("", (host or "").rstrip(".")) or None


def site_label(article: Article) -> str | None:
    """The name of an article's site, with its host beside it where the name is not the host's own.

    Any page can call itself by a known name; its host it cannot choose.
    """
    host = bare_host(article.url or "")
    if article.site is None or host is None:
        return article.site or host
    name = "".join(filter(str.isalnum, article.site.lower()))
    labels = host.split(".")
    own = {"".join(labels), "".join(labels[:-1])}
    if len(labels) >= _SHORT and len(labels[-2]) <= _SHORT:  # "co.uk", "com.br"
        own.add("".join(labels[:-2]))
    own = {"".join(filter(str.isalnum, text)) for text in own}
    return article.site if name in own else f"{article.site} ({host})"
