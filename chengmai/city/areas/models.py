"""Kinds of managed areas, and the areas themselves."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GistIndex
from django.db.models import F, Q

from chengmai.city.areas.words import AreaFamily
from chengmai.city.models.drawing import counts_changes, drawn


class AreaKind(models.Model):
    """A kind of management grid (环卫、园林、排水 …) or responsibility area (门前三包 …)."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=40)
    family = models.CharField(max_length=16)
    colour = models.CharField(max_length=9)
    levels = models.JSONField(default=list, db_default=[])
    min_zoom = models.PositiveSmallIntegerField(default=12, db_default=12)
    rank = models.PositiveSmallIntegerField(default=50, db_default=50)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="", db_default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[a-z][a-z0-9_]{1,19}$"), name="area_kind_code_is_a_word"
            ),
            models.CheckConstraint(
                condition=Q(family__in=list(AreaFamily)), name="area_kind_family_is_known"
            ),
            models.CheckConstraint(
                condition=Q(colour__regex=r"^#[0-9a-f]{6}$"), name="area_kind_colour_is_one"
            ),
        ]


class ManagedArea(models.Model):
    """One area of a kind: its ground, who answers for it, and since when.

    `party` names who keeps the area where it is no organisation of ours (a shop, an owner);
    `level` is one of the kind's levels. `valid_to` is its first day out of use.
    """

    kind = models.ForeignKey(AreaKind, models.PROTECT, related_name="areas")
    code = models.CharField(max_length=24)
    name = models.CharField(max_length=80)
    level = models.CharField(max_length=20, blank=True, default="", db_default="")
    organisation = models.ForeignKey(
        "identity.Organisation", models.PROTECT, null=True, related_name="+"
    )
    person = models.ForeignKey("identity.Person", models.SET_NULL, null=True, related_name="+")
    party = models.CharField(max_length=80, blank=True, default="", db_default="")
    geometry = models.MultiPolygonField(srid=4326)
    geometry_3857 = drawn("geometry", models.MultiPolygonField)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=80, blank=True, default="", db_default="")
    note = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"],
                condition=Q(valid_to__isnull=True),
                name="one_area_per_code_in_use",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="area_ends_after_it_begins",
            ),
        ]
        indexes = [
            GistIndex(fields=["geometry_3857"], name="area_drawn"),
            models.Index(fields=["organisation", "kind"], name="area_by_organisation"),
        ]
        triggers = [counts_changes("city_managedarea")]
