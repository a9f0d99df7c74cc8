"""Media over HTTP: sent by whoever opened our page, seen by whoever was given the address."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory

from chengmai.kernel.device import ensure_owner
from chengmai.kernel.media.models import MediaFile, MediaLimit
from chengmai.kernel.media.tests.makers import JPEG_TIME, PDF, make_film, make_photo
from chengmai.kernel.reference import forget

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("chengmai.kernel.media.tests.urls"),
    pytest.mark.usefixtures("media_folder"),
]
OURS = {"X-Chengmai-Client": "test"}


@pytest.fixture(autouse=True)
def limits_as_they_are():
    """Limits are kept for seconds; a test that changes them leaves none behind."""
    forget("media.limits")
    yield
    forget("media.limits")


def send(client, data, name="a.jpg", headers=OURS, **more):
    return client.post(
        "/api/v1/media", {"file": SimpleUploadedFile(name, data)}, headers=headers, **more
    )


def body_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_photo_is_sent_and_seen(client):
    answer = send(client, make_photo(2000, 1500, taken=JPEG_TIME, gps=(119.6, 39.9)))
    assert answer.status_code == 201
    card = answer.json()
    assert (card["kind"], card["width"], card["position"]) == (
        "image",
        2000,
        {"lon": pytest.approx(119.6), "lat": pytest.approx(39.9)},
    )
    for address in (card["url"], card["thumbnail_url"]):
        seen = client.get(address)
        assert (seen.status_code, seen["Content-Type"]) == (200, "image/jpeg")
        assert seen["X-Content-Type-Options"] == "nosniff"
        assert "immutable" in seen["Cache-Control"]
        assert b"SECRET" not in body_of(seen)


def test_the_first_upload_gives_the_device_a_cookie_and_keeps_it(client):
    send(client, make_photo())
    cookie = client.cookies["chengmai_device"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    send(client, make_photo(seed=2))
    owners = set(MediaFile.objects.values_list("owner", flat=True))
    assert len(owners) == 1
    assert cookie.value not in owners.pop()


def test_a_foreign_page_cannot_upload_in_somebodys_name(client):
    answer = send(client, make_photo(), headers={})
    assert (answer.status_code, answer.json()["code"]) == (403, "kernel.forbidden")


def test_a_member_of_staff_owns_by_person_and_needs_no_device(rf: RequestFactory):
    request = rf.post("/")
    request.actor = type("Somebody", (), {"id": 12})()
    assert ensure_owner(request, HttpResponse()) == "actor:12"


@pytest.mark.parametrize(
    ("data", "name", "status", "code"),
    [
        (b"", "a.jpg", 422, "media.empty"),
        (PDF, "a.jpg", 422, "media.name_disagrees"),
        (b"<svg><script>alert(1)</script></svg>", "a.svg", 415, "media.unknown_content"),
        (make_photo()[:300], "a.jpg", 422, "media.broken"),
    ],
)
def test_a_bad_file_is_refused_with_its_code(client, data, name, status, code):
    answer = send(client, data, name)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["facts"]["field"] == "file"
    assert answer.json()["facts"]["remedy"]


def test_an_oversized_file_is_refused(client):
    MediaLimit.objects.filter(kind="document").update(max_bytes=10)
    answer = send(client, PDF, "a.pdf")
    assert (answer.status_code, answer.json()["code"]) == (413, "media.too_large")


def test_a_request_without_a_file_is_refused(client):
    answer = client.post("/api/v1/media", {}, headers=OURS)
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "file")


def test_a_repeated_key_gives_the_same_answer_and_another_file_is_refused(client):
    keyed = {**OURS, "Idempotency-Key": "b4f0a7c2-0001"}
    send(client, make_photo(seed=9))
    first = send(client, make_photo(), headers=keyed)
    again = send(client, make_photo(), headers=keyed)
    other = send(client, make_photo(seed=2), headers=keyed)
    assert first.json() == again.json()
    assert (other.status_code, other.json()["code"]) == (422, "kernel.idempotency_reused")


def test_a_document_is_handed_over_as_a_download_under_its_name(client):
    address = send(client, PDF, "整改 通知.pdf").json()["url"]
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E6%95%B4")
    assert body_of(answer) == PDF


def test_html_in_a_name_stays_a_name(client):
    address = send(client, PDF, '"><script>alert(1)</script>\r\nX-Evil: 1.pdf').json()["url"]
    answer = client.get(address)
    assert "<" not in answer["Content-Disposition"]
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-9", 206, slice(0, 10)),
        ("bytes=500000-", 206, slice(500000, None)),
        ("bytes=-7", 206, slice(-7, None)),
        ("bytes=10-5", 416, None),
        ("bytes=99999999-", 416, None),
        ("lines=1-2", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
    ],
)
def test_a_film_can_be_asked_for_in_parts(client, asked, status, part):
    film = make_film(tail=bytes(range(256)) * 4000, place=b"+00.0000+000.0000/")
    address = send(client, film, "v.mp4").json()["url"]
    whole = body_of(client.get(address))
    answer = client.get(address, headers={"Range": asked})
    assert (len(whole), answer.status_code) == (len(film), status)
    if part is not None:
        assert body_of(answer) == whole[part]
        assert int(answer["Content-Length"]) == len(whole[part])


def test_who_has_the_picture_need_not_fetch_it_again(client):
    address = send(client, make_photo()).json()["url"]
    mark = client.get(address)["ETag"]
    answer = client.get(address, headers={"If-None-Match": mark})
    assert (answer.status_code, body_of(answer)) == (304, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/media/00000000000000000000000000000000/view",
        "/media/{key}/untouched",
        "/media/{key}/view",
        "/media/..%2f..%2fkeys.json/original",
        "/media/' OR 1=1 --/original",
    ],
)
def test_what_is_not_there_is_one_answer(client, address):
    key, mark = send(client, PDF, "a.pdf").json()["url"].split("/")[2:]
    signed = f"{address.format(key=key)}?{mark.partition('?')[2]}"
    assert client.get(signed).status_code == 404


def test_seeing_a_picture_costs_one_statement(client, django_assert_num_queries):
    address = send(client, make_photo()).json()["url"]
    with django_assert_num_queries(1):
        client.get(address)
