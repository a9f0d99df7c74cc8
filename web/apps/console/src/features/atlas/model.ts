import type { ComponentDetail } from '@chengmai/api'
import type { LayerRecipe } from '@chengmai/map'

export interface Choice {
  layers: Record<string, { shown?: boolean; opacity?: number }>
  order: string[]
}

export interface Period {
  mode: 'open' | 'period' | 'none'
  since: string
  until: string
}

/** The order of the groups in the tree: what stands on top of the map comes first. */
export const GROUPS = ['things', 'responsibility', 'grids', 'divisions', 'checks'] as const
export const CASE_LAYERS: Record<string, Period['mode']> = { open_cases: 'open', cases: 'period' }

/** The layers as a person left them: order, what is on, how strong. The first is drawn undermost. */
export function arranged(layers: readonly LayerRecipe[], choice: Choice): LayerRecipe[] {
  const place = new Map(choice.order.map((id, n) => [id, n]))
  const at = (layer: LayerRecipe, n: number): number => place.get(layer.id) ?? choice.order.length + n
  return layers
    .map((layer, n) => ({ layer, n }))
    .sort((a, b) => at(a.layer, a.n) - at(b.layer, b.n))
    .map(({ layer }) => {
      const chosen = choice.layers[layer.id]
      return { ...layer, ...(chosen?.shown === undefined ? {} : { shown: chosen.shown }), ...(chosen?.opacity === undefined ? {} : { opacity: chosen.opacity }) }
    })
}

/** A layer one step up or down among its neighbours of the same group; the new order of all. */
export function moved(layers: readonly LayerRecipe[], id: string, by: 1 | -1): string[] {
  const order = layers.map((layer) => layer.id)
  const group = layers.find((layer) => layer.id === id)?.group
  const mates = layers.filter((layer) => layer.group === group).map((layer) => layer.id)
  const other = mates[mates.indexOf(id) + by]
  if (other === undefined) return order
  const [a, b] = [order.indexOf(id), order.indexOf(other)]
  order[a] = other
  order[b] = id
  return order
}

/** What narrows the tiles of cases; empty filters are left out. */
export function caseQuery(period: Period, filters: { lamps: string[]; class_code: string; area: string }): string {
  const query = new URLSearchParams()
  if (period.mode === 'period') {
    if (period.since) query.set('since', period.since)
    if (period.until) query.set('until', period.until)
  } else if (filters.lamps.length > 0) query.set('lamp', filters.lamps.join(','))
  if (filters.class_code) query.set('class_code', filters.class_code)
  if (filters.area) query.set('area', filters.area)
  return query.toString()
}

/** Which layers are drawn: those of the tree, and of the cases those of the chosen period. */
export function drawn(layers: readonly LayerRecipe[], period: Period, query: string): LayerRecipe[] {
  return layers.map((layer) => {
    const mode = CASE_LAYERS[layer.id]
    return mode === undefined ? layer : { ...layer, shown: mode === period.mode, query }
  })
}

/** A year before a day. */
export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`
}

export type Change = ComponentDetail['history'][number]

/** What one change of a component altered, field by field; nothing for a row that came or went whole. */
export function diffOf(change: Pick<Change, 'kind' | 'before' | 'after'>): { key: string; from: unknown; to: unknown }[] {
  if (change.kind === 'created' || change.kind === 'deleted') return []
  const keys = [...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})])]
  return keys.map((key) => ({ key, from: change.before?.[key], to: change.after?.[key] })).filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}
