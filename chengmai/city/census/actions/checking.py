"""The dry run: a file is read whole and compared with what there is; nothing is taken yet."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.city.census.actions.picturing import read_pictures
from chengmai.city.census.actions.receiving import opened
from chengmai.city.census.actions.working import Clock, beat
from chengmai.city.census.errors import (
    BadChoice,
    FileTooLarge,
    ImportNotReady,
    Stopped,
    SystemUnknown,
)
from chengmai.city.census.models import CensusImport, CensusMapping
from chengmai.city.census.queries.imports import get_import, limits_now
from chengmai.city.census.queries.layers import layer_of
from chengmai.city.census.rules.mapping import (
    plain_header,
    read_choices,
    refuse_missing_fields,
    shape_fits,
    signature,
)
from chengmai.city.census.rules.systems import to_degrees
from chengmai.city.census.rules.targets import TARGETS, target_of
from chengmai.city.census.staging.checking import Plan, counts_of, reasons_of, write_checked
from chengmai.city.census.staging.corrections import (
    explain_missing_geometry,
    refuse_overlapping_areas,
    refuse_overlaps,
)
from chengmai.city.census.staging.images import table_of
from chengmai.city.census.staging.meanings import write_meanings
from chengmai.city.census.staging.pictures import note_full
from chengmai.city.census.staging.raw import raw_is_whole, write_raw
from chengmai.city.census.words import Choices, ImportState, LayerFound, Step, TargetSpec
from chengmai.city.queries.grids import outline
from chengmai.city.queries.settings import setting
from chengmai.identity.words import Actor
from chengmai.kernel.places import Bounds

_BEFORE = (ImportState.FOUND, ImportState.CHECKED, ImportState.FAILED, ImportState.CANCELLED)


@transaction.atomic
def start_check(
    *, import_id: int, target: str, choices: Mapping[str, Any], actor: Actor, at: datetime
) -> CensusImport:
    """Set the dry run of an import going with these choices, which are remembered.

    Raises ImportNotReady, BadChoice or SystemUnknown, which names the systems that would fit.
    """
    row = get_import(actor, import_id, lock=True)
    if row.state not in _BEFORE or row.taken:
        raise ImportNotReady("This import cannot be checked now.", state=row.state)
    spec = target_of(target)
    layer = layer_of(row, str(choices.get("layer") or ""))
    if layer is None:
        raise BadChoice(
            "There is no such layer.", field="layer", remedy="Choose a layer of the file."
        )
    chosen = read_choices({**choices, "layer": layer.name}, spec, len(layer.columns))
    refuse_missing_fields(chosen, spec, has_geometry=bool(layer.shape))
    if layer.shape and spec.geometry and not shape_fits(spec.shape, layer.shape):
        raise BadChoice("The layer holds another kind of shape.", field="layer", shape=layer.shape, remedy="Choose another layer or another kind of data.")  # fmt: skip
    if spec.geometry and (layer.shape or "lon" in chosen.columns):
        _refuse_unknown_system(row, layer, chosen)
    row.target, row.choices, row.total = spec.name, chosen.as_json(), layer.rows
    row.state, row.step, row.error, row.moved_at = ImportState.CHECKING, "", None, at
    row.done = row.position = 0
    row.save()
    _remember(spec, layer, chosen, actor, at)
    return row


def _refuse_unknown_system(row: CensusImport, layer: LayerFound, chosen: Choices) -> None:
    if not chosen.system:
        finding = (row.found.get(layer.name) or {}).get("system") or {}
        raise SystemUnknown(
            "In which coordinate system is this file?",
            field="system",
            candidates=finding.get("candidates", []),
            remedy="Choose the system; the map shows where the sample lies in each.",
        )
    to_degrees(chosen.system, layer.system)


def _remember(
    spec: TargetSpec, layer: LayerFound, chosen: Choices, actor: Actor, at: datetime
) -> None:
    kept = {
        "columns": {f: plain_header(layer.columns[i]) for f, i in chosen.columns.items()},
        "values": chosen.values,
        "constants": chosen.constants,
        "unknown_organisations": chosen.unknown_organisations,
        "blanks": chosen.blanks,
        "bad_pictures": chosen.bad_pictures,
        "date_order": chosen.date_order,
    }
    CensusMapping.objects.update_or_create(
        target=spec.name,
        signature=signature(layer.columns),
        defaults={"choices": kept, "by_id": actor.id, "at": at},
    )


def plan_of(row: CensusImport) -> Plan:
    """What the statements of an import need to know."""
    layer = layer_of(row, str(row.choices.get("layer") or ""))
    assert layer is not None  # noqa: S101 (a checked import has a layer)
    where = outline()
    choices = Choices(**row.choices)
    return Plan(
        import_id=row.pk,
        target=TARGETS[row.target],
        choices=choices,
        shaped=bool(layer.shape) or {"lon", "lat"} <= choices.columns.keys(),
        day=timezone.localdate(row.at),
        bounds=Bounds(*where.bounds) if where else None,
    )


def check(row: CensusImport, clock: Clock) -> None:
    """Read, understand, place and compare every row of an import. Raises Stopped."""
    plan = plan_of(row)
    layer = layer_of(row, plan.choices.layer)
    assert layer is not None  # noqa: S101
    seconds: dict[str, float] = {}
    began = time.perf_counter()
    total = _read(row, layer, plan.choices, clock)
    seconds["read"] = time.perf_counter() - began
    began = time.perf_counter()
    beat(row.pk, ImportState.CHECKING, Step.VALUES, clock, total, total)
    unknown = write_meanings(row.pk, plan.target, plan.choices, row.at)
    pictured = read_pictures(row, plan.target, plan.choices, clock)
    beat(row.pk, ImportState.CHECKING, Step.COMPARING, clock, total, total)
    with transaction.atomic():
        counts = write_checked(plan)
        if row.target == "areas" and plan.with_geometry:
            kind = (
                "{a}.v_kind" if "kind" in (*plan.choices.columns, *plan.choices.constants) else "''"
            )
            late = refuse_overlapping_areas(row.pk, float(setting("grid_fault_m2")), kind=kind)
            counts = counts_of(row.pk) if late else counts
        if row.target == "unit_grids":
            most = float(setting("grid_fault_m2"))
            late = refuse_overlaps(row.pk, table_of(plan.target), most)
            counts = counts_of(row.pk) if late else counts
        if pictured:
            note_full(row.pk)
        explain_missing_geometry(row.pk, len(layer.columns))
    seconds["check"] = time.perf_counter() - began
    _finish(row, counts, total, unknown, seconds, clock())


def _read(row: CensusImport, layer: LayerFound, choices: Choices, clock: Clock) -> int:
    """Bring the rows into the database, unless they are there from a check before."""
    lon_lat = None
    if not layer.shape and {"lon", "lat"} <= choices.columns.keys():
        lon_lat = (choices.columns["lon"], choices.columns["lat"])
    system = choices.system or "wgs84"
    told = [layer.name, choices.encoding, system, choices.swapped, lon_lat]
    read_as = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    if row.read_as == read_as and raw_is_whole(row.pk, row.total):
        return row.total
    limits = limits_now()

    def progress(done: int) -> None:
        beat(row.pk, ImportState.CHECKING, Step.READING, clock, done, max(done, layer.rows))

    with opened(row) as file:
        total = write_raw(
            row.pk,
            len(layer.columns),
            file.rows(layer.name, choices.encoding),
            way=to_degrees(system, layer.system),
            swapped=choices.swapped,
            lon_lat=lon_lat,
            most=limits.rows,
            progress=progress,
        )
    if total > limits.rows:
        raise FileTooLarge("The file has too many rows.", field="file", limit=limits.rows, remedy="Divide it into several files.")  # fmt: skip
    CensusImport.objects.filter(pk=row.pk).update(read_as=read_as, total=total)
    return total


@transaction.atomic
def _finish(
    row: CensusImport, counts: dict[str, int], total: int, unknown: list[dict[str, Any]],
    seconds: dict[str, float], at: datetime,
) -> None:  # fmt: skip
    now = CensusImport.objects.select_for_update().get(pk=row.pk)
    if now.state != ImportState.CHECKING:
        raise Stopped
    for verdict, number in counts.items():
        setattr(now, verdict, number)
    now.total = now.done = total
    now.picture_ids = row.picture_ids
    now.reasons, now.unknown = reasons_of(row.pk), unknown
    now.seconds = {**now.seconds, **{name: round(value, 2) for name, value in seconds.items()}}
    now.state, now.step, now.checked_at, now.moved_at = ImportState.CHECKED, "", at, at
    now.save()
