"""Tiles: what is in them, who may see them, and when they are read anew."""

import math
from dataclasses import replace

import pytest
from django.contrib.gis.geos import GEOSGeometry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengmai.city.atlas.cache import TILES, KeptTile, TileCache
from chengmai.city.atlas.catalogue import written_recipes
from chengmai.city.atlas.tile_sql import statement
from chengmai.city.atlas.tiles import tile
from chengmai.city.errors import LayerNotFound, NoSuchTile
from chengmai.city.models import BaseFeature, DutyGrid, Place
from chengmai.city.tests.makers import LAT, LON, forget_city, make_city, make_component
from chengmai.identity.tests.makers import make_actor, make_person, signed_in_client
from chengmai.identity.words import Duty

pytestmark = pytest.mark.django_db
STAFF = make_actor(Duty.OPERATOR)


@pytest.fixture(autouse=True)
def _empty_cache():
    TILES.clear()
    forget_city()


def column(lon: float, zoom: int) -> int:
    return int((lon + 180) / 360 * 2**zoom)


def row(lat: float, zoom: int) -> int:
    return int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom)


def here(layer: str, zoom: int, actor=STAFF) -> bytes | None:
    return tile(layer, zoom, column(LON, zoom), row(LAT, zoom), actor)


def make_base() -> None:
    BaseFeature.objects.create(
        kind="water",
        category="river",
        name="汤河",
        geometry=GEOSGeometry(
            "POLYGON((119.598 39.928,119.602 39.928,119.602 39.932,119.598 39.928))", 4326
        ),
    )
    BaseFeature.objects.create(
        kind="road",
        rank=5,
        name="五里巷",
        geometry=GEOSGeometry("LINESTRING(119.599 39.929,119.601 39.931)", 4326),
    )
    Place.objects.create(
        name="人民广场", kind="scenic", rank=5, point=GEOSGeometry(f"POINT({LON} {LAT})", 4326)
    )


def test_the_base_tile_carries_several_layers_in_one_statement():
    make_city()
    make_base()
    here("base", 16)
    TILES.clear()
    with CaptureQueriesContext(connection) as seen:
        body = here("base", 16)
    assert len(seen) == 1
    assert body is not None
    for word in ("water", "roads", "places", "汤河", "五里巷", "人民广场"):
        assert word.encode() in body


def test_far_out_only_important_rows_are_drawn():
    make_city()
    make_base()
    far = here("base", 10)
    assert far is not None
    assert "汤河".encode() in far
    assert "五里巷".encode() not in far


def test_unit_grids_begin_at_zoom_fifteen():
    make_city()
    assert here("unit_grids", 14) is None
    assert b"130302001001001" in (here("unit_grids", 15) or b"")


def test_a_tile_is_read_once_until_its_table_changes():
    city = make_city()
    first = here("duty_grids", 14)
    with CaptureQueriesContext(connection) as seen:
        assert here("duty_grids", 14) == first
    assert len(seen) == 0

    DutyGrid.objects.filter(pk=city.duty_grid.pk).update(name="改名的网格")
    forget_city()
    assert "改名的网格".encode() in (here("duty_grids", 14) or b"")


def test_a_tile_outside_the_world_and_a_layer_that_is_not_there_are_refused():
    for z, x, y in ((0, 1, 0), (3, 8, 0), (3, 0, 8), (23, 0, 0), (-1, 0, 0)):
        with pytest.raises(NoSuchTile):
            tile("base", z, x, y, None)
    with pytest.raises(LayerNotFound):
        tile("secrets", 1, 0, 0, STAFF)
    with pytest.raises(LayerNotFound):
        tile("components", 1, 0, 0, None)


def test_rows_that_the_actor_may_not_see_are_hidden_by_the_statement():
    make_city()
    make_component("1303020101000001")
    make_component("1303020101000002")
    recipe = replace(
        written_recipes()["components"],
        seen=lambda actor: ("(grid_code LIKE %s AND code <> ALL(%s))", ["1303%", [actor.name]]),
    )
    sql, values = statement(
        [recipe], 16, column(LON, 16), row(LAT, 16), make_actor(name="1303020101000002")
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        body = bytes(cursor.fetchone()[0])
    assert b"1303020101000001" in body
    assert b"1303020101000002" not in body
    assert "FALSE" in statement([recipe], 16, 1, 1, None)[0]


def test_a_browser_that_has_the_tile_is_answered_without_geometry():
    make_city()
    make_base()
    client = Client()
    address = f"/tiles/base/16/{column(LON, 16)}/{row(LAT, 16)}.mvt"
    first = client.get(address)
    assert (first.status_code, first["Content-Type"]) == (
        200,
        "application/vnd.mapbox-vector-tile",
    )
    assert "public" in first["Cache-Control"]
    TILES.clear()
    with CaptureQueriesContext(connection) as seen:
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, len(seen)) == (304, 0)


def test_an_empty_tile_and_a_wrong_address_have_their_own_answers():
    make_city()
    client = Client()
    assert client.get("/tiles/base/16/0/0.mvt").status_code == 204
    assert client.get("/tiles/base/3/9/0.mvt").status_code == 400
    assert client.get("/tiles/nothing/3/0/0.mvt").status_code == 404
    assert client.get("/tiles/base/-1/0/0.mvt").status_code == 404
    assert client.post("/tiles/base/3/0/0.mvt").status_code == 405


def test_components_are_for_staff():
    make_city()
    make_component()
    address = f"/tiles/components/16/{column(LON, 16)}/{row(LAT, 16)}.mvt"
    assert Client().get(address).status_code == 404
    answer = signed_in_client(make_person([Duty.OPERATOR])).get(address)
    assert (answer.status_code, "private" in answer["Cache-Control"]) == (200, True)


def test_the_cache_keeps_within_its_bytes_and_counts_what_it_drops():
    kept = TileCache(limit=2 * 405 + 4)
    names = [(name, 0, 0, 0, "v") for name in "abc"]
    kept.put(names[0], KeptTile(b"12345"))
    kept.put(names[1], KeptTile(b"12345"))
    kept.get(names[0])
    kept.put(names[2], KeptTile(b"1234"))
    assert kept.get(names[1]) is None
    assert kept.get(names[0]) == KeptTile(b"12345")
    assert (kept.bytes, kept.evictions) == (2 * 400 + 9, 1)
