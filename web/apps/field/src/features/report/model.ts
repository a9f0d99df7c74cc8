import type { MatterClass } from '@chengmai/api'
import type { Point } from '@chengmai/phone'

/** Classes whose code or name holds what was typed; those whose name begins with it first. */
export function searchClasses<T extends Pick<MatterClass, 'code' | 'name' | 'major_name'>>(classes: readonly T[], typed: string): T[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...classes]
  const rank = (one: T): number => (one.name.startsWith(wanted) ? 0 : one.name.includes(wanted) ? 1 : one.code.toLowerCase().includes(wanted) ? 2 : one.major_name.includes(wanted) ? 3 : 9)
  return classes.filter((one) => rank(one) < 9).sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code))
}

const MOST_RECENT = 8

/** The classes used last, newest first, each once. */
export function withRecent(recent: readonly string[], code: string): string[] {
  return [code, ...recent.filter((one) => one !== code)].slice(0, MOST_RECENT)
}

export interface FieldReport {
  class_code: string
  text: string
  urgent: boolean
  selfie: boolean
  place: Point | null
  outside: boolean
}

export type Missing = 'photo' | 'class' | 'place' | 'outside' | 'after'

/** What a collector's report still lacks, in the order of the form. */
export function missingIn(report: FieldReport, before: number, after: number): Missing | null {
  if (before === 0) return 'photo'
  if (report.class_code === '') return 'class'
  if (report.place === null) return 'place'
  if (report.outside) return 'outside'
  return report.selfie && after === 0 ? 'after' : null
}

/** The body of `POST /cases`; the key makes it one case however often it is sent. */
export function bodyFor(report: FieldReport, address: string, source: string, key: string, name: string, at: Date): Record<string, unknown> {
  if (report.place === null) throw new Error('no place')
  return {
    class_code: report.class_code,
    description: report.text.trim() || name,
    lon: report.place.lon,
    lat: report.place.lat,
    address,
    source,
    source_key: key,
    urgent: report.urgent,
    self_disposed: report.selfie,
    occurred_at: at.toISOString(),
  }
}
