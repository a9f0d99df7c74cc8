"""The city's data as a file: ordered here, made by the worker, kept and removed by kernel.exports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.city.census.errors import BadChoice, NotYours
from chengmai.city.census.events import CensusExported
from chengmai.city.census.gateways.writers import Layout, write_file
from chengmai.city.census.queries.imports import refuse_others
from chengmai.city.census.queries.stored import count_stored, fields_out, stored_rows
from chengmai.city.census.rules.systems import crs_of
from chengmai.city.census.rules.targets import target_of
from chengmai.city.census.words import Form, Shape, Wanted
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
        kind=f"census.{wanted.form.value}",
        title=title,
        file_name=f"{title} {day:%Y-%m-%d}{_FILES[wanted.form][0]}".replace("/", "-"),
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
    if wanted.encoding not in ("utf-8", "gb18030"):
        raise BadChoice("No such encoding.", field="encoding", remedy="Choose utf-8 or gb18030.")
    crs_of("wgs84" if wanted.system in ("gcj02", "bd09") else wanted.system)


def write_export(path: Path, wanted: Wanted, progress: Callable[[int], None]) -> int:
    """Write the file; how many rows it holds."""
    _refuse_impossible(wanted)
    target = target_of(wanted.target)
    system = "wgs84" if wanted.form is Form.KML else wanted.system  # KML knows no other
    asked = Wanted(**{**asdict(wanted), "system": system})
    shifted = system in ("gcj02", "bd09")  # no file format has a name for these
    fields = fields_out(target)
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
]
