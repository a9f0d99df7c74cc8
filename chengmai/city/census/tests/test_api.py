"""Census over HTTP: from the sent file to the undo, and who may."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from chengmai.city.census.tests import makers
from chengmai.city.models import Component, Setting
from chengmai.city.tests.makers import SINCE, make_city
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
BASE = "/api/v1/city/census"


@pytest.fixture(autouse=True)
def city():
    return make_city()


@pytest.fixture
def admin():
    return signed_in_client(make_person([Duty.ADMIN]))


def send(client, content, name="部件.zip"):
    return client.post(f"{BASE}/imports", {"file": SimpleUploadedFile(name, content)})


def post(client, path, body=None):
    return client.post(f"{BASE}{path}", body or {}, content_type="application/json")


def work(answer):
    from chengmai.city.census.models import CensusImport

    return makers.done(CensusImport.objects.get(pk=answer.json()["id"]))


def test_a_file_goes_from_sending_to_undo(admin):
    columns = makers.components(3, ObjState=["完好", "破损", "不知道"])
    sent = send(admin, makers.shapefile(columns, makers.points(3)))
    assert sent.status_code == 201, sent.content
    work(sent)

    one = admin.get(f"{BASE}/imports/{sent.json()['id']}").json()
    assert (one["state"], one["target"], one["kind"]) == ("found", "components", "shapefile")
    layer = one["layers"][0]
    assert (layer["encoding"], layer["finding"]["system"], layer["finding"]["sure"]) == ("gb18030", "cgcs2000", True)  # fmt: skip
    assert layer["sample"][0][3] == "海阳路0号旁"
    sample = admin.get(f"{BASE}/imports/{one['id']}/sample?layer=部件&system=gcj02").json()
    assert len(sample["features"]) == 3

    asked = post(
        admin, f"/imports/{one['id']}/check", {"target": "components", "choices": one["choices"]}
    )
    assert asked.status_code == 202, asked.content
    work(asked)
    one = admin.get(f"{BASE}/imports/{one['id']}").json()
    assert [one[v] for v in ("added", "changed", "unchanged", "refused")] == [2, 0, 0, 1]
    assert one["unknown"] == [
        {"field": "state", "text": "不知道", "rows": 1, "reason": "value_unknown"}
    ]
    refused = admin.get(f"{BASE}/imports/{one['id']}/rows?verdict=refused").json()
    assert refused[0]["problems"][0]["reason"] == "value_unknown"
    west, south, east, north = one["box"]
    found = admin.get(
        f"{BASE}/imports/{one['id']}/map?bbox={west - 0.01},{south - 0.01},{east + 0.01},{north + 0.01}"
    )
    assert {f["properties"]["verdict"] for f in found.json()["features"]} == {"added", "refused"}

    work(post(admin, f"/imports/{one['id']}/take"))
    assert Component.objects.count() == 2
    report = admin.get(f"{BASE}/imports/{one['id']}/report.xlsx")
    sheet = load_workbook(io.BytesIO(report.content)).active
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["新增", "新增", "拒绝"]
    text = b"".join(admin.get(f"{BASE}/imports/{one['id']}/report.csv").streaming_content).decode(
        "utf-8-sig"
    )
    assert "取值无法识别" in text
    work(post(admin, f"/imports/{one['id']}/undo"))
    assert not Component.objects.exists()
    assert [i["state"] for i in admin.get(f"{BASE}/imports").json()] == ["undone"]


@pytest.mark.parametrize(
    "duty", [duty for duty in Duty if duty not in (Duty.ADMIN, Duty.SYSTEM, Duty.CITIZEN)]
)
def test_only_the_system_administrator_may(duty):
    client = signed_in_client(make_person([duty]))
    for path in ("/imports", "/imports/1", "/targets", "/imports/1/rows"):
        assert client.get(f"{BASE}{path}").status_code == 403, path
    assert send(client, b"x" * 10).status_code == 403
    assert post(client, "/exports", {"target": "components", "form": "csv"}).status_code == 403


class NeverRead(io.BytesIO):
    """A body that tells when somebody reads it."""

    def read(self, *size):
        raise AssertionError("the body was read")


@pytest.mark.parametrize("key", ["", "0123456789abcdef"])
def test_nobody_signed_in_sends_anything_and_no_body_is_read(client, key):
    headers = {"Idempotency-Key": key} if key else {}
    request = client._base_environ() | {
        "REQUEST_METHOD": "POST", "PATH_INFO": f"{BASE}/imports", "CONTENT_LENGTH": "100000",
        "CONTENT_TYPE": "multipart/form-data; boundary=x", "wsgi.input": NeverRead(),
        **{f"HTTP_{n.upper().replace('-', '_')}": v for n, v in headers.items()},
    }  # fmt: skip
    assert client.request(**request).status_code == 401


def test_a_file_above_the_setting_is_refused_by_its_size(admin):
    Setting.objects.create(key="census_file_megabytes", value=0, valid_from=SINCE, source="test")
    forget("city.settings")
    answer = send(admin, b"x" * 100)
    assert (answer.status_code, answer.json()["code"]) == (413, "census.file_too_large")
    assert answer.json()["facts"]["remedy"]


def test_without_a_system_the_answer_is_a_question_with_candidates(admin):
    content = makers.csv_of([["标识码", "经度", "纬度"], [makers.code(1), 119.6, 39.93]])
    sent = send(admin, content, "部件.csv")
    row = work(sent)
    assert row.choices["system"] == ""
    answer = post(
        admin, f"/imports/{row.pk}/check", {"target": "components", "choices": row.choices}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "census.system_unknown")
    assert "gcj02" in answer.json()["facts"]["candidates"]


def test_a_file_that_is_none_fails_with_a_reason_and_a_remedy(admin):
    row = work(send(admin, b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old.xls"))
    assert (row.state, row.error["code"], row.error["facts"]["reason"]) == ("failed", "census.file_not_readable", "old_xls")  # fmt: skip
    assert row.error["facts"]["remedy"]


def test_an_export_is_ordered_made_and_fetched_and_comes_back_unchanged(admin):
    from django.utils import timezone

    from chengmai.kernel.exports.actions import make_export

    makers.taken(makers.shapefile(makers.components(3), makers.points(3)))
    for form, name in (("shapefile", "a.zip"), ("geopackage", "a.gpkg"), ("geojson", "a.geojson"), ("kml", "a.kml"), ("csv", "a.csv"), ("xlsx", "a.xlsx")):  # fmt: skip
        answer = post(admin, "/exports", {"target": "components", "form": form, "area": "130302"})
        assert answer.status_code == 202, answer.content
        made = make_export(export_id=answer.json()["id"], clock=timezone.now)
        assert made.state == "done", (form, made.error)
        file = admin.get(f"/api/v1/exports/{made.pk}/file")
        content = b"".join(file.streaming_content)
        again = makers.checked(content, name, system="wgs84")
        assert makers.counts(again) == (0, 0, 3, 0), (form, again.reasons, again.error)
