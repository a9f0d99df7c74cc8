"""The tables of the citizen's side. A device is known only by a digest of its cookie."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengmai.citizen.privacy.models import PrivacyRequest

__all__ = ["Consent", "Device", "Notice", "PrivacyRequest", "Rating", "Ration", "RationLimit"]


class Device(models.Model):
    """A phone or browser that has agreed to a privacy notice; `key` is `device:<digest>`."""

    key = models.CharField(max_length=80, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        app_label = "citizen"

    def __str__(self) -> str:
        return f"device {self.pk}"


class Notice(models.Model):
    """One version of the privacy notice (个人信息保护法 17, 30, 35); the newest is in force."""

    version = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=80)
    text = models.TextField()
    valid_from = models.DateTimeField()
    source = models.CharField(max_length=120)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "citizen"

    def __str__(self) -> str:
        return self.version


class Consent(models.Model):
    """A device's agreement to one version; a new version asks again (个人信息保护法 14)."""

    device = models.ForeignKey(Device, models.CASCADE, related_name="consents")
    notice = models.ForeignKey(Notice, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        app_label = "citizen"
        constraints = [
            models.UniqueConstraint(fields=["device", "notice"], name="one_consent_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.device_id}/{self.notice_id}"


class Rating(models.Model):
    """What a reporter thinks of the result: once a report, and once more after a re-opening."""

    tracking_no = models.CharField(max_length=12, unique=True)
    case_id = models.BigIntegerField(db_index=True)
    score = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True, default="")
    reopen = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        app_label = "citizen"
        constraints = [
            models.CheckConstraint(
                condition=Q(score__gte=1, score__lte=5), name="rating_is_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tracking_no}: {self.score}"


class Ration(models.Model):
    """How often a device or address wrote within one window; old rows are swept away."""

    key = models.CharField(max_length=80)
    window = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "citizen"
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="one_ration_each")]

    def __str__(self) -> str:
        return self.key


class RationLimit(models.Model):
    """How many reports one device or one address may send in an hour; a city changes the rows."""

    kind = models.CharField(max_length=10, primary_key=True)  # device | address
    most = models.PositiveIntegerField()
    source = models.CharField(max_length=120)

    class Meta:
        app_label = "citizen"

    def __str__(self) -> str:
        return f"{self.kind} {self.most}"
