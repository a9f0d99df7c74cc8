"""The numbers of the loop as rows: a city replaces them in the back office."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.db.models import F, Q


class _Sourced(models.Model):
    """A number with where it comes from and the days on which it holds (both inclusive)."""

    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class StageLimit(_Sourced):
    """How long a clock outside handling may run: accept, verify, register, dispatch, check, close."""

    clock = models.CharField(max_length=3)
    amount = models.PositiveIntegerField()
    unit = models.CharField(max_length=4)

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["clock", "valid_from"], name="one_stage_limit_per_day"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="stage_limit_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clock} {self.amount}{self.unit}"


class Setting(_Sourced):
    """One threshold of the loop, such as how many extensions a case may get."""

    key = models.CharField(max_length=60)
    title = models.CharField(max_length=80)
    value = models.JSONField()

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="one_setting_per_day"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="setting_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.key
