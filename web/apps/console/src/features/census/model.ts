import type { CensusChoices, CensusField, CensusImport, CensusLayer, CensusTarget } from '@chengmai/api'

export const VERDICTS = ['added', 'changed', 'unchanged', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The four steps of the wizard, in order. */
export const STEPS = ['file', 'choose', 'compare', 'done'] as const
export type Step = (typeof STEPS)[number]

export const MOOD: Record<CensusImport['state'], string> = {
  received: 'soon', found: 'still', checking: 'soon', checked: 'soon', taking: 'soon', taken: 'good', cancelled: 'still', failed: 'late', undoing: 'soon', undone: 'still',
}

/** Whether a worker is at it. */
export function isGoing(job: Pick<CensusImport, 'state'>): boolean {
  return ['received', 'checking', 'taking', 'undoing'].includes(job.state)
}

/** Where the wizard stands. */
export function stepOf(job: Pick<CensusImport, 'state' | 'taken' | 'checked_at'> & { layers?: unknown[] }): Step {
  if (job.state === 'received') return 'file'
  if (['taking', 'taken', 'undoing', 'undone'].includes(job.state) || job.taken > 0) return 'done'
  if (job.state === 'checked') return 'compare'
  return job.state === 'failed' && !job.layers?.length ? 'file' : 'choose'
}

/** Share of the work that is done, or null where nobody can know. */
export function shareOf(job: Pick<CensusImport, 'done' | 'total' | 'step'>): number | null {
  const counted = ['reading', 'pictures', 'taking', 'undoing'].includes(job.step)
  return counted && job.total > 0 ? Math.min(1, job.done / job.total) : null
}

/** What stands between the choices and a check, as keys of words; empty when it may begin. */
export function missing(target: CensusTarget | undefined, layer: CensusLayer | undefined, choices: CensusChoices): string[] {
  if (!target || !layer) return ['target']
  const has = (name: string): boolean => name in (choices.columns ?? {}) || name in (choices.constants ?? {})
  const found = target.fields.filter((field) => field.needed && !has(field.name)).map((field) => field.title)
  const placed = layer.shape !== '' || (has('lon') && has('lat'))
  if (target.geometry_needed && !placed) found.push('lon_lat')
  if (target.shape !== 'none' && placed && !choices.system) found.push('system')
  return found
}

/** The fields of a target that a file can fill: where it has shapes, no columns of coordinates. */
export function fieldsFor(target: CensusTarget, layer: CensusLayer): CensusField[] {
  return target.fields.filter((field) => layer.shape === '' || (field.name !== 'lon' && field.name !== 'lat'))
}

/** The columns with one field moved to another column; a column fills one field only. */
export function assign(columns: Record<string, number>, field: string, column: number | null): Record<string, number> {
  const kept = Object.entries(columns).filter(([name, at]) => name !== field && at !== column)
  return Object.fromEntries(column === null ? kept : [...kept, [field, column]])
}

/** The values with one text given a meaning (or none). */
export function mean(values: Record<string, Record<string, string>>, field: string, text: string, value: string): Record<string, Record<string, string>> {
  const rest = Object.entries(values[field] ?? {}).filter(([one]) => one !== text)
  return { ...values, [field]: Object.fromEntries(value ? [...rest, [text, value]] : rest) }
}

/** Systems to choose from: those that fit the file first, then what the file says, then the rest. */
export function systemsFor(layer: CensusLayer): string[] {
  const fitting = layer.finding.candidates.map((name) => name.replace('swapped:', ''))
  const own = layer.system ? ['file'] : []
  const rest = ['cgcs2000', 'wgs84', 'gcj02', 'bd09']
  return [...new Set([layer.finding.system, ...fitting, ...rest, ...own].filter(Boolean))]
}

/** A box a little larger than the given one. */
export function around(box: readonly number[], share = 0.08): [number, number, number, number] {
  const [west = 0, south = 0, east = 0, north = 0] = box
  const x = Math.max((east - west) * share, 0.001)
  const y = Math.max((north - south) * share, 0.001)
  return [west - x, south - y, east + x, north + y]
}
