"""Administrative divisions, unit grids and duty grids (GB/T 30428.1)."""

from __future__ import annotations

import pgtrigger
from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GistIndex
from django.db.models import Q, Value
from django.db.models.functions import Left

from chengmai.city.models.drawing import counts_changes, drawn
from chengmai.city.words import DivisionLevel, ManagementLevel


class Division(models.Model):
    """A province, city, district, street or community; the code of 2/4/6/9/12 digits nests.

    A division that is known by its code only has no geometry until its boundary is surveyed.
    """

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=60)
    level = models.CharField(max_length=10, choices=[(v.value, v.name) for v in DivisionLevel])
    geometry = models.MultiPolygonField(srid=4326, null=True)
    geometry_3857 = drawn("geometry", models.MultiPolygonField)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=80)

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(level="province", code__regex=r"^\d{2}$")
                | Q(level="city", code__regex=r"^\d{4}$")
                | Q(level="district", code__regex=r"^\d{6}$")
                | Q(level="street", code__regex=r"^\d{9}$")
                | Q(level="community", code__regex=r"^\d{12}$"),
                name="division_code_fits_its_level",
            ),
        ]
        indexes = [GistIndex(fields=["geometry_3857"], name="division_drawn")]
        triggers = [counts_changes("city_division")]


class DutyGrid(models.Model):
    """The patrol area of one collector (责任网格): several unit grids of one street."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=60)
    geometry = models.MultiPolygonField(srid=4326)
    geometry_3857 = drawn("geometry", models.MultiPolygonField)
    collector = models.ForeignKey("identity.Person", models.SET_NULL, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        app_label = "city"
        indexes = [GistIndex(fields=["geometry_3857"], name="dutygrid_drawn")]
        triggers = [counts_changes("city_dutygrid")]


class UnitGrid(models.Model):
    """A cell of about 10,000 m² (单元网格). A closed code is never opened or used again."""

    code = models.CharField(max_length=15, primary_key=True)
    community = models.ForeignKey(
        Division, models.PROTECT, db_column="community_code", related_name="unit_grids"
    )
    duty_grid = models.ForeignKey(
        DutyGrid, models.PROTECT, null=True, db_column="duty_grid_code", related_name="unit_grids"
    )
    management_level = models.CharField(max_length=1, default=ManagementLevel.B)
    area_m2 = models.FloatField(null=True)
    geometry = models.MultiPolygonField(srid=4326)
    geometry_3857 = drawn("geometry", models.MultiPolygonField)
    opened_at = models.DateField()
    closed_at = models.DateField(null=True)
    note = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^\d{12}(?!000)\d{3}$"),
                name="unit_grid_code_has_15_digits",
            ),
            models.CheckConstraint(
                condition=Q(community=Left("code", Value(12))),
                name="unit_grid_code_begins_with_community",
            ),
            models.CheckConstraint(
                condition=Q(management_level__in=list(ManagementLevel)),
                name="unit_grid_level_is_known",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=models.F("opened_at")),
                name="unit_grid_closes_after_opening",
            ),
        ]
        indexes = [GistIndex(fields=["geometry_3857"], name="unitgrid_drawn")]
        triggers = [
            counts_changes("city_unitgrid"),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="never_reopened",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__closed_at__isnull=False, new__closed_at__isnull=True),
            ),
        ]


class GridSuccession(models.Model):
    """What became of a closed unit grid: the grid that has its ground now (a part of it, or all).

    A split gives one row per new grid, a merger one per old one. Cases keep the old code.
    """

    old = models.ForeignKey(
        UnitGrid, models.PROTECT, db_column="old_code", related_name="successions"
    )
    new = models.ForeignKey(
        UnitGrid, models.PROTECT, db_column="new_code", related_name="predecessions"
    )
    on = models.DateField()
    share = models.FloatField()  # of the old grid's area, 0-1

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(fields=["old", "new"], name="one_succession_per_pair"),
            models.CheckConstraint(
                condition=~Q(old=models.F("new")), name="grid_does_not_succeed_itself"
            ),
        ]
