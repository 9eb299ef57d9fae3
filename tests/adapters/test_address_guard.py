"""The address guard: which addresses are public, and that what is checked is what is dialled."""

import ipaddress
import socket

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.adapters.web.address_guard import AddressGuard, GuardedResolver, RefusedDialError, is_public
from bot.adapters.web.fetcher import HttpFetcher
from bot.errors import AddressRefusedError, UnreachableError
from tests.support.resolver import TurningResolver
from tests.support.site import Site


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808"]
)
def test_public_address(address: str) -> None:
    """Addresses of the public internet are let through, one within a NAT64 address too."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104  # An address to refuse, not one to listen on.
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.0.1",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "2606:4700::1111%eth0",
    ],
)
def test_address_that_is_not_public(address: str) -> None:
    """Every special block is refused, whatever form it is written in."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1"])
def test_socket_factory_is_the_boundary(address: str) -> None:
    """The factory refuses the very address that is dialled, even where nobody asked the resolver."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    target = (address, 80, 0, 0) if ":" in address else (address, 80)
    with pytest.raises(RefusedDialError):
        AddressGuard().open_socket((family, socket.SOCK_STREAM, 6, "", target))


def test_socket_factory_refuses_a_scope() -> None:
    """A link-local scope is refused even on a public address."""
    with pytest.raises(RefusedDialError):
        AddressGuard().open_socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:4700::1111", 80, 0, 2)))


def test_socket_factory_lets_public_addresses_through() -> None:
    """A public address on a port of the web gets its socket."""
    opened = AddressGuard().open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443)))
    opened.close()


async def test_name_of_a_private_address() -> None:
    """A public name that answers with a private address is refused with the good sentence."""
    async with HttpFetcher(resolver=TurningResolver("10.0.0.1")) as fetcher:
        with pytest.raises(AddressRefusedError, match="not on the public internet"):
            await fetcher.fetch("http://news.example/story")


async def test_name_that_answers_differently_the_second_time() -> None:
    """The checked address is the one dialled: a name is asked once, and its second answer is never heard."""
    async with Site() as site:
        site.page("/story", "<p>private</p>")
        resolver = TurningResolver("192.0.0.9", "127.0.0.1")
        async with HttpFetcher(resolver=resolver) as fetcher:
            with pytest.raises(UnreachableError):
                await fetcher.fetch("http://news.example:8080/story")
        assert resolver.asked == 1
        assert site.hits["/story"] == 0


async def test_allowed_name() -> None:
    """A host and port that the operator names are opened although their address is private; another port is not."""
    async with Site() as site:
        url = f"http://press.example:{site.port}/story"
        site.page("/story", "<p>ours</p>")
        allow = frozenset({("press.example", site.port)})
        async with HttpFetcher(allow, resolver=TurningResolver("127.0.0.1")) as fetcher:
            assert b"ours" in (await fetcher.fetch(url)).body
            with pytest.raises(AddressRefusedError):
                await fetcher.fetch("http://press.example:8080/story")
            with pytest.raises(AddressRefusedError):
                await fetcher.fetch(f"http://127.0.0.1:{site.port}/story")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://10.0.0.1/story", "not on the public internet"),
        ("http://[::1]/story", "not on the public internet"),
        ("http://printer.local/story", "not on the public internet"),
        ("http://metadata.google.internal/story", "not on the public internet"),
        ("http://app.localhost./story", "not on the public internet"),
        ("ftp://news.example/story", "http and https links only"),
        ("http:///story", "http and https links only"),
        ("http://news.example:22/story", "I do not open port 22"),
        ("https://news.example:8443/story", ""),
        ("http://NEWS.example./story", ""),
        ("http://93.184.216.34/story", ""),
    ],
)
def test_url_is_judged_by_what_is_written(url: str, says: str) -> None:
    """Scheme, port, literal addresses and names that are never public; the sentence says which."""
    guard = AddressGuard()
    if says:
        with pytest.raises(AddressRefusedError, match=says):
            guard.check_url(URL(url))
    else:
        guard.check_url(URL(url))


def test_what_the_operator_names_is_opened_as_it_is_written() -> None:
    """Brackets and capitals make no difference; only that port is opened."""
    guard = AddressGuard(frozenset({("[FD00::AB]", 8080), ("Press.Example", 9000)}))
    guard.check_url(URL("http://[fd00::ab]:8080/"))
    guard.check_url(URL("http://press.example.:9000/"))
    guard.open_socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("FD00::ab", 8080, 0, 0))).close()
    with pytest.raises(AddressRefusedError):
        guard.check_url(URL("http://[fd00::ab]/"))
    with pytest.raises(RefusedDialError, match=r"refused to dial fd00::ab port 80$"):
        guard.open_socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fd00::ab", 80, 0, 0)))


def test_name_is_judged_by_its_addresses() -> None:
    """Of several addresses the public ones are handed on; those of an allowed name may be dialled on its port."""
    guard = AddressGuard(frozenset({("press.example", 9000)}))
    assert guard.check_name("news.example", 80, ["10.0.0.1", "8.8.8.8", "no address"]) == ["8.8.8.8"]
    assert guard.check_name("PRESS.example.", 9000, ["10.0.0.1"]) == ["10.0.0.1"]
    guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 9000))).close()
    for host, port in (("press.example", 9001), ("news.example", 80)):
        with pytest.raises(AddressRefusedError, match="not on the public internet"):
            guard.check_name(host, port, ["10.0.0.1"])
    with pytest.raises(RefusedDialError):
        guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 9001)))


def test_socket_is_of_the_kind_that_was_asked_for() -> None:
    """Family, type and protocol are handed on."""
    with AddressGuard().open_socket(
        (socket.AF_INET6, socket.SOCK_DGRAM, 17, "", ("2606:4700::1111", 443, 0, 0))
    ) as opened:
        assert (opened.family, opened.type, opened.proto) == (socket.AF_INET6, socket.SOCK_DGRAM, 17)


async def test_resolver_hands_on_what_was_checked() -> None:
    """And nothing else; it asks for the host, port and family that it was asked for, and closes what it asks."""
    inner = _Resolver("8.8.8.8", "10.0.0.1")
    resolver = GuardedResolver(inner, AddressGuard())
    found = await resolver.resolve("news.example", 443, socket.AF_INET6)
    assert [result["host"] for result in found] == ["8.8.8.8"]
    assert inner.asked == [("news.example", 443, socket.AF_INET6)]
    await resolver.close()
    assert inner.is_closed


class _Resolver(AbstractResolver):
    """Answers with these addresses."""

    def __init__(self, *addresses: str) -> None:
        self._addresses = addresses
        self.asked: list[tuple[str, int, socket.AddressFamily]] = []
        self.is_closed = False

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The same for every name."""
        self.asked.append((host, port, family))
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=6, flags=0)
            for address in self._addresses
        ]

    async def close(self) -> None:
        """Remember that it is closed."""
        self.is_closed = True
