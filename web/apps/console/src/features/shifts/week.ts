/** The seven days of a week as ISO days, and its neighbours. */
export function daysOf(monday: string): string[] {
  return Array.from({ length: 7 }, (_, n) => plusDays(monday, n))
}

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** `2026-04-15` as `4-15`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}-${Number(day.slice(8, 10))}`
}
