"""Tables of shifts and rosters."""

from __future__ import annotations

from django.db import models


class Shift(models.Model):
    """A shift of an organisation and all below it, in the city's own time.

    One that ends at or before the hour it begins ends on the next day. `organisation` null: the
    whole city.
    """

    organisation = models.ForeignKey(
        "identity.Organisation", models.CASCADE, null=True, related_name="shifts"
    )
    name = models.CharField(max_length=30)
    begins = models.TimeField()
    ends = models.TimeField()
    active = models.BooleanField(default=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="one_shift_per_name",
                nulls_distinct=False,
            )
        ]


class RosterLine(models.Model):
    """One person on one shift that begins on this day (排班)."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="lines")
    day = models.DateField()
    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="roster")

    class Meta:
        app_label = "identity"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "shift", "person"], name="one_roster_line_per_person"
            )
        ]
        indexes = [models.Index(fields=["person", "day"], name="roster_by_person")]
