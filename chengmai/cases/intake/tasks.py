"""Work of intake for the queue: take up a running import, also one whose worker was killed."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.cases.intake.actions import run_import
from chengmai.cases.intake.models import ImportBatch
from chengmai.cases.intake.words import BatchState
from chengmai.identity.public import actor_of
from chengmai.identity.words import SYSTEM


@app.task(name="cases.go_on_with_import", queue="intake", pass_context=False)
def go_on(batch_id: int) -> None:
    """Take the rows of one import that are left. Two workers at once share them by row locks."""
    batch = ImportBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        return
    actor = actor_of(batch.by_id) if batch.by_id else SYSTEM
    run_import(batch_id=batch_id, actor=actor, at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.take_up_imports", queue="intake", pass_context=False)
def take_up(timestamp: int) -> None:  # noqa: ARG001
    """Go on with imports whose worker did not come back."""
    for batch_id in ImportBatch.objects.filter(state=BatchState.RUNNING).values_list(
        "pk", flat=True
    ):
        go_on.defer(batch_id=batch_id)
