"""How new the index is: which sources have changed since it was made."""

from __future__ import annotations

from django.db import connection

from chengmai.city.addresses.models import SourceState
from chengmai.city.addresses.words import SourceCard
from chengmai.kernel.reference import cached

# What each source of the index reads; the aliases give keys to entries of any source.
TABLES: dict[str, tuple[str, ...]] = {
    "divisions": ("city_division", "addresses_alias"),
    "roads": ("city_basefeature", "city_division", "addresses_alias"),
    "crossings": ("city_basefeature", "city_division"),
    "places": ("city_place", "city_basefeature", "city_division", "addresses_alias"),
    "components": ("city_component",),
    "numbers": ("addresses_addresspoint", "city_basefeature"),
}


def table_versions(source: str) -> dict[str, int]:
    """How often each table of this source has changed by now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, version FROM city_layerversion WHERE name = ANY(%s)",
            [list(TABLES[source])],
        )
        return {str(name): int(version) for name, version in cursor.fetchall()}


def stale_sources() -> set[str]:
    """The sources whose tables have changed since the index was made from them."""
    built = dict(SourceState.objects.values_list("source", "versions"))
    return {source for source in TABLES if built.get(source) != table_versions(source)}


def gazetteer_state() -> list[SourceCard]:
    """Every source with its number of entries and whether it is old."""
    stale = stale_sources()
    rows = {row.source: row for row in SourceState.objects.all()}
    return [
        SourceCard(
            source,
            rows[source].entries if source in rows else 0,
            rows[source].built_at.isoformat() if source in rows else None,
            source in stale,
        )
        for source in TABLES
    ]


def city_name() -> str:
    """The city's own name, which people leave out; empty before there are divisions."""
    return cached("addresses.city", _load_city, seconds=60)


def _load_city() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM city_division WHERE level = 'city' AND valid_to IS NULL LIMIT 1"
        )
        found = cursor.fetchone()
    return str(found[0]) if found else ""
