import { describe, expect, it } from 'vitest'
import { caseLayers, caseSource, EMPTY } from './cases-layer'
import { bubbleOf, RING, ringArcs, ringMix, ringName, ringRadius, shortCount, type Mix } from './clusters'
import { recipeLayers, recipeSource, recipesFrom, tilesOf, type LayerRecipe } from './layer-recipe'
import { circleRing, nearest } from './nearest'
import { readPalette, TOKENS } from './palette'
import { WIDTHS } from './roads'
import { buildStyle, rasterTiles } from './style'
import { distanceRow, signedField } from './symbols'
import { casePoints } from './types'

const palette = readPalette((name) => `var(--${name})`)
const none: Mix = { overdue: 0, due_soon: 0, in_time: 0, suspended: 0, none: 0 }

describe('rings', () => {
  it('carry their whole mix in their name, there and back', () => {
    const mix = { ...none, overdue: 3, in_time: 12 }
    expect(ringMix(ringName(mix))).toEqual(mix)
  })
  it('do not mistake other names for a ring', () => {
    expect(ringMix('symbol/overdue')).toBeNull()
    expect(ringMix('ring/1/2')).toBeNull()
    expect(ringMix('ring/1/2/x/0/0')).toBeNull()
  })
  it('close the whole circle, the most pressing lamp first', () => {
    const arcs = ringArcs({ ...none, in_time: 97, overdue: 1, due_soon: 2 })
    expect(arcs.map((arc) => arc.lamp)).toEqual(['overdue', 'due_soon', 'in_time'])
    expect((arcs.at(-1)?.to ?? 0) - (arcs[0]?.from ?? 0)).toBeCloseTo(2 * Math.PI)
  })
  it('never hide one overdue case among a hundred', () => {
    const [first] = ringArcs({ ...none, in_time: 99, overdue: 1 })
    expect((first?.to ?? 0) - (first?.from ?? 0)).toBeGreaterThan(0.2)
  })
  it('draw nothing for nothing, and grow calmly', () => {
    expect(ringArcs(none)).toEqual([])
    expect(ringRadius(1000)).toBeLessThanOrEqual(33)
    expect(ringRadius(9)).toBeLessThan(ringRadius(90))
  })
  it('write four signs at most', () => {
    expect([7, 999, 1234, 45678].map(shortCount)).toEqual(['7', '999', '1.2k', '46k'])
  })
})

describe('a click', () => {
  const candidates = [{ at: { x: 0, y: 0 }, item: 'a' }, { at: { x: 30, y: 0 }, item: 'b' }]
  it('takes the nearest symbol within sixteen pixels and more', () => {
    expect(nearest({ x: 16, y: 0 }, candidates)).toBe('b')
    expect(nearest({ x: 13, y: 0 }, candidates)).toBe('a')
  })
  it('takes nothing farther away', () => {
    expect(nearest({ x: 60, y: 0 }, candidates)).toBeNull()
  })
})

describe('the style', () => {
  it('names only tokens as colours and reads every one', () => {
    expect(Object.keys(palette)).toEqual(Object.keys(TOKENS))
    const text = JSON.stringify(buildStyle(palette, { kind: 'own' }, 'http://here', 'Noto'))
    expect(text).not.toMatch(/#[0-9a-f]{3,8}\b/i)
  })
  it('asks our own tiles by an absolute address and no glyph server', () => {
    const style = buildStyle(palette, { kind: 'own' }, 'http://here', 'Noto')
    expect(style.sources.base).toMatchObject({ tiles: ['http://here/tiles/base/{z}/{x}/{y}.mvt'] })
    expect(style.glyphs).toBeUndefined()
    expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length)
  })
  it('puts roads above houses and names above all', () => {
    const ids = buildStyle(palette, { kind: 'own' }, '', 'Noto').layers.map((layer) => layer.id)
    expect(ids.indexOf('road-1')).toBeGreaterThan(ids.indexOf('buildings'))
    expect(ids.at(-1)).toBe('name-city')
  })
  it('shows a city’s own raster service instead, with its key', () => {
    const style = buildStyle(palette, { kind: 'tianditu', key: 'k1' }, '', 'Noto')
    expect(style.layers.map((layer) => layer.type)).toEqual(['background', 'raster', 'raster'])
    expect(rasterTiles({ kind: 'tianditu', key: 'k1' })[0]?.tiles[0]).toContain('tk=k1')
    expect(rasterTiles({ kind: 'own' })).toEqual([])
  })
  it('widens every road with every zoom', () => {
    for (const stops of Object.values(WIDTHS)) {
      const widths = stops.map(([, width]) => width)
      expect(widths).toEqual([...widths].sort((a, b) => a - b))
    }
  })
})

describe('cases', () => {
  it('leave out those without a place', () => {
    const points = casePoints([
      { id: 1, lon: 119.6, lat: 39.9, lamp: 'overdue', description: '垃圾' },
      { id: 2, lon: null, lat: null, lamp: 'none' },
    ])
    expect(points.features.map((feature) => feature.properties.id)).toEqual([1])
    expect(points.features[0]?.properties.title).toBe('垃圾')
  })
  it('gather into clusters that count every lamp', () => {
    const source = caseSource(EMPTY) as { clusterProperties: Record<string, unknown> }
    expect(Object.keys(source.clusterProperties)).toEqual([...RING])
    expect(caseLayers(palette).map((layer) => layer.id)).toContain('case-clusters')
  })
})

describe('a recipe', () => {
  const recipe: LayerRecipe = {
    id: 'grids', title: '单元网格', source: { tiles: '/tiles/unit_grids/{z}/{x}/{y}.mvt', sourceLayer: 'unit_grids' }, draw: 'areas', minZoom: 15,
    colourBy: { property: 'level', colours: { A: 'red' }, otherwise: 'grey' },
  }
  it('becomes a source with an absolute address and layers with its zooms', () => {
    expect(recipeSource(recipe, 'http://here')).toMatchObject({ tiles: ['http://here/tiles/unit_grids/{z}/{x}/{y}.mvt'] })
    expect(recipeLayers(recipe, palette).every((layer) => layer.minzoom === 15)).toBe(true)
  })
  it('is read from what the server lists', () => {
    const [read] = recipesFrom([
      { id: 'components', title: '城市部件', draw: 'points', min_zoom: 15, max_zoom: 22, shown: false, colour: 'teal', symbol: 'dot', source: { tiles: '/tiles/components/{z}/{x}/{y}.mvt', source_layer: 'components' } },
    ])
    expect(read).toMatchObject({ id: 'components', draw: 'points', minZoom: 15, shown: false, symbol: 'dot' })
    expect(read?.source).toEqual({ tiles: '/tiles/components/{z}/{x}/{y}.mvt', sourceLayer: 'components' })
  })
})

describe('distance fields', () => {
  it('measure the way to the nearest zero', () => {
    const row = distanceRow(Float64Array.from([1e20, 1e20, 0, 1e20]))
    expect([...row]).toEqual([4, 1, 0, 1])
  })
  it('are opaque inside and fade outside', () => {
    const side = 40
    const alpha = Uint8ClampedArray.from({ length: side * side }, (_, n) => {
      const far = Math.hypot((n % side) - 20, Math.floor(n / side) - 20)
      return far < 10 ? 255 : 0
    })
    const field = signedField(alpha, side)
    const at = (x: number, y: number): number => field[(y * side + x) * 4 + 3] ?? 0
    expect(at(20, 20)).toBeGreaterThan(at(20, 29))
    expect(at(20, 29)).toBeGreaterThan(at(20, 34))
    expect(Math.abs(at(20, 30) - 191)).toBeLessThan(20)
  })
})

describe('a circle of accuracy', () => {
  it('is closed and as large on the ground as it says', () => {
    const ring = circleRing(119.6, 39.9, 100)
    expect(ring[0]).toEqual(ring.at(-1))
    const east = Math.max(...ring.map(([lon]) => lon)) - 119.6
    expect(east * 85390).toBeCloseTo(100, 0)
  })
})

describe('layers of the server', () => {
  const listed = {
    id: 'open_cases', title: '在办案件', draw: 'points', source: { tiles: '/tiles/open_cases/{z}/{x}/{y}.mvt', source_layer: 'open_cases' },
    cluster_below: 15, mix: ['in_time', 'due_soon', 'overdue', 'suspended', 'none'], live: true, opacity: 0.5, colour: 'tomato', group: 'cases',
  }
  it('show cases of a cell as a ring of lamps, other things as a number in their colour', () => {
    const [cases] = recipesFrom([listed])
    const [things] = recipesFrom([{ ...listed, id: 'components', mix: ['damaged', 'lost'] }])
    const picture = (recipe: LayerRecipe | undefined): string => JSON.stringify(recipeLayers(recipe as LayerRecipe, palette)[0])
    expect(picture(cases)).toContain('"ring"')
    expect(picture(things)).toContain('bubble/tomato/')
    expect(bubbleOf('bubble/tomato/120/7')).toEqual({ colour: 'tomato', total: 120, flagged: 7 })
    expect(bubbleOf('bubble/tomato/x/7')).toBeNull()
  })
  it('carry the opacity and narrow their tiles by the address', () => {
    const [recipe] = recipesFrom([listed])
    expect(JSON.stringify(recipeLayers(recipe as LayerRecipe, palette)[0])).toContain('"icon-opacity":0.5')
    expect(tilesOf({ ...(recipe as LayerRecipe), query: 'since=2026-01-01' }, 'http://here')).toBe('http://here/tiles/open_cases/{z}/{x}/{y}.mvt?since=2026-01-01')
  })
})
