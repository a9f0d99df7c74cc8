import pytest
from django.test.utils import CaptureQueriesContext
from django.db import connection
from chengmai.cases.tests.makers import *
@pytest.mark.django_db
def test_x():
    staff = make_staff(); case = make_case()
    for _, move, who in PATH[:3]:
        d = details_for(staff, staff[who], move)
        with CaptureQueriesContext(connection) as qs:
            case = move_case(case_id=case.pk, move=move, actor=staff[who], at=MORNING, version=case.version, details=d)
        for q in qs.captured_queries: print(str(q)[:150])
