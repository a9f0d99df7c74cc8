"""The city's data as a file: ordered here, made by the worker, kept and removed by kernel.exports."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.city.census.actions.picturing import note_given_out
from chengmai.city.census.errors import BadChoice, NotYours
from chengmai.city.census.events import CensusExported
from chengmai.city.census.gateways.writers import Layout, write_file
from chengmai.city.census.queries.imports import refuse_others
from chengmai.city.census.queries.stored import (
    count_pictures_stored,
    count_stored,
    fields_out,
    stored_pictures,
    stored_rows,
)
from chengmai.city.census.rules.systems import crs_of
from chengmai.city.census.rules.targets import target_of
from chengmai.city.census.words import FieldKind, Form, Shape, TargetSpec, Wanted
from chengmai.city.queries.settings import setting
from chengmai.identity.public import actor_of
from chengmai.identity.words import Actor
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.public import ExportLimits, Kind, Made, Order, ask_export, offer
from chengmai.kernel.ledger import publish

_GEOGRAPHIC = (Form.SHAPEFILE, Form.GEOPACKAGE, Form.GEOJSON, Form.KML)
_FILES = {
    Form.SHAPEFILE: (".zip", "application/zip"),
    Form.GEOPACKAGE: (".gpkg", "application/geopackage+sqlite3"),
    Form.GEOJSON: (".geojson", "application/geo+json"),
    Form.KML: (".kml", "application/vnd.google-earth.kml+xml"),
    Form.CSV: (".csv", "text/csv"),
    Form.XLSX: (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@transaction.atomic
def ask_census_export(*, wanted: Wanted, actor: Actor, at: datetime) -> Export:
    """Order a file of the city's data. Raises NotYours, BadChoice or TooManyExports."""
    refuse_others(actor)
    target = target_of(wanted.target)
    _refuse_impossible(wanted)
    total = count_stored(wanted)
    title = f"{target.title}{' ' + wanted.area if wanted.area else ''}"
    day = timezone.localdate(at)
    row = ask_export(
        kind="census.photos" if wanted.photos else f"census.{wanted.form.value}",
        title=title,
        file_name=f"{title} {day:%Y-%m-%d}{'.zip' if wanted.photos else _FILES[wanted.form][0]}".replace(
            "/", "-"
        ),
        asked_by=actor.id or 0,
        params=asdict(wanted),
        total=total,
        limits=ExportLimits(
            most_jobs=int(setting("census_exports_each")), hours=int(setting("census_export_hours"))
        ),
        at=at,
    )
    publish(
        CensusExported(at=at, actor_id=actor.id, target=target.name, form=wanted.form, rows=total)
    )
    return row


def _refuse_impossible(wanted: Wanted) -> None:
    target = target_of(wanted.target)
    if target.shape is Shape.NONE and wanted.form in _GEOGRAPHIC:
        raise BadChoice(
            "This kind of data has no geometry.", field="form", remedy="Choose csv or xlsx."
        )
    if wanted.photos:
        _refuse_impossible_photos(wanted, target)
    if wanted.encoding not in ("utf-8", "gb18030"):
        raise BadChoice("No such encoding.", field="encoding", remedy="Choose utf-8 or gb18030.")
    crs_of("wgs84" if wanted.system in ("gcj02", "bd09") else wanted.system)


def _refuse_impossible_photos(wanted: Wanted, target: TargetSpec) -> None:
    if not any(spec.kind is FieldKind.PICTURES for spec in target.fields):
        raise BadChoice("This kind of data has no photos.", field="photos", remedy="Leave the photos out.")  # fmt: skip
    if wanted.form in (Form.SHAPEFILE, Form.KML):
        raise BadChoice("This format has no room for the names.", field="form", remedy="Choose xlsx, csv, geopackage or geojson.")  # fmt: skip
    most, found = int(setting("census_pictures")), count_pictures_stored(wanted)
    if found > most:
        raise BadChoice("Too many photos for one file.", field="area", pictures=found, limit=most, remedy="Choose a smaller area or one class.")  # fmt: skip


def write_export(path: Path, wanted: Wanted, progress: Callable[[int], None]) -> int:
    """Write the file, in a zip with its pictures where they are wanted; how many rows it holds."""
    _refuse_impossible(wanted)
    if not wanted.photos:
        return _write_table(path, wanted, progress)
    with TemporaryDirectory() as folder:
        table = Path(folder) / f"{target_of(wanted.target).title}{_FILES[wanted.form][0]}"
        rows = _write_table(table, wanted, progress)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
            box.write(table, table.name)
            for name, media_id in stored_pictures(wanted):
                content = note_given_out(media_id)
                if content is not None:
                    box.writestr(f"photos/{name}", content, compress_type=zipfile.ZIP_STORED)
    return rows


def _write_table(path: Path, wanted: Wanted, progress: Callable[[int], None]) -> int:
    target = target_of(wanted.target)
    system = "wgs84" if wanted.form is Form.KML else wanted.system  # KML knows no other
    asked = Wanted(**{**asdict(wanted), "system": system})
    shifted = system in ("gcj02", "bd09")  # no file format has a name for these
    fields = fields_out(target, photos=wanted.photos)
    layout = Layout(
        name=target.title,
        titles=tuple(spec.title for spec in fields),
        shorts=tuple(spec.exported or spec.name[:10] for spec in fields),
        shape=target.shape,
        crs=None if shifted else crs_of(system).to_wkt(version="WKT1_GDAL"),
        encoding=wanted.encoding,
    )
    return write_file(path, wanted.form, layout, stored_rows(asked), progress)


def _make(order: Order) -> Made:
    wanted = Wanted(**{**order.params, "form": Form(order.params["form"])})
    total = count_stored(wanted)
    rows = write_export(order.path, wanted, lambda done: order.progress(done, max(done, total)))
    return Made(rows=rows, told={"target": wanted.target, "form": wanted.form.value})


def _may_fetch(asked_by: int, params: dict[str, Any], scope: str) -> None:
    del params, scope
    actor = actor_of(asked_by)
    if actor is None:
        raise NotYours("The system administrator takes data in and out.")
    refuse_others(actor)


KINDS = [
    offer(Kind(f"census.{form.value}", content_type, _make, _may_fetch))
    for form, (_, content_type) in _FILES.items()
] + [offer(Kind("census.photos", "application/zip", _make, _may_fetch))]
