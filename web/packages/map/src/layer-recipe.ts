import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
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
  const tiles = recipe.source.tiles.startsWith('/') ? origin + recipe.source.tiles : recipe.source.tiles
  return { type: 'vector', tiles: [tiles], minzoom: Math.min(recipe.minZoom ?? 0, 16), maxzoom: 16 }
}

/** The MapLibre layers of a recipe, in drawing order. */
export function recipeLayers(recipe: LayerRecipe, plain: string): LayerSpecification[] {
  const common = {
    source: `recipe-${recipe.id}`,
    ...('tiles' in recipe.source ? { 'source-layer': recipe.source.sourceLayer } : {}),
    ...(recipe.minZoom === undefined ? {} : { minzoom: recipe.minZoom }),
    ...(recipe.maxZoom === undefined ? {} : { maxzoom: Math.min(24, recipe.maxZoom + 1) }),
  }
  const colour = colourOf(recipe, plain)
  const id = `recipe-${recipe.id}`
  if (recipe.draw === 'areas') {
    return [
      { id, type: 'fill', ...common, paint: { 'fill-color': colour, 'fill-opacity': 0.12 } },
      { id: `${id}-edge`, type: 'line', ...common, paint: { 'line-color': colour, 'line-width': 1.2, 'line-opacity': 0.75 } },
    ] as LayerSpecification[]
  }
  if (recipe.draw === 'lines') {
    return [{ id, type: 'line', ...common, paint: { 'line-color': colour, 'line-width': 2 } }] as LayerSpecification[]
  }
  return [
    {
      id,
      type: 'symbol',
      ...common,
      layout: {
        'icon-image': symbolOf(recipe),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.45, 16, 0.75, 18, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-color': colour, 'icon-opacity': 0.95 },
    },
  ] as LayerSpecification[]
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
  }))
}
