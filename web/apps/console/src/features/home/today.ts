import type { Today, TodayFigures } from '@chengmai/api'

export type FigureKey = Exclude<keyof TodayFigures, 'disposed'>

export interface Figure {
  key: FigureKey
  value: number | null
  before: number | null
  /** How the change is to be felt: more overdue cases are not good news. */
  mood: 'good' | 'bad' | 'even'
  share: boolean
}

const FIGURES: { key: FigureKey; moreIs: 'good' | 'bad' | 'neither' }[] = [
  { key: 'reported', moreIs: 'neither' },
  { key: 'registered', moreIs: 'neither' },
  { key: 'dispatched', moreIs: 'neither' },
  { key: 'closed', moreIs: 'good' },
  { key: 'open', moreIs: 'bad' },
  { key: 'overdue', moreIs: 'bad' },
  { key: 'on_time_rate', moreIs: 'good' },
]

/** The seven figures of the home page, each with yesterday's beside it. */
export function figuresOf(today: Today): Figure[] {
  return FIGURES.map(({ key, moreIs }) => {
    const value = today[key]
    const before = today.compare[key] ?? null
    const change = value === null || before === null ? 0 : value - before
    const mood = change === 0 || moreIs === 'neither' ? 'even' : change > 0 === (moreIs === 'good') ? 'good' : 'bad'
    return { key, value, before, mood, share: key === 'on_time_rate' }
  })
}

export interface HourRow {
  hour: number
  reported: number
  closed: number
}

/** All 24 hours, with zeros where nothing happened; hours still to come are null on the drawing. */
export function hoursOf(today: Pick<Today, 'by_hour'>): HourRow[] {
  const given = new Map(today.by_hour.map((row) => [row.hour, row]))
  return Array.from({ length: 24 }, (_, hour) => given.get(hour) ?? { hour, reported: 0, closed: 0 })
}

export interface Rank {
  key: string
  name: string
  count: number
  share: number
}

/** A ranking for bars: largest first, each as a share of the largest. */
export function rankOf(rows: { key: string; name: string; count: number }[], limit: number): Rank[] {
  const sorted = [...rows].sort((a, b) => b.count - a.count).slice(0, limit)
  const most = Math.max(1, sorted[0]?.count ?? 0)
  return sorted.map((row) => ({ ...row, share: row.count / most }))
}

/** A table as CSV with a mark that spreadsheet programs need to read UTF-8. */
export function toCsv(rows: (string | number)[][]): string {
  const cell = (value: string | number): string => {
    const text = String(value)
    const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return '\uFEFF' + rows.map((row) => row.map(cell).join(',')).join('\r\n')
}
