"""Troubles that last: seen by the checks there are, noted once, and over when no longer seen.

What flickers is not noted as lasting: a trouble counts when it was seen for
`trouble_patience_seconds`, and is over when it was not seen for as long (decision 0110).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Min

from chengmai.kernel import lookout
from chengmai.kernel.backups import backup_state
from chengmai.kernel.deadletters import open_letters
from chengmai.kernel.models import Trouble
from chengmai.kernel.settings import setting

OF_THE_MOMENT = ("process_restarting", "database_unavailable", "database_busy")
DYING_SECONDS = 600
LOG_SLOT = "chengmai_wal"  # the place in PostgreSQL's log up to which the second copy is written
_SLOT = "SELECT active, wal_status FROM pg_replication_slots WHERE slot_name = %s"


@dataclass(frozen=True)
class Seen:
    """What a check found: a code, what it is about, how bad, and figures."""

    code: str
    about: str = ""
    level: str = lookout.WARNING
    facts: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Change:
    """A trouble that has become lasting, or one that is over (`over`)."""

    trouble: Trouble
    over: bool


def watch(at: datetime) -> list[Change]:
    """Look at everything now and note what became of it. At most one watcher at a time."""
    return note(look_around(at), at=at)


def look_around(at: datetime) -> list[Seen]:
    """Everything that the platform's own checks find wrong and that a person must mend."""
    now = lookout.look_anew()
    found = [
        Seen(one.code, str(one.facts.get("disk", "")), one.level, tuple(one.facts.items()))
        for one in now.troubles
        if one.code not in OF_THE_MOMENT
    ]
    state = backup_state(at)
    if state.word in ("failed", "late"):
        level = lookout.SEVERE if state.word == "late" else lookout.WARNING
        since = state.last_good_at.isoformat() if state.last_good_at else ""
        found.append(
            Seen(f"backup_{state.word}", "", level, (("since", since), ("error", state.error)))
        )
    if letters := len(open_letters()):
        found.append(Seen("dead_letters", "", lookout.WARNING, (("letters", letters),)))
    with connection.cursor() as cursor:
        cursor.execute(_SLOT, [LOG_SLOT])
        found += log_trouble(cursor.fetchall())
    limit = setting("process_ends_in_ten_minutes")
    for name, ends in lookout.often_ended(at.timestamp() - DYING_SECONDS).items():
        if ends >= limit:
            found.append(
                Seen("process_keeps_dying", name, lookout.SEVERE, (("ends", ends), ("name", name)))
            )
    return found


def log_trouble(slots: list[tuple[bool, str | None]]) -> list[Seen]:
    """Nobody writes the second copy of the log, or it misses a part for ever (`lost`).

    `slots` holds whether somebody reads, and what PostgreSQL still keeps for them; none where the
    log is kept once only.
    """
    for active, kept in slots:
        if kept == "lost":
            return [Seen("log_copy_lost", "", lookout.SEVERE)]
        if not active:
            return [Seen("log_copy_stopped", "", lookout.SEVERE)]
    return []


@transaction.atomic
def note(found: Iterable[Seen], *, at: datetime) -> list[Change]:
    """Keep the rows of what is seen, and say which troubles became lasting and which are over."""
    patience = timedelta(seconds=setting("trouble_patience_seconds"))
    rows = Trouble.objects.select_for_update().filter(over_at=None)
    standing = {(row.code, row.about): row for row in rows}
    changes: list[Change] = []
    for one in found:
        row = standing.pop((one.code, one.about), None)
        row = row or Trouble(code=one.code, about=one.about, began_at=at)
        row.level, row.facts, row.seen_at = one.level, dict(one.facts), at
        if row.told_at is None and at - row.began_at >= patience:
            row.told_at = at
            changes.append(Change(row, over=False))
        row.save()
    for row in standing.values():
        if at - row.seen_at < patience:
            continue
        if row.told_at is None:
            row.delete()  # it flickered
            continue
        row.over_at = at
        row.save(update_fields=["over_at"])
        changes.append(Change(row, over=True))
    return changes


def forget_troubles(before: datetime) -> int:
    """Remove troubles that were over before this moment, a batch at a time; how many."""
    old = Trouble.objects.filter(over_at__lt=before).order_by("over_at")
    numbers = list(old.values_list("pk", flat=True)[:5_000])
    return Trouble.objects.filter(pk__in=numbers).delete()[0]


def oldest_trouble() -> datetime | None:
    """When the oldest trouble that is kept was over."""
    found: datetime | None = Trouble.objects.aggregate(at=Min("over_at"))["at"]
    return found
