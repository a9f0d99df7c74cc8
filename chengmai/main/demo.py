"""Seeding the demo city: drawn, staffed, and with a year behind it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import numpy as np
from django.db import connection, transaction

from chengmai.cases.public import copy_past_cases
from chengmai.cases.public import load_default_settings as load_loop_settings
from chengmai.city import public as city
from chengmai.identity import public as identity
from chengmai.identity.words import SYSTEM
from chengmai.kernel import settings as kernel
from chengmai.kernel.rates import load_default_rates
from chengmai.kernel.reference import forget
from chengmai.main.demo_city import load, names
from chengmai.main.demo_city.areas import draw_areas
from chengmai.main.demo_city.crew import Crew
from chengmai.main.demo_city.numbers import ALIASES, as_rows
from chengmai.main.demo_city.offices import staff_of
from chengmai.main.demo_city.past import Year
from chengmai.main.demo_city.people_names import person_names
from chengmai.main.demo_city.photos import keep_photos
from chengmai.main.demo_city.plan import draw_city
from chengmai.main.demo_city.roster import keep_roster
from chengmai.main.demo_city.sites import Sites
from chengmai.notices.public import load_default_templates

DEMO_PASSWORD = "Lanhai-2026"  # noqa: S105  printed at start; only a demo city has it
SEED = 20260
# How large the city is; journeys and tests make a smaller one.
CASES = int(os.environ.get("CHENGMAI_DEMO_CASES", 12000))
COMPONENTS = int(os.environ.get("CHENGMAI_DEMO_COMPONENTS", 60000))
CITIZENS = 400


# user name, password, what the account is for
DEMO_ACCOUNTS: tuple[tuple[str, str, str], ...] = tuple(
    (username, DEMO_PASSWORD, words)
    for username, words in (
        ("operator1", "受理员 operator"),
        ("leader1", "值班长 duty leader"),
        ("dispatcher1", "派遣员 dispatcher"),
        ("dept1", "专业部门（环卫） department"),
        ("handler1", "处置人员（环卫） handler"),
        ("collector1", "监督员 collector"),
        ("inspector1", "督察 inspector"),
        ("boss", "领导 leader"),
        ("admin", "系统管理员 administrator"),
        ("security", "安全管理员 security"),
        ("auditor", "审计员 auditor"),
    )
)

Say = Callable[[str], None]


class Phases:
    """Says how long each phase took."""

    def __init__(self, out: Say) -> None:
        self._out = out
        self._begun = time.perf_counter()

    @contextmanager
    def phase(self, title: str) -> Iterator[None]:
        """Time one phase and say it."""
        start = time.perf_counter()
        yield
        self._out(f"  {title:<28} {time.perf_counter() - start:6.1f} s")

    def total(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self._begun


def is_seeded() -> bool:
    """Whether the demo city stands already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM city_division WHERE code = %s", [names.CITY_CODE[:4]])
        return cursor.fetchone() is not None


def seed_demo(
    *,
    out: Say,
    at: datetime | None = None,
    cases: int = CASES,
    components: int = COMPONENTS,
    seed: int = SEED,
) -> bool:
    """Make the demo city with a year of cases up to `at` (default: now), in one transaction.

    Returns False and changes nothing when it stands already. The same seed and `at` make the
    same city.
    """
    if is_seeded():
        out(f"The demo city {names.CITY_NAME} stands already.")
        return False
    now = at or datetime.now(UTC)
    phases = Phases(out)
    with phases.phase("draw the city"):
        plan = draw_city(seed, parts=components)
        luck = np.random.default_rng(seed + 1).spawn(5)
        staff = staff_of(plan.divisions, luck[0])
    with transaction.atomic():
        since = date(2024, 1, 1)
        with phases.phase("classes, calendar, settings"):
            _reference_data(now)
        with phases.phase("offices and people"):
            offices, people = load.load_staff(staff, DEMO_PASSWORD)
            forget()
            keep_roster(offices["bureau"], now)
        with phases.phase("divisions and grids"):
            load.load_divisions(plan, staff, people, since)
        with phases.phase("components"):
            load.load_components(plan, staff, offices, luck[1])
        with phases.phase("base map"):
            load.load_base_map(plan, offices)
        with phases.phase("managed areas"):
            load.load_areas(draw_areas(plan, luck[4]), offices, staff, people, since)
        with phases.phase("house numbers, gazetteer"):
            city.load_address_points(points=as_rows(plan.plates), source="演示数据")
            city.load_aliases(rows=ALIASES, source="演示数据", valid_from=since)
            city.rebuild_gazetteer(at=now)
        forget()
        if cases:
            with phases.phase("photos and citizens"):
                photos = keep_photos(now, seed)
                contacts = _citizens(now, luck[2])
            with phases.phase("write the past year"):
                crew = Crew(staff, offices, people)
                sites = Sites(plan, staff, offices, people, luck[3])
                year = Year(sites, crew, photos, contacts, luck[3], now)
                past = [*year.closed(cases), *year.open(max(16, min(340, cases // 4)))]
                past.sort(key=lambda one: one.report.at)
            with phases.phase("replay and copy the cases"):
                copy_past_cases(past)
            out(f"  {len(past)} past cases")
    _tidy()
    out(f"The demo city {names.CITY_NAME} stands after {phases.total():.1f} s.")
    return True


def _reference_data(now: datetime) -> None:
    """The data that every city begins with; each loader keeps what is there already."""
    kernel.load_default_settings(date(2024, 1, 1))
    load_default_rates()
    load_default_templates(date(2024, 1, 1))
    identity.load_default_settings(date(2024, 1, 1))
    # Everybody may try the administrators' accounts of the demo: a real city keeps the default.
    identity.set_policy(
        key="second_factor_duties",
        value=[],
        valid_from=date(2024, 1, 1),
        source="演示城市",
        actor=SYSTEM,
        at=now,
    )
    city.load_default_settings(valid_from=date(2024, 1, 1))
    city.load_standard_classes(now)
    load_loop_settings()
    city.load_calendar(years=range(now.year - 1, now.year + 2))


def _citizens(now: datetime, rng: np.random.Generator) -> list[int]:
    """Invented citizens who report; names and numbers are sealed as everybody's are."""
    fresh = person_names(rng)
    return [
        identity.remember_contact(
            name=next(fresh), phone=f"1990000{number:04d}", at=now - timedelta(days=365)
        )
        for number in range(CITIZENS)
    ]


def _tidy() -> None:
    """Let the planner know what was copied in."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
