"""The tables of intake: a file, its rows, and the mapping remembered for files of its shape."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengmai.cases.intake.words import BatchState, RowState
from chengmai.kernel.fields import SealedJsonField


class ImportBatch(models.Model):
    """One file of messages, and how far its import has come."""

    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=8)
    encoding = models.CharField(max_length=20, blank=True, default="")
    signature = models.CharField(max_length=64)
    columns = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=BatchState.READING)
    dry_run = models.BooleanField(default=False)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True, default="")
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "cases"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=sorted(BatchState)), name="import_state_is_known"
            ),
        ]
        indexes = [models.Index("sha256", name="import_by_content")]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """One row of a file: what it said (sealed, for it names people), and how it fared."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    values = SealedJsonField(context="import_row.values")
    emptied = models.BooleanField(default=False, db_default=False)
    state = models.CharField(max_length=10, default=RowState.PENDING)
    reason = models.CharField(max_length=30, blank=True, default="")
    detail = models.CharField(max_length=200, blank=True, default="")
    source_key = models.CharField(max_length=80, blank=True, default="")
    content_key = models.CharField(max_length=40, blank=True, default="")
    case_id = models.BigIntegerField(null=True)
    case_no = models.CharField(max_length=20, blank=True, default="")
    tracking_no = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="one_import_row_per_number"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(RowState)), name="import_row_state_is_known"
            ),
        ]
        indexes = [
            models.Index("batch", "state", "number", name="import_row_by_state"),
            models.Index(
                "source_key", name="import_row_by_key", condition=Q(case_id__isnull=False)
            ),
            models.Index(
                "content_key", name="import_row_by_words", condition=Q(case_id__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.number}"


class ColumnMapping(models.Model):
    """What a person chose for files of this shape, used for the next one."""

    signature = models.CharField(max_length=64, primary_key=True)
    mapping = models.JSONField()
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        app_label = "cases"

    def __str__(self) -> str:
        return self.signature[:8]
