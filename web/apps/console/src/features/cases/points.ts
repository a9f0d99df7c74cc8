import type { CaseRow } from '@chengmai/api'
import { casePoints, type CasePoints } from '@chengmai/map'

/** The rows that have a place, as points of the map. */
export function pointsOf(rows: CaseRow[]): CasePoints {
  return casePoints(
    rows.flatMap((row) => (row.lon === null || row.lat === null ? [] : [{ id: row.id, lon: row.lon, lat: row.lat, lamp: row.lamp, description: row.class_name || row.description, urgent: row.urgent }])),
  )
}
