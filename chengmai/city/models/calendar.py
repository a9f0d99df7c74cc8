"""When offices work: exceptional days and office hours."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.db.models import F, Q


class CalendarDay(models.Model):
    """A day that differs from the week's rule: a holiday, or a make-up working day (调休)."""

    date = models.DateField(primary_key=True)
    working = models.BooleanField()
    name = models.CharField(max_length=60, blank=True, default="")
    source = models.CharField(max_length=60)

    class Meta:
        app_label = "city"


class OfficeHours(models.Model):
    """One window of one weekday (0 is Monday); without an organisation it holds for all."""

    organisation = models.ForeignKey(
        "identity.Organisation", models.CASCADE, null=True, related_name="+"
    )
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()
    source = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "weekday", "opens"],
                name="one_window_per_opening",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_is_of_the_week"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")) | Q(closes=time(0)),
                name="office_closes_after_opening",
            ),
        ]
