"""Grading the geocoder on the labelled set: hits, wrong answers and refusals by form.

`addresses.csv` was written by form over the demo city; positions come from its drawing, not from
the geocoder. `part` is `open` (the rules were tuned on these) or `held` (they were not).
An answer counts only where it is sure enough to be used unseen (settings of decision 0073).
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from chengmai.city.addresses.words import Geocoded

SET = Path(__file__).with_name("addresses.csv")


@dataclass(frozen=True)
class Labelled:
    """One address with its true position (WGS 84; None: not in the city) and tolerance, metres."""

    form: str
    text: str
    at: tuple[float, float] | None
    tolerance_m: float
    part: str


@dataclass
class Marks:
    """How one group fared."""

    total: int = 0
    hits: int = 0
    wrong: int = 0
    refused: int = 0

    @property
    def rate(self) -> float:
        """The share that was right: within tolerance, or refused where nothing is there."""
        return self.hits / self.total if self.total else 0.0


def labelled(part: str = "") -> list[Labelled]:
    """The set, or one part of it."""
    with SET.open(encoding="utf-8", newline="") as file:
        return [
            Labelled(
                row["form"], row["text"],
                (float(row["lon"]), float(row["lat"])) if row["lon"] else None,
                float(row["tolerance_m"]), row["part"],
            )
            for row in csv.DictReader(file)
            if not part or row["part"] == part
        ]  # fmt: skip


def verdict(one: Labelled, answer: Geocoded) -> tuple[str, float]:
    """`hit`, `wrong` or `refused`, and how many metres off."""
    given = answer.best if answer.certain else None
    if given is None:
        return ("hit" if one.at is None else "refused"), 0.0
    if one.at is None:
        return "wrong", 0.0
    off = _metres(one.at, (given.lon, given.lat))
    return ("hit" if off <= one.tolerance_m else "wrong"), off


def grade(rows: Iterable[Labelled], geocode: Callable[[str], Geocoded]) -> dict[str, Marks]:
    """Marks by form, and `all`."""
    marks: dict[str, Marks] = defaultdict(Marks)
    for one in rows:
        how, _ = verdict(one, geocode(one.text))
        for name in (one.form, "all"):
            marks[name].total += 1
            if how == "hit":
                marks[name].hits += 1
            elif how == "wrong":
                marks[name].wrong += 1
            else:
                marks[name].refused += 1
    return marks


def _metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    x = (one[0] - other[0]) * 111_320 * math.cos(math.radians(one[1]))
    return math.hypot(x, (one[1] - other[1]) * 111_320)
