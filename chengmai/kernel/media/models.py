"""Tables of media: one row a file, and the limits of each kind."""

from __future__ import annotations

import secrets

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengmai.kernel.media.words import MediaKind


def new_key() -> str:
    """128 random bits: who has the address was given it."""
    return secrets.token_hex(16)


class MediaFile(models.Model):
    """A file that somebody sent, and what it is used for."""

    key = models.CharField(max_length=32, unique=True, default=new_key)
    owner = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=10)
    content_type = models.CharField(max_length=80)
    name = models.CharField(max_length=200, blank=True)
    bytes = models.BigIntegerField()
    width = models.IntegerField(null=True)
    height = models.IntegerField(null=True)
    taken_at = models.DateTimeField(null=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    created_at = models.DateTimeField()
    subjects = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        app_label = "media"
        constraints = [
            models.UniqueConstraint(fields=["owner", "sha256"], name="one_row_per_owner_and_file"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in MediaKind]),
                name="media_kind_is_known",
            ),
            models.CheckConstraint(condition=Q(bytes__gt=0), name="media_has_content"),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True)
                | Q(lon__range=(-180, 180), lat__range=(-90, 90)),
                name="media_position_is_on_the_globe",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"], condition=Q(subjects=[]), name="media_unused_by_age"
            ),
            models.Index(fields=["owner", "created_at"], name="media_by_owner_and_day"),
        ]


class MediaLimit(models.Model):
    """How large a file of one kind may be; a city changes the row (source says whose rule)."""

    kind = models.CharField(max_length=10, primary_key=True)
    max_bytes = models.BigIntegerField()
    max_pixels = models.BigIntegerField(null=True)
    source = models.CharField(max_length=200)

    class Meta:
        app_label = "media"
