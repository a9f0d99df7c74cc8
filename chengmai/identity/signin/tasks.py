"""What signing in does by the clock."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from chengmai.identity.signin.actions import purge


@app.periodic(cron="41 3 * * *")
@app.task(name="identity.purge_sessions", queueing_lock="identity.purge_sessions")
def purge_sessions(timestamp: int) -> None:
    """Forget old sessions and tries to sign in, as long as the policy keeps them."""
    purge(at=datetime.fromtimestamp(timestamp, UTC))
