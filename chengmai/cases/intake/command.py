"""The import from the command line: progress and a summary in plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from chengmai.cases.intake.actions import import_file
from chengmai.cases.intake.models import ImportBatch
from chengmai.cases.intake.queries import report_workbook
from chengmai.cases.intake.words import REASON_WORDS, Reason, RowState
from chengmai.identity.words import SYSTEM, Actor
from chengmai.kernel.errors import Refusal

Say = Callable[[str], None]


def import_messages(
    path: Path,
    *,
    at: datetime,
    say: Say,
    dry_run: bool = False,
    mapping: dict[str, object] | None = None,
    report: Path | None = None,
    actor: Actor = SYSTEM,
) -> int:
    """Import a file, or go on with an import of it that was cut off.

    `report` names a file for the row report (XLSX). Returns the exit code: 0 when every row is
    told of, 1 when the file itself cannot be taken.
    """
    try:
        batch = import_file(
            path,
            actor=actor,
            at=at,
            dry_run=dry_run,
            mapping=mapping,
            progress=lambda now: say(f"  {now.done} / {now.total}"),
        )
    except Refusal as refusal:
        say(f"{path.name}: {refusal} {_facts(refusal.facts)}")
        return 1
    _summary(batch, say)
    if report is not None:
        report.write_bytes(report_workbook(batch))
        say(f"Row report: {report}")
    return 0


def _summary(batch: ImportBatch, say: Say) -> None:
    named = {
        f"{index}:{batch.columns[int(index)]}": field
        for index, field in batch.mapping["columns"].items()
    }
    say("Columns: " + ", ".join(f"{column} → {field}" for column, field in named.items()))
    trial = " (dry run, nothing was kept)" if batch.dry_run else ""
    say(
        f"{batch.file_name}: {batch.total} rows, {batch.created} created, {batch.repeated}"
        f" repeated, {batch.refused} refused{trial}"
    )
    told = batch.rows.exclude(state=RowState.CREATED)
    for (state, reason), number in sorted(Counter(told.values_list("state", "reason")).items()):
        words = REASON_WORDS[Reason(reason)] if reason else ""
        say(f"  {number:>6} {state} {reason} {words}")


def _facts(facts: dict[str, Any]) -> str:
    return " ".join(f"{name}={value}" for name, value in facts.items())
