"""Which column of a file fills which field, and which target a file is likely for."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chengmai.city.census.errors import BadChoice
from chengmai.city.census.rules.targets import TARGETS
from chengmai.city.census.words import Choices, FieldKind, FieldSpec, Shape, TargetSpec

_SHORTEST_BEGINNING = 4
_MOST_VALUES = 2_000


def plain_header(header: str) -> str:
    """A header without case, width, spaces, underscores and what stands in brackets."""
    text = unicodedata.normalize("NFKC", header).strip().lower()
    for bracket in "([【":
        text = text.split(bracket)[0] or text
    return "".join(ch for ch in text if ch.isalnum())


def signature(headers: Sequence[str]) -> str:
    """The same for files of the same columns, so that a mapping is remembered for the next."""
    joined = "\x1f".join(sorted(plain_header(header) for header in headers))
    return hashlib.sha256(joined.encode()).hexdigest()


def guess_columns(target: TargetSpec, headers: Sequence[str]) -> dict[str, int]:
    """Field → column: exact names first, then names that a Shapefile has cut to ten bytes."""
    plain = [plain_header(header) for header in headers]
    taken: set[int] = set()
    found: dict[str, int] = {}
    for match in (_exact, _cut_off):
        for spec in target.fields:
            if spec.name in found:
                continue
            at = next((i for i in match(spec, plain) if i not in taken), None)
            if at is not None:
                found[spec.name] = at
                taken.add(at)
    return found


def _exact(spec: FieldSpec, plain: Sequence[str]) -> Iterable[int]:
    names = [plain_header(name) for name in (*spec.synonyms, spec.exported, spec.title) if name]
    return (plain.index(name) for name in names if name in plain)


def _cut_off(spec: FieldSpec, plain: Sequence[str]) -> Iterable[int]:
    names = [plain_header(name) for name in (*spec.synonyms, spec.title)]
    return (
        at
        for at, head in enumerate(plain)
        if (len(head) >= _SHORTEST_BEGINNING and any(n.startswith(head) for n in names))
    )


def guess_target(headers: Sequence[str], shape: str) -> str:
    """The target whose fields the headers and the geometry fit best; "" when none does."""
    scores = {name: _fit(spec, headers, shape) for name, spec in TARGETS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else ""


def _fit(spec: TargetSpec, headers: Sequence[str], shape: str) -> float:
    """How well a target fits: named fields count, missing needed ones and other shapes exclude."""
    found = guess_columns(spec, headers)
    missing = [f for f in spec.fields if f.needed and f.name not in found and not f.choices]
    if missing and not all(f.kind is FieldKind.CHOICE for f in missing):
        return 0
    if shape and not shape_fits(spec.shape, shape):
        return 0
    if not shape and spec.geometry_needed and not {"lon", "lat"} <= found.keys():
        return 0
    return len(found) - 2.0 * len(missing) + len(found) / max(1, len(spec.fields))


def shape_fits(wanted: Shape, found: str) -> bool:
    """Whether a layer of this geometry type may hold the target's shape."""
    kinds = {Shape.POINT: ("Point",), Shape.LINE: ("LineString",), Shape.AREA: ("Polygon",)}
    plain = found.replace("Multi", "").split(" ")[0]
    return plain in ("Unknown", "GeometryCollection") or plain in kinds.get(wanted, ())


def read_choices(given: Mapping[str, Any], target: TargetSpec, width: int) -> Choices:
    """The choices that a person sent. Raises BadChoice naming what is wrong."""
    columns = _columns(given.get("columns") or {}, target, width)
    choices = Choices(
        layer=str(given.get("layer") or ""),
        encoding=str(given.get("encoding") or ""),
        system=str(given.get("system") or ""),
        swapped=bool(given.get("swapped")),
        columns=columns,
        values=_values(given.get("values") or {}, target),
        constants=_constants(given.get("constants") or {}, target),
        unknown_organisations=str(given.get("unknown_organisations") or "refuse"),
        blanks=str(given.get("blanks") or "keep"),
        bad_pictures=str(given.get("bad_pictures") or "leave"),
        date_order=str(given.get("date_order") or ""),
    )
    _one_of("unknown_organisations", choices.unknown_organisations, ("refuse", "empty"))
    _one_of("blanks", choices.blanks, ("keep", "clear"))
    _one_of("bad_pictures", choices.bad_pictures, ("leave", "refuse"))
    _one_of("date_order", choices.date_order, ("", "dmy", "mdy"))
    return choices


def refuse_missing_fields(choices: Choices, target: TargetSpec, *, has_geometry: bool) -> None:
    """Raises BadChoice when a needed field has neither a column nor one value for all rows."""
    given = choices.columns.keys() | choices.constants.keys()
    missing = [f.title for f in target.fields if f.needed and f.name not in given]
    if target.geometry_needed and not has_geometry and not {"lon", "lat"} <= given:
        missing.append("经度与纬度")
    if missing:
        raise BadChoice(
            "Needed fields have no column.",
            field="columns",
            missing=missing,
            remedy="Choose a column for each needed field.",
        )


def _columns(given: Any, target: TargetSpec, width: int) -> dict[str, int]:
    if not isinstance(given, Mapping):
        raise BadChoice("`columns` is an object of field and column.", field="columns")
    known = {spec.name for spec in target.fields}
    columns: dict[str, int] = {}
    for name, at in given.items():
        if at is None or at == "":
            continue
        if name not in known:
            raise BadChoice("There is no such field.", field="columns", given=str(name)[:40])
        if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at < width:
            raise BadChoice("There is no such column.", field=f"columns.{name}", width=width)
        columns[name] = at
    return columns


def _values(given: Any, target: TargetSpec) -> dict[str, dict[str, str]]:
    if not isinstance(given, Mapping):
        raise BadChoice("`values` is an object of field and values.", field="values")
    known = {spec.name for spec in target.fields}
    values: dict[str, dict[str, str]] = {}
    for name, pairs in given.items():
        if name not in known or not isinstance(pairs, Mapping) or len(pairs) > _MOST_VALUES:
            raise BadChoice("These values cannot be used.", field=f"values.{str(name)[:40]}")
        kept = {str(text): str(value) for text, value in pairs.items() if str(value) != ""}
        if kept:
            values[name] = kept
    return values


def _constants(given: Any, target: TargetSpec) -> dict[str, str]:
    if not isinstance(given, Mapping):
        raise BadChoice("`constants` is an object of field and value.", field="constants")
    never = (FieldKind.LON, FieldKind.LAT, FieldKind.PICTURES)
    known = {spec.name for spec in target.fields if spec.kind not in never}
    for name in given:
        if name not in known:
            raise BadChoice("There is no such field.", field="constants", given=str(name)[:40])
    return {str(name): str(value)[:200] for name, value in given.items() if str(value) != ""}


def _one_of(field: str, given: str, allowed: tuple[str, ...]) -> None:
    if given not in allowed:
        raise BadChoice("No such choice.", field=field, remedy=f"One of {', '.join(allowed)}.")
