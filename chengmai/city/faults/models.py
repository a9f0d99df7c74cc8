"""The tables of faults: checks with their progress, and what each found."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GistIndex
from django.db.models import Q

from chengmai.city.faults.words import CheckState, FaultKind
from chengmai.city.models.drawing import counts_changes, drawn

AT_WORK = [CheckState.WAITING.value, CheckState.RUNNING.value]


class GridCheck(models.Model):
    """One check of all grids; `done` of `total` steps, and the number of faults by kind."""

    state = models.CharField(max_length=10, default=CheckState.WAITING)
    by_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    counts = models.JSONField(default=dict)
    checked = models.JSONField(default=dict)  # how many grids, components … were looked at
    error = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        app_label = "faults"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(CheckState)), name="grid_check_state_is_known"
            ),
            models.UniqueConstraint(
                models.Value(1), condition=Q(state__in=AT_WORK), name="one_grid_check_at_a_time"
            ),
        ]


class GridFault(models.Model):
    """One place where an invariant is broken: what, where, and how large (square metres)."""

    check_run = models.ForeignKey(GridCheck, models.CASCADE, related_name="faults")
    kind = models.CharField(max_length=24)
    code = models.CharField(max_length=20)
    other = models.CharField(max_length=20, blank=True, default="")
    area_m2 = models.FloatField(null=True)
    geometry = models.GeometryField(srid=4326, spatial_index=False)
    geometry_3857 = drawn("geometry", models.GeometryField)

    class Meta:
        app_label = "faults"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=list(FaultKind)), name="grid_fault_kind_is_known"
            )
        ]
        indexes = [
            models.Index(fields=["check_run", "kind", "id"], name="fault_by_kind"),
            GistIndex(fields=["geometry_3857"], name="fault_drawn"),
        ]
        triggers = [counts_changes("faults_gridfault")]
