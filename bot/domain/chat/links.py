"""Finds the links of a Discord message as Discord renders them, and brings each into its canonical form.

Messages are parsed by markdown-it with rules for Discord's own dialect: code, block quotes, spoilers, `<url>`, masked
links and bare links. Everything is linear in the message's length.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

import courlan
from courlan.clean import clean_query
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from config import limits


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link of a message, `spoiler` when it is hidden behind `||`."""

    url: str
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a message holds: its links as written, and whether others were written so that nobody answers them."""

    links: tuple[FoundLink, ...]
    suppressed: bool = False

    @property
    def articles(self) -> tuple[FoundLink, ...]:
        """The links that may lead to an article, in canonical form, each once."""
        found: dict[str, bool] = {}
        for link in self.links:
            if is_article_link(link.url):
                # A link that stands both open and hidden is hidden by somebody's wish.
                url = canonical(link.url)
                found[url] = found.get(url, False) or link.spoiler
        return tuple(FoundLink(url, spoiler) for url, spoiler in found.items())


class Unfit(StrEnum):
    """Why a link leads to no article, judged by its address alone."""

    ADDRESS = "address"
    DISCORD = "discord"
    MEDIA = "media"
    FRONT = "front"


def scan(content: str, *, also_suppressed: bool = False) -> Found:
    """The links of a message in canonical form, in order, each once; `<url>`, code and quoted messages are passed over.

    The result says whether it holds such suppressed links, which count where they are asked for.
    """
    if "://" not in content:
        return Found(())
    tokens = _parser().parseInline(content)[0].children or []
    bars = [number for number, token in enumerate(tokens) if token.type == _SPOILER]
    # Bars hide what stands between them in pairs; one without another hides nothing.
    hidden = {number for start, end in zip(bars[::2], bars[1::2], strict=False) for number in range(start, end)}
    found: dict[str, bool] = {}
    for number, token in enumerate(tokens):
        if token.type == _LINK or (also_suppressed and token.type == _SUPPRESSED and token.content):
            found[token.content] = found.get(token.content, False) or number in hidden
    suppressed = any(token.type == _SUPPRESSED for token in tokens)
    return Found(tuple(FoundLink(url, spoiler) for url, spoiler in found.items()), suppressed)


def is_article_link(url: str) -> bool:
    """Whether a URL may lead to an article, by its looks."""
    return unfit(url) is None


def unfit(url: str) -> Unfit | None:
    """Why the address leads to no article, None when it may; a section front is told by its page."""
    host = host_of(url)
    if not host or len(url) > limits.LINK_CHARACTERS or not _SCHEME.match(url):
        return Unfit.ADDRESS
    parts = urlsplit(url)
    if _within(host, _DISCORD_HOSTS):
        return Unfit.DISCORD
    if _within(host, _MEDIA_HOSTS) or _MEDIA_ENDING.search(parts.path):
        return Unfit.MEDIA
    return Unfit.FRONT if _is_front(parts.path, parts.query) else None


def canonical(url: str, declared: str | None = None) -> str:
    """One address for all the links to one article, fit to be fetched.

    Tracking parameters, fragments, AMP forms, mobile hosts and default ports go.

    Args:
        url: http or https.
        declared: what the page says of itself (`rel=canonical`); believed within the same site only.
    """
    if declared and is_same_site(declared, url) and is_article_link(declared):
        url = declared
    try:
        given = urlsplit(_unwrap_amp(url.strip()))
        # The library reads HTML's entities in a query ("&copy="), so it is given the address without one.
        parts = urlsplit(courlan.normalize_url(urlunsplit((given.scheme, given.netloc, given.path, "", ""))))
        host = _desktop_host((parts.hostname or "").rstrip("."))
        port = "" if parts.port in {None, {"http": 80, "https": 443}.get(parts.scheme)} else f":{parts.port}"
    except ValueError:
        return url
    path = _AMP_PATH.sub("", parts.path) or "/"
    fragment = given.fragment if given.fragment.startswith("!") else ""
    netloc = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    query = _clean_query(given.query, names_page=not _has_slug(path))
    return urlunsplit((parts.scheme, netloc, path, query, fragment))


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site: one registered domain, or one host within the other."""
    first, second = (host_of(url).removeprefix("www.") for url in (one, other))
    if not first or not second:
        return False
    registered = _registered(first)
    within = first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
    return within or (registered is not None and registered == _registered(second))


def host_of(url: str) -> str:
    """The host of an address in lower case, "" when it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


# --- the parser -----------------------------------------------------------------------------------------------------

_LINK = "nutgraf_link"
_SUPPRESSED = "nutgraf_suppressed"
_SPOILER = "nutgraf_spoiler"

# Where a rule may begin; all else is passed over at once.
_SPECIAL = re.compile(r"[\\`<>|\]\nhH]")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
# A bare link ends at white space, "<", a backtick, a spoiler's bar, a masked link's middle, or full-width punctuation.
_BARE = re.compile(r"(?:[^\s<`|\]，。、；：！？（）「」『』【】《》“”„»«]|\|(?!\|)|\](?!\())+")
_ANGLE = re.compile(r"<(https?://[^\s<>]+)>", re.IGNORECASE)
_TRAILING = ".,:;\"'!?]*~_’…"
_MENTION = re.compile(r"<[@#:a/t][^<>\s]{0,100}>")


def _text(state: StateInline, silent: bool) -> bool:  # noqa: ARG001 - the parser hands `silent` over.
    found = _SPECIAL.search(state.src, state.pos)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    state.pos = end
    return True


def _quoted(state: StateInline, silent: bool) -> bool:
    """A block quote holds another's words: one line after "> ", the whole rest after ">>> "."""
    if state.src[state.pos] != ">" or (state.pos > 0 and state.src[state.pos - 1] != "\n"):
        return False
    if state.src.startswith(">>> ", state.pos):
        end = state.posMax
    elif state.src.startswith("> ", state.pos):
        found = state.src.find("\n", state.pos)
        end = found if found >= 0 else state.posMax
    else:
        return False
    if not silent and _SCHEME.search(state.src, state.pos, end):
        _push(state, _SUPPRESSED, "")
    state.pos = end
    return True


def _bars(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("||", state.pos):
        return False
    if not silent:
        _push(state, _SPOILER, "")
    state.pos += 2
    return True


def _angle(state: StateInline, silent: bool) -> bool:
    found = _ANGLE.match(state.src, state.pos) or _MENTION.match(state.src, state.pos)
    if found is None:
        return False
    if not silent and found.re is _ANGLE:
        _push(state, _SUPPRESSED, found[1])
    state.pos = found.end()
    return True


def _masked(state: StateInline, silent: bool) -> bool:
    """The second half of `[words](address)`; an address in angle brackets is suppressed."""
    if not state.src.startswith("](", state.pos):
        return False
    start = state.pos + 2
    suppressed = _ANGLE.match(state.src, start)
    if suppressed is not None:
        kind, address, end = _SUPPRESSED, suppressed[1], suppressed.end()
    elif _SCHEME.match(state.src, start):
        end = _balanced_end(state.src, start, state.posMax)
        kind, address = _LINK, state.src[start:end]
    else:
        return False
    if not silent:
        _push(state, kind, address)
    state.pos = end
    return True


def _bare(state: StateInline, silent: bool) -> bool:
    start = state.pos
    before = state.src[start - 1] if start else " "
    if (before.isascii() and before.isalnum()) or not _SCHEME.match(state.src, start):
        return False
    found = _BARE.match(state.src, start)
    if found is None:
        return False
    url = _trim(found[0])
    if len(url) <= len("https://") or not host_of(url):
        return False
    if not silent:
        _push(state, _LINK, url)
    state.pos = start + len(url)
    return True


def _step(state: StateInline, silent: bool) -> bool:  # noqa: ARG001 - as above.
    """What no other rule wants is a character of text."""
    state.pos += 1
    return True


def _push(state: StateInline, kind: str, content: str) -> None:
    state.push(kind, "", 0).content = content


def _balanced_end(text: str, start: int, limit: int) -> int:
    """Where the address of a masked link ends: at the parenthesis that closes what opened before it, or at space."""
    depth = 0
    for position in range(start, limit):
        character = text[position]
        if character.isspace():
            return position
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return position
    return limit


def _trim(url: str) -> str:
    """Without the punctuation of the sentence around it; a closing parenthesis stays where one opened within."""
    extra = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in _TRAILING or (url[end - 1] == ")" and extra > 0)):
        extra -= url[end - 1] == ")"
        end -= 1
    return url[:end]


@cache
def _parser() -> MarkdownIt:
    rules: list[tuple[str, Callable[[StateInline, bool], bool]]] = [
        ("nutgraf_quoted", _quoted),
        ("nutgraf_bars", _bars),
        ("nutgraf_angle", _angle),
        ("nutgraf_masked", _masked),
        ("nutgraf_bare", _bare),
        ("nutgraf_step", _step),
    ]
    parser = MarkdownIt("zero").enable(["escape", "backticks"])
    parser.inline.ruler.at("text", _text)
    for name, rule in rules:
        parser.inline.ruler.push(name, rule)
    return parser


# --- addresses ------------------------------------------------------------------------------------------------------

_DISCORD_HOSTS = frozenset(
    [
        "discord.com",
        "discordapp.com",
        "discordapp.net",
        "discord.gg",
        "discord.gift",
        "discord.new",
        "discord.media",
        "discord.dev",
        "dis.gd",
        "discordstatus.com",
    ]
)
# Sites of pictures, moving pictures and music, where a link is something to look at or to play.
_MEDIA_HOSTS = frozenset(
    {
        "gfycat.com",
        "giphy.com",
        "imgur.com",
        "redgifs.com",
        "spotify.com",
        "streamable.com",
        "tenor.com",
        "tiktok.com",
        "twitch.tv",
        "vimeo.com",
        "youtu.be",
        "youtube.com",
    }
)
_MEDIA_ENDING = re.compile(
    r"\.(?:jpe?g|png|gifv?|webp|avif|heic|bmp|svg|ico|tiff?|mp4|m4[va]|mov|webm|mkv|avi|mp3|aac|og[ga]|opus|flac|wav|"
    r"zip|gz|tar|7z|rar|exe|msi|dmg|apk|iso|css|js|json|xml|rss|atom|torrent)$",
    re.IGNORECASE,
)
# Addresses of front pages: nothing, a language, "index" or "home", and one section's name.
_FRONT = re.compile(r"/*(?:[a-z]{2}(?:[-_][a-z]{2})?/*)?(?:(?:index|home|default)(?:\.[a-z]{3,5})?)?/*", re.IGNORECASE)
_AMP_PATH = re.compile(r"(?<=^/)amp/(?=.)|/amp/?$|\.amp(?=(?:\.html?)?/?$)", re.IGNORECASE)
_AMP_NAMES = frozenset({"amp", "amp_js_v", "amp_gsa", "outputtype", "usqp"})
_SURE_TRACKER = re.compile(
    r"(?:utm_|mtm_|pk_|at_|ns_|mc_|hsa_|ga_|_hs|__)\w*|(?:fb|g|dc|ms|tw|yc|ysc|wbra|gbra|li_fat_|ttc)(?:cl)?(?:lk)?id|"
    r"msclkid|igshid?|s?cid_src|smid|smtyp|cmp(?:id)?|ocid|xtor|wt_mc|ref_src|ref_url|referrer|guccounter|guce_\w+|"
    r"feature|si|share|shared?_?(?:id|type|token)?|spm|srnd|partner|via|mod|traffic_source|taid|__twitter_impression",
    re.IGNORECASE,
)
_MOBILE_HOST = re.compile(r"^(?:(?P<language>\w{2})\.)?(?:amp|m|mobile|touch)\.(?=[^.]+\.)")


def _within(host: str, names: frozenset[str]) -> bool:
    """Whether a host is one of these names or below one."""
    labels = host.split(".")
    return any(".".join(labels[number:]) in names for number in range(max(0, len(labels) - 4), len(labels)))


def _is_front(path: str, query: str) -> bool:
    return _FRONT.fullmatch(path) is not None and not _clean_query(query, names_page=True)


def _has_slug(path: str) -> bool:
    """Whether the path itself names an article: digits, or a hyphened or long last part."""
    last = unquote(path).rstrip("/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    return len(stem) > limits.SLUG_LETTERS or "-" in stem or any(character.isdigit() for character in path)


def _clean_query(query: str, *, names_page: bool) -> str:
    """The query without trackers, in a fixed order. Where it names the page itself, only the surest ones go."""
    kept = []
    for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=None):
        lower = name.lower()
        doubtful = not names_page and not clean_query(f"{lower}=1")
        if (name or value) and lower not in _AMP_NAMES and not _SURE_TRACKER.fullmatch(lower) and not doubtful:
            kept.append((name, value))
    return urlencode(sorted(kept)).replace("=&", "&").removesuffix("=")


def _unwrap_amp(url: str) -> str:
    """The address within an AMP cache's or viewer's."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _within(host, frozenset({"cdn.ampproject.org"})):
        rest = parts.path.lstrip("/").partition("/")[2]
    elif re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", host) and parts.path.startswith("/amp/"):
        rest = parts.path.removeprefix("/amp/")
    else:
        return url
    scheme, rest = ("https", rest[2:]) if rest.startswith("s/") else ("http", rest)
    return f"{scheme}://{rest}{'?' if parts.query else ''}{parts.query}" if "." in rest.partition("/")[0] else url


def _desktop_host(host: str) -> str:
    """The host that serves everybody: m.example.org is example.org, en.m.example.org is en.example.org."""
    return _MOBILE_HOST.sub(lambda match: f"{match['language']}." if match["language"] else "", host)


def _registered(host: str) -> str | None:
    """The registered domain of a host, None when it has none."""
    found: str | None = courlan.extract_domain(f"https://{host}/")
    return found
