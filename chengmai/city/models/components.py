"""Components (部件): the public things that stand in the city (GB/T 30428.2)."""

from __future__ import annotations

import pgtrigger
from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GistIndex
from django.db.models import Q

from chengmai.city.models.divisions import UnitGrid
from chengmai.city.models.drawing import counts_changes, drawn
from chengmai.city.words import ComponentChangeKind, ComponentState


class Component(models.Model):
    """One component; the code is division 6 + major class 2 + class 2 + serial number 6."""

    code = models.CharField(max_length=16, primary_key=True)
    class_code = models.CharField(max_length=8, db_index=True)
    point = models.PointField(srid=4326)
    point_3857 = drawn("point", models.PointField)
    grid = models.ForeignKey(
        UnitGrid, models.PROTECT, db_column="grid_code", related_name="components"
    )
    state = models.CharField(max_length=10, default=ComponentState.INTACT)
    manager = models.ForeignKey(
        "identity.Organisation", models.PROTECT, null=True, related_name="+"
    )
    owner = models.ForeignKey("identity.Organisation", models.PROTECT, null=True, related_name="+")
    maintainer = models.ForeignKey(
        "identity.Organisation", models.PROTECT, null=True, related_name="+"
    )
    location_text = models.CharField(max_length=120, blank=True, default="")
    material = models.CharField(max_length=40, blank=True, default="")
    accuracy = models.CharField(max_length=1, default="B")
    data_source = models.CharField(max_length=20, blank=True, default="实测")
    recorded_on = models.DateField()
    changed_on = models.DateField(null=True)
    note = models.CharField(max_length=120, blank=True, default="")
    photos = models.JSONField(default=list, db_default=[])  # ids of media, the newest first

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^\d{16}$"), name="component_code_has_16_digits"
            ),
            models.CheckConstraint(
                condition=Q(state__in=list(ComponentState)), name="component_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(accuracy__in=["A", "B", "C"]), name="component_accuracy_is_known"
            ),
        ]
        indexes = [GistIndex(fields=["point_3857"], name="component_drawn")]
        triggers = [counts_changes("city_component")]


class ComponentChange(models.Model):
    """One change of one component, never edited: the component's history and an import's undo.

    `kind` is a `ComponentChangeKind`; `before` and `after` hold the columns that changed by their
    names (a point as `[lon, lat]`, WGS 84); null before it was created and after it was deleted.
    The code is no foreign key, so that the history outlives a row that an undo took away.
    """

    code = models.CharField(max_length=16)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    import_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=12)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=list(ComponentChangeKind)),
                name="component_change_kind_is_known",
            )
        ]
        indexes = [
            models.Index(fields=["code", "-id"], name="component_history"),
            models.Index(
                fields=["import_id", "id"],
                name="component_change_by_import",
                condition=Q(import_id__isnull=False),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_edited", operation=pgtrigger.Update)]
