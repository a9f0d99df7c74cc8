"""Layers as data: who sees them, how they look, and what each person chose."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class LayerRule(models.Model):
    """Whether people of a duty, of a kind of organisation, or of both see a layer.

    Empty means any. The most specific rule that fits decides; among equals, seeing wins; without
    any rule the layer's recipe decides (`atlas.rules.layer_visible`).
    """

    layer = models.CharField(max_length=40)
    duty = models.CharField(max_length=20, blank=True, default="", db_default="")
    organisation_kind = models.CharField(max_length=20, blank=True, default="", db_default="")
    visible = models.BooleanField()
    source = models.CharField(max_length=80, blank=True, default="", db_default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["layer", "duty", "organisation_kind"], name="one_layer_rule_per_role"
            )
        ]


class LayerStyle(models.Model):
    """What overrides a recipe's looks; a column that is null leaves the recipe's."""

    layer = models.CharField(max_length=40, primary_key=True)
    title = models.CharField(max_length=40, null=True)
    colour = models.CharField(max_length=9, null=True)
    colours = models.JSONField(null=True)  # {value: colour} for the recipe's property
    symbol = models.CharField(max_length=20, null=True)
    symbols = models.JSONField(null=True)
    min_zoom = models.PositiveSmallIntegerField(null=True)
    max_zoom = models.PositiveSmallIntegerField(null=True)
    opacity = models.FloatField(null=True)
    rank = models.PositiveSmallIntegerField(null=True)
    shown = models.BooleanField(null=True)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)

    class Meta:
        app_label = "city"
        constraints = [
            models.CheckConstraint(
                condition=Q(opacity__isnull=True) | Q(opacity__gte=0.05, opacity__lte=1),
                name="layer_opacity_can_be_seen",
            ),
            models.CheckConstraint(
                condition=Q(min_zoom__isnull=True)
                | Q(max_zoom__isnull=True)
                | Q(min_zoom__lte=F("max_zoom")),
                name="layer_zooms_are_in_order",
            ),
        ]


class LayerChoice(models.Model):
    """How one person left the layer tree: `{layer: {"shown": …, "opacity": …}}` and the order."""

    person = models.OneToOneField(
        "identity.Person", models.CASCADE, primary_key=True, related_name="+"
    )
    layers = models.JSONField(default=dict)
    order = models.JSONField(default=list)

    class Meta:
        app_label = "city"
