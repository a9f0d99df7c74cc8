"""Every invariant as one SELECT over the whole city: kind, code, other, area_m2, geometry.

Set-based, joined by the spatial indexes. `{floor}` is the area in square metres below which a gap
or overlap is the noise of coordinates (setting `grid_fault_m2`); areas are measured on the
ellipsoid. The neighbours of a grid only touch it, so most pairs end at the cheap intersection.
"""

from __future__ import annotations

_OPEN = "city_unitgrid g WHERE g.closed_at IS NULL"

# Pieces of a community that no open grid of it covers, and of a district that no community covers.
_GAPS = """
SELECT 'gap', code, '', ST_Area(piece::geography), piece FROM (
    SELECT c.code, (ST_Dump(ST_Difference(c.geometry, coalesce(u.shape, ST_GeomFromText(
           'POLYGON EMPTY', 4326))))).geom AS piece
      FROM city_division c
      LEFT JOIN LATERAL (SELECT ST_Union(g.geometry) AS shape FROM city_unitgrid g
                          WHERE g.community_code = c.code AND g.closed_at IS NULL) u ON TRUE
     WHERE c.level = 'community' AND c.valid_to IS NULL
    UNION ALL
    SELECT d.code, (ST_Dump(ST_Difference(d.geometry, coalesce(u.shape, ST_GeomFromText(
           'POLYGON EMPTY', 4326))))).geom
      FROM city_division d
      LEFT JOIN LATERAL (SELECT ST_Union(c.geometry) AS shape FROM city_division c
                          WHERE c.level = 'community' AND c.valid_to IS NULL
                            AND left(c.code, 6) = d.code) u ON TRUE
     WHERE d.level = 'district' AND d.valid_to IS NULL
) pieces WHERE ST_Dimension(piece) = 2 AND ST_Area(piece::geography) > {floor}
"""

_OVERLAPS = """
SELECT 'overlap', one, other, ST_Area(piece::geography), piece FROM (
    SELECT a.code AS one, b.code AS other,
           ST_CollectionExtract(ST_Intersection(a.geometry, b.geometry), 3) AS piece
      FROM city_unitgrid a
      JOIN city_unitgrid b ON b.code > a.code AND b.closed_at IS NULL
       AND a.geometry && b.geometry AND ST_Intersects(a.geometry, b.geometry)
     WHERE a.closed_at IS NULL
) pairs WHERE NOT ST_IsEmpty(piece) AND ST_Area(piece::geography) > {floor}
"""

_OUTSIDE = """
SELECT 'outside_community', code, community, ST_Area(piece::geography), piece FROM (
    SELECT g.code, g.community_code AS community,
           ST_CollectionExtract(ST_Difference(g.geometry, c.geometry), 3) AS piece
      FROM city_unitgrid g JOIN city_division c ON c.code = g.community_code
     WHERE g.closed_at IS NULL AND NOT ST_CoveredBy(g.geometry, c.geometry)
) grids WHERE NOT ST_IsEmpty(piece) AND ST_Area(piece::geography) > {floor}
"""

_COMMUNITY = """
SELECT CASE WHEN c.level <> 'community' THEN 'prefix' ELSE 'community_closed' END, g.code, c.code,
       ST_Area(g.geometry::geography), g.geometry
  FROM city_unitgrid g JOIN city_division c ON c.code = g.community_code
 WHERE g.closed_at IS NULL AND (c.valid_to IS NOT NULL OR c.level <> 'community')
UNION ALL
SELECT 'prefix', g.code, g.community_code, ST_Area(g.geometry::geography), g.geometry
  FROM city_unitgrid g
 WHERE g.closed_at IS NULL
   AND (g.code !~ '^[0-9]{{15}}$' OR left(g.code, 12) <> g.community_code)
"""

# A component on a common edge belongs to the grid with the lower code, as `locate` says.
_COMPONENTS = """
SELECT CASE WHEN found.code IS NULL THEN 'stray_component' ELSE 'misplaced_component' END,
       c.code, coalesce(found.code, c.grid_code), NULL::float8, c.point
  FROM city_component c
  LEFT JOIN LATERAL (SELECT g.code, g.code = c.grid_code AS own FROM city_unitgrid g
                      WHERE g.closed_at IS NULL AND ST_Intersects(g.geometry, c.point)
                      ORDER BY own DESC, g.code LIMIT 1) found ON TRUE
 WHERE c.state NOT IN ('abolished', 'removed') AND found.code IS DISTINCT FROM c.grid_code
"""

_DUTY = """
SELECT 'duty_shape', code, '', ST_Area(piece::geography), piece FROM (
    SELECT d.code, ST_CollectionExtract(ST_SymDifference(d.geometry, coalesce(u.shape,
           ST_GeomFromText('POLYGON EMPTY', 4326))), 3) AS piece
      FROM city_dutygrid d
      LEFT JOIN LATERAL (SELECT ST_Union(g.geometry) AS shape FROM city_unitgrid g
                          WHERE g.duty_grid_code = d.code AND g.closed_at IS NULL) u ON TRUE
     WHERE d.valid_to IS NULL
) duty WHERE NOT ST_IsEmpty(piece) AND ST_Area(piece::geography) > {floor}
UNION ALL
SELECT 'no_duty_grid', g.code, coalesce(g.duty_grid_code, ''), ST_Area(g.geometry::geography),
       g.geometry
  FROM city_unitgrid g LEFT JOIN city_dutygrid d ON d.code = g.duty_grid_code
 WHERE g.closed_at IS NULL AND (d.code IS NULL OR d.valid_to IS NOT NULL)
"""

# The ledger remembers what was closed; a closed code that is open today was used again.
_REUSED = """
SELECT 'reused_code', g.code, '', ST_Area(g.geometry::geography), g.geometry
  FROM city_unitgrid g
 WHERE g.closed_at IS NULL AND EXISTS (
       SELECT 1 FROM kernel_ledgerentry e
        WHERE e.subject = 'grid:' || g.code AND e.name = 'city.GridClosed')
"""

STEPS: tuple[tuple[str, str], ...] = (
    ("空隙", _GAPS),
    ("重叠", _OVERLAPS),
    ("越出社区", _OUTSIDE),
    ("社区与编码", _COMMUNITY),
    ("部件所在网格", _COMPONENTS),
    ("责任网格", _DUTY),
    ("停用编码", _REUSED),
)
CHECKED = (
    "SELECT (SELECT count(*) FROM city_unitgrid WHERE closed_at IS NULL),"
    " (SELECT count(*) FROM city_unitgrid WHERE closed_at IS NOT NULL),"
    " (SELECT count(*) FROM city_division WHERE level = 'community' AND valid_to IS NULL),"
    " (SELECT count(*) FROM city_dutygrid WHERE valid_to IS NULL),"
    " (SELECT count(*) FROM city_component WHERE state NOT IN ('abolished', 'removed'))"
)
CHECKED_NAMES = ("open_grids", "closed_grids", "communities", "duty_grids", "components")
