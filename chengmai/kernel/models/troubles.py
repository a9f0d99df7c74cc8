"""Troubles of the platform that lasted: when each began, was told, and was over."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Trouble(models.Model):
    """One trouble from its first to its last sight; `about` is the disk, process or letter."""

    code = models.CharField(max_length=40)
    about = models.CharField(max_length=80, blank=True, default="")
    level = models.CharField(max_length=10)
    facts = models.JSONField(default=dict)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "about"],
                condition=Q(over_at__isnull=True),
                name="one_open_trouble_of_a_kind",
            ),
        ]
        indexes = [models.Index(fields=["over_at"], name="trouble_by_end")]

    def __str__(self) -> str:
        return f"{self.code} {self.about}"
