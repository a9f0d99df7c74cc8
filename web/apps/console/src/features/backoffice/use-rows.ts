import type { TableRow } from '@chengmai/api'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { listRows } from './api'

/** The rows of one table, page after page; a new search begins anew. */
export function useRows(table: string) {
  const q = ref('')
  const state = ref('')
  const sort = ref('')
  const rows = shallowRef<TableRow[]>()
  const next = ref<string | null>(null)
  const problem = shallowRef<unknown>()
  const loading = ref(false)
  let stop: AbortController | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function read(more = false): Promise<void> {
    stop?.abort()
    const mine = new AbortController()
    stop = mine
    loading.value = true
    problem.value = undefined
    try {
      const page = await listRows(table, { q: q.value, state: state.value, sort: sort.value, after: more ? next.value : null }, mine.signal)
      if (mine.signal.aborted) return
      rows.value = more ? [...(rows.value ?? []), ...page.items] : page.items
      next.value = page.next ?? null
    } catch (wrong) {
      if (!mine.signal.aborted) problem.value = wrong
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }
  watch([state, sort], () => void read(), { immediate: true })
  watch(q, () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void read(), 250)
  })
  onScopeDispose(() => {
    stop?.abort()
    clearTimeout(waiting)
  })
  return { q, state, sort, rows, next, problem, loading, read }
}
