import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { RING } from './clusters'
import type { Palette } from './palette'
import { SYMBOLS, type SymbolName } from './symbols'

/** A layer as data: what to draw from which tiles, and what the legend says. */
export interface LayerRecipe {
  id: string
  title: string
  source: { tiles: string; sourceLayer: string } | { geojson: GeoJSON.FeatureCollection }
  draw: 'points' | 'lines' | 'areas'
  /** `property` names a column; colours are CSS colours from tokens. */
  colour?: string
  colourBy?: { property: string; colours: Record<string, string>; otherwise: string }
  symbol?: SymbolName
  symbolBy?: { property: string; symbols: Record<string, SymbolName>; otherwise: SymbolName }
  minZoom?: number
  maxZoom?: number
  /** Shown before the person switches it. */
  shown?: boolean
  /** Where it stands in the tree. */
  group?: string
  opacity?: number
  /** Points below this zoom come gathered: `point_count`, and how many of them are of each `mix`. */
  clusterBelow?: number
  mix?: string[]
  /** What a value of the colour's property is called. */
  names?: Record<string, string>
  /** The tiles are never kept; `?…` narrows them. */
  live?: boolean
  query?: string
}

const LAMP_MIX = RING.join()

/** Cases: their mix is the lamps. */
export function showsLamps(recipe: Pick<LayerRecipe, 'mix'>): boolean {
  return [...(recipe.mix ?? [])].sort().join() === LAMP_MIX.split(',').sort().join()
}

/** The address of the tiles with what narrows them; absolute, for the worker knows no page. */
export function tilesOf(recipe: LayerRecipe, origin: string): string {
  if (!('tiles' in recipe.source)) return ''
  const tiles = recipe.source.tiles.startsWith('/') ? origin + recipe.source.tiles : recipe.source.tiles
  return recipe.query ? `${tiles}?${recipe.query}` : tiles
}

function colourOf(recipe: LayerRecipe, plain: string): unknown {
  if (recipe.colourBy === undefined) return recipe.colour ?? plain
  const pairs = Object.entries(recipe.colourBy.colours).flat()
  if (pairs.length === 0) return recipe.colourBy.otherwise
  return ['match', ['get', recipe.colourBy.property], ...pairs, recipe.colourBy.otherwise]
}

function symbolOf(recipe: LayerRecipe): unknown {
  if (recipe.symbolBy === undefined) return `symbol/${recipe.symbol ?? 'dot'}`
  const pairs = Object.entries(recipe.symbolBy.symbols).flatMap(([value, name]) => [value, `symbol/${name}`])
  const otherwise = `symbol/${recipe.symbolBy.otherwise}`
  if (pairs.length === 0) return otherwise
  return ['match', ['get', recipe.symbolBy.property], ...pairs, otherwise]
}

/** The MapLibre source of a recipe. Tile addresses are made absolute: the worker knows no page. */
export function recipeSource(recipe: LayerRecipe, origin: string): SourceSpecification {
  if ('geojson' in recipe.source) return { type: 'geojson', data: recipe.source.geojson }
  return { type: 'vector', tiles: [tilesOf(recipe, origin)], minzoom: Math.min(recipe.minZoom ?? 0, 16), maxzoom: recipe.live ? 17 : 16 }
}

/** The picture of a cell of several points: their number, and the share that needs a look. */
function bubble(recipe: LayerRecipe, colour: string): unknown {
  const flagged = (recipe.mix ?? []).map((name) => ['coalesce', ['get', name], 0])
  const sum = flagged.length === 0 ? 0 : ['+', ...flagged]
  return ['concat', `bubble/${colour}/`, ['to-string', ['get', 'point_count']], '/', ['to-string', sum]]
}

/** The MapLibre layers of a recipe, in drawing order. */
export function recipeLayers(recipe: LayerRecipe, c: Pick<Palette, 'accent'> & Partial<Palette>): LayerSpecification[] {
  const common = {
    source: `recipe-${recipe.id}`,
    ...('tiles' in recipe.source ? { 'source-layer': recipe.source.sourceLayer } : {}),
    ...(recipe.minZoom === undefined ? {} : { minzoom: recipe.minZoom }),
    ...(recipe.maxZoom === undefined ? {} : { maxzoom: Math.min(24, recipe.maxZoom + 1) }),
  }
  const colour = colourOf(recipe, c.accent)
  const id = `recipe-${recipe.id}`
  const opacity = recipe.opacity ?? 1
  if (recipe.draw === 'areas') {
    return [
      { id, type: 'fill', ...common, paint: { 'fill-color': colour, 'fill-opacity': 0.12 * opacity } },
      { id: `${id}-edge`, type: 'line', ...common, paint: { 'line-color': colour, 'line-width': 1.2, 'line-opacity': 0.75 * opacity } },
    ] as LayerSpecification[]
  }
  if (recipe.draw === 'lines') {
    return [{ id, type: 'line', ...common, paint: { 'line-color': colour, 'line-width': 2, 'line-opacity': opacity } }] as LayerSpecification[]
  }
  const lamps = showsLamps(recipe)
  const still = { 'icon-allow-overlap': true, 'icon-ignore-placement': true }
  const ring = ['concat', 'ring', ...RING.flatMap((lamp) => ['/', ['to-string', ['coalesce', ['get', lamp], 0]]])]
  const plain = recipe.colour ?? c.accent
  const points = {
    id,
    type: 'symbol',
    ...common,
    ...(recipe.clusterBelow ? { filter: ['!', ['has', 'point_count']] } : {}),
    layout: {
      'icon-image': symbolOf(recipe),
      'icon-size': lamps ? ['case', ['==', ['to-number', ['get', 'urgent'], 0], 1], 1, 0.84] : ['interpolate', ['linear'], ['zoom'], 13, 0.5, 16, 0.75, 18, 1],
      ...(lamps ? { 'symbol-sort-key': ['match', ['get', 'lamp'], 'overdue', 3, 'due_soon', 2, 1] } : {}),
      ...still,
    },
    paint: {
      'icon-color': lamps ? lampColours(c, colour) : colour,
      'icon-opacity': 0.95 * opacity,
      ...(c.halo ? { 'icon-halo-color': c.halo, 'icon-halo-width': lamps ? 2.6 : 1.6 } : {}),
    },
  }
  if (!recipe.clusterBelow) return [points] as LayerSpecification[]
  const cells = {
    id: `${id}-cells`,
    type: 'symbol',
    ...common,
    filter: ['has', 'point_count'],
    layout: { 'icon-image': lamps ? ring : bubble(recipe, plain), ...still },
    paint: { 'icon-opacity': opacity },
  }
  return [cells, points] as LayerSpecification[]
}

function lampColours(c: Partial<Palette>, otherwise: unknown): unknown {
  if (!c.overdue) return otherwise
  return ['match', ['get', 'lamp'], 'overdue', c.overdue, 'due_soon', c.dueSoon, 'in_time', c.inTime, 'suspended', c.suspended, c.none]
}

/** A layer as `GET /api/v1/city/map` lists it. */
export interface ListedLayer {
  id: string
  title: string
  draw: string
  source: { tiles: string; source_layer: string }
  min_zoom?: number
  max_zoom?: number
  shown?: boolean
  colour?: string
  colour_by?: { property: string; colours: Record<string, string>; otherwise: string } | null
  symbol?: string
  symbol_by?: { property: string; symbols: Record<string, SymbolName>; otherwise: SymbolName } | null
  group?: string
  opacity?: number
  cluster_below?: number
  mix?: string[]
  names?: Record<string, string> | null
  live?: boolean
}

/** The server's list as recipes. */
export function recipesFrom(listed: readonly ListedLayer[]): LayerRecipe[] {
  return listed.map((layer) => ({
      id: layer.id,
      title: layer.title,
      source: { tiles: layer.source.tiles, sourceLayer: layer.source.source_layer },
      draw: layer.draw === 'points' || layer.draw === 'lines' ? layer.draw : 'areas',
      shown: layer.shown ?? false,
      ...(layer.min_zoom === undefined ? {} : { minZoom: layer.min_zoom }),
      ...(layer.max_zoom === undefined ? {} : { maxZoom: layer.max_zoom }),
      ...(layer.colour ? { colour: layer.colour } : {}),
      ...(layer.colour_by ? { colourBy: layer.colour_by } : {}),
      ...(layer.symbol && layer.symbol in SYMBOLS ? { symbol: layer.symbol as SymbolName } : {}),
      ...(layer.symbol_by ? { symbolBy: layer.symbol_by } : {}),
      ...(layer.names ? { names: layer.names } : {}),
      group: layer.group ?? 'things',
      opacity: layer.opacity ?? 1,
      clusterBelow: layer.cluster_below ?? 0,
      mix: layer.mix ?? [],
      live: layer.live ?? false,
  }))
}
