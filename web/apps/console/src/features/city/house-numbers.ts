import type { RoadFound, RoadNumbers } from '@chengmai/api'
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as Chart } from 'maplibre-gl'
import { api } from '../../shared/client'

const BASE = '/city/addresses'
export const findRoads = (q: string, signal: AbortSignal): Promise<RoadFound[]> => api.get(`${BASE}/roads`, { query: { q }, signal })
export const readNumbers = (road: string, signal: AbortSignal): Promise<RoadNumbers> => api.get(`${BASE}/numbers`, { query: { road }, signal })
export const addNumber = (road: string, number: string, lon: number, lat: number): Promise<RoadNumbers> => api.post(`${BASE}/numbers`, { body: { road, number, lon, lat } })
export const moveNumber = (id: number, lon: number, lat: number): Promise<unknown> => api.put(`${BASE}/numbers/${id}`, { body: { lon, lat } })
export const removeNumber = (id: number): Promise<unknown> => api.delete(`${BASE}/numbers/${id}`)

/** The road and its numbers as the map draws them. */
export function drawnRoad(found: RoadNumbers | undefined, chosen: number | null): FeatureCollection {
  const lines = (found?.lines ?? []).map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry: geometry as never }))
  const doors = (found?.numbers ?? []).map((one) => ({ type: 'Feature' as const, properties: { id: one.id, label: one.text, chosen: one.id === chosen }, geometry: { type: 'Point' as const, coordinates: [one.lon, one.lat] } }))
  return { type: 'FeatureCollection', features: [...lines, ...doors] }
}

/** The box of what is drawn, with some air; null where there is nothing. */
export function boxOfRoad(found: RoadNumbers): [number, number, number, number] | null {
  const spots: number[][] = found.numbers.map(({ lon, lat }) => [lon, lat])
  const take = (part: unknown): void => {
    if (!Array.isArray(part)) return
    if (typeof part[0] === 'number') spots.push(part as number[])
    else part.forEach(take)
  }
  for (const line of found.lines) take((line as { coordinates?: unknown }).coordinates)
  if (!spots.length) return null
  const [x, y] = [spots.map((one) => one[0] ?? 0), spots.map((one) => one[1] ?? 0)]
  return [Math.min(...x) - 0.0005, Math.min(...y) - 0.0005, Math.max(...x) + 0.0005, Math.max(...y) + 0.0005]
}

/** Draw them; again after the map's look has changed. */
export function drawNumbers(chart: Chart, data: FeatureCollection): void {
  const source = chart.getSource<GeoJSONSource>('house-numbers')
  if (source !== undefined) {
    source.setData(data)
    return
  }
  const look = getComputedStyle(chart.getContainer())
  const token = (name: string): string => look.getPropertyValue(name).trim()
  chart.addSource('house-numbers', { type: 'geojson', data })
  chart.addLayer({ id: 'house-road', source: 'house-numbers', type: 'line', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-cap': 'round' }, paint: { 'line-color': token('--accent'), 'line-width': 5, 'line-opacity': 0.35 } })
  chart.addLayer({ id: 'house-doors', source: 'house-numbers', type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': ['case', ['get', 'chosen'], 9, 6], 'circle-color': ['case', ['get', 'chosen'], token('--accent'), token('--surface')], 'circle-stroke-color': token('--accent'), 'circle-stroke-width': 2 } })
  chart.addLayer({ id: 'house-names', source: 'house-numbers', type: 'symbol', minzoom: 14, filter: ['==', ['geometry-type'], 'Point'], layout: { 'text-field': ['get', 'label'], 'text-size': 12, 'text-offset': [0, 1.1], 'text-anchor': 'top' }, paint: { 'text-color': token('--ink'), 'text-halo-color': token('--surface'), 'text-halo-width': 1.5 } })
}
