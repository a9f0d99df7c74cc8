"""The table of leave."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from chengmai.identity.words import ADMINISTRATIONS


class Delegation(models.Model):
    """While one person is on leave another stands in for them, with some of their duties (代办)."""

    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="delegations")
    deputy = models.ForeignKey("identity.Person", models.CASCADE, related_name="deputations")
    duties = ArrayField(models.CharField(max_length=20))
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.CharField(max_length=200, default="")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("identity.Person", models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="delegation_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("deputy")), name="nobody_stands_in_for_themselves"
            ),
            models.CheckConstraint(
                condition=~Q(duties__overlap=sorted(ADMINISTRATIONS)) & ~Q(duties=[]),
                name="no_delegation_of_administration",
            ),
        ]
        indexes = [models.Index(fields=["deputy", "ends_at"], name="delegation_by_deputy")]
