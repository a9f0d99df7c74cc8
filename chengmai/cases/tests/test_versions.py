"""An old case reads the same after the class tables and the grids have changed."""

import csv
import json
from datetime import date, timedelta

import pytest

from chengmai.cases.actions.move import move_case
from chengmai.cases.queries.detail import case_detail
from chengmai.cases.queries.lists import CaseFilter, list_cases
from chengmai.cases.queries.one_row import brief_row
from chengmai.cases.queries.printing import print_data
from chengmai.cases.tests.makers import MORNING, bring_to, details_for, make_case, make_staff
from chengmai.cases.words import Move, Stage
from chengmai.city.public import (
    FixtureBroken,
    class_card,
    class_cards,
    class_of_day,
    load_edition,
    split_grid,
)
from chengmai.city.tests.makers import (
    CLASSES,
    COMMUNITY,
    HEIGHT,
    LAT,
    LON,
    ClassSuccession,
    CodeSystem,
    MatterClass,
)
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import SYSTEM
from chengmai.kernel.facts import plain
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
CHANGE = date(2026, 5, 1)
LATER = MORNING + timedelta(days=40)  # in the time of the newer tables
NEW_NAME, NEW_LIMIT = "道路积尘", "5wd"


@pytest.fixture
def staff():
    forget()
    return make_staff()


def write(folder, name, columns, rows):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def edition(folder, *, without=("E0201",), successions=(("E0201", "E0110", "并入"),), extra=()):
    """The classes of the test city with another name and limit for E0112."""
    kept = [row for row in CLASSES if row[0] not in without]
    head = ("code", "major_name", "name", "self_disposable", "source", "clause")
    for kind in ("component", "matter"):
        rows = [
            (code, major, NEW_NAME if code == "E0112" else name, int(self_), "新版", "")
            for code, of_kind, major, name, self_, _ in kept
            if of_kind == kind
        ]
        rows += [(code, "其他", name, 0, "新版", "") for code, name in extra if kind == "matter"]
        write(folder, f"classes_{kind}.csv", head, rows)
    conditions = [
        (code, no, text, limit, limit, limit, closing, "新版", "")
        for code, _, _, _, _, held in kept
        for no, (text, amount, unit, closing) in enumerate(held, 1)
        for limit in [NEW_LIMIT if code == "E0112" else f"{amount}{unit}"]
    ]
    names = ("class_code", "no", "text", "limit_a", "limit_b", "limit_c", "close_condition", "source", "clause")  # fmt: skip
    write(folder, "conditions.csv", names, conditions)
    write(folder, "successions.csv", ("old_code", "new_code", "note"), successions)
    return folder


def load(folder, tag="新版", since=CHANGE):
    return load_edition(
        folder=folder, tag=tag, name="新版分类", source="示例", valid_from=since, actor=SYSTEM, at=MORNING
    )  # fmt: skip


def row_of(staff, case_id, at=MORNING):
    items, _ = list_cases(staff["operator"], CaseFilter(), after=None, limit=50, at=at)
    return next(row for row in json.loads(items) if row["id"] == case_id)


def test_an_old_case_reads_the_same_in_list_detail_and_print(staff, tmp_path):
    case = bring_to(make_case(), Stage.HANDLING, staff)
    actor = staff["operator"]
    before = (
        row_of(staff, case.pk),
        plain(case_detail(actor, case.pk, MORNING)),
        plain(print_data(actor, case.pk, MORNING)),
    )
    load(edition(tmp_path))
    forget()
    assert (
        row_of(staff, case.pk),
        plain(case_detail(actor, case.pk, MORNING)),
        plain(print_data(actor, case.pk, MORNING)),
    ) == before
    assert before[1]["class_name"] == "道路不洁"
    assert before[1]["condition"]["limit"] == {"amount": 2, "unit": "wh"}


def test_a_case_of_today_has_the_name_of_today_and_the_twins_agree(staff, tmp_path):
    old = make_case()
    load(edition(tmp_path))
    forget()
    fresh = make_case(at=LATER)
    assert row_of(staff, fresh.pk, LATER)["class_name"] == NEW_NAME
    for case in (old, fresh):
        row = row_of(staff, case.pk, LATER)
        assert row["class_name"] == brief_row(case, LATER)["class_name"]
    assert row_of(staff, old.pk, LATER)["class_name"] == "道路不洁"


def test_a_page_is_still_one_statement_when_names_have_changed(
    staff, tmp_path, django_assert_num_queries
):
    make_case()
    load(edition(tmp_path))
    forget()
    row = make_case(at=LATER)
    row_of(staff, row.pk)
    with django_assert_num_queries(1):
        row_of(staff, row.pk)


def test_an_old_case_of_a_class_that_is_no_more_keeps_its_name(staff, tmp_path):
    case = make_case(class_code="E0201")
    load(edition(tmp_path))
    forget()
    assert "E0201" not in class_cards(CHANGE)
    assert row_of(staff, case.pk)["class_name"] == "非法小广告"
    assert ClassSuccession.objects.get().new_code == "E0110"


def test_an_old_open_case_goes_on_by_the_limits_of_its_day(staff, tmp_path):
    case = bring_to(make_case(), Stage.PENDING_DISPATCH, staff)
    load(edition(tmp_path))
    forget()
    actor = staff["dispatcher"]
    move_case(
        case_id=case.pk, move=Move.DISPATCH, actor=actor, at=MORNING + timedelta(minutes=30),
        version=case.version, details=details_for(staff, actor, Move.DISPATCH),
    )  # fmt: skip
    clocks = case_detail(staff["operator"], case.pk, MORNING)["clocks"]
    assert {"amount": 2, "unit": "wh"} in [plain(clock["allowance"]) for clock in clocks]


def test_the_older_edition_holds_until_the_newer_begins(staff, tmp_path):
    load(edition(tmp_path))
    assert class_cards(CHANGE - timedelta(days=1))["E0112"].name == "道路不洁"
    assert class_cards(CHANGE)["E0112"].name == NEW_NAME
    assert class_card("E0112").name == NEW_NAME
    assert class_of_day("E0112", MORNING).name == "道路不洁"
    assert CodeSystem.objects.get(tag="test").valid_to == CHANGE


def test_a_code_that_was_given_up_is_never_used_again(staff, tmp_path):
    load(edition(tmp_path))
    third = tmp_path / "third"
    third.mkdir()
    with pytest.raises(FixtureBroken) as refused:
        load(
            edition(third, successions=(), extra=(("E0201", "又一类"),)),
            tag="再版", since=date(2026, 6, 1),
        )  # fmt: skip
    assert "never used again" in str(refused.value.facts["rows"])
    assert not MatterClass.objects.filter(name="又一类").exists()


def test_a_class_that_vanishes_without_a_word_refuses_the_edition(staff, tmp_path):
    with pytest.raises(FixtureBroken) as refused:
        load(edition(tmp_path, successions=()))
    assert "E0201 is gone" in str(refused.value.facts["rows"])
    assert CodeSystem.objects.get().valid_to is None


def test_only_an_administrator_loads_an_edition(staff, tmp_path):
    with pytest.raises(NotYourDuty):
        load_edition(
            folder=edition(tmp_path), tag="x", name="x", source="x", valid_from=CHANGE,
            actor=staff["operator"], at=MORNING,
        )  # fmt: skip


def test_an_old_case_keeps_its_grid_and_shows_who_has_its_ground_now(staff):
    case = make_case()
    old = case.grid_code
    before = plain(case_detail(staff["operator"], case.pk, MORNING))
    line = [(LON, LAT - HEIGHT), (LON, LAT + HEIGHT / 2 + HEIGHT / 10)]
    split_grid(grid_code=old, line=line, actor=SYSTEM, at=MORNING)
    forget()
    after = plain(case_detail(staff["operator"], case.pk, MORNING))
    assert (before.pop("grid_successors"), before.pop("grid_closed_on")) == ([], None)
    assert after.pop("grid_successors") == [f"{COMMUNITY}005", f"{COMMUNITY}006"]
    assert after.pop("grid_closed_on") == "2026-04-15"
    assert after == before
    assert row_of(staff, case.pk)["grid_code"] == old
    assert make_case(lon=LON + 0.0003, at=LATER).grid_code in (f"{COMMUNITY}005", f"{COMMUNITY}006")
