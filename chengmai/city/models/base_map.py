"""The base map that we draw ourselves, its labels, and the versions of drawn tables."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db.models import Q

from chengmai.city.models.drawing import counts_changes, drawn
from chengmai.city.words import BaseKind


class BaseFeature(models.Model):
    """Land, water, green, coast, a road or a building.

    `rank` orders by importance, 1 first (for roads: 1 expressway, 2 main, 3 secondary, 4 branch,
    5 lane); `category` is the finer kind, such as `river`, `park` or `residential`.
    """

    kind = models.CharField(max_length=10)
    category = models.CharField(max_length=20, blank=True, default="")
    rank = models.PositiveSmallIntegerField(default=5)
    name = models.CharField(max_length=60, blank=True, default="")
    height_m = models.FloatField(null=True)
    geometry = models.GeometryField(srid=4326, spatial_index=False)
    geometry_3857 = drawn("geometry", models.GeometryField)

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(BaseKind)), name="base_kind_is_known")
        ]
        indexes = [
            *(
                GistIndex(
                    fields=["geometry_3857"],
                    condition=Q(kind=kind.value),
                    name=f"base_{kind.value}_drawn",
                )
                for kind in BaseKind
            ),
            GinIndex(
                fields=["name"],
                opclasses=["gin_trgm_ops"],
                condition=~Q(name=""),
                name="base_named",
            ),
        ]
        triggers = [counts_changes("city_basefeature")]


class Place(models.Model):
    """A named place for labels, search and addresses; `rank` 1 shows from afar."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    address = models.CharField(max_length=120, blank=True, default="")
    rank = models.PositiveSmallIntegerField(default=5)
    division_code = models.CharField(max_length=12, blank=True, default="")
    point = models.PointField(srid=4326)
    point_3857 = drawn("point", models.PointField)

    class Meta:
        app_label = "city"
        indexes = [
            GistIndex(fields=["point_3857"], name="place_drawn"),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="place_named"),
        ]
        triggers = [counts_changes("city_place")]


class LayerVersion(models.Model):
    """How often a drawn table has changed; written by the tables' own triggers."""

    name = models.CharField(max_length=60, primary_key=True)
    version = models.BigIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        app_label = "city"
