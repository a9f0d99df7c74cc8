"""Reports: one problem, many reporters; each keeps a tracking number of their own."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.db.models import Q

from chengmai.kernel.fields import SealedTextField

from .case import Case


class Report(models.Model):
    """One person's (or device's) word about a problem.

    `case` is the case that this report opened or joined; `follows` is the case whose steps its
    reporter hears of now: the same one, or the master after a merge. `tracking_no` cannot be
    guessed and is the reporter's key. `first` marks the report that opened its case. Where somebody
    wrote a phone or identity number into it, `text` shows it masked and `private_text` has it sealed.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    follows = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="followers")
    tracking_no = models.CharField(max_length=12, unique=True)
    first = models.BooleanField(default=True, db_default=True)
    source = models.CharField(max_length=20)
    source_key = models.CharField(max_length=80, blank=True, default="", db_default="")
    contact_id = models.BigIntegerField(null=True)
    device_key = models.CharField(max_length=80, blank=True, default="", db_default="")
    reporter_id = models.BigIntegerField(null=True)
    text = models.TextField(blank=True, default="", db_default="")
    private_text = SealedTextField(context="report.text", null=True)
    point = models.PointField(srid=4326, null=True, spatial_index=False)
    media = models.JSONField(default=list, db_default=[])
    at = models.DateTimeField()

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"],
                condition=~Q(source_key=""),
                name="one_report_per_source_key",
            ),
        ]
        indexes = [
            models.Index(
                fields=["device_key", "-id"], name="report_by_device", condition=~Q(device_key="")
            ),
            models.Index(
                fields=["contact_id", "-id"],
                name="report_by_contact",
                condition=Q(contact_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.tracking_no
