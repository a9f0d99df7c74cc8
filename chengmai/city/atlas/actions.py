"""Changing how layers look and who sees them; what a person chose for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction

from chengmai.city.atlas.catalogue import forget_layers, snapshot
from chengmai.city.atlas.errors import BadLook, PublicLayer
from chengmai.city.atlas.events import LayerRulesChanged, LayerStyled
from chengmai.city.atlas.models import LayerChoice, LayerRule, LayerStyle
from chengmai.city.atlas.rules import LayerRuleCard, Look
from chengmai.city.errors import LayerNotFound
from chengmai.city.rules import MAX_ZOOM
from chengmai.city.words import LayerRecipe
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty, OrganisationKind
from chengmai.kernel.ledger import publish

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_SYMBOL = re.compile(r"[a-z][a-z_]{1,19}")
_MOST_LAYERS = 200


@transaction.atomic
def style_layer(*, layer: str, look: Look, actor: Actor, at: datetime) -> None:
    """Lay a look over a layer's recipe; a Look of nothing gives the recipe's own again.

    Refuses a base layer, a colour that is no #rrggbb, zooms out of order (BadLook) and anybody
    but an administrator (NotYourDuty).
    """
    _administrators_only(actor)
    recipe = _drawn(layer)
    _checked(look, recipe)
    values = {field.name: getattr(look, field.name) for field in fields(Look)}
    given = {name: value for name, value in values.items() if value is not None}
    if given:
        LayerStyle.objects.update_or_create(
            layer=layer, defaults={**values, "changed_at": at, "changed_by_id": actor.id}
        )
    else:
        LayerStyle.objects.filter(pk=layer).delete()
    publish(LayerStyled(layer=layer, look=given, at=at, actor_id=actor.id))
    forget_layers()
    transaction.on_commit(forget_layers)


@transaction.atomic
def rule_layer(*, layer: str, rules: Iterable[LayerRuleCard], actor: Actor, at: datetime) -> None:
    """Exchange who sees a layer; no rule at all means everybody of the staff.

    Refuses a public layer (PublicLayer) and unknown duties or kinds (BadLook).
    """
    _administrators_only(actor)
    recipe = _drawn(layer)
    if recipe.public:
        raise PublicLayer(
            "Everybody sees this layer without signing in.",
            field="layer",
            remedy="Only layers of the staff can be hidden from some.",
        )
    cards = list({(r.duty, r.organisation_kind): r for r in rules}.values())
    for card in cards:
        if card.duty and card.duty not in set(Duty):
            raise BadLook("No such duty.", field="duty", given=card.duty[:40])
        if card.organisation_kind and card.organisation_kind not in set(OrganisationKind):
            raise BadLook("No such kind of organisation.", field="organisation_kind")
    LayerRule.objects.filter(layer=layer).delete()
    LayerRule.objects.bulk_create(
        LayerRule(
            layer=layer,
            duty=card.duty,
            organisation_kind=card.organisation_kind,
            visible=card.visible,
            source="back office",
        )
        for card in cards
    )
    told = tuple(
        {"duty": c.duty, "organisation_kind": c.organisation_kind, "visible": c.visible}
        for c in cards
    )
    publish(LayerRulesChanged(layer=layer, rules=told, at=at, actor_id=actor.id))
    forget_layers()
    transaction.on_commit(forget_layers)


def choose_layers(
    *, actor: Actor, layers: Mapping[str, Mapping[str, Any]], order: Iterable[str]
) -> None:
    """Remember how a person left the layer tree; names of layers that are gone stay out."""
    known = snapshot().recipes
    kept = {
        name: {
            **({"shown": bool(choice["shown"])} if "shown" in choice else {}),
            **({"opacity": _opacity(choice["opacity"])} if "opacity" in choice else {}),
        }
        for name, choice in list(layers.items())[:_MOST_LAYERS]
        if name in known
    }
    names = list(dict.fromkeys(name for name in order if name in known))[:_MOST_LAYERS]
    if actor.id is None:
        return  # a system has no tree
    LayerChoice.objects.update_or_create(
        person_id=actor.id, defaults={"layers": kept, "order": names}
    )


def _opacity(value: Any) -> float:
    if not isinstance(value, int | float) or not 0.05 <= value <= 1:
        raise BadLook("Opacity is between 0.05 and 1.", field="opacity")
    return round(float(value), 2)


def _drawn(layer: str) -> LayerRecipe:
    recipe = snapshot().own.get(layer)
    if recipe is None or recipe.base:
        raise LayerNotFound("No such layer.", layer=layer[:40])
    return recipe


def _checked(look: Look, recipe: LayerRecipe) -> None:
    colours = [look.colour, *(look.colours or {}).values()]
    if any(colour is not None and not _COLOUR.fullmatch(colour) for colour in colours):
        raise BadLook("A colour is #rrggbb.", field="colour", remedy="Choose one of the palette.")
    symbols = [look.symbol, *(look.symbols or {}).values()]
    if any(symbol is not None and not _SYMBOL.fullmatch(symbol) for symbol in symbols):
        raise BadLook("No such symbol.", field="symbol")
    if look.opacity is not None:
        _opacity(look.opacity)
    nearest = recipe.max_zoom if look.max_zoom is None else look.max_zoom
    farthest = recipe.min_zoom if look.min_zoom is None else look.min_zoom
    if not 0 <= farthest <= nearest <= MAX_ZOOM:
        raise BadLook(
            "The zooms are out of order.", field="min_zoom", remedy=f"0 ≤ from ≤ to ≤ {MAX_ZOOM}."
        )
    if look.title is not None and not 0 < len(look.title.strip()) <= 40:
        raise BadLook("A title has 1 to 40 characters.", field="title")


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the layers.", duty=Duty.ADMIN)
