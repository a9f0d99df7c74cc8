"""Reading components: one with its history, and pages under filters."""

from __future__ import annotations

import math
from collections.abc import Iterable

from django.contrib.gis.db.models.functions import Distance
from django.contrib.gis.geos import Point, Polygon
from django.db.models import Q, QuerySet

from chengmai.city.census.models import CensusImport
from chengmai.city.errors import ComponentNotFound
from chengmai.city.models import Component, ComponentChange
from chengmai.city.queries.search import box_corners
from chengmai.city.words import ComponentCard, ComponentState
from chengmai.kernel.places import metres_between

HISTORY = 200
_CARD = ("code", "class_code", "grid", "state", "point", "location_text")


def component_row(code: str) -> Component:
    """One component; ComponentNotFound for a code that nobody has."""
    row = Component.objects.filter(pk=code).first()
    if row is None:
        raise ComponentNotFound("No such component.", component=code[:16])
    return row


def component_card(code: str) -> ComponentCard | None:
    """One component as other domains may know it; None for a code that nobody has."""
    row = Component.objects.filter(pk=code).only(*_CARD).first()
    return _card(row) if row else None


def components_near(
    lon: float, lat: float, *, class_code: str, metres: float, most: int = 12
) -> list[tuple[ComponentCard, float]]:
    """The components of a class around a point (WGS 84), with their metres, nearest first."""
    here = Point(lon, lat, srid=4326)
    reach = metres / (111_320 * max(0.1, math.cos(math.radians(lat))))
    box = Polygon.from_bbox((lon - reach, lat - reach, lon + reach, lat + reach))
    box.srid = 4326
    rows = Component.objects.filter(point__within=box, class_code=class_code).only(*_CARD)
    found = [
        (_card(row), metres_between((lon, lat), (row.point.x, row.point.y)))
        for row in rows.order_by(Distance("point", here))[:most]
    ]
    return [(card, round(far, 1)) for card, far in found if far <= metres]


def _card(row: Component) -> ComponentCard:
    return ComponentCard(
        code=row.code,
        class_code=row.class_code,
        grid_code=row.grid_id,
        state=ComponentState(row.state),
        lon=round(row.point.x, 7),
        lat=round(row.point.y, 7),
        location_text=row.location_text,
    )


def component_history(code: str) -> list[ComponentChange]:
    """The last changes of a component, the newest first."""
    return list(ComponentChange.objects.filter(code=code).order_by("-id")[:HISTORY])


def import_files(changes: Iterable[ComponentChange]) -> dict[int, str]:
    """The names of the files by the numbers of the imports that these changes come from."""
    numbers = {change.import_id for change in changes if change.import_id is not None}
    found = CensusImport.objects.filter(pk__in=numbers) if numbers else CensusImport.objects.none()
    return dict(found.values_list("pk", "file_name"))


def components_asked(
    *,
    class_code: str = "",
    state: str = "",
    organisation_id: int | None = None,
    area: str = "",
    bbox: str = "",
    code: str = "",
) -> QuerySet[Component]:
    """The components under filters: class, area and code by prefix, an organisation in any of its
    three parts, a box `west,south,east,north`. Raises BadBox."""
    rows = Component.objects.all()
    if class_code:
        rows = rows.filter(class_code__startswith=class_code)
    if state:
        rows = rows.filter(state=state)
    if organisation_id is not None:
        rows = rows.filter(
            Q(manager_id=organisation_id)
            | Q(owner_id=organisation_id)
            | Q(maintainer_id=organisation_id)
        )
    if area:
        rows = rows.filter(grid__code__startswith=area)
    if code:
        rows = rows.filter(code__startswith=code)
    if bbox:
        box = Polygon.from_bbox(box_corners(bbox))
        box.srid = 4326
        rows = rows.filter(point__within=box)
    return rows
