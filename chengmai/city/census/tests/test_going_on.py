"""Stopped, killed, overtaken: an import goes on, says so, or can be undone."""

from datetime import timedelta

import pytest

from chengmai.city.census.actions.keeping import forget_old, stalled_imports
from chengmai.city.census.actions.taking import cancel, go_on, start_take
from chengmai.city.census.errors import ImportNotReady
from chengmai.city.census.models import CensusImport
from chengmai.city.census.queries.rows import rows_of
from chengmai.city.census.staging.tables import drop
from chengmai.city.census.tests import makers
from chengmai.city.models import Component
from chengmai.city.tests.makers import make_city
from chengmai.kernel.models import LedgerEntry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    return make_city()


def begun(number=5):
    """An import that is being taken, of which nothing is written yet."""
    row = makers.checked(makers.shapefile(makers.components(number), makers.points(number)))
    return start_take(import_id=row.pk, actor=makers.SYSTEM, at=makers.NOW)


class StopsAfter:
    """A clock that stops the import at its n-th look."""

    def __init__(self, import_id, looks):
        self.import_id, self.looks = import_id, looks

    def __call__(self):
        self.looks -= 1
        if self.looks == 0:
            cancel(import_id=self.import_id, actor=makers.SYSTEM, at=makers.NOW)
        return makers.NOW


def test_an_import_stopped_on_the_way_goes_on_or_is_undone():
    row = begun()
    go_on(row.pk, clock=StopsAfter(row.pk, 2), chunk=2)
    row.refresh_from_db()
    assert (row.state, Component.objects.count()) == ("cancelled", row.taken)
    assert 0 < row.taken < 5

    start_take(import_id=row.pk, actor=makers.SYSTEM, at=makers.NOW)
    row = makers.done(row)
    assert (row.state, row.taken, Component.objects.count()) == ("taken", 5, 5)
    names = LedgerEntry.objects.filter(subject=f"census:{row.pk}").values_list("name", flat=True)
    assert list(names) == ["city.CensusTaken"] * 2  # one when it was stopped, one when it was whole
    assert makers.undone(row).undone == 5


def test_an_import_whose_worker_was_killed_is_found_and_taken_up():
    row = begun()
    CensusImport.objects.filter(pk=row.pk).update(moved_at=makers.NOW - timedelta(minutes=4))
    assert stalled_imports(makers.NOW) == [row.pk]
    assert makers.done(row).taken == 5
    assert stalled_imports(makers.NOW + timedelta(days=1)) == []


def test_after_a_crash_of_the_database_the_file_is_checked_again():
    row = begun()
    drop(row.pk)
    row = makers.done(row)
    assert (row.state, row.taken) == ("found", 0)
    with pytest.raises(ImportNotReady):
        start_take(import_id=row.pk, actor=makers.SYSTEM, at=makers.NOW)


def test_a_row_that_somebody_changed_after_the_check_is_not_overwritten():
    makers.taken(makers.shapefile(makers.components(2), makers.points(2)))
    columns = makers.components(3, ObjState=["破损"] * 3)
    row = makers.checked(makers.shapefile(columns, makers.points(3)))
    assert makers.counts(row) == (1, 2, 0, 0)
    Component.objects.filter(pk=makers.code(1)).update(note="刚刚核实")
    start_take(import_id=row.pk, actor=makers.SYSTEM, at=makers.NOW)
    row = makers.done(row)
    assert (row.state, row.taken) == ("taken", 2)
    one = Component.objects.get(pk=makers.code(1))
    assert (one.state, one.note) == ("intact", "刚刚核实")
    assert rows_of(row)[0]["problems"][0]["reason"] == "changed_meanwhile"


def test_what_a_row_would_change_is_told_field_by_field_and_in_metres():
    makers.taken(makers.shapefile(makers.components(1), makers.points(1)))
    moved = makers.points(1, makers.LON + 0.0001)
    row = makers.checked(makers.shapefile(makers.components(1, ObjState=["丢失"]), moved))
    changes = {one["field"]: one for one in rows_of(row)[0]["changes"]}
    assert (changes["state"]["before"], changes["state"]["after"]) == ("完好", "丢失")
    assert changes["point"]["metres"] == pytest.approx(8.5, abs=0.3)


def test_blank_cells_keep_what_is_there_unless_a_person_clears_it():
    makers.taken(makers.shapefile(makers.components(1, Note=["旧备注"]), makers.points(1)))
    blank = makers.shapefile(makers.components(1, Note=[""]), makers.points(1))
    assert makers.counts(makers.checked(blank)) == (0, 0, 1, 0)
    assert makers.counts(makers.taken(blank, blanks="clear")) == (0, 1, 0, 0)
    assert Component.objects.get().note == ""


def test_old_files_and_rows_go_and_the_undo_stays():
    row = makers.taken(makers.shapefile(makers.components(2), makers.points(2)))
    assert forget_old(at=makers.NOW + timedelta(days=29)) == 0
    assert forget_old(at=makers.NOW + timedelta(days=31)) == 1
    row.refresh_from_db()
    assert row.kept is False
    with pytest.raises(ImportNotReady):
        rows_of(row)
    assert makers.undone(row).undone == 2
