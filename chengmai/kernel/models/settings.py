"""Numbers of the kernel as rows."""

from __future__ import annotations

from django.db import models


class Setting(models.Model):
    """A number of this city's platform: who says so, in which clause, and from when."""

    key = models.CharField(max_length=60)
    value = models.JSONField()
    valid_from = models.DateField()
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "kernel"
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="one_kernel_setting_per_day")
        ]
