/** Periods as days: `since` up to, not with, `until`, written YYYY-MM-DD in the city's own calendar. */
export interface Period {
  since: string
  until: string
}

export type PeriodKind = 'week' | 'month' | 'quarter' | 'year'
export type Against = 'previous' | 'last_year'

const DAY = 86_400_000
const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
const text = (date: Date): string => date.toISOString().slice(0, 10)
const made = (year: number, month: number, day = 1): string => text(new Date(Date.UTC(year, month, day)))

/** The city's day of a moment. */
export function dayOf(moment: Date): string {
  return text(new Date(moment.getTime() + 8 * 3_600_000))
}

export function addDays(day: string, days: number): string {
  return text(new Date(at(day).getTime() + days * DAY))
}

export function daysIn({ since, until }: Period): number {
  return Math.round((at(until).getTime() - at(since).getTime()) / DAY)
}

/** The whole period of this kind that holds a day, or one so many earlier (weeks begin on Monday). */
export function periodAt(kind: PeriodKind, day: string, back = 0): Period {
  const date = at(day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (kind === 'week') {
    const since = addDays(day, -((date.getUTCDay() + 6) % 7) - 7 * back)
    return { since, until: addDays(since, 7) }
  }
  if (kind === 'month') return { since: made(year, month - back), until: made(year, month - back + 1) }
  if (kind === 'quarter') {
    const first = month - (month % 3) - 3 * back
    return { since: made(year, first), until: made(year, first + 3) }
  }
  return { since: made(year - back, 0), until: made(year - back + 1, 0) }
}

/** The same day a year earlier; the 29th of February becomes the 28th. */
function yearEarlier(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return made(year - 1, month - 1, month === 2 && date === 29 ? 28 : date)
}

/**
 * What is compared: the period as far as it has come (today included), and as many days of the one before it or of the
 * same a year earlier. A period that is over is compared whole, whatever its months' lengths.
 */
export function comparison(kind: PeriodKind, back: number, against: Against, today: string): { now: Period; before: Period; partial: boolean } {
  const whole = periodAt(kind, today, back)
  const tomorrow = addDays(today, 1)
  const partial = whole.until > tomorrow
  const now = { since: whole.since, until: partial ? tomorrow : whole.until }
  const previous = against === 'previous' ? periodAt(kind, whole.since, 1) : kind === 'week' ? { since: addDays(whole.since, -364), until: addDays(whole.until, -364) } : { since: yearEarlier(whole.since), until: yearEarlier(whole.until) }
  if (!partial) return { now, before: previous, partial }
  const until = addDays(previous.since, daysIn(now))
  return { now, before: { since: previous.since, until: until < previous.until ? until : previous.until }, partial }
}

/** How a period is called: 2026-11-02 – 11-08, 2026-11, 2026 Q4, 2026. */
export function nameOf(kind: PeriodKind, { since, until }: Period): string {
  const [year = '', month = ''] = since.split('-')
  if (kind === 'year') return year
  if (kind === 'quarter') return `${year} Q${Math.ceil(Number(month) / 3)}`
  if (kind === 'month') return `${year}-${month}`
  return `${since} – ${addDays(until, -1).slice(5)}`
}
