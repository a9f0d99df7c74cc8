import type { GeoJSONSource, Map as Chart } from 'maplibre-gl'
import type { OnMap } from './api'

const SOURCE = 'census'
const COLOURS: Record<string, string> = { added: '--lamp-in-time', changed: '--lamp-due-soon', unchanged: '--lamp-suspended', refused: '--lamp-overdue' }

/** Draw rows (or a sample) over the map; drawn again after the map's look has changed. */
export function drawOn(chart: Chart, found: OnMap): void {
  const source = chart.getSource<GeoJSONSource>(SOURCE)
  if (source !== undefined) {
    source.setData(found)
    return
  }
  const look = getComputedStyle(chart.getContainer())
  const token = (name: string): string => look.getPropertyValue(name).trim()
  const colour = ['match', ['get', 'verdict'], ...Object.entries(COLOURS).flatMap(([verdict, name]) => [verdict, token(name)]), token('--accent')] as never
  chart.addSource(SOURCE, { type: 'geojson', data: found })
  chart.addLayer({ id: `${SOURCE}-area`, source: SOURCE, type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-opacity': 0.2 } })
  chart.addLayer({ id: `${SOURCE}-line`, source: SOURCE, type: 'line', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': colour, 'line-width': 2 } })
  chart.addLayer({
    id: `${SOURCE}-point`, source: SOURCE, type: 'circle', filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-color': colour, 'circle-stroke-color': token('--surface'), 'circle-stroke-width': 1, 'circle-opacity': 0.85, 'circle-radius': ['interpolate', ['linear'], ['coalesce', ['get', 'rows'], 1], 1, 4.5, 50, 7, 1000, 12, 10000, 18] },
  })
}

/** Whether our layers are on the map; a new look of the map takes them away. */
export function isDrawn(chart: Chart): boolean {
  return chart.getSource(SOURCE) !== undefined
}

/** The box of everything that is drawn, or null. */
export function boxOf(found: OnMap): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null
  const take = (at: unknown): void => {
    if (!Array.isArray(at)) return
    const [x, y] = at as unknown[]
    if (typeof x === 'number' && typeof y === 'number') {
      box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y]
    } else for (const part of at) take(part)
  }
  for (const feature of found.features) if ('coordinates' in feature.geometry) take(feature.geometry.coordinates)
  return box
}
