"""What media does by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from procrastinate.contrib.django import app

from chengmai.kernel.media.actions import forget_unused

UNUSED_DAYS = 7  # as long as the key of a report that waits in a phone is remembered


@app.periodic(cron="37 * * * *")
@app.task(name="media.forget_unused_uploads", queueing_lock="media.forget_unused_uploads")
def forget_unused_uploads(timestamp: int) -> None:
    """Drop uploads that no report and no move ever named; at most a thousand an hour."""
    forget_unused(before=datetime.fromtimestamp(timestamp, UTC) - timedelta(days=UNUSED_DAYS))
