"""The demo city in real tables: seeded once, consistent, with work at every desk."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection

from chengmai.cases.words import TERMINAL, Stage
from chengmai.city.public import MOST_TILE_BYTES, layers_shown_to, locate, standing_at, tile
from chengmai.identity.public import sign_in
from chengmai.identity.words import SYSTEM
from chengmai.kernel.reference import forget
from chengmai.kernel.verify import verify
from chengmai.main.demo import DEMO_ACCOUNTS, seed_demo

NOW = datetime(2026, 7, 15, 7, 30, tzinfo=UTC)  # a Wednesday afternoon in the city


def ask(sql: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


@pytest.fixture
def city(db, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    said: list[str] = []
    assert seed_demo(out=said.append, at=NOW, cases=260, components=2500, seed=7)
    return said


@pytest.mark.slow
def test_the_demo_city_stands_in_real_tables(city):
    assert ask("SELECT count(*) FROM city_component") == [(2500,)]
    assert ask("SELECT count(*) FROM identity_person") == [(400,)]
    assert ask("SELECT count(*) FROM city_division WHERE level = 'district'") == [(7,)]

    # a component lies in the grid that its row names
    wrong = ask(
        "SELECT count(*) FROM city_component c JOIN city_unitgrid g ON g.code = c.grid_code"
        " WHERE NOT ST_Covers(g.geometry, c.point)"
    )
    assert wrong == [(0,)]

    # the case's grid is where its point lies
    lon, lat, grid = ask("SELECT ST_X(point), ST_Y(point), grid_code FROM cases_case LIMIT 1")[0]
    assert locate(lon, lat).grid_code == grid

    # work waits at every desk, nothing lies in the future, and ended cases have ended
    stages = dict(ask("SELECT stage, count(*) FROM cases_case GROUP BY stage"))
    assert set(stages) >= {stage.value for stage in Stage if stage not in TERMINAL}
    assert stages["closed"] > 100
    assert ask("SELECT max(at) <= %s FROM kernel_ledgerentry WHERE name LIKE 'cases.%%'", NOW) == [
        (True,)
    ]

    # the stage in the row is the target of the last fact in the ledger
    strays = ask(
        "SELECT count(*) FROM cases_case c JOIN LATERAL (SELECT payload::jsonb AS told FROM kernel_ledgerentry"
        " WHERE subject = 'case:' || c.id AND name <> 'cases.CaseJoined' ORDER BY seq DESC LIMIT 1) l ON true"
        " WHERE told->>'target' <> c.stage"
    )
    assert strays == [(0,)]
    assert verify(say=lambda _: None) == 0

    # messages vary, and names and numbers of citizens are sealed
    texts = ask("SELECT count(DISTINCT description)::float / count(*) FROM cases_case")
    assert texts[0][0] > 0.8
    assert ask("SELECT count(*) FROM identity_contact WHERE phone_sealed LIKE '%%1990000%%'") == [
        (0,)
    ]

    # five trades divide the same ground, and no grid lies over another of its trade
    over = ask(
        "SELECT count(*) FROM city_managedarea a JOIN city_areakind k ON k.code = a.kind_id"
        " AND k.family = 'grid' JOIN city_managedarea b ON b.kind_id = a.kind_id AND b.id > a.id"
        " AND ST_Intersects(a.geometry, b.geometry)"
        " WHERE ST_Area(ST_Intersection(a.geometry, b.geometry)::geography) > 1"
    )
    assert over == [(0,)]
    kinds = {area.kind for area in standing_at(lon, lat).areas}
    assert kinds >= {"sanitation", "greening", "drainage", "lighting"}
    assert ask("SELECT count(*) > 50 FROM city_place WHERE kind = 'toilet' AND hours <> ''") == [
        (True,)
    ]

    # no tile of any layer over the busiest ground is larger than the bound
    forget()
    layers = {recipe.id for recipe in layers_shown_to(SYSTEM)} | {"base"}
    assert len(layers) > 10
    for zoom in range(8, 18):
        column = int((lon + 180) / 360 * 2**zoom)
        row = int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom)
        for layer in layers:
            assert len(tile(layer, zoom, column, row, SYSTEM) or b"") <= MOST_TILE_BYTES

    # every demo account can sign in
    for username, password, _ in DEMO_ACCOUNTS:
        assert sign_in(username=username, password=password, at=NOW, address="127.0.0.1")

    # a second run changes nothing
    before = ask("SELECT count(*) FROM cases_case")
    assert not seed_demo(out=lambda _: None, at=NOW, cases=260, components=2500, seed=7)
    assert ask("SELECT count(*) FROM cases_case") == before
    assert settings.TIME_ZONE == "Asia/Shanghai"
