"""A connection whose other end cannot keep the event loop busy: bounds on what it sends before and beside a page."""

import asyncio
from functools import partial
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler

from config import limits

_FINAL = 200


class BoundedHandler(ResponseHandler):
    """aiohttp's protocol of a connection, which hangs up on a site that sends too much.

    A site may send any number of interim responses (100, 103) before its answer, headers of any number, and chunks of
    one byte: each costs the loop more than its bytes do. So the bytes until the answer begins are bounded, and those
    of the whole answer as they come over the wire, and the share of them that is framing; and a read takes few enough
    that the loop turns in between.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._answered = False
        self._before = self._wire = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a few bytes in each turn of the loop."""
        super().connection_made(transport)
        if hasattr(transport, "max_size"):
            transport.max_size = limits.FETCH_READ_BYTES

    def set_response_params(self, **params: Any) -> None:
        """Begin a request: count anew."""
        super().set_response_params(**params)
        self._answered = False
        self._before = self._wire = 0

    def feed_data(self, data: Any, size: int = 0) -> None:
        """Take a parsed head; the answer begins with the first one that is not interim."""
        super().feed_data(data, size)
        self._answered = self._answered or data[0].code >= _FINAL

    def data_received(self, data: bytes) -> None:
        """Take bytes, within the bounds."""
        self._wire += len(data)
        self._before += 0 if self._answered else len(data)
        body = self._payload.total_bytes if self._payload is not None else self._wire
        framed = self._answered and self._wire > limits.FETCH_HEAD_BYTES and body * limits.FETCH_FRAMING < self._wire
        if framed or self._before > limits.FETCH_HEAD_BYTES or self._wire > limits.FETCH_WIRE_BYTES:
            if self.transport is not None:
                self.transport.abort()
            return
        super().data_received(data)


def bound(connector: aiohttp.TCPConnector) -> aiohttp.TCPConnector:
    """A connector whose connections are bounded."""
    loop = asyncio.get_running_loop()
    factory: partial[Any] = partial(BoundedHandler, loop=loop)
    connector._factory = factory  # noqa: SLF001  # aiohttp has no argument for it.
    return connector
