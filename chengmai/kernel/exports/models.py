"""The one table of exports."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q

from chengmai.kernel.exports.words import ExportState


def new_key() -> str:
    """128 random bits: the name under which the file lies in the store."""
    return secrets.token_hex(16)


class Export(models.Model):
    """One file that somebody asked for. `asked_by` is a person's number; the kernel knows no more."""

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    asked_by = models.BigIntegerField()
    params = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default=ExportState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    file_name = models.CharField(max_length=120)
    bytes = models.BigIntegerField(default=0)
    scope = models.CharField(max_length=64, blank=True, default="")
    error = models.CharField(max_length=60, blank=True, default="")
    hours = models.PositiveIntegerField()
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "exports"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=sorted(ExportState)), name="export_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=ExportState.DONE) | Q(expires_at__isnull=False),
                name="finished_export_expires",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_by", "-id"], name="export_by_person"),
            models.Index(
                fields=["expires_at"],
                name="export_by_expiry",
                condition=Q(state=ExportState.DONE),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.pk}"
