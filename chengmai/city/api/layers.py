"""The one map over HTTP: what it shows, how it looks, who sees which layer."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.city.atlas.actions import choose_layers, rule_layer, style_layer
from chengmai.city.atlas.catalogue import BASE, layers_shown_to, snapshot
from chengmai.city.atlas.models import LayerChoice
from chengmai.city.atlas.rules import LayerRuleCard, Look
from chengmai.city.public import outline
from chengmai.city.queries.settings import setting
from chengmai.city.words import Draw, LayerRecipe
from chengmai.identity.edge import actor_or_none, require_actor, require_duty
from chengmai.identity.words import Duty

router = Router(tags=["city"])


class LayerSourceOut(Schema):
    tiles: str
    source_layer: str


class LayerOut(Schema):
    id: str
    title: str
    group: str
    source: LayerSourceOut
    draw: Draw
    min_zoom: int
    max_zoom: int
    cluster_below: int
    opacity: float
    rank: int
    colour: str
    colour_by: dict[str, Any] | None
    symbol: str
    symbol_by: dict[str, Any] | None
    names: dict[str, str] | None
    mix: list[str]
    filters: bool
    live: bool
    shown: bool


class LayerChoiceIn(Schema):
    layers: dict[str, dict[str, Any]]
    order: list[str]


class MapOut(Schema):
    centre: tuple[float, float]
    bounds: tuple[float, float, float, float] | None
    zoom: float
    base: dict[str, Any]
    note: str
    layers: list[LayerOut]
    choice: LayerChoiceIn | None


class LayerRuleIn(Schema):
    duty: str = ""
    organisation_kind: str = ""
    visible: bool


class LookIn(Schema):
    """What overrides the recipe; what is left out stays the recipe's."""

    title: str | None = None
    colour: str | None = None
    colours: dict[str, str] | None = None
    symbol: str | None = None
    symbols: dict[str, str] | None = None
    min_zoom: int | None = None
    max_zoom: int | None = None
    opacity: float | None = None
    rank: int | None = None
    shown: bool | None = None


class LayerRow(Schema):
    """A layer in the back office: as written, as looked, and who sees it."""

    own: LayerOut
    now: LayerOut
    public: bool
    rules: list[LayerRuleIn]


@router.get("/map", response=MapOut, summary="What the one map shows first, and its layers")
def get_map(request: HttpRequest) -> MapOut:
    actor = actor_or_none(request)
    where = outline()
    box = where.bounds if where else None
    centre = setting("map_centre") or (
        [(box.west + box.east) / 2, (box.south + box.north) / 2] if box else [119.6, 39.93]
    )
    choice = LayerChoice.objects.filter(pk=actor.id).first() if actor and actor.id else None
    return MapOut(
        centre=(centre[0], centre[1]),
        bounds=box,
        zoom=setting("map_zoom"),
        base=setting("map_base"),
        note=setting("map_note"),
        layers=[layer_out(recipe) for recipe in layers_shown_to(actor)],
        choice=LayerChoiceIn(layers=choice.layers, order=choice.order) if choice else None,
    )


@router.put("/map/choice", response={204: None}, summary="Remember how I left the layer tree")
def put_choice(request: HttpRequest, body: LayerChoiceIn) -> Status[None]:
    choose_layers(actor=require_actor(request), layers=body.layers, order=body.order)
    return Status(204, None)


@router.get("/layers", response=list[LayerRow], summary="Every layer with its look and its rules")
def get_layers(request: HttpRequest) -> list[LayerRow]:
    require_duty(request, Duty.ADMIN)
    now = snapshot()
    return [_row(recipe) for recipe in now.recipes.values() if not recipe.base]


@router.put("/layers/{layer}/look", response=LayerRow, summary="Change how a layer looks")
def put_look(request: HttpRequest, layer: str, body: LookIn) -> LayerRow:
    actor = require_duty(request, Duty.ADMIN)
    look = Look(**{field.name: getattr(body, field.name) for field in fields(Look)})
    style_layer(layer=layer, look=look, actor=actor, at=timezone.now())
    return _row(snapshot().recipes[layer])


@router.put("/layers/{layer}/rules", response=LayerRow, summary="Change who sees a layer")
def put_rules(request: HttpRequest, layer: str, body: list[LayerRuleIn]) -> LayerRow:
    actor = require_duty(request, Duty.ADMIN)
    cards = [
        LayerRuleCard(layer, rule.duty, rule.organisation_kind, rule.visible) for rule in body[:200]
    ]
    rule_layer(layer=layer, rules=cards, actor=actor, at=timezone.now())
    return _row(snapshot().recipes[layer])


def _row(recipe: LayerRecipe) -> LayerRow:
    now = snapshot()
    return LayerRow(
        own=layer_out(now.own[recipe.id]),
        now=layer_out(recipe),
        public=recipe.public,
        rules=[
            LayerRuleIn(
                duty=rule.duty, organisation_kind=rule.organisation_kind, visible=rule.visible
            )
            for rule in now.rules
            if rule.layer == recipe.id
        ],
    )


def layer_out(recipe: LayerRecipe) -> LayerOut:
    """A layer as the catalogue lists it."""
    return LayerOut(
        id=recipe.id,
        title=recipe.title,
        group=BASE if recipe.base else recipe.group,
        source=LayerSourceOut(
            tiles=f"/tiles/{recipe.id}/{{z}}/{{x}}/{{y}}.mvt", source_layer=recipe.id
        ),
        draw=recipe.draw,
        min_zoom=recipe.min_zoom,
        max_zoom=recipe.max_zoom,
        cluster_below=recipe.cluster_below,
        opacity=recipe.opacity,
        rank=recipe.rank,
        colour=recipe.colour,
        colour_by=dict(recipe.colour_by) if recipe.colour_by else None,
        symbol=recipe.symbol,
        symbol_by=dict(recipe.symbol_by) if recipe.symbol_by else None,
        names=dict(recipe.names) if recipe.names else None,
        mix=[name for name, _ in recipe.mix],
        filters=recipe.narrowed is not None,
        live=not recipe.versioned,
        shown=recipe.shown,
    )
