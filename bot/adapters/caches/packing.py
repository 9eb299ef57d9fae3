"""Values of a cache as they are kept: large ones compressed, off the event loop; what stays too large is not kept."""

import asyncio
import logging
import zlib

from config import limits

log = logging.getLogger(__name__)

_PLAIN, _DEFLATED = b"=", b"z"
_FASTEST = 1


async def packed(value: bytes) -> bytes | None:
    """A value as it is kept; None where it is too large to be kept at all."""
    if len(value) <= limits.CACHE_PLAIN_BYTES:
        return _PLAIN + value
    small = await asyncio.to_thread(zlib.compress, value, _FASTEST)
    return _DEFLATED + small if len(small) < limits.CACHE_VALUE_BYTES else None


async def unpacked(kept: bytes) -> bytes | None:
    """The value that was kept; None where it is damaged or unpacks to more than is ever kept."""
    if kept[:1] == _PLAIN:
        return kept[1:]
    try:
        return await asyncio.to_thread(_inflated, kept)
    except (zlib.error, ValueError) as error:
        log.warning("a cached value is damaged: %s", error)
        return None


def _inflated(kept: bytes) -> bytes:
    if kept[:1] != _DEFLATED:
        raise ValueError("it has no known form")
    unpacker = zlib.decompressobj()
    value = unpacker.decompress(memoryview(kept)[1:], limits.CACHE_UNPACKED_BYTES)
    if not unpacker.eof:
        raise ValueError("it is cut or too large")
    return value
