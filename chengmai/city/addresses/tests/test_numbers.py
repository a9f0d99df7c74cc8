"""House numbers one by one: written, moved, removed, found at once, refused with the field."""

import pytest

from chengmai.city.addresses.models import AddressPoint
from chengmai.city.addresses.queries.find import find
from chengmai.city.addresses.rules.houses import house_text, read_house
from chengmai.city.addresses.rules.lines import metres
from chengmai.city.addresses.tests.makers import make_gazetteer
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db
BASE = "/api/v1/city/addresses"
DOOR = {"lon": LON + 0.002, "lat": LAT + 0.0001}


@pytest.fixture
def admin():
    make_gazetteer()
    return signed_in_client(make_person([Duty.ADMIN]))


def add(client, number="301号", road="人民大街", **where):
    body = {"road": road, "number": number, **DOOR, **where}
    return client.post(f"{BASE}/numbers", body, content_type="application/json")


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [("12", (12, ""), "12号"), ("１２号", (12, ""), "12号"), ("12－3号", (12, "-3"), "12-3号"),
     ("甲12号", (12, "甲"), "12号甲"), ("12号b", (12, "B"), "12号B"), ("12-3号甲", (12, "-3甲"), "12-3号甲")],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(text, read, told):
    assert read_house(text) == read
    assert house_text(*read) == told


@pytest.mark.parametrize("text", ["", "号", "0号", "旁边", "123456", "12号楼下"])
def test_what_is_no_number_is_none(text):
    assert read_house(text) is None


def test_a_number_is_added_moved_and_removed_and_found_at_once(admin):
    added = add(admin)
    assert added.status_code == 200, added.content
    assert added.json()["lines"][0]["type"] == "MultiLineString"
    one = next(row for row in added.json()["numbers"] if row["number"] == 301)
    assert (one["text"], one["on_road"], one["source"]) == ("301号", True, "人工维护")
    assert find("人民大街301号")[0].found == "number"

    there = {"lon": LON + 0.003, "lat": LAT + 0.0001}
    moved = admin.put(f"{BASE}/numbers/{one['id']}", there, content_type="application/json")
    assert moved.status_code == 204
    best = find("人民大街301号")[0]
    assert metres((best.lon, best.lat), (there["lon"], there["lat"])) < 1

    assert admin.delete(f"{BASE}/numbers/{one['id']}").status_code == 204
    assert admin.delete(f"{BASE}/numbers/{one['id']}").status_code == 404
    assert find("人民大街301号")[0].found != "number"
    told = [row.payload for row in entries_of(f"house-number:{one['id']}")]
    assert [(t["before"] is None, t["after"] is None) for t in told] == [
        (True, False), (False, False), (False, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"number": "旁边"}, "number"), ({"road": "没有的路"}, "road"), ({"number": "9号", "lon": LON - 0.0001}, "number"),
     ({"road": " "}, "road"), ({"lon": 0, "lat": 0}, "point")],
)  # fmt: skip
def test_a_number_that_cannot_be_is_refused_with_the_field(admin, wrong, field):
    before = AddressPoint.objects.count()
    answer = add(admin, **wrong)
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, field)
    assert AddressPoint.objects.count() == before


def test_roads_are_found_by_name_and_only_administrators_edit(admin):
    found = admin.get(f"{BASE}/roads?q=人民").json()
    assert [(one["name"], one["numbers"] > 0) for one in found] == [("人民大街", True)]
    other = signed_in_client(make_person([Duty.OPERATOR]))
    assert other.get(f"{BASE}/roads?q=人民").status_code == 403
    assert add(other).status_code == 403
