"""Every reference table, walked through over HTTP: add, change, end, and find it in history."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chengmai.identity.tests.makers import make_organisation, make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.tables.words import Doing
from chengmai.main.tables.book import book
from chengmai.main.tables.rights import RIGHTS
from chengmai.main.tests.tables_made import SAMPLES, Sample, prepare

pytestmark = pytest.mark.django_db
TABLES = sorted(book().recipes)
TOMORROW = (timezone.localdate() + timedelta(days=1)).isoformat()


@pytest.fixture
def ground():
    return prepare()


def client_with(*duties: Duty) -> Any:
    return signed_in_client(make_person(duties, make_organisation()))


def editor_of(table: str) -> Any:
    return client_with(Duty(sorted(RIGHTS[book().recipe(table).right].edit)[0]))


def ask(client: Any, table: str, doing: str, **body: Any) -> Any:
    body = {"doing": doing, "reason": "按 2026 年方案", **body}
    return client.post(f"/api/v1/tables/{table}/rows", body, content_type="application/json")


def first_row(client: Any, table: str, sample: Sample) -> dict[str, Any]:
    """The row that the walk goes on with: a new one where the table takes new ones."""
    if sample.add:
        answer = ask(client, table, "add", values=sample.add, on=sample.on)
        assert answer.status_code == 201, answer.json()
        return answer.json()
    page = client.get(
        f"/api/v1/tables/{table}/rows", {"q": sample.find, "state": "in_force"}
    ).json()
    assert page["items"], f"{table} has no row to walk with"
    return page["items"][0]


def changed(client: Any, table: str, row: dict[str, Any], sample: Sample) -> dict[str, Any]:
    """The row after the sample's change, which was looked at before it was taken."""
    body = {
        "values": sample.change,
        "pk": row["pk"],
        "version": row["version"],
        "on": sample.changed_on,
    }
    address = f"/api/v1/tables/{table}/preview"
    seen = client.post(address, {"doing": "change", **body}, content_type="application/json")
    assert seen.status_code == 200, seen.json()
    assert set(sample.change) <= set(seen.json()["changed"])
    answer = ask(client, table, "change", **body)
    assert answer.status_code == 200, answer.json()
    new: dict[str, Any] = answer.json()
    for name, value in sample.change.items():
        assert new["values"].get(name, value) == value
    return new


@pytest.mark.parametrize("table", TABLES)
def test_the_right_administrator_walks_a_row_through_its_life(table: str, ground: Any):
    sample, client = SAMPLES[table](ground), editor_of(table)
    row = first_row(client, table, sample)
    told = ["add"] if sample.add else []

    if sample.change:
        row = changed(client, table, row, sample)
        told.append("succeed" if sample.changed_on else "change")
    stale = {"pk": row["pk"], "version": "0" * 16, "values": {}}
    answer = ask(client, table, "change" if sample.change else "end", **stale)
    assert (answer.status_code, answer.json()["code"]) == (409, "tables.row_changed")

    recipe = book().recipe(table)
    for doing in sample.then:
        answer = ask(client, table, doing, pk=row["pk"], version=row["version"])
        assert answer.status_code == 200, answer.json()
        row, told = answer.json(), [*told, doing]
    past = client.get(f"/api/v1/tables/{table}/row/{row['pk']}/history").json()
    assert [one["doing"] for one in reversed(past)][-len(told) :] == told
    assert all(one["actor_name"] and one["reason"] for one in past if one["doing"] != "add")
    assert {Doing(one) for one in sample.then} <= recipe.doings


@pytest.mark.parametrize("table", TABLES)
def test_every_other_duty_is_refused(table: str, ground: Any):
    right = RIGHTS[book().recipe(table).right]
    for duty in Duty:
        if duty in (Duty.CITIZEN, Duty.SYSTEM) or duty.value in right.edit:
            continue
        answer = ask(client_with(duty), table, "end", pk="1")
        reads = duty.value in right.read
        assert answer.status_code == (403 if reads else 404), (duty, answer.json())
        rows = f"/api/v1/tables/{table}/rows"
        assert client_with(duty).get(rows).status_code == (200 if reads else 404)
