"""What people do to one component: another state, a photo, the right place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.gis.geos import Point
from django.db import transaction
from django.utils import timezone

from chengmai.city.errors import BadComponent, ComponentNotFound
from chengmai.city.events import ComponentChanged
from chengmai.city.models import Component, ComponentChange
from chengmai.city.queries.grids import locate
from chengmai.city.words import ComponentChangeKind, ComponentState
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.media.public import claim_media

MOST_PHOTOS = 20
_REPORTED = frozenset({ComponentState.INTACT, ComponentState.DAMAGED, ComponentState.LOST})
_FIELD = (Duty.ADMIN, Duty.INSPECTOR, Duty.COLLECTOR, Duty.SYSTEM)


@transaction.atomic
def change_component_state(
    *, code: str, state: ComponentState, reason: str, actor: Actor, at: datetime
) -> None:
    """Write down another state. Inspectors and collectors report what they see (intact, damaged,
    lost); abolishing and removing is the administrator's. Refuses the state that holds already
    and a change without a reason."""
    if state not in _REPORTED and not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator abolishes or removes components.", duty=Duty.ADMIN)
    _may_report(actor)
    words = _reason(reason)
    row = _locked(code)
    if row.state == state:
        raise BadComponent("It has this state already.", field="state", given=state.value)
    before = row.state
    row.state = state.value
    row.changed_on = timezone.localdate(at)
    row.save(update_fields=["state", "changed_on"])
    kind = ComponentChangeKind.STATE
    _told(row, kind, {"state": before}, {"state": state.value}, words, actor, at)


@transaction.atomic
def add_component_photos(
    *, code: str, media_ids: Sequence[int], owner: str, actor: Actor, at: datetime
) -> None:
    """Put new photos before the others. Refuses files of somebody else and more than 20."""
    _may_report(actor)
    row = _locked(code)
    fresh = [media_id for media_id in dict.fromkeys(media_ids) if media_id not in row.photos]
    if not fresh:
        raise BadComponent("There is no new photo.", field="media_ids")
    if len(row.photos) + len(fresh) > MOST_PHOTOS:
        raise BadComponent(
            f"A component keeps at most {MOST_PHOTOS} photos.", field="media_ids", most=MOST_PHOTOS
        )
    claim_media(ids=fresh, owner=owner, subject=f"component:{code}")
    before, row.photos = list(row.photos), [*fresh, *row.photos]
    row.save(update_fields=["photos"])
    kind = ComponentChangeKind.PHOTO
    _told(row, kind, {"photos": before}, {"photos": row.photos}, "", actor, at)


@transaction.atomic
def move_component(
    *, code: str, lon: float, lat: float, reason: str, actor: Actor, at: datetime
) -> None:
    """Correct where a component stands (WGS 84); its unit grid follows. Refuses a point outside
    every grid, and one in another district than its code says."""
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator corrects positions.", duty=Duty.ADMIN)
    words = _reason(reason)
    place = locate(lon, lat)
    row = _locked(code)
    if place.district_code != code[:6]:
        raise BadComponent(
            "This point lies in another district than the component's code says.",
            field="point",
            remedy="A component of another district gets a code of its own.",
        )
    before = {"point": [row.point.x, row.point.y], "grid_code": row.grid_id}
    row.point = Point(lon, lat, srid=4326)
    row.grid_id = place.grid_code
    row.changed_on = timezone.localdate(at)
    row.save(update_fields=["point", "grid", "changed_on"])
    after = {"point": [lon, lat], "grid_code": place.grid_code}
    _told(row, ComponentChangeKind.MOVED, before, after, words, actor, at)


def _may_report(actor: Actor) -> None:
    if not actor.has(*_FIELD):
        raise NotYourDuty(
            "Administrators, inspectors and collectors report on components.",
            duties=[duty.value for duty in _FIELD[:3]],
        )


def _reason(reason: str) -> str:
    words = reason.strip()[:200]
    if not words:
        raise BadComponent("Say why.", field="reason", remedy="A few words are enough.")
    return words


def _locked(code: str) -> Component:
    row = Component.objects.select_for_update().filter(pk=code).first()
    if row is None:
        raise ComponentNotFound("No such component.", component=code[:16])
    return row


def _told(
    row: Component,
    kind: ComponentChangeKind,
    before: dict[str, Any],
    after: dict[str, Any],
    reason: str,
    actor: Actor,
    at: datetime,
) -> None:
    ComponentChange.objects.create(
        code=row.pk, at=at, actor_id=actor.id, kind=kind, before=before, after=after, reason=reason
    )
    publish(
        ComponentChanged(
            code=row.pk,
            kind=kind.value,
            before=before,
            after=after,
            reason=reason,
            at=at,
            actor_id=actor.id,
            place=(row.point.x, row.point.y),
        )
    )
