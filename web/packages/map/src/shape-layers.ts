import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as Chart } from 'maplibre-gl'

const SOURCES = ['shape-context', 'shape-own', 'shape-faults'] as const
export interface Drawn {
  context: FeatureCollection
  own: FeatureCollection
  faults: FeatureCollection
}

/** Draw neighbours, the shape itself and what stands against it; again after the map's look has changed. */
export function drawShapes(chart: Chart, drawn: Drawn): void {
  const data = [drawn.context, drawn.own, drawn.faults]
  if (SOURCES.every((name) => chart.getSource(name) !== undefined)) {
    SOURCES.forEach((name, n) => chart.getSource<GeoJSONSource>(name)?.setData(data[n] as FeatureCollection))
    return
  }
  const look = getComputedStyle(chart.getContainer())
  const token = (name: string): string => look.getPropertyValue(name).trim()
  SOURCES.forEach((name, n) => {
    if (chart.getSource(name) === undefined) chart.addSource(name, { type: 'geojson', data: data[n] as FeatureCollection })
  })
  const chosen = ['boolean', ['get', 'chosen'], false] as never
  chart.addLayer({ id: 'shape-context-area', source: 'shape-context', type: 'fill', paint: { 'fill-color': ['case', chosen, token('--accent'), token('--ink-3')], 'fill-opacity': ['case', chosen, 0.35, 0.08] } })
  chart.addLayer({ id: 'shape-context-line', source: 'shape-context', type: 'line', paint: { 'line-color': token('--ink-2'), 'line-width': 1 } })
  chart.addLayer({ id: 'shape-context-name', source: 'shape-context', type: 'symbol', minzoom: 12, layout: { 'text-field': ['coalesce', ['get', 'label'], ''], 'text-size': 12 }, paint: { 'text-color': token('--ink-2'), 'text-halo-color': token('--surface'), 'text-halo-width': 1.5 } })
  chart.addLayer({ id: 'shape-own-area', source: 'shape-own', type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': token('--accent'), 'fill-opacity': ['coalesce', ['get', 'strength'], 0.18] } })
  chart.addLayer({ id: 'shape-own-line', source: 'shape-own', type: 'line', paint: { 'line-color': token('--accent'), 'line-width': 2.5 } })
  chart.addLayer({ id: 'shape-own-name', source: 'shape-own', type: 'symbol', layout: { 'text-field': ['coalesce', ['get', 'label'], ''], 'text-size': 13, 'text-allow-overlap': true }, paint: { 'text-color': token('--ink'), 'text-halo-color': token('--surface'), 'text-halo-width': 2 } })
  chart.addLayer({ id: 'shape-fault-area', source: 'shape-faults', type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': token('--lamp-overdue'), 'fill-opacity': 0.45 } })
  chart.addLayer({ id: 'shape-fault-point', source: 'shape-faults', type: 'circle', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 9, 'circle-color': token('--lamp-overdue'), 'circle-opacity': 0.4, 'circle-stroke-color': token('--lamp-overdue'), 'circle-stroke-width': 2 } })
}

/** Whether our layers are on the map; a new look of the map takes them away. */
export function shapesAreDrawn(chart: Chart): boolean {
  return chart.getLayer('shape-fault-point') !== undefined
}
