"""The tables of addresses: known house numbers, other names, and the index made from everything."""

from __future__ import annotations

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db.models import Q

from chengmai.city.addresses.words import EntryKind, Match
from chengmai.city.models.drawing import counts_changes, drawn


class Entry(models.Model):
    """One thing with a name, made from a source by `rebuild_gazetteer`; ids stay.

    `radius_m` is how far the thing reaches from its point. A road keeps its line and the districts
    that it passes; a crossing the two roads.
    """

    kind = models.CharField(max_length=16)
    source = models.CharField(max_length=16)
    source_key = models.CharField(max_length=200)
    digest = models.CharField(max_length=32)
    name = models.CharField(max_length=120)
    detail = models.CharField(max_length=160, blank=True, default="")
    rank = models.PositiveSmallIntegerField(default=5)
    weight = models.FloatField(default=0.5)
    radius_m = models.FloatField(default=30)
    districts = ArrayField(models.CharField(max_length=6), default=list)
    division_code = models.CharField(max_length=12, blank=True, default="")
    road_a = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")
    road_b = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")
    point = models.PointField(srid=4326, spatial_index=False)
    point_3857 = drawn("point", models.PointField)
    line = models.MultiLineStringField(srid=4326, null=True, spatial_index=False)
    line_3857 = models.MultiLineStringField(srid=3857, null=True, spatial_index=False)

    class Meta:
        app_label = "addresses"
        constraints = [
            models.UniqueConstraint(fields=["source", "source_key"], name="one_entry_per_source"),
            models.CheckConstraint(
                condition=Q(kind__in=list(EntryKind)), name="entry_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="crossing") | Q(road_a__isnull=False, road_b__isnull=False),
                name="crossing_has_two_roads",
            ),
        ]
        indexes = [
            GistIndex(fields=["point_3857"], condition=Q(kind="place"), name="entry_places"),
            GistIndex(fields=["point_3857"], condition=Q(kind="crossing"), name="entry_crossings"),
            GistIndex(fields=["line_3857"], condition=Q(kind="road"), name="entry_roads"),
        ]


class Key(models.Model):
    """One way to write an entry's name, tidied, with its sound; what people type is met here."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=120)
    how = models.CharField(max_length=8)
    weight = models.FloatField(default=0.5)
    pinyin = models.CharField(max_length=400)
    initials = models.CharField(max_length=120)
    sound = models.CharField(max_length=500)
    pairs = ArrayField(models.CharField(max_length=2), default=list)
    variants = ArrayField(models.CharField(max_length=120), default=list)

    class Meta:
        app_label = "addresses"
        constraints = [
            models.CheckConstraint(condition=Q(how__in=list(Match)), name="key_match_is_known")
        ]
        indexes = [
            models.Index(fields=["key"], opclasses=["text_pattern_ops"], name="key_written"),
            models.Index(fields=["pinyin"], opclasses=["text_pattern_ops"], name="key_spelled"),
            models.Index(fields=["initials"], opclasses=["text_pattern_ops"], name="key_initials"),
            models.Index(fields=["sound"], name="key_sounds"),
            GinIndex(fields=["pairs"], name="key_pairs"),
            GinIndex(fields=["variants"], name="key_variants"),
        ]


class AddressPoint(models.Model):
    """A known house number (门牌). `road` is set by the rebuild: the road of that name next to it."""

    road_name = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    suffix = models.CharField(max_length=12, blank=True, default="")
    community_code = models.CharField(max_length=12, blank=True, default="")
    point = models.PointField(srid=4326, spatial_index=False)
    point_3857 = drawn("point", models.PointField)
    data_source = models.CharField(max_length=40)
    road = models.ForeignKey(
        Entry, models.SET_NULL, null=True, db_index=False, related_name="numbers"
    )

    class Meta:
        app_label = "addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["road_name", "number", "suffix", "community_code"],
                name="one_point_per_number",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="house_number_is_counted"),
        ]
        indexes = [
            models.Index(fields=["road", "number"], name="number_on_road"),
            GistIndex(fields=["point_3857"], name="number_drawn"),
        ]
        triggers = [counts_changes("addresses_addresspoint")]


class Alias(models.Model):
    """Another name of something: an old name, an abbreviation, or what people call it."""

    alias = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    note = models.CharField(max_length=120, blank=True, default="")
    source = models.CharField(max_length=60)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        app_label = "addresses"
        constraints = [models.UniqueConstraint(fields=["alias", "name"], name="one_row_per_alias")]
        triggers = [counts_changes("addresses_alias")]


class SourceState(models.Model):
    """How new the index is for one source: the versions of the tables that it was made from."""

    source = models.CharField(max_length=16, primary_key=True)
    versions = models.JSONField(default=dict)
    entries = models.PositiveIntegerField(default=0)
    built_at = models.DateTimeField()

    class Meta:
        app_label = "addresses"
