"""Pure decisions of the map's layers: who sees one, and how a city's looks change a recipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from chengmai.city.words import LayerRecipe


@dataclass(frozen=True)
class LayerRuleCard:
    """One line of the table of visibility; empty means any."""

    layer: str
    duty: str
    organisation_kind: str
    visible: bool


@dataclass(frozen=True)
class Look:
    """What a city changed in a layer's looks; None leaves the recipe's."""

    title: str | None = None
    colour: str | None = None
    colours: Mapping[str, str] | None = None
    symbol: str | None = None
    symbols: Mapping[str, str] | None = None
    min_zoom: int | None = None
    max_zoom: int | None = None
    opacity: float | None = None
    rank: int | None = None
    shown: bool | None = None


def layer_visible(
    rules: Iterable[LayerRuleCard],
    layer: str,
    duties: Iterable[str],
    organisation_kind: str,
    otherwise: bool = True,
) -> bool:
    """Whether somebody with these duties at such an organisation sees a layer.

    Duty with organisation kind beats duty alone, which beats the kind alone, which beats "all";
    among equals seeing wins, so that a second duty never takes away what the first gives.
    """
    held = set(duties)
    best, answer = -1, otherwise
    for rule in rules:
        if rule.layer != layer or (rule.duty and rule.duty not in held):
            continue
        if rule.organisation_kind and rule.organisation_kind != organisation_kind:
            continue
        weight = 2 * bool(rule.duty) + bool(rule.organisation_kind)
        if weight > best:
            best, answer = weight, rule.visible
        elif weight == best:
            answer = answer or rule.visible
    return answer


def styled(recipe: LayerRecipe, look: Look | None) -> LayerRecipe:
    """The recipe with the city's looks over it."""
    if look is None:
        return recipe
    changed: dict[str, Any] = {
        name: value
        for name in (
            "title",
            "colour",
            "symbol",
            "min_zoom",
            "max_zoom",
            "opacity",
            "rank",
            "shown",
        )
        if (value := getattr(look, name)) is not None
    }
    if look.colours and recipe.colour_by:
        changed["colour_by"] = _over(recipe.colour_by, "colours", look.colours)
    if look.symbols and recipe.symbol_by:
        changed["symbol_by"] = _over(recipe.symbol_by, "symbols", look.symbols)
    return replace(recipe, **changed)


def _over(by: Mapping[str, Any], name: str, values: Mapping[str, str]) -> dict[str, Any]:
    """A choice by property with some of its values exchanged; `*` is what all others get."""
    kept = {key: value for key, value in values.items() if key != "*"}
    return {
        **by,
        name: {**by[name], **kept},
        "otherwise": values.get("*", by["otherwise"]),
    }
