"""Finds the links of a message as Discord renders them, and gives each its canonical form.

A markdown parser with Discord's own rules before it sees what a reader sees: `<url>` asks not to be unfurled, code is
no link, a masked link's target is one, a spoiler hides one, and a block quote is another's message.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from courlan import normalize_url
from markdown_it import MarkdownIt

from config import limits

_BARE = re.compile(r"https?://[^\s<>\"`]+", re.IGNORECASE)
_BLOCK = re.compile(r"```.*?```", re.DOTALL)
_TRAILING = ".,;:!?'\"’”»…*_~|"
_MEDIA = re.compile(
    r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp4|webm|mov|mp3|ogg|wav|m4a|zip|gz|7z|rar|exe|dmg|apk|iso)$", re.IGNORECASE
)
_DISCORD = re.compile(r"(?:^|\.)(?:discord\.com|discordapp\.com|discord\.gg|discordapp\.net|discord\.media)$")
# Sites of moving pictures and music, where a link is something to play.
_PLAYERS = re.compile(
    r"(?:^|\.)(?:tenor\.com|giphy\.com|youtube\.com|youtu\.be|twitch\.tv|spotify\.com|tiktok\.com|vimeo\.com)$"
)
_TRACKING = re.compile(
    r"^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh(?:id)?|mc_[ce]id|_ga|_gl|_hs.*|"
    r"mkt_tok|vero_id|oly_.*_id|at_(?:medium|campaign|custom\d|link.*|ptr.*|format|bbc_team)|ns_.*|cmpid?|ocid|ito|"
    r"smid|smtyp|ref|ref_src|ref_url|referrer|referringsource|share|shareid|sharetype|s_cid|ncid|sr_share|guccounter|"
    r"guce_.*|__twitter_impression|amp|outputtype|xtor|wt\.mc.*|cid|spm|traffic_source|taid)$",
    re.IGNORECASE,
)
_MOBILE_HOST = re.compile(r"^(?:(?P<language>\w{2})\.)?(?:amp|m|mobile|touch)\.(?=[^.]+\.)")
_AMP_PATH = re.compile(r"(?:/amp/?|\.amp)$|\.amp(?=\.html?$)|(?<=^/)amp/(?=.)", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^/(?:amp/)?(?:[cv]/)?(?:s/)?(?P<page>[^/]+\.[^/]+/.*)$")
_AMP_CACHES = re.compile(r"(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$|^www\.google\.[a-z.]+$")


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link of a message: its canonical URL, and whether it stood in a spoiler."""

    url: str
    spoiler: bool = False


def find_links(content: str) -> tuple[FoundLink, ...]:
    """The article links of a message in order, each once: no suppressed link, code, quote, media, or Discord's own.

    Home pages are left out too, as they are no article. Linear in the length of `content`.
    """
    if "://" not in content:
        return ()
    found: dict[str, FoundLink] = {}
    for url, spoiler in _urls(content):
        if is_article_link(url):
            canonical_url = canonical(url)
            before = found.get(canonical_url)
            # A link that stands both open and hidden is hidden by somebody's wish.
            found[canonical_url] = FoundLink(canonical_url, spoiler or (before is not None and before.spoiler))
    return tuple(found.values())


def is_article_link(url: str) -> bool:
    """Whether a URL may lead to an article, by its looks: http or https, no media file, no player, no home page."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if parts.scheme.lower() not in {"http", "https"} or not host or len(url) > limits.LINK_CHARACTERS:
        return False
    if _DISCORD.search(host) or _PLAYERS.search(host) or _MEDIA.search(parts.path):
        return False
    return bool(parts.path.strip("/") or parts.query)


def canonical(url: str, declared: str | None = None) -> str:
    """One form for all the links to one article.

    Tracking parameters, fragments, AMP forms, mobile hosts, default ports and a host's capitals go.

    Args:
        url: http or https.
        declared: the page's own rel=canonical, which wins where it leads to the same site.
    """
    if declared and is_same_site(url, declared) and is_article_link(declared):
        url = declared
    try:
        given = urlsplit(_out_of_amp_cache(url.strip()))
        # The library reads HTML's entities in a query ("&copy="), so it is given the address without one.
        parts = urlsplit(normalize_url(urlunsplit((given.scheme, given.netloc, given.path, "", ""))))
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    plain = _MOBILE_HOST.sub(lambda match: f"{match['language']}." if match["language"] else "", host)
    path = _AMP_PATH.sub("", parts.path) or "/"
    query = [(name, value) for name, value in parse_qsl(given.query, keep_blank_values=True) if not _is_noise(name)]
    if port is not None and port != {"http": 80, "https": 443}.get(parts.scheme):
        plain = f"{plain}:{port}"
    return urlunsplit((parts.scheme, plain, path, urlencode(query), ""))


def is_same_site(one: str, other: str) -> bool:
    """Whether two URLs lead to one site: the hosts, "www", "m" and "amp" aside, are one, or one is within the other."""
    hosts = []
    for url in (one, other):
        try:
            host = (urlsplit(url).hostname or "").lower()
        except ValueError:
            return False
        hosts.append(_MOBILE_HOST.sub("", host).removeprefix("www."))
    first, second = hosts
    return bool(first) and (first == second or first.endswith(f".{second}") or second.endswith(f".{first}"))


def _is_noise(name: str) -> bool:
    return _TRACKING.match(name) is not None


def _out_of_amp_cache(url: str) -> str:
    """The page that an AMP cache's address stands for."""
    parts = urlsplit(url)
    if not _AMP_CACHES.search((parts.hostname or "").lower()):
        return url
    page = _AMP_CACHE.match(parts.path)
    if page is None or ((parts.hostname or "").startswith("www.google.") and not parts.path.startswith("/amp/")):
        return url
    return f"https://{unquote(page['page'])}" + (f"?{parts.query}" if parts.query else "")


def _urls(content: str) -> Iterator[tuple[str, bool]]:
    """Every link that a reader sees, with whether a spoiler hides it."""
    spoiled = masked = False
    for token in _parser().parse(_without_quotes(_BLOCK.sub(" ", content))):
        for child in token.children or ():
            if child.type == "link_open":
                masked = True
                if child.markup != "autolink":
                    yield str(child.attrs.get("href", "")), spoiled
            elif child.type == "link_close":
                masked = False
            elif child.type == "text" and not masked:
                pieces = child.content.split("||")
                for number, piece in enumerate(pieces):
                    spoiled = spoiled != bool(number)
                    yield from ((_trim(match.group()), spoiled) for match in _BARE.finditer(piece))


def _without_quotes(content: str) -> str:
    """The message without its block quotes, which are other people's words. Discord's have no lazy lines."""
    lines = []
    for line in content.split("\n"):
        if line.startswith(">>> "):
            break
        lines.append("" if line.startswith("> ") else line)
    return "\n".join(lines)


@cache
def _parser() -> MarkdownIt:
    # Emphasis and entities would cut and change addresses that have "_" and "&" in them.
    return MarkdownIt("zero").enable(["backticks", "autolink", "link", "newline"])


def _trim(url: str) -> str:
    """A bare URL without the punctuation of the sentence around it; its own balanced parentheses stay."""
    while url:
        last = url[-1]
        if last in _TRAILING or (last == ")" and url.count(")") > url.count("(")) or last == "]":
            url = url[:-1]
        else:
            break
    return url
