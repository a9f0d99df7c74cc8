"""Reading components: one with its history, and pages under filters."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.gis.geos import Polygon
from django.db.models import Q, QuerySet

from chengmai.city.census.models import CensusImport
from chengmai.city.errors import ComponentNotFound
from chengmai.city.models import Component, ComponentChange
from chengmai.city.queries.search import box_corners

HISTORY = 200


def component_row(code: str) -> Component:
    """One component; ComponentNotFound for a code that nobody has."""
    row = Component.objects.filter(pk=code).first()
    if row is None:
        raise ComponentNotFound("No such component.", component=code[:16])
    return row


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
