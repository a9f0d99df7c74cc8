"""What the desk is told when something is wrong, and what is refused meanwhile."""

from __future__ import annotations

import json
import socket
from datetime import timedelta

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client

from chengmai.kernel import disks, lookout
from chengmai.kernel.backups import backup_state, begin_run, end_run, fail_run, is_due
from chengmai.kernel.models import Setting
from chengmai.kernel.problems import answer_to
from chengmai.kernel.reference import forget
from chengmai.kernel.tests.makers import NOON

STATUS = "/api/v1/status"


@pytest.fixture(autouse=True)
def own_var(settings, tmp_path):
    settings.VAR = tmp_path
    settings.MEDIA_ROOT = tmp_path
    before = dict(disks.in_force)
    yield
    disks.in_force.update(before)
    disks.forget_rooms()
    lookout._last = None
    lookout._numbers.clear()


@pytest.fixture
def plenty(transactional_db):
    """As if the disk of this machine were large enough, whatever it is."""
    number("disk_warn_megabytes", 1)
    number("disk_refuse_megabytes", 0)


def number(key: str, value: int) -> None:
    Setting.objects.create(key=key, value=value, valid_from="2020-01-01", source="test")
    forget("kernel.settings")


def codes() -> list[str]:
    return [trouble.code for trouble in lookout.look_anew().troubles]


def test_while_all_is_well_nothing_is_said(plenty):
    assert codes() == []
    body = Client().get(STATUS).json()
    assert (body["troubles"], body["writes_taken"]) == ([], True)


def test_a_database_that_is_away_is_said_without_asking_it(plenty, settings):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    known = connection.settings_dict
    right = known["PORT"]
    try:
        known["PORT"] = str(port)
        lookout.look_anew()
        body = Client().get(STATUS).json()
    finally:
        known["PORT"] = right
    assert [one["code"] for one in body["troubles"]] == ["database_unavailable"]
    assert body["writes_taken"] is False


def test_who_asks_while_the_database_is_away_is_told_to_come_back(plenty):
    client = Client(headers={"X-Chengmai-Client": "tests"})
    client.cookies["chengmai_session"] = "whoever"
    client.raise_request_exception = False
    known = connection.settings_dict
    right = known["PORT"]
    connection.close()
    try:
        known["PORT"] = "9"
        read = client.get("/api/v1/cases")
        sent = client.post("/api/v1/cases", {}, content_type="application/json")
    finally:
        known["PORT"] = right
        connection.close()
    for answer in (read, sent):
        assert (answer.status_code, answer.json()["code"]) == (503, "kernel.database_unavailable")
        assert answer["Retry-After"] == "2"


def test_messages_that_wait_too_long_are_said(plenty, settings):
    settings.NATS_URL = "nats://127.0.0.1:9"
    assert codes() == ["messages_delayed"]


def test_a_clock_that_is_off_is_said(plenty):
    number("clock_drift_seconds", -1)  # so that any drift is too much
    assert codes() == ["clock_off"]


def test_below_the_threshold_of_the_row_writes_are_refused_and_reads_answered(plenty):
    Setting.objects.filter(key="disk_warn_megabytes").update(value=10**9)
    assert codes() == ["disk_nearly_full"]
    Setting.objects.filter(key="disk_refuse_megabytes").update(value=10**9)
    assert codes() == ["disk_full"]
    answer = Client().post("/api/v1/citizen/reports", {}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (507, "kernel.disk_full")
    assert int(answer["Retry-After"]) > 0
    assert "make room" in answer.json()["facts"]["remedy"]
    assert Client().get(STATUS).json()["writes_taken"] is False


def test_a_process_about_to_start_again_is_named(plenty, tmp_path):
    rows = [{"name": "relay", "waits": True}, {"name": "web", "pid": 1, "birth": "1"}]
    (tmp_path / "children.json").write_text(json.dumps(rows))
    (trouble,) = lookout.look_anew().troubles
    assert (trouble.code, trouble.facts) == ("process_restarting", {"processes": ["relay"]})


@pytest.mark.parametrize(
    ("state", "status", "code"),
    [
        (psycopg.errors.DiskFull, 507, "kernel.disk_full"),
        (psycopg.errors.TooManyConnections, 503, "kernel.database_busy"),
        (psycopg.errors.AdminShutdown, 503, "kernel.database_unavailable"),
        (psycopg.OperationalError, 503, "kernel.database_unavailable"),
        (psycopg.errors.DeadlockDetected, 500, "kernel.unexpected"),
    ],
)
def test_trouble_of_the_database_is_told_by_cause(state, status, code):
    error = OperationalError("x")
    error.__cause__ = state("x")
    answer = answer_to(error)
    assert (answer.status_code, json.loads(answer.content)["code"]) == (status, code)
    assert ("Retry-After" in answer) is (status != 500)


def test_the_state_of_backups_is_good_late_failed_or_none(db, settings):
    settings.BACKUP_TO = ""
    assert backup_state(NOON).word == "off"
    settings.BACKUP_TO = "/mnt/backup"
    assert (backup_state(NOON).word, is_due(NOON)) == ("none", True)
    run = begin_run(name="one", place="/mnt/backup", at=NOON)
    assert not is_due(NOON)
    end_run(run, at=NOON, way="base", size=7)
    assert (backup_state(NOON).word, is_due(NOON)) == ("good", False)
    later = NOON + timedelta(hours=31)
    assert (backup_state(later).word, is_due(later)) == ("late", True)
    fail_run(begin_run(name="two", place="/mnt", at=later), at=later, error="no room")
    state = backup_state(later)
    assert (state.word, state.last_good_at, state.error) == ("failed", NOON, "no room")
