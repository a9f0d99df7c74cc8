"""What a phase cost: seconds on a processor by who used them, and how long the machine stood idle.

Wall rates of two busy cores say little; processor time per request stays nearly the same.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Meter:
    """Reads the processor time of the web, the gateway, the facts' carriers and the database.

    `others` are further processes by their names; each calls itself the same in the database
    (PGAPPNAME), as the web does by `web`.
    """

    web: int
    gateway: int | None
    others: dict[str, int]
    postmaster: int | None

    def reading(self) -> dict[str, float]:
        """Seconds so far: web, caddy, db (the whole server), client, and each of the others.

        `db web` and so on are the connections that a process holds now. `idle` and `machine` are
        those of all cores together.
        """
        idle, whole = _machine()
        found = {
            "web": family_seconds(self.web),
            "caddy": family_seconds(self.gateway) if self.gateway else 0.0,
            "db": family_seconds(self.postmaster) if self.postmaster else 0.0,
            "client": time.process_time(),
            "idle": idle,
            "machine": whole,
        }
        found |= {name: family_seconds(pid) for name, pid in self.others.items()}
        for name in ("web", *self.others) if self.postmaster else ():
            found[f"db {name}"] = sum(map(family_seconds, _backends(f"bench-{name}")))
        return found


def per_request(
    before: dict[str, float], after: dict[str, float], requests: int
) -> dict[str, float]:
    """Milliseconds a request by who used them; `idle` is the share of the time, 0 to 1."""
    spent = {who: after[who] - before[who] for who in after}
    whole, idle = spent.pop("machine"), spent.pop("idle")
    found = {who: seconds * 1000 / max(1, requests) for who, seconds in spent.items()}
    return found | {"idle": idle / whole if whole else 0.0}


def family(pid: int) -> list[int]:
    """A process and its children, theirs too."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += family(int(child))
    return found


def family_seconds(pid: int) -> float:
    """Their processor time, with that of children that have ended."""
    return sum(sum(_stat(one)[11:15]) for one in family(pid)) / TICKS


def postmaster_of(url: str) -> int | None:
    """The database server's first process, where it runs on this machine."""
    with psycopg.connect(url) as server:
        found = server.execute("SELECT pg_backend_pid()").fetchone()
        backend = found[0] if found else 0
        name = Path(f"/proc/{backend}/comm")
        if not name.exists() or "postgres" not in name.read_text():
            return None
        return int(_stat(backend)[1])


def _backends(name: str) -> list[int]:
    """The processes of the connections that call themselves so."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        asked = "SELECT pid FROM pg_stat_activity WHERE application_name = %s"
        return [pid for (pid,) in server.execute(asked, [name]).fetchall()]


def machine() -> str:
    """Processors, memory and load at this moment, in words."""
    info = Path("/proc/cpuinfo").read_text()
    model = next((x.split(":")[1].strip() for x in info.splitlines() if "model name" in x), "?")
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = " ".join(f"{x:.1f}" for x in os.getloadavg())
    return f"{os.cpu_count()} × {model}, {gigabytes:.0f} GB; load average before: {load}"


def _stat(pid: int) -> list[int]:
    """The numbers of /proc/PID/stat behind the name: index 1 is the parent, 11 to 14 the times."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    except OSError:
        return [0] * 15
    return [0, *map(int, words[1:15])]


def _machine() -> tuple[float, float]:
    """Idle seconds and all seconds of all cores so far."""
    ticks = [int(x) for x in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return (ticks[3] + ticks[4]) / TICKS, sum(ticks) / TICKS
