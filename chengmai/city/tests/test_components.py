"""Components: pages under filters, and what people may do to one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chengmai.city.models import Component, ComponentChange
from chengmai.city.tests.makers import LAT, LON, WIDTH, make_city, make_component
from chengmai.identity.tests.makers import make_organisation, make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.media.tests.makers import make_photo

pytestmark = pytest.mark.django_db
API = "/api/v1/city/components"
CODE = "1303020101000001"


def client_of(duty: Duty) -> Client:
    return signed_in_client(make_person([duty]))


def change(client: Client, what: str, body: dict, code: str = CODE):
    send = client.put if what == "position" else client.post
    return send(f"{API}/{code}/{what}", body, content_type="application/json")


def test_components_are_listed_by_page_under_filters():
    make_city()
    lights = make_organisation("路灯所")
    make_component()
    make_component("1303020101000002", state="damaged")
    make_component("1303020137000001", class_code="C0137", maintainer=lights)
    box = f"{LON - 0.01},{LAT - 0.01},{LON + 0.01},{LAT + 0.01}"
    client = client_of(Duty.COLLECTOR)

    def codes(**query: object) -> list[str]:
        return [row["code"][6:] for row in client.get(API, query).json()["items"]]

    assert Client().get(API).status_code == 401
    assert codes(bbox=box) == ["0101000001", "0101000002", "0137000001"]
    assert codes(state="damaged") == ["0101000002"]
    assert codes(class_code="C01", area="130302001") == codes()
    assert codes(class_code="C0137") == codes(organisation_id=lights.pk) == ["0137000001"]
    assert codes(code="13030201010") == ["0101000001", "0101000002"]
    first = client.get(API, {"limit": 2}).json()
    second = client.get(API, {"limit": 2, "after": first["next"]}).json()
    assert (len(first["items"]), [r["code"][6:] for r in second["items"]]) == (2, ["0137000001"])
    for wrong in ("1,2,3", "a,b,c,d", "120,40,119,39", "100,30,120,40", "nan,nan,nan,nan"):
        assert client.get(API, {"bbox": wrong}).status_code == 422


def test_a_collector_reports_damage_and_the_history_tells_it():
    make_city()
    make_component()
    client = client_of(Duty.COLLECTOR)
    assert change(client, "state", {"state": "damaged", "reason": " "}).status_code == 422
    answer = change(client, "state", {"state": "damaged", "reason": "井盖开裂"})
    assert answer.status_code == 200
    told = answer.json()["history"][0]
    assert (told["kind"], told["before"], told["after"], told["reason"]) == (
        "state", {"state": "intact"}, {"state": "damaged"}, "井盖开裂",
    )  # fmt: skip
    assert [row.name for row in entries_of(f"component:{CODE}")] == ["city.ComponentChanged"]
    again = change(client, "state", {"state": "damaged", "reason": "还是坏的"})
    assert (again.status_code, again.json()["facts"]["field"]) == (422, "state")
    assert change(client, "state", {"state": "removed", "reason": "不要了"}).status_code == 403
    assert (
        change(client_of(Duty.OPERATOR), "state", {"state": "lost", "reason": "x"}).status_code
        == 403
    )
    assert change(client, "state", {"state": "lost", "reason": "x"}, "1" * 16).status_code == 404


def test_an_administrator_corrects_a_position_within_the_district():
    make_city()
    make_component()
    admin = client_of(Duty.ADMIN)
    body = {"lon": LON + WIDTH, "lat": LAT, "reason": "测绘核对"}
    assert change(client_of(Duty.INSPECTOR), "position", body).status_code == 403
    moved = change(admin, "position", body).json()
    assert (moved["lon"], moved["grid_code"]) == (round(LON + WIDTH, 7), "130302001001002")
    assert moved["history"][0]["before"]["grid_code"] == "130302001001001"
    outside = change(admin, "position", {**body, "lon": LON + 1})
    assert outside.status_code == 422
    Component.objects.filter(pk=CODE).update(code="1304020101000001")
    other = change(admin, "position", {**body, "lon": LON}, "1304020101000001")
    assert (other.status_code, other.json()["facts"]["field"]) == (422, "point")
    assert ComponentChange.objects.filter(code="1304020101000001").count() == 0


def test_a_photo_is_added_by_who_took_it():
    make_city()
    make_component()
    taker, other = client_of(Duty.INSPECTOR), client_of(Duty.INSPECTOR)
    photo = taker.post(
        "/api/v1/media", {"file": SimpleUploadedFile("cover.jpg", make_photo(), "image/jpeg")}
    ).json()["id"]
    assert change(other, "photos", {"media_ids": [photo]}).status_code in (404, 422)
    shown = change(taker, "photos", {"media_ids": [photo]}).json()
    assert [media["id"] for media in shown["photos"]] == [photo]
    assert change(taker, "photos", {"media_ids": [photo]}).status_code == 422
