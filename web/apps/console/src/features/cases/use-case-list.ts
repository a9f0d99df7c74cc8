import type { CaseRow } from '@chengmai/api'
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { gathered } from '../../shared/gather'
import { useLive } from '../../shared/live'
import { listCases } from './api'
import type { CaseFilters } from './filters'
import { mergeRows } from './merge-rows'

const PAGE = 50
const LARGEST_HEAD = 200

/** A queue: paged by cursor, kept fresh by facts, without losing the reader's place or the open case. */
export function useCaseList(filters: Ref<CaseFilters>, keep: Ref<number | null>) {
  const rows = shallowRef<CaseRow[]>([])
  const next = ref<string | null>(null)
  const complete = ref(true)
  const loading = ref(false)
  const problem = shallowRef<unknown>()
  const fresh = ref(new Set<number>())
  const gone = ref<number | null>(null)
  let stop = new AbortController()

  async function load(): Promise<void> {
    stop.abort()
    const mine = (stop = new AbortController())
    rows.value = []
    next.value = null
    fresh.value = new Set()
    gone.value = null
    await turn(mine, null)
  }

  async function turn(mine: AbortController, after: string | null): Promise<void> {
    loading.value = true
    problem.value = undefined
    try {
      const page = await listCases(filters.value, after, PAGE, mine.signal)
      if (mine.signal.aborted) return
      const known = new Set(rows.value.map((row) => row.id))
      rows.value = [...rows.value, ...page.items.filter((row) => !known.has(row.id))]
      next.value = page.next
      complete.value = page.complete ?? true
    } catch (reason) {
      if (!mine.signal.aborted) problem.value = reason
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  async function refresh(): Promise<void> {
    const mine = stop
    if (loading.value) return ask()
    try {
      const size = Math.min(LARGEST_HEAD, Math.max(PAGE, rows.value.length))
      const page = await listCases(filters.value, null, size, mine.signal)
      if (mine.signal.aborted) return
      const merged = mergeRows(rows.value, page.items, page.next === null, keep.value)
      rows.value = merged.rows
      if (rows.value.length <= page.items.length + 1) next.value = page.next
      fresh.value = new Set([...fresh.value, ...merged.arrived])
      gone.value = merged.keptIsGone ? keep.value : null
      problem.value = undefined
    } catch (reason) {
      if (!mine.signal.aborted && rows.value.length === 0) problem.value = reason
    }
  }

  const { ask, stop: quiet } = gathered(() => void refresh(), 2_000)
  useLive({ onFact: (fact) => fact.name.startsWith('cases.') && ask(), onGap: ask })
  watch(filters, () => void load(), { immediate: true, deep: true })
  onScopeDispose(() => {
    stop.abort()
    quiet()
  })

  return {
    rows, next, complete, loading, problem, fresh, gone,
    more: () => (next.value !== null && !loading.value ? turn(stop, next.value) : Promise.resolve()),
    load,
    refresh: ask,
  }
}
