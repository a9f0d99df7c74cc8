"""Census from the command line: the same steps as the console, with progress in plain lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.utils import timezone

from chengmai.city.census.actions.checking import start_check
from chengmai.city.census.actions.exporting import write_export
from chengmai.city.census.actions.picturing import add_pictures
from chengmai.city.census.actions.receiving import receive_file
from chengmai.city.census.actions.taking import go_on, start_take, start_undo
from chengmai.city.census.errors import ImportNotFound
from chengmai.city.census.models import CensusImport
from chengmai.city.census.queries.imports import guess
from chengmai.city.census.queries.rows import report_heads, report_lines
from chengmai.city.census.words import REASON_WORDS, Form, ImportState, Reason, Wanted
from chengmai.identity.words import SYSTEM
from chengmai.kernel.errors import Refusal
from chengmai.kernel.workbooks import write_workbook

Say = Callable[[str], None]


def import_census(
    path: Path, *, say: Say, target: str = "", choices: dict[str, Any] | None = None,
    dry_run: bool = False, report: Path | None = None, photos: Sequence[Path] = (),
) -> int:  # fmt: skip
    """Check a file and take it; 0 when it was taken (or checked), 1 when it cannot be.

    `choices` are those of the console, such as `{"system": "gcj02", "columns": {"code": 0}}`.
    """
    try:
        with path.open("rb") as content:
            row = receive_file(
                content=content, file_name=path.name, actor=SYSTEM, at=timezone.now()
            )
        row = _worked(row)
        if row.state == ImportState.FAILED:
            return _failed(row, say)
        for one in photos:
            with one.open("rb") as content:
                row = add_pictures(
                    import_id=row.pk, content=content, file_name=one.name, actor=SYSTEM, at=timezone.now()
                )  # fmt: skip
        wanted = target or row.target
        chosen = {**guess(row, str((choices or {}).get("layer") or ""), wanted), **(choices or {})} if wanted else {}  # fmt: skip
        start_check(
            import_id=row.pk, target=wanted, choices=chosen, actor=SYSTEM, at=timezone.now()
        )
        row = _worked(row)
        if row.state == ImportState.FAILED:
            return _failed(row, say)
        _tell(row, say)
        if report is not None:
            _write_report(row, report, say)
        if dry_run:
            return 0
        start_take(import_id=row.pk, actor=SYSTEM, at=timezone.now())
        row = _worked(row)
    except Refusal as refusal:
        say(f"{path.name}: {refusal} {_facts(refusal.facts)}")
        return 1
    say(
        f"Import {row.pk}: {row.taken} rows written. To take it back: chengmai census undo {row.pk}"
    )
    return 0 if row.state == ImportState.TAKEN else _failed(row, say)


def undo_census(import_id: int, *, say: Say) -> int:
    """Take an import back; 0 when every row is as it was, 1 when some were left alone."""
    try:
        row = CensusImport.objects.filter(pk=import_id).first()
        if row is None:
            raise ImportNotFound("No such import.", id=import_id)
        start_undo(import_id=import_id, actor=SYSTEM, at=timezone.now())
        row = _worked(row)
    except Refusal as refusal:
        say(f"{refusal} {_facts(refusal.facts)}")
        return 1
    say(f"Import {row.pk}: {row.undone} rows are as they were, {row.not_undone} were left alone.")
    for change in row.changes.exclude(refusal="")[:50]:
        say(f"  {change.key}  {REASON_WORDS[Reason(change.refusal)][0]}")
    return 1 if row.not_undone else 0


def go_on_with_census(import_id: int, *, say: Say) -> int:
    """Go on with an import whose worker was killed."""
    row = go_on(import_id, clock=timezone.now)
    say("No such import." if row is None else f"Import {row.pk}: {row.state}")
    return 0 if row is not None and row.state != ImportState.FAILED else 1


def list_census(*, say: Say) -> int:
    """The imports, newest first."""
    for row in CensusImport.objects.order_by("-pk")[:50]:
        say(
            f"{row.pk:>6}  {row.at:%Y-%m-%d %H:%M}  {row.state:<9} {row.target:<16}"
            f" +{row.added} ~{row.changed} ={row.unchanged} !{row.refused}  {row.file_name}"
        )
    return 0


def export_census(path: Path, *, say: Say, photos: bool = False, **wanted: str) -> int:
    """Write a file of the city's data; the form is told by `form` or by the file's ending."""
    endings = {".zip": "shapefile", ".gpkg": "geopackage", ".json": "geojson"}
    ending = path.suffix.lower()
    form = wanted.pop("form", "") or ("xlsx" if photos else endings.get(ending, ending.lstrip(".")))
    try:
        asked = Wanted(form=Form(form), photos=photos, **wanted)
        rows = write_export(path, asked, lambda done: say(f"  {done}"))
    except ValueError:
        say(f"There is no form {form}; one of {', '.join(Form)}.")
        return 1
    except Refusal as refusal:
        say(f"{refusal} {_facts(refusal.facts)}")
        return 1
    say(f"{path}: {rows} rows")
    return 0


def _worked(row: CensusImport) -> CensusImport:
    found = go_on(row.pk, clock=timezone.now)
    assert found is not None  # noqa: S101 (it was made a moment ago)
    return found


def _tell(row: CensusImport, say: Say) -> None:
    say(
        f"{row.file_name}: {row.target}, {row.total} rows: {row.added} added, {row.changed} changed,"
        f" {row.unchanged} unchanged, {row.refused} refused"
    )
    for one in row.reasons:
        say(f"  {one['rows']:>8} {one['reason']} {REASON_WORDS[Reason(one['reason'])][0]}")
    for one in row.unknown[:20]:
        say(f"  {one['rows']:>8} × {one['field']} = {one['text']!r} ({one['reason']})")


def _write_report(row: CensusImport, report: Path, say: Say) -> None:
    heads = [(head, 120) for head in report_heads(row)]
    write_workbook(report, title="导入报告", heads=heads, rows=report_lines(row))
    say(f"Row report: {report}")


def _failed(row: CensusImport, say: Say) -> int:
    error = row.error or {}
    say(f"{row.file_name}: {error.get('message', row.state)} {_facts(error.get('facts', {}))}")
    return 1


def _facts(facts: dict[str, Any]) -> str:
    return " ".join(f"{name}={value}" for name, value in facts.items())
