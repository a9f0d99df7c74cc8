"""Dividing and joining unit grids: the old codes are closed for good, new ones follow them.

Components come home to the grid that has their ground; cases keep the code of their day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from chengmai.city.errors import GridNotFound, GridPartsDoNotFit
from chengmai.city.events import GridClosed, GridsReplaced
from chengmai.city.models import GridSuccession, UnitGrid
from chengmai.city.queries.regrid import (
    Part,
    next_codes,
    parts_of_split,
    refuse_number,
    whole_of_merger,
)
from chengmai.city.queries.settings import setting
from chengmai.city.words import ComponentChangeKind
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget


@transaction.atomic
def split_grid(
    *, grid_code: str, line: Sequence[tuple[float, float]], actor: Actor, at: datetime
) -> list[str]:
    """Divide an open unit grid along a line (WGS 84) that crosses it; the new codes, north first.

    Raises GridNotFound, and GridPartsDoNotFit where the line does not divide the grid or would
    leave a crumb smaller than a hundredth of it.
    """
    administrators_only(actor)
    (old,) = _locked([grid_code])
    return _replace([old], parts_of_split(grid_code, line), actor, at)


@transaction.atomic
def merge_grids(*, grid_codes: Sequence[str], actor: Actor, at: datetime) -> str:
    """Join open unit grids of one community that touch each other; the new code.

    The new grid belongs to the duty grid of the largest; they must be of one duty grid, so that
    patrol areas keep their shape. Raises GridNotFound or GridPartsDoNotFit.
    """
    administrators_only(actor)
    codes = sorted(set(grid_codes))
    refuse_number(codes)
    olds = _locked(codes)
    return _replace(olds, [whole_of_merger(olds)], actor, at)[0]


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


def _replace(olds: list[UnitGrid], parts: list[Part], actor: Actor, at: datetime) -> list[str]:
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
    return next_codes(community, count)


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


def administrators_only(actor: Actor) -> None:
    """Raises NotYourDuty for anybody else."""
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the grids.", duty=Duty.ADMIN)
