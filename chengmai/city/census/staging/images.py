"""A row as one JSON value: the picture by which it is compared, kept and restored."""

from __future__ import annotations

from collections.abc import Sequence

from django.apps import apps
from django.contrib.gis.db.models import GeometryField
from django.db.models import GeneratedField, Model

from chengmai.city.census.words import TargetSpec


def model_of(target: TargetSpec) -> type[Model]:
    """The Django model of a target."""
    return apps.get_model(target.model)


def table_of(target: TargetSpec) -> str:
    """The table of a target."""
    return str(model_of(target)._meta.db_table)


def columns_of(target: TargetSpec) -> list[str]:
    """Every stored column that we write, the row's own number included."""
    return [
        str(field.column)
        for field in model_of(target)._meta.concrete_fields
        if not isinstance(field, GeneratedField) and field.column not in target.derived
    ]


def shapes_of(target: TargetSpec) -> set[str]:
    """The columns that hold geometry."""
    fields = model_of(target)._meta.concrete_fields
    return {str(field.column) for field in fields if isinstance(field, GeometryField)}


def number_of(target: TargetSpec) -> str:
    """The column that is the table's primary key."""
    return str(model_of(target)._meta.pk.column)


def live_key(target: TargetSpec) -> str:
    """SQL of a stored row's key: its key columns, or its number where it has no source key."""
    if target.key == ("source_key",):
        return "coalesce(nullif(t.source_key, ''), 'id:' || t.id)"
    parts = [f"t.{target.field(name).column}::text" for name in target.key]
    return parts[0] if len(parts) == 1 else f"concat_ws('|', {', '.join(parts)})"


def image(target: TargetSpec, columns: Sequence[str], alias: str = "t") -> str:
    """SQL of a row as JSON: every column by name; geometry in hexadecimal, so nothing is lost."""
    shapes = shapes_of(target)
    pairs = ", ".join(
        f"'{column}', {alias}.{column}{'::text' if column in shapes else ''}" for column in columns
    )
    return f"jsonb_build_object({pairs})"


def mark(target: TargetSpec, columns: Sequence[str], alias: str = "t") -> str:
    """SQL of a short mark of a row's image."""
    return f"md5({image(target, columns, alias)}::text)"
