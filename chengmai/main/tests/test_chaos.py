"""The shortest of the chaos bench: four processes killed in turn under a small load."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from chengmai.main.tests import faults
from chengmai.main.tests.faults import Fault, trial
from chengmai.main.tests.platform import Platform, platform

pytestmark = pytest.mark.slow
FAULTS = (
    Fault("whole web, kill -9", faults.kill_whole_web),
    Fault("relay, kill -9", faults.kill("relay")),
    Fault("NATS, kill -9", faults.kill("nats")),
    Fault("PostgreSQL, kill -9", faults.kill("postgres")),
)
BACK_WITHIN = 45.0  # seconds; alone on two cores it takes 2 to 8


@pytest.fixture(scope="module")
def city() -> Iterator[Platform]:
    folder = Path(tempfile.mkdtemp(prefix="chengmai-chaos-"))
    folder.chmod(0o755)
    try:
        with platform(folder / "var") as made:
            yield made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_nothing_acknowledged_is_lost_or_doubled_and_all_comes_back_by_itself(
    city: Platform, fault: Fault, capsys: pytest.CaptureFixture[str]
):
    row = trial(city, fault, hold=2, patience=BACK_WITHIN)
    assert (row.lost, row.doubled) == (0, 0)
    assert row.acknowledged > 0
    assert row.facts >= row.acknowledged
    with capsys.disabled():
        sys.stdout.write(
            f"\nchaos: {row.fault}: {row.acknowledged} acknowledged, 0 lost, 0 doubled,"
            f" back after {row.back:.1f} s, desk said {row.said}, client saw {row.errors}\n"
        )


def test_after_all_that_the_ledger_is_whole(city: Platform):
    assert "0 findings" in city.command("ledger", "verify").stdout
