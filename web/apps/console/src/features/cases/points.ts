import type { CaseRow } from '@chengmai/api'
import type { CasePoints } from '@chengmai/map'

/** The rows that have a place, as points of the map (WGS 84). Made here so that lists need not load the map. */
export function pointsOf(rows: CaseRow[]): CasePoints {
  return {
    type: 'FeatureCollection',
    features: rows.flatMap((row) => {
      if (row.lon === null || row.lat === null) return []
      const properties = { id: row.id, lamp: row.lamp, title: row.class_name || row.description, urgent: row.urgent }
      return [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [row.lon, row.lat] }, properties }]
    }),
  }
}
