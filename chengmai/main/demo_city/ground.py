"""The ground alone: divisions, base map, house numbers and gazetteer, without people and cases.

For the bench and the tests of addresses, which need the whole city's names and nothing else.
"""

from __future__ import annotations

from datetime import date, datetime

import numpy as np

from chengmai.city import public as city
from chengmai.main.demo_city import load
from chengmai.main.demo_city.numbers import ALIASES, as_rows
from chengmai.main.demo_city.offices import staff_of
from chengmai.main.demo_city.plan import Plan, draw_city

SEED = 20260


def load_ground(*, at: datetime, parts: int = 100) -> Plan:
    """Draw the demo city with few components and load its ground; in the caller's transaction."""
    plan = draw_city(SEED, parts=parts)
    staff = staff_of(plan.divisions, np.random.default_rng(SEED + 1).spawn(4)[0])
    offices, people = load.load_staff(staff, "not used")
    load.load_divisions(plan, staff, people, date(2024, 1, 1))
    load.load_base_map(plan, offices)
    city.load_address_points(points=as_rows(plan.plates), source="演示数据")
    city.load_aliases(rows=ALIASES, source="演示数据", valid_from=date(2024, 1, 1))
    city.rebuild_gazetteer(at=at)
    return plan
