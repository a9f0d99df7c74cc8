"""Copying the drawn city and its offices into the tables, in bulk.

The tables belong to `city` and `identity`; this is the one place that fills them by COPY, because
a demo city of 100,000 rows must stand in seconds. Everything runs in the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import shapely
from django.contrib.auth.hashers import make_password
from django.db import connection

from chengmai.main.demo_city.areas import Ground
from chengmai.main.demo_city.divisions import Area
from chengmai.main.demo_city.facilities import facts_of, more_places
from chengmai.main.demo_city.frame import to_lonlat
from chengmai.main.demo_city.offices import Staff
from chengmai.main.demo_city.plan import Plan

SOURCE = "演示数据，非法定边界"


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """COPY rows into a table; the number of rows."""
    count = 0
    words = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def reserve(table: str, count: int) -> list[int]:
    """So many fresh ids of a table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [int(row[0]) for row in cursor.fetchall()]


def ewkb(shapes: Sequence[shapely.Geometry], *, multi: bool = False) -> list[str]:
    """Plane shapes as PostGIS reads them: longitude and latitude, EPSG 4326, hexadecimal."""
    array = np.array(shapes, dtype=object)
    if multi:
        array = np.array(
            [s if s.geom_type == "MultiPolygon" else shapely.MultiPolygon([s]) for s in array],
            dtype=object,
        )
    moved = shapely.set_srid(shapely.transform(array, to_lonlat), 4326)
    return [str(text) for text in shapely.to_wkb(moved, hex=True, include_srid=True)]


def load_staff(staff: Staff, password: str) -> tuple[dict[str, int], dict[str, int]]:
    """Organisations, people, posts and responsibilities; returns ids by office key and user name."""
    ids = dict(
        zip(
            (o.key for o in staff.offices),
            reserve("identity_organisation", len(staff.offices)),
            strict=True,
        )
    )
    paths = {"": "."}
    for office in staff.offices:
        paths[office.key] = f"{paths[office.parent]}{ids[office.key]}."
    copy_rows(
        "identity_organisation",
        ("id", "name", "kind", "parent_id", "path", "division", "active"),
        (
            (ids[o.key], o.name, o.kind.value, ids.get(o.parent), paths[o.key], o.division, True)
            for o in staff.offices
        ),
    )
    people = dict(
        zip(
            (w.username for w in staff.workers),
            reserve("identity_person", len(staff.workers)),
            strict=True,
        )
    )
    secret = make_password(password)  # one hash for all: the demo password is printed anyway
    copy_rows(
        "identity_person",
        ("id", "username", "name", "password", "organisation_id", "active", "failed_count"),
        (
            (people[w.username], w.username, w.name, secret, ids[w.office], True, 0)
            for w in staff.workers
        ),
    )
    copy_rows(
        "identity_post",
        ("person_id", "organisation_id", "duty", "division", "duty_grids"),
        (
            (people[w.username], ids[w.office], w.duty.value, w.division, list(w.duty_grids))
            for w in staff.workers
        ),
    )
    copy_rows(
        "city_responsibility",
        ("class_prefix", "division_prefix", "organisation_id", "valid_from", "source", "clause"),
        (
            (c, d, ids[key], date(2020, 1, 1), "演示数据", "")
            for c, d, key in staff.responsibilities
        ),
    )
    return ids, people


def load_divisions(plan: Plan, staff: Staff, people: dict[str, int], since: date) -> None:
    """Divisions, duty grids with their collectors, and unit grids."""
    areas = [a for a in plan.divisions.areas if a.level not in ("grid", "duty")]
    shapes = ewkb([plan.shape_of(a.cells) for a in areas], multi=True)
    copy_rows(
        "city_division",
        ("code", "name", "level", "geometry", "valid_from", "source"),
        (
            (a.code, a.name, a.level, shape, since, SOURCE)
            for a, shape in zip(areas, shapes, strict=True)
        ),
    )
    walker = {code: people[w.username] for w in staff.workers for code in w.duty_grids}
    beats = plan.divisions.of_level("duty")
    copy_rows(
        "city_dutygrid",
        ("code", "name", "geometry", "collector_id", "valid_from"),
        ((b.code, b.name, shape, walker.get(b.code), since)
         for b, shape in zip(beats, ewkb([plan.shape_of(b.cells) for b in beats], multi=True), strict=True)),
    )  # fmt: skip
    grids: list[Area] = plan.divisions.of_level("grid")
    cells = [plan.ground.cells[g.cells[0]].shape for g in grids]
    copy_rows(
        "city_unitgrid",
        ("code", "community_code", "duty_grid_code", "management_level", "area_m2", "geometry", "opened_at", "note"),
        ((g.code, g.code[:12], plan.divisions.duty_of_grid[g.code], g.management_level, round(float(size), 1), shape, since, "")
         for g, size, shape in zip(grids, shapely.area(cells).tolist(), ewkb(cells, multi=True), strict=True)),
    )  # fmt: skip


def _clear_of_edges(plan: Plan) -> list[shapely.Geometry]:
    """The components' points, those on an edge of their grid moved five centimetres inside.

    A rounded coordinate on the very edge would lie in the neighbour.
    """
    spots = shapely.points([(p.x, p.y) for p in plan.parts])
    cells = np.array([plan.ground.cells[p.cell].shape for p in plan.parts], dtype=object)
    for n in np.flatnonzero(shapely.dwithin(shapely.boundary(cells), spots, 0.02)).tolist():
        spots[n] = shapely.get_point(shapely.shortest_line(cells[n].buffer(-0.05), spots[n]), 0)
    return list(spots)


def load_components(
    plan: Plan, staff: Staff, offices: dict[str, int], rng: np.random.Generator
) -> None:
    """Every component with who manages, owns and maintains it."""
    points = ewkb(_clear_of_edges(plan))
    rules = sorted(staff.responsibilities, key=lambda r: (-len(r[0]), -len(r[1])))
    found: dict[tuple[str, str], int | None] = {}

    def manager(class_code: str, district: str) -> int | None:
        key = (class_code, district)
        if key not in found:
            fits = (o for c, d, o in rules if class_code.startswith(c) and district.startswith(d))
            office = next(fits, None)
            found[key] = offices[office] if office else None
        return found[key]

    states = rng.choice(
        ["intact", "damaged", "lost", "abolished"], len(plan.parts), p=[0.962, 0.03, 0.005, 0.003]
    )
    days = rng.integers(0, 2600, len(plan.parts))
    first = date(2019, 3, 1).toordinal()
    names = plan.divisions.grid_of_cell

    def rows() -> Iterator[tuple[Any, ...]]:
        for part, point, state, day in zip(
            plan.parts, points, states.tolist(), days.tolist(), strict=True
        ):
            office = manager(part.class_code, part.code[:6])
            precise = "A" if part.class_code[1:3] == "01" else "B"
            yield (
                part.code,
                part.class_code,
                point,
                names[part.cell],
                state,
                office,
                office,
                office,
                part.where,
                "",
                precise,
                "实测",
                date.fromordinal(first + day),
                "",
            )

    copy_rows(
        "city_component",
        ("code", "class_code", "point", "grid_code", "state", "manager_id", "owner_id", "maintainer_id",
         "location_text", "material", "accuracy", "data_source", "recorded_on", "note"),
        rows(),
    )  # fmt: skip


def load_base_map(plan: Plan, offices: dict[str, int]) -> None:
    """Land, water, green, coast, roads, railways, houses and places."""
    waters = plan.waters
    rows: list[tuple[str, str, int, str, float | None, shapely.Geometry]] = [
        ("land", "land", 1, "", None, waters.land),
        ("land", "sand", 2, "", None, waters.beach),
        ("land", "pier", 3, "", None, waters.piers),
        ("water", "sea", 1, "岚海", None, waters.sea),
        ("water", "river", 2, "", None, waters.river),
    ]
    rows += [("water", "lake", 3, "", None, lake) for lake in waters.lakes]
    rows += [("coast", "breakwater", 3, "", None, line) for line in waters.breakwaters]
    rows += [("coast", "shore", 1, "", None, waters.land.boundary)]
    rows += [
        ("land", use, 5, "", None, shape)
        for shape, use in zip(plan.ground.block_shape, plan.uses, strict=True)
        if use
        in (
            "commercial",
            "industry",
            "port",
            "school",
            "hospital",
            "old",
            "village",
            "residential",
            "tower",
            "resort",
        )
    ]
    rank = {"forest": 1, "hill": 2, "farm": 2, "park": 3, "strip": 4, "garden": 4, "pitch": 5}
    rows += [("green", kind, rank[kind], name, None, shape) for kind, name, shape in plan.greens]
    rows += [("road", "road", r.rank, r.name, None, r.line) for r in plan.roads]
    rows += [("road", "bridge", b.rank, b.name, None, b.line) for b in plan.bridges]
    rows += [("road", "rail", 2 + n, "", None, line) for n, line in enumerate(plan.railways)]
    rows += [("building", b.use, 5, "", 3.1 * b.storeys, b.shape) for b in plan.buildings]
    shapes = ewkb([row[-1] for row in rows])
    copy_rows(
        "city_basefeature",
        ("kind", "category", "rank", "name", "height_m", "geometry"),
        ((*row[:-1], shape) for row, shape in zip(rows, shapes, strict=True)),
    )
    grids = plan.divisions.grid_of_cell
    tree = shapely.STRtree([c.shape for c in plan.ground.cells])
    spots = [*plan.spots, *more_places(plan)]
    points = shapely.points([(s.x, s.y) for s in spots])
    where: dict[int, int] = dict(
        zip(*(pair.tolist() for pair in tree.query(points, predicate="intersects")), strict=True)
    )

    def places() -> Iterator[tuple[Any, ...]]:
        for n, (spot, point) in enumerate(zip(spots, ewkb(list(points)), strict=True)):
            facts = facts_of(spot, n)
            yield (
                spot.name,
                spot.kind,
                spot.address,
                spot.rank,
                grids[where[n]][:12] if n in where else "",
                point,
                facts.hours,
                facts.phone,
                facts.capacity,
                facts.level,
                offices.get(facts.office),
            )

    copy_rows(
        "city_place",
        ("name", "kind", "address", "rank", "division_code", "point", "hours", "phone",
         "capacity", "level", "organisation_id"),
        places(),
    )  # fmt: skip


def load_areas(
    grounds: Sequence[Ground], offices: dict[str, int], staff: Staff, people: dict[str, int],
    since: date,
) -> None:  # fmt: skip
    """Managed areas with the office that answers and one of its people in charge."""
    by_office: dict[str, list[int]] = {}
    for worker in staff.workers:
        by_office.setdefault(worker.office, []).append(people[worker.username])

    def in_charge(ground: Ground, number: int) -> int | None:
        crew = by_office.get(ground.office, [])
        return crew[number % len(crew)] if crew and ground.kind != "road_cleaning" else None

    shapes = ewkb([ground.shape for ground in grounds], multi=True)
    copy_rows(
        "city_managedarea",
        ("kind_id", "code", "name", "level", "organisation_id", "person_id", "party", "geometry",
         "valid_from", "source"),
        (
            (g.kind, g.code, g.name, g.level, offices.get(g.office), in_charge(g, n), g.party,
             shape, since, SOURCE)
            for n, (g, shape) in enumerate(zip(grounds, shapes, strict=True))
        ),
    )  # fmt: skip
