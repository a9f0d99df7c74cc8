"""Imports: who may see them, one of them, its limits and what a file is read with."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from chengmai.city.census.errors import ImportNotFound, NotYours
from chengmai.city.census.models import CensusImport, CensusMapping
from chengmai.city.census.rules.mapping import guess_columns, guess_target, plain_header, signature
from chengmai.city.census.rules.systems import title_of
from chengmai.city.census.rules.targets import TARGETS
from chengmai.city.census.words import Choices, ImportState, LayerFound, Limits, TargetSpec
from chengmai.city.queries.settings import setting
from chengmai.identity.words import Actor, Duty

MEGABYTE = 1024 * 1024
KEEPERS = (Duty.ADMIN, Duty.SYSTEM)
_CARD = (
    "id", "file_name", "bytes", "kind", "target", "state", "step", "total", "done", "added", "changed",
    "unchanged", "refused", "taken", "undone", "not_undone", "reasons", "unknown", "error", "seconds",
    "at", "moved_at", "checked_at", "taken_at", "undone_at", "by_id", "choices",
)  # fmt: skip


def refuse_others(actor: Actor) -> None:
    """Raises NotYours for anybody but a system administrator."""
    if not actor.has(*KEEPERS):
        raise NotYours(
            "The system administrator takes data in and out.",
            remedy="Ask a system administrator.",
        )


def imports_seen_by(actor: Actor) -> QuerySet[CensusImport]:
    """The imports that an actor may see: all, for a system administrator. Raises NotYours."""
    refuse_others(actor)
    return CensusImport.objects.order_by("-pk")


def get_import(actor: Actor, import_id: int, *, lock: bool = False) -> CensusImport:
    """One import. Raises NotYours or ImportNotFound."""
    rows = imports_seen_by(actor)
    if lock:
        rows = rows.select_for_update()
    found = rows.filter(pk=import_id).first()
    if found is None:
        raise ImportNotFound("No such import.", id=import_id)
    return found


def limits_now() -> Limits:
    """How much an import may be today (settings of the city)."""
    return Limits(
        bytes=int(setting("census_file_megabytes")) * MEGABYTE,
        unpacked=int(setting("census_unpacked_megabytes")) * MEGABYTE,
        rows=int(setting("census_rows")),
    )


def layer_of(row: CensusImport, name: str) -> LayerFound | None:
    """A layer that was found in the file; the first one without a name."""
    layers = [LayerFound.of(one) for one in row.layers]
    if not name:
        return layers[0] if layers else None
    return next((one for one in layers if one.name == name), None)


def guessed_choices(row: CensusImport, layer: LayerFound, target: TargetSpec) -> Choices:
    """Choices for a layer and target: what was chosen for such columns before, else a guess."""
    finding = (row.found.get(layer.name) or {}).get("system") or {}
    system = finding.get("system", "") if finding.get("sure") else ""
    kept = CensusMapping.objects.filter(
        target=target.name, signature=signature(layer.columns)
    ).first()
    values: dict[str, Any] = {"layer": layer.name, "encoding": layer.encoding, "system": system}
    if kept is None:
        return Choices(**values, columns=guess_columns(target, layer.columns))
    plain = [plain_header(column) for column in layer.columns]
    chosen = dict(kept.choices)
    columns = {f: plain.index(head) for f, head in chosen.pop("columns").items() if head in plain}
    return Choices(**values, columns=columns, **chosen)


def guessed_target(layer: LayerFound, file_name: str) -> str:
    """The likeliest target of a layer, by its columns and geometry, else by its name."""
    by_name = next(
        (n for n, spec in TARGETS.items() if spec.title in f"{file_name}{layer.name}"), ""
    )
    if layer.name in ("roads", "buildings", "places") and "odbl" in layer.notes:
        return layer.name
    return guess_target(layer.columns, layer.shape) or by_name


def import_card(row: CensusImport, *, whole: bool = False) -> dict[str, Any]:
    """An import as the screen shows it; `whole` adds layers and samples."""
    card = {name: getattr(row, name) for name in _CARD}
    card["resumable"] = row.taken > 0 and row.state in (ImportState.CANCELLED, ImportState.FAILED)
    layer = layer_of(row, str(row.choices.get("layer") or ""))
    system = str(row.choices.get("system") or "")
    card["system_title"] = title_of(system, layer.system if layer else "") if system else ""
    if whole:
        card["layers"] = [
            {**one, "rows": one["rows"], **(row.found.get(one["name"]) or {})} for one in row.layers
        ]
        for one in card["layers"]:
            one.pop("shapes", None)
    return card
