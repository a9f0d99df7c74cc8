"""House numbers one by one: added, moved and removed by an administrator, found at once."""

from __future__ import annotations

from datetime import datetime

from django.contrib.gis.geos import Point
from django.db import connection, transaction
from django.db.models import Q

from chengmai.city.addresses.errors import BadHouseNumber, HouseNumberNotFound
from chengmai.city.addresses.events import HouseNumberChanged
from chengmai.city.addresses.models import AddressPoint
from chengmai.city.addresses.rules.houses import house_text, read_house
from chengmai.city.errors import NoGridHere
from chengmai.city.queries.grids import locate
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish

SOURCE = "人工维护"
_SAME_ROAD = 1_500  # map metres: the same number on a road of the same name elsewhere is another
Spot = tuple[float, float]

_TIE = """
UPDATE addresses_addresspoint p SET road_id = (
    SELECT e.id FROM addresses_entry e WHERE e.kind = 'road' AND e.name = p.road_name
       AND ST_DWithin(e.line_3857, p.point_3857, 400)
     ORDER BY ST_Distance(e.line_3857, p.point_3857) LIMIT 1)
 WHERE p.id = %s"""


@transaction.atomic
def add_house_number(
    *, road: str, number: str, lon: float, lat: float, actor: Actor, at: datetime
) -> int:
    """Write down a house number at a place in the city (WGS 84); returns its id.

    Raises BadHouseNumber for what is no number, is known already, or lies far from its road.
    """
    _administrators_only(actor)
    name, read = road.strip(), read_house(number)
    if not 2 <= len(name) <= 60:
        raise BadHouseNumber("A road has a name.", field="road", remedy="Give the road's name.")
    if read is None:
        raise BadHouseNumber("This is no house number.", field="number", given=number[:20], remedy="Write 12, 12-3 or 12号甲.")  # fmt: skip
    row = AddressPoint(
        road_name=name, number=read[0], suffix=read[1], community_code=_community(lon, lat),
        point=Point(lon, lat, srid=4326), data_source=SOURCE,
    )  # fmt: skip
    _save(row)
    _told(row, None, (lon, lat), actor, at)
    return int(row.pk)


@transaction.atomic
def move_house_number(
    *, number_id: int, lon: float, lat: float, actor: Actor, at: datetime
) -> None:
    """Put a house number where its door is (WGS 84). Raises HouseNumberNotFound, BadHouseNumber."""
    _administrators_only(actor)
    row = _locked(number_id)
    before = (row.point.x, row.point.y)
    row.point = Point(lon, lat, srid=4326)
    row.community_code = _community(lon, lat)
    row.data_source = SOURCE
    _save(row)
    _told(row, before, (lon, lat), actor, at)


@transaction.atomic
def remove_house_number(*, number_id: int, actor: Actor, at: datetime) -> None:
    """Take a house number away; the ledger keeps where it was. Raises HouseNumberNotFound."""
    _administrators_only(actor)
    row = _locked(number_id)
    _told(row, (row.point.x, row.point.y), None, actor, at)
    row.delete()


def _community(lon: float, lat: float) -> str:
    """The community of a place; none where the city has no grid yet. Refuses what is outside."""
    try:
        return locate(lon, lat).community_code
    except NoGridHere:
        return ""


def _save(row: AddressPoint) -> None:
    same = AddressPoint.objects.exclude(pk=row.pk).filter(
        road_name=row.road_name, number=row.number, suffix=row.suffix
    )
    near = Q(point_3857__dwithin=(row.point.transform(3857, clone=True), _SAME_ROAD))
    if same.filter(near | Q(community_code=row.community_code)).exists():
        raise BadHouseNumber("This number is known already.", field="number", remedy="Move the one that is there.")  # fmt: skip
    row.save()
    with connection.cursor() as cursor:
        cursor.execute(_TIE, [row.pk])
    row.refresh_from_db(fields=["road"])
    if row.road_id is None:
        raise BadHouseNumber("No road of this name is near.", field="road", remedy="Check the name, or put the number next to its road.")  # fmt: skip


def _locked(number_id: int) -> AddressPoint:
    row = AddressPoint.objects.select_for_update().filter(pk=number_id).first()
    if row is None:
        raise HouseNumberNotFound("No such house number.", id=number_id)
    return row


def _told(
    row: AddressPoint, before: Spot | None, after: Spot | None, actor: Actor, at: datetime
) -> None:
    publish(
        HouseNumberChanged(
            number_id=row.pk,
            road=row.road_name,
            number=house_text(row.number, row.suffix),
            before=before,
            after=after,
            place=after or before,
            at=at,
            actor_id=actor.id,
        )
    )


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the house numbers.", duty=Duty.ADMIN)
