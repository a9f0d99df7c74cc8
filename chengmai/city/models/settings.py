"""Numbers and choices of the trade as rows."""

from __future__ import annotations

from django.db import models


class Setting(models.Model):
    """A choice of this city: who says so, in which clause, and from when."""

    key = models.CharField(max_length=60)
    value = models.JSONField()
    valid_from = models.DateField()
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="one_city_setting_per_day")
        ]
