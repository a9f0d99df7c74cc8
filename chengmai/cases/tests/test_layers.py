"""Open cases on the map: who sees which."""

import gzip
import math
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengmai.cases.models import Case
from chengmai.cases.tests.makers import make_case, make_staff
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty

pytestmark = pytest.mark.django_db
ZOOM = 14


def tile_of(layer: str, person_id: int | None, **query: str) -> tuple[int, bytes]:
    x = int((LON + 180) / 360 * 2**ZOOM)
    y = int((1 - math.asinh(math.tan(math.radians(LAT))) / math.pi) / 2 * 2**ZOOM)
    client = Client() if person_id is None else signed_in_client(person_id)
    answer = client.get(f"/tiles/{layer}/{ZOOM}/{x}/{y}.mvt", query)
    body = answer.content
    return answer.status_code, gzip.decompress(body) if answer.get("Content-Encoding") else body


def open_cases(person_id: int | None) -> tuple[int, bytes]:
    return tile_of("open_cases", person_id)


def test_the_centre_sees_open_cases_and_another_unit_sees_none():
    staff = make_staff()
    case = make_case()

    status, body = open_cases(staff["operator"].id)
    assert (status, case.case_no.encode() in body) == (200, True)
    assert b"lamp" in body
    assert open_cases(staff["other"].id)[0] == 204
    assert open_cases(None)[0] == 404


def test_a_tile_of_cases_is_read_in_one_statement_and_kept_by_nobody():
    staff = make_staff()
    make_case()
    with CaptureQueriesContext(connection) as seen:
        open_cases(staff["operator"].id)
    told = [query["sql"] for query in seen if "ST_AsMVT" in str(query["sql"])]
    assert len(told) == 1


def closed(case, days_ago: int) -> Case:
    """The case as it was so many days ago, ended."""
    then = timezone.now() - timedelta(days=days_ago)
    Case.objects.filter(pk=case.pk).update(
        stage="voided", closed_at=then, reported_at=then, lamp_due_at=None
    )
    return Case.objects.get(pk=case.pk)


def test_a_period_shows_open_and_ended_cases_and_nothing_outside_it():
    staff = make_staff()
    operator = staff["operator"].id
    closed(make_case(), days_ago=40)
    day = (timezone.localdate() - timedelta(days=60)).isoformat()
    until = (timezone.localdate() - timedelta(days=30)).isoformat()
    assert b"voided" in tile_of("cases", operator, since=day)[1]
    assert b"voided" in tile_of("cases", operator, since=day, until=until)[1]
    assert tile_of("cases", operator, since=until)[0] == 204
    assert tile_of("cases", staff["other"].id, since=day)[0] == 204
    make_case()
    both = tile_of("cases", operator, since=day)[1]
    assert b"point_count" in both  # two of one place gather
    assert tile_of("cases", operator, since=day, class_code="C99")[0] == 204
    assert tile_of("cases", None, since=day)[0] == 404


@pytest.mark.parametrize(
    ("name", "value"),
    [("since", "yesterday"), ("lamp", "purple"), ("area", "1'--"), ("organisation_id", "x")],
)
def test_a_filter_that_makes_no_sense_is_refused_by_name(name, value):
    staff = make_staff()
    status, body = tile_of("cases", staff["operator"].id, **{name: value})
    assert status == 422
    assert f'"{name}"'.encode() in body


def test_open_cases_are_narrowed_by_lamp():
    staff = make_staff()
    make_case()
    assert open_cases(staff["operator"].id)[0] == 200
    assert tile_of("open_cases", staff["operator"].id, lamp="suspended")[0] == 204
    assert (
        tile_of("open_cases", staff["operator"].id, lamp="in_time,none,due_soon,overdue")[0] == 200
    )


def test_the_map_of_a_period_reads_ended_cases_out_of_its_index_alone():
    """The plan itself: a lost index, or a column that it lacks, fails here."""
    make_staff()
    told: list[tuple[str, object]] = []

    def explained(execute, sql, params, many, context):
        if "ST_AsMVT" in sql:
            told.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        tile_of("cases", make_person([Duty.OPERATOR]).pk, since="2026-01-01")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN {told[0][0]}", told[0][1])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Index Only Scan using case_of_period" in plan
    assert "using case_drawn" in plan
