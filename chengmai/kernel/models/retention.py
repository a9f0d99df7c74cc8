"""How long what is kept, and the proof that it went."""

from __future__ import annotations

from django.db import models


class RetentionRule(models.Model):
    """A city's own term for one kind of data (个人信息保护法 19); without a row the default holds."""

    name = models.CharField(max_length=40, primary_key=True)
    keep_days = models.PositiveIntegerField()
    in_force = models.BooleanField(default=True)
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "kernel"


class RetentionRun(models.Model):
    """One run of one rule: up to when it forgot, how many rows, and the oldest that is left."""

    name = models.CharField(max_length=40)
    at = models.DateTimeField()
    cutoff = models.DateTimeField()
    removed = models.PositiveIntegerField()
    oldest_left = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        indexes = [models.Index(fields=["name", "-at"], name="retention_runs_by_rule")]
