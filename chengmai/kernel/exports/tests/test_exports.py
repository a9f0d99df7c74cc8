"""Files made in the background: bounded, stoppable, fetched by one person only, and forgotten."""

from datetime import timedelta

import pytest

from chengmai.kernel.errors import BadInput
from chengmai.kernel.exports import store
from chengmai.kernel.exports.actions import (
    STALLED,
    ask_export,
    drop_export,
    fetch_export,
    make_export,
    remove_expired,
    stalled_exports,
)
from chengmai.kernel.exports.errors import (
    ExportExpired,
    ExportNotFound,
    ExportNotReady,
    ScopeChanged,
    TooManyExports,
)
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.registry import offer
from chengmai.kernel.exports.words import ExportLimits, Kind, Made
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.tests.makers import NOON

pytestmark = pytest.mark.django_db
LIMITS = ExportLimits(most_jobs=2, hours=24)
ANNA, BERT = 7_001, 7_002


def make(order):
    """Writes as many lines as asked for; `stop_at` has somebody cancel in between."""
    lines = order.params.get("lines", 3)
    for number in range(lines):
        if order.params.get("stop_at") == number:
            drop_export(person=order.asked_by, export_id=order.job_id, at=NOON)
        if order.params.get("break_at") == number:
            raise ZeroDivisionError
        if order.params.get("refuse_at") == number:
            raise BadInput("No.", field="lines")
        order.progress(number, lines)
    order.path.write_text("line\n" * lines)
    return Made(rows=lines, told={"lines": lines}, scope="s1")


def may_fetch(person, params, scope):
    if params.get("moved") or scope != "s1":
        raise ScopeChanged("Changed.")


offer(Kind("test.lines", "text/plain", make, may_fetch))


def ask(person=ANNA, at=NOON, **params):
    return ask_export(
        kind="test.lines",
        title="行",
        file_name="行.txt",
        asked_by=person,
        params=params,
        total=3,
        limits=LIMITS,
        at=at,
    )


def made(row, at=NOON):
    return make_export(export_id=row.pk, clock=lambda: at)


def test_a_file_is_made_told_of_in_the_ledger_and_fetched_by_who_asked():
    row = made(ask(lines=5))
    assert (row.state, row.done, row.total, row.bytes) == ("done", 5, 5, 25)
    assert row.expires_at == NOON + timedelta(hours=24)
    _, file = fetch_export(person=ANNA, export_id=row.pk, at=NOON)
    with file:
        assert file.read() == b"line\n" * 5
    names = [(entry.name, entry.actor_id) for entry in entries_of(f"export:{row.pk}")]
    assert names == [("kernel.ExportMade", ANNA), ("kernel.ExportFetched", ANNA)]
    assert entries_of(f"export:{row.pk}")[0].payload["rows"] == 5


def test_another_person_cannot_tell_that_a_file_exists():
    row = made(ask())
    for number in (row.pk, 10**9):
        with pytest.raises(ExportNotFound):
            fetch_export(person=BERT, export_id=number, at=NOON)
        with pytest.raises(ExportNotFound):
            drop_export(person=BERT, export_id=number, at=NOON)


def test_the_domain_is_asked_again_before_each_download():
    row = made(ask())
    Export.objects.filter(pk=row.pk).update(params={"moved": True})
    with pytest.raises(ScopeChanged):
        fetch_export(person=ANNA, export_id=row.pk, at=NOON)


def test_a_person_keeps_so_many_and_deleting_one_makes_room():
    first = made(ask())
    ask()
    with pytest.raises(TooManyExports) as refusal:
        ask()
    assert refusal.value.facts["limit"] == 2
    ask(BERT)
    drop_export(person=ANNA, export_id=first.pk, at=NOON)
    ask()


def test_a_cancelled_order_is_never_finished():
    waiting = ask()
    drop_export(person=ANNA, export_id=waiting.pk, at=NOON)
    assert made(waiting) is None
    stopped = ask(stop_at=1)
    made(stopped)
    stopped.refresh_from_db()
    assert (stopped.state, stopped.bytes) == ("cancelled", 0)
    assert store.read(stopped.key) is None
    with pytest.raises(ExportNotReady):
        fetch_export(person=ANNA, export_id=stopped.pk, at=NOON)


def test_a_failure_is_kept_with_its_code():
    assert made(ask(refuse_at=1)).error == "kernel.bad_input"
    broken = made(ask(BERT, break_at=1))
    assert (broken.state, broken.error) == ("failed", "kernel.broken")


def test_a_file_is_removed_after_its_time_and_the_ledger_says_so():
    row = made(ask())
    late = NOON + timedelta(hours=24)
    with pytest.raises(ExportExpired):
        fetch_export(person=ANNA, export_id=row.pk, at=late)
    assert remove_expired(at=late - timedelta(seconds=1)) == 0
    assert remove_expired(at=late) == 1
    row.refresh_from_db()
    assert (row.state, row.bytes, store.read(row.key)) == ("expired", 0, None)
    assert entries_of(f"export:{row.pk}")[-1].payload["why"] == "expired"
    assert remove_expired(at=late) == 0


def test_two_workers_make_a_file_once_and_a_lost_one_is_taken_up_again():
    row = ask()
    Export.objects.filter(pk=row.pk).update(state="running", moved_at=NOON)
    assert made(row) is None
    assert stalled_exports(NOON) == []
    later = NOON + STALLED + timedelta(seconds=1)
    assert stalled_exports(later) == [row.pk]
    assert made(row, later).state == "done"


def test_no_address_of_media_leads_to_a_made_file(client):
    row = made(ask())
    assert client.get(f"/media/{row.key}/original").status_code == 404
    assert client.get(f"/api/v1/exports/{row.pk}/file").status_code == 401
