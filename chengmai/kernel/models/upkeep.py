"""What keeps the platform: backups made, anchors of the ledger, how far reactions are forgotten."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class BackupRun(models.Model):
    """One backup: when, where to, and how it went. Also those started by hand."""

    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8)  # running | good | failed
    name = models.CharField(max_length=40)
    place = models.CharField(max_length=300)
    way = models.CharField(max_length=8, blank=True, default="")  # base | dump
    bytes = models.BigIntegerField(null=True)
    error = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        app_label = "kernel"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["running", "good", "failed"]),
                name="backup_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state="running") | Q(ended_at__isnull=False),
                name="ended_backup_has_a_time",
            ),
        ]


class ReactionFloor(models.Model):
    """Up to this ledger entry a handler's answers are forgotten and all count as given."""

    reaction = models.CharField(max_length=120, primary_key=True)
    entry_id = models.BigIntegerField()

    class Meta:
        app_label = "kernel"


class Anchor(models.Model):
    """The database's own copy of a line in the anchor file; `mark` is that line's hash."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    up_to = models.BigIntegerField()
    rows = models.BigIntegerField()
    mark = models.CharField(max_length=64)

    class Meta:
        app_label = "kernel"
