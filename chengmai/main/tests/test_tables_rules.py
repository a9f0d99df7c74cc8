"""What a change of reference data would do, must not do, and leaves behind."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from chengmai.cases.tests.makers import Case, make_case
from chengmai.identity.tests.makers import make_organisation, make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.models import LedgerEntry
from chengmai.kernel.tables.rows import rows_of
from chengmai.main.tables.book import book
from chengmai.main.tests.tables_made import prepare, today

pytestmark = pytest.mark.django_db
CONDITIONS = "city.conditions"


@pytest.fixture
def ground():
    return prepare()


@pytest.fixture
def admin():
    return signed_in_client(make_person([Duty.ADMIN]))


def ask(client: Any, table: str, doing: str, path: str = "rows", **body: Any) -> Any:
    body = {"doing": doing, "reason": "按 2026 年方案", **body}
    body["pk"] = str(body.get("pk", ""))
    address = f"/api/v1/tables/{table}/{path}"
    return client.post(address, body, content_type="application/json")


def row_of(client: Any, table: str, pk: Any) -> dict[str, Any]:
    return client.get(f"/api/v1/tables/{table}/row/{pk}").json()


def effects_of(answer: Any) -> dict[str, int]:
    assert answer.status_code == 200, answer.json()
    return {one["code"]: one["count"] for one in answer.json()["effects"]}


def standing(table: str, pk: Any, on: date) -> str:
    return rows_of(book().recipe(table), on).get(pk=pk).table_state


def test_a_new_limit_holds_from_its_day_and_running_clocks_keep_theirs(ground: Any, admin: Any):
    old = ground.city.conditions["E0112"][0]
    Case.objects.filter(pk=make_case().pk).update(condition_id=old.pk)
    week = timezone.localdate() + timedelta(days=7)
    change = {"pk": old.pk, "values": {"limit_a": "1wh"}, "on": week.isoformat()}

    seen = ask(admin, CONDITIONS, "change", "preview", **change)
    assert effects_of(seen) == {"clocks_keep": 0, "limits_of_their_day": 1}
    new = ask(admin, CONDITIONS, "change", **change).json()

    assert new["pk"] != str(old.pk)
    assert (new["state"], new["since"], new["values"]["limit_a"]) == ("coming", today(7), "1wh")
    kept = row_of(admin, CONDITIONS, old.pk)
    assert (kept["state"], kept["until"], kept["values"]["limit_a"]) == (
        "in_force",
        today(6),
        "2wh",
    )
    assert [standing(CONDITIONS, pk, week) for pk in (old.pk, new["pk"])] == ["ended", "in_force"]


def test_a_planned_change_that_is_taken_back_leaves_the_old_row_in_force(ground: Any, admin: Any):
    old = ground.city.conditions["E0112"][0]
    new = ask(admin, CONDITIONS, "change", pk=old.pk, values={"limit_b": "1wh"}, on=today(3)).json()
    assert ask(admin, CONDITIONS, "withdraw", pk=new["pk"]).status_code == 200
    kept = row_of(admin, CONDITIONS, old.pk)
    assert (kept["state"], kept["until"]) == ("in_force", None)
    gone = admin.get(f"/api/v1/tables/{CONDITIONS}/row/{new['pk']}/history").json()
    assert [one["doing"] for one in gone] == ["withdraw", "succeed"]


def test_what_has_been_in_force_is_never_changed_backwards(ground: Any, admin: Any):
    old = ground.city.conditions["E0112"][0]
    for day in (None, today(-1)):
        answer = ask(admin, CONDITIONS, "change", pk=old.pk, values={"limit_a": "1wh"}, on=day)
        assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "on")
    assert row_of(admin, CONDITIONS, old.pk)["values"]["limit_a"] == "2wh"


def test_an_earlier_version_comes_back_as_a_new_change(ground: Any, admin: Any):
    code = ground.city.classes["E0112"].pk
    for name in ("道路脏乱", "道路不净"):
        ask(admin, "city.classes", "change", pk=code, values={"name": name})
    past = admin.get(f"/api/v1/tables/city.classes/row/{code}/history").json()
    first = past[-1]
    row = row_of(admin, "city.classes", code)
    body = {"entry": first["id"], "version": row["version"], "reason": "改回"}
    address = f"/api/v1/tables/city.classes/row/{code}/restore"
    back = admin.post(address, body, content_type="application/json").json()
    assert back["values"]["name"] == "道路脏乱"
    newest = admin.get(f"/api/v1/tables/city.classes/row/{code}/history").json()[0]
    assert (newest["restores"], newest["before"]["name"]) == (first["id"], "道路不净")


def test_an_organisation_with_people_and_cases_cannot_end(ground: Any, admin: Any):
    office = make_organisation("排水处", parent=ground.office)
    make_person([Duty.HANDLER], office)
    Case.objects.filter(pk=make_case().pk).update(
        organisation_id=office.pk, organisation_path=office.path
    )
    answer = ask(admin, "identity.organisations", "end", pk=ground.office.pk)
    assert (answer.status_code, answer.json()["code"]) == (409, "tables.hindered")
    told = {one["code"]: one["count"] for one in answer.json()["facts"]["effects"]}
    assert told == {"units_below": 1, "people": 2, "posts": 2, "open_cases": 1}
    assert row_of(admin, "identity.organisations", ground.office.pk)["state"] == "in_force"


def test_moving_an_organisation_moves_its_people_and_cannot_close_a_circle(ground: Any, admin: Any):
    other = make_organisation("市政处")
    move = {"pk": ground.office.pk, "values": {"parent_id": other.pk}}
    seen = effects_of(ask(admin, "identity.organisations", "change", "preview", **move))
    assert seen == {"units_move": 1, "people_move": 1, "cases_move": 0}
    assert ask(admin, "identity.organisations", "change", **move).status_code == 200
    back = {"pk": other.pk, "values": {"parent_id": ground.office.pk}}
    answer = ask(admin, "identity.organisations", "change", **back)
    assert answer.json()["code"] == "identity.tree_would_loop"


def test_nobody_holds_two_administrations(ground: Any, admin: Any):
    auditor = make_person([Duty.AUDITOR], ground.office)
    values = {"person_id": auditor.pk, "duty": "admin", "organisation_id": ground.office.pk}
    for path in ("preview", "rows"):
        answer = ask(admin, "identity.posts", "add", path, values=values)
        assert answer.json()["code"] == "identity.duties_exclude"


def test_names_and_passwords_never_reach_the_ledger(ground: Any, admin: Any):
    values = {"username": "qinfen", "name": "欧阳秦芬", "organisation_id": ground.office.pk,
              "password": "Zhong-Shan-Lu-88"}  # fmt: skip
    made = ask(admin, "identity.people", "add", values=values).json()
    assert "password" not in made["values"]
    ask(admin, "identity.people", "change", pk=made["pk"], values={"password": "Wen-Hua-Lu-99"})
    told = json.dumps(
        [row.payload for row in LedgerEntry.objects.filter(subject__contains="identity.people")],
        ensure_ascii=False,
    )
    assert "欧阳秦芬" not in told and "Zhong-Shan" not in told and "Wen-Hua" not in told
    newest = admin.get(f"/api/v1/tables/identity.people/row/{made['pk']}/history").json()[0]
    assert newest["changed"] == ["password"]


def test_nobody_signs_in_with_a_password_that_was_never_set(ground: Any, admin: Any):
    values = {"username": "later", "name": "周后来", "organisation_id": ground.office.pk}
    assert ask(admin, "identity.people", "add", values=values).status_code == 201
    for password in ("", "–", "None"):
        body = {"username": "later", "password": password}
        answer = admin.post("/api/v1/session", body, content_type="application/json")
        assert answer.status_code == 401
    weak = {**values, "username": "soon", "password": "123456"}
    assert ask(admin, "identity.people", "add", values=weak).status_code == 422


def test_new_hours_are_announced_and_may_not_overlap(ground: Any, admin: Any):
    hours = {"organisation_id": None, "weekday": "0", "opens": "11:00", "closes": "13:00"}
    answer = ask(admin, "city.office_hours", "add", values=hours)
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "opens")
    hours |= {"opens": "12:00", "closes": "13:00"}
    assert ask(admin, "city.office_hours", "add", values=hours).status_code == 201
    assert [one.name for one in entries_of("office-hours:0")] == ["city.OfficeHoursChanged"]


def test_a_row_of_responsibilities_says_which_grids_change_hands(ground: Any, admin: Any):
    values = {"class_prefix": "C01", "division_prefix": "1303", "organisation_id": ground.office.pk}
    seen = ask(admin, "city.responsibilities", "add", "preview", values=values)
    assert effects_of(seen) == {
        "classes_change_hands": 2,
        "grids_change_hands": 4,
        "dispatched_stay": 0,
    }


def test_another_collector_takes_over_the_grids(ground: Any, admin: Any):
    change = {"pk": ground.city.duty_grid.pk, "values": {"collector_id": ground.person.pk}}
    seen = effects_of(ask(admin, "city.duty_grids", "change", "preview", **change))
    assert seen == {"grids_change_hands": 4, "collectors": 1, "open_cases_here": 0}
    ask(admin, "city.duty_grids", "change", **change)
    ground.person.refresh_from_db()
    assert ground.person.posts.get().duty_grids == [ground.city.duty_grid.pk]


@pytest.mark.parametrize(
    ("table", "values", "field"),
    [
        ("city.classes", {"code": "X12"}, "code"),
        (CONDITIONS, {"limit_a": "vier"}, "limit_a"),
        (CONDITIONS, {"limit_a": "4xx"}, "limit_a"),
        ("city.settings", {"value": "eight"}, "value"),
        ("identity.organisations", {"kind": "club"}, "kind"),
        ("identity.organisations", {"parent_id": 999_999_999}, "parent_id"),
        ("identity.organisations", {"nonsense": 1}, "nonsense"),
        ("city.calendar_days", {"date": "2026-02-30"}, "date"),
    ],
)
def test_a_bad_value_names_its_column_and_the_remedy(
    table: str, values: dict[str, Any], field: str, ground: Any, admin: Any
):
    rows = admin.get(f"/api/v1/tables/{table}/rows", {"q": "day_hours"[: 9 * ("set" in table)]})
    pk = rows.json()["items"][0]["pk"]
    doing = "add" if table == "city.calendar_days" else "change"
    answer = ask(admin, table, doing, pk=pk, values=values, on=today(1))
    assert answer.status_code == 422, answer.json()
    assert answer.json()["facts"]["field"] == field
    assert answer.json()["facts"]["remedy"]


def test_pages_search_sort_and_refuse_a_strange_mark(ground: Any, admin: Any):
    address = f"/api/v1/tables/{CONDITIONS}/rows"
    first = admin.get(address, {"limit": 5, "sort": "-no"}).json()
    rest = admin.get(address, {"limit": 50, "sort": "-no", "after": first["next"]}).json()
    numbers = [row["values"]["no"] for row in [*first["items"], *rest["items"]]]
    assert numbers == sorted(numbers, reverse=True) and len(numbers) == 13
    plain = admin.get(address, {"limit": 5}).json()
    further = admin.get(address, {"limit": 50, "after": plain["next"]}).json()
    assert len({row["pk"] for row in [*plain["items"], *further["items"]]}) == 13
    found = admin.get(address, {"q": "路灯 夜间"}).json()["items"]
    assert [row["names"]["matter_class_id"] for row in found] == ["C0137 路灯"]
    assert admin.get(address, {"after": "abc"}).status_code == 422


def test_a_preview_costs_few_statements_and_writes_nothing(
    ground: Any, admin: Any, django_assert_max_num_queries: Any
):
    before = LedgerEntry.objects.count()
    with django_assert_max_num_queries(16):
        ask(admin, "identity.organisations", "end", "preview", pk=ground.office.pk)
    assert LedgerEntry.objects.count() == before
    assert standing("identity.organisations", ground.office.pk, timezone.localdate()) == "in_force"


def test_the_checklist_says_what_is_missing(ground: Any, admin: Any):
    steps = {one["id"]: one for one in admin.get("/api/v1/tables/beginning").json()["steps"]}
    assert steps["grids"]["done"] and steps["classes"]["count"] == 13
    assert not steps["responsibilities"]["done"] and not steps["cases"]["done"]
    operator = signed_in_client(make_person([Duty.OPERATOR]))
    assert operator.get("/api/v1/tables/beginning").status_code == 403
