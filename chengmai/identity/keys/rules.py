"""Pure decisions about API clients: addresses, and how fast a bucket fills."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from chengmai.identity.keys.errors import BadClient


def checked_addresses(addresses: Sequence[str]) -> list[str]:
    """Addresses and networks (CIDR) in their plain form. Raises BadClient naming the wrong one."""
    found = []
    for address in addresses:
        try:
            found.append(str(ipaddress.ip_network(address.strip(), strict=False)))
        except ValueError:
            raise BadClient(
                "This is no address or network.",
                field="addresses",
                given=address[:50],
                remedy="Write 10.1.2.3 or 10.1.0.0/16.",
            ) from None
    return sorted(set(found))


def address_allowed(address: str, allowed: Sequence[str]) -> bool:
    """Whether a caller at this address may use the key; an empty list allows every address."""
    if not allowed:
        return True
    try:
        caller = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(caller, ipaddress.IPv6Address) and caller.ipv4_mapped:
        caller = caller.ipv4_mapped
    networks = (ipaddress.ip_network(one) for one in allowed)
    return any(caller.version == network.version and caller in network for network in networks)


@dataclass
class Bucket:
    """Tokens that fill at `per_minute` and hold one minute's worth; times are monotonic seconds."""

    per_minute: int
    left: float
    filled_at: float

    def take(self, now: float) -> float:
        """Take one token: 0.0 when there was one, else the seconds until the next."""
        rate = self.per_minute / 60
        self.left = min(float(self.per_minute), self.left + (now - self.filled_at) * rate)
        self.filled_at = now
        if self.left >= 1:
            self.left -= 1
            return 0.0
        return (1 - self.left) / rate
