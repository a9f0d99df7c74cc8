from __future__ import annotations

import pytest
from django.db import connection, transaction

from chengmai.kernel.ledger import copy_history, entries_of, publish
from chengmai.kernel.tests.makers import make_fact, new_lamp
from chengmai.kernel.verify import findings, spans, verify
from chengmai.kernel.verify_whole import Stopped, verify_whole

pytestmark = pytest.mark.django_db


def tell_five() -> str:
    """A lamp with five facts, two of them copied in as history."""
    lamp = new_lamp()
    copy_history([make_fact(lamp, words="旧"), make_fact(lamp, place=(119.6, 39.9))])
    for words in ("三", "四", "五"):
        publish(make_fact(lamp, words=words, brightness=1e22))
    return f"lamp:{lamp}"


def tamper(statement: str, *values: object) -> None:
    """As somebody who owns the table and knows how to silence its guard."""
    with connection.cursor() as cursor:
        cursor.execute("GRANT UPDATE, DELETE, TRUNCATE ON kernel_ledgerentry TO CURRENT_USER")
        cursor.execute("ALTER TABLE kernel_ledgerentry DISABLE TRIGGER ledger_is_append_only")
        cursor.execute(statement, values)
        cursor.execute("ALTER TABLE kernel_ledgerentry ENABLE ALWAYS TRIGGER ledger_is_append_only")


def told(subject: str) -> list[tuple[int, str]]:
    return [(finding.seq, finding.wrong) for finding in findings(subject)]


@pytest.mark.parametrize("algorithm", ["sm3", "sha256"])
def test_an_honest_ledger_has_no_findings(settings, algorithm):
    settings.LEDGER_HASH = algorithm
    subject = tell_five()
    lines: list[str] = []
    assert verify(lines.append, subject) == 0
    assert lines == ["5 rows of 1 subjects read, 0 findings"]
    assert {row.algorithm for row in entries_of(subject)} == {algorithm}


@pytest.mark.parametrize(
    "change",
    [
        "payload = jsonb_set(payload, '{words}', '\"改\"')",
        "actor_id = 99",
        "at = at + interval '1 microsecond'",
        "name = 'kernel.LampBroke'",
        "lon = 119.7, lat = 39.9",
        "algorithm = 'none'",
    ],
)
def test_a_changed_row_is_named(change):
    subject = tell_five()
    tamper(UPDATE.replace("(change)", change), subject)
    assert told(subject) == [(3, "changed")]


def test_a_row_missing_in_the_middle_is_named():
    subject = tell_five()
    tamper("DELETE FROM kernel_ledgerentry WHERE subject = %s AND seq IN (2, 3)", subject)
    assert told(subject) == [(2, "missing"), (3, "missing")]


def test_a_row_missing_at_the_end_is_named():
    subject = tell_five()
    tamper("DELETE FROM kernel_ledgerentry WHERE subject = %s AND seq > 3", subject)
    assert told(subject) == [(4, "missing"), (5, "missing")]


def test_a_chain_that_is_wholly_gone_is_named():
    subject = tell_five()
    tamper("DELETE FROM kernel_ledgerentry WHERE subject = %s", subject)
    assert told(subject) == [(number, "missing") for number in range(1, 6)]


UPDATE = "UPDATE kernel_ledgerentry SET (change) WHERE subject = %s AND seq = 3"
INSERT = """
INSERT INTO kernel_ledgerentry (subject, seq, name, at, payload, algorithm, prev_hash, hash)
SELECT %s, 6, name, at, payload, algorithm, hash, hash FROM kernel_ledgerentry
WHERE subject = %s AND seq = 5
"""


def test_a_row_put_in_at_the_end_or_on_a_new_subject_is_named():
    subject = tell_five()
    tamper(INSERT, subject, subject)
    assert told(subject) == [(6, "inserted")]
    tamper(INSERT, f"{subject}-new", subject)
    assert told(f"{subject}-new") == [(6, "inserted")]


def test_a_row_put_in_the_middle_is_named():
    subject = tell_five()
    tamper("UPDATE kernel_ledgerentry SET seq = seq + 10 WHERE subject = %s AND seq > 2", subject)
    tamper(INSERT.replace("6, name", "3, name").replace("seq = 5", "seq = 15"), subject, subject)
    tamper("UPDATE kernel_ledgerentry SET seq = seq - 9 WHERE subject = %s AND seq > 9", subject)
    tamper("UPDATE kernel_ledgerhead SET seq = 6 WHERE subject = %s", subject)
    assert told(subject)[0] == (3, "changed")


def test_a_row_rewritten_with_a_fitting_hash_does_not_fit_its_neighbours():
    subject, other = tell_five(), tell_five()
    tamper(
        "UPDATE kernel_ledgerentry e SET prev_hash = o.prev_hash FROM kernel_ledgerentry o"
        " WHERE e.subject = %s AND e.seq = 3 AND o.subject = %s AND o.seq = 4",
        subject,
        other,
    )
    assert (3, "changed") in told(subject)
    tamper("UPDATE kernel_ledgerhead SET hash = '' WHERE subject = %s", other)
    assert told(other) == [(5, "head")]


def test_the_command_says_each_finding_and_fails():
    subject = tell_five()
    tamper("DELETE FROM kernel_ledgerentry WHERE subject = %s AND seq = 2", subject)
    lines: list[str] = []
    assert verify(lines.append, subject) == 1
    assert lines == [f"{subject} #2: missing", "4 rows of 1 subjects read, 1 findings"]


def test_the_whole_ledger_is_read_in_spans_and_can_go_on_behind_a_subject():
    subjects = sorted(tell_five() for _ in range(7))
    before = len(list(spans(chains=2)))
    assert before >= 4
    lines: list[str] = []
    assert verify_whole(lines.append, jobs=1, chains=2) == 0
    assert "0 findings" in lines[-1]
    tamper(UPDATE.replace("(change)", "actor_id = 99"), subjects[5])
    lines.clear()
    assert verify_whole(lines.append, jobs=1, chains=2, after=subjects[4]) == 1
    assert any(subjects[5] in line for line in lines)
    assert verify_whole(lines.append, jobs=1, chains=2, after=subjects[5]) == 0
    assert {(one.subject, one.seq) for one in findings()} == {(subjects[5], 3)}


def test_a_chain_without_a_head_is_found_beyond_the_last_head_too():
    subject = tell_five()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_ledgerhead WHERE subject = %s", [subject])
    assert {one.wrong for one in findings() if one.subject == subject} == {"inserted"}


@pytest.mark.django_db(transaction=True)
def test_several_processes_find_what_one_finds():
    with transaction.atomic():
        subjects = [tell_five() for _ in range(6)]
        tamper(UPDATE.replace("(change)", "at = at + interval '1 second'"), subjects[2])
    lines: list[str] = []
    try:
        assert verify_whole(lines.append, jobs=2, chains=1) == 1
    finally:  # what was committed stays for the tests after this one
        with transaction.atomic():
            tamper(UPDATE.replace("(change)", "at = at - interval '1 second'"), subjects[2])
    assert f"{subjects[2]} #3: changed since it was written" in lines
    assert [str(one) for subject in subjects for one in findings(subject)] == []


def test_who_stops_the_reading_hears_where_to_go_on():
    subjects = sorted(tell_five() for _ in range(4))
    tamper(UPDATE.replace("(change)", "actor_id = 99"), subjects[2])

    def stop(_line: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(Stopped) as stopped:
        verify_whole(stop, jobs=1, chains=1, after=subjects[0])
    assert stopped.value.after == subjects[1]
