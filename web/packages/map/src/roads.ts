import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette'

/** Width of the roadway in pixels by zoom (true to scale from z16 on), for ranks 1 (expressway) to 5 (lane). */
export const WIDTHS: Record<number, [zoom: number, width: number][]> = {
  1: [[8, 0.7], [11, 1.8], [13, 3.6], [15, 8], [16, 17], [17, 33], [18, 66], [19, 132]],
  2: [[9, 0.4], [11, 1.4], [13, 3.2], [15, 8], [16, 18], [17, 36], [18, 72], [19, 144]],
  3: [[11, 0.5], [13, 1.9], [15, 5.5], [16, 12], [17, 25], [18, 50], [19, 100]],
  4: [[12.5, 0.4], [14, 1.6], [15, 3.4], [16, 7.5], [17, 15], [18, 30], [19, 60]],
  5: [[14.5, 0.5], [15, 1], [16, 3.5], [17, 7.5], [18, 15], [19, 30]],
}
const FROM: Record<number, number> = { 1: 8, 2: 9, 3: 11, 4: 12.5, 5: 14.5 }

function width(rank: number, extra: number): ExpressionSpecification {
  const stops = (WIDTHS[rank] ?? []).flatMap(([zoom, value]) => [zoom, value + extra])
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as unknown as ExpressionSpecification
}

function of(rank: number, ...categories: string[]): FilterSpecification {
  return ['all', ['==', ['get', 'rank'], rank], ['in', ['get', 'category'], ['literal', categories]]]
}

function colours(c: Palette, rank: number): { fill: string; edge: string } {
  if (rank === 1) return { fill: c.roadFast, edge: c.roadMainEdge }
  if (rank === 2) return { fill: c.roadMain, edge: c.roadMainEdge }
  return { fill: c.road, edge: c.roadEdge }
}

/** Casings first, then surfaces, then bridges above both, then the railway. */
export function roadLayers(c: Palette): LayerSpecification[] {
  const base = { type: 'line' as const, source: 'base', 'source-layer': 'roads' }
  const round = { 'line-cap': 'round' as const, 'line-join': 'round' as const }
  const ranks = [5, 4, 3, 2, 1]
  const edges = ranks.map<LayerSpecification>((rank) => ({
    id: `road-${rank}-edge`,
    ...base,
    minzoom: rank >= 3 ? (FROM[rank] ?? 0) + 1 : 10.5,
    filter: of(rank, 'road'),
    layout: round,
    paint: { 'line-color': colours(c, rank).edge, 'line-width': width(rank, rank === 5 ? 1 : 1.6) },
  }))
  const surfaces = ranks.map<LayerSpecification>((rank) => ({
    id: `road-${rank}`,
    ...base,
    minzoom: FROM[rank] ?? 0,
    filter: of(rank, 'road'),
    layout: round,
    paint: {
      'line-color':
        rank >= 3
          ? ['interpolate', ['linear'], ['zoom'], (FROM[rank] ?? 0) + 0.6, colours(c, rank).edge, (FROM[rank] ?? 0) + 1.4, colours(c, rank).fill]
          : ['interpolate', ['linear'], ['zoom'], 10.2, colours(c, rank).edge, 11, colours(c, rank).fill],
      'line-width': width(rank, 0),
    },
  }))
  const bridges = [4, 3, 2, 1].flatMap<LayerSpecification>((rank) => [
    {
      id: `bridge-${rank}-edge`,
      ...base,
      minzoom: 13,
      filter: of(rank, 'bridge'),
      layout: { 'line-cap': 'butt' },
      paint: { 'line-color': c.rail, 'line-width': width(rank, 3) },
    },
    {
      id: `bridge-${rank}`,
      ...base,
      minzoom: 13,
      filter: of(rank, 'bridge'),
      layout: { 'line-cap': 'butt' },
      paint: { 'line-color': colours(c, rank).fill, 'line-width': width(rank, 0.4) },
    },
  ])
  const rail: LayerSpecification[] = [
    {
      id: 'rail',
      ...base,
      minzoom: 9,
      filter: ['==', ['get', 'category'], 'rail'],
      paint: { 'line-color': c.rail, 'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, 0.6, 14, 2.4, 18, 9] },
    },
    {
      id: 'rail-dash',
      ...base,
      minzoom: 12,
      filter: ['==', ['get', 'category'], 'rail'],
      paint: {
        'line-color': c.halo,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 12, 0.5, 14, 1.3, 18, 6],
        'line-dasharray': [5, 5],
      },
    },
  ]
  return [...edges, ...surfaces, ...bridges, ...rail]
}
