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
    5 lane); `category` is the finer kind, such as `river`, `park` or `residential`. `source_key`
    knows a feature of an import again.
    """

    kind = models.CharField(max_length=10)
    category = models.CharField(max_length=20, blank=True, default="")
    rank = models.PositiveSmallIntegerField(default=5)
    name = models.CharField(max_length=60, blank=True, default="")
    height_m = models.FloatField(null=True)
    source_key = models.CharField(max_length=60, blank=True, default="", db_default="")
    geometry = models.GeometryField(srid=4326, spatial_index=False)
    geometry_3857 = drawn("geometry", models.GeometryField)

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(BaseKind)), name="base_kind_is_known"),
            models.UniqueConstraint(
                fields=["kind", "source_key"],
                condition=~Q(source_key=""),
                name="one_base_feature_per_source_key",
            ),
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


class PlaceKind(models.Model):
    """A kind of public place that the map shows with its attributes (公厕、菜市场、避难场所 …)."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=40)
    colour = models.CharField(max_length=9)
    symbol = models.CharField(max_length=20)
    capacity_unit = models.CharField(max_length=10, blank=True, default="", db_default="")
    rank = models.PositiveSmallIntegerField(default=50, db_default=50)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="", db_default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[a-z][a-z0-9_]{1,19}$"), name="place_kind_code_is_a_word"
            ),
            models.CheckConstraint(
                condition=Q(colour__regex=r"^#[0-9a-f]{6}$"), name="place_kind_colour_is_one"
            ),
        ]


class Place(models.Model):
    """A named place for labels, search and addresses; `rank` 1 shows from afar.

    Places of a `PlaceKind` carry what a caller asks: opening hours, the place's own telephone,
    capacity (in the kind's unit) and level. `attributes` holds further columns of an import;
    `source_key` knows a place of an import again.
    """

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    address = models.CharField(max_length=120, blank=True, default="")
    rank = models.PositiveSmallIntegerField(default=5)
    division_code = models.CharField(max_length=12, blank=True, default="")
    hours = models.CharField(max_length=80, blank=True, default="", db_default="")
    phone = models.CharField(max_length=30, blank=True, default="", db_default="")
    capacity = models.PositiveIntegerField(null=True)
    level = models.CharField(max_length=20, blank=True, default="", db_default="")
    organisation = models.ForeignKey(
        "identity.Organisation", models.PROTECT, null=True, related_name="+"
    )
    attributes = models.JSONField(default=dict, db_default={})
    source_key = models.CharField(max_length=60, blank=True, default="", db_default="")
    point = models.PointField(srid=4326)
    point_3857 = drawn("point", models.PointField)

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["source_key"], condition=~Q(source_key=""), name="one_place_per_source_key"
            )
        ]
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
