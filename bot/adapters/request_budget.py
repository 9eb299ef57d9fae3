"""One budget of requests to Discord for all processes of a bot: in memory for one, on Redis for several.

Discord takes 50 requests a second of a bot, however many processes it has, and in each channel a number of each kind,
which its answers name. What is more is refused, and an address that is refused 10,000 times in ten minutes is shut out.
"""

import asyncio
import logging
import math
import re
import time
from collections.abc import Callable, Mapping

from bot.adapters.caches.redis_cache import FAULTS, client_of
from bot.ports import Metrics
from bot.urgency import Urgency
from config import limits

log = logging.getLogger(__name__)

Clock = Callable[[], float]

_REFUSED = frozenset({401, 403, 429})
_TOO_MANY = 429
_SHARED = "shared"

# Reserves a moment for a request, and a place in its window. Gives two waits: milliseconds until a window ends that is
# full, and microseconds until the moment; where either is more than is wanted (-1: any), nothing is reserved. A server
# that was emptied is told what the process knows of the window.
# A server has a name, the moment of its first request. Who knows it by another name knows that what was counted is
# lost: windows may be full until each has ended once.
_TAKE = """
local pace, slack, most = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local now = redis.call('TIME')
local t = now[1] * 1000000 + now[2]
local name = redis.call('GET', KEYS[3])
if not name then
  name = string.format('%.0f', t)
  redis.call('SET', KEYS[3], name)
end
if ARGV[8] ~= '' and ARGV[8] ~= name then redis.call('SET', KEYS[4], name, 'EX', 600) end
local next = math.max(t, tonumber(redis.call('GET', KEYS[2]) or 0))
local wait = pace > 0 and math.max(0, next - slack - t) or 0
if most >= 0 and wait > most then return {0, wait, name} end
local known = redis.call('HGET', KEYS[1], ARGV[1])
if not known and ARGV[4] ~= '' then
  known = ARGV[4]
  redis.call('HSET', KEYS[1], ARGV[1], known)
end
if known then
  local limit, window, bucket = known:match('^(%d+) (%d+) (.+)$')
  local key = ARGV[3] .. bucket .. ':' .. ARGV[2]
  local count = redis.call('INCR', key)
  if count == 1 then
    redis.call('PEXPIRE', key, window)
    local lost = tonumber(redis.call('GET', KEYS[4]) or 0)
    local rest = math.ceil(lost / 1000 + window - t / 1000)
    if rest > 0 then
      redis.call('SET', key, limit, 'PX', rest)
      return {rest, 0, name}
    end
  end
  if count > tonumber(limit) then
    redis.call('DECR', key)
    return {math.max(1, redis.call('PTTL', key)), 0, name}
  end
end
if pace > 0 then redis.call('SET', KEYS[2], string.format('%.0f', next + pace), 'PX', 60000) end
return {0, wait, name}
"""

# Learns from an answer: the window's size, how much of it is used, when it ends.
_LEARN = """
local limit, used, ends, bucket = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local known = redis.call('HGET', KEYS[1], ARGV[1])
local window = known and tonumber(known:match('^%d+ (%d+) ')) or 0
redis.call('HSET', KEYS[1], ARGV[1], string.format('%d %d %s', limit, math.max(window, ends), bucket))
redis.call('EXPIRE', KEYS[1], 86400)
local key = ARGV[3] .. bucket .. ':' .. ARGV[2]
local count = math.max(used, tonumber(redis.call('GET', key) or 0))
redis.call('SET', key, count, 'PX', math.max(1, ends))
return 0
"""

# Ids in a path: the first after one of these words is a bucket's own, all others are alike.
_MAJOR = re.compile(r"/(channels|guilds|webhooks)/(\d+(?:/[^/]{20,})?)")
_ID = re.compile(r"/\d{15,}")


class _Standstill:
    """Counts refused requests, and holds still where too many would have Discord shut the address out."""

    def __init__(self, metrics: Metrics, clock: Clock) -> None:
        self._metrics = metrics
        self._clock = clock
        self._count = 0
        self._ends = 0.0
        self._until = 0.0

    def count(self, status: int, headers: Mapping[str, str], *, in_all: int = 0) -> None:
        """Count an answer, if it is a refusal of the kind that Discord counts; `in_all` is what all processes have."""
        if status not in _REFUSED or headers.get("X-RateLimit-Scope") == _SHARED:
            return
        self._metrics.count("invalid_requests", status=str(status))
        now = self._clock()
        if now >= self._ends:
            self._count, self._ends = 0, now + limits.INVALID_SECONDS
        self._count += 1
        if max(self._count, in_all) >= limits.INVALID_REQUESTS and now >= self._until:
            self._until = self._ends
            log.critical(
                "Discord refused %d requests within ten minutes and shuts an address out at 10,000; holding still for "
                "%.0f seconds. See the warnings above for which requests were refused.",
                max(self._count, in_all),
                self._until - now,
            )

    async def wait(self) -> None:
        """Wait while the bot holds still."""
        await asyncio.sleep(max(0.0, self._until - self._clock()))


class MemoryRequestBudget:
    """A `RequestBudget` of one process.

    Args:
        metrics: counts refusals.
        clock: monotonic seconds.
        rate: requests a second.
    """

    def __init__(
        self, *, metrics: Metrics, clock: Clock = time.monotonic, rate: float = limits.REQUESTS_A_SECOND
    ) -> None:
        self._clock = clock
        self._pace = 1 / rate
        self._next = 0.0
        self._tight_until = 0.0
        self._identified: dict[int, float] = {}
        self._standstill = _Standstill(metrics, clock)

    @property
    def is_tight(self) -> bool:
        """Whether requests had to wait just now."""
        return self._clock() < self._tight_until

    async def take(self, method: str, path: str, level: Urgency) -> None:  # noqa: ARG002  # The client knows buckets itself.
        """Wait until a request may be sent."""
        await self._standstill.wait()
        if not _counts(path):
            return
        late = 0
        while True:
            now = self._clock()
            wait = max(0.0, self._next - limits.REQUESTS_SLACK * self._pace - now)
            if wait > 0:
                self._tight_until = now + wait + 1.0
            if wait and level is not Urgency.ANSWER:
                await asyncio.sleep(limits.BUDGET_LOOK_SECONDS)
                continue
            self._next = max(now, self._next) + self._pace
            await asyncio.sleep(wait)
            if _is_in_time(now + wait, self._clock(), late):
                return
            late += 1

    async def answered(self, method: str, path: str, status: int, headers: Mapping[str, str]) -> None:  # noqa: ARG002  # As above.
        """Learn from Discord's answer to a request."""
        self._standstill.count(status, headers)

    async def identify(self, shard: int, *, at_once: int) -> None:
        """Wait until a shard may identify."""
        group = shard % at_once
        now = self._clock()
        begins = max(now, self._identified.get(group, 0.0))
        self._identified[group] = begins + limits.IDENTIFY_SECONDS
        await asyncio.sleep(begins - now)


class _Windows:
    """Discord's windows as one process knows them, for the time in which processes cannot count together.

    Each then takes a part of every window, spread evenly over it.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, float, str]] = {}
        self._next: dict[tuple[str, str], float] = {}
        self._lost = -math.inf

    def learn(self, route: str, limit: int, ends: float, bucket: str) -> None:
        """An answer told of a window: requests in it, seconds until it ends, its name."""
        _, longest, _ = self._known.get(route, (0, 0.0, ""))
        self._known[route] = (max(1, limit), max(longest, ends), bucket)

    def known(self, route: str) -> str:
        """The window of a route as `_LEARN` keeps it, "" for one that nobody has met."""
        if route not in self._known:
            return ""
        limit, window, bucket = self._known[route]
        return f"{limit} {max(1, int(window * 1000))} {bucket}"

    def lose(self) -> None:
        """What was counted together is lost just now: windows may be full until each has ended once."""
        self._lost = time.monotonic()

    async def wait(self, route: str, major: str) -> None:
        """Wait for this process's part of a window."""
        if route not in self._known:
            return
        limit, window, _ = self._known[route]
        pace = window / limit * limits.ALONE_SHARES
        now = time.monotonic()
        begins = max(now, self._lost + window, self._next.get((route, major), 0.0))
        self._next[route, major] = begins + pace
        if len(self._next) > limits.WINDOWS_REMEMBERED:
            self._next = {key: moment for key, moment in self._next.items() if moment > now}
        await asyncio.sleep(begins - now)


class RedisRequestBudget:
    """A `RequestBudget` that all processes of a bot share. A Redis that is away leaves each process a part of it.

    Args:
        url: the Redis server.
        metrics: counts refusals.
        prefix: put before every key.
    """

    def __init__(self, url: str, *, metrics: Metrics, prefix: str = "nutgraf:requests:") -> None:
        self._redis = client_of(url)
        self._prefix = prefix
        self._alone = MemoryRequestBudget(metrics=metrics, rate=limits.REQUESTS_A_SECOND_ALONE)
        self._standstill = _Standstill(metrics, time.monotonic)
        self._away_until = 0.0
        self._alone_from = 0.0
        self._shy_until = 0.0
        self._tight_until = 0.0
        self._windows = _Windows()
        self._name = b""
        self._take = self._redis.register_script(_TAKE)
        self._learn = self._redis.register_script(_LEARN)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._redis.aclose()

    @property
    def is_tight(self) -> bool:
        """Whether requests of this process had to wait just now."""
        return time.monotonic() < self._tight_until

    async def take(self, method: str, path: str, level: Urgency) -> None:
        """Wait until a request may be sent."""
        await self._standstill.wait()
        route, major = route_of(method, path)
        # Soon after a loss what was counted in Discord's windows is not known, though Redis may be there again.
        is_shy = time.monotonic() < self._shy_until
        if not is_shy and await self._reserved(route, major, level, counts=_counts(path)):
            return
        if _counts(path):
            await asyncio.sleep(self._alone_from - time.monotonic())
        await self._windows.wait(route, major)
        # Redis may be back after the wait, and others count with it.
        if not await self._reserved(route, major, level, counts=_counts(path)):
            await self._alone.take(method, path, level)

    async def _reserved(self, route: str, major: str, level: Urgency, *, counts: bool) -> bool:
        """Wait until a request may be sent; False where Redis is away."""
        if time.monotonic() < self._away_until:
            return False
        try:
            await self._reserve_moment(route, major, level, counts=counts)
        except FAULTS as error:
            self._away(error)
            return False
        return True

    async def _reserve_moment(self, route: str, major: str, level: Urgency, *, counts: bool) -> None:
        pace = 1_000_000 / limits.REQUESTS_A_SECOND if counts else 0
        most = -1 if level is Urgency.ANSWER else 0
        late = 0
        while True:
            asked = time.monotonic()
            full, microseconds, self._name = await self._take(
                keys=[f"{self._prefix}{key}" for key in ("limits", "next", "name", "lost")],
                args=[
                    route,
                    major,
                    f"{self._prefix}used:",
                    self._windows.known(route),
                    pace,
                    pace * limits.REQUESTS_SLACK,
                    most,
                    self._name,
                ],
            )
            wait = full / 1000 or microseconds / 1_000_000
            if wait > 0:
                self._waited(wait)
            if full:
                await asyncio.sleep(wait)
            elif wait > 0 and level is not Urgency.ANSWER:
                # What can wait asks again when there may be room, and within a second, as others may give up.
                await asyncio.sleep(min(max(limits.BUDGET_LOOK_SECONDS, wait), limits.BUDGET_LONGEST_LOOK))
            else:
                await asyncio.sleep(wait)
                if _is_in_time(asked + wait, time.monotonic(), late):
                    return
                late += 1

    async def answered(self, method: str, path: str, status: int, headers: Mapping[str, str]) -> None:
        """Learn from Discord's answer to a request."""
        in_all = 0
        try:
            if status in _REFUSED and time.monotonic() >= self._away_until:
                async with self._redis.pipeline(transaction=True) as pipeline:
                    pipeline.set(f"{self._prefix}invalid", 0, ex=limits.INVALID_SECONDS, nx=True)
                    pipeline.incr(f"{self._prefix}invalid")
                    in_all = int((await pipeline.execute())[1])
            await self._learn_from(method, path, status, headers)
        except FAULTS as error:
            self._away(error)
        self._standstill.count(status, headers, in_all=in_all)

    async def _learn_from(self, method: str, path: str, status: int, headers: Mapping[str, str]) -> None:
        bucket, limit = headers.get("X-RateLimit-Bucket"), headers.get("X-RateLimit-Limit")
        if bucket is None or limit is None:
            return
        remaining = 0 if status == _TOO_MANY else int(headers.get("X-RateLimit-Remaining", 0))
        ends = float(headers.get("X-RateLimit-Reset-After", 0)) + limits.WINDOW_MARGIN_SECONDS
        route, major = route_of(method, path)
        self._windows.learn(route, int(limit), ends, bucket)
        if time.monotonic() < self._away_until:
            return
        await self._learn(
            keys=[f"{self._prefix}limits"],
            args=[
                route,
                major,
                f"{self._prefix}used:",
                int(limit),
                int(limit) - remaining,
                int(ends * 1000),
                bucket,
            ],
        )

    async def identify(self, shard: int, *, at_once: int) -> None:
        """Wait until a shard may identify."""
        key = f"{self._prefix}identify:{shard % at_once}"
        milliseconds = int(limits.IDENTIFY_SECONDS * 1000)
        try:
            while True:
                if await self._redis.set(key, shard, nx=True, px=milliseconds):
                    return
                await asyncio.sleep(max(limits.BUDGET_LOOK_SECONDS, await self._redis.pttl(key) / 1000))
        except FAULTS as error:
            self._away(error)
            await self._alone.identify(shard, at_once=at_once)

    def _waited(self, seconds: float) -> None:
        self._tight_until = time.monotonic() + seconds + 1.0

    def _away(self, error: BaseException) -> None:
        now = time.monotonic()
        if now >= self._shy_until:
            self._windows.lose()
            # Others still send what they have reserved together, or have not lost Redis at all.
            self._away_until = self._alone_from = now + limits.ALONE_AFTER_SECONDS
        elif now >= self._alone_from:
            self._away_until = now + limits.REDIS_PAUSE_SECONDS
        self._shy_until = self._away_until + limits.SHY_SECONDS
        log.warning("requests are counted in this process alone for a while: %s: %s", type(error).__name__, error)


def route_of(method: str, path: str) -> tuple[str, str]:
    """The name of a request's kind, and the id whose requests Discord counts together, "" for none."""
    found = _MAJOR.search(path)
    major = found[2] if found else ""
    kind = _ID.sub("/:id", path.replace(f"/{major}", "/:major", 1) if major else path)
    return f"{method} {kind}", major


def _is_in_time(moment: float, now: float, late: int) -> bool:
    """Whether a reserved moment may be used; `late` says how many moments were missed before.

    A process that stood still wakes with all that it had spread over that time: sent at once, it would be too much.
    """
    return now - moment <= limits.RESERVED_SECONDS or late >= limits.RESERVED_TRIES


def _counts(path: str) -> bool:
    """Whether a request counts towards the bot's whole: answers to interactions do not."""
    return "/interactions/" not in path and "/webhooks/" not in path
