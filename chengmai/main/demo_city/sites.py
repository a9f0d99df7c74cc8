"""Where past cases happened: at components of the drawn city, more often in lively quarters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chengmai.city.words import GridPlace, ManagementLevel
from chengmai.main.demo_city.frame import Numbers, to_lonlat
from chengmai.main.demo_city.offices import Staff
from chengmai.main.demo_city.plan import Plan
from chengmai.main.demo_city.tales import Tale

_LIVELY = {
    "139902": 1.5,
    "139903": 1.45,
    "139904": 0.6,
    "139905": 0.85,
    "139906": 0.45,
    "139907": 1.0,
    "139908": 0.95,
}


@dataclass(frozen=True)
class Site:
    """One spot of a case; `lon` and `lat` in WGS 84, `near` is a place people name."""

    lon: float
    lat: float
    place: GridPlace
    address: str
    near: str
    units: tuple[tuple[str, str, int], ...]

    def unit_of(self, class_code: str) -> int:
        """Who handles this class here: the longest class prefix, then the longest division."""
        fits = (
            o
            for c, d, o in self.units
            if class_code.startswith(c) and self.place.grid_code.startswith(d)
        )
        return next(fits)


class Sites:
    """Finds spots by the component classes that a tale names."""

    def __init__(
        self,
        plan: Plan,
        staff: Staff,
        offices: dict[str, int],
        people: dict[str, int],
        rng: np.random.Generator,
    ) -> None:
        self._plan = plan
        rules = sorted(staff.responsibilities, key=lambda r: (-len(r[0]), -len(r[1])))
        self._units = tuple((c, d, offices[key]) for c, d, key in rules)
        self._lonlat = to_lonlat(np.array([(p.x, p.y) for p in plan.parts])).tolist()
        divisions = plan.divisions
        names = {
            a.code: a.name
            for a in divisions.areas
            if a.level in ("district", "street", "community")
        }
        beats = {a.code: a.name for a in divisions.of_level("duty")}
        walker = {code: people[w.username] for w in staff.workers for code in w.duty_grids}
        levels = {a.code: a.management_level for a in divisions.of_level("grid")}
        self._places: list[GridPlace] = []
        for code in divisions.grid_of_cell:
            duty = divisions.duty_of_grid[code]
            self._places.append(GridPlace(
                grid_code=code, management_level=ManagementLevel(levels[code]), community_code=code[:12], community_name=names[code[:12]],
                street_code=code[:9], street_name=names[code[:9]], district_code=code[:6], district_name=names[code[:6]],
                duty_grid_code=duty, duty_grid_name=beats[duty], collector_id=walker[duty],
            ))  # fmt: skip
        trouble = {
            code: float(rng.lognormal(0.0, 0.75))
            for code in {c[:12] for c in divisions.grid_of_cell}
        }
        self._by_class: dict[str, tuple[list[int], Numbers]] = {}
        members: dict[str, list[int]] = {}
        for number, part in enumerate(plan.parts):
            members.setdefault(part.class_code, []).append(number)
        for class_code, numbers in members.items():
            weight = np.array(
                [_LIVELY[self._grid(n)[:6]] * trouble[self._grid(n)[:12]] for n in numbers]
            )
            self._by_class[class_code] = (numbers, np.cumsum(weight / weight.sum()))
        self._near: dict[str, list[str]] = {}
        for spot in plan.spots:
            if spot.cell is not None and spot.kind in (
                "estate",
                "school",
                "market",
                "hospital",
                "park",
            ):
                self._near.setdefault(divisions.grid_of_cell[spot.cell][:12], []).append(spot.name)

    def _grid(self, part: int) -> str:
        return self._plan.divisions.grid_of_cell[self._plan.parts[part].cell]

    def find(self, tale: Tale, rng: np.random.Generator) -> Site:
        """A spot for this tale."""
        numbers, ladder = self._by_class[tale.where or tale.class_code]
        number = numbers[min(int(np.searchsorted(ladder, rng.random())), len(numbers) - 1)]
        part = self._plan.parts[number]
        place = self._places[part.cell]
        lon, lat = self._lonlat[number]
        near = self._near.get(place.community_code, [])
        words = part.where or f"{place.community_name}内"
        return Site(
            lon,
            lat,
            place,
            words,
            near[int(rng.integers(len(near)))] if near else place.community_name,
            self._units,
        )
