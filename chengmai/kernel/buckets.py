"""Token buckets: so many requests at once, so many a while, for each of many askers. Pure."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """`amount` requests in `seconds`, of which `burst` may come at once."""

    amount: int
    seconds: int
    burst: int

    @property
    def each_second(self) -> float:
        """How fast a bucket fills again."""
        return self.amount / self.seconds


class Buckets:
    """One bucket an asker, at most `most` of them: the one asked longest ago goes first.

    A bucket that is let go was nearly always full again; an attacker with more addresses than
    `most` is met by other means (see docs/running/threats.md).
    """

    def __init__(self, most: int = 100_000) -> None:
        self.most = most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, asker: str, rate: Rate, now: float) -> float:
        """0 when the request may pass, else the seconds after which the next one may.

        `now` is a monotonic moment in seconds. A refused request takes nothing.
        """
        left, since = self._left.pop(asker, (float(rate.burst), now))
        left = min(float(rate.burst), left + max(0.0, now - since) * rate.each_second)
        passes = left >= 1
        self._left[asker] = (left - 1 if passes else left, now)
        if len(self._left) > self.most:
            self._left.popitem(last=False)
        return 0.0 if passes else (1 - left) / rate.each_second

    def give_back(self, asker: str) -> None:
        """Put one request back, where it turned out to be another asker's."""
        if asker in self._left:
            left, since = self._left[asker]
            self._left[asker] = (left + 1, since)

    def __len__(self) -> int:
        return len(self._left)
