"""Layers as data: roles, looks, choices, cells, sizes, and the short way to a kept tile."""

import gzip
import math
import random
import re

import pytest
from django.contrib.gis.geos import Point
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengmai.city.areas.actions import load_default_kinds
from chengmai.city.areas.models import AreaKind
from chengmai.city.atlas.cache import TILES
from chengmai.city.atlas.tiles import MOST_BYTES, tile
from chengmai.city.middleware import with_kept_tiles
from chengmai.city.models import Component, LayerChoice, LayerRule, Place
from chengmai.city.tests.makers import LAT, LON, SINCE, forget_city, make_city, make_component
from chengmai.identity.tests.makers import (
    make_actor,
    make_organisation,
    make_person,
    make_session,
    signed_in_client,
)
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db
STAFF = make_actor(Duty.OPERATOR)
API = "/api/v1/city"


@pytest.fixture(autouse=True)
def _empty_cache():
    TILES.clear()
    forget_city()


def column(lon: float, zoom: int) -> int:
    return int((lon + 180) / 360 * 2**zoom)


def row(lat: float, zoom: int) -> int:
    return int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom)


def address(layer: str, zoom: int = 16) -> str:
    return f"/tiles/{layer}/{zoom}/{column(LON, zoom)}/{row(LAT, zoom)}.mvt"


def counts_in(body: bytes, name: str = "point_count") -> list[int]:
    """The numbers of cells in a tile, read by the database's own reader of a dumped tile."""
    found = mapped(body)
    return [int(one[name]) for one in found if one.get(name) is not None]


def mapped(body: bytes) -> list[dict]:
    """A small reader of vector tiles: the properties of the features of the first layer."""
    return list(_features(_fields(_fields(body)[0][1])))


def _fields(data: bytes) -> list[tuple[int, bytes | int]]:
    found, at = [], 0
    while at < len(data):
        key, at = _varint(data, at)
        if key & 7 == 0:
            value, at = _varint(data, at)
        elif key & 7 == 2:
            size, at = _varint(data, at)
            value, at = data[at : at + size], at + size
        else:
            size = 8 if key & 7 == 1 else 4
            value, at = data[at : at + size], at + size
        found.append((key >> 3, value))
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift, at = shift + 7, at + 1
        if data[at - 1] < 128:
            return value, at


def _features(layer: list[tuple[int, bytes | int]]):
    keys = [value.decode() for number, value in layer if number == 3]
    values = [_fields(value)[0][1] for number, value in layer if number == 4]
    for number, value in layer:
        if number == 2:
            tags = next((t for n, t in _fields(value) if n == 2), b"")
            at, pairs = 0, []
            while at < len(tags):
                one, at = _varint(tags, at)
                pairs.append(one)
            yield {keys[k]: values[v] for k, v in zip(pairs[::2], pairs[1::2], strict=True)}


def scatter(count: int, spread: float) -> None:
    luck = random.Random(7)
    grid = make_city().grids[0]
    Component.objects.bulk_create((
        Component(
            code=f"13030201010{number:05}", class_code="C0101", grid=grid, recorded_on=SINCE,
            state="damaged" if number % 10 == 0 else "intact",
            point=Point(LON + luck.uniform(-spread, spread), LAT + luck.uniform(-spread, spread), srid=4326),
        )
        for number in range(count)
    ), batch_size=500)  # fmt: skip
    forget_city()


def test_every_point_counts_in_one_cell_of_one_tile():
    scatter(500, 0.01)
    zoom, total, damaged = 14, 0, 0
    for x in range(column(LON - 0.011, zoom), column(LON + 0.011, zoom) + 1):
        for y in range(row(LAT + 0.011, zoom), row(LAT - 0.011, zoom) + 1):
            body = tile("components", zoom, x, y, STAFF)
            if body:
                alone = [one for one in mapped(body) if "code" in one]
                total += sum(counts_in(body)) + len(alone)
                damaged += sum(counts_in(body, "damaged"))
                damaged += sum(one["state"] == b"damaged" for one in alone)
    assert (total, damaged) == (500, 50)


def test_the_densest_tile_is_never_larger_than_the_bound():
    scatter(6000, 0.0008)
    for zoom in range(9, 20):
        body = tile("components", zoom, column(LON, zoom), row(LAT, zoom), STAFF) or b""
        assert 0 < len(body) <= MOST_BYTES, zoom
    close = tile("components", 15, column(LON, 15), row(LAT, 15), STAFF) or b""
    assert sum(counts_in(close)) + sum("code" in one for one in mapped(close)) > 5000


def test_a_tile_that_leaves_labels_out_says_so():
    make_city()
    Place.objects.bulk_create(
        Place(
            name=f"{number}号{'很长的地名' * 8}",
            kind="scenic",
            rank=5,
            point=Point(LON, LAT, srid=4326),
        )
        for number in range(3000)
    )
    forget_city()
    answer = Client().get(address("base"))
    assert answer["X-Tile-Truncated"] == "1"
    assert (
        len(gzip.decompress(answer.content) if answer.get("Content-Encoding") else answer.content)
        <= MOST_BYTES
    )
    assert b"truncated" in answer.content


def test_a_layer_hidden_from_a_role_is_not_there_for_it():
    make_city()
    make_component()
    handler = make_person(
        [Duty.HANDLER], organisation=make_organisation("外包公司", kind="contractor")
    )
    client, seen_by = signed_in_client(handler), signed_in_client(make_person([Duty.OPERATOR]))
    tag = client.get(address("components"))["ETag"]
    LayerRule.objects.create(layer="components", duty="handler", visible=False)
    forget_city()

    hidden = client.get(address("components"), headers={"If-None-Match": tag})
    missing = client.get(address("no_such_layer"), headers={"If-None-Match": tag})
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert "ETag" not in hidden
    strip = re.compile(rb'"request_id": ?"[^"]*"|components|no_such_layer')
    assert strip.sub(b"", hidden.content) == strip.sub(b"", missing.content)
    assert "components" not in [layer["id"] for layer in client.get(f"{API}/map").json()["layers"]]
    assert seen_by.get(address("components")).status_code == 200
    assert Client().get(address("components")).status_code == 404


def ask_short_way(path: str, *, token: str = "", **environ: str) -> tuple[str, dict[str, str]]:
    """The answer of the short way; "passed on" where the application is asked."""
    told: list = []
    cookie = {"HTTP_COOKIE": f"a=1; chengmai_session={token}"} if token else {}
    application = with_kept_tiles(lambda _environ, start: start("passed on", []) or [b""])
    application(
        {"PATH_INFO": path, "REQUEST_METHOD": "GET", **cookie, **environ},
        lambda status, headers: told.append((status, dict(headers))),
    )
    return told[0]


def test_the_short_way_gives_kept_tiles_only_to_who_may_see_them():
    make_city()
    make_component()
    operator, handler = make_person([Duty.OPERATOR]), make_person([Duty.HANDLER])
    theirs, others = make_session(operator), make_session(handler)
    path = address("components")
    assert ask_short_way(path, token=theirs)[0] == "passed on"  # nobody has drawn it yet
    signed_in_client(operator).get(path)
    status, headers = ask_short_way(path, token=theirs)
    assert (status, headers["Cache-Control"]) == ("200 OK", "private, no-cache")
    kept = ask_short_way(path, token=theirs, HTTP_IF_NONE_MATCH=headers["ETag"])
    assert kept[0] == "304 Not Modified"
    for stranger in ("", "nonsense"):
        asked = ask_short_way(path, token=stranger, HTTP_IF_NONE_MATCH=headers["ETag"])
        assert asked[0] == "passed on"

    LayerRule.objects.create(layer="components", duty="handler", visible=False)
    forget_city()
    signed_in_client(operator).get(path)
    assert ask_short_way(path, token=theirs)[0] == "200 OK"
    assert ask_short_way(path, token=others)[0] == "passed on"
    make_component("1303020101000002")
    forget_city()
    assert ask_short_way(path, token=theirs)[0] == "passed on"  # another version


def test_a_public_tile_goes_the_short_way_without_sql():
    make_city()
    Client().get(address("base", 12))
    with CaptureQueriesContext(connection) as seen:
        status, headers = ask_short_way(address("base", 12))
    assert (status, len(seen)) == ("200 OK", 0)
    assert headers["Cache-Control"].startswith("public")


def test_an_administrator_changes_a_look_and_gets_the_recipe_back():
    make_city()
    admin, other = (signed_in_client(make_person([duty])) for duty in (Duty.ADMIN, Duty.OPERATOR))
    look = {"colour": "#123456", "min_zoom": 13, "title": "井盖", "colours": {"lost": "#abcdef"}}
    path = f"{API}/layers/components/look"
    assert other.put(path, look, content_type="application/json").status_code == 403
    changed = admin.put(path, look, content_type="application/json").json()
    assert (changed["now"]["title"], changed["own"]["title"]) == ("井盖", "城市部件")
    assert changed["now"]["colour_by"]["colours"]["lost"] == "#abcdef"
    shown = [one for one in other.get(f"{API}/map").json()["layers"] if one["id"] == "components"]
    assert (shown[0]["colour"], shown[0]["min_zoom"]) == ("#123456", 13)
    assert [row.name for row in entries_of("layer:components")] == ["city.LayerStyled"]
    for wrong in (
        {"colour": "red"},
        {"min_zoom": 9, "max_zoom": 3},
        {"opacity": 7},
        {"title": " "},
    ):
        assert admin.put(path, wrong, content_type="application/json").status_code == 422
    assert admin.put(path, {}, content_type="application/json").json()["now"]["title"] == "城市部件"
    assert (
        admin.put(f"{API}/layers/land/look", look, content_type="application/json").status_code
        == 404
    )


def test_rules_are_exchanged_whole_and_a_public_layer_has_none():
    make_city()
    admin = signed_in_client(make_person([Duty.ADMIN]))
    rules = [
        {"duty": "handler", "visible": False},
        {"organisation_kind": "bureau", "visible": True},
    ]
    path = f"{API}/layers/components/rules"
    assert len(admin.put(path, rules, content_type="application/json").json()["rules"]) == 2
    assert admin.put(path, [], content_type="application/json").json()["rules"] == []
    wrong = [{"duty": "king", "visible": False}]
    assert admin.put(path, wrong, content_type="application/json").status_code == 422
    public = admin.put(f"{API}/layers/divisions/rules", rules, content_type="application/json")
    assert (public.status_code, public.json()["code"]) == (422, "city.layer_is_public")


def test_what_a_person_chose_comes_back_without_layers_that_are_gone():
    make_city()
    person = make_person([Duty.OPERATOR])
    client = signed_in_client(person)
    choice = {
        "layers": {"components": {"shown": True, "opacity": 0.5}, "gone": {"shown": True}},
        "order": ["components", "gone", "divisions"],
    }
    assert (
        client.put(f"{API}/map/choice", choice, content_type="application/json").status_code == 204
    )
    assert client.get(f"{API}/map").json()["choice"] == {
        "layers": {"components": {"shown": True, "opacity": 0.5}},
        "order": ["components", "divisions"],
    }
    assert LayerChoice.objects.count() == 1


def test_each_kind_of_area_in_force_is_a_layer():
    make_city()
    load_default_kinds(valid_from=SINCE)
    forget_city()
    client = signed_in_client(make_person([Duty.OPERATOR]))
    layers = {layer["id"]: layer for layer in client.get(f"{API}/map").json()["layers"]}
    assert layers["areas_sanitation"]["group"] == "grids"
    assert layers["areas_shopfront"]["group"] == "responsibility"
    assert layers["facilities"]["names"]["toilet"] == "公共厕所"
    AreaKind.objects.filter(pk="sanitation").update(valid_to=SINCE)
    forget_city()
    assert client.get(address("areas_sanitation")).status_code == 404
