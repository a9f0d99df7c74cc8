"""The geocoder over the whole demo city: the hit rate has a floor, and wrong answers a ceiling."""

from datetime import UTC, datetime

import pytest

from chengmai.city.addresses.queries.find import geocode
from chengmai.city.addresses.queries.state import stale_sources
from chengmai.city.addresses.tests.grading import grade, labelled
from chengmai.city.faults.command import check_all_grids
from chengmai.kernel.reference import forget
from chengmai.main.demo_city.ground import load_ground

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOON = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)


@pytest.fixture
def ground():
    forget()
    yield load_ground(at=NOON)
    forget()


def test_the_labelled_addresses_are_found_or_refused_and_the_grids_are_sound(ground):
    assert len(labelled()) >= 200 and len(labelled("held")) >= 60
    tuned, held = (grade(labelled(part), geocode)["all"] for part in ("open", "held"))
    assert tuned.rate >= 0.95 and held.rate >= 0.9
    assert tuned.wrong + held.wrong <= 5  # a wrong place is worse than none
    assert stale_sources() == set()
    said: list[str] = []
    assert check_all_grids(at=NOON, say=said.append) == 0, said
