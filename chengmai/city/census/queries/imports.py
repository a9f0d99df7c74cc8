"""Imports: who may see them, one of them, its limits and what a file is read with."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from chengmai.city.census.errors import BadChoice, ImportNotFound, NotYours
from chengmai.city.census.models import CensusImport, CensusMapping
from chengmai.city.census.queries.layers import layer_of
from chengmai.city.census.queries.rows import box_of
from chengmai.city.census.queries.stored import count_stored
from chengmai.city.census.rules.mapping import guess_columns, guess_target, plain_header, signature
from chengmai.city.census.rules.systems import title_of
from chengmai.city.census.rules.targets import TARGETS, target_of
from chengmai.city.census.staging.meanings import choices_of
from chengmai.city.census.staging.tables import exists, rows_table
from chengmai.city.census.words import (
    REASON_WORDS,
    Choices,
    FieldKind,
    FieldSpec,
    Form,
    ImportState,
    LayerFound,
    Limits,
    Reason,
    TargetSpec,
    Wanted,
)
from chengmai.city.queries.settings import setting
from chengmai.identity.words import Actor, Duty

MEGABYTE = 1024 * 1024
KEEPERS = (Duty.ADMIN, Duty.SYSTEM)
_CARD = (
    "id", "file_name", "bytes", "kind", "target", "state", "step", "total", "done", "added", "changed",
    "unchanged", "refused", "taken", "undone", "not_undone", "error", "at", "checked_at", "taken_at",
    "undone_at", "by_id",
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
        pictures=int(setting("census_pictures")),
    )


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
    if layer.name in ("roads", "buildings", "places", "house_numbers") and "odbl" in layer.notes:
        return layer.name
    return guess_target(layer.columns, layer.shape) or by_name


def guess(row: CensusImport, layer_name: str, target_name: str) -> dict[str, Any]:
    """Guessed choices for another layer or another kind of data. Raises BadChoice."""
    layer = layer_of(row, layer_name)
    if layer is None:
        raise BadChoice(
            "There is no such layer.", field="layer", remedy="Choose a layer of the file."
        )
    return guessed_choices(row, layer, target_of(target_name)).as_json()


def target_cards() -> list[dict[str, Any]]:
    """What can be imported and exported, with the fields and the words that each understands."""
    return [
        {
            "name": spec.name,
            "title": spec.title,
            "shape": spec.shape,
            "geometry_needed": spec.geometry_needed,
            "filtered_by_area": bool(spec.area),
            "fields": [_field_card(spec, one) for one in spec.fields],
            "rows": count_stored(Wanted(spec.name, Form.CSV)),
        }
        for spec in TARGETS.values()
    ]


def _field_card(target: TargetSpec, spec: FieldSpec) -> dict[str, Any]:
    words: dict[str, str] = {}
    if spec.kind is FieldKind.CHOICE:
        for word, value in choices_of(target, spec):
            words.setdefault(value, word)
    return {
        "name": spec.name,
        "title": spec.title,
        "kind": spec.kind,
        "needed": spec.needed,
        "longest": spec.longest,
        "choices": [{"word": word, "value": value} for value, word in words.items()],
    }


def import_card(row: CensusImport) -> dict[str, Any]:
    """An import as a list shows it."""
    card = {name: getattr(row, name) for name in _CARD}
    card["resumable"] = row.taken > 0 and row.state in (ImportState.CANCELLED, ImportState.FAILED)
    layer = layer_of(row, str(row.choices.get("layer") or ""))
    system = str(row.choices.get("system") or "")
    card["system_title"] = title_of(system, layer.system if layer else "") if system else ""
    return card


def whole_card(row: CensusImport) -> dict[str, Any]:
    """An import as its page shows it: layers with samples, choices, reasons, unknown words."""
    card = import_card(row)
    card["choices"] = row.choices
    card["pictures"] = row.pictures
    card["reasons"] = [{**one, **_words(str(one["reason"]))} for one in row.reasons]
    card["unknown"] = row.unknown
    card["layers"] = [_layer_card(row, one) for one in row.layers]
    there = row.checked_at is not None and exists(rows_table(row.pk))
    card["box"] = box_of(row) if there else None
    return card


def _layer_card(row: CensusImport, layer: dict[str, Any]) -> dict[str, Any]:
    found = row.found.get(layer["name"]) or {}
    nothing = {"system": "", "sure": False, "why": "", "candidates": [], "swapped": False}
    return {
        **layer,
        "guessed_target": found.get("guessed_target", ""),
        "sample": found.get("sample", []),
        "finding": found.get("system") or nothing,
    }


def _words(reason: str) -> dict[str, str]:
    words, remedy = REASON_WORDS[Reason(reason)]
    return {"words": words, "remedy": remedy}
