"""A pool whose processes are shared out among servers and members, so that nobody's pages keep the others waiting."""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from bot.adapters.processes.pool import KillablePool
from bot.behalf import Behalf, behalf
from bot.errors import BusyError
from config import limits

P = ParamSpec("P")
T = TypeVar("T")

Server = tuple[int | None, int]
"""A server by its id, a direct message by its user's."""

NOBODY = Behalf(None, 0)
"""Work that nobody asked for, such as a command of the terminal's."""


class FairPool:
    """A `Pool` that gives servers their turns one after the other, and within a server its members.

    A member has one process at a time and a server two of the three, so that whoever comes next finds one free, however
    many slow pages one member or one server has posted. A line is bounded, as what waits in it may be pages of 5 MB.
    Work on nobody's behalf takes any free process in its turn.

    Args:
        pool: does the work; it has `processes`, and is opened and closed with this one.
        processes: how many calls may be under way.
        patience: seconds that a call waits for its turn.
    """

    def __init__(
        self,
        pool: KillablePool | None = None,
        *,
        processes: int = limits.POOL_PROCESSES,
        patience: float = limits.POOL_PATIENCE_SECONDS,
    ) -> None:
        self._pool = pool or KillablePool(processes)
        self._turns = _Turns(processes)
        self._patience = patience

    async def __aenter__(self) -> Self:
        await self._pool.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.__aexit__(kind, error, trace)

    async def warm_up(self) -> None:
        """Start the processes now."""
        await self._pool.warm_up()

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function in its caller's turn, as `KillablePool.run`.

        Raises:
            BusyError: the turn did not come in time, or too much waits already.
        """
        async with self._turn(behalf() or NOBODY):
            return await self._pool.run(function, *args, **kwargs)

    @asynccontextmanager
    async def _turn(self, whom: Behalf) -> AsyncIterator[None]:
        turn = self._turns.ask(whom)
        try:
            async with asyncio.timeout(self._patience):
                await turn
        except BaseException as error:
            if turn.cancelled():
                self._turns.leave(whom, turn)
            else:  # The turn came at the very moment of leaving.
                self._turns.end(whom)
            if isinstance(error, TimeoutError):
                raise BusyError from error
            raise
        try:
            yield
        finally:
            self._turns.end(whom)


class _Turns:
    """Who waits and who is under way: a line for each member, the members of a server and the servers in turn."""

    def __init__(self, processes: int) -> None:
        self._free = processes
        self._lines: OrderedDict[Server, OrderedDict[Behalf, deque[asyncio.Future[None]]]] = OrderedDict()
        self._busy: Counter[Server | Behalf] = Counter()
        self._waiting = 0

    def ask(self, whom: Behalf) -> asyncio.Future[None]:
        """Stand in line; the result comes with the turn, which `end` ends. Raises BusyError where the line is full."""
        line = self._line(whom)
        if whom != NOBODY and (len(line) >= limits.POOL_LINE or self._waiting >= limits.POOL_LINES):
            raise BusyError
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(turn)
        self._lines.setdefault(_server(whom), OrderedDict()).setdefault(whom, line)
        self._waiting += 1
        self._give()
        return turn

    def leave(self, whom: Behalf, turn: asyncio.Future[None]) -> None:
        """Leave the line before the turn came."""
        line = self._line(whom)
        if turn in line:
            line.remove(turn)
            self._taken(whom)

    def end(self, whom: Behalf) -> None:
        """A turn is over; whoever is next has it."""
        self._free += 1
        self._busy.subtract((_server(whom), whom))
        self._busy = +self._busy
        self._give()

    def _give(self) -> None:
        while self._free and (whom := self._next()) is not None:
            turn = self._lines[_server(whom)][whom].popleft()
            # Whoever had a turn is last among the members then, and their server among the servers.
            self._lines[_server(whom)].move_to_end(whom)
            self._lines.move_to_end(_server(whom))
            self._taken(whom)
            if not turn.done():  # One that is done was cancelled just now.
                self._free -= 1
                self._busy.update((_server(whom), whom))
                turn.set_result(None)

    def _next(self) -> Behalf | None:
        for server, members in self._lines.items():
            for whom in members:
                full = self._busy[whom] >= limits.POOL_EACH_MEMBER or self._busy[server] >= limits.POOL_EACH_SERVER
                if whom == NOBODY or not full:
                    return whom
        return None

    def _line(self, whom: Behalf) -> deque[asyncio.Future[None]]:
        members = self._lines.get(_server(whom))
        return members[whom] if members is not None and whom in members else deque()

    def _taken(self, whom: Behalf) -> None:
        """One left the line of a member."""
        self._waiting -= 1
        members = self._lines[_server(whom)]
        if not members[whom]:
            del members[whom]
        if not members:
            del self._lines[_server(whom)]


def _server(whom: Behalf) -> Server:
    return (whom.guild, whom.user if whom.guild is None else 0)
