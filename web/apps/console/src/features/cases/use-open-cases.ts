import type { CaseRow } from '@chengmai/api'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { gathered } from '../../shared/gather'
import { useLive } from '../../shared/live'
import { listCases } from './api'
import { filtersOf } from './filters'

const PAGE = 200
const MOST = 4_000

/** The open cases for the map, page after page up to a bound, and again when cases move. */
export function useOpenCases() {
  const rows = shallowRef<CaseRow[]>([])
  const complete = ref(true)
  const problem = shallowRef<unknown>()
  const stop = new AbortController()
  let running = false

  async function read(): Promise<void> {
    if (running) return
    running = true
    try {
      const found: CaseRow[] = []
      let after: string | null = null
      do {
        const page: { items: CaseRow[]; next: string | null } = await listCases(filtersOf({ queue: 'open' }, 'open'), after, PAGE, stop.signal)
        found.push(...page.items)
        after = page.next
        if (found.length > rows.value.length) rows.value = [...found]
      } while (after !== null && found.length < MOST)
      rows.value = found
      complete.value = after === null
      problem.value = undefined
    } catch (reason) {
      if (!stop.signal.aborted) problem.value = reason
    } finally {
      running = false
    }
  }

  const { ask, stop: quiet } = gathered(() => void read(), 10_000)
  useLive({ onFact: (fact) => fact.name.startsWith('cases.') && ask(), onGap: ask })
  void read()
  onScopeDispose(() => {
    stop.abort()
    quiet()
  })
  return { rows, complete, problem, read }
}
