"""Lists, queues and counts: one statement each, scope first, lamps as the rules say."""

import json
from datetime import datetime, timedelta

import pytest

from chengmai.cases.models import Case
from chengmai.cases.queries.figures import today
from chengmai.cases.queries.lists import CaseFilter, list_cases
from chengmai.cases.queries.one_row import brief_row
from chengmai.cases.queries.queues import count_queues
from chengmai.cases.queries.seen import get_case
from chengmai.cases.rules.lamps import lamp_of
from chengmai.cases.tests.makers import MINUTE, MORNING, bring_to, make_case, make_media, make_staff
from chengmai.cases.words import Lamp, Stage
from chengmai.identity.tests.makers import make_actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.facts import plain
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    forget()
    return make_staff()


def page(actor, at=MORNING, after=None, limit=50, **wanted):
    items, key = list_cases(actor, CaseFilter(**wanted), after=after, limit=limit, at=at)
    return json.loads(items), key


def ids(actor, at=MORNING, **wanted):
    return [row["id"] for row in page(actor, at, **wanted)[0]]


def test_a_page_is_one_statement_and_follows_on_without_gap_or_repeat(
    staff, django_assert_num_queries
):
    made = [make_case(at=MORNING + n * MINUTE).pk for n in range(7)]
    page(staff["operator"])
    with django_assert_num_queries(1):
        first, key = page(staff["operator"], limit=3)
    second, key = page(staff["operator"], limit=3, after=key)
    third, end = page(staff["operator"], limit=3, after=key)
    assert [row["id"] for row in first + second + third] == made[::-1]
    assert end is None


@pytest.mark.parametrize("order", ["newest", "oldest", "due"])
def test_every_order_can_be_paged_through(staff, order):
    made = {make_case(at=MORNING + n % 3 * MINUTE).pk for n in range(5)}
    seen, key = [], None
    while True:
        rows, key = page(staff["operator"], limit=2, after=key, order=order)
        seen += [row["id"] for row in rows]
        if key is None:
            break
    assert len(seen) == 5
    assert set(seen) == made


def test_a_row_names_what_it_shows(staff):
    photo = make_media(staff["operator"])
    make_case(media_ids=[photo])
    row = page(staff["operator"])[0][0]
    assert row["class_name"] == "道路不洁"
    assert row["district_name"] == "海港区"
    assert row["thumbnail_url"].startswith("/media/")
    assert (row["lon"], row["lat"]) == (119.6, 39.93)
    assert datetime.fromisoformat(row["reported_at"]) == MORNING


def test_a_row_built_in_python_is_the_row_that_sql_builds(staff):
    """Twins: `queries.one_row` and `queries.lists`."""
    at = MORNING + timedelta(minutes=20)
    bring_to(make_case(media_ids=[make_media()], description="长" * 300), Stage.HANDLING, staff)
    make_case(lon=None, lat=None)
    for row in page(staff["operator"], at)[0]:
        case = get_case(staff["operator"], row["id"])
        mine = json.loads(json.dumps(plain(brief_row(case, at))))
        moments = [name for name in row if name.endswith("_at")]
        for shown in (row, mine):
            for name in moments:
                shown[name] = shown[name] and datetime.fromisoformat(shown[name])
        assert mine == row


def test_a_department_sees_its_own_cases_and_not_even_the_number_of_others(staff):
    case = bring_to(make_case(), Stage.HANDLING, staff)
    make_case()
    assert ids(staff["department"]) == [case.pk]
    assert ids(staff["other"]) == []
    assert ids(make_actor()) != []
    nobody = make_actor(sees_whole_city=False, id=None)
    assert ids(nobody) == []


def test_filters_narrow_the_list(staff):
    handled = bring_to(make_case(), Stage.HANDLING, staff)
    lamp = make_case(class_code="C0137", description="路灯不亮", address="海阳路 8 号")
    other = make_case(lon=119.6012)
    operator = staff["operator"]
    at = MORNING + 30 * MINUTE
    assert ids(operator, at, stage="handling") == [handled.pk]
    assert ids(operator, at, kind="component") == [lamp.pk]
    assert ids(operator, at, class_code="C01") == [lamp.pk]
    assert ids(operator, at, organisation_id=staff.unit.pk) == [handled.pk]
    assert ids(operator, at, grid_code=other.grid_code) == [other.pk]
    assert ids(operator, at, area="130302") == [other.pk, lamp.pk, handled.pk]
    assert ids(operator, at, area="130303") == []
    assert ids(operator, at, q="路灯") == [lamp.pk]
    assert ids(operator, at, q="海阳路") == [lamp.pk]
    assert ids(operator, at, q=lamp.case_no) == [lamp.pk]
    assert ids(operator, at, q=lamp.case_no[-9:]) == [lamp.pk]
    assert ids(operator, at, q="100%") == []
    assert ids(operator, at, since=MORNING + MINUTE) == []
    assert ids(operator, at, queue="to_accept") == [other.pk, lamp.pk]
    assert ids(staff["handler"], at, queue="my_tasks") == [handled.pk]


@pytest.mark.parametrize(
    "wanted",
    [
        {"stage": "lost"}, {"lamp": "blue"}, {"queue": "'; drop table"}, {"order": "id; --"},
        {"source": "tv"}, {"class_code": "C%"}, {"area": "13_"}, {"grid_code": "' or 1=1"},
    ],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_refused_by_name(staff, wanted):
    with pytest.raises(BadInput) as refused:
        page(staff["operator"], **wanted)
    assert refused.value.facts["field"] == next(iter(wanted))


def test_the_lamp_in_a_list_is_the_lamp_of_the_rule(staff):
    """Twins: `queries.lamps` in SQL and `rules.lamps` in Python."""
    cases = [make_case(at=MORNING - n * 2 * MINUTE) for n in range(14)]
    cases.append(bring_to(make_case(), Stage.PENDING_CHECK, staff))
    suspended = make_case()
    Case.objects.filter(pk=suspended.pk).update(
        stage=Stage.SUSPENDED, suspended_until=MORNING + timedelta(days=9)
    )
    edge = Case.objects.get(pk=cases[0].pk)
    for at in (
        MORNING,
        edge.lamp_warn_at,
        edge.lamp_due_at,
        edge.lamp_due_at + timedelta(seconds=1),
    ):
        rows, _ = page(staff["operator"], at, limit=100)
        expected = {
            c.pk: lamp_of(Stage(c.stage), c.lamp_warn_at, c.lamp_due_at, at)
            for c in Case.objects.all()
        }
        assert {row["id"]: row["lamp"] for row in rows} == expected
        for lamp in Lamp:
            found = {row["id"] for row in page(staff["operator"], at, limit=100, lamp=lamp)[0]}
            assert found == {pk for pk, shown in expected.items() if shown is lamp}


def test_queues_count_what_their_lists_show(staff, django_assert_num_queries):
    for stage in (Stage.REPORTED, Stage.REPORTED, Stage.PENDING_REGISTER, Stage.HANDLING,
                  Stage.CHECKING, Stage.CLOSED):  # fmt: skip
        bring_to(make_case(), stage, staff)
    at = MORNING + timedelta(hours=5)
    for actor in staff.people.values():
        with django_assert_num_queries(1):
            counted = count_queues(actor, at)
        for queue in counted:
            rows, _ = page(actor, at, limit=100, queue=queue["queue"])
            assert queue["count"] == len(rows), queue
            assert queue["overdue"] == sum(row["lamp"] == "overdue" for row in rows), queue
            assert queue["due_soon"] == sum(row["lamp"] == "due_soon" for row in rows), queue
    names = [queue["queue"] for queue in count_queues(staff["collector"], at)]
    assert names == ["my_tasks", "my_handle", "my_verify", "my_check", "open", "overdue"]


def test_the_days_figures_count_from_the_citys_midnight(staff, django_assert_num_queries):
    make_case(at=MORNING - timedelta(hours=10))  # 23:00 of the day before
    bring_to(make_case(at=MORNING), Stage.CLOSED, staff)
    at = MORNING + timedelta(hours=1)
    page(staff["operator"])
    with django_assert_num_queries(1):
        figures = today(staff["operator"], at)
    assert (figures["reported"], figures["closed"], figures["open"]) == (1, 1, 1)
    assert figures["on_time_rate"] == 1.0
    assert figures["by_hour"][9] == {"hour": 9, "reported": 1, "closed": 1}
    assert figures["by_class"][0]["class_name"] == "道路不洁"
    assert figures["by_district"][0]["district_name"] == "海港区"
    assert figures["compare"]["reported"] == 0
