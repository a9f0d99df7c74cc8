import type { FigureRow, Statistics } from '@chengmai/api'
import type { RouteLocationRaw } from 'vue-router'
import { addDays, type Period } from './periods'

export type Grouping = 'class' | 'major' | 'district' | 'street' | 'organisation' | 'source'
export const GROUPINGS: Grouping[] = ['class', 'major', 'district', 'street', 'organisation', 'source']
export const COUNTS = ['reported', 'registered', 'disposed', 'overtime', 'closed', 'rework'] as const
export const RATES = ['in_time_rate', 'close_rate', 'in_time_close_rate', 'rework_rate'] as const
export type CountName = (typeof COUNTS)[number]
export type RateName = (typeof RATES)[number]
/** More of these is worse. */
const UNWELCOME = new Set<string>(['overtime', 'rework', 'rework_rate'])
/** More of these is neither better nor worse. */
const NEUTRAL = new Set<string>(['reported', 'registered', 'disposed', 'closed'])

export interface Figure {
  now: number | null
  before: number | null
  /** Absolute change: of counts a number, of rates percentage points. */
  by: number | null
  /** Relative change of a count as a share; null for rates and without anything before. */
  share: number | null
}

/** One number of a row beside that of the other period. */
export function figureOf(row: Pick<FigureRow, 'counts' | 'rates' | 'compare'>, name: CountName | RateName): Figure {
  if ((COUNTS as readonly string[]).includes(name)) {
    const now = row.counts[name] ?? 0
    const before = row.compare?.counts[name] ?? 0
    return { now, before, by: now - before, share: row.compare?.change[name] ?? null }
  }
  const now = row.rates[name] ?? null
  const before = row.compare?.rates[name] ?? null
  return { now, before, by: now === null || before === null ? null : now - before, share: null }
}

/** Whether a change is welcome, unwelcome or neither. */
export function moodOf(name: string, by: number | null): 'good' | 'bad' | 'plain' {
  if (by === null || by === 0 || NEUTRAL.has(name)) return 'plain'
  return by > 0 === UNWELCOME.has(name) ? 'bad' : 'good'
}

/** The rows that a chart shows: the largest of either period, at most so many. */
export function largest(rows: FigureRow[], name: CountName, most = 12): FigureRow[] {
  const size = (row: FigureRow): number => Math.max(row.counts[name] ?? 0, row.compare?.counts[name] ?? 0)
  return rows.filter((row) => size(row) > 0).sort((a, b) => size(b) - size(a)).slice(0, most)
}

/** The desk's list behind a figure: the cases reported in the period that belong to the row. */
export function listBehind(by: Grouping, key: string, { since, until }: Period): RouteLocationRaw {
  const filter: Record<Grouping, Record<string, string>> = { class: { class_code: key }, major: { class_code: key }, district: { area: key }, street: { area: key }, organisation: { organisation_id: key }, source: { source: key } }
  return { name: 'desk', query: { queue: 'all', since, until: addDays(until, -1), ...(key ? filter[by] : {}) } }
}

/** Two lines over the days or months of both periods, by their order: what one lacks is nothing. */
export function twoLines(found: Statistics, name: CountName): { labels: string[]; now: number[]; before: number[] } {
  return {
    labels: found.rows.map(({ key }) => key),
    now: found.rows.map((row) => row.counts[name] ?? 0),
    before: found.rows.map((row) => row.compare?.counts[name] ?? 0),
  }
}
