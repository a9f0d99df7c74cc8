"""What every drawn table shares: a stored web-mercator twin and a version that counts changes."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.contrib.gis.db import models
from django.contrib.gis.db.models.functions import Transform

WEB_MERCATOR = 3857


def drawn(source: str, kind: type[Any]) -> models.GeneratedField:
    """A column that the database keeps: `source` (WGS 84) projected for tiles (EPSG 3857)."""
    return models.GeneratedField(
        expression=Transform(source, WEB_MERCATOR),
        output_field=kind(srid=WEB_MERCATOR, spatial_index=False),
        db_persist=True,
    )


def counts_changes(table: str) -> pgtrigger.Trigger:
    """Any change of the table raises its version, so that cached tiles are known to be old."""
    return pgtrigger.Trigger(
        name="count_changes",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
        func=(
            "INSERT INTO city_layerversion (name, version, changed_at) "  # noqa: S608
            f"VALUES ('{table}', 1, now()) ON CONFLICT (name) DO UPDATE "
            "SET version = city_layerversion.version + 1, changed_at = now(); RETURN NULL;"
        ),
    )
