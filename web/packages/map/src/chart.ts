import type { GeoJSONSource, Map as Chart, MapGeoJSONFeature, Marker, VectorTileSource } from 'maplibre-gl'
import { token, type LampState } from '@chengmai/kit'
import { CASES, EMPTY, SELECTED, caseLayers, caseSource } from './cases-layer'
import { bubbleOf, drawBubble, drawRing, ringMix } from './clusters'
import { recipeLayers, recipeSource, showsLamps, tilesOf, type LayerRecipe } from './layer-recipe'
import { TOLERANCE, circleRing, nearest } from './nearest'
import { readPalette, type Palette } from './palette'
import { buildStyle } from './style'
import { SYMBOLS, drawSymbol, type SymbolName } from './symbols'
import type { CasePoints, Hit, LonLat, MapConfig, View } from './types'

export interface ChartCalls {
  select: (id: number | null) => void
  click: (at: { lon: number; lat: number; feature: Hit | null }) => void
  move: (view: View) => void
  failed: (state: boolean) => void
}

/** What the component may do with an open map; the map keeps its content when the style changes. */
export interface ChartHandle {
  map: Chart
  note: string
  setCases: (cases: CasePoints | undefined) => void
  setSelected: (id: number | null) => void
  setRecipes: (shown: { layer: LayerRecipe; on: boolean }[]) => void
  /** Ask anew for the tiles of layers that are live. */
  refreshLive: () => void
  /** A ring around a place that no row of `cases` stands for. */
  setMark: (mark: LonLat | null) => void
  setPoint: (point: LonLat | null, moved: (at: LonLat) => void) => void
  setHere: (here: { lon: number; lat: number; accuracy: number } | null) => void
  setPick: (pick: boolean) => void
  selectNearest: () => void
  centre: () => LonLat
  fly: (centre: [number, number] | undefined, zoom: number | undefined) => void
  zoomBy: (steps: number) => void
  goHome: () => void
  repaint: () => void
  close: () => void
}

const DEFAULT: MapConfig = { centre: [119.6, 39.9], zoom: 12, base: { kind: 'own' } }
const PIN = 'M14 0a13 13 0 0 0-13 13c0 8 9.500 14.500 13 23 3.500-8.500 13-15 13-23A13 13 0 0 0 14 0zm0 8a5 5 0 1 1 0 10 5 5 0 0 1 0-10z'

/** What the server says of the map; a plain start where it does not answer. */
export async function fetchConfig(): Promise<MapConfig> {
  try {
    const answer = await fetch('/api/v1/city/map', { credentials: 'same-origin' })
    if (!answer.ok) return DEFAULT
    const facts = (await answer.json()) as Omit<MapConfig, 'centre'> & { centre: [number, number] | LonLat }
    const centre: [number, number] = Array.isArray(facts.centre) ? facts.centre : [facts.centre.lon, facts.centre.lat]
    return { ...facts, centre }
  } catch {
    return DEFAULT
  }
}

/** Open a map in this box; null when the machine cannot draw (no WebGL). */
export async function openChart(
  box: HTMLElement,
  wish: { centre?: [number, number]; zoom?: number; config?: MapConfig },
  calls: ChartCalls,
): Promise<ChartHandle | null> {
  const [{ Map, Marker, setWorkerUrl }, worker, config] = await Promise.all([
    import('maplibre-gl'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?url'),
    wish.config ?? fetchConfig(),
  ])
  setWorkerUrl(worker.default)
  const face = getComputedStyle(box).fontFamily || 'sans-serif'
  const origin = location.origin
  let palette: Palette = readPalette(token)
  let map: Chart
  try {
    map = new Map({
      container: box,
      style: buildStyle(palette, config.base, origin, face),
      center: wish.centre ?? config.centre,
      zoom: wish.zoom ?? config.zoom,
      minZoom: 8,
      maxZoom: 19.5,
      attributionControl: false,
      localIdeographFontFamily: face,
      dragRotate: false,
      pitchWithRotate: false,
      clickTolerance: 5,
      fadeDuration: 120,
    })
  } catch {
    return null
  }
  map.touchZoomRotate.disableRotation()

  let cases: CasePoints | undefined
  let selected: number | null = null
  let mark: LonLat | null = null
  let recipes: { layer: LayerRecipe; on: boolean }[] = []
  let drawn = new globalThis.Map<string, string>()
  let here: { lon: number; lat: number; accuracy: number } | null = null
  let picking = false
  let pin: Marker | undefined
  let dot: Marker | undefined
  let styled = false

  map.setMissingStyleImageResolver((id) => {
    const mix = ringMix(id)
    const bubble = bubbleOf(id)
    const name = id.replace('symbol/', '')
    if (mix !== null) map.addImage(id, drawRing(mix, palette, face), { pixelRatio: 2 })
    else if (bubble !== null) map.addImage(id, drawBubble(bubble, palette, face), { pixelRatio: 2 })
    else if (name in SYMBOLS) {
      const { data, pixelRatio } = drawSymbol(name as SymbolName)
      map.addImage(id, data, { pixelRatio, sdf: true })
    }
  })

  function selectedPoints(): CasePoints {
    const features = cases?.features.filter((f) => f.properties.id === selected) ?? []
    if (features.length > 0 || mark === null) return { ...EMPTY, features }
    const geometry = { type: 'Point' as const, coordinates: [mark.lon, mark.lat] }
    return { ...EMPTY, features: [{ type: 'Feature', geometry, properties: { id: -1, lamp: 'marked' as LampState, title: '' } }] }
  }

  function recipeIds(recipe: LayerRecipe): string[] {
    return recipeLayers(recipe, palette).map((layer) => layer.id)
  }

  function dress(): void {
    styled = true
    drawn = new globalThis.Map()
    map.addSource('here', { type: 'geojson', data: EMPTY })
    map.addLayer({ id: 'here', type: 'fill', source: 'here', paint: { 'fill-color': palette.accent, 'fill-opacity': 0.14 } })
    map.addSource(CASES, caseSource(cases ?? EMPTY))
    map.addSource(SELECTED, { type: 'geojson', data: selectedPoints() })
    for (const layer of caseLayers(palette)) map.addLayer(layer)
    drawRecipes()
    drawHere()
  }

  /** Below the points of lists; the first of the list lies undermost. */
  function drawRecipes(): void {
    if (!styled) return
    const wanted = recipes.filter((one) => one.on).map((one) => one.layer)
    for (const id of drawn.keys()) {
      const now = wanted.find((layer) => layer.id === id)
      if (now !== undefined && JSON.stringify({ ...now, query: '' }) === drawn.get(id)) continue
      for (const layer of map.getStyle().layers) {
        if ('source' in layer && layer.source === `recipe-${id}`) map.removeLayer(layer.id)
      }
      map.removeSource(`recipe-${id}`)
      drawn.delete(id)
    }
    for (const layer of wanted) {
      const source = map.getSource<VectorTileSource>(`recipe-${layer.id}`)
      const tiles = tilesOf(layer, origin)
      if (source === undefined) map.addSource(`recipe-${layer.id}`, recipeSource(layer, origin))
      else if (tiles !== '' && source.tiles?.[0] !== tiles) source.setTiles([tiles])
      for (const made of recipeLayers(layer, palette)) {
        if (map.getLayer(made.id) === undefined) map.addLayer(made, 'case-clusters')
        else map.moveLayer(made.id, 'case-clusters')
      }
      drawn.set(layer.id, JSON.stringify({ ...layer, query: '' }))
    }
  }

  function drawHere(): void {
    const source = map.getSource<GeoJSONSource>('here')
    dot?.remove()
    dot = undefined
    if (here === null) {
      void source?.setData(EMPTY)
      return
    }
    const ring = circleRing(here.lon, here.lat, here.accuracy)
    void source?.setData({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } })
    const element = document.createElement('div')
    element.className = 'city-map-here'
    dot = new Marker({ element }).setLngLat([here.lon, here.lat]).addTo(map)
  }

  function hits(x: number, y: number, reach: number): MapGeoJSONFeature | null {
    const shown = ['case-selected-point', 'case-points', 'case-clusters', ...recipes.filter((one) => one.on).flatMap((one) => recipeIds(one.layer)).reverse()]
    const layers = shown.filter((id) => map.getLayer(id) !== undefined)
    if (layers.length === 0) return null
    const found = map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers })
    const points = found.flatMap((item) =>
      item.geometry.type === 'Point'
        ? [{ at: map.project(item.geometry.coordinates as [number, number]), item }]
        : [],
    )
    return nearest({ x, y }, points, reach + 14) ?? found[0] ?? null
  }

  async function press(x: number, y: number, reach: number): Promise<void> {
    const at = map.unproject([x, y])
    const hit = picking ? null : hits(x, y, reach)
    const source = hit?.layer.source
    if (hit !== null && hit.layer.id === 'case-clusters' && hit.geometry.type === 'Point') {
      const to = await map.getSource<GeoJSONSource>(CASES)?.getClusterExpansionZoom(Number(hit.properties.cluster_id))
      map.easeTo({ center: hit.geometry.coordinates as [number, number], zoom: Math.min(18, (to ?? map.getZoom() + 1) + 0.2) })
      return
    }
    if (hit !== null && hit.geometry.type === 'Point' && Number(hit.properties.point_count) > 1) {
      map.easeTo({ center: hit.geometry.coordinates as [number, number], zoom: Math.min(18.5, Math.floor(map.getZoom()) + 2) })
      return
    }
    const recipe = recipes.find((one) => source === `recipe-${one.layer.id}`)?.layer
    if (source === CASES || (source === SELECTED && mark === null) || (recipe !== undefined && showsLamps(recipe))) {
      calls.select(Number(hit?.properties.id))
      return
    }
    const feature = hit === null ? null : { layer: hit.layer.source.replace('recipe-', ''), properties: hit.properties }
    calls.click({ lon: at.lng, lat: at.lat, feature })
    if (hit === null && !picking && selected !== null) calls.select(null)
  }

  map.on('style.load', dress)
  map.once('idle', () => performance.mark('map-whole'))
  map.on('click', (event) => void press(event.point.x, event.point.y, TOLERANCE))
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = picking ? 'crosshair' : hits(event.point.x, event.point.y, 6) === null ? '' : 'pointer'
  })
  map.on('moveend', () => {
    const middle = map.getCenter()
    const [[west, south], [east, north]] = map.getBounds().toArray() as [[number, number], [number, number]]
    calls.move({ centre: [middle.lng, middle.lat], zoom: map.getZoom(), bounds: [west, south, east, north] })
  })
  map.on('error', (event) => {
    const sourceId = (event as { sourceId?: string }).sourceId
    if (sourceId === 'base' || sourceId?.startsWith('raster')) calls.failed(true)
  })
  map.on('sourcedata', (event) => {
    if (event.sourceId === 'base' && event.tile !== undefined) calls.failed(false)
  })

  return {
    map,
    note: config.note ?? '',
    setCases(now) {
      cases = now
      void map.getSource<GeoJSONSource>(CASES)?.setData(now ?? EMPTY)
      void map.getSource<GeoJSONSource>(SELECTED)?.setData(selectedPoints())
    },
    setSelected(id) {
      selected = id
      const points = selectedPoints()
      void map.getSource<GeoJSONSource>(SELECTED)?.setData(points)
      const at = points.features[0]?.geometry.coordinates as [number, number] | undefined
      if (at !== undefined && !map.getBounds().contains(at)) map.easeTo({ center: at, zoom: Math.max(map.getZoom(), 15) })
    },
    setRecipes(now) {
      recipes = now
      drawRecipes()
    },
    refreshLive() {
      for (const { layer, on } of recipes) {
        const source = on && layer.live ? map.getSource<VectorTileSource>(`recipe-${layer.id}`) : undefined
        source?.setTiles([tilesOf(layer, origin)])
      }
    },
    setMark(now) {
      mark = now
      if (styled) void map.getSource<GeoJSONSource>(SELECTED)?.setData(selectedPoints())
    },
    setPoint(point, moved) {
      if (point === null) {
        pin?.remove()
        pin = undefined
        return
      }
      if (pin === undefined) {
        const element = document.createElement('div')
        element.innerHTML = `<svg class="city-map-pin" viewBox="0 0 28 36" aria-hidden="true"><path d="${PIN}"/></svg>`
        const made = new Marker({ element, anchor: 'bottom', draggable: true }).setLngLat([point.lon, point.lat]).addTo(map)
        made.on('dragend', () => moved({ lon: made.getLngLat().lng, lat: made.getLngLat().lat }))
        pin = made
        if (!map.getBounds().contains([point.lon, point.lat])) map.jumpTo({ center: [point.lon, point.lat], zoom: Math.max(map.getZoom(), 16) })
      }
      pin.setLngLat([point.lon, point.lat])
    },
    setHere(now) {
      here = now
      if (styled) drawHere()
    },
    setPick(now) {
      picking = now
    },
    selectNearest() {
      const { clientWidth, clientHeight } = map.getCanvas()
      void press(clientWidth / 2, clientHeight / 2, 60)
    },
    centre() {
      const middle = map.getCenter()
      return { lon: middle.lng, lat: middle.lat }
    },
    fly(centre, zoom) {
      map.easeTo({ ...(centre ? { center: centre } : {}), ...(zoom === undefined ? {} : { zoom }) })
    },
    zoomBy(steps) {
      map.easeTo({ zoom: map.getZoom() + steps })
    },
    goHome() {
      map.easeTo({ center: config.centre, zoom: config.zoom })
    },
    repaint() {
      styled = false
      palette = readPalette(token)
      map.setStyle(buildStyle(palette, config.base, origin, face), { diff: false })
    },
    close() {
      map.remove()
    },
  }
}
