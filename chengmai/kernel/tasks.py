"""What the kernel does by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from procrastinate.contrib.django import app

from chengmai.kernel.idempotency import purge_keys

KEPT_DAYS = 7  # longer than a phone is likely to stay offline with a report in its pocket


@app.periodic(cron="17 3 * * *")
@app.task(name="kernel.purge_idempotency_keys", queueing_lock="kernel.purge_idempotency_keys")
def purge_old_keys(timestamp: int) -> None:
    """Forget the answers of requests that nobody will send again."""
    purge_keys(datetime.fromtimestamp(timestamp, UTC) - timedelta(days=KEPT_DAYS))
