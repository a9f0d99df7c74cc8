"""How long 100,000 open deadlines take after a calendar change, and how fast the bare actions are.

The aim: under 60 s for the recomputation (the calendar of a city changes while people work).
"""

from __future__ import annotations

import os
import resource
import sys
import time
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

import psycopg

DATABASE = "chengmai_bench_deadlines"
CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ROUNDS = 200
START = datetime(2026, 4, 15, 1, 0, tzinfo=UTC)

_COPIES = """
INSERT INTO cases_case (case_no, stage, kind, class_code, condition_id, management_level,
    description, point, grid_code, district_code, duty_grid_code, source, organisation_id,
    organisation_path, handler_id, reported_at, stage_since, due_at, lamp_start_at, lamp_warn_at,
    lamp_due_at, clocks)
SELECT 'B' || n, stage, kind, class_code, condition_id, management_level, description, point,
    grid_code, district_code, duty_grid_code, source, organisation_id, organisation_path,
    handler_id, reported_at, stage_since, due_at, lamp_start_at, lamp_warn_at, lamp_due_at, clocks
FROM cases_case, generate_series(1, %s) AS n WHERE id = %s
"""


def own_database() -> None:
    """Make the bench's database anew and point Django at it."""
    parts = urlsplit(
        os.environ.get("DATABASE_URL", "postgresql://chengmai:chengmai@127.0.0.1:15432/chengmai")
    )
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {DATABASE}")
    os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{DATABASE}"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")


def main() -> None:
    """Fill, measure, print."""
    own_database()
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    from chengmai.cases.actions.move import move_case
    from chengmai.cases.actions.timing import recompute_deadlines
    from chengmai.cases.tests.makers import PATH, bring_to, details_for, make_case, make_staff
    from chengmai.cases.words import Stage
    from chengmai.city.models import CalendarDay
    from chengmai.city.tests.makers import forget_city

    staff = make_staff()
    begun = time.perf_counter()
    cases = [make_case() for _ in range(ROUNDS)]
    report_ms = (time.perf_counter() - begun) / ROUNDS * 1000

    spent, steps = 0.0, 0
    for case in cases:
        for _, move, who in PATH:
            details = details_for(staff, staff[who], move)
            begun = time.perf_counter()
            case = move_case(
                case_id=case.pk, move=move, actor=staff[who], at=START, version=case.version,
                details=details,
            )  # fmt: skip
            spent += time.perf_counter() - begun
            steps += 1

    pattern = bring_to(make_case(at=START), Stage.HANDLING, staff, at=START)
    with connection.cursor() as cursor:
        cursor.execute(_COPIES, [CASES, pattern.pk])
        cursor.execute("ANALYZE cases_case")
    CalendarDay.objects.create(date=date(2026, 4, 15), working=False, name="台风", source="bench")
    forget_city()
    begun = time.perf_counter()
    moved = recompute_deadlines(at=START + timedelta(hours=1))
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    print(f"| {'what':<42} | {'figure':>12} | {'aim':>8} |")
    print(f"|{'-' * 44}|{'-' * 14}|{'-' * 10}|")
    for what, figure, aim in (
        ("report a case, in process (ms)", f"{report_ms:.2f}", ""),
        ("move a case, in process (ms)", f"{spent / steps * 1000:.2f}", ""),
        (f"open deadlines recomputed ({moved:,})", f"{seconds:.1f} s", "60 s"),
        ("memory at its peak (MiB)", f"{memory}", ""),
    ):
        print(f"| {what:<42} | {figure:>12} | {aim:>8} |")
    connection.close()


if __name__ == "__main__":
    main()
