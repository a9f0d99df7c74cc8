"""What hangs on a case: shares of a joint handling, and urgings from above."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.db.models import Q

from ..words import SupervisionLevel
from .case import Case


class Part(models.Model):
    """One co-unit's share of a joint handling (协办, row 33), with a deadline of its own."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parts")
    organisation_id = models.BigIntegerField()
    organisation_path = models.CharField(max_length=120)
    mandatory = models.BooleanField(default=True, db_default=True)
    due_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by_id = models.BigIntegerField(null=True)
    words = models.TextField(blank=True, default="", db_default="")

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["case", "organisation_id"], name="one_part_per_unit"),
        ]
        indexes = [
            models.Index(
                fields=["organisation_path", "case_id"],
                opclasses=["text_pattern_ops", "int8_ops"],
                name="part_by_path",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.organisation_id}"


class Supervision(models.Model):
    """One urging (督办, row 32) with its own sub-deadline."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="supervisions")
    level = models.CharField(max_length=12)
    text = models.TextField()
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "cases"
        constraints = [
            models.CheckConstraint(
                condition=Q(level__in=sorted(SupervisionLevel)), name="supervision_level_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.level}"
