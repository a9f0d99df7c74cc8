import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { labelLayers } from './labels'
import type { Palette } from './palette'
import { roadLayers } from './roads'
import type { BaseSource } from './types'

const NOTE = '演示数据，非法定边界'

function areas(c: Palette): LayerSpecification[] {
  const base = { source: 'base', type: 'fill' as const }
  return [
    { id: 'land', ...base, 'source-layer': 'land', filter: ['==', ['get', 'category'], 'land'], paint: { 'fill-color': c.land } },
    {
      id: 'quarters',
      ...base,
      'source-layer': 'land',
      minzoom: 11,
      filter: ['in', ['get', 'category'], ['literal', ['residential', 'tower', 'old', 'village', 'resort', 'commercial', 'industry', 'port', 'school', 'hospital']]],
      paint: {
        'fill-color': ['match', ['get', 'category'], ['industry', 'port'], c.works, ['school', 'hospital'], c.campus, c.town],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 13, 1],
        'fill-antialias': false,
      },
    },
    { id: 'sand', ...base, 'source-layer': 'land', minzoom: 11, filter: ['==', ['get', 'category'], 'sand'], paint: { 'fill-color': c.sand } },
    {
      id: 'green',
      ...base,
      'source-layer': 'green',
      paint: {
        'fill-color': ['match', ['get', 'category'], ['forest', 'hill'], c.forest, 'farm', c.farm, c.green],
        'fill-opacity': ['match', ['get', 'category'], ['forest', 'hill'], 0.85, 1],
      },
    },
  ]
}

/** Water lies above the borders, so that a coast is a coast and not a frontier. */
function waters(c: Palette): LayerSpecification[] {
  const base = { source: 'base', type: 'fill' as const }
  return [
    { id: 'water', ...base, 'source-layer': 'water', paint: { 'fill-color': c.water } },
    {
      id: 'shore',
      source: 'base',
      type: 'line',
      'source-layer': 'water',
      paint: { 'line-color': c.shore, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.4, 14, 1.1], 'line-opacity': 0.8 },
    },
    {
      id: 'breakwater',
      source: 'base',
      type: 'line',
      'source-layer': 'coast',
      minzoom: 11,
      filter: ['==', ['get', 'category'], 'breakwater'],
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': c.rail, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 11, 0.8, 16, 6] },
    },
  ]
}

function buildings(c: Palette): LayerSpecification[] {
  return [
    {
      id: 'buildings',
      type: 'fill',
      source: 'base',
      'source-layer': 'buildings',
      minzoom: 14,
      paint: {
        'fill-color': c.building,
        'fill-outline-color': c.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
      },
    },
  ]
}

function boundaries(c: Palette): LayerSpecification[] {
  const base = { source: 'base', 'source-layer': 'boundaries', type: 'line' as const }
  return [
    {
      id: 'boundary-street',
      ...base,
      minzoom: 13,
      filter: ['==', ['get', 'level'], 'street'],
      paint: { 'line-color': c.boundary, 'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 13, 3, 17, 30], 'line-opacity': 0.1 },
    },
    {
      id: 'boundary-district-band',
      ...base,
      minzoom: 11,
      filter: ['==', ['get', 'level'], 'district'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': c.boundary, 'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 11, 4, 17, 44], 'line-opacity': 0.18 },
    },
    {
      id: 'boundary-district',
      ...base,
      filter: ['==', ['get', 'level'], 'district'],
      paint: { 'line-color': c.boundary, 'line-width': 1, 'line-opacity': 0.4, 'line-dasharray': [4, 3] },
    },
  ]
}

const TIANDITU = ['vec', 'cva'].map((name) => (key: string) =>
  Array.from({ length: 8 }, (_, n) =>
    `https://t${n}.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`,
  ),
)
/** The raster services of a city's own choice, one list of addresses per layer. */
export function rasterTiles(base: BaseSource): { tiles: string[]; attribution: string }[] {
  if (base.kind === 'tianditu') return TIANDITU.map((make) => ({ tiles: make(base.key), attribution: '天地图' }))
  if (base.kind === 'raster') return [{ tiles: base.tiles, attribution: base.attribution ?? '' }]
  return []
}

/** The whole style. `origin` makes tile addresses absolute (the worker knows no page). */
export function buildStyle(palette: Palette, base: BaseSource, origin: string, face: string): StyleSpecification {
  const rasters = rasterTiles(base)
  if (rasters.length > 0) {
    return {
      version: 8,
      sources: Object.fromEntries(
        rasters.map((raster, n) => [`raster-${n}`, { type: 'raster' as const, tileSize: 256, maxzoom: 18, ...raster }]),
      ),
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
        ...rasters.map((_, n) => ({ id: `raster-${n}`, type: 'raster' as const, source: `raster-${n}` })),
      ],
    }
  }
  return {
    version: 8,
    sources: {
      base: { type: 'vector', tiles: [`${origin}/tiles/base/{z}/{x}/{y}.mvt`], minzoom: 8, maxzoom: 16, attribution: NOTE },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.land } },
      ...areas(palette),
      ...boundaries(palette),
      ...waters(palette),
      ...buildings(palette),
      ...roadLayers(palette),
      ...labelLayers(palette, face),
    ],
  }
}
