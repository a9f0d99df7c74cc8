import type { LocationQuery } from 'vue-router'

export interface CaseFilters {
  queue: string
  stage: string
  lamp: string
  class_code: string
  area: string
  organisation_id: string
  source: string
  since: string
  until: string
  q: string
  order: string
}

const NAMES = ['stage', 'lamp', 'class_code', 'area', 'organisation_id', 'source', 'since', 'until', 'q', 'order'] as const

function text(value: LocationQuery[string] | undefined): string {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one.slice(0, 80) : ''
}

/** The filters that an address names; the first queue of the person where it names none. */
export function filtersOf(query: LocationQuery, first: string): CaseFilters {
  const filters: CaseFilters = { queue: text(query.queue) || first, stage: '', lamp: '', class_code: '', area: '', organisation_id: '', source: '', since: '', until: '', q: '', order: '' }
  for (const name of NAMES) filters[name] = text(query[name])
  return filters
}

/** The address of some filters: empty ones are left out. */
export function queryOfFilters(filters: CaseFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
}

/** What goes to the server: days become instants of the city's day. */
export function wireOf(filters: CaseFilters): Record<string, string> {
  const wire = queryOfFilters(filters)
  if (filters.since) wire.since = `${filters.since}T00:00:00+08:00`
  if (filters.until) wire.until = `${filters.until}T23:59:59+08:00`
  return wire
}

/** How many filters beside the queue and the order are set. */
export function countOf(filters: CaseFilters): number {
  return NAMES.filter((name) => name !== 'order' && name !== 'q' && filters[name] !== '').length
}
