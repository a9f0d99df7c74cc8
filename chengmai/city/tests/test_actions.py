"""Writes of city: the class tables, collectors and grids."""

import csv
from datetime import UTC, datetime

import pytest

from chengmai.city.actions import assign_collector, close_grid, load_standard_classes
from chengmai.city.actions.classes import FIXTURES
from chengmai.city.errors import FixtureBroken, GridNotFound
from chengmai.city.models import Condition, MatterClass
from chengmai.city.queries.classes import class_card
from chengmai.city.tests.makers import forget_city, make_city
from chengmai.identity.public import actor_of
from chengmai.identity.tests.makers import make_actor, make_person
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)


def test_every_class_of_the_appendix_is_loaded_with_its_conditions():
    report = load_standard_classes(NOW)

    assert (MatterClass.objects.filter(kind="component").count(), report.bad_rows) == (92, [])
    assert MatterClass.objects.filter(kind="matter").count() == 98
    assert Condition.objects.filter(matter_class__kind="component").count() == 375
    assert Condition.objects.filter(matter_class__kind="matter").count() == 144


def test_loading_twice_changes_nothing_and_keeps_every_id():
    load_standard_classes(NOW)
    ids = set(Condition.objects.values_list("id", flat=True))
    report = load_standard_classes(NOW)
    assert (report.created, report.changed) == (0, 0)
    assert set(Condition.objects.values_list("id", flat=True)) == ids


def test_known_limits_of_the_city_standard_are_kept():
    load_standard_classes(NOW)
    forget_city()
    missing_cover = class_card("C0101").conditions[0]
    assert [limit.text_zh() for limit in missing_cover.limits.values()] == ["2紧急工作时"] * 3
    assert [c.limits["A"].text_zh() for c in class_card("E0101").conditions] == [
        "2紧急工作日",
        "15工作日",
    ]
    assert class_card("E0112").self_disposable
    assert not class_card("C0101").self_disposable


def test_the_wording_differs_between_the_conditions_of_a_class():
    with (FIXTURES / "conditions.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["class_code"], row["text"]) for row in rows}) == len(rows)
    assert len({row["text"] for row in rows}) > 500


def test_a_broken_table_is_refused_as_a_whole_with_every_bad_row(tmp_path):
    for path in FIXTURES.glob("*.csv"):
        (tmp_path / path.name).write_text(path.read_text())
    conditions = tmp_path / "conditions.csv"
    conditions.write_text(
        conditions.read_text() + "C9999,1,x,2eh,2eh,2eh,y,YC,\nC0101,9,x,2 Tage,2eh,2eh,y,YC,\n"
    )
    with pytest.raises(FixtureBroken) as refusal:
        load_standard_classes(NOW, tmp_path)
    rows = refusal.value.facts["rows"]
    assert [row.split()[1] for row in rows] == ["C9999:", "C0101:"]
    assert not MatterClass.objects.exists()


def test_a_collector_and_the_duty_grid_agree():
    first, second = make_person([Duty.COLLECTOR]), make_person([Duty.COLLECTOR])
    city = make_city(collector=first)
    code = city.duty_grid.code
    assert actor_of(first.id).duty_grid_codes == {code}

    assign_collector(
        duty_grid_code=code, collector_id=second.id, actor=make_actor(Duty.ADMIN), at=NOW
    )

    assert actor_of(first.id).duty_grid_codes == frozenset()
    assert actor_of(second.id).duty_grid_codes == {code}
    assert entries_of(f"duty-grid:{code}")[-1].payload["collector_id"] == second.id


def test_a_grid_is_closed_once():
    city = make_city()
    admin = make_actor(Duty.ADMIN)
    close_grid(grid_code=city.grids[3].code, actor=admin, at=NOW)
    with pytest.raises(GridNotFound):
        close_grid(grid_code=city.grids[3].code, actor=admin, at=NOW)
