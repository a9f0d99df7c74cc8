"""The gazetteer: what is found, suggested and said of a position; kept new from its sources."""

import pytest

from chengmai.city.addresses.actions import close_alias, rebuild_gazetteer, set_alias
from chengmai.city.addresses.errors import BadAlias
from chengmai.city.addresses.models import AddressPoint, Entry
from chengmai.city.addresses.queries.find import find, geocode
from chengmai.city.addresses.queries.reverse import address_at
from chengmai.city.addresses.queries.state import gazetteer_state, stale_sources
from chengmai.city.addresses.queries.suggest import suggest
from chengmai.city.addresses.rules.lines import metres, moved
from chengmai.city.addresses.tests.makers import NOON, make_gazetteer, make_place, make_road
from chengmai.city.models import BaseFeature
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import NotYourDuty
from chengmai.identity.tests.makers import make_actor, make_person, signed_in_client
from chengmai.identity.words import SYSTEM, Duty

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make_gazetteer()


def names(text, **near):
    return [s.name for s in suggest(text, **near)]


def off(candidate, lon, lat):
    return metres((candidate.lon, candidate.lat), (lon, lat))


def test_a_number_is_found_exactly_and_between(city):
    (best, *_) = find("人民大街9号")
    assert (best.found, best.score) == ("number", 1.0)
    assert off(best, LON - 0.0001, LAT + 0.0001) < 1
    (between, *_) = find("人民大街７号")
    assert between.found == "interpolated"
    assert off(between, LON - 0.0003, LAT + 0.0001) < 3


def test_an_old_name_a_typo_and_a_district_lead_to_the_same_door(city):
    for text in ("人民路9号", "仁民大街9号", "海港区人民大街九号", "你好，人民大街9号有人占道"):
        (best, *_) = find(text)
        assert off(best, LON - 0.0001, LAT + 0.0001) < 1, text


def test_a_crossing_is_found_in_every_way_of_saying_it(city):
    for text in (
        "人民大街与解放路交叉口",
        "解放路人民大街路口",
        "人民路/解放路",
        "解放路和人民大街拐角",
    ):
        (best, *_) = find(text)
        assert best.found == "crossing" and off(best, LON, LAT) < 1, text


def test_offsets_follow_the_road_and_sides_its_width(city):
    (best, *_) = find("人民大街与解放路交叉口往东100米路南")
    assert off(best, *moved(moved((LON, LAT), 90, 100), 180, 14)) < 3
    (north, *_) = find("人民大街解放路路口以北50米")
    assert off(north, *moved((LON, LAT), 0, 50)) < 2


def test_the_parts_say_what_was_taken_for_what(city):
    (best, *_) = find("海港区人民路9号对面")
    assert [(p.role, p.text, p.meaning) for p in best.parts] == [
        ("division", "海港区", "海港区"),
        ("road", "人民路", "人民大街"),
        ("number", "9号", "9"),
        ("relation", "对面", ""),
    ]


@pytest.mark.parametrize(
    "text", ["中山路88号", "人民大街9999号", "不知道哪里", "向阳照相馆", "", "，，"]
)
def test_what_is_not_there_is_refused_rather_than_guessed(city, text):
    assert not geocode(text).certain


def test_a_school_is_suggested_by_what_people_type(city):
    for typed in ("六中", "6中", "第六", "liuzhong", "lz", "第六zx"):
        assert "滨海市第六中学" in names(typed), typed


def test_roads_numbers_and_crossings_come_while_typing(city):
    assert names("人民")[0] == "人民大街"
    assert names("rmdj")[0] == "人民大街"
    assert names("人民大街2") == ["人民大街2号", "人民大街21号", "人民大街22号"]
    assert names("人民大街与jf") == ["人民大街与解放路交叉口"]
    assert names("%") == [] and names("_'; --") == []


def test_words_for_a_position_name_what_is_nearest(city):
    assert address_at(LON - 0.0001, LAT + 0.00011).text == "海港区人民大街9号"
    assert address_at(LON, LAT).short == "人民大街与解放路交叉口"
    assert "文化广场" in address_at(LON - 0.0003, LAT - 0.0004).text
    there = moved((LON + 0.0011, LAT - 0.0001), 45, 30)
    assert address_at(*there).short == "人民大街21号东侧约20米"


def test_a_position_outside_the_city_is_refused_by_its_mistake(city, client):
    answer = client.get("/api/v1/city/addresses/reverse", {"lon": LAT, "lat": LON - 60})
    assert answer.status_code == 422


def test_the_index_knows_that_it_is_old_and_takes_only_what_changed(city):
    assert stale_sources() == set()
    kept = Entry.objects.get(name="人民大街").pk
    make_place("新华书店", LON, LAT + 0.001, "mall")
    assert stale_sources() == {"places"}
    report = rebuild_gazetteer(at=NOON)
    assert (report.sources, report.changed) == (1, 1)
    assert find("新华书店")[0].found == "place"
    assert Entry.objects.get(name="人民大街").pk == kept
    assert not any(card.stale for card in gazetteer_state())


def test_a_road_that_is_gone_takes_its_crossings_along(city):
    BaseFeature.objects.filter(name="解放路").delete()
    make_road("新路", (LON + 0.001, LAT - 0.002), (LON + 0.001, LAT + 0.002))
    rebuild_gazetteer(at=NOON)
    assert not Entry.objects.filter(name__contains="解放路").exists()
    assert find("人民大街与新路路口")[0].found == "crossing"
    assert AddressPoint.objects.filter(road__isnull=True).count() == 0


def test_an_administrator_adds_and_ends_an_alias(city):
    number = set_alias(alias="老街", name="人民大街", actor=SYSTEM, at=NOON)
    rebuild_gazetteer(at=NOON)
    assert find("老街9号")[0].score > 0.9
    close_alias(alias_id=number, actor=SYSTEM, at=NOON)
    rebuild_gazetteer(at=NOON)
    assert not geocode("老街9号").certain
    with pytest.raises(NotYourDuty):
        set_alias(alias="某街", name="人民大街", actor=make_actor(Duty.OPERATOR), at=NOON)
    with pytest.raises(BadAlias):
        set_alias(alias="街", name="人民大街", actor=SYSTEM, at=NOON)


def test_finding_takes_a_bounded_number_of_statements(city, django_assert_max_num_queries):
    find("人民大街9号")
    with django_assert_max_num_queries(5):
        find("仁民大街9号对面往东50米文昌阁旁边")
    with django_assert_max_num_queries(4):
        suggest("人民大街")


def test_over_http_anybody_asks_and_scores_tell_what_is_certain(city, client):
    found = client.get("/api/v1/city/addresses/find", {"q": "人民大街9号"}).json()
    assert found[0]["certain"] and found[0]["text"] == "人民大街9号"
    lines = client.get(
        "/api/v1/city/addresses/suggest", {"q": "rmd", "near_lon": LON, "near_lat": LAT}
    )
    assert lines.json()[0]["name"] == "人民大街"
    empty = client.get("/api/v1/city/addresses/find", {"q": "  "})
    assert (empty.status_code, empty.json()["code"]) == (422, "city.address_unclear")
    assert client.get("/api/v1/city/addresses/gazetteer").status_code == 401
    admin = signed_in_client(make_person([Duty.ADMIN], None))
    made = admin.post(
        "/api/v1/city/addresses/aliases",
        {"alias": "老街", "name": "人民大街"},
        content_type="application/json",
    )
    assert made.status_code == 200
    assert [a["alias"] for a in admin.get("/api/v1/city/addresses/aliases").json()] == [
        "人民路",
        "老街",
    ]
    assert admin.delete(f"/api/v1/city/addresses/aliases/{made.json()['id']}").status_code == 204
