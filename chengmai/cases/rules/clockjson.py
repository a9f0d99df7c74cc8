"""A clock book as JSON, there and back without loss; it lies in the case's row (decision 0060).

Form: `{"han": [{"at": …, "limit": [2, "wd"], "due": …, "state": "running", "stopped": …,
"changes": [["pause", at, until], ["extend", at, [1, "wd"]]], "carried": seconds}]}`;
fields without a value are left out.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from chengmai.kernel.worktime import Allowance, Unit

from ..words import ClockKind
from .clocks import Change, ClockBook, ClockState, Extension, Lap, Pause, utc_text


def book_to_json(book: ClockBook) -> dict[str, Any]:
    """Plain JSON values of a book."""
    return {kind.value: [_lap_to_json(lap) for lap in laps] for kind, laps in book.laps.items()}


def book_from_json(data: dict[str, Any]) -> ClockBook:
    """The book that `book_to_json` wrote. Raises KeyError or ValueError for anything else."""
    return ClockBook(
        {ClockKind(kind): tuple(_lap_from_json(lap) for lap in laps) for kind, laps in data.items()}
    )


def _lap_to_json(lap: Lap) -> dict[str, Any]:
    data: dict[str, Any] = {
        "at": utc_text(lap.started_at),
        "limit": _allowance_to_json(lap.allowance),
        "due": utc_text(lap.due_at),
        "state": lap.state.value,
    }
    if lap.stopped_at is not None:
        data["stopped"] = utc_text(lap.stopped_at)
    if lap.changes:
        data["changes"] = [_change_to_json(change) for change in lap.changes]
    if lap.carried is not None:
        data["carried"] = lap.carried.total_seconds()
    return data


def _lap_from_json(data: dict[str, Any]) -> Lap:
    stopped, carried = data.get("stopped"), data.get("carried")
    return Lap(
        started_at=datetime.fromisoformat(data["at"]),
        allowance=_allowance_from_json(data["limit"]),
        due_at=datetime.fromisoformat(data["due"]),
        state=ClockState(data["state"]),
        changes=tuple(_change_from_json(change) for change in data.get("changes", ())),
        stopped_at=datetime.fromisoformat(stopped) if stopped else None,
        carried=timedelta(seconds=carried) if carried is not None else None,
    )


def _change_to_json(change: Change) -> list[Any]:
    if isinstance(change, Extension):
        return ["extend", utc_text(change.at), _allowance_to_json(change.allowance)]
    return ["pause", utc_text(change.at), utc_text(change.until) if change.until else None]


def _change_from_json(data: list[Any]) -> Change:
    kind, at, value = data
    if kind == "extend":
        return Extension(datetime.fromisoformat(at), _allowance_from_json(value))
    return Pause(datetime.fromisoformat(at), datetime.fromisoformat(value) if value else None)


def _allowance_to_json(allowance: Allowance) -> list[Any]:
    return [allowance.amount, allowance.unit.value]


def _allowance_from_json(data: list[Any]) -> Allowance:
    return Allowance(data[0], Unit(data[1]))
