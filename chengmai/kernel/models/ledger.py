"""The tables of the ledger, the outbox, the reactions and the idempotency keys."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class LedgerEntry(models.Model):
    """One fact, for ever. The database refuses to change or remove a row (migration 0001).

    Not managed, so that nothing in Django, not even the flush between tests, thinks of emptying it.
    """

    subject = models.CharField(max_length=120)
    seq = models.BigIntegerField()
    name = models.CharField(max_length=120)
    actor_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    payload = models.JSONField()
    algorithm = models.CharField(max_length=12)
    prev_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        app_label = "kernel"
        managed = False
        db_table = "kernel_ledgerentry"


class LedgerHead(models.Model):
    """The end of a subject's chain; locked while a fact is added."""

    subject = models.CharField(max_length=120, primary_key=True)
    seq = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        app_label = "kernel"
        managed = False
        db_table = "kernel_ledgerhead"


class LedgerYear(models.Model):
    """A partition of the ledger that is full: its rows have ids from `first_id` to below `end_id`.

    `cold` says that it lies in its ordered, read-only form (decision 0082).
    """

    year = models.PositiveSmallIntegerField(primary_key=True)
    first_id = models.BigIntegerField()
    end_id = models.BigIntegerField()
    cold = models.BooleanField(default=False)
    rows = models.BigIntegerField(default=0)
    bytes_warm = models.BigIntegerField(default=0)
    bytes_cold = models.BigIntegerField(default=0)
    cut_at = models.DateTimeField()
    moved_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        db_table = "kernel_ledgeryear"


class OutboxRow(models.Model):
    """A ledger entry that the relay has still to carry to JetStream."""

    entry_id = models.BigIntegerField(primary_key=True)
    queued_at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "kernel"
        db_table = "kernel_outbox"


class ReactionDone(models.Model):
    """A handler has answered a ledger entry; hearing of it again has no effect."""

    reaction = models.CharField(max_length=120)
    entry_id = models.BigIntegerField()
    done_at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "kernel"
        constraints = [
            models.UniqueConstraint(
                fields=["reaction", "entry_id"], name="a_reaction_answers_once"
            ),
        ]


class DeadLetter(models.Model):
    """A fact that a handler could not answer after all its tries; a person decides what next."""

    reaction = models.CharField(max_length=120)
    entry_id = models.BigIntegerField()
    name = models.CharField(max_length=120)
    subject = models.CharField(max_length=120)
    body = models.JSONField()
    error = models.TextField()
    traceback = models.TextField()
    tries = models.IntegerField()
    died_at = models.DateTimeField(db_default=Now())
    replayed_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        constraints = [
            models.UniqueConstraint(fields=["reaction", "entry_id"], name="one_dead_letter_each"),
        ]


class IdempotencyKey(models.Model):
    """The answer that a creating request got, so that its repetition gets the same."""

    scope = models.CharField(max_length=80)
    key = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64)
    status = models.SmallIntegerField(default=0)
    body = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now(), db_index=True)

    class Meta:
        app_label = "kernel"
        db_table = "kernel_idempotency"
        constraints = [
            models.UniqueConstraint(fields=["scope", "key"], name="one_answer_per_key"),
        ]
