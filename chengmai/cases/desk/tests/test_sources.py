"""Two periods by source: the same cases as the lists, in the city's own days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from chengmai.cases.desk.queries.sources import sources
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import CaseSource, Stage
from chengmai.kernel.errors import BadInput
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
APRIL, MAY, MARCH = date(2026, 4, 1), date(2026, 5, 1), date(2026, 3, 1)


@pytest.fixture
def staff():
    forget()
    return make_staff()


def counts(found, source):
    row = next(row for row in found["rows"] if row["key"] == source)
    return row["counts"], row["compare"]["counts"], row["compare"]["change"]


def test_both_periods_are_counted_by_source_with_their_change(staff):
    for n in range(3):
        make_case(at=MORNING + timedelta(hours=n))
    make_case(at=MORNING, source=CaseSource.WECHAT)
    make_case(at=datetime(2026, 3, 10, 2, tzinfo=UTC))
    bring_to(make_case(), Stage.PENDING_DISPATCH, staff)
    found = sources(staff["operator"], APRIL, MAY, MARCH, APRIL)
    now, before, change = counts(found, "hotline")
    assert (now["reported"], before["reported"], change["reported"]) == (4, 1, 3.0)
    assert (now["registered"], now["closed"]) == (1, 0)
    assert counts(found, "wechat")[1]["reported"] == 0
    assert found["total"]["counts"]["reported"] == 5


def test_a_day_begins_at_midnight_in_the_city(staff):
    make_case(at=datetime(2026, 3, 31, 15, 59, tzinfo=UTC))
    make_case(at=datetime(2026, 3, 31, 16, 0, tzinfo=UTC))
    found = sources(staff["operator"], APRIL, MAY, MARCH, APRIL)
    now, before, _ = counts(found, "hotline")
    assert (now["reported"], before["reported"]) == (1, 1)


def test_another_office_counts_only_what_it_sees(staff):
    bring_to(make_case(), Stage.PENDING_DEPARTMENT, staff)
    make_case()
    assert sources(staff["other"], APRIL, MAY, MARCH, APRIL)["rows"] == []
    own = sources(staff["department"], APRIL, MAY, MARCH, APRIL)
    assert own["total"]["counts"]["reported"] == 1


def test_a_period_that_ends_before_it_begins_is_named(staff):
    with pytest.raises(BadInput) as refusal:
        sources(staff["operator"], MAY, APRIL, MARCH, APRIL)
    assert refusal.value.facts["field"] == "until"
