"""Statements that are planned once per connection."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengmai.kernel.prepared import prepared_cursor

pytestmark = pytest.mark.django_db
SQL = "SELECT %(n)s::int + 1"


def test_a_prepared_statement_is_kept_by_its_connection_and_counted():
    with CaptureQueriesContext(connection) as seen:
        for n in range(3):
            with prepared_cursor() as cursor:
                cursor.execute(SQL, {"n": n})
                assert cursor.fetchone() == (n + 1,)
    assert len(seen) == 3
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s",
            ["SELECT $1::int + 1%"],
        )
        assert cursor.fetchone() == (1,)


def test_a_value_is_never_read_as_sql():
    with prepared_cursor() as cursor:
        cursor.execute("SELECT %s::text", ["'; DROP TABLE kernel_outbox; --"])
        assert cursor.fetchone() == ("'; DROP TABLE kernel_outbox; --",)
