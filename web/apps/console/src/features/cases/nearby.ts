import type { CaseRow, Page } from '@chengmai/api'
import { api } from '../../shared/client'

const METRES = 150

/** Metres between two places, good enough for a few streets. */
export function metresBetween(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const north = (b.lat - a.lat) * 111_320
  const east = (b.lon - a.lon) * 111_320 * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** Open cases close to a place, nearest first; of the same class when one is chosen. `area` bounds what is read: the community. */
export async function findNearby(point: { lon: number; lat: number }, area: string, classCode: string, signal: AbortSignal): Promise<CaseRow[]> {
  const page = await api.get<Page<CaseRow>>('/cases', { query: { queue: 'open', grid_code: area, class_code: classCode, limit: 200 }, signal })
  return page.items
    .flatMap((row) => (row.lon === null || row.lat === null ? [] : [{ row, metres: metresBetween(point, { lon: row.lon, lat: row.lat }) }]))
    .filter(({ metres }) => metres <= METRES)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 5)
    .map(({ row }) => row)
}
