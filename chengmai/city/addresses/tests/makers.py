"""A small gazetteer in the makers' city: two roads that cross, numbers, a school and a square."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.contrib.gis.geos import LineString, Point

from chengmai.city.addresses.actions import (
    load_address_points,
    load_aliases,
    rebuild_gazetteer,
)
from chengmai.city.models import BaseFeature, Place
from chengmai.city.tests.makers import LAT, LON, MadeCity, make_city
from chengmai.kernel.reference import forget

NOON = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)
SPAN = 0.004  # degrees to each side: about 340 m east, 440 m north


def make_road(name: str, *points: tuple[float, float], rank: int = 3) -> BaseFeature:
    """A road through these points."""
    return BaseFeature.objects.create(
        kind="road", category="road", rank=rank, name=name, geometry=LineString(*points, srid=4326)
    )


def make_place(name: str, lon: float, lat: float, kind: str = "school") -> Place:
    """A named place."""
    return Place.objects.create(name=name, kind=kind, rank=5, point=Point(lon, lat, srid=4326))


def make_gazetteer() -> MadeCity:
    """人民大街 from west to east and 解放路 from south to north, crossing in the first grid;
    numbers 1–21 and 2–22 on 人民大街, 第六中学, 文化广场, and 人民路 as an old name."""
    forget()
    city = make_city()
    fill_gazetteer()
    return city


def fill_gazetteer() -> None:
    """The same in a city that is there already."""
    make_road("人民大街", (LON - SPAN, LAT), (LON + SPAN, LAT))
    make_road("解放路", (LON, LAT - SPAN), (LON, LAT + SPAN))
    make_place("滨海市第六中学", LON + 0.001, LAT + 0.001)
    make_place("文化广场", LON - 0.0003, LAT - 0.0003, "mall")
    load_address_points(
        points=[
            ("人民大街", n, "", "", LON - 0.001 + n * 0.0001, LAT + (0.0001 if n % 2 else -0.0001))
            for n in (1, 2, 5, 6, 9, 10, 21, 22)
        ],
        source="示例",
    )
    load_aliases(rows=[("人民路", "人民大街", "旧称")], source="示例", valid_from=date(2020, 1, 1))
    rebuild_gazetteer(at=NOON)
