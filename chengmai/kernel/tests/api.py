"""A small API for the tests of the edge: a bell book in which one may ring."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction
from django.http import HttpRequest
from django.urls import include, path
from ninja import NinjaAPI, Schema, Status

from chengmai.kernel.api import Page, equip, idempotent
from chengmai.kernel.errors import NotFound
from chengmai.kernel.ledger import last_seq, publish
from chengmai.kernel.models import DeadLetter
from chengmai.kernel.paging import page_of
from chengmai.kernel.tests.makers import make_fact

api = equip(NinjaAPI(urls_namespace="bells", docs_url=None))


class Ring(Schema):
    lamp: str
    times: int = 1


class Rung(Schema):
    lamp: str
    seq: int


class Letter(Schema):
    id: int
    name: str
    replayed_at: datetime | None


@api.post("/bells", response={201: Rung})
@idempotent
def ring(request: HttpRequest, body: Ring) -> Status[Rung]:
    with transaction.atomic():
        publish(make_fact(body.lamp))
        if body.times > 9:
            raise NotFound("No bell rings so often.", times=body.times)
        if body.times < 0:
            raise ZeroDivisionError("13800001111")
    return Status(201, Rung(lamp=body.lamp, seq=last_seq(f"lamp:{body.lamp}")))


@api.get("/letters", response=Page[Letter])
def letters(
    request: HttpRequest, after: str | None = None, limit: int = 2, order: str = "up"
) -> dict[str, object]:
    rows, following = page_of(
        DeadLetter.objects.all(),
        order=("replayed_at", "name", "id") if order == "up" else ("-replayed_at", "name", "-id"),
        after=after,
        limit=limit,
        query=f"letters:{order}",
    )
    return {"items": rows, "next": following}


def plain_failure(request: HttpRequest) -> None:
    raise ZeroDivisionError(datetime.now(UTC))


urlpatterns = [
    path("api/plain", plain_failure),
    path("api/", api.urls),
    path("", include("chengmai.kernel.health")),
]
