"""The address guard: which addresses are public, and that what is checked is what is dialled."""

import ipaddress
import socket

import pytest

from bot.adapters.web.address_guard import AddressGuard, RefusedDialError, is_public
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
