"""A superuser who rewrites a chain together with its head is found by the anchors."""

from __future__ import annotations

import json
import re
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import psycopg
import pytest
from django.db import connection, transaction

from chengmai.kernel.anchor_copies import send_copies
from chengmai.kernel.anchors import (
    anchor_file,
    anchor_findings,
    drop_anchor,
    note_restore,
    read_lines,
)
from chengmai.kernel.ledger import compose_rows, last_entries, publish
from chengmai.kernel.streams import database_parameters
from chengmai.kernel.tests.makers import NOON, make_fact, new_lamp
from chengmai.kernel.verify import findings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_var(settings, tmp_path):
    settings.VAR = tmp_path


def tell(lamp: str, *words: str) -> None:
    with transaction.atomic():
        for word in words:
            publish(make_fact(lamp, words=word))


def rewrite(lamp: str, *words: str) -> None:
    """As a superuser who knows the code: the whole chain anew, hashes and head included."""
    rows = list(compose_rows([make_fact(lamp, words=word) for word in words]))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE kernel_ledgerentry DISABLE TRIGGER USER")
        cursor.execute("GRANT UPDATE ON kernel_ledgerentry TO CURRENT_USER")
        for row in rows:
            cursor.execute(
                "UPDATE kernel_ledgerentry SET payload = %(payload)s::jsonb, prev_hash ="
                " %(prev_hash)s, hash = %(hash)s WHERE subject = %(subject)s AND seq = %(seq)s",
                {key: row[key] for key in ("payload", "prev_hash", "hash", "subject", "seq")},
            )
        cursor.execute(
            "UPDATE kernel_ledgerhead SET hash = %s WHERE subject = %s",
            [rows[-1]["hash"], f"lamp:{lamp}"],
        )
        cursor.execute("ALTER TABLE kernel_ledgerentry ENABLE ALWAYS TRIGGER ledger_is_append_only")


def test_an_honest_ledger_agrees_with_its_anchors():
    lamp = new_lamp()
    tell(lamp, "一", "二")
    first = drop_anchor(at=NOON)
    tell(lamp, "三")
    second = drop_anchor(at=NOON + timedelta(hours=1))
    assert (second["above"], second["rows"]) == (first["up_to"], 1)
    assert list(anchor_findings()) == []
    assert drop_anchor(at=NOON) is None  # nothing is new
    assert anchor_file().stat().st_mode & 0o777 == 0o600


def test_a_chain_rewritten_together_with_its_head_is_found():
    lamp = new_lamp()
    tell(lamp, "灯亮", "灯灭")
    drop_anchor(at=NOON)
    rewrite(lamp, "灯亮", "灯好")
    assert list(findings(f"lamp:{lamp}")) == []  # the chain itself agrees again
    row = last_entries(1)[0]
    (found,) = anchor_findings()
    first, last = (int(number) for number in re.findall(r"rows (\d+) to (\d+)", found)[0])
    assert first <= row.id <= last
    assert "not what they were on 2026-03-02T04:00" in found


def test_a_line_changed_or_removed_in_the_file_is_found():
    tell(new_lamp(), "一")
    drop_anchor(at=NOON)
    tell(new_lamp(), "二")
    drop_anchor(at=NOON)
    whole = anchor_file().read_text()
    anchor_file().write_text(whole.replace('"rows": 1', '"rows": 7'))
    assert [found for found in anchor_findings() if "was changed" in found]
    anchor_file().write_text(whole.splitlines()[0] + "\n")
    assert list(anchor_findings()) == ["anchor 2: is not in anchors.jsonl any more"]


def test_half_a_line_left_by_a_crash_does_not_swallow_the_next():
    tell(new_lamp(), "一")
    drop_anchor(at=NOON)
    with anchor_file().open("a") as file:
        file.write('{"number": 2, "kin')
    tell(new_lamp(), "二")
    drop_anchor(at=NOON)
    assert [line["number"] for line in read_lines()] == [1, 2]
    assert list(anchor_findings()) == []


def test_rows_of_a_transaction_still_at_work_wait_for_the_next_anchor():
    tell(new_lamp(), "一")
    with psycopg.connect(**database_parameters()) as other:
        other.execute("SELECT pg_current_xact_id()")  # a transaction that has begun to write
        tell(new_lamp(), "二")
        assert drop_anchor(at=NOON, patience=0.3) is None
    assert drop_anchor(at=NOON) is not None


def test_after_a_restore_to_an_earlier_moment_later_anchors_count_no_more():
    tell(new_lamp(), "一")
    first = drop_anchor(at=NOON)
    tell(new_lamp(), "二")
    drop_anchor(at=NOON)
    note_restore(up_to=first["up_to"], at=NOON)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE kernel_ledgerentry DISABLE TRIGGER USER")
        cursor.execute("GRANT DELETE ON kernel_ledgerentry TO CURRENT_USER")
        cursor.execute("DELETE FROM kernel_ledgerentry WHERE id > %s", [first["up_to"]])
        cursor.execute("ALTER TABLE kernel_ledgerentry ENABLE ALWAYS TRIGGER ledger_is_append_only")
    assert list(anchor_findings()) == []


def test_copies_go_to_another_machine_in_order_and_once():
    taken: list[int] = []

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(json.loads(body)["number"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    for word in ("一", "二"):
        tell(new_lamp(), word)
        drop_anchor(at=NOON)
    with HTTPServer(("127.0.0.1", 0), Taker) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/anchors"
        assert send_copies(url) == 2
        assert send_copies(url) == 0
        server.shutdown()
    assert taken == [1, 2]
    tell(new_lamp(), "三")
    drop_anchor(at=NOON)
    assert send_copies(url) == 0  # nobody there: kept for the next time
