"""`chengmai tables export|import DIR`: a city's reference data as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils import timezone

from chengmai.identity.words import SYSTEM, Actor, Duty
from chengmai.kernel.tables.changes import today_in_city
from chengmai.kernel.tables.files import export_tables, import_tables
from chengmai.main.tables.book import book

# At the command line the operator of the machine acts; history shows it as the system.
OPERATOR = Actor(
    id=None, name=SYSTEM.name, duties=frozenset({Duty.SYSTEM, Duty.ADMIN}), sees_whole_city=True
)


def run_tables(
    what: str, folder: Path, *, dry_run: bool, reason: str, say: Callable[[str], None]
) -> int:
    """Export, or import (`dry_run`: only say what would change); 1 when a line was refused."""
    today = today_in_city()
    if what == "export":
        say(f"{export_tables(book(), folder, on=today, say=say)} rows in {folder}")
        return 0
    reports = import_tables(
        book(),
        folder,
        actor=OPERATOR,
        at=timezone.now(),
        on=today,
        reason=reason,
        taking=not dry_run,
        say=say,
    )
    return 1 if any(report.count("refused") for report in reports.values()) else 0
