"""Rows that say an address and no position are placed by it, where that is sure."""

import pytest

from chengmai.cases.intake.actions import open_file, run_import, start_import
from chengmai.cases.models import Case
from chengmai.cases.tests.makers import MORNING, make_staff
from chengmai.city.tests.makers import COMMUNITY, LAT, LON, fill_gazetteer
from chengmai.identity.words import SYSTEM
from chengmai.kernel.reference import forget

CONTENT = """编号,主题,地址
1,井盖坏了,人民大街9号
2,路灯不亮,人民大街与解放路交叉口对面
3,垃圾没收,中山路88号
4,噪音,
""".encode()


@pytest.fixture
def batch(db):
    forget()
    make_staff()
    fill_gazetteer()
    batch = open_file(content=CONTENT, file_name="a.csv", actor=SYSTEM, at=MORNING)
    start_import(batch_id=batch.pk, actor=SYSTEM, at=MORNING)
    return run_import(batch_id=batch.pk, actor=SYSTEM, at=MORNING)


def test_a_sure_address_gives_the_case_its_place_and_the_row_says_how(batch):
    case = Case.objects.get(source_key="1")
    assert (case.lon_lat, case.grid_code) == (
        pytest.approx((LON - 0.0001, LAT + 0.0001), abs=1e-6),
        f"{COMMUNITY}001",
    )
    assert case.address == "人民大街9号"
    row = batch.rows.get(number=2)
    assert row.detail == "located by address: 人民大街9号 (1.00, 12 m)"


def test_an_address_that_nobody_knows_arrives_without_a_place_and_says_so(batch):
    assert batch.created == 4
    assert Case.objects.get(source_key="3").point is None
    assert batch.rows.get(number=4).detail.startswith("address not located")
    assert batch.rows.get(number=5).detail == ""
