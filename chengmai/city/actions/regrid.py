"""Dividing and joining unit grids: the old codes are closed for good, new ones follow them.

Components come home to the grid that has their ground; cases keep the code of their day.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from chengmai.city.errors import GridNotFound, GridPartsDoNotFit
from chengmai.city.events import GridClosed, GridsReplaced
from chengmai.city.models import GridSuccession, UnitGrid
from chengmai.city.queries.settings import setting
from chengmai.city.words import ComponentChangeKind
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget

MOST_PARTS = 12
LAST_NUMBER = 999

_SPLIT = """
SELECT ST_AsEWKB(ST_Multi(part)), ST_Area(part::geography) FROM (
    SELECT (ST_Dump(ST_Split(g.geometry, ST_SetSRID(ST_GeomFromGeoJSON(%s), 4326)))).geom AS part
      FROM city_unitgrid g WHERE g.code = %s
) parts ORDER BY ST_YMax(part) DESC, ST_XMin(part)
"""
_MERGE = """
SELECT ST_AsEWKB(ST_Multi(whole)), ST_Area(whole::geography), ST_NumGeometries(ST_Multi(whole))
  FROM (SELECT ST_Union(geometry) AS whole FROM city_unitgrid WHERE code = ANY(%s)) u
"""


@transaction.atomic
def split_grid(
    *, grid_code: str, line: Sequence[tuple[float, float]], actor: Actor, at: datetime
) -> list[str]:
    """Divide an open unit grid along a line (WGS 84) that crosses it; the new codes, north first.

    Raises GridNotFound, and GridPartsDoNotFit where the line does not divide the grid or would
    leave a crumb smaller than a hundredth of it.
    """
    _administrators_only(actor)
    (old,) = _locked([grid_code])
    if not 2 <= len(line) <= 200:
        raise GridPartsDoNotFit("A line has 2 to 200 points.", field="line")
    shape = json.dumps({"type": "LineString", "coordinates": [list(p) for p in line]})
    with connection.cursor() as cursor:
        cursor.execute(_SPLIT, [shape, grid_code])
        parts = [(bytes(wkb), float(area)) for wkb, area in cursor.fetchall()]
    whole = sum(area for _, area in parts)
    if not 2 <= len(parts) <= MOST_PARTS or min(a for _, a in parts) < whole / 100:
        raise GridPartsDoNotFit(
            "The line does not divide the grid.",
            field="line",
            parts=len(parts),
            remedy="Draw the line from outside the grid across it to the other side.",
        )
    return _replace([old], parts, actor, at)


@transaction.atomic
def merge_grids(*, grid_codes: Sequence[str], actor: Actor, at: datetime) -> str:
    """Join open unit grids of one community that touch each other; the new code.

    The new grid belongs to the duty grid of the largest; they must be of one duty grid, so that
    patrol areas keep their shape. Raises GridNotFound or GridPartsDoNotFit.
    """
    _administrators_only(actor)
    codes = sorted(set(grid_codes))
    if not 2 <= len(codes) <= MOST_PARTS:
        raise GridPartsDoNotFit(f"Name 2 to {MOST_PARTS} grids.", field="grid_codes")
    olds = _locked(codes)
    for name in ("community_id", "duty_grid_id"):
        if len({getattr(old, name) for old in olds}) > 1:
            raise GridPartsDoNotFit(
                "The grids are not of one community and one duty grid.",
                field="grid_codes",
                differs=name.removesuffix("_id"),
                remedy="Choose neighbours of the same community and duty grid.",
            )
    with connection.cursor() as cursor:
        cursor.execute(_MERGE, [codes])
        wkb, area, pieces = cursor.fetchone()
    if pieces != 1:
        raise GridPartsDoNotFit(
            "The grids do not touch each other.",
            field="grid_codes",
            remedy="Choose grids that share an edge.",
        )
    return _replace(olds, [(bytes(wkb), float(area))], actor, at)[0]


def _locked(codes: Sequence[str]) -> list[UnitGrid]:
    rows = list(
        UnitGrid.objects.select_for_update()
        .filter(pk__in=codes, closed_at__isnull=True)
        .order_by("code")
    )
    missing = sorted(set(codes) - {row.code for row in rows})
    if missing:
        raise GridNotFound("No such unit grid in use.", grid_code=missing[0])
    return rows


def _replace(
    olds: list[UnitGrid], parts: list[tuple[bytes, float]], actor: Actor, at: datetime
) -> list[str]:
    """Close the old grids, open the new ones, and bring the components home."""
    today = timezone.localdate(at)
    chief = max(olds, key=lambda old: old.area_m2 or 0)
    codes = _fresh_codes(chief.community_id, len(parts))
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO city_unitgrid (code, community_code, duty_grid_code, management_level,"
            " area_m2, geometry, opened_at, note)"
            " VALUES (%s, %s, %s, %s, %s, ST_GeomFromEWKB(%s), %s, %s)",
            [
                (
                    code, chief.community_id, chief.duty_grid_id, chief.management_level,
                    round(area, 1), wkb, today, f"承接 {'、'.join(o.code for o in olds)}"[:120],
                )
                for code, (wkb, area) in zip(codes, parts, strict=True)
            ],
        )  # fmt: skip
    UnitGrid.objects.filter(pk__in=[old.pk for old in olds]).update(closed_at=today)
    _successions(olds, codes, today)
    moved = _bring_home([old.code for old in olds], codes, actor, at)
    _prove_whole(olds, codes)
    for old in olds:
        publish(GridClosed(grid_code=old.code, at=at, actor_id=actor.id))
    publish(
        GridsReplaced(
            old_codes=tuple(old.code for old in olds),
            new_codes=tuple(codes),
            components=moved,
            at=at,
            actor_id=actor.id,
        )
    )
    transaction.on_commit(lambda: forget("city.grid_fates"))
    forget("city.grid_fates")
    return codes


def _fresh_codes(community: str, count: int) -> list[str]:
    """The next numbers of the community: after the highest that ever was, closed ones too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"grids:{community}"])
        cursor.execute(
            "SELECT coalesce(max(right(code, 3)::int), 0) FROM city_unitgrid"
            " WHERE community_code = %s",
            [community],
        )
        (last,) = cursor.fetchone()
    if last + count > LAST_NUMBER:
        raise GridPartsDoNotFit("The community has no grid numbers left.", community=community)
    return [f"{community}{last + n:03d}" for n in range(1, count + 1)]


def _successions(olds: list[UnitGrid], codes: list[str], today: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.code, n.code, ST_Area(ST_Intersection(o.geometry, n.geometry))"
            " / nullif(ST_Area(o.geometry), 0)"
            " FROM city_unitgrid o, city_unitgrid n WHERE o.code = ANY(%s) AND n.code = ANY(%s)",
            [[old.code for old in olds], codes],
        )
        rows = cursor.fetchall()
    GridSuccession.objects.bulk_create(
        GridSuccession(old_id=old, new_id=new, on=today, share=round(float(share), 4))
        for old, new, share in rows
        if share and share > 0.0001
    )


def _bring_home(olds: list[str], codes: list[str], actor: Actor, at: datetime) -> int:
    """Every component of the old grids to the new one at its place, with its history."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH homes AS (
                SELECT c.code, c.grid_code AS before,
                       coalesce((SELECT g.code FROM city_unitgrid g
                                  WHERE g.code = ANY(%(new)s::varchar[])
                                    AND ST_Intersects(g.geometry, c.point)
                                  ORDER BY g.code LIMIT 1),
                                (SELECT g.code FROM city_unitgrid g
                                  WHERE g.code = ANY(%(new)s::varchar[])
                                  ORDER BY g.geometry <-> c.point LIMIT 1)) AS home
                  FROM city_component c WHERE c.grid_code = ANY(%(old)s::varchar[])
            ), told AS (
                INSERT INTO city_componentchange (code, at, actor_id, kind, before, after, reason)
                SELECT code, %(at)s::timestamptz, %(actor)s::bigint, %(kind)s::varchar,
                       jsonb_build_object('grid_code', before),
                       jsonb_build_object('grid_code', home), '网格拆分合并' FROM homes
            )
            UPDATE city_component c SET grid_code = homes.home, changed_on = %(day)s::date
              FROM homes WHERE homes.code = c.code""",
            {
                "old": olds, "new": codes, "at": at, "actor": actor.id,
                "kind": ComponentChangeKind.MOVED.value, "day": timezone.localdate(at),
            },
        )  # fmt: skip
        return int(cursor.rowcount)


def _prove_whole(olds: list[UnitGrid], codes: list[str]) -> None:
    """The new grids cover exactly the old ground, without overlap."""
    floor = float(setting("grid_fault_m2"))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT ST_Area(ST_SymDifference(o.shape, n.shape)::geography), n.total - ST_Area(n.shape::geography)
              FROM (SELECT ST_Union(geometry) AS shape FROM city_unitgrid WHERE code = ANY(%s)) o,
                   (SELECT ST_Union(geometry) AS shape, sum(ST_Area(geometry::geography)) AS total
                      FROM city_unitgrid WHERE code = ANY(%s)) n""",
            [[old.code for old in olds], codes],
        )
        missing, doubled = cursor.fetchone()
    if missing > floor or doubled > floor:
        raise GridPartsDoNotFit(
            "The new grids do not cover the old ground exactly.", missing_m2=round(missing, 2)
        )


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the grids.", duty=Duty.ADMIN)
