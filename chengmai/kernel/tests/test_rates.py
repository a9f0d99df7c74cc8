"""Who asks too often waits; who signed in is not stopped by the neighbours behind one address."""

from importlib import import_module

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from chengmai.kernel import rates
from chengmai.kernel.buckets import Buckets, Rate
from chengmai.kernel.models import RateRule
from chengmai.kernel.reference import forget

HOURLY = Rate(amount=60, seconds=3600, burst=3)


def test_a_burst_passes_and_the_next_one_waits_for_its_share_of_time():
    buckets = Buckets()
    assert [buckets.take("a", HOURLY, 0) for _ in range(3)] == [0, 0, 0]
    assert buckets.take("a", HOURLY, 0) == pytest.approx(60)
    assert buckets.take("a", HOURLY, 30) == pytest.approx(30)
    assert buckets.take("a", HOURLY, 60) == 0


def test_another_asker_has_a_bucket_of_his_own():
    buckets = Buckets()
    assert [bool(buckets.take("a", HOURLY, 0)) for _ in range(4)] == [False, False, False, True]
    assert buckets.take("b", HOURLY, 0) == 0


@given(st.lists(st.floats(0, 5000), min_size=1, max_size=80))
def test_no_span_ever_sees_more_than_the_burst_and_its_share(moments):
    buckets, passed = Buckets(), []
    for moment in sorted(moments):
        if buckets.take("a", HOURLY, moment) == 0:
            passed.append(moment)
    for first in range(len(passed)):
        for last in range(first, len(passed)):
            span = passed[last] - passed[first]
            most = HOURLY.burst + span * HOURLY.each_second
            assert last - first + 1 <= most + 1e-6


def test_the_memory_is_bounded_and_a_clock_that_steps_back_gives_nothing():
    buckets = Buckets(most=10)
    for number in range(50):
        buckets.take(str(number), HOURLY, 0)
    assert len(buckets) == 10
    one = Buckets()
    assert [bool(one.take("a", HOURLY, t)) for t in (100, 100, 100, 50)] == [False] * 3 + [True]


SESSION = rates.SESSION_COOKIE


class Actor:
    id = 12


@pytest.fixture
def few(db, settings):
    """Three requests an hour from an address, and six for a person."""
    settings.RATE_LIMITS = True
    RateRule.objects.all().delete()
    row = {"path": "/api/", "amount": 1, "seconds": 3600, "source": "test"}
    RateRule.objects.create(name="anonymous", asker="address", burst=3, **row)
    RateRule.objects.create(name="person", asker="person", burst=6, **row)
    device = {**row, "path": "/api/v1/citizen/", "methods": "POST"}
    RateRule.objects.create(name="device", asker="device", burst=1, **device)
    forget("kernel.rates")
    yield rates.RateMiddleware(_view)
    forget("kernel.rates")


def _view(request):
    if "good" in (request.headers.get("Authorization", "")[7:], request.COOKIES.get(SESSION)):
        request.actor = Actor()
    return HttpResponse("ok")


def ask(middleware, path="/api/x", method="GET", address="9.9.9.9", cookies=(), **headers):
    request = RequestFactory(REMOTE_ADDR=address).generic(method, path, headers=headers)
    request.COOKIES.update(cookies)
    return middleware(request)


def test_an_address_that_asks_too_often_gets_429_and_is_told_when_to_come_again(few):
    assert [ask(few).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = ask(few)
    assert refused["Retry-After"] == "3600"
    assert b'"kernel.too_many_requests"' in refused.content
    assert ask(few, address="8.8.8.8").status_code == 200
    assert ask(few, path="/healthz").status_code == 200


def test_a_refused_request_costs_no_statement(few, django_assert_num_queries):
    for _ in range(4):
        ask(few)
    with django_assert_num_queries(0):
        assert ask(few).status_code == 429


def test_who_signed_in_is_counted_by_person_and_not_by_the_busy_address(few):
    session = {"chengmai_session": "good"}
    assert ask(few, cookies=session).status_code == 200
    for _ in range(5):
        ask(few)
    assert [ask(few, cookies=session).status_code for _ in range(7)] == [200] * 6 + [429]


def test_a_wrong_key_is_counted_by_address_each_time(few):
    answers = [ask(few, Authorization=f"Bearer wrong{n}").status_code for n in range(4)]
    assert answers == [200, 200, 200, 429]


def test_a_device_has_its_own_limit_on_top(few):
    device = {"chengmai_device": "A" * 22}
    path = "/api/v1/citizen/reports"
    assert ask(few, path, "POST", cookies=device).status_code == 200
    assert ask(few, path, "POST", cookies=device).status_code == 429
    assert ask(few, path, "GET", cookies=device).status_code == 200


def test_a_channel_bounds_a_flood_from_ever_other_devices_and_addresses(few):
    """Citizens by WeChat go on while the web is flooded, and so does everybody who signed in."""
    RateRule.objects.create(
        name="channel", asker="channel", path="/api/v1/citizen/", methods="POST", burst=5,
        amount=1, seconds=60, source="test",
    )  # fmt: skip
    forget("kernel.rates")
    path, flood = "/api/v1/citizen/reports", []
    for number in range(8):
        device = {"chengmai_device": f"{number:022}"}
        flood.append(ask(few, path, "POST", f"9.9.{number}.9", device).status_code)
    assert flood == [200] * 5 + [429] * 3
    wechat = {"User-Agent": "Mozilla/5.0 MicroMessenger/8.0"}
    assert ask(few, path, "POST", "7.7.7.7", **wechat).status_code == 200
    assert ask(few, path, "GET", "7.7.8.7").status_code == 200
    signed_in = {"Authorization": "Bearer good"}
    ask(few, **signed_in)
    assert ask(few, path, "POST", "9.9.9.9", **signed_in).status_code == 200


def test_a_system_with_a_key_is_counted_as_a_source_and_not_as_a_person(few):
    RateRule.objects.create(
        name="client", asker="client", path="/", burst=2, amount=1, seconds=60, source="test"
    )
    forget("kernel.rates")
    key, session = {"Authorization": "Bearer good"}, {"chengmai_session": "good"}
    ask(few, address="1.1.1.1", **key)  # who it is becomes known here
    assert [ask(few, **key).status_code for _ in range(3)] == [200, 200, 429]
    ask(few, address="2.1.1.1", cookies=session)
    assert [ask(few, cookies=session).status_code for _ in range(7)] == [200] * 6 + [429]


def test_our_gateways_word_for_the_address_counts_and_a_strangers_does_not(few):
    for number in range(3):
        ask(few, address="127.0.0.1", **{"X-Forwarded-For": f"5.5.5.{number}, 7.7.7.7"})
    via = {"X-Forwarded-For": "5.5.5.9, 7.7.7.7"}
    assert ask(few, address="127.0.0.1", **via).status_code == 429
    for _ in range(3):
        ask(few, address="6.6.6.6", **via)
    assert ask(few, address="6.6.6.6", **{"X-Forwarded-For": "1.1.1.1"}).status_code == 429


def test_all_addresses_of_one_ipv6_network_are_one_asker(few):
    for number in range(3):
        ask(few, address=f"2001:db8:1:2::{number}")
    assert ask(few, address="2001:db8:1:2:ffff::9").status_code == 429
    assert ask(few, address="2001:db8:1:3::1").status_code == 200


@pytest.mark.django_db
def test_a_city_begins_with_every_default_and_keeps_what_it_changed():
    rates.load_default_rates()
    RateRule.objects.filter(name="anonymous").update(burst=7)
    assert rates.load_default_rates() == 0
    assert RateRule.objects.get(name="anonymous").burst == 7
    assert RateRule.objects.count() == len(rates.DEFAULTS)


@pytest.mark.django_db
def test_a_city_of_before_gets_the_rules_by_source_and_keeps_its_own():
    step = import_module("chengmai.kernel.migrations.0009_rules_by_source")
    RateRule.objects.all().delete()
    step.add_rules(apps, None)
    assert not RateRule.objects.exists()  # an empty city is given all when it begins
    values = {"path": "/", "amount": 1, "seconds": 1, "burst": 1, "source": "own"}
    RateRule.objects.create(name="client", asker="client", **values)
    step.add_rules(apps, None)
    defaults = {row[0]: row for row in rates.DEFAULTS}
    for row in RateRule.objects.exclude(name="client"):
        told = (row.name, row.asker, row.methods, row.path, row.amount, row.seconds, row.burst)
        assert told == defaults[row.name]
    assert RateRule.objects.count() == 4
    assert RateRule.objects.get(name="client").source == "own"
    step.take_away(apps, None)
    assert not RateRule.objects.exists()
