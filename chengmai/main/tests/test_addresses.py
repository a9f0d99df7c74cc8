"""The geocoder over the whole demo city: the hit rate has a floor, and wrong answers a ceiling."""

from datetime import UTC, datetime

import pytest

from chengmai.city.public import check_all_grids, gazetteer_state, geocode
from chengmai.city.tests.makers import graded_addresses
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
    tuned, held = (graded_addresses(part, geocode)["all"] for part in ("open", "held"))
    assert tuned.total + held.total >= 200 and held.total >= 60
    assert tuned.rate >= 0.95 and held.rate >= 0.9
    assert tuned.wrong + held.wrong <= 5  # a wrong place is worse than none
    assert not any(card.stale for card in gazetteer_state())
    said: list[str] = []
    assert check_all_grids(at=NOON, say=said.append) == 0, said
