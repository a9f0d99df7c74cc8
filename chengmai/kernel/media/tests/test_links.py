"""Addresses of files: given to who may see, good for a while, and never forged."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chengmai.kernel.media import links
from chengmai.kernel.media.tests.makers import PDF, make_photo
from chengmai.kernel.media.words import Variant

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("chengmai.kernel.media.tests.urls"),
    pytest.mark.usefixtures("media_folder"),
]
OURS = {"X-Chengmai-Client": "test"}
KEY = "0123456789abcdef" * 2


def sent(client, data=None, name="a.jpg"):
    file = SimpleUploadedFile(name, data or make_photo())
    return client.post("/api/v1/media", {"file": file}, headers=OURS).json()


def parts_of(address):
    path, _, query = address.partition("?")
    return path, dict(pair.split("=") for pair in query.split("&"))


def test_an_address_is_good_for_at_least_the_lifetime_and_at_most_twice_that():
    path, query = parts_of(links.address(KEY, Variant.THUMB))
    assert path == f"/media/{KEY}/thumb"
    left = int(query["e"]) - time.time()
    assert links.seconds_good() / 2 <= left + 1
    assert left <= links.seconds_good()


def test_the_same_hour_gives_the_same_address_so_that_browsers_keep_the_picture():
    end = links._end(7200.0)
    assert end == links._end(7200.0 + 3599) != links._end(7200.0 + 3600)


def test_an_address_whose_time_has_passed_is_not_good():
    end = int(time.time()) - 1
    mark = links._signature(KEY, "view", end)
    assert links.is_good(KEY, "view", str(end), mark, now=end - 10)
    assert not links.is_good(KEY, "view", str(end), mark, now=time.time())


@pytest.mark.parametrize(
    "change",
    [
        lambda _: {},
        lambda q: {"e": q["e"]},
        lambda q: {"s": q["s"]},
        lambda q: {**q, "e": str(int(q["e"]) + 3600)},
        lambda q: {**q, "s": q["s"][:-1]},
        lambda q: {**q, "s": "A" * 22},
        lambda q: {**q, "s": "é"},
        lambda q: {**q, "e": "9" * 40},
        lambda q: {**q, "e": "-1"},
        lambda q: {**q, "e": "１"},
    ],
)
def test_a_changed_address_is_answered_like_a_missing_file(client, change):
    path, query = parts_of(sent(client)["url"])
    changed, missing = client.get(path, change(query)), client.get(f"/media/{KEY}/view")
    assert (changed.status_code, changed.json()["code"]) == (404, "kernel.not_found")
    same = [answer.json() | {"request_id": ""} for answer in (changed, missing)]
    assert same[0] == same[1]


def test_the_signature_of_one_variant_opens_no_other(client):
    path, query = parts_of(sent(client)["thumbnail_url"])
    assert client.get(path, query).status_code == 200
    assert client.get(path.replace("thumb", "original"), query).status_code == 404


def test_a_browser_keeps_a_picture_no_longer_than_its_address(client):
    answer = client.get(sent(client, PDF, "a.pdf")["url"])
    assert answer["Cache-Control"] == f"private, max-age={links.seconds_good()}, immutable"


def test_only_fields_of_ours_are_signed_never_an_address_in_somebodys_text():
    bare = f"/media/{KEY}/thumb"
    row = f'{{"thumbnail_url":"{bare}","description":"{bare}","address":"a \\"{bare}\\""}}'
    signed = links.with_signed_addresses(row)
    assert signed.count("?e=") == 1
    assert signed.startswith(f'{{"thumbnail_url":"{bare}?e=')
