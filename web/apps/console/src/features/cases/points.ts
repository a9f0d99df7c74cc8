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

const TILE = 512
const CLOSEST = 15
const WIDEST = 9

/** The middle of the range that holds all but the outermost twentieth on either side. */
function rangeOf(values: number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  const cut = Math.floor(sorted.length / 20)
  return [sorted[cut] as number, sorted[sorted.length - 1 - cut] as number]
}

/** Where a map of this many pixels should open so that the cases lie in it; undefined when none has a place. */
export function viewOf(rows: Pick<CaseRow, 'lon' | 'lat'>[], width: number, height: number): { centre: [number, number]; zoom: number } | undefined {
  const placed = rows.filter((row): row is { lon: number; lat: number } => row.lon !== null && row.lat !== null)
  if (placed.length === 0) return undefined
  const [west, east] = rangeOf(placed.map(({ lon }) => lon))
  const [south, north] = rangeOf(placed.map(({ lat }) => lat))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  // One tile shows the whole round of 360° at zoom 0; a tenth is left free at the edges.
  const fitting = (degrees: number, pixels: number): number => Math.log2((pixels * 0.9 * 360) / (TILE * Math.max(degrees, 1e-6)))
  const zoom = Math.min(fitting(east - west, width), fitting((north - south) / squeeze, height))
  return { centre: [(west + east) / 2, (south + north) / 2], zoom: Math.round(Math.max(WIDEST, Math.min(CLOSEST, zoom)) * 10) / 10 }
}
