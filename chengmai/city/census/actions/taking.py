"""An import is taken, chunk by chunk; it can be stopped, gone on with after a kill, and undone."""

from __future__ import annotations

import logging
import time
from datetime import datetime

import pgtrigger
from django.db import connection, transaction

from chengmai.city.addresses.actions import tie_numbers
from chengmai.city.census.actions.checking import check, plan_of
from chengmai.city.census.actions.receiving import look_into
from chengmai.city.census.actions.working import Clock, alone, one_at_a_time
from chengmai.city.census.errors import BadChoice, ImportNotReady, Stopped
from chengmai.city.census.events import CensusTaken, CensusUndone
from chengmai.city.census.models import CensusChange, CensusImport
from chengmai.city.census.queries.imports import get_import
from chengmai.city.census.rules.targets import TARGETS
from chengmai.city.census.staging.images import columns_of, model_of, table_of
from chengmai.city.census.staging.pictures import shown_by, shown_no_more
from chengmai.city.census.staging.tables import ask, exists, rows_table, run
from chengmai.city.census.staging.taking import next_numbers, refuse_late, take_added, take_changed
from chengmai.city.census.staging.undoing import next_changes, undo_chunk
from chengmai.city.census.words import WORKING, ImportState, Step
from chengmai.identity.words import Actor
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import publish
from chengmai.kernel.media.public import tie_many, untie_many
from chengmai.kernel.reference import forget

CHUNK = 20_000
_MANY = 5_000
log = logging.getLogger(__name__)


@transaction.atomic
def start_take(*, import_id: int, actor: Actor, at: datetime) -> CensusImport:
    """Take a checked import, or go on with one that was stopped on the way."""
    row = get_import(actor, import_id, lock=True)
    if row.state == ImportState.TAKING:
        return row
    resumes = row.taken > 0 and row.state in (ImportState.CANCELLED, ImportState.FAILED)
    if row.state != ImportState.CHECKED and not resumes:
        raise ImportNotReady("This import cannot be taken now.", state=row.state)
    if not row.added + row.changed:
        raise BadChoice("There is nothing to take.", field="import", refused=row.refused, remedy="Mend the refused rows, or leave it.")  # fmt: skip
    if not _rows_are_there(row):
        row.state = ImportState.FOUND
        row.save(update_fields=["state"])
        raise ImportNotReady("The checked rows are no longer there.", state=row.state, remedy="Check the file again.")  # fmt: skip
    row.state, row.step, row.error, row.moved_at = ImportState.TAKING, Step.TAKING, None, at
    row.done = row.taken
    row.total = row.added + row.changed
    row.image = row.image or columns_of(TARGETS[row.target])
    row.save()
    return row


@transaction.atomic
def cancel(*, import_id: int, actor: Actor, at: datetime) -> CensusImport:
    """Stop after the chunk at work now; what was taken stays until it is undone."""
    row = get_import(actor, import_id, lock=True)
    if row.state == ImportState.CANCELLED:
        return row
    if row.state not in (ImportState.RECEIVED, ImportState.CHECKING, ImportState.TAKING):
        raise ImportNotReady("There is nothing to stop.", state=row.state)
    was = row.state
    row.state, row.step, row.moved_at = ImportState.CANCELLED, "", at
    row.save(update_fields=["state", "step", "moved_at"])
    if was == ImportState.TAKING and row.taken:
        _announce(row, at, whole=False)
    return row


@transaction.atomic
def start_undo(*, import_id: int, actor: Actor, at: datetime) -> CensusImport:
    """Take an import back: its rows become what they were, as far as nobody changed them since."""
    row = get_import(actor, import_id, lock=True)
    if row.state == ImportState.UNDOING:
        return row
    stopped = row.taken > 0 and row.state in (ImportState.CANCELLED, ImportState.FAILED)
    if row.state != ImportState.TAKEN and not stopped:
        raise ImportNotReady("Only an import that was taken can be undone.", state=row.state)
    row.state, row.step, row.error, row.moved_at = ImportState.UNDOING, Step.UNDOING, None, at
    row.position, row.done, row.total = 0, 0, row.taken
    row.undone = row.not_undone = 0
    row.save()
    return row


def go_on(import_id: int, *, clock: Clock, chunk: int = CHUNK) -> CensusImport | None:
    """Do whatever an import waits for, unless another worker is at it. Never raises a refusal."""
    with alone(import_id) as mine:
        row = CensusImport.objects.filter(pk=import_id).first()
        if not mine or row is None:
            return row
        try:
            _work(row, clock, chunk)
        except Stopped:
            pass
        except Refusal as refusal:
            _fail(
                row, {"code": refusal.code, "message": str(refusal), "facts": refusal.facts}, clock
            )
        except Exception:
            log.exception("import %s failed", import_id)
            _fail(row, {"code": "kernel.broken", "message": "", "facts": {}}, clock)
        return CensusImport.objects.get(pk=import_id)


def _work(row: CensusImport, clock: Clock, chunk: int) -> None:
    match row.state:
        case ImportState.RECEIVED:
            look_into(row, clock)
        case ImportState.CHECKING:
            check(row, clock)
        case ImportState.TAKING:
            _take(row, clock, chunk)
        case ImportState.UNDOING:
            _undo(row, clock, chunk)


def _fail(row: CensusImport, error: dict[str, object], clock: Clock) -> None:
    CensusImport.objects.filter(pk=row.pk, state__in=WORKING).update(
        state=ImportState.FAILED, error=error, step="", moved_at=clock()
    )


def _rows_are_there(row: CensusImport) -> bool:
    table = rows_table(row.pk)
    if not exists(table):
        return False
    number = ask(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
    return bool(number == row.added + row.changed + row.unchanged + row.refused)


def _take(row: CensusImport, clock: Clock, chunk: int) -> None:
    if not _rows_are_there(row):  # the database has crashed meanwhile
        CensusImport.objects.filter(pk=row.pk, state=ImportState.TAKING).update(
            state=ImportState.FOUND, step="", taken=0, position=0
        )
        return
    began = time.perf_counter()
    while _take_chunk(row.pk, clock, chunk):
        pass
    table = table_of(TARGETS[row.target])
    if row.added + row.changed > _MANY:
        run(f"ANALYZE {table}")
    with transaction.atomic():
        done = CensusImport.objects.select_for_update().get(pk=row.pk)
        if done.state != ImportState.TAKING:
            raise Stopped
        at = clock()
        spent = round(time.perf_counter() - began, 2)
        done.seconds = {**done.seconds, "take": spent}
        done.state, done.step, done.taken_at, done.moved_at = ImportState.TAKEN, "", at, at
        done.save(update_fields=["seconds", "state", "step", "taken_at", "moved_at"])
        _announce(done, at, whole=True)
    forget()
    _bring_to_gazetteer(row.target, clock())


def _take_chunk(import_id: int, clock: Clock, chunk: int) -> bool:
    """Take the next rows in one transaction; whether there may be more. Raises Stopped."""
    with transaction.atomic():
        row = CensusImport.objects.select_for_update().get(pk=import_id)
        if row.state != ImportState.TAKING:
            raise Stopped
        one_at_a_time(row.target)
        found = next_numbers(import_id, row.position, chunk)
        if found is None:
            return False
        upto, wanted = found
        plan, at = plan_of(row), clock()
        columns, by = list(row.image), row.by_id
        went_in = take_added(plan, row.position, upto, columns=columns, by=by, at=at)
        went_in += take_changed(plan, row.position, upto, columns=columns, by=by, at=at)
        if went_in < wanted:
            late = refuse_late(plan, row.position, upto)
            row.refused += late
        if "photos" in plan.choices.columns:
            tie_many(
                [
                    (number, f"component:{code}")
                    for number, code in shown_by(import_id, row.position, upto)
                ]
            )
        row.taken += went_in
        row.done, row.position, row.moved_at = row.done + wanted, upto, at
        row.save(update_fields=["taken", "done", "position", "moved_at", "refused"])
        return wanted == chunk


def _announce(row: CensusImport, at: datetime, *, whole: bool) -> None:
    publish(
        CensusTaken(
            at=at, actor_id=row.by_id, import_id=row.pk, target=row.target, file_name=row.file_name,
            sha256=row.sha256, added=row.added, changed=row.changed, refused=row.refused, whole=whole,
        )
    )  # fmt: skip


def _undo(row: CensusImport, clock: Clock, chunk: int) -> None:
    began = time.perf_counter()
    while _undo_chunk(row.pk, clock, chunk):
        pass
    with transaction.atomic():
        done = CensusImport.objects.select_for_update().get(pk=row.pk)
        at = clock()
        left = CensusChange.objects.filter(census_import_id=row.pk).exclude(refusal="").count()
        done.not_undone, done.undone = left, done.taken - left
        done.seconds = {**done.seconds, "undo": round(time.perf_counter() - began, 2)}
        done.state, done.step, done.undone_at, done.moved_at = ImportState.UNDONE, "", at, at
        done.save()
        untie_many([(number, f"census-import:{row.pk}") for number in done.picture_ids])
        publish(
            CensusUndone(
                at=at, actor_id=done.by_id, import_id=row.pk, target=row.target,
                undone=done.undone, left=left,
            )
        )  # fmt: skip
    forget()
    _bring_to_gazetteer(row.target, clock())


def _bring_to_gazetteer(target: str, at: datetime) -> None:
    """House numbers are found at once; other names with the next rebuild, within five minutes."""
    if target == "house_numbers":
        tie_numbers(at=at)


def _undo_chunk(import_id: int, clock: Clock, chunk: int) -> bool:
    with transaction.atomic():
        row = CensusImport.objects.select_for_update().get(pk=import_id)
        if row.state != ImportState.UNDOING:
            raise Stopped
        one_at_a_time(row.target)
        found = next_changes(import_id, row.position, chunk)
        if found is None:
            return False
        upto, wanted = found
        target = TARGETS[row.target]
        _let_guards_sleep(row.target)
        undo_chunk(import_id, target, list(row.image), row.position, upto, by=row.by_id, at=clock())
        if row.picture_ids:
            gone = shown_no_more(import_id, row.position, upto)
            untie_many([(number, f"component:{code}") for number, code in gone])
        row.done, row.position, row.moved_at = row.done + wanted, upto, clock()
        row.save(update_fields=["done", "position", "moved_at"])
        return wanted == chunk


def _let_guards_sleep(target: str) -> None:
    """An undo may take away a grid that its import made and nothing used, or open one that it
    closed; the guards of the table forbid both to everybody else."""
    if target != "unit_grids":
        return
    model = model_of(TARGETS[target])
    names = ("city.UnitGrid:never_deleted", "city.UnitGrid:never_reopened")
    guards = [trigger.get_pgid(model()) for _, trigger in pgtrigger.registered(*names)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', %s::text, true)", ["{" + ",".join(guards) + "}"]
        )
