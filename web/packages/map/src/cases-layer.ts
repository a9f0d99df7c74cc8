import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { RING } from './clusters'
import type { Palette } from './palette'
import type { CasePoints } from './types'

export const CASES = 'cases'
export const SELECTED = 'case-selected'
export const EMPTY: CasePoints = { type: 'FeatureCollection', features: [] }

/** Cases gather into clusters that know how many of each lamp they hold. */
export function caseSource(data: CasePoints): SourceSpecification {
  const counts = RING.map((lamp) => [lamp, ['+', ['case', ['==', ['get', 'lamp'], lamp], 1, 0]]])
  return {
    type: 'geojson',
    data,
    cluster: true,
    clusterRadius: 52,
    clusterMaxZoom: 15,
    clusterProperties: Object.fromEntries(counts) as Record<string, unknown>,
  } as SourceSpecification
}

function lampColour(c: Palette): ExpressionSpecification {
  return ['match', ['get', 'lamp'], 'overdue', c.overdue, 'due_soon', c.dueSoon, 'in_time', c.inTime, 'suspended', c.suspended, c.none]
}

/** Lamps by shape and colour, rings for clusters, a halo for the selected case. */
export function caseLayers(c: Palette): LayerSpecification[] {
  const ring = ['concat', 'ring', ...RING.flatMap((lamp) => ['/', ['to-string', ['get', lamp]]])]
  const lamp = {
    'icon-image': ['concat', 'symbol/', ['get', 'lamp']],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  }
  return [
    {
      id: 'case-clusters',
      type: 'symbol',
      source: CASES,
      filter: ['has', 'point_count'],
      layout: { 'icon-image': ring, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
    {
      id: 'case-points',
      type: 'symbol',
      source: CASES,
      filter: ['!', ['has', 'point_count']],
      layout: {
        ...lamp,
        'icon-size': ['case', ['get', 'urgent'], 1, 0.84],
        'symbol-sort-key': ['match', ['get', 'lamp'], 'overdue', 3, 'due_soon', 2, 1],
      },
      paint: { 'icon-color': lampColour(c), 'icon-halo-color': c.halo, 'icon-halo-width': 2.6 },
    },
    {
      id: 'case-selected-ring',
      type: 'circle',
      source: SELECTED,
      paint: {
        'circle-radius': 19,
        'circle-color': c.accent,
        'circle-opacity': 0.16,
        'circle-stroke-color': c.accent,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'case-selected-point',
      type: 'symbol',
      source: SELECTED,
      filter: ['!=', ['get', 'lamp'], 'marked'],
      layout: { ...lamp, 'icon-size': 1 },
      paint: { 'icon-color': lampColour(c), 'icon-halo-color': c.halo, 'icon-halo-width': 2.4 },
    },
  ] as LayerSpecification[]
}
