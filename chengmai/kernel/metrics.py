"""What the processes count. With PROMETHEUS_MULTIPROC_DIR set they add up over all processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from django.db import connection
from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

REQUESTS = Histogram(
    "chengmai_request_seconds",
    "Time to answer an HTTP request",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
RELAYED = Counter("chengmai_relayed_facts", "Facts that JetStream has acknowledged")
RELAY_FAILURES = Counter("chengmai_relay_failures", "Batches that the relay had to try again")
REACTIONS_RUN = Counter("chengmai_reactions", "Reactions by outcome", ["reaction", "outcome"])
PUSH_CLIENTS = Gauge(
    "chengmai_push_clients", "Live screens connected", ["kind"], multiprocess_mode="livesum"
)
PUSH_SENT = Counter("chengmai_push_events", "Events queued for live screens")
PUSH_DROPPED = Counter("chengmai_push_dropped", "Live screens dropped for being too slow")

_STATE = """
SELECT (SELECT count(*) FROM kernel_outbox),
       (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(queued_at)), 0)
        FROM kernel_outbox),
       (SELECT count(*) FROM kernel_deadletter WHERE replayed_at IS NULL)
"""
_BACKUPS = """
SELECT (SELECT extract(epoch FROM clock_timestamp() - max(ended_at))
        FROM kernel_backuprun WHERE state = 'good'),
       coalesce((SELECT (state = 'failed')::int FROM kernel_backuprun
                 WHERE state <> 'running' ORDER BY ended_at DESC LIMIT 1), 0)
"""


def relay_state() -> tuple[int, float, int]:
    """Facts waiting for the relay, the age of the oldest in seconds, and open dead letters."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        depth, lag, dead = cursor.fetchone() or (0, 0, 0)
    return int(depth), float(lag), int(dead)


def backup_figures() -> tuple[float | None, int]:
    """Seconds since the last good backup (None: there is none), and 1 where the newest failed."""
    with connection.cursor() as cursor:
        cursor.execute(_BACKUPS)
        age, failed = cursor.fetchone() or (None, 0)
    return None if age is None else float(age), int(failed)


class _DatabaseFigures(Collector):
    """Figures that the database knows, asked when somebody looks."""

    def collect(self) -> Iterator[Metric]:
        depth, lag, dead = relay_state()
        yield GaugeMetricFamily("chengmai_outbox_depth", "Facts waiting for the relay", depth)
        yield GaugeMetricFamily("chengmai_relay_lag_seconds", "Age of the oldest of them", lag)
        yield GaugeMetricFamily("chengmai_dead_letters", "Dead letters nobody replayed", dead)
        age, failed = backup_figures()
        if age is not None:
            yield GaugeMetricFamily("chengmai_backup_age_seconds", "Since the last good one", age)
        words = "1 where the newest backup failed"
        yield GaugeMetricFamily("chengmai_backup_failed", words, failed)


def exposition() -> bytes:
    """All figures in the text format of Prometheus."""
    own = CollectorRegistry()
    own.register(_DatabaseFigures())
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        collect_all: Callable[[CollectorRegistry], object] = multiprocess.MultiProcessCollector
        collect_all(own)
        return generate_latest(own)
    return generate_latest(own) + generate_latest(REGISTRY)
