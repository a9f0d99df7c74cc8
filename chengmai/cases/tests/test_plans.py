"""Each list, search and figure is answered by an index and reads little: a lost index fails here."""

# ruff: noqa: S608 - our own texts
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from chengmai.cases.models.lists import LIST_INDEXES
from chengmai.cases.queries.counts import EXACT_TO, count_cases
from chengmai.cases.queries.dayfigures import OF_DAYS
from chengmai.cases.queries.figures import today
from chengmai.cases.queries.filters import CaseFilter, conditions
from chengmai.cases.queries.lists import ORDERS, _order, chosen_sql
from chengmai.cases.queries.queues import count_queues
from chengmai.cases.queries.related import case_with_related
from chengmai.cases.queries.search import search_for
from chengmai.cases.queries.seen import seen_sql
from chengmai.cases.queries.walks import joined
from chengmai.cases.words import Stage
from chengmai.identity.tests.makers import make_actor
from chengmai.identity.words import Duty
from chengmai.kernel.prepared import planned_cursor

CASES = 60_000
LARGE = {"cases_case", "cases_casewords", "cases_report"}
NOW = timezone.now()

_FILL = """
INSERT INTO cases_case (case_no, stage, kind, class_code, description, address, source, source_key,
    reported_at, stage_since, closed_at, check_passed, point, grid_code, community_code,
    street_code, district_code, duty_grid_code, organisation_id, organisation_path, handler_id,
    collector_id, reporter_id, urgent, supervised, due_at, lamp_due_at, lamp_warn_at, confirmed_at, registered_at,
    dispatched_at, handled_in_time, suspended_until, pending_kind, pending_duty, clocks)
SELECT to_char(t.at, 'YYYYMMDD') || lpad(n::text, 6, '0'), t.stage,
    CASE WHEN n % 2 = 0 THEN 'matter' ELSE 'component' END,
    (ARRAY['E0112','E0110','C0137','C0101','E0307'])[1 + (n::bigint * n) % 5],
    '测试案件' || n, '测试路' || n % 400 || '号',
    (ARRAY['collector','hotline','wechat','app'])[1 + n % 4], '', t.at, t.at,
    CASE WHEN t.open THEN NULL ELSE t.at + interval '2 days' END, TRUE,
    st_setsrid(st_makepoint(119.6 + (n % 400) / 4000.0, 39.9 + (n / 400 % 150) / 2000.0), 4326),
    g.street || lpad((n % 300)::text, 6, '0'), g.street || lpad((n % 30)::text, 3, '0'),
    g.street, left(g.street, 6), 'D' || n % 60, 1 + n % 40, '.1.' || 1 + n % 40 || '.', 1000 + n % 300,
    2000 + n % 90, 3000 + n % 500, n % 70 = 0, n % 110 = 0, t.at + interval '1 day',
    CASE WHEN t.open THEN t.at + interval '1 day' END,
    CASE WHEN t.open THEN t.at + interval '20 hours' END,
    CASE WHEN t.open THEN NULL ELSE t.at + interval '1 day' END, t.at, t.at, n % 9 > 0,
    CASE WHEN t.stage = 'suspended' THEN t.at + interval '90 days' END,
    CASE WHEN t.open AND n % 50 = 0 THEN 'return' ELSE '' END,
    CASE WHEN t.open AND n % 50 = 0 THEN 'dispatcher' ELSE '' END, '{}'
FROM generate_series(1, CASES) AS n, LATERAL (
    SELECT NOW::timestamptz - (CASES - n) * interval '10 minutes' AS at,
           n > CASES * 0.985 AS open,
           CASE WHEN n % 700 = 0 AND n <= CASES * 0.985 THEN 'special_closed'
                WHEN n <= CASES * 0.985 THEN 'closed'
                ELSE (ARRAY['handling','reported','checking','suspended'])[1 + n % 4] END AS stage
) AS t, LATERAL (SELECT '13030' || 2 + n / 300 % 3 || '00' || 1 + n / 900 % 2 AS street) AS g
"""
_WORDS = """
INSERT INTO cases_casewords (case_id, words)
SELECT id, array_to_tsvector(ARRAY['w' || id % 7, 'r' || id % 900, '井盖' || id % 3000]) FROM cases_case
"""


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker):
    """A table large enough that a plan without its index would show; removed afterwards."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_case DISABLE TRIGGER USER")
        cursor.execute(
            _FILL.replace("CASES", str(CASES)).replace("NOW", f"'{NOW.isoformat()}'"), None
        )
        cursor.execute(_WORDS, None)
        cursor.execute(
            "INSERT INTO cases_report (case_id, follows_id, tracking_no, source, at)"
            " SELECT id, id, lpad(id::text, 12, 'T'), 'hotline', reported_at FROM cases_case"
        )
        cursor.execute(
            "INSERT INTO cases_dayfigure (day, street_code, class_code, organisation_id, reported,"
            " valid, accepted, registered, dispatched, disposed, in_time, overtime, closed, due,"
            " due_done, due_in_time, to_close, to_close_done, to_close_in_time, rework)"
            " SELECT d::date, '130302001', 'E' || u, u,"
            f" {', '.join(['1'] * 16)}"
            " FROM generate_series(%s::date, %s::date, '1 day') AS d, generate_series(1, 40) AS u",
            [NOW.date() - timedelta(days=1500), NOW.date()],
        )
        for table in (*LARGE, "cases_dayfigure"):
            cursor.execute(f"VACUUM ANALYZE {table}")
        yield
        cursor.execute(
            "TRUNCATE cases_case, cases_casewords, cases_report, cases_dayfigure, cases_daychanged"
            " CASCADE"
        )
        cursor.execute("ALTER TABLE cases_case ENABLE TRIGGER USER")


def plan_of(sql, params):
    with planned_cursor() as cursor:
        # As in our own cluster (`main.ground.postgres`), wherever the tests run.
        cursor.execute("SET random_page_cost = 1.1")
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params)
        (found,) = cursor.fetchone()
    return (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]


def nodes(plan):
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


def check(sql, params, *, index=None, rows=3_000, buffers=6_000):
    """No large table is read whole, the index named is used, and little is touched."""
    plan = plan_of(sql, params)
    found = list(nodes(plan))
    whole = [
        node["Relation Name"]
        for node in found
        if node["Node Type"] in ("Seq Scan", "Parallel Seq Scan") and node["Relation Name"] in LARGE
    ]
    used = {node["Index Name"] for node in found if "Index Name" in node}
    read = max(
        (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        for node in found
    )
    assert not whole, json.dumps(plan, indent=1)[:2000]
    assert index is None or index in used, (index, used)
    assert read <= rows, (read, used)
    assert plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] <= buffers, used


def asked_by(read):
    """The longest statement that a function sends, with its values."""
    sent = []

    def listen(execute, sql, params, many, context):
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        read()
    return max(sent, key=lambda one: len(one[0]))


OF = {
    "whole": {"sees_whole_city": True, "duties": frozenset({Duty.DISPATCHER})},
    "street": {"sees_whole_city": False, "organisation_path": "", "division": "130302001"},
    "district": {"sees_whole_city": False, "organisation_path": ".1.8.", "division": "130303"},
    "department": {"sees_whole_city": False, "organisation_path": ".1.7."},
    "bureau": {"sees_whole_city": False, "organisation_path": ".1."},
    "handler": {"sees_whole_city": False, "organisation_path": ".9.9.", "id": 1007},
    "collector": {
        "sees_whole_city": False, "organisation_path": "", "id": 2007,
        "duty_grid_codes": frozenset({"D7"}),
    },
}  # fmt: skip
OLD = NOW - timedelta(days=300)
LISTS = [
    ({}, "case_ended_in_time"),
    ({"queue": "open"}, "case_open_listed"),
    ({"queue": "overdue"}, None),
    ({"queue": "approvals"}, "case_by_pending"),
    ({"stage": "closed"}, "case_ended_in_time"),
    ({"stage": "suspended"}, None),
    ({"stage": "special_closed"}, "case_ended_by_dropping"),
    ({"stage": "rejected,voided"}, "case_ended_by_dropping"),
    ({"stage": "handling,closed"}, None),
    ({"class_code": "E0307"}, None),
    ({"class_code": "C05"}, "case_ended_by_class"),
    ({"kind": "component", "class_code": "E05"}, "case_ended_by_class"),
    ({"grid_code": "130303001000007"}, "case_ended_by_grid"),
    ({"area": "130303001007"}, "case_ended_by_grid"),
    ({"area": "130303001"}, "case_ended_by_street"),
    ({"area": "130303"}, "case_ended_by_district"),
    ({"area": "130303", "kind": "component", "class_code": "E05"}, None),
    ({"organisation_id": 9}, "case_ended_by_unit"),
    ({"source": "app"}, None),
    ({"source": "leader"}, "case_ended_by_source"),
    ({"since": OLD, "until": OLD + timedelta(days=20)}, "case_ended_in_time"),
    ({"until": OLD}, "case_ended_in_time"),
    ({"urgent": True}, "case_ended_urgent"),
    ({"supervised": True}, "case_ended_supervised"),
    ({"lamp": "overdue"}, None),
    ({"lamp": "none"}, "case_ended_in_time"),
]
WAYS = {
    "street": "case_ended_by_street", "district": "case_ended_by_district",
    "department": "case_ended_by_path", "bureau": "case_ended_by_path",
    "handler": "case_ended_by_handler", "collector": "case_ended_by_duty_grid",
}  # fmt: skip


def asked(scope, wanted, order):
    given = CaseFilter(**wanted, order=order)
    return chosen_sql(make_actor(**OF[scope]), given, ORDERS[order], None, None, 51, NOW)


@pytest.mark.parametrize(("wanted", "index"), LISTS, ids=lambda x: str(x)[:40])
@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_every_filter_is_answered_in_order_by_an_index(city, db, wanted, index, order):
    check(*asked("whole", wanted, order), index=index)


@pytest.mark.parametrize("scope", list(WAYS))
@pytest.mark.parametrize("order", list(ORDERS)[:3])
def test_every_filter_within_every_scope_is_merged_from_indexes_of_its_ways(city, db, scope, order):
    check(*asked(scope, {}, order), index=WAYS[scope] if order != "due" else None)
    for wanted, _ in LISTS:
        check(*asked(scope, wanted, order), rows=6_000)


def test_each_index_of_lists_is_of_use(city, db):
    """An index that no question takes would cost each case that ends for nothing."""
    used = {index for _, index in LISTS} | set(WAYS.values()) | {
        "case_ended_by_collector", "case_ended_by_reporter",
    }  # fmt: skip
    assert {index.name for index in LIST_INDEXES} <= used


def full_count(actor, wanted):
    where = [seen_sql(actor), *conditions(actor, wanted)]
    text = " AND ".join(sql for sql, _ in where).replace("clock.at", f"'{NOW.isoformat()}'")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM cases_case WHERE {text}", [v for _, b in where for v in b]
        )
        return cursor.fetchone()[0]


@pytest.mark.parametrize("scope", list(OF))
def test_counts_are_true_up_to_ten_thousand_and_near_beyond(city, db, scope):
    actor = make_actor(**OF[scope])
    for wanted, _ in LISTS[::4]:
        given = CaseFilter(**wanted)
        told, true = count_cases(actor, given, NOW), full_count(actor, given)
        assert told.exact == (true <= EXACT_TO), (wanted, told, true)
        assert told.value == true if told.exact else abs(told.value / true - 1) < 0.35, (
            wanted,
            true,
        )


ODD = [
    {"area": "13030"}, {"area": "1303020"}, {"area": "1303020010001"}, {"area": "139999"},
    {"area": "130302", "grid_code": "130302001000005"}, {"stage": "handling,closed,special_closed"},
    {"stage": "reported,special_closed", "area": "130304"}, {"lamp": "none", "kind": "matter"},
    {"queue": "all", "source": "app"}, {"queue": "open", "lamp": "none"},
    {"stage": "closed", "until": OLD, "class_code": "C0"}, {"queue": "supervised", "stage": "closed"},
]  # fmt: skip


@pytest.mark.parametrize(
    "narrow",
    [*OF.values(), *({"sees_whole_city": False, "organisation_path": ".3.", "division": code}
                     for code in ("1303", "130302001000", "13030300"))],
    ids=str,
)  # fmt: skip
def test_walks_bring_the_same_cases_as_one_question_would(city, db, narrow):
    actor = make_actor(**narrow)
    for number, wanted in enumerate([*(wanted for wanted, _ in LISTS), *ODD]):
        order = ORDERS[list(ORDERS)[number % 3]]
        given = CaseFilter(**wanted, order=list(ORDERS)[number % 3])
        after = [OLD.isoformat(), 20_000] if number % 2 else None
        further = [(order.after, after)] if after else []
        where = [seen_sql(actor), *conditions(actor, given), (order.where, []), *further]
        text, values = joined(where)
        whole = f"SELECT id FROM cases_case WHERE {text} ORDER BY {order.by} LIMIT 51"
        sql, params = chosen_sql(actor, given, order, None, after, 51, NOW)
        with planned_cursor() as cursor:
            cursor.execute(whole.replace("clock.at", f"'{NOW.isoformat()}'"), values)
            wished = cursor.fetchall()
            cursor.execute(f"SELECT id FROM ({sql}) AS w ORDER BY {order.by}", params)
            assert cursor.fetchall() == wished, wanted


def test_what_does_not_fit_is_passed_over_inside_the_index(city, db):
    """Units and places that never have a class: nothing is fetched to find that out."""
    for scope in OF:
        for order in ("newest", "oldest"):
            wanted = {
                "kind": "component",
                "class_code": "E0110",
                "urgent": True,
                "source": "leader",
            }
            check(*asked(scope, wanted, order), rows=1_200, buffers=3_000)


def test_a_page_far_down_costs_what_the_first_one_costs(city, db):
    after = [OLD.isoformat(), 20_000]
    sql, params = chosen_sql(
        make_actor(**OF["whole"]),
        CaseFilter(order="newest"),
        ORDERS["newest"],
        None,
        after,
        51,
        NOW,
    )
    check(sql, params, index="case_ended_in_time", rows=200, buffers=200)


@pytest.mark.parametrize(
    ("q", "index"), [("井盖77", "case_by_words"), ("r17", "case_by_words"), ("4242", None)]
)
def test_words_and_numbers_are_found_by_their_indexes(city, db, q, index):
    wanted = CaseFilter(q=q)
    search = search_for(wanted)
    sql, params = chosen_sql(
        make_actor(**OF["whole"]), wanted, _order(wanted), search, None, 51, NOW
    )
    check(sql, params, index=index or "case_by_number_tail", rows=2_000)


def test_a_common_word_is_asked_of_a_bounded_number_of_cases(city, db):
    wanted = CaseFilter(q="w3")
    search = search_for(wanted)
    assert search.window is not None
    sql, params = chosen_sql(
        make_actor(**OF["whole"]), wanted, _order(wanted), search, None, 51, NOW
    )
    check(sql, params, rows=45_000, buffers=40_000)


@pytest.mark.parametrize("scope", list(OF))
def test_trays_are_counted_from_open_cases_alone(city, db, scope):
    actor = make_actor(**OF[scope])
    sql, params = asked_by(lambda: count_queues(actor, NOW))
    check(sql, params, index="case_open_listed", rows=2_000)


def test_what_hangs_on_a_case_is_found_by_keys(city, db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT min(id) + 40000 FROM cases_case")
        (number,) = cursor.fetchone()
    actor = make_actor(**OF["whole"])
    check(*asked_by(lambda: case_with_related(actor, number)), rows=500, buffers=500)


def test_the_days_figures_read_open_and_just_ended_cases_alone(city, db):
    sql, params = asked_by(lambda: today(make_actor(**OF["district"]), NOW))
    check(sql, params, rows=4_000)


def test_figures_of_a_year_read_the_days_and_a_day_reads_its_cases(city, db):
    day = NOW.date() - timedelta(days=30)
    check(OF_DAYS, [[day], day, day], rows=12_000, buffers=12_000)
    year = "SELECT sum(reported) FROM cases_dayfigure WHERE day >= %s AND day < %s"
    plan = plan_of(year, [NOW.date() - timedelta(days=60), NOW.date()])
    assert any("Index Name" in node for node in nodes(plan))


def test_stages_of_the_table_are_those_of_the_words(city, db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT stage FROM cases_case")
        assert {row[0] for row in cursor.fetchall()} <= {stage.value for stage in Stage}
