"""Shifts and rosters."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.models import RosterLine
from chengmai.identity.public import on_duty
from chengmai.identity.queries import actor_of
from chengmai.identity.shifts.actions import (
    SheetRow,
    copy_week,
    define_shift,
    put_on_shift,
    read_roster,
)
from chengmai.identity.shifts.errors import BadRoster
from chengmai.identity.shifts.queries import shift_now
from chengmai.identity.shifts.rules import Turn, shift_at, span
from chengmai.identity.tests.makers import NOON, make_organisation, make_person, signed_in_client
from chengmai.identity.words import SYSTEM, Duty
from chengmai.kernel.reference import forget

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 4, 13)
WEDNESDAY = date(2026, 4, 15)


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


def test_a_night_shift_ends_on_the_next_day():
    begins_at, ends_at = span(WEDNESDAY, time(22), time(6), SHANGHAI)
    assert ends_at - begins_at == timedelta(hours=8)
    assert ends_at.date() == date(2026, 4, 16)


def test_the_nearest_shift_is_named_when_none_holds():
    day = Turn("早班", *span(WEDNESDAY, time(8), time(16), SHANGHAI))
    late = Turn("晚班", *span(WEDNESDAY, time(22), time(6), SHANGHAI))
    at = datetime(2026, 4, 15, 21, 0, tzinfo=SHANGHAI)
    assert (shift_at([day, late], at).state, shift_at([day, late], at).name) == ("outside", "晚班")
    assert shift_at([day], datetime(2026, 4, 15, 8, tzinfo=SHANGHAI)).state == "on"
    assert shift_at([day], datetime(2026, 4, 15, 16, tzinfo=SHANGHAI)).state == "outside"
    assert shift_at([], at).state == "none"


@pytest.fixture
def office():
    bureau = make_organisation()
    unit = make_organisation(parent=bureau)
    forget()
    return bureau, unit


def define(organisation, name="早班", begins=time(8), ends=time(16)):
    return define_shift(
        organisation_id=organisation.pk, name=name, begins=begins, ends=ends, actor=SYSTEM, at=NOON
    )


@pytest.mark.django_db
def test_on_duty_are_those_with_the_duty_whose_shift_holds(office):
    bureau, unit = office
    day, night = define(bureau), define(bureau, "夜班", time(22), time(6))
    early, late = make_person([Duty.DISPATCHER], unit), make_person([Duty.DISPATCHER], unit)
    make_person([Duty.DISPATCHER], unit)
    other = make_person([Duty.OPERATOR], unit)
    for shift, person in ((day, early), (night, late), (day, other)):
        put_on_shift(
            organisation_id=unit.pk, shift_id=shift, day=WEDNESDAY, person_id=person.pk,
            actor=SYSTEM, at=NOON,
        )  # fmt: skip
    noon = [card.id for card in on_duty(Duty.DISPATCHER, bureau.pk, NOON)]
    small_hours = datetime(2026, 4, 15, 20, 0, tzinfo=UTC)  # 04:00 of the 16th in Shanghai
    assert noon == [early.pk]
    assert [card.id for card in on_duty(Duty.DISPATCHER, None, small_hours)] == [late.pk]
    assert shift_now(late.pk, NOON).state == "outside"
    assert shift_now(other.pk, NOON).name == "早班"


@pytest.mark.django_db
def test_the_head_keeps_the_roster_of_their_own_and_nobody_elses(office):
    bureau, unit = office
    head = actor_of(make_person([Duty.DEPARTMENT], unit).pk)
    strange = actor_of(make_person([Duty.DEPARTMENT], make_organisation()).pk)
    forget()
    arguments = {"name": "早班", "begins": time(8), "ends": time(16), "at": NOON}
    define_shift(organisation_id=unit.pk, actor=head, **arguments)
    for actor, organisation in ((head, bureau), (strange, unit)):
        with pytest.raises(NotYourDuty):
            define_shift(organisation_id=organisation.pk, actor=actor, **arguments)


@pytest.mark.django_db
def test_a_copied_week_is_the_same_people_seven_days_on_and_twice_is_once(office):
    bureau, unit = office
    shift, person = define(bureau), make_person([Duty.OPERATOR], unit)
    for day in (MONDAY, WEDNESDAY):
        put_on_shift(
            organisation_id=unit.pk, shift_id=shift, day=day, person_id=person.pk, actor=SYSTEM,
            at=NOON,
        )  # fmt: skip
    again = [
        copy_week(
            organisation_id=unit.pk, source=MONDAY, target=MONDAY + timedelta(days=7),
            actor=SYSTEM, at=NOON,
        )
        for _ in range(2)
    ]  # fmt: skip
    assert again == [2, 0]
    assert RosterLine.objects.filter(day=WEDNESDAY + timedelta(days=7)).count() == 1
    with pytest.raises(BadRoster):
        copy_week(organisation_id=unit.pk, source=MONDAY, target=WEDNESDAY, actor=SYSTEM, at=NOON)


@pytest.mark.django_db
def test_a_sheet_is_taken_whole_or_not_at_all(office):
    bureau, unit = office
    define(bureau)
    make_person([Duty.OPERATOR], unit, username="xu")
    good = SheetRow(2, "2026-04-13", "早班", "xu")
    bad = [SheetRow(3, "13.4.", "早班", "xu"), SheetRow(4, "2026-04-14", "午班", "xu"),
           SheetRow(5, "2026/04/15", "早班", "nobody")]  # fmt: skip
    with pytest.raises(BadRoster) as refusal:
        read_roster(organisation_id=unit.pk, rows=[good, *bad], actor=SYSTEM, at=NOON)
    assert [(row["row"], row["why"]) for row in refusal.value.facts["rows"]] == [
        (3, "day"), (4, "shift"), (5, "person"),
    ]  # fmt: skip
    assert not RosterLine.objects.exists()
    assert read_roster(organisation_id=unit.pk, rows=[good], actor=SYSTEM, at=NOON) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["utf-8", "gbk", "xlsx", "rubbish"])
def test_sheets_of_each_kind_are_read_over_http(office, kind):
    bureau, unit = office
    define(bureau)
    make_person([Duty.OPERATOR], unit, username="he")
    if kind == "xlsx":
        book = Workbook()
        book.active.append(["日期", "班次", "账号"])
        book.active.append([date(2026, 4, 13), "早班", "he"])
        held = BytesIO()
        book.save(held)
        file = SimpleUploadedFile("r.xlsx", held.getvalue())
    elif kind == "rubbish":
        file = SimpleUploadedFile("r.xlsx", b"\x00 not a sheet")
    else:
        file = SimpleUploadedFile("r.csv", "日期,班次,账号\n2026-04-13,早班,he\n".encode(kind))
    client = signed_in_client(make_person([Duty.DUTY_LEADER], bureau))
    answer = client.post(f"/api/v1/roster/imports?organisation_id={unit.pk}", {"file": file})
    if kind == "rubbish":
        assert (answer.status_code, answer.json()["code"]) == (422, "identity.bad_roster")
    else:
        assert answer.json() == {"added": 1}
        week = client.get(f"/api/v1/roster?organisation_id={unit.pk}&day=2026-04-15").json()
        assert (week["monday"], week["editable"], len(week["lines"])) == ("2026-04-13", True, 1)


@pytest.mark.django_db
def test_another_offices_roster_is_not_there(office):
    _, unit = office
    stranger = signed_in_client(make_person([Duty.HANDLER], make_organisation()))
    forget()
    answer = stranger.get(f"/api/v1/roster?organisation_id={unit.pk}&day=2026-04-15")
    missing = stranger.get("/api/v1/roster?organisation_id=99999999&day=2026-04-15")
    assert (answer.status_code, missing.status_code) == (404, 404)
    assert answer.json()["code"] == missing.json()["code"]


@pytest.mark.django_db
@pytest.mark.parametrize("begins", ["08:00+08:00", "08:00Z", "25:00"])
def test_a_shift_begins_at_a_time_of_the_city(begins):
    admin = make_person([Duty.ADMIN])
    body = {"organisation_id": admin.organisation_id, "name": "早班", "begins": begins}
    answer = signed_in_client(admin).post(
        "/api/v1/shifts", body | {"ends": "16:00"}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "begins")
