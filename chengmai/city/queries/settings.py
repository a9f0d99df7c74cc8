"""The choices of this city: rows of `city_setting`, with a default where there is no row."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengmai.city.models import Setting
from chengmai.kernel.reference import cached

DEFAULTS: dict[str, Any] = {
    "day_rule": "eight_hours",
    "day_hours": 8,
    "map_base": {"kind": "own"},
    "map_centre": None,
    "map_zoom": 12,
    "map_note": "示意底图，非权威边界",
    "census_file_megabytes": 200,
    "census_unpacked_megabytes": 1_500,
    "census_rows": 1_000_000,
    "census_days": 30,
    "census_pictures": 20_000,
    "census_export_hours": 72,
    "census_exports_each": 10,
    "address_floor": 0.7,
    "address_metres": 500,
    "grid_fault_m2": 1.0,
    "area_outside_m2": 500.0,
}
SOURCES: dict[str, tuple[str, str]] = {
    "day_rule": ("YC", "1 工作日 = 8 工作时"),
    "day_hours": ("YC", "08–12, 14–18"),
    "map_base": ("Chengmai", "design"),
    "map_centre": ("Chengmai", "design"),
    "map_zoom": ("Chengmai", "design"),
    "map_note": ("地图管理条例", "公开地图须经审核"),
    "census_file_megabytes": ("Chengmai", "decision 0070"),
    "census_unpacked_megabytes": ("Chengmai", "decision 0070"),
    "census_rows": ("Chengmai", "decision 0070"),
    "census_days": ("Chengmai", "decision 0070"),
    "census_pictures": ("Chengmai", "decision 0106"),
    "census_export_hours": ("Chengmai", "decision 0072"),
    "census_exports_each": ("Chengmai", "decision 0072"),
    "address_floor": ("Chengmai", "decision 0073"),
    "address_metres": ("Chengmai", "decision 0073"),
    "grid_fault_m2": ("Chengmai", "decision 0074"),
    "area_outside_m2": ("Chengmai", "decision 0108"),
}


def setting(key: str) -> Any:
    """The choice in force today. Raises KeyError for a key that nobody knows."""
    return cached("city.settings", _load).get(key, DEFAULTS[key])


def _load() -> dict[str, Any]:
    rows = Setting.objects.filter(valid_from__lte=timezone.localdate()).order_by("valid_from")
    return dict(rows.values_list("key", "value"))
