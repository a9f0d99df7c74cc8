/** Times on screen: always Asia/Shanghai, whatever the machine says. */
export const CITY_ZONE = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: CITY_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function cut(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
}

/** `2026-03-05`, the city's day of an instant. */
export function dayOf(at: string | Date): string {
  const p = cut(new Date(at))
  return `${p.year}-${p.month}-${p.day}`
}

/** `14:05`, the city's time of an instant. */
export function clockOf(at: string | Date): string {
  const p = cut(new Date(at))
  return `${p.hour}:${p.minute}`
}

/** `2026-03-05 14:05:09`, exact, for hovers and printed files. */
export function exactTime(at: string | Date): string {
  const p = cut(new Date(at))
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`
}

/** `14:05` today, `03-05 14:05` this year, `2025-03-05 14:05` before. */
export function shortTime(at: string | Date, now: Date): string {
  const p = cut(new Date(at))
  const today = cut(now)
  const time = `${p.hour}:${p.minute}`
  if (p.year !== today.year) return `${p.year}-${p.month}-${p.day} ${time}`
  if (p.month !== today.month || p.day !== today.day) return `${p.month}-${p.day} ${time}`
  return time
}

/** The instant at which a city day begins, as ISO with offset. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00+08:00`
}

export interface Span {
  unit: 'minutes' | 'hours' | 'days'
  whole: number
  rest: number
}

/** Minutes cut for reading: minutes below an hour, hours and minutes below two days, then days and hours. */
export function spanOf(minutes: number): Span {
  const all = Math.max(0, Math.round(Math.abs(minutes)))
  if (all < 60) return { unit: 'minutes', whole: all, rest: 0 }
  if (all < 2880) return { unit: 'hours', whole: Math.floor(all / 60), rest: all % 60 }
  return { unit: 'days', whole: Math.floor(all / 1440), rest: Math.floor((all % 1440) / 60) }
}

/** Minutes of office time cut for reading; days only of a clock that counts in working days, each so many minutes long. */
export function workSpanOf(minutes: number, unit: string, day: number): Span {
  const all = Math.max(0, Math.round(Math.abs(minutes)))
  if (all < 60) return { unit: 'minutes', whole: all, rest: 0 }
  if (unit !== 'wd' || all < day) return { unit: 'hours', whole: Math.floor(all / 60), rest: all % 60 }
  return { unit: 'days', whole: Math.floor(all / day), rest: Math.floor((all % day) / 60) }
}

/** Whole minutes from one instant to another; negative when the second is earlier. */
export function minutesBetween(from: string | Date, to: string | Date): number {
  return Math.round((new Date(to).getTime() - new Date(from).getTime()) / 60_000)
}
