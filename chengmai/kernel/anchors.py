"""Anchors: what the ledger was, written down outside the database, hour by hour.

Who is superuser of the database can rewrite a whole chain together with its head, and the ledger's
own hashes agree again. An anchor is one line in `var/anchors/anchors.jsonl`: a digest over the
hashes of all rows since the anchor before, block by block, sealed with the key ring and chained to
the line before. `ledger verify` computes the digests again and names the blocks that differ.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from chengmai.kernel.keyring import derived_key, key_ring
from chengmai.kernel.models import Anchor

BLOCK = 1000  # ledger ids
FIRST = "0" * 64

_BLOCKS = """
SELECT id / %(block)s::bigint, count(*),
       encode(sha256(string_agg(int8send(id) || hash, ''::bytea ORDER BY id)), 'hex')
FROM kernel_ledgerentry WHERE id > %(above)s::bigint AND id <= %(up_to)s::bigint
GROUP BY 1 ORDER BY 1
"""
_NEWEST = """
SELECT coalesce(max(id), 0), pg_snapshot_xmax(pg_current_snapshot())::text::bigint
FROM kernel_ledgerentry
"""
# Transactions of other databases of the same server write no row of this ledger.
_OLDEST_AT_WORK = """
SELECT coalesce(min(x::text::bigint), max(pg_snapshot_xmax(pg_current_snapshot())::text::bigint))
FROM (VALUES (1)) AS one LEFT JOIN pg_snapshot_xip(pg_current_snapshot()) AS x ON NOT EXISTS (
    SELECT FROM pg_stat_activity AS a WHERE a.datname <> current_database()
    AND a.backend_xid::text::bigint = mod(x::text::bigint, 4294967296))
"""


def anchor_file() -> Path:
    """Where the anchors lie."""
    return Path(settings.VAR) / "anchors" / "anchors.jsonl"


def drop_anchor(*, at: datetime, patience: float = 10.0) -> dict[str, Any] | None:
    """Write down every row since the last anchor; the line, or None where nothing new is settled.

    Rows count as settled when every transaction that was at work when they were seen has ended;
    waits `patience` seconds for that, at most. Must not run inside a transaction.
    """
    lines = list(read_lines())
    above = int(lines[-1]["up_to"]) if lines else 0
    up_to = _settled_up_to(patience)
    if up_to is None or up_to <= above:
        return None
    blocks = _blocks(above, up_to)
    body = {
        "number": len(lines) + 1,
        "kind": "anchor",
        "at": at.isoformat(),
        "above": above,
        "up_to": up_to,
        "rows": sum(count for _, count, _ in blocks),
        "blocks": {str(block): digest for block, _, digest in blocks},
    }
    return _write(body, lines, at)


def note_restore(*, up_to: int, at: datetime) -> dict[str, Any] | None:
    """Write down that the database was brought back to an earlier moment and ends at this row.

    Anchors beyond it no longer count; the line stays for the auditor. None where none is beyond.
    """
    lines = list(read_lines())
    if not lines or int(lines[-1]["up_to"]) <= up_to:
        return None
    body = {"number": len(lines) + 1, "kind": "restored", "at": at.isoformat(), "up_to": up_to}
    return _write({**body, "above": up_to, "rows": 0, "blocks": {}}, lines, at)


def read_lines() -> Iterator[dict[str, Any]]:
    """The anchors as they stand in the file; a last line that was cut off in writing is left out."""
    try:
        text = anchor_file().read_text()
    except FileNotFoundError:
        return
    for line in text.splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            return


def anchor_findings() -> Iterator[str]:
    """Everything in which ledger, anchors in the database and anchors in the file disagree."""
    lines = list(read_lines())
    before = FIRST
    for line in lines:
        if line["before"] != before or not hmac.compare_digest(line["mark"], _mark_of(line)):
            yield f"anchor {line['number']}: the line in {anchor_file().name} was changed"
        before = line["mark"]
    yield from _against_copies(lines)
    for line in _in_force(lines):
        yield from _wrong_blocks(line)


def verify_anchors(say: Callable[[str], None]) -> int:
    """Say every finding and the sum; 1 when something is wrong, else 0."""
    wrong = 0
    for finding in anchor_findings():
        wrong += 1
        say(finding)
    lines = list(read_lines())
    rows = sum(int(line["rows"]) for line in lines)
    say(f"{len(lines)} anchors over {rows} rows compared, {wrong} findings")
    return 1 if wrong else 0


def _settled_up_to(patience: float) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST)
        newest, next_transaction = cursor.fetchone() or (0, 0)
        until = time.monotonic() + patience
        while True:
            cursor.execute(_OLDEST_AT_WORK)
            if (cursor.fetchone() or (0,))[0] >= next_transaction:
                return int(newest)
            if time.monotonic() >= until:
                return None
            time.sleep(0.1)


def _blocks(above: int, up_to: int) -> list[tuple[int, int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_BLOCKS, {"block": BLOCK, "above": above, "up_to": up_to})
        return [(int(block), int(count), digest) for block, count, digest in cursor.fetchall()]


def _write(body: dict[str, Any], lines: list[dict[str, Any]], at: datetime) -> dict[str, Any]:
    line = {**body, "before": lines[-1]["mark"] if lines else FIRST}
    line["mark"] = _mark_of(line)
    path = anchor_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = "".join(f"{json.dumps(old)}\n" for old in lines) if _is_torn(path, len(lines)) else None
    if text is not None:
        path.write_text(text)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f"{json.dumps(line)}\n")
        file.flush()
        os.fsync(file.fileno())
    Anchor.objects.update_or_create(
        number=line["number"],
        defaults={"at": at, "up_to": line["up_to"], "rows": line["rows"], "mark": line["mark"]},
    )
    return line


def _is_torn(path: Path, whole_lines: int) -> bool:
    """Whether a crash left half a line at the end, which would swallow the next one."""
    return path.exists() and len(path.read_text().splitlines()) > whole_lines


def _mark_of(line: dict[str, Any]) -> str:
    """The seal of a line: who has the database but not the key ring cannot make one."""
    body = {key: value for key, value in line.items() if key != "mark"}
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    key = derived_key(key_ring().index, "ledger anchor", 32)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _against_copies(lines: list[dict[str, Any]]) -> Iterator[str]:
    kept = {line["number"]: line["mark"] for line in lines}
    last_restore = max((x["number"] for x in lines if x["kind"] == "restored"), default=0)
    for copy in Anchor.objects.order_by("number"):
        if copy.number not in kept:
            yield f"anchor {copy.number}: is not in {anchor_file().name} any more"
        elif kept[copy.number] != copy.mark and copy.number > last_restore:
            yield f"anchor {copy.number}: the database's copy differs from the file"


def _in_force(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The anchors that count: those that reach beyond a later restore do so no more."""
    found: list[dict[str, Any]] = []
    for line in lines:
        if line["kind"] == "restored":
            found = [old for old in found if old["up_to"] <= line["up_to"]]
        else:
            found.append(line)
    return found


def _wrong_blocks(line: dict[str, Any]) -> Iterator[str]:
    now = {str(block): digest for block, _, digest in _blocks(line["above"], line["up_to"])}
    for block in sorted({*now, *line["blocks"]}, key=int):
        if now.get(block) != line["blocks"].get(block):
            first = max(int(block) * BLOCK, line["above"] + 1)
            last = min((int(block) + 1) * BLOCK - 1, line["up_to"])
            yield f"ledger rows {first} to {last}: not what they were on {line['at'][:16]}"
