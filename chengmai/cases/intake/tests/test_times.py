"""Times as people write them: read, or refused with the reason."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from chengmai.cases.intake.errors import RowRefused
from chengmai.cases.intake.times import read_time
from chengmai.cases.intake.words import Reason

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019/2/14 20:00:00", (2019, 2, 14, 20, 0, 0)),
        ("2019-01-01", (2019, 1, 1, 0, 0, 0)),
        ("2019-01-01T08:05", (2019, 1, 1, 8, 5, 0)),
        ("2019年5月3日 8点", (2019, 5, 3, 8, 0, 0)),
        ("2019年5月3日8时30分", (2019, 5, 3, 8, 30, 0)),
        ("2019年5月3日 下午3点05分20秒", (2019, 5, 3, 15, 5, 20)),
        ("２０１９年５月３日 ８：３０", (2019, 5, 3, 8, 30, 0)),
        ("2019.5.3 8:30", (2019, 5, 3, 8, 30, 0)),
        ("20190503", (2019, 5, 3, 0, 0, 0)),
        ("20190503083015", (2019, 5, 3, 8, 30, 15)),
        ("43510.8333333333", (2019, 2, 14, 20, 0, 0)),
        ("43510", (2019, 2, 14, 0, 0, 0)),
        ("14/02/2019 20:00", (2019, 2, 14, 20, 0, 0)),
        ("02/14/2019 8:00 PM", (2019, 2, 14, 20, 0, 0)),
        ("05/05/2019", (2019, 5, 5, 0, 0, 0)),
    ],
)
def test_a_time_is_read_as_wall_time_of_the_city(text, expected):
    assert read_time(text, now=NOW) == datetime(*expected, tzinfo=SHANGHAI)


def test_a_time_with_its_own_zone_keeps_it():
    assert read_time("2019-05-03T00:30:00Z", now=NOW) == datetime(2019, 5, 3, 0, 30, tzinfo=UTC)
    assert read_time("2019-05-03 08:30:00+08:00", now=NOW) == datetime(
        2019, 5, 3, 0, 30, tzinfo=UTC
    )
    assert read_time("1556843400", now=NOW) == datetime(2019, 5, 3, 0, 30, tzinfo=UTC)


def test_no_time_is_no_time():
    assert read_time(" \u3000", now=NOW) is None


def test_a_date_that_could_be_two_days_is_reported_unless_the_order_is_given():
    with pytest.raises(RowRefused) as refused:
        read_time("03/04/2019", now=NOW)
    assert refused.value.reason is Reason.TIME_AMBIGUOUS
    assert read_time("03/04/2019", now=NOW, date_order="dmy").month == 4
    assert read_time("03/04/2019", now=NOW, date_order="mdy").month == 3


@pytest.mark.parametrize(
    "text", ["昨天", "2019-13-01", "2019-02-30", "19/2/14", "2019-05-03 25:00", "x" * 500]
)
def test_what_is_no_time_is_said_so(text):
    with pytest.raises(RowRefused) as refused:
        read_time(text, now=NOW)
    assert refused.value.reason is Reason.TIME_UNREADABLE


@pytest.mark.parametrize("text", ["1899-12-31", "2031-01-01"])
def test_a_time_that_cannot_be_true_is_said_so(text):
    with pytest.raises(RowRefused) as refused:
        read_time(text, now=NOW)
    assert refused.value.reason is Reason.TIME_IMPLAUSIBLE
