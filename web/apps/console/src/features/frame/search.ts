import type { CaseRow, ComponentLine, Page, AddressLine } from '@chengmai/api'
import { api } from '../../shared/client'

export interface Finding {
  places: AddressLine[]
  cases: CaseRow[]
  components: ComponentLine[]
}

/** From so many digits on, a number may be the beginning of a component's code. */
const CODE = /^\d{9,16}$/

/** Places, cases and components that answer the typed words; one that fails leaves the other standing. */
export async function searchCity(q: string, signal: AbortSignal): Promise<Finding> {
  const [places, cases, components] = await Promise.allSettled([
    api.get<AddressLine[]>('/city/addresses/suggest', { query: { q, limit: 6 }, signal }),
    api.get<Page<CaseRow>>('/cases', { query: { q, queue: 'all', limit: 6 }, signal }),
    CODE.test(q) ? api.get<Page<ComponentLine>>('/city/components', { query: { code: q, limit: 4 }, signal }) : Promise.resolve({ items: [], next: null }),
  ])
  return {
    places: places.status === 'fulfilled' ? places.value.slice(0, 6) : [],
    cases: cases.status === 'fulfilled' ? cases.value.items : [],
    components: components.status === 'fulfilled' ? components.value.items : [],
  }
}
