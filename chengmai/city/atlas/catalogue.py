"""Which layers there are now, for whom, and in which version: one snapshot every two seconds.

The recipes of every domain are listed by the modules named in the setting MAP_LAYERS; kinds of
managed areas that are rows of data become a layer each. A city's looks and rules of visibility
are laid over them. Versions are counted by the drawn tables' own triggers.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from django.conf import settings

from chengmai.city.areas.models import AreaKind
from chengmai.city.areas.words import AreaFamily
from chengmai.city.atlas.models import LayerRule, LayerStyle
from chengmai.city.atlas.rules import LayerRuleCard, Look, layer_visible, styled
from chengmai.city.errors import LayerNotFound
from chengmai.city.models import LayerVersion, PlaceKind
from chengmai.city.words import Draw, LayerRecipe
from chengmai.identity.public import organisation_cards
from chengmai.identity.words import Actor
from chengmai.kernel.reference import cached, forget, kept

BASE = "base"
STALE_SECONDS = 2  # at most so long a changed layer is served as it was
_SNAPSHOT = "city.layers"
_DRAWN = ("id", "table", "geometry", "columns", "draw", "min_zoom", "max_zoom", "where", "branches",
          "thinning", "order", "limit", "cluster_below", "mix", "names")  # fmt: skip


@dataclass(frozen=True)
class Snapshot:
    """The layers as they are now; `own` are the recipes before the city's looks."""

    recipes: Mapping[str, LayerRecipe]
    own: Mapping[str, LayerRecipe]
    rules: tuple[LayerRuleCard, ...]
    versions: Mapping[str, int]
    tags: dict[str, str | None] = field(default_factory=dict)

    def parts(self, layer: str, actor: Actor | None) -> list[LayerRecipe]:
        """What is drawn for a layer's name. LayerNotFound for a missing and a hidden one alike."""
        if layer == BASE:
            return [recipe for recipe in self.recipes.values() if recipe.base]
        recipe = self.recipes.get(layer)
        if recipe is None or not self.shows(recipe, actor):
            raise LayerNotFound("No such layer.", layer=layer[:40])
        return [recipe]

    def shows(self, recipe: LayerRecipe, actor: Actor | None) -> bool:
        """Whether the actor may see this layer at all."""
        if recipe.public or actor is None:
            return recipe.public
        home = organisation_cards().get(actor.organisation_id or 0)
        duties = [duty.value for duty in actor.duties]
        return layer_visible(self.rules, recipe.id, duties, home.kind.value if home else "")

    def tag(self, layer: str) -> str | None:
        """What changes when the layer's data or recipe changes; None for a layer that is live."""
        if layer not in self.tags:
            self.tags[layer] = self._tag(layer)
        return self.tags[layer]

    def _tag(self, layer: str) -> str | None:
        parts = [r for r in self.recipes.values() if (r.base if layer == BASE else r.id == layer)]
        if not parts or not all(part.versioned for part in parts):
            return None
        text = repr(
            [
                [*(getattr(part, name) for name in _DRAWN), self.versions.get(part.table, 0)]
                for part in parts
            ]
        )
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def snapshot() -> Snapshot:
    """The layers of now, at most STALE_SECONDS old."""
    return cached(_SNAPSHOT, _load, seconds=STALE_SECONDS)


def fresh_snapshot() -> Snapshot | None:
    """The layers of now where this process has just read them; never asks the database."""
    found: Snapshot | None = kept(_SNAPSHOT, STALE_SECONDS)
    return found


def forget_layers() -> None:
    """Let this process see a change of the layers at once."""
    forget(_SNAPSHOT)


def layers_shown_to(actor: Actor | None) -> list[LayerRecipe]:
    """The layers that the actor may switch on; the base map's own are not among them."""
    now = snapshot()
    found = [r for r in now.recipes.values() if not r.base and now.shows(r, actor)]
    return sorted(found, key=lambda recipe: recipe.rank)


@cache
def written_recipes() -> dict[str, LayerRecipe]:
    """Every layer that a domain wrote, by its id, in drawing order."""
    found: dict[str, LayerRecipe] = {}
    for name in settings.MAP_LAYERS:
        for recipe in importlib.import_module(name).LAYERS:
            found[recipe.id] = recipe
    return found


def _load() -> Snapshot:
    own = {**written_recipes(), **_kinds_of_areas()}
    own = {id_: _named(recipe) for id_, recipe in own.items()}
    looks = {
        row.layer: Look(**{name: getattr(row, name) for name in Look.__dataclass_fields__})
        for row in LayerStyle.objects.all()
    }
    return Snapshot(
        recipes={id_: styled(recipe, looks.get(id_)) for id_, recipe in own.items()},
        own=own,
        rules=tuple(
            LayerRuleCard(*row)
            for row in LayerRule.objects.order_by("id").values_list(
                "layer", "duty", "organisation_kind", "visible"
            )
        ),
        versions=dict(LayerVersion.objects.values_list("name", "version")),
    )


def _kinds_of_areas() -> dict[str, LayerRecipe]:
    """A layer for each kind of managed area in force."""
    found = {}
    kinds = AreaKind.objects.filter(valid_to__isnull=True).order_by("family", "rank", "code")
    for number, kind in enumerate(kinds):
        grid = kind.family == AreaFamily.GRID
        recipe = LayerRecipe(
            id=f"areas_{kind.code}",
            title=kind.name,
            table="city_managedarea",
            columns=("id", "code", "name", "level"),
            where=f"kind_id = '{kind.code}' AND valid_to IS NULL",
            draw=Draw.AREAS,
            min_zoom=kind.min_zoom,
            limit=4_000,
            group="grids" if grid else "responsibility",
            rank=(30 if grid else 40) + number,
            colour=kind.colour,
        )
        found[recipe.id] = recipe
    return found


def _named(recipe: LayerRecipe) -> LayerRecipe:
    """The places' layer with the colours, symbols and names of the kinds in force."""
    if recipe.id != "facilities":
        return recipe
    kinds = list(PlaceKind.objects.filter(valid_to__isnull=True).order_by("rank", "code"))
    return replace(
        recipe,
        colour_by={
            "property": "kind",
            "colours": {kind.code: kind.colour for kind in kinds},
            "otherwise": recipe.colour,
        },
        symbol_by={
            "property": "kind",
            "symbols": {kind.code: kind.symbol for kind in kinds},
            "otherwise": recipe.symbol,
        },
        names={kind.code: kind.name for kind in kinds},
    )
