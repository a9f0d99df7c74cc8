"""How many requests one asker may make."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class RateRule(models.Model):
    """Requests whose path begins with `path`: `amount` in `seconds`, `burst` of them at once.

    `asker` is whose requests are counted together: an `address`, a `device` (a citizen's browser),
    a `person` who signed in, or a source: a `client` (a system with a key) or a `channel` (all who
    come by WeChat, or by the web, and have not signed in). `methods` is empty for all, else
    `POST,PUT`.
    """

    name = models.CharField(max_length=40, primary_key=True)
    asker = models.CharField(max_length=10)
    methods = models.CharField(max_length=40, blank=True, default="")
    path = models.CharField(max_length=80)
    amount = models.PositiveIntegerField()
    seconds = models.PositiveIntegerField()
    burst = models.PositiveIntegerField()
    in_force = models.BooleanField(default=True)
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "kernel"
        constraints = [
            models.CheckConstraint(
                condition=Q(asker__in=["address", "device", "person", "client", "channel"]),
                name="rate_asker_is_known",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, seconds__gt=0, burst__gt=0), name="rate_is_positive"
            ),
        ]
