"""People at work: reports and moves with idempotency keys over HTTP, sent again as a client would.

Every acknowledged step is written down, so that afterwards the database can be asked whether each
of them is there, once.
"""

from __future__ import annotations

import http.client
import json
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from chengmai.main.tests.platform import Platform

STEPS = (("accept", "operator"), ("register", "duty_leader"), ("dispatch", "dispatcher"))
AGAIN = (0, 409, 429, 502, 503, 504, 507)  # what a client tries again, with the same key


@dataclass
class Journal:
    """What the platform said yes to: report keys with their case, and moves by case."""

    reports: dict[str, int] = field(default_factory=dict)
    moves: list[tuple[int, str]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    answered_at: list[float] = field(default_factory=list)

    @property
    def acknowledged(self) -> int:
        return len(self.reports) + len(self.moves)


class Load:
    """A few threads, each of which reports a problem and moves it on, over and over."""

    def __init__(self, platform: Platform, people: int = 2, pause: float = 0.05) -> None:
        self.platform = platform
        self.pause = pause
        self.journal = Journal()
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(people)]

    def __enter__(self) -> Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.end()

    def end(self, seconds: float = 30) -> None:
        """Let everybody finish the request under way."""
        self._ended.set()
        for thread in self._threads:
            thread.join(seconds)
            assert not thread.is_alive(), "somebody still waits for an answer"

    def _work(self) -> None:
        line = _Line(self.platform)
        while not self._ended.is_set():
            self._one_case(line)
        line.close()

    def _one_case(self, line: _Line) -> None:
        key, city = uuid.uuid4().hex, self.platform.city
        body = {
            "description": f"路面有积灰 {key[:6]}",
            "lon": city["lon"],
            "lat": city["lat"],
            "class_code": "E0112",
            "source": "hotline",
            "source_key": key,
        }
        receipt = self._until_answered(line, "/api/v1/cases", "operator", key, body)
        if receipt is None:
            return
        case_id, version = int(receipt["case_id"]), None
        with self._lock:
            self.journal.reports[key] = case_id
        for move, duty in STEPS:
            if self._ended.is_set():
                return
            version = self._version(line, case_id) if version is None else version
            if version is None:
                return
            body = {"move": move, "version": version, **self._details(move)}
            path = f"/api/v1/cases/{case_id}/moves?brief=1"
            row = self._until_answered(line, path, duty, uuid.uuid4().hex, body)
            if row is None:
                return
            version = int(row["version"])
            with self._lock:
                self.journal.moves.append((case_id, move))

    def _details(self, move: str) -> dict[str, Any]:
        city = self.platform.city
        return {
            "register": {"class_code": "E0112", "condition_id": city["condition"]},
            "dispatch": {"organisation_id": city["unit"]},
        }.get(move, {})

    def _version(self, line: _Line, case_id: int) -> int | None:
        while not self._ended.is_set():
            status, row = line.ask("GET", f"/api/v1/cases/{case_id}", "operator")
            if status == 200:
                return int(row["version"])
            time.sleep(0.2)
        return None

    def _until_answered(
        self, line: _Line, path: str, duty: str, key: str, body: dict[str, Any]
    ) -> Any:
        """Send the same request with the same key until it is answered; None at the end of the day.

        What was under way when the day ended is sent on for a while: it may have been taken.
        """
        give_up = None
        while True:
            status, answer = line.ask("POST", path, duty, body, key)
            if 200 <= status < 300:
                self.journal.answered_at.append(time.monotonic())
                time.sleep(self.pause)
                return answer
            code = answer.get("code", "") if isinstance(answer, dict) else ""
            with self._lock:
                self.journal.errors[f"{status or 'no answer'} {code}".strip()] += 1
            if status not in AGAIN:
                with self._lock:
                    self.journal.refused.append(f"{status} {code} {path} {answer}"[:400])
                return None
            if self._ended.is_set():
                give_up = give_up or time.monotonic() + 5
                if time.monotonic() > give_up:
                    return None
            time.sleep(0.2)


class _Line:
    """One keep-alive connection of one person after the other."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.connection: http.client.HTTPConnection | None = None

    def ask(
        self, method: str, path: str, duty: str, body: Any = None, key: str = ""
    ) -> tuple[int, Any]:
        """Status and JSON answer; 0 where none came within ten seconds."""
        headers = {
            "Cookie": f"chengmai_session={self.platform.city['tokens'][duty]}",
            "X-Chengmai-Client": "test",
            "Content-Type": "application/json",
        } | ({"Idempotency-Key": key} if key else {})
        try:
            if self.connection is None:
                port = self.platform.port
                self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            data = None if body is None else json.dumps(body).encode()
            self.connection.request(method, path, data, headers)
            answer = self.connection.getresponse()
            text = answer.read()
            return answer.status, json.loads(text) if text else None
        except (OSError, http.client.HTTPException, ValueError):
            self.close()
            return 0, None

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


@dataclass(frozen=True)
class Verdict:
    """What became of everything that was acknowledged."""

    acknowledged: int
    lost: int
    doubled: int


def judge(platform: Platform, journal: Journal) -> Verdict:
    """Ask the database: is each acknowledged step there, and each only once?"""
    keys = dict(
        platform.ask(
            "SELECT source_key, count(*) FROM cases_case WHERE source_key = ANY(%s) GROUP BY 1",
            list(journal.reports),
        )
    )
    ids = sorted(set(journal.reports.values()))
    told = {
        (case_id, move): count
        for case_id, move, count in platform.ask(
            "SELECT (payload->>'case_id')::bigint, payload->>'move', count(*)"
            " FROM kernel_ledgerentry WHERE name = 'cases.CaseMoved' AND subject = ANY(%s)"
            " GROUP BY 1, 2",
            [f"case:{case_id}" for case_id in ids],
        )
    }
    reports_told = {case_id: count for (case_id, move), count in told.items() if move == "report"}
    lost = sum(key not in keys for key in journal.reports)
    lost += sum(step not in told for step in journal.moves)
    doubled = sum(count - 1 for count in keys.values()) + sum(n - 1 for n in told.values())
    doubled += len(journal.reports) - len(set(journal.reports.values()))
    assert not reports_told or all(count == 1 for count in reports_told.values())
    return Verdict(journal.acknowledged, lost, doubled)
