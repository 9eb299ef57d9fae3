"""The gateway: sessions over WebSockets, with identify, heartbeats, resume with replay, events by shard and intent."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from playground.rules.state import JSON


class Op(IntEnum):
    """Gateway operations."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    VOICE_STATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Close(IntEnum):
    """The codes with which Discord closes a connection."""

    UNKNOWN_OP = 4001
    DECODE = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SEQ = 4007
    RATE_LIMITED = 4008
    TIMED_OUT = 4009
    INVALID_SHARD = 4010
    SHARDING_REQUIRED = 4011
    INVALID_INTENTS = 4013
    DISALLOWED_INTENTS = 4014


class Intent(IntEnum):
    """Bits of the intents that are told apart here."""

    GUILDS = 1 << 0
    MEMBERS = 1 << 1
    PRESENCES = 1 << 8
    MESSAGES = 1 << 9
    REACTIONS = 1 << 10
    TYPING = 1 << 11
    DIRECT_MESSAGES = 1 << 12
    DIRECT_REACTIONS = 1 << 13
    DIRECT_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15


PRIVILEGED = Intent.MEMBERS | Intent.PRESENCES | Intent.MESSAGE_CONTENT
ALL_INTENTS = (1 << 26) - 1

# Discord's limit of what a client may send: 120 frames in 60 seconds.
FRAMES = 120
FRAME_SECONDS = 60.0

# How many guilds Discord lets one shard have.
GUILDS_PER_SHARD = 2_500

# Events kept for a resume: enough for any test and a long pause at the playground.
REPLAY_EVENTS = 5_000


@dataclass(eq=False)
class Session:
    """What outlives a connection: who identified as what, and the events a resume replays."""

    id: str
    shard: int
    shards: int
    intents: int
    seq: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAY_EVENTS))
    connection: "Connection | None" = None

    def dispatch(self, event: str, data: JSON) -> None:
        """Send an event, now or at the next resume."""
        self.seq += 1
        frame = json.dumps({"op": Op.DISPATCH, "t": event, "s": self.seq, "d": data})
        self.sent.append((self.seq, frame))
        if self.connection is not None:
            self.connection.send(frame)


class Connection:
    """One WebSocket: frames leave in order from a queue, optionally as one zlib stream."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, *, compress: bool) -> None:
        self.socket = socket
        self.session: Session | None = None
        self._transport = transport
        self._queue: asyncio.Queue[str] = asyncio.Queue()
        self._deflate = zlib.compressobj() if compress else None
        self._received: deque[float] = deque(maxlen=FRAMES)

    def send(self, frame: str) -> None:
        """Queue a frame."""
        self._queue.put_nowait(frame)

    def send_op(self, op: Op, data: object = None) -> None:
        """Queue a frame that is no event."""
        self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    async def write(self) -> None:
        """Send what is queued until the socket closes."""
        while not self.socket.closed:
            frame = await self._queue.get()
            if self._deflate is None:
                await self.socket.send_str(frame)
            else:
                packed = self._deflate.compress(frame.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(packed)

    def abort(self) -> None:
        """Cut the line without a close frame, as a failing network does."""
        if self._transport is not None:
            self._transport.abort()

    def too_many(self, now: float) -> bool:
        """Count a received frame; True when the client sends more than Discord allows."""
        full = len(self._received) == FRAMES and now - self._received[0] < FRAME_SECONDS
        self._received.append(now)
        return full


class Gateway:
    """All sessions of the application.

    Args:
        token: the bot's token.
        allowed_intents: the intents that the application may ask for, privileged ones included.
        ready: gives the READY event's data for a session, without what the session itself knows.
        greet: sends a new session its guilds, at once or later.
        members: answers a request for a guild's members.
        guilds: how many guilds a shard would have, from its number and the number of shards.
        heartbeat_seconds: the interval that HELLO names.
        identify_seconds: the pause that must lie between two IDENTIFYs.
    """

    def __init__(
        self,
        *,
        token: str,
        allowed_intents: int,
        ready: Callable[[Session], JSON],
        greet: Callable[[Session], None],
        members: Callable[[Session, JSON], None],
        guilds: Callable[[int, int], int],
        heartbeat_seconds: float = 41.25,
        identify_seconds: float = 5.0,
    ) -> None:
        self.allowed_intents = allowed_intents
        self.heartbeat_seconds = heartbeat_seconds
        self.identify_seconds = identify_seconds
        self.sessions: dict[str, Session] = {}
        self.identified: list[JSON] = []
        self.resumed = 0
        self._token = token
        self._ready = ready
        self.greet = greet
        self._members = members
        self._guilds = guilds
        self._last_identify = -1e9
        self._connections: set[Connection] = set()
        self._count = 0

    # --- what is sent -----------------------------------------------------------------------------------------------

    def dispatch(
        self, event: str, data: JSON, *, intent: int = 0, guild_id: int | None = None, hidden: JSON | None = None
    ) -> None:
        """Send an event to every session whose shard and intents want it.

        Args:
            event: its name.
            data: its body.
            intent: the bit that a session must have; 0 for events that all get.
            guild_id: the guild it happened in; None (private channels) goes to shard 0.
            hidden: the body for sessions without the message-content intent, where it differs.
        """
        for session in list(self.sessions.values()):
            shard = (guild_id >> 22) % session.shards if guild_id else 0
            if session.shard != shard or (intent and not session.intents & intent):
                continue
            whole = hidden is None or session.intents & Intent.MESSAGE_CONTENT
            session.dispatch(event, data if whole or hidden is None else hidden)

    def drop(self) -> None:
        """Cut every line without a close frame."""
        for connection in list(self._connections):
            connection.abort()

    def ask_reconnect(self) -> None:
        """Ask every client to connect anew and resume."""
        for connection in list(self._connections):
            connection.send_op(Op.RECONNECT)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every client that its session is invalid."""
        for session in list(self.sessions.values()):
            if not resumable:
                self.sessions.pop(session.id)
            if session.connection is not None:
                session.connection.send_op(Op.INVALID_SESSION, resumable)

    async def close(self) -> None:
        """Close every connection."""
        for connection in list(self._connections):
            await connection.socket.close(code=WSCloseCode.GOING_AWAY)

    # --- what is received -------------------------------------------------------------------------------------------

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse(max_msg_size=16 * 1024)
        await socket.prepare(request)
        compress = request.query.get("compress") == "zlib-stream"
        connection = Connection(socket, request.transport, compress=compress)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write(), name="local Discord: gateway writer")
        connection.send_op(Op.HELLO, {"heartbeat_interval": int(self.heartbeat_seconds * 1000)})
        try:
            await self._read(connection)
        finally:
            self._connections.discard(connection)
            if connection.session is not None and connection.session.connection is connection:
                connection.session.connection = None
                if socket.close_code in {1000, 1001}:
                    self.sessions.pop(connection.session.id, None)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        return socket

    async def _read(self, connection: Connection) -> None:
        socket = connection.socket
        while not socket.closed:
            try:
                frame = await socket.receive(timeout=self.heartbeat_seconds * 1.5)
            except TimeoutError:
                await socket.close(code=Close.TIMED_OUT, message=b"Session timed out.")
                return
            if frame.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
                return
            if connection.too_many(asyncio.get_running_loop().time()):
                await socket.close(code=Close.RATE_LIMITED, message=b"Rate limited.")
                return
            try:
                body = json.loads(frame.data)
                code = await self._receive(connection, body["op"], body.get("d"))
            except (ValueError, KeyError, TypeError):
                code = Close.DECODE
            if code is not None:
                await socket.close(code=code, message=code.name.replace("_", " ").capitalize().encode())
                return

    async def _receive(self, connection: Connection, op: int, data: Any) -> Close | None:
        handlers: dict[int, Callable[[Connection, Any], Coroutine[Any, Any, Close | None]]] = {
            Op.HEARTBEAT: self._heartbeat,
            Op.IDENTIFY: self._identify,
            Op.RESUME: self._resume,
            Op.PRESENCE: self._ignore,
            Op.VOICE_STATE: self._ignore,
            Op.REQUEST_MEMBERS: self._request_members,
        }
        handler = handlers.get(op)
        return Close.UNKNOWN_OP if handler is None else await handler(connection, data)

    async def _heartbeat(self, connection: Connection, _: Any) -> Close | None:
        connection.send_op(Op.HEARTBEAT_ACK)
        return None

    async def _ignore(self, connection: Connection, _: Any) -> Close | None:
        return None if connection.session is not None else Close.NOT_AUTHENTICATED

    async def _request_members(self, connection: Connection, data: Any) -> Close | None:
        if connection.session is None:
            return Close.NOT_AUTHENTICATED
        self._members(connection.session, data)
        return None

    def _refusal(self, data: Any) -> Close | None:
        shard, shards = data.get("shard", (0, 1))
        intents = data.get("intents")
        if data["token"] != self._token:
            return Close.AUTHENTICATION_FAILED
        if not 0 <= shard < shards:
            return Close.INVALID_SHARD
        if self._guilds(shard, shards) > GUILDS_PER_SHARD:
            return Close.SHARDING_REQUIRED
        if not isinstance(intents, int) or not 0 <= intents <= ALL_INTENTS:
            return Close.INVALID_INTENTS
        if intents & PRIVILEGED & ~self.allowed_intents:
            return Close.DISALLOWED_INTENTS
        return None

    async def _identify(self, connection: Connection, data: Any) -> Close | None:
        if connection.session is not None:
            return Close.ALREADY_AUTHENTICATED
        self.identified.append(data)
        refusal = self._refusal(data)
        if refusal is not None:
            return refusal
        now = asyncio.get_running_loop().time()
        if now - self._last_identify < self.identify_seconds:
            connection.send_op(Op.INVALID_SESSION, data=False)
            return None
        self._last_identify = now
        self._count += 1
        shard, shards = data.get("shard", (0, 1))
        session = Session(f"{self._count:032x}", shard, shards, data["intents"], connection=connection)
        connection.session = session
        self.sessions[session.id] = session
        ready = self._ready(session) | {"session_id": session.id, "shard": [shard, shards]}
        session.dispatch("READY", ready)
        self.greet(session)
        return None

    async def _resume(self, connection: Connection, data: Any) -> Close | None:
        if connection.session is not None:
            return Close.ALREADY_AUTHENTICATED
        if data["token"] != self._token:
            return Close.AUTHENTICATION_FAILED
        session = self.sessions.get(data["session_id"])
        if session is None:
            connection.send_op(Op.INVALID_SESSION, data=False)
            return None
        if data["seq"] > session.seq:
            return Close.INVALID_SEQ
        self.resumed += 1
        connection.session = session
        session.connection = connection
        for seq, frame in session.sent:
            if seq > data["seq"]:
                connection.send(frame)
        session.dispatch("RESUMED", {})
        return None
