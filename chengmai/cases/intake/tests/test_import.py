"""The import of a file: every row arrives or is told of; a kill loses and doubles nothing."""

import io
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase
from openpyxl import load_workbook

from chengmai.cases.intake.actions import (
    cancel_import,
    import_file,
    open_file,
    run_chunk,
    run_import,
    start_import,
)
from chengmai.cases.intake.errors import ImportNotReady
from chengmai.cases.intake.models import ColumnMapping, ImportBatch
from chengmai.cases.intake.queries import report_workbook, row_card, rows_of
from chengmai.cases.models import Case, Report
from chengmai.cases.tests.makers import MORNING, make_staff
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.words import SYSTEM
from chengmai.kernel.reference import forget

REAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "messages" / "citizen_messages.csv"
NOW = MORNING
CONTENT = f"""编号,用户,主题,时间,内容,经度,纬度,电话
1,甲,路灯不亮,2019/2/14 20:00:00,海阳路路灯,{LON},{LAT},13812345678
2,乙,井盖坏了,2019-01-01,,,,
2,乙,井盖坏了,2019-01-01,,,,
2,丙,别的事,2019-01-01,,,,
3,乙,井盖坏了,2019-01-02,,,,
4,丁,在海里,2019-01-02,,{LAT},{LON},
5,戊,,昨天,没有时间,,,
6,己,,03/04/2019,哪一天,,,
7,庚,,,长 {"长" * 30_000},,,
8,辛,=1+1,2019-01-02,电话不对,,,没有
""".encode()


def lines_of(batch):
    return {row.number: (row.state, row.reason) for row in batch.rows.all()}


@pytest.fixture
def staff(db):
    forget()
    return make_staff()


def importing(content=CONTENT, name="messages.csv", **kwargs):
    batch = open_file(content=content, file_name=name, actor=SYSTEM, at=NOW)
    start_import(batch_id=batch.pk, actor=SYSTEM, at=NOW, **kwargs)
    return run_import(batch_id=batch.pk, actor=SYSTEM, at=NOW)


EXPECTED = {
    2: ("created", ""),
    3: ("created", ""),
    4: ("repeated", "same_number"),
    5: ("refused", "number_taken"),
    6: ("repeated", "same_text"),
    7: ("refused", "position_implausible"),
    8: ("refused", "time_unreadable"),
    9: ("refused", "time_ambiguous"),
    10: ("refused", "text_too_long"),
    11: ("created", ""),
}


def test_every_row_arrives_or_is_told_of(staff):
    batch = importing()
    assert lines_of(batch) == EXPECTED
    assert (batch.state, batch.done, batch.total) == ("done", 10, 10)
    assert (batch.created, batch.repeated, batch.refused) == (3, 2, 5)
    assert Case.objects.count() == Report.objects.count() == 3
    first = Report.objects.get(source_key="1")
    assert first.contact_id and first.case.grid_code
    assert first.case.occurred_at.year == 2019
    assert first.case.description == "路灯不亮\n海阳路路灯"
    unplaced = Report.objects.get(source_key="2").case
    assert (unplaced.point, unplaced.grid_code) == (None, "")
    repeated = batch.rows.get(number=4)
    assert repeated.case_no == unplaced.case_no
    assert "phone not usable" in batch.rows.get(number=11).detail


def test_a_second_run_doubles_nothing(staff):
    importing()
    again = importing()
    assert (again.created, again.repeated, again.refused) == (0, 5, 5)
    assert Case.objects.count() == 3


def test_a_dry_run_says_the_same_and_keeps_nothing(staff):
    batch = importing(dry_run=True)
    assert lines_of(batch) == EXPECTED
    assert not Case.objects.exists()
    assert batch.state == "ready"
    start_import(batch_id=batch.pk, actor=SYSTEM, at=NOW)
    batch = run_import(batch_id=batch.pk, actor=SYSTEM, at=NOW)
    assert lines_of(batch) == EXPECTED
    assert Case.objects.count() == 3


def test_a_mapping_is_remembered_for_the_next_file_of_this_shape(staff):
    content = "甲列,乙列\nA1,路灯不亮\n".encode()
    batch = open_file(content=content, file_name="a.csv", actor=SYSTEM, at=NOW)
    assert batch.mapping["columns"] == {}
    mapping = {"columns": {"0": "message_no", "1": "detail"}}
    start_import(batch_id=batch.pk, actor=SYSTEM, at=NOW, mapping=mapping)
    assert run_import(batch_id=batch.pk, actor=SYSTEM, at=NOW).created == 1
    assert ColumnMapping.objects.count() == 1
    following = "甲列,乙列\nA2,井盖坏了\n".encode()
    next_batch = open_file(content=following, file_name="b.csv", actor=SYSTEM, at=NOW)
    assert next_batch.mapping["columns"] == {"0": "message_no", "1": "detail"}


def test_an_import_can_be_stopped_and_taken_up_again(staff):
    content = ("编号,内容\n" + "".join(f"{n},事情{n}\n" for n in range(10))).encode()
    batch = open_file(content=content, file_name="a.csv", actor=SYSTEM, at=NOW)
    start_import(batch_id=batch.pk, actor=SYSTEM, at=NOW)
    run_chunk(batch_id=batch.pk, actor=SYSTEM, at=NOW, size=4)
    cancel_import(batch_id=batch.pk)
    assert run_import(batch_id=batch.pk, actor=SYSTEM, at=NOW).done == 4
    start_import(batch_id=batch.pk, actor=SYSTEM, at=NOW)
    assert run_import(batch_id=batch.pk, actor=SYSTEM, at=NOW).created == 10
    with pytest.raises(ImportNotReady):
        start_import(batch_id=batch.pk, actor=SYSTEM, at=NOW)
    assert Case.objects.count() == 10


def test_the_row_report_is_text_and_never_a_formula(staff):
    batch = importing()
    book = load_workbook(io.BytesIO(report_workbook(batch)))
    rows = list(book.active.iter_rows())
    assert len(rows) == 11
    assert [cell.value for cell in rows[4][:3]] == ["5", "未导入", "编号已用于另一条内容不同的留言"]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert any(cell.value == "=1+1" for row in rows for cell in row)
    refused = rows_of(batch, state="refused")
    assert row_card(refused[0])["reason_words"] == "编号已用于另一条内容不同的留言"


@pytest.mark.slow
@pytest.mark.skipif(
    not REAL.exists(), reason="the real messages are not at ../shared/data/messages"
)
def test_every_real_message_arrives_or_is_told_of(staff):
    at = NOW + timedelta(days=1)
    batch = import_file(REAL, actor=SYSTEM, at=at)
    assert batch.created + batch.repeated + batch.refused == batch.total == batch.done
    assert batch.refused == 0
    assert Case.objects.count() == batch.created
    for row in batch.rows.filter(state="repeated"):
        assert row.reason == "same_text" and row.case_no


class KilledInTheMiddle(TransactionTestCase):
    """A real process, killed for real, on a committed database."""

    def test_a_kill_loses_and_doubles_nothing(self):
        forget()
        make_staff()
        number = 900
        path = Path(os.environ.get("TMPDIR", "/tmp")) / f"chengmai-import-{os.getpid()}.csv"  # noqa: S108
        path.write_text("编号,内容\n" + "".join(f"K{n},事情{n}\n" for n in range(number)))
        try:
            killed = self._killed_after_some_rows(path)
            assert 0 < killed < number
            assert ImportBatch.objects.get().state == "running"
            batch = import_file(path, actor=SYSTEM, at=NOW)
        finally:
            path.unlink()
        assert (batch.state, batch.created, batch.refused) == ("done", number, 0)
        assert Case.objects.count() == Report.objects.count() == number
        assert set(Report.objects.values_list("source_key", flat=True)) == {
            f"K{n}" for n in range(number)
        }
        assert ImportBatch.objects.count() == 1

    def _killed_after_some_rows(self, path):
        settings = connection.settings_dict
        url = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)
        child = subprocess.Popen(
            [sys.executable, "-m", "chengmai.main.cli", "intake", "import", str(path)],
            env={
                **os.environ,
                "DATABASE_URL": url,
                "DJANGO_SETTINGS_MODULE": "chengmai.main.settings",
            },
            stdout=subprocess.DEVNULL,
        )
        until = time.monotonic() + 60
        while time.monotonic() < until and child.poll() is None:
            if Case.objects.count() >= 200:
                break
            time.sleep(0.01)
        child.send_signal(signal.SIGKILL)
        child.wait()
        return Case.objects.count()
