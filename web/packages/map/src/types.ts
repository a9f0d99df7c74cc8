import type { FeatureCollection, Point } from 'geojson'
import type { LampState } from '@chengmai/kit'
import type { ListedLayer } from './layer-recipe'

/** Longitude and latitude, WGS 84. */
export interface LonLat {
  lon: number
  lat: number
}

export interface CaseProperties {
  id: number
  lamp: LampState
  title: string
  urgent?: boolean
}

export type CasePoints = FeatureCollection<Point, CaseProperties>

/** What is drawn beneath: our own tiles, or a city's raster service in WGS 84 (not AMap: GCJ-02 is shifted against our points). */
export type BaseSource =
  | { kind: 'own' }
  | { kind: 'tianditu'; key: string }
  | { kind: 'raster'; tiles: string[]; attribution?: string }

/** The answer of `GET /api/v1/city/map`. */
export interface MapConfig {
  centre: [number, number]
  zoom: number
  bounds?: [number, number, number, number] | null
  base: BaseSource
  note?: string
  layers?: ListedLayer[]
  choice?: { layers: Record<string, { shown?: boolean; opacity?: number }>; order: string[] } | null
}

export interface View {
  centre: [number, number]
  zoom: number
  bounds: [number, number, number, number]
}

export interface Hit {
  layer: string
  properties: Record<string, unknown>
}

/** Cases as the map wants them; those without a place are left out. */
export function casePoints(
  rows: readonly {
    id: number
    lon: number | null
    lat: number | null
    lamp: LampState
    description?: string
    case_no?: string
    urgent?: boolean
  }[],
): CasePoints {
  return {
    type: 'FeatureCollection',
    features: rows.flatMap((row) =>
      row.lon === null || row.lat === null
        ? []
        : [
            {
              type: 'Feature' as const,
              geometry: { type: 'Point' as const, coordinates: [row.lon, row.lat] },
              properties: {
                id: row.id,
                lamp: row.lamp,
                title: row.description ?? row.case_no ?? '',
                urgent: row.urgent ?? false,
              },
            },
          ],
    ),
  }
}
