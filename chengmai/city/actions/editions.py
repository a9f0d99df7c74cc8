"""Loading a newer edition of the class tables beside the older ones.

The files are those of `fixtures/` (`classes_component.csv`, `classes_matter.csv`,
`conditions.csv`) and `successions.csv` (old_code, new_code, note): what each class that is no
longer there is called now; an empty new code says that it was given up.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from chengmai.city.actions.classes import (
    LoadReport,
    class_problem,
    class_values,
    condition_values,
    table_rows,
)
from chengmai.city.errors import FixtureBroken
from chengmai.city.events import ClassTablesReplaced
from chengmai.city.models import ClassSuccession, CodeSystem, Condition, MatterClass
from chengmai.city.words import ClassKind
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget


@transaction.atomic
def load_edition(
    *, folder: Path, tag: str, name: str, source: str, valid_from: date, actor: Actor, at: datetime
) -> LoadReport:
    """Load an edition that holds from a day on; the one before holds until then.

    Cases keep what their day's edition says. Raises FixtureBroken with every bad row: among them
    a code that was given up before (it is never used again), and a class that is no longer there
    but has no line in `successions.csv`. Then nothing is written.
    """
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator changes the class tables.", duty=Duty.ADMIN)
    before = CodeSystem.objects.select_for_update().filter(valid_to__isnull=True).last()
    report = LoadReport()
    _refuse_bad_day(before, tag, valid_from, report)
    gone = _given_up(before)
    system = CodeSystem.objects.create(tag=tag, name=name, source=source, valid_from=valid_from)
    codes = _load_classes(system, folder, gone, valid_from, report)
    _load_conditions(system, folder / "conditions.csv", valid_from, report)
    _load_successions(system, before, folder / "successions.csv", codes, report)
    if report.bad_rows:
        raise FixtureBroken("The edition has bad rows.", rows=report.bad_rows)
    if before is not None:
        before.valid_to = valid_from
        before.save(update_fields=["valid_to"])
    publish(ClassTablesReplaced(tag=tag, valid_from=valid_from, at=at, actor_id=actor.id))
    transaction.on_commit(_forget)
    _forget()
    return report


def _forget() -> None:
    forget("city.classes")
    forget("cases.names")


def _refuse_bad_day(
    before: CodeSystem | None, tag: str, valid_from: date, report: LoadReport
) -> None:
    if CodeSystem.objects.filter(tag=tag).exists():
        raise FixtureBroken("An edition of this tag is there already.", rows=[tag])
    if before is not None and valid_from <= before.valid_from:
        report.bad_rows.append(f"the edition must hold later than {before.valid_from}")


def _given_up(before: CodeSystem | None) -> set[str]:
    """Codes of older editions that the edition in force no longer has."""
    if before is None:
        return set()
    ever = set(MatterClass.objects.values_list("code", flat=True))
    closed = set(
        MatterClass.objects.filter(system=before, valid_to__lte=timezone.localdate()).values_list(
            "code", flat=True
        )
    )
    return (ever - set(before.classes.values_list("code", flat=True))) | closed


def _load_classes(
    system: CodeSystem, folder: Path, gone: set[str], since: date, report: LoadReport
) -> set[str]:
    seen: set[str] = set()
    for kind in ClassKind:
        path = folder / f"classes_{kind.value}.csv"
        for line, row in table_rows(path):
            problem = class_problem(row, kind, seen)
            if not problem and row["code"] in gone:
                problem = f"{row['code']} was given up and is never used again"
            if problem:
                report.bad_rows.append(f"{path.name}:{line} {problem}")
                continue
            seen.add(row["code"])
            MatterClass.objects.create(
                system=system, code=row["code"], valid_from=since, **class_values(row, kind)
            )
            report.created += 1
    return seen


def _load_conditions(system: CodeSystem, path: Path, since: date, report: LoadReport) -> None:
    classes = dict(MatterClass.objects.filter(system=system).values_list("code", "id"))
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
        new.append(Condition(matter_class_id=key[0], no=key[1], valid_from=since, **values))
    Condition.objects.bulk_create(new)
    report.created += len(new)


def _load_successions(
    system: CodeSystem, before: CodeSystem | None, path: Path, codes: set[str], report: LoadReport
) -> None:
    old = set(before.classes.values_list("code", flat=True)) if before else set()
    told: set[str] = set()
    for line, row in table_rows(path) if path.exists() else ():
        problem = ""
        if row["old_code"] not in old:
            problem = f"{row['old_code']} is no class of the edition before"
        elif row["new_code"] and row["new_code"] not in codes:
            problem = f"{row['new_code']} is no class of this edition"
        if problem:
            report.bad_rows.append(f"{path.name}:{line} {problem}")
            continue
        told.add(row["old_code"])
        ClassSuccession.objects.create(
            system=system, old_code=row["old_code"], new_code=row["new_code"], note=row["note"]
        )
    for code in sorted(old - codes - told):
        report.bad_rows.append(
            f"{path.name}: {code} is gone; say what it is called now, or nothing"
        )
