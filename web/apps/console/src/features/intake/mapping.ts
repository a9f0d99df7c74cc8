import type { ImportJob, ImportMapping } from '@chengmai/api'

export const MEANINGS = ['message_no', 'user', 'subject', 'detail', 'time', 'lon', 'lat', 'address', 'name', 'phone', 'class_code', 'class_name'] as const

/** The mapping of an import in full, however little of it the server detected. */
export function mappingOf(job: Pick<ImportJob, 'mapping'>): ImportMapping {
  const found = job.mapping as Partial<ImportMapping>
  return { columns: { ...found.columns }, date_order: found.date_order ?? '', coordinate_system: found.coordinate_system ?? 'wgs84' }
}

/** Give a column a meaning; a meaning belongs to one column, so it leaves the one that had it. */
export function assign(mapping: ImportMapping, column: number, meaning: string): ImportMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([at, had]) => had !== meaning && at !== String(column)))
  if (meaning) columns[String(column)] = meaning
  return { ...mapping, columns }
}

/** Without words there is no report: the import needs a subject or a detail column. */
export function canStart(mapping: ImportMapping): boolean {
  const given = Object.values(mapping.columns)
  return given.includes('subject') || given.includes('detail')
}

/** How far an import is, from 0 to 1. */
export function shareOf(job: Pick<ImportJob, 'done' | 'total' | 'state'>): number {
  if (job.state === 'done') return 1
  return job.total === 0 ? 0 : Math.min(1, job.done / job.total)
}

export function isGoing(job: Pick<ImportJob, 'state'>): boolean {
  return job.state === 'reading' || job.state === 'running'
}
