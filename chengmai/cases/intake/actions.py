"""The import of a file: read it, try it, run it in chunks, stop it.

A chunk is one transaction: its cases, the state of its rows and the counts of the batch are
committed together. Killed in the middle, the import goes on after the last committed chunk; a
message is known again by its number or, without one, by its person and words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from chengmai.cases.intake.columns import guess_mapping, read_mapping, signature
from chengmai.cases.intake.errors import ImportNotFound, ImportNotReady
from chengmai.cases.intake.models import ColumnMapping, ImportBatch, ImportRow
from chengmai.cases.intake.outcomes import take_rows
from chengmai.cases.intake.reader import read_table
from chengmai.cases.intake.words import BatchState, Mapping, RawRow, RowState, Table
from chengmai.identity.words import Actor
from chengmai.kernel.masks import mask_numbers_in

CHUNK = 200
Progress = Callable[[ImportBatch], None]


@transaction.atomic
def open_file(
    *,
    content: bytes,
    file_name: str,
    actor: Actor,
    at: datetime,
    mapping: dict[str, object] | None = None,
) -> ImportBatch:
    """Read a file and keep its rows; nothing becomes a case yet.

    The mapping is the one given, or the one remembered for files of this shape, or a guess from
    the headers. Raises FileNotReadable, FileTooLarge or BadInput.
    """
    table = read_table(content)
    shape = signature(table.columns)
    chosen = _mapping(table, shape, mapping)
    batch = ImportBatch.objects.create(
        file_name=mask_numbers_in(Path(file_name).name)[:200],
        sha256=hashlib.sha256(content).hexdigest(),
        kind=table.kind,
        encoding=table.encoding,
        signature=shape,
        columns=list(table.columns),
        mapping=chosen.as_json(),
        notes=list(table.notes),
        state=BatchState.READY,
        total=len(table.rows),
        by_id=actor.id,
        at=at,
    )
    ImportRow.objects.bulk_create(
        (
            ImportRow(
                batch=batch,
                number=row.number,
                values=_kept(row),
                reason=row.reason or "",
                detail=row.detail[:200],
            )
            for row in table.rows
        ),
        batch_size=1_000,
    )
    return batch


def _kept(row: RawRow) -> Any:
    """The cells without the null characters that no table can keep; JSON of the sealed column."""
    return [value.replace("\x00", "") for value in row.values]


def _mapping(table: Table, shape: str, given: dict[str, object] | None) -> Mapping:
    width = len(table.columns)
    if given is not None:
        return read_mapping(given, width)
    remembered = ColumnMapping.objects.filter(pk=shape).first()
    return read_mapping(remembered.mapping, width) if remembered else guess_mapping(table.columns)


@transaction.atomic
def start_import(
    *,
    batch_id: int,
    actor: Actor,
    at: datetime,
    dry_run: bool = False,
    mapping: dict[str, object] | None = None,
) -> ImportBatch:
    """Set an import going (or trying); its rows are taken by `run_chunk`.

    A mapping given here is remembered for files of the same shape. Rows of a dry run begin anew.
    Raises ImportNotReady when the import is over.
    """
    batch = _locked(batch_id)
    if batch.state == BatchState.RUNNING and mapping is None and batch.dry_run == dry_run:
        return batch
    fresh = batch.state == BatchState.READY or (batch.dry_run and batch.state != BatchState.RUNNING)
    if not fresh and batch.state != BatchState.CANCELLED:
        raise ImportNotReady("This import cannot be started now.", state=batch.state)
    if mapping is not None:
        chosen = read_mapping(mapping, len(batch.columns)).as_json()
        batch.mapping = chosen
        ColumnMapping.objects.update_or_create(
            pk=batch.signature, defaults={"mapping": chosen, "by_id": actor.id, "at": at}
        )
    if fresh:
        _begin_anew(batch)
    batch.dry_run, batch.state, batch.error = dry_run, BatchState.RUNNING, ""
    batch.save()
    return batch


def _begin_anew(batch: ImportBatch) -> None:
    batch.rows.exclude(state=RowState.PENDING).update(state=RowState.PENDING)
    batch.done = batch.created = batch.repeated = batch.refused = 0
    batch.finished_at = None


@transaction.atomic
def cancel_import(*, batch_id: int) -> ImportBatch:
    """Stop after the chunk at work now; what has become a case stays one."""
    batch = _locked(batch_id)
    if batch.state not in (BatchState.READY, BatchState.RUNNING, BatchState.CANCELLED):
        raise ImportNotReady("This import is over.", state=batch.state)
    batch.state = BatchState.CANCELLED
    batch.save(update_fields=["state"])
    return batch


@transaction.atomic
def run_chunk(*, batch_id: int, actor: Actor, at: datetime, size: int = CHUNK) -> ImportBatch:
    """Take the next rows of a running import, in one transaction."""
    batch = _locked(batch_id)
    if batch.state != BatchState.RUNNING:
        return batch
    rows = list(batch.rows.filter(state=RowState.PENDING).order_by("number")[:size])
    take_rows(batch, rows, actor=actor, at=at)
    for row in rows:
        setattr(batch, row.state, getattr(batch, row.state) + 1)
    batch.done += len(rows)
    if len(rows) < size:
        batch.state = BatchState.READY if batch.dry_run else BatchState.DONE
        batch.finished_at = at
    batch.save()
    return batch


def run_import(
    *, batch_id: int, actor: Actor, at: datetime, progress: Progress | None = None
) -> ImportBatch:
    """Take chunk after chunk until the import is over or stopped."""
    while True:
        batch = run_chunk(batch_id=batch_id, actor=actor, at=at)
        if progress is not None:
            progress(batch)
        if batch.state != BatchState.RUNNING:
            return batch


def import_file(
    path: Path,
    *,
    actor: Actor,
    at: datetime,
    dry_run: bool = False,
    mapping: dict[str, object] | None = None,
    progress: Progress | None = None,
) -> ImportBatch:
    """Import a file from the command line. An import of this file that was cut off goes on."""
    content = path.read_bytes()
    batch = None if dry_run else _unfinished(content)
    if batch is None:
        batch = open_file(content=content, file_name=path.name, actor=actor, at=at, mapping=mapping)
        start_import(batch_id=batch.pk, actor=actor, at=at, dry_run=dry_run, mapping=mapping)
    return run_import(batch_id=batch.pk, actor=actor, at=at, progress=progress)


def _unfinished(content: bytes) -> ImportBatch | None:
    running = ImportBatch.objects.filter(
        sha256=hashlib.sha256(content).hexdigest(), state=BatchState.RUNNING, dry_run=False
    )
    return running.order_by("-pk").first()


def _locked(batch_id: int) -> ImportBatch:
    batch = ImportBatch.objects.select_for_update().filter(pk=batch_id).first()
    if batch is None:
        raise ImportNotFound("No such import.", id=batch_id)
    return batch
