"""Addresses that lead into a private network, in every spelling that a resolver, a browser or a library understands."""

import ipaddress
from collections.abc import Iterator
from itertools import product

PRIVATE_4 = [
    "0.0.0.0",  # noqa: S104  # An address to refuse, not one to listen on.
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.254",
    "100.64.0.1",
    "127.0.0.1",
    "127.1.2.3",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.0.1",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.254",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.254",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
]
PRIVATE_6 = [
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "ff05::2",
]
NAMES = ["localhost", "LOCALHOST", "localhost.", "sub.localhost", "ip6-localhost"]
BEFORE = ("http://", "https://", "http://user:pass@", "http://public.example@", "HTTP://", "http:///", "http:\\\\")
AFTER = ("", "/", ":80/", ":8080/a?b=c", "/#@public.example", "?@public.example/")


def addresses() -> Iterator[str]:
    """The addresses, each once."""
    hosts = dict.fromkeys(
        [*NAMES, *(h for four in PRIVATE_4 for h in _spelt_4(four)), *(h for six in PRIVATE_6 for h in _spelt_6(six))]
    )
    for before, host, after in product(BEFORE, hosts, AFTER):
        yield f"{before}{host}{after}"


def _spelt_4(dotted: str) -> Iterator[str]:
    number = int(ipaddress.IPv4Address(dotted))
    a, b, c, d = dotted.split(".")
    whole = [int(part) for part in (a, b, c, d)]
    yield from (dotted, f"{dotted}.", str(number), f"{number:#x}", f"0{number:o}", f"{number:#X}")
    yield from (f"{a}.{number & 0xFFFFFF}", f"{a}.{b}.{number & 0xFFFF}")
    yield ".".join(f"0{part:o}" for part in whole)
    yield ".".join(f"{part:#x}" for part in whole)
    yield ".".join(f"{part:03d}" for part in whole)
    yield dotted.translate({ord(digit): 0xFF10 + int(digit) for digit in "0123456789"})
    yield dotted.replace(".", "。")
    yield dotted.replace(".", "%2e")
    yield "".join(f"%{ord(sign):02x}" for sign in dotted)
    yield from (f"[::ffff:{dotted}]", f"[::{dotted}]", f"[64:ff9b::{dotted}]", f"[::ffff:0:{dotted}]")


def _spelt_6(six: str) -> Iterator[str]:
    address = ipaddress.IPv6Address(six)
    yield from (
        f"[{six}]",
        f"[{six.upper()}]",
        f"[{address.exploded}]",
        f"[{address.compressed}]",
        f"[{six}%25lo]",
        f"[{six}%lo]",
    )
