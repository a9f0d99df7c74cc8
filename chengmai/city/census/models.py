"""The tables of census: imports, what each changed, and the mappings remembered.

The rows of a file themselves lie in two tables per import in the schema `census` of the database
(`raw_<id>` as read, `rows_<id>` as checked): unlogged, filled by COPY, dropped after some days.
After a crash of the database they are empty, and the file is read again.
"""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q

from chengmai.city.census.words import ImportState, Verdict


def new_key() -> str:
    """128 random bits: the name under which the file lies in the store."""
    return secrets.token_hex(16)


class CensusImport(models.Model):
    """One file of the city's own data, what was chosen for it, and how far it has come.

    `position` is the number of the last row that was taken (or of the last change undone);
    `moved_at` tells a worker that was killed from one that works. `pictures` are the archives of
    pictures sent beside the file, `picture_ids` the media that its check has taken from them.
    """

    file_name = models.CharField(max_length=200)
    bytes = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    kept = models.BooleanField(default=True)
    kind = models.CharField(max_length=12, blank=True, default="")
    target = models.CharField(max_length=20, blank=True, default="")
    layers = models.JSONField(default=list)
    found = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    read_as = models.CharField(max_length=64, blank=True, default="")
    state = models.CharField(max_length=10, default=ImportState.RECEIVED)
    step = models.CharField(max_length=10, blank=True, default="")
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    position = models.BigIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    undone = models.PositiveIntegerField(default=0)
    not_undone = models.PositiveIntegerField(default=0)
    reasons = models.JSONField(default=list)
    unknown = models.JSONField(default=list)
    image = models.JSONField(default=list)
    pictures = models.JSONField(default=list, db_default=[])
    picture_ids = models.JSONField(default=list, db_default=[])
    error = models.JSONField(null=True)
    seconds = models.JSONField(default=dict)
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    moved_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "census"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(ImportState)), name="census_state_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class CensusChange(models.Model):
    """What one import did to one row: the row before it, and a mark of the row after it.

    `before` holds every column as the database writes it (geometry in hexadecimal), so that an
    undo restores the very same row; `mark` is the MD5 of the row after the import, by which a row
    that changed since is known. `refusal` says why an undo left the row alone.
    """

    census_import = models.ForeignKey(
        CensusImport, models.PROTECT, related_name="changes", db_column="import_id"
    )
    target = models.CharField(max_length=20)
    key = models.CharField(max_length=100)
    verdict = models.CharField(max_length=10)
    before = models.JSONField(null=True)
    mark = models.CharField(max_length=32)
    refusal = models.CharField(max_length=20, blank=True, default="", db_default="")

    class Meta:
        app_label = "census"
        constraints = [
            models.UniqueConstraint(fields=["census_import", "key"], name="one_change_per_row"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.ADDED, before__isnull=True)
                | Q(verdict=Verdict.CHANGED, before__isnull=False),
                name="census_change_is_whole",
            ),
        ]
        indexes = [models.Index("target", "key", name="census_change_by_row")]


class CensusMapping(models.Model):
    """What a person chose for files of these columns, used for the next one."""

    target = models.CharField(max_length=20)
    signature = models.CharField(max_length=64)
    choices = models.JSONField()
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        app_label = "census"
        constraints = [
            models.UniqueConstraint(fields=["target", "signature"], name="one_census_mapping")
        ]


class CensusPicture(models.Model):
    """A picture's content, as it came in or went out, and the file that shows it: the same
    picture in another import is the same file."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    media_id = models.BigIntegerField()

    class Meta:
        app_label = "census"
