"""The table of rights that wait for a second administrator."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from chengmai.identity.words import ADMINISTRATIONS


class DutyRequest(models.Model):
    """One administrator asks that somebody become an administrator; another one decides."""

    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="+")
    organisation = models.ForeignKey("identity.Organisation", models.PROTECT, related_name="+")
    duty = models.CharField(max_length=20)
    reason = models.CharField(max_length=200, default="")
    asked_by = models.ForeignKey("identity.Person", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey("identity.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(
                condition=Q(duty__in=sorted(ADMINISTRATIONS)), name="request_is_for_administration"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | (~Q(decided_by=F("asked_by")) & ~Q(decided_by=F("person"))),
                name="request_decided_by_another",
            ),
            models.UniqueConstraint(
                fields=["person", "duty"],
                condition=Q(decided_at__isnull=True),
                name="one_open_request_per_duty",
            ),
        ]
