"""The small city that other tests stand on."""

import pytest

from chengmai.city.models import LayerVersion, UnitGrid
from chengmai.city.tests.makers import make_city, make_component
from chengmai.identity.tests.makers import make_organisation

pytestmark = pytest.mark.django_db


def test_the_small_city_stands():
    city = make_city(responsible=make_organisation())
    component = make_component()

    assert UnitGrid.objects.count() == 4
    assert city.conditions["C0101"][0].limits["A"] == [2, "eh"]
    component.refresh_from_db()
    assert round(component.point_3857.x) == round(119.60 * 20037508.342789244 / 180)
    assert LayerVersion.objects.get(name="city_component").version >= 1
