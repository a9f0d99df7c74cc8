"""Open cases on the map: who sees which."""

import math

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengmai.cases.tests.makers import make_case, make_staff
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.tests.makers import signed_in_client

pytestmark = pytest.mark.django_db
ZOOM = 14


def open_cases(person_id: int | None) -> tuple[int, bytes]:
    x = int((LON + 180) / 360 * 2**ZOOM)
    y = int((1 - math.asinh(math.tan(math.radians(LAT))) / math.pi) / 2 * 2**ZOOM)
    client = Client() if person_id is None else signed_in_client(person_id)
    answer = client.get(f"/tiles/open_cases/{ZOOM}/{x}/{y}.mvt")
    return answer.status_code, answer.content


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
