"""Where the gazetteer comes from: one SELECT per source, each with the columns of an entry.

Every SELECT gives kind, source_key, name, detail, rank, weight, radius_m, districts,
division_code, road_a, road_b, point (WGS 84), line (WGS 84 or null). `tables` are those whose
changes make the entries old.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One source with the tables that it reads."""

    name: str
    tables: tuple[str, ...]
    select: str


_DISTRICTS = (
    "ARRAY(SELECT d.code FROM city_division d WHERE d.level = 'district' AND d.valid_to IS NULL"
    " AND ST_Intersects(d.geometry, {geometry}) ORDER BY d.code)::varchar[]"
)
_NAMES = (
    "coalesce((SELECT string_agg(d.name, '、' ORDER BY d.code) FROM city_division d"
    " WHERE d.code = ANY({codes})), '')"
)

# Pieces of one name within about 400 m of each other are one road.
_ROADS = f"""
WITH pieces AS (
    SELECT f.name, f.rank, (ST_Dump(f.geometry)).geom AS geom,
           ST_ClusterDBSCAN(f.geometry_3857, 500, 1) OVER (PARTITION BY f.name) AS part
      FROM city_basefeature f
     WHERE f.kind = 'road' AND f.category NOT IN ('rail', 'bridge') AND f.name <> ''
), roads AS (
    SELECT name, part, min(rank) AS rank, ST_Multi(ST_LineMerge(ST_Collect(geom))) AS line
      FROM pieces GROUP BY name, part
), placed AS (
    SELECT roads.*, {_DISTRICTS.format(geometry="line")} AS districts FROM roads
)
SELECT 'road' AS kind, name || '#' || part AS source_key, name,
       {_NAMES.format(codes="districts")} AS detail, rank,
       greatest(0.3, 1.05 - 0.12 * rank) AS weight, ST_Length(line::geography) / 2 AS radius_m,
       districts, '' AS division_code, NULL::bigint AS road_a, NULL::bigint AS road_b,
       ST_LineInterpolatePoint((SELECT p.geom FROM ST_Dump(line) p
                                 ORDER BY ST_Length(p.geom) DESC LIMIT 1), 0.5) AS point, line
  FROM placed
"""

# Lines that meet, or miss each other by a few metres; a double carriageway is one crossing.
_CROSSINGS = """
WITH pairs AS (
    SELECT a.id AS a, b.id AS b, a.name AS a_name, b.name AS b_name, a.rank AS a_rank,
           b.rank AS b_rank, a.districts AS a_districts, b.districts AS b_districts,
           CASE WHEN ST_Intersects(a.line_3857, b.line_3857)
                THEN ST_Intersection(a.line_3857, b.line_3857)
                ELSE ST_ClosestPoint(a.line_3857, b.line_3857) END AS met
      FROM addresses_entry a
      JOIN addresses_entry b ON b.kind = 'road' AND b.id > a.id AND b.name <> a.name
       AND ST_DWithin(a.line_3857, b.line_3857, 10)
     WHERE a.kind = 'road'
), spots AS (
    SELECT pairs.*, ST_Centroid(d.geom) AS spot
      FROM pairs, ST_Dump(met) d WHERE ST_Length(d.geom) < 400
), grouped AS (
    SELECT a, b, a_name, b_name, a_rank, b_rank, a_districts, b_districts, spot,
           ST_ClusterDBSCAN(spot, 90, 1) OVER (PARTITION BY a, b) AS part FROM spots
)
SELECT 'crossing' AS kind, a_name || '|' || b_name || '|' || a || '|' || b || '#' || part AS source_key,
       CASE WHEN a_rank <= b_rank THEN a_name || '与' || b_name ELSE b_name || '与' || a_name END
       || '交叉口' AS name,
       '' AS detail, least(a_rank, b_rank) AS rank, 1.1 - 0.08 * (a_rank + b_rank) AS weight,
       15.0 AS radius_m,
       ARRAY(SELECT unnest(a_districts) INTERSECT SELECT unnest(b_districts) ORDER BY 1)::varchar[]
       AS districts, '' AS division_code, a AS road_a, b AS road_b,
       ST_Transform(ST_Centroid(ST_Collect(spot)), 4326) AS point,
       NULL::geometry(MultiLineString, 4326) AS line
  FROM grouped GROUP BY a, b, a_name, b_name, a_rank, b_rank, a_districts, b_districts, part
"""

_PLACES = f"""
SELECT 'place' AS kind, p.id::text AS source_key, p.name,
       concat_ws(' ', nullif({_NAMES.format(codes="ARRAY[left(p.division_code, 6)]")}, ''),
                 nullif(p.address, '')) AS detail,
       p.rank, greatest(0.3, 0.95 - 0.08 * p.rank) AS weight,
       CASE p.kind WHEN 'park' THEN 180 WHEN 'airport' THEN 400 WHEN 'university' THEN 250
            WHEN 'beach' THEN 200 WHEN 'scenic' THEN 60 WHEN 'estate' THEN 90 WHEN 'town' THEN 400
            WHEN 'hill' THEN 900 WHEN 'lake' THEN 300 WHEN 'river' THEN 900 WHEN 'harbour' THEN 300
            WHEN 'school' THEN 70 WHEN 'hospital' THEN 60 WHEN 'market' THEN 45
            WHEN 'station' THEN 120 WHEN 'bay' THEN 900 WHEN 'island' THEN 200 ELSE 30 END
       AS radius_m,
       CASE WHEN p.division_code = '' THEN {_DISTRICTS.format(geometry="p.point")}
            ELSE ARRAY[left(p.division_code, 6)]::varchar[] END AS districts,
       p.division_code, NULL::bigint AS road_a, NULL::bigint AS road_b, p.point,
       NULL::geometry(MultiLineString, 4326) AS line
  FROM city_place p
 WHERE p.kind NOT IN ('community', 'street', 'district', 'city', 'province', 'sea')
UNION ALL
SELECT 'place', 'bridge:' || f.name || '#' || min(f.id), f.name, '桥', 4, 0.6, 60,
       {_DISTRICTS.format(geometry="ST_Collect(f.geometry)")}, '', NULL, NULL,
       ST_Centroid(ST_Collect(f.geometry)), NULL
  FROM city_basefeature f WHERE f.kind = 'road' AND f.category = 'bridge' AND f.name <> ''
 GROUP BY f.name HAVING max(ST_Length(f.geometry::geography)) < 2000
"""

_DIVISIONS = f"""
SELECT d.level AS kind, d.code AS source_key, d.name,
       CASE WHEN length(d.code) > 6 THEN {_NAMES.format(codes="ARRAY[left(d.code, 6)]")}
            ELSE '' END AS detail,
       CASE d.level WHEN 'city' THEN 1 WHEN 'district' THEN 1 WHEN 'street' THEN 3 ELSE 5 END
       AS rank,
       CASE d.level WHEN 'city' THEN 0.9 WHEN 'district' THEN 0.95 WHEN 'street' THEN 0.7
            ELSE 0.55 END AS weight,
       sqrt(ST_Area(d.geometry::geography) / pi()) AS radius_m,
       CASE WHEN length(d.code) >= 6 THEN ARRAY[left(d.code, 6)] ELSE ARRAY[]::text[] END::varchar[]
       AS districts,
       d.code AS division_code, NULL::bigint AS road_a, NULL::bigint AS road_b,
       ST_PointOnSurface(d.geometry) AS point, NULL::geometry(MultiLineString, 4326) AS line
  FROM city_division d
 WHERE d.valid_to IS NULL AND d.level IN ('city', 'district', 'street', 'community')
"""

# The words of a component's place are an address of their own where they name one small spot.
_COMPONENTS = """
SELECT 'component_place' AS kind, c.location_text AS source_key, c.location_text AS name,
       '' AS detail, 7 AS rank, 0.3 AS weight, 60.0 AS radius_m,
       ARRAY[min(left(c.grid_code, 6))]::varchar[] AS districts, min(left(c.grid_code, 12))
       AS division_code, NULL::bigint AS road_a, NULL::bigint AS road_b,
       ST_Transform(ST_Centroid(ST_Collect(c.point_3857)), 4326) AS point,
       NULL::geometry(MultiLineString, 4326) AS line
  FROM city_component c
 WHERE length(c.location_text) BETWEEN 3 AND 40 AND c.state NOT IN ('abolished', 'removed')
   AND c.location_text !~ '(路[东南西北]|交叉口.*)$'
 GROUP BY c.location_text
HAVING greatest(max(ST_X(c.point_3857)) - min(ST_X(c.point_3857)),
                max(ST_Y(c.point_3857)) - min(ST_Y(c.point_3857))) < 200
"""

SOURCES: tuple[Source, ...] = (
    Source("divisions", ("city_division",), _DIVISIONS),
    Source("roads", ("city_basefeature", "city_division"), _ROADS),
    Source("crossings", ("city_basefeature", "city_division"), _CROSSINGS),
    Source("places", ("city_place", "city_basefeature", "city_division"), _PLACES),
    Source("components", ("city_component",), _COMPONENTS),
)
NUMBERS = "numbers"
