import type { CalendarDay } from '@chengmai/api'

export interface YearDay {
  date: string
  day: number
  /** Monday is 0. */
  weekday: number
  working: boolean
  /** Differs from what the weekday says: a holiday, or a make-up working day. */
  exception: CalendarDay | undefined
}

/** The twelve months of a year with their days; weekends rest unless the table says otherwise. */
export function monthsOf(year: number, exceptions: CalendarDay[]): YearDay[][] {
  const known = new Map(exceptions.map((day) => [day.date, day]))
  return Array.from({ length: 12 }, (_, month) => {
    const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return Array.from({ length: count }, (_, n) => {
      const date = `${year}-${String(month + 1).padStart(2, '0')}-${String(n + 1).padStart(2, '0')}`
      const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
      const given = known.get(date)
      const working = given?.working ?? weekday < 5
      return { date, day: n + 1, weekday, working, exception: given && (given.working !== weekday < 5 || given.name) ? given : undefined }
    })
  })
}

/** How many days of a year are worked. */
export function workingDays(months: YearDay[][]): number {
  return months.flat().filter((day) => day.working).length
}
