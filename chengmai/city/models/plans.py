"""Changes of the ground that are planned for a day to come."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengmai.city.words import PlanKind, PlanState


class PlannedChange(models.Model):
    """One change and the day from which it shall hold; `params` are those of its action.

    It is made on that day in the name of who planned it, with every check of the day; where one
    refuses, `error` says why.
    """

    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    params = models.JSONField()
    on = models.DateField()
    state = models.CharField(max_length=10, default=PlanState.WAITING)
    by_id = models.BigIntegerField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    result = models.JSONField(null=True)
    error = models.JSONField(null=True)

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(PlanKind)), name="plan_kind_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=list(PlanState)), name="plan_state_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["on"], condition=Q(state="waiting"), name="plans_that_wait")
        ]
