"""What the kernel does by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from procrastinate.contrib.django import app

from chengmai.kernel.anchor_copies import send_copies
from chengmai.kernel.anchors import drop_anchor
from chengmai.kernel.deadletters import forget_replayed, oldest_replayed
from chengmai.kernel.idempotency import purge_keys
from chengmai.kernel.jobs import KEEPER, take_up_jobs
from chengmai.kernel.retention import Keeper, forget_all
from chengmai.kernel.settings import setting
from chengmai.kernel.streams import MAX_AGE_SECONDS
from chengmai.kernel.troubles import forget_troubles, oldest_trouble
from chengmai.kernel.years import cut_year, free_open_part

KEPT_DAYS = 7  # longer than a phone is likely to stay offline with a report in its pocket
KEEPERS = (
    KEEPER,
    Keeper(
        "dead_letters", "已重放的死信", 180, "网络安全法", "第二十一条",
        forget_replayed, oldest_replayed, at_least_days=180,
    ),
    Keeper(
        "troubles", "平台故障记录", 365, "网络安全法", "第二十一条",
        forget_troubles, oldest_trouble, at_least_days=180,
    ),
)  # fmt: skip


@app.periodic(cron="* * * * *")
@app.task(name="kernel.take_up_jobs", queueing_lock="kernel.take_up_jobs")
def take_up_left_jobs(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: jobs whose worker was killed go back into the queue."""
    take_up_jobs()


@app.periodic(cron="17 3 * * *")
@app.task(name="kernel.purge_idempotency_keys", queueing_lock="kernel.purge_idempotency_keys")
def purge_old_keys(timestamp: int) -> None:
    """Forget the answers of requests that nobody will send again."""
    purge_keys(datetime.fromtimestamp(timestamp, UTC) - timedelta(days=KEPT_DAYS))


@app.periodic(cron="37 3 * * *")
@app.task(name="kernel.forget_answers", queueing_lock="kernel.forget_answers")
def forget_old_answers(timestamp: int) -> None:
    """Forget which facts were answered long ago, never sooner than the stream forgets them."""
    from chengmai.kernel.reactor import forget_answers

    kept = max(timedelta(days=setting("reaction_days")), timedelta(seconds=MAX_AGE_SECONDS * 2))
    forget_answers(datetime.fromtimestamp(timestamp, UTC) - kept)


@app.periodic(cron="7 * * * *")
@app.task(name="kernel.drop_anchor", queueing_lock="kernel.drop_anchor")
def drop_hourly_anchor(timestamp: int) -> None:
    """Write down outside the database what the ledger is, and send copies where a city wants them."""
    drop_anchor(at=datetime.fromtimestamp(timestamp, UTC))
    if settings.ANCHOR_URL:
        send_copies(settings.ANCHOR_URL)


@app.periodic(cron="12 2 * * *")
@app.task(
    name="kernel.forget_what_is_beyond_its_term", queue="long", queueing_lock="kernel.forget_terms"
)
def forget_what_is_beyond_its_term(timestamp: int) -> None:
    """Run every retention rule, once a night."""
    forget_all(at=datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="30 16 31 12 *")
@app.task(name="kernel.cut_ledger_year", queueing_lock="kernel.cut_ledger_year")
def cut_last_year(timestamp: int) -> None:
    """Half an hour into a year (Shanghai): close the ledger's open part as the year before."""
    at = datetime.fromtimestamp(timestamp, UTC)  # still the old year
    cut_year(at.year, at=at)


@app.periodic(cron="22 * * * *")
@app.task(name="kernel.free_open_part", queueing_lock="kernel.free_open_part")
def free_ledger(timestamp: int) -> None:  # noqa: ARG001
    """Every hour: the bound of a cut that was killed half way is taken away."""
    free_open_part()
