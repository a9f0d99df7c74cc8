import type { CaseRow, Page, Place } from '@chengmai/api'
import { api } from '../../shared/client'

export interface Finding {
  places: Place[]
  cases: CaseRow[]
}

/** Places and cases that answer the typed words; one that fails leaves the other standing. */
export async function searchCity(q: string, signal: AbortSignal): Promise<Finding> {
  const [places, cases] = await Promise.allSettled([
    api.get<Place[]>('/city/search', { query: { q, limit: 6 }, signal }),
    api.get<Page<CaseRow>>('/cases', { query: { q, queue: 'all', limit: 6 }, signal }),
  ])
  return {
    places: places.status === 'fulfilled' ? places.value.slice(0, 6) : [],
    cases: cases.status === 'fulfilled' ? cases.value.items : [],
  }
}
