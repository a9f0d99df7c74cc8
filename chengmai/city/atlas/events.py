"""Facts that the atlas announces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class LayerStyled(Fact):
    """An administrator changed how a layer looks; an empty `look` is the recipe's own again."""

    layer: str
    look: Mapping[str, Any]

    @property
    def subject(self) -> str:
        return f"layer:{self.layer}"


@dataclass(frozen=True, kw_only=True)
class LayerRulesChanged(Fact):
    """An administrator changed who sees a layer."""

    layer: str
    rules: tuple[Mapping[str, Any], ...]

    @property
    def subject(self) -> str:
        return f"layer:{self.layer}"
