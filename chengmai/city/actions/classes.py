"""Loading the class tables that come with the program (`fixtures/*.csv`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from chengmai.city.errors import FixtureBroken
from chengmai.city.models import CodeSystem, Condition, MatterClass
from chengmai.city.rules import read_limit
from chengmai.city.words import ClassKind, ManagementLevel
from chengmai.kernel.reference import forget

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
SYSTEM_TAG = "GBT30428.2-2013+YC"
SYSTEM_NAME = "GB/T 30428.2-2013 部件和事件分类及一个城市的扩展"
SYSTEM_SOURCE = "GB/T 30428.2-2013, GB/T 30428.8-2020, YC"
Row = dict[str, str]


@dataclass
class LoadReport:
    """What a load did: new, changed and unchanged rows, and the refused ones with their reason."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    bad_rows: list[str] = field(default_factory=list)


@transaction.atomic
def load_standard_classes(at: datetime, folder: Path = FIXTURES) -> LoadReport:
    """Write the standard classes and conditions; a second run changes nothing.

    A class or condition whose text or limits differ from the file is updated in place, so its id
    stays. Raises FixtureBroken with every bad row, and then nothing is written.
    """
    report = LoadReport()
    system, _ = CodeSystem.objects.get_or_create(
        tag=SYSTEM_TAG,
        defaults={"name": SYSTEM_NAME, "source": SYSTEM_SOURCE, "valid_from": _since(at)},
    )
    for kind in ClassKind:
        _load_classes(system, kind, folder / f"classes_{kind.value}.csv", at, report)
    _load_conditions(system, folder / "conditions.csv", at, report)
    if report.bad_rows:
        raise FixtureBroken("The class tables have bad rows.", rows=report.bad_rows)
    transaction.on_commit(lambda: forget("city.classes"))
    forget("city.classes")
    return report


def _load_classes(
    system: CodeSystem, kind: ClassKind, path: Path, at: datetime, report: LoadReport
) -> None:
    known = {row.code: row for row in MatterClass.objects.filter(system=system, kind=kind)}
    seen: set[str] = set()
    new = []
    for line, row in table_rows(path):
        code = row["code"]
        if problem := class_problem(row, kind, seen):
            report.bad_rows.append(f"{path.name}:{line} {problem}")
            continue
        seen.add(code)
        values = class_values(row, kind)
        if code in known:
            _update(known[code], values, report)
        else:
            new.append(MatterClass(system=system, code=code, valid_from=_since(at), **values))
    MatterClass.objects.bulk_create(new)
    report.created += len(new)


def class_values(row: Row, kind: ClassKind) -> dict[str, object]:
    """The columns of a class from its line."""
    return {
        "kind": kind.value,
        "major_code": row["code"][:3],
        "major_name": row["major_name"],
        "name": row["name"],
        "self_disposable": row["self_disposable"] == "1",
        "source": row["source"],
        "clause": row["clause"],
    }


def class_problem(row: Row, kind: ClassKind, seen: set[str]) -> str:
    """What is wrong with the line of a class; empty for a good one."""
    code, letter = row["code"], "C" if kind is ClassKind.COMPONENT else "E"
    if len(code) != 5 or code[0] != letter or not code[1:].isdigit():
        return f"{code!r} is no class code such as {letter}0101"
    if code in seen:
        return f"{code} comes twice"
    return "" if row["name"] and row["major_name"] else f"{code} has no name"


def _load_conditions(system: CodeSystem, path: Path, at: datetime, report: LoadReport) -> None:
    classes = dict(MatterClass.objects.filter(system=system).values_list("code", "id"))
    known = {
        (row.matter_class_id, row.no): row
        for row in Condition.objects.filter(matter_class__system=system, valid_to__isnull=True)
    }
    new, seen = [], set()
    for line, row in table_rows(path):
        try:
            key, values = condition_values(row, classes)
            if key in seen:
                raise ValueError("comes twice")
        except (ValueError, KeyError) as problem:
            report.bad_rows.append(f"{path.name}:{line} {row['class_code']}: {problem}")
            continue
        seen.add(key)
        if key in known:
            _update(known[key], values, report)
        else:
            new.append(
                Condition(matter_class_id=key[0], no=key[1], valid_from=_since(at), **values)
            )
    Condition.objects.bulk_create(new)
    report.created += len(new)


def condition_values(
    row: Row, classes: dict[str, int]
) -> tuple[tuple[int, int], dict[str, object]]:
    """The key and columns of a condition from its line. Raises ValueError or KeyError."""
    if row["class_code"] not in classes:
        raise ValueError("no such class")
    if not row["text"] or not row["close_condition"]:
        raise ValueError("a text is missing")
    limits = {}
    for level in ManagementLevel:
        limit = read_limit(row[f"limit_{level.value.lower()}"])
        limits[level.value] = [limit.amount, limit.unit.value]
    return (classes[row["class_code"]], int(row["no"])), {
        "text": row["text"],
        "limits": limits,
        "close_condition": row["close_condition"],
        "source": row["source"],
        "clause": row["clause"],
    }


def _update(row: MatterClass | Condition, values: Mapping[str, object], report: LoadReport) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        report.unchanged += 1
        return
    for name in changed:
        setattr(row, name, values[name])
    row.save(update_fields=changed)
    report.changed += 1


def table_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """The lines of a table with their numbers; the header is line 1."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.DictReader(file), 2)


def _since(at: datetime) -> date:
    """The first day of a class: early enough for a past year's cases."""
    return date(min(2020, timezone.localdate(at).year), 1, 1)
