"""Rate limits as Discord enforces them: a bucket per route and its main id, and one over all routes.

Discord publishes no table; these are the limits that its headers name to bots (seen in November 2026).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2s


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many seconds."""

    name: str
    requests: int
    seconds: float


# Method and path, the first that matches; the groups of the path are the bucket's main id.
ROUTES: tuple[tuple[str, re.Pattern[str], Limit], ...] = tuple(
    (method, re.compile(path), limit)
    for method, path, limit in (
        ("POST", r"/channels/(\d+)/messages", Limit("message create", 5, 5.0)),
        ("POST", r"/channels/(\d+)/messages/bulk-delete", Limit("bulk delete", 1, 1.0)),
        ("POST", r"/channels/(\d+)/messages/\d+/threads", Limit("thread create", 5, 5.0)),
        ("POST", r"/channels/(\d+)/threads", Limit("thread create", 5, 5.0)),
        ("PATCH", r"/channels/(\d+)/messages/\d+", Limit("message edit", 5, 5.0)),
        ("DELETE", r"/channels/(\d+)/messages/\d+", Limit("message delete", 5, 1.0)),
        ("(PUT|DELETE)", r"/channels/(\d+)/messages/\d+/reactions/.+", Limit("reaction", 1, 0.25)),
        ("POST", r"/channels/(\d+)/typing", Limit("typing", 5, 5.0)),
        ("GET", r"/channels/(\d+)/messages(?:/\d+)?", Limit("message read", 5, 1.0)),
        (".+", r"/webhooks/(\d+/[^/]+)(?:/messages/[^/]+)?", Limit("webhook", 5, 2.0)),
        ("POST", r"/users/@me/channels", Limit("private channel", 10, 10.0)),
        ("PATCH", r"/channels/(\d+)", Limit("channel edit", 5, 15.0)),
        (".+", r"/applications/\d+(?:/guilds/(\d+))?/commands", Limit("commands", 5, 20.0)),
        (".+", r"/channels/(\d+).*", Limit("channel", 10, 1.0)),
        (".+", r"/guilds/(\d+).*", Limit("guild", 10, 1.0)),
        (".+", r"/.*", Limit("other", 10, 1.0)),
    )
)

# Over all routes but the answers to interactions.
GLOBAL = Limit("global", 50, 1.0)
EXEMPT = re.compile(r"/(?:interactions|webhooks)/.*")


@dataclass(slots=True)
class _Window:
    """A window that begins with its first request and is fresh again at its end."""

    ends: float = 0.0
    used: int = 0

    def take(self, limit: Limit, now: float) -> bool:
        """Count a request; False when the window is full."""
        if now >= self.ends:
            self.ends = now + limit.seconds
            self.used = 0
        if self.used >= limit.requests:
            return False
        self.used += 1
        return True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the buckets say to a request: the headers of its answer, and how long to wait where it is refused."""

    headers: dict[str, str]
    retry_after: float | None = None
    everywhere: bool = False


class Buckets:
    """Counts requests.

    Args:
        clock: seconds, monotonic.
        enforced: False lets everything pass, and says nothing of limits in the headers.
    """

    def __init__(self, clock: Callable[[], float], *, enforced: bool = True) -> None:
        self.refused: list[str] = []
        self._clock = clock
        self._enforced = enforced
        self._windows: dict[tuple[str, str], _Window] = {}

    def take(self, method: str, path: str) -> Verdict:
        """Count a request and say whether it may pass."""
        if not self._enforced:
            return Verdict({})
        now = self._clock()
        everywhere = self._windows.setdefault(("", ""), _Window())
        if not EXEMPT.fullmatch(path) and not everywhere.take(GLOBAL, now):
            self.refused.append(f"{method} {path}")
            return Verdict({"X-RateLimit-Global": "true"}, everywhere.ends - now, everywhere=True)
        if path.startswith("/interactions/"):
            return Verdict({})
        limit, major = _limit_of(method, path)
        window = self._windows.setdefault((limit.name, major), _Window())
        allowed = window.take(limit, now)
        wait = max(window.ends - now, 0.001)
        headers = {
            "X-RateLimit-Limit": str(limit.requests),
            "X-RateLimit-Remaining": str(limit.requests - window.used),
            "X-RateLimit-Reset-After": f"{wait:.3f}",
            "X-RateLimit-Bucket": blake2s(limit.name.encode(), digest_size=16).hexdigest(),
        }
        if allowed:
            return Verdict(headers)
        self.refused.append(f"{method} {path}")
        return Verdict(headers, wait)


def _limit_of(method: str, path: str) -> tuple[Limit, str]:
    for methods, pattern, limit in ROUTES:
        match = pattern.fullmatch(path)
        if match is not None and re.fullmatch(methods, method):
            return limit, "/".join(group or "" for group in match.groups())
    raise AssertionError("The last route matches every path.")
