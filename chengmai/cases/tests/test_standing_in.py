"""Who stands in for a colleague does their tasks with both names; a system reports with a key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengmai.cases.tests.makers import bring_to, make_case, make_media, make_staff
from chengmai.cases.words import Stage
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import actor_of
from chengmai.identity.tests.makers import (
    make_client_key,
    make_delegation,
    make_person,
    signed_in_client,
)
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture
def staff():
    forget()
    return make_staff()


def test_a_deputy_finishes_the_handlers_task_and_both_names_stand_in_the_timeline(staff):
    case = bring_to(make_case(), Stage.HANDLING, staff)
    absent, deputy = staff["handler"], make_person([Duty.OPERATOR], name="李四")
    forget()
    client = signed_in_client(deputy)
    now = timezone.now()
    number = make_delegation(
        absent.id, deputy, duties=[Duty.HANDLER], starts_at=now, ends_at=now + timedelta(days=2)
    )

    def moves() -> dict[str, bool]:
        page = client.get(f"{API}/cases/{case.pk}").json()
        return {option["move"]: option["allowed"] for option in page.get("moves", [])}

    assert not moves().get("finish", False)
    client.post(f"{API}/session/acting", {"delegation_id": number}, content_type="application/json")
    assert moves()["finish"]
    tasks = client.get(f"{API}/cases?queue=my_handle").json()["items"]
    assert [row["id"] for row in tasks] == [case.pk]
    sent = client.post(
        f"{API}/cases/{case.pk}/moves",
        {
            "move": "finish",
            "version": case.version,
            "text": "已清扫",
            "media_after": [make_media(actor_of(deputy.pk))],
        },
        content_type="application/json",
    )
    assert sent.status_code == 200, sent.content
    step = client.get(f"{API}/cases/{case.pk}/timeline").json()[-1]
    assert (step["actor_name"], step["on_behalf_of_name"]) == ("李四", absent.name)


def test_a_system_reports_with_its_key_and_reads_no_further_than_its_scope(staff):
    key = make_client_key("cases:report")
    headers = {"Authorization": f"Bearer {key}"}
    body = {"description": "视频识别：垃圾暴露", "lon": LON, "lat": LAT, "source": "video_ai",
            "source_key": "cam-7/1"}  # fmt: skip
    made = Client().post(f"{API}/cases", body, content_type="application/json", headers=headers)
    assert made.status_code == 201, made.content
    again = Client().post(f"{API}/cases", body, content_type="application/json", headers=headers)
    assert again.json()["case_id"] == made.json()["case_id"]
    refused = Client().get(f"{API}/cases/{made.json()['case_id']}", headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.scope_needed")
