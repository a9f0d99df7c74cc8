import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette'

function kinds(...names: string[]): FilterSpecification {
  return ['in', ['get', 'kind'], ['literal', names]]
}

const WATERS = ['sea', 'bay', 'lake', 'river']
const GREENS = ['park', 'hill', 'beach', 'island']
const LANDMARKS = ['station', 'government', 'mall', 'harbour', 'airport', 'university', 'stadium', 'museum', 'scenic', 'bus_station']
const SMALL = ['school', 'hospital', 'market', 'toilet', 'waterlogging', 'estate']

/** Names: roads along their lines, then places from small to large, so that large ones win. */
export function labelLayers(c: Palette, face: string): LayerSpecification[] {
  const font = [face]
  const place = { type: 'symbol' as const, source: 'base', 'source-layer': 'places' }
  const halo = { 'text-halo-color': c.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 }
  const names = { 'text-field': ['get', 'name'] as ['get', string], 'text-font': font, 'text-max-width': 7 }
  const roads = [4, 3, 2, 1].map<LayerSpecification>((rank) => ({
    id: `name-road-${rank}`,
    type: 'symbol',
    source: 'base',
    'source-layer': 'roads',
    minzoom: { 1: 11.5, 2: 12.5, 3: 13.7, 4: 15.2 }[rank] ?? 15,
    filter: ['all', ['==', ['get', 'rank'], rank], ['==', ['get', 'category'], 'road'], ['!=', ['get', 'name'], '']],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10, 17, rank <= 2 ? 14 : 12.5],
      'text-letter-spacing': 0.18,
      'text-max-angle': 32,
      'text-padding': 12,
    },
    paint: { 'text-color': c.label, ...halo },
  }))
  return [
    ...roads,
    {
      id: 'name-small', ...place, minzoom: 16, filter: kinds(...SMALL),
      layout: { ...names, 'text-size': 11, 'text-padding': 6 },
      paint: { 'text-color': c.label, ...halo },
    },
    {
      id: 'name-community', ...place, minzoom: 14.6, maxzoom: 17, filter: kinds('community'),
      layout: { ...names, 'text-size': 11, 'text-letter-spacing': 0.08, 'text-padding': 14 },
      paint: { 'text-color': c.label, 'text-opacity': 0.85, ...halo },
    },
    {
      id: 'name-landmark', ...place, minzoom: 13.4, filter: kinds(...LANDMARKS, ...GREENS),
      layout: { ...names, 'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 17, 13], 'symbol-sort-key': ['get', 'rank'], 'text-padding': 5 },
      paint: { 'text-color': ['match', ['get', 'kind'], GREENS, c.labelGreen, c.labelStrong], ...halo },
    },
    {
      id: 'name-big', ...place, minzoom: 11, maxzoom: 13.4, filter: ['all', kinds('station', 'harbour', 'airport', 'hill', 'town'), ['<=', ['get', 'rank'], 3]],
      layout: { ...names, 'text-size': 11, 'symbol-sort-key': ['get', 'rank'] },
      paint: { 'text-color': ['match', ['get', 'kind'], 'hill', c.labelGreen, c.label], ...halo },
    },
    {
      id: 'name-street', ...place, minzoom: 12.4, maxzoom: 15, filter: kinds('street'),
      layout: { ...names, 'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 15, 14], 'text-letter-spacing': 0.12 },
      paint: { 'text-color': c.boundary, ...halo },
    },
    {
      id: 'name-water', ...place, minzoom: 10, filter: kinds(...WATERS),
      layout: {
        ...names,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, ['match', ['get', 'rank'], [1, 2], 13, 10], 14, ['match', ['get', 'rank'], [1, 2], 20, 12.5]],
        'text-letter-spacing': ['match', ['get', 'rank'], [1, 2], 0.4, 0.15],
      },
      paint: { 'text-color': c.labelWater, 'text-halo-color': c.water, 'text-halo-width': 1 },
    },
    {
      id: 'name-district', ...place, minzoom: 10, maxzoom: 14, filter: kinds('district'),
      layout: { ...names, 'text-size': ['interpolate', ['linear'], ['zoom'], 10, 12, 13, 18], 'text-letter-spacing': 0.2 },
      paint: { 'text-color': c.labelStrong, ...halo, 'text-halo-width': 2 },
    },
    {
      id: 'name-city', ...place, maxzoom: 10, filter: kinds('city'),
      layout: { ...names, 'text-size': 18, 'text-letter-spacing': 0.2 },
      paint: { 'text-color': c.labelStrong, ...halo, 'text-halo-width': 2 },
    },
  ] as LayerSpecification[]
}
