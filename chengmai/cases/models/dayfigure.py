"""What happened in the city on each day, counted; and the days that must be counted anew."""

from __future__ import annotations

from typing import Any

from django.db import models


def _count() -> models.PositiveIntegerField[Any, Any]:
    return models.PositiveIntegerField(default=0)


class DayFigure(models.Model):
    """Counts of one day (Asia/Shanghai) by street, class and responsible unit (0: none).

    Every count is of cases as they stand now: a case that gets another class moves with all its
    days. `rules.statistics` says what each count means; decision 0081.
    """

    day = models.DateField()
    street_code = models.CharField(max_length=9, blank=True, default="")
    class_code = models.CharField(max_length=10, blank=True, default="")
    organisation_id = models.BigIntegerField(default=0)
    reported = _count()
    valid = _count()
    accepted = _count()
    registered = _count()
    dispatched = _count()
    disposed = _count()
    in_time = _count()
    overtime = _count()
    closed = _count()
    due = _count()
    due_done = _count()
    due_in_time = _count()
    to_close = _count()
    to_close_done = _count()
    to_close_in_time = _count()
    rework = _count()

    class Meta:
        app_label = "cases"
        db_table = "cases_dayfigure"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "street_code", "class_code", "organisation_id"],
                name="one_figure_per_day_and_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.street_code} {self.class_code}"


class DayChanged(models.Model):
    """A day whose figures no longer hold; a trigger on cases writes these (migration 0014)."""

    day = models.DateField()

    class Meta:
        app_label = "cases"
        db_table = "cases_daychanged"

    def __str__(self) -> str:
        return str(self.day)
