import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { countCases } from './api'
import type { CaseFilters } from './filters'

/** How many cases a list holds; `exact` only while they are few. */
export interface ListTotal {
  value: number
  exact: boolean
}

/** The number of cases of the list that these filters make; null until known. */
export function useListCount(filters: Ref<CaseFilters>) {
  const count = shallowRef<ListTotal | null>(null)
  let stop = new AbortController()
  watch(
    filters,
    async (wanted) => {
      stop.abort()
      const mine = (stop = new AbortController())
      count.value = null
      try {
        const found = await countCases(wanted, mine.signal)
        if (!mine.signal.aborted) count.value = found
      } catch {
        if (!mine.signal.aborted) count.value = null // the list itself says what is wrong
      }
    },
    { immediate: true, deep: true },
  )
  onScopeDispose(() => stop.abort())
  return count
}
