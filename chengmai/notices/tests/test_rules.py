"""When, by which channel and in which words."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengmai.notices.fixtures.templates import TEMPLATES
from chengmai.notices.gateways.push import allowed_host
from chengmai.notices.rules import (
    USUAL,
    Quiet,
    channels_for,
    filled,
    next_try,
    send_at,
    unknown_places,
)
from chengmai.notices.words import Channel, Topic

NIGHT = Quiet(time(22), time(7))


def shanghai(hour, minute=0):
    return datetime(2026, 5, 1, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("hour", "minute", "until"),
    [(21, 59, None), (22, 0, (31, 0)), (23, 30, (31, 0)), (6, 59, (7, 0)), (7, 0, None)],
)
def test_quiet_hours_span_midnight_and_end_on_the_minute(hour, minute, until):
    found = NIGHT.until(shanghai(hour, minute))
    expected = until and shanghai(0) + timedelta(hours=until[0], minutes=until[1])
    assert found == expected


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.times(), st.times())
def test_quiet_never_lasts_longer_than_a_day_and_ends_outside_itself(moment, begins, ends):
    quiet = Quiet(begins.replace(microsecond=0), ends.replace(microsecond=0))
    at = moment.replace(microsecond=0, tzinfo=UTC)
    until = quiet.until(at)
    if until is not None:
        assert timedelta(0) < until - at <= timedelta(days=1)
        assert quiet.until(until) is None


def test_at_night_only_what_is_urgent_rings_and_the_list_is_written_at_once():
    night = shanghai(23)
    assert send_at(Channel.SMS, night, NIGHT, urgent=False) == shanghai(31 - 24) + timedelta(days=1)
    assert send_at(Channel.SMS, night, NIGHT, urgent=True) == night
    assert send_at(Channel.IN_APP, night, NIGHT, urgent=False) == night
    assert send_at(Channel.SMS, night, None, urgent=False) == night


def test_a_persons_choice_changes_the_usual_channels():
    chosen = channels_for(Topic.CASE_WORK, {Channel.PUSH: False, Channel.EMAIL: True})
    assert chosen == {Channel.IN_APP, Channel.EMAIL}
    assert channels_for(Topic.CASE_WORK, {}) == USUAL[Topic.CASE_WORK]


def test_the_waits_double_up_to_a_most():
    waits = [
        (next_try(n, shanghai(8), first_seconds=30, most_seconds=600) - shanghai(8)).seconds
        for n in (1, 2, 3, 6, 30)
    ]
    assert waits == [30, 60, 120, 600, 600]


def test_a_text_takes_only_values_and_never_reads_its_own_braces():
    values = {"reason": "{case_no}", "case_no": "1"}
    assert filled("{case_no}：{reason}{unknown}", values, 99) == "1：{case_no}"
    assert filled("很长的一句话", {}, 4) == "很长的…"


@pytest.mark.parametrize(("key", "topic", "channels", "title", "body"), TEMPLATES)
def test_every_template_of_ours_asks_only_for_what_its_topic_gives(
    key, topic, channels, title, body
):
    assert unknown_places(topic, (title, body)) == []


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        (("https", "fcm.googleapis.com"), True),
        (("https", "x.notify.windows.com"), True),
        (("http", "fcm.googleapis.com"), False),
        (("https", "evil-fcm.googleapis.com.evil.cn"), False),
        (("https", "notfcm.googleapis.com"), False),
        (("https", "127.0.0.1"), False),
        (("https", "169.254.169.254"), False),
        (("https", ""), False),
    ],
)
def test_only_push_services_that_a_row_allows_are_called(url, allowed):
    hosts = ("fcm.googleapis.com", "notify.windows.com")
    assert allowed_host(*url, hosts) is allowed
