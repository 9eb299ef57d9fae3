"""Which addresses may be dialled: public ones on the web's ports, and those that the operator names.

Two gates: the resolver gives the good error for a name, and the connector's socket factory, which sees the very
address that is dialled, is the boundary. A name that answers differently the second time gains nothing: only the
addresses that were checked are handed on.
"""

import ipaddress
import socket
from collections.abc import Sequence

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.errors import AddressRefusedError
from bot.i18n.marking import to_say
from config.limits import WEB_PORTS

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# IANA special-purpose registries, October 2025, plus multicast, 6to4 relays and the metadata services of clouds.
_BLOCKED_V4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
_BLOCKED_V6 = tuple(
    ipaddress.IPv6Network(block)
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)
_MAPPED_V4 = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_PRIVATE = to_say("That address is not on the public internet, so I do not open it.")


class RefusedDialError(OSError):
    """The socket factory was asked for an address that the guard refuses; an OSError, as asyncio expects there."""


class AddressGuard:
    """Judges URLs and addresses.

    Args:
        allow: pairs of host and port, as written in a URL, that are let through whatever they resolve to.
    """

    def __init__(self, allow: frozenset[tuple[str, int]] = frozenset()) -> None:
        self._allow = frozenset((host.strip("[]").lower(), port) for host, port in allow)
        self._dialled = {(host, port) for host, port in self._allow if _literal(host) is not None}

    def check_url(self, url: URL) -> None:
        """Refuse a URL by what is written in it.

        Raises:
            AddressRefusedError: another scheme than http and https, no host, a port that is not the web's, or a
                literal address that is not public.
        """
        if url.scheme not in {"http", "https"} or not url.host:
            raise AddressRefusedError("I open http and https links only.")
        host, port = url.host.lower().rstrip("."), url.port or 0
        if (host, port) in self._allow:
            return
        if port not in WEB_PORTS:
            raise AddressRefusedError("I do not open port {port}; web pages are served from others.", port=port)
        address = _literal(host)
        if (address is not None and not is_public(address)) or host.endswith((".localhost", ".internal", ".local")):
            raise AddressRefusedError(_PRIVATE)

    def check_name(self, host: str, port: int, addresses: Sequence[str]) -> list[str]:
        """The addresses of `host` that may be dialled.

        Raises:
            AddressRefusedError: none of them may.
        """
        if (host.lower().rstrip("."), port) in self._allow:
            self._dialled.update((address, port) for address in addresses)
            return list(addresses)
        public = [text for text in addresses if (address := _literal(text)) is not None and is_public(address)]
        if not public:
            raise AddressRefusedError(_PRIVATE)
        return public

    def open_socket(self, info: AddrInfoType) -> socket.socket:
        """A socket for the address that is about to be dialled (aiohttp's `socket_factory`).

        Raises:
            RefusedDialError: the address is not public and not allowed.
        """
        family, kind, protocol, _, target = info
        host, port = str(target[0]), int(target[1])
        scoped = family == socket.AF_INET6 and bool(target[-1])  # The last of four is the scope id.
        address = _literal(host)
        allowed = (host.lower(), port) in self._dialled
        if not allowed and (address is None or scoped or port not in WEB_PORTS or not is_public(address)):
            raise RefusedDialError(f"refused to dial {host} port {port}")
        return socket.socket(family=family, type=kind, proto=protocol)


class GuardedResolver(AbstractResolver):
    """A resolver that hands on checked addresses only, so that what is checked is what is dialled."""

    def __init__(self, inner: AbstractResolver, guard: AddressGuard) -> None:
        self._inner = inner
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Resolve `host`. Raises AddressRefusedError when none of its addresses may be dialled."""
        results = await self._inner.resolve(host, port, family)
        addresses = self._guard.check_name(host, port, [result["host"] for result in results])
        return [result for result in results if result["host"] in addresses]

    async def close(self) -> None:
        """Close the inner resolver."""
        await self._inner.close()


def is_public(address: IPAddress) -> bool:
    """Whether an address is on the public internet. IPv6 forms of an IPv4 address are judged by what is within."""
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not any(address in block for block in _BLOCKED_V4)
    if address.scope_id is not None:
        return False
    if address in _MAPPED_V4 or address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _PUBLIC_V6 and not any(address in block for block in _BLOCKED_V6)


def _literal(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None
