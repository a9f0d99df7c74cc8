"""Bringing the index up to date: what is new, changed or gone in each source, and nothing else."""

# ruff: noqa: S608 - only our own texts are pasted into SQL
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from chengmai.city.addresses.actions.sources import NUMBERS, SOURCES, Source
from chengmai.city.addresses.models import Entry, Key, SourceState
from chengmai.city.addresses.queries.state import city_name, stale_sources, table_versions
from chengmai.city.addresses.rules.names import other_names
from chengmai.city.addresses.rules.sounds import initials, sound, syllables
from chengmai.city.addresses.rules.text import is_han, tidy, variants
from chengmai.city.addresses.words import EntryKind, Match

Say = Callable[[str], None]
_COLUMNS = (
    "kind, source_key, name, detail, rank, weight, radius_m, districts, division_code,"
    " road_a, road_b, point, line"
)
_SHORTEST_TYPO = 4  # characters; a shorter name with another character is another name
_LOCK = 7_301_401
_MANY = 500
_RECIPE = 3  # raised when keys are made in another way, so that every entry is written again


@dataclass
class RebuildReport:
    """What a rebuild did to the index."""

    sources: int = 0
    changed: int = 0
    gone: int = 0
    numbers: int = 0


@transaction.atomic
def rebuild_gazetteer(
    *, at: datetime, everything: bool = False, say: Say = lambda _: None
) -> RebuildReport:
    """Make the index anew from the sources that have changed (or from all of them).

    Entries that did not change keep their rows and ids. One transaction: readers see the index
    before or after, and a second rebuild waits for the first.
    """
    report = RebuildReport()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    wanted = None if everything else stale_sources()
    for source in SOURCES:
        if wanted is None or source.name in wanted:
            _rebuild(source, at, report)
            say(f"  {source.name:<12} {SourceState.objects.get(pk=source.name).entries:>7} entries")
    if wanted is None or NUMBERS in wanted:
        report.numbers = tie_numbers(at=at)
        say(f"  {NUMBERS:<12} {report.numbers:>7} tied to a road anew")
    return report


def _rebuild(source: Source, at: datetime, report: RebuildReport) -> None:
    versions = table_versions(source.name)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fresh_entries")
        cursor.execute(
            f"CREATE TEMP TABLE fresh_entries ON COMMIT DROP AS SELECT * FROM ({source.select}) s"
        )
        cursor.execute(
            f"""SELECT e.id FROM addresses_entry e WHERE e.source = '{source.name}' AND NOT EXISTS
                (SELECT 1 FROM fresh_entries f WHERE f.source_key = e.source_key)"""
        )
        gone = [row[0] for row in cursor.fetchall()]
        Entry.objects.filter(pk__in=gone).delete()  # with its keys and crossings
        report.gone += len(gone)
        cursor.execute(_upsert(source.name))
        changed = [(int(id_), EntryKind(kind), str(name)) for id_, kind, name in cursor.fetchall()]
        cursor.execute("SELECT count(*) FROM fresh_entries")
        (entries,) = cursor.fetchone()
        cursor.execute("DROP TABLE fresh_entries")
        if len(changed) > _MANY:  # so that crossings are looked for by the index of the lines
            cursor.execute("ANALYZE addresses_entry")
    if source.name != "crossings":  # met by its two roads, never by a name of its own
        _write_keys(changed)
    report.sources += 1
    report.changed += len(changed)
    SourceState.objects.update_or_create(
        pk=source.name, defaults={"versions": versions, "entries": entries, "built_at": at}
    )


def _upsert(source: str) -> str:
    """Write what differs by its digest; other names belong to it, so that they are written too."""
    return f"""
    INSERT INTO addresses_entry AS e (source, digest, {_COLUMNS.replace("road_a, road_b", "road_a_id, road_b_id")}, line_3857)
    SELECT '{source}', md5(concat_ws('|', {_RECIPE}, name, detail, rank, weight, round(radius_m::numeric, 1),
           districts::text, division_code, ST_AsBinary(point), ST_AsBinary(line),
           (SELECT string_agg(a.alias, ',' ORDER BY a.alias) FROM addresses_alias a
             WHERE a.name = f.name AND a.valid_to IS NULL))) AS digest,
           {_COLUMNS}, ST_Transform(line, 3857)
      FROM fresh_entries f
    ON CONFLICT (source, source_key) DO UPDATE SET
        digest = excluded.digest, kind = excluded.kind, name = excluded.name,
        detail = excluded.detail, rank = excluded.rank, weight = excluded.weight,
        radius_m = excluded.radius_m, districts = excluded.districts,
        division_code = excluded.division_code, road_a_id = excluded.road_a_id,
        road_b_id = excluded.road_b_id, point = excluded.point, line = excluded.line,
        line_3857 = excluded.line_3857
    WHERE e.digest <> excluded.digest
    RETURNING e.id, e.kind, e.name
    """


def _write_keys(changed: Sequence[tuple[int, EntryKind, str]]) -> None:
    Key.objects.filter(entry_id__in=[id_ for id_, _, _ in changed]).delete()
    rows = _keys(changed, _aliases(), city_name())  # asked before the copy holds the connection
    columns = "entry_id, key, how, weight, pinyin, initials, sound, pairs, variants"
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY addresses_key ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _aliases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, alias FROM addresses_alias WHERE valid_to IS NULL")
        for name, alias in cursor.fetchall():
            found.setdefault(name, []).append(alias)
    return found


_TRUST = {Match.NAME: 1.0, Match.ALIAS: 0.95, Match.SHORT: 0.8}


def _keys(
    changed: Iterable[tuple[int, EntryKind, str]], aliases: dict[str, list[str]], city: str
) -> Iterator[tuple[object, ...]]:
    for entry_id, kind, name in changed:
        names = other_names(kind, name, city)
        for alias in aliases.get(name, ()):
            names.setdefault(tidy(alias), Match.ALIAS)
        for key, how in names.items():
            parts = syllables(key)
            yield (
                entry_id, key, how.value, _TRUST[how], "".join(parts)[:400],
                initials(parts)[:120], sound(parts)[:500],
                list({key[n : n + 2] for n in range(len(key) - 1)}),
                variants(key) if len(key) >= _SHORTEST_TYPO and is_han(key[0]) else [key],
            )  # fmt: skip


@transaction.atomic
def tie_numbers(*, at: datetime) -> int:
    """Let every house number know the road of its name that is nearest to it, within 300 m."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE addresses_addresspoint p SET road_id = near.id
              FROM (SELECT DISTINCT ON (p.id) p.id AS point_id, e.id
                      FROM addresses_addresspoint p
                      LEFT JOIN addresses_entry e ON e.kind = 'road' AND e.name = p.road_name
                       AND ST_DWithin(e.line_3857, p.point_3857, 400)
                     ORDER BY p.id, ST_Distance(e.line_3857, p.point_3857)) near
             WHERE near.point_id = p.id AND p.road_id IS DISTINCT FROM near.id"""
        )
        tied = cursor.rowcount
        cursor.execute("SELECT count(*) FROM addresses_addresspoint")
        (count,) = cursor.fetchone()
    SourceState.objects.update_or_create(
        pk=NUMBERS,
        defaults={"versions": table_versions(NUMBERS), "entries": count, "built_at": at},
    )
    return int(tied)
