"""Templates of past cases: each was replayed through the rules once and is then written again and
again at other times, places and words, with the same shapes as a case that lived here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any

import numpy as np

CASE_ID, CASE_NO, REPORT_ID = 777000777, "CN777", 888000000
_MOMENT = re.compile(r"(20\d\d-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?=(?:\.\d+)?\+00:00)")
# Where a template's line takes a value of the copy; moments follow behind these.
SLOTS = (
    "id", "case_no", "lon", "lat", "grid", "text", "address", "community", "street", "district",
    "report", "tracking",
)  # fmt: skip
_SLOT = {name: f"\x01{name}\x01" for name in SLOTS}


@dataclass(frozen=True)
class Line:
    """A text with holes: `form % pick(values)` is the line of one copy."""

    form: str
    pick: Any

    def fill(self, values: list[Any]) -> str:
        """The line with these values."""
        return str(self.form % self.pick(values))


@dataclass(frozen=True)
class Told:
    """One fact of a template: `at` is an index into the moments."""

    name: str
    actor: int | None
    at: int
    micros: int
    payload: Line


@dataclass(frozen=True)
class Life:
    """One template. `moments` are seconds since 1970; the last thing happened at `ended`."""

    tale: Any
    citizen: bool
    beat: str
    moments: tuple[int, ...]
    began: int
    ended: int
    facts: tuple[Told, ...]
    row: Line
    reports: tuple[Line, ...]


class _Holes:
    """Turns texts into lines; moments are numbered once for the whole life."""

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        self.words = words
        self.moments: dict[int, int] = {}

    def moment(self, seconds: int) -> int:
        return self.moments.setdefault(seconds, len(self.moments))

    def line(self, text: str) -> Line:
        if "\\" in text.replace("\\N", ""):
            raise ValueError("A template must not need escapes")
        for found, slot in self.words:
            text = text.replace(found, slot)
        text = _MOMENT.sub(self._mark, text)
        pieces = text.split("\x01")
        places = []
        for position in range(1, len(pieces), 2):
            name = pieces[position]
            places.append(SLOTS.index(name) if name in SLOTS else len(SLOTS) + int(name))
            pieces[position] = "%s"
        for position in range(0, len(pieces), 2):
            pieces[position] = pieces[position].replace("%", "%%")
        # Two holes at least, so that `itemgetter` gives a tuple.
        places, extra = (places, "") if len(places) > 1 else ([*places, 0, 0], "%.0s%.0s")
        return Line("".join(pieces) + extra, itemgetter(*places))

    def _mark(self, found: re.Match[str]) -> str:
        at = datetime.fromisoformat(f"{found[1]}T{found[2]}+00:00")
        return f"\x01{self.moment(int(at.timestamp()))}\x01"


def life_of(past: Any, tale: Any) -> Life | None:
    """The template of one past case; None where it has not come to its end or needs escapes."""
    from chengmai.cases.actions.history import _Life
    from chengmai.cases.words import TERMINAL
    from chengmai.kernel.canonical import canonical

    numbers = [REPORT_ID + n for n in range(1 + len(past.joined))]
    told = _Life(past, CASE_ID, CASE_NO, numbers)
    facts = list(told.replay())
    row = told.row()
    holes = _Holes(
        [
            (f'"case_id":{CASE_ID}', f'"case_id":{_SLOT["id"]}'),
            (f'"lat":{past.lat!r}', f'"lat":{_SLOT["lat"]}'),
            (f'"lon":{past.lon!r}', f'"lon":{_SLOT["lon"]}'),
            (past.place.grid_code, _SLOT["grid"]),
            (CASE_NO, _SLOT["case_no"]),
            *((f'"report_id":{n}', f'"report_id":{_SLOT["report"]}') for n in numbers),
        ]
    )
    spot = f"SRID=4326;POINT({_SLOT['lon']} {_SLOT['lat']})"
    try:
        lines = tuple(
            Told(
                fact.name, fact.actor_id, holes.moment(int(fact.at.timestamp())),
                fact.at.microsecond, holes.line(canonical(fact.payload())),
            )
            for fact in facts
        )  # fmt: skip
        row |= {
            "id": _SLOT["id"], "description": _SLOT["text"], "address": _SLOT["address"],
            "point": spot, "community_code": _SLOT["community"], "street_code": _SLOT["street"],
            "district_code": _SLOT["district"],
        }  # fmt: skip
        reports = []
        for report in told.report_rows():
            known = {"case_id": _SLOT["id"], "follows_id": _SLOT["id"], "id": _SLOT["report"]}
            known |= {"text": _SLOT["text"], "tracking_no": _SLOT["tracking"], "point": spot}
            reports.append(holes.line(_copied(report | known)))
        line = holes.line(_copied(row))
    except ValueError:
        return None
    moments = tuple(holes.moments)
    ended = max(int(fact.at.timestamp()) for fact in facts)
    citizen = past.report.source.value in ("hotline", "wechat", "app", "web")
    Life_columns["cases_case"] = list(row)
    Life_columns["cases_report"] = list(next(told.report_rows()))
    done = told.view.stage in TERMINAL
    life = Life(
        tale, citizen, past.place.duty_grid_code or "", moments,
        int(past.report.at.timestamp()), ended, lines, line, tuple(reports),
    )  # fmt: skip
    return life if done or tale is None or past.steps is None else replace(life, ended=2**40)


Life_columns: dict[str, list[str]] = {}


def _copied(row: dict[str, Any]) -> str:
    """One line of COPY's text format."""
    return "\t".join(_value(value) for value in row.values())


def _value(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    text = str(value)
    if any(character in text for character in "\t\n\\"):
        raise ValueError("A template must not need escapes")
    return text


def ended_lives(year: Any, count: int, week: datetime) -> list[Life]:
    """Templates of cases reported within one week, each told to its end."""
    from chengmai.main.demo_city.past import _HOURS, _WEEKDAY
    from chengmai.main.demo_city.tales import TALES

    rng = year.rng
    weights = np.array([tale.weight for tale in TALES])
    days = rng.choice(7, count, p=np.array(_WEEKDAY) / sum(_WEEKDAY))
    hours = rng.choice(24, count, p=_HOURS / _HOURS.sum())
    found = []
    for day, hour in zip(days.tolist(), hours.tolist(), strict=True):
        tale = TALES[int(rng.choice(len(TALES), p=weights / weights.sum()))]
        at = week + timedelta(days=day, hours=hour, seconds=int(rng.integers(3600)))
        life = life_of(year._write(tale, at, None), tale)
        if life is not None and life.ended < 2**40:
            found.append(life)
    return found


def open_lives(year: Any, count: int) -> list[Life]:
    """Templates of cases that wait at every desk now."""
    from chengmai.main.demo_city.tales import TALES

    by_code = {tale.class_code: tale for tale in TALES}
    lives = [life_of(past, by_code[past.class_code]) for past in year.open(count)]
    return [life for life in lives if life is not None]
