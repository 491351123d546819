"""Which machines are asked: none but those of the public internet, whatever a name or a redirect says.

A name is looked up once, all its addresses are judged, and it is one of these that is connected to: a name that says
something else a moment later (DNS rebinding) leads nowhere.
"""

import ipaddress
import socket
from collections.abc import Collection

PORTS = {"http": 80, "https": 443}
# IPv4 within IPv6 by NAT64: the machine is the one that the last four bytes name.
NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Which of them `ipaddress` takes for public; the last two are IPv4 in other clothes.
NOT_PUBLIC = [ipaddress.ip_network(name) for name in ("fec0::/10", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96")]
MOST_TRIED = 3

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotPublic(Exception):
    """The host, or one of its addresses, lies in a network that is never asked."""


class WrongPort(Exception):
    pass


def addresses_of(scheme: str, host: str, port: int | None, local: Collection[str] = ()) -> list[str]:
    """Those that may be connected to. `local` names servers as `host:port` that are asked wherever they are, for tests.

    Raises WrongPort, NotPublic, and OSError (`socket.gaierror`) where there is no such host.
    """
    asked = port or PORTS[scheme]
    is_named = f"{host}:{asked}" in local
    if asked not in PORTS.values() and not is_named:
        raise WrongPort
    found = socket.getaddrinfo(host, asked, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not is_named and not all(is_public(address) for address in addresses):
        raise NotPublic
    return addresses[:MOST_TRIED]


def is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    return all(_is_public(one) for one in _meant_by(address))


def _is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast and not any(address in network for network in NOT_PUBLIC)


def _meant_by(address: Address) -> list[Address]:
    """The address, and those of IPv4 that it stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    inside: list[Address | None] = [address.ipv4_mapped, address.sixtofour]
    inside += address.teredo or ()
    if address in NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    standing_for = [one for one in inside if one is not None]
    return standing_for if address.ipv4_mapped else [address, *standing_for]
