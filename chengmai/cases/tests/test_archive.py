"""A cold case opens a little slower, never differently."""

import json
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from chengmai.cases.actions.move import move_case
from chengmai.cases.models import Case
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_media, make_staff
from chengmai.cases.words import Move, Stage
from chengmai.identity.tests.makers import Person, signed_in_client
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.models import LedgerYear
from chengmai.kernel.reference import forget
from chengmai.kernel.verify import findings
from chengmai.kernel.years import NoSuchYear, archive_year, bring_back_year, cut_year

YEAR = 2025
AFTER = MORNING + timedelta(days=400)
PAGES = ("", "/timeline", "/print")


@pytest.fixture
def staff(db):
    forget()
    return make_staff()


@pytest.fixture
def client(staff):
    return signed_in_client(Person.objects.get(pk=staff["operator"].id))


def closed_case(staff):
    case = make_case(media_ids=[make_media()], description="海阳路路灯不亮,请维修。")
    return bring_to(case, Stage.CLOSED, staff)


def read(client, case):
    """What the case's pages say, but for the moment of printing and the time in signed addresses."""
    found = {}
    for page in PAGES:
        body = client.get(f"/api/v1/cases/{case.pk}{page}").json()
        if isinstance(body, dict):
            body.pop("printed_at", None)
        assert "status" not in body, body
        found[page] = json.dumps(body)
    return found


def partition_of(case):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tableoid::regclass::text FROM kernel_ledgerentry WHERE subject = %s"
            " ORDER BY 1",
            [f"case:{case.pk}"],
        )
        return [row[0] for row in cursor.fetchall()]


def no_word(_line):
    return None


def test_the_pages_of_a_cold_case_are_those_that_it_had(staff, client):
    case = closed_case(staff)
    before, told = read(client, case), entries_of(f"case:{case.pk}")
    cut_year(YEAR, at=AFTER)
    younger = closed_case(staff)
    archive_year(YEAR, at=AFTER, say=no_word)
    assert partition_of(case) == [f"kernel_ledger_{YEAR}"]
    assert partition_of(younger) == ["kernel_ledger_now"]
    assert read(client, case) == before
    assert entries_of(f"case:{case.pk}") == told
    assert [str(one) for one in findings()] == []
    listed = client.get("/api/v1/cases?stage=closed&q=路灯不亮").json()["items"]
    assert {row["id"] for row in listed} == {case.pk, younger.pk}
    bring_back_year(YEAR, at=AFTER, say=no_word)
    assert read(client, case) == before
    assert [str(one) for one in findings()] == []


def test_a_cold_case_can_be_handled_again_and_its_chain_goes_on(staff, client):
    case = closed_case(staff)
    cut_year(YEAR, at=AFTER)
    archive_year(YEAR, at=AFTER, say=no_word)
    seq = entries_of(f"case:{case.pk}")[-1].seq
    move_case(
        case_id=case.pk, move=Move.REOPEN, actor=staff["inspector"], at=MORNING + timedelta(days=1),
        details=Details(reason="问题反弹"),
    )  # fmt: skip
    assert Case.objects.get(pk=case.pk).stage == Stage.HANDLING
    assert partition_of(case) == [f"kernel_ledger_{YEAR}", "kernel_ledger_now"]
    rows = entries_of(f"case:{case.pk}")
    assert [row.seq for row in rows] == list(range(1, seq + 2))
    assert [str(one) for one in findings(f"case:{case.pk}")] == []


def test_nobody_writes_into_a_cold_year(staff):
    closed_case(staff)
    cut_year(YEAR, at=AFTER)
    archive_year(YEAR, at=AFTER, say=no_word)
    for statement in (
        "INSERT INTO {} SELECT * FROM {} LIMIT 1",
        "DELETE FROM {}",
        "UPDATE {} SET name = ''",
    ):
        with (
            pytest.raises(ProgrammingError, match=r"append-only|permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.replace("{}", f"kernel_ledger_{YEAR}"))


def test_a_move_that_was_cut_off_is_taken_up_and_a_wrong_copy_changes_nothing(staff):
    from chengmai.kernel import years

    first, second = closed_case(staff), closed_case(staff)
    cut_year(YEAR, at=AFTER)
    fresh = f"kernel_ledger_{YEAR}_cold"
    years._make(fresh, cold=True)
    with connection.cursor() as cursor:  # the first chain was written when the power went
        cursor.execute(
            f"INSERT INTO {fresh} SELECT * FROM kernel_ledger_{YEAR} WHERE subject = %s",  # noqa: S608
            [min(f"case:{first.pk}", f"case:{second.pk}")],
        )
    moved = archive_year(YEAR, at=AFTER, say=no_word)
    assert moved.rows == LedgerYear.objects.get(year=YEAR).rows > 10
    assert [str(one) for one in findings()] == []
    bring_back_year(YEAR, at=AFTER, say=no_word)
    years._make(fresh, cold=True)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {fresh} SELECT * FROM kernel_ledger_{YEAR}"  # noqa: S608
            " ORDER BY subject DESC LIMIT 3"
        )
    with pytest.raises(years.YearDiffers):
        archive_year(YEAR, at=AFTER, say=no_word)
    assert not LedgerYear.objects.get(year=YEAR).cold
    assert [str(one) for one in findings()] == []


def test_a_year_that_is_not_there_is_refused_and_a_dry_run_changes_nothing(staff):
    with pytest.raises(NoSuchYear):
        archive_year(YEAR, at=AFTER, say=no_word)
    case = closed_case(staff)
    cut_year(YEAR, at=AFTER)
    with pytest.raises(NoSuchYear):
        cut_year(YEAR, at=AFTER)
    with pytest.raises(NoSuchYear):
        bring_back_year(YEAR, at=AFTER, say=no_word)
    archive_year(YEAR, at=AFTER, say=no_word, dry_run=True)
    assert not LedgerYear.objects.get(year=YEAR).cold
    assert partition_of(case) == [f"kernel_ledger_{YEAR}"]
    cut_year(YEAR + 1, at=AFTER)
    assert [str(one) for one in findings()] == []
