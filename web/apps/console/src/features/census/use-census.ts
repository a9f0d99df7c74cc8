import type { CensusImportWhole } from '@chengmai/api'
import { onScopeDispose, shallowRef } from 'vue'
import { readImport } from './api'
import { isGoing } from './model'

/** One import, read again each second while a worker is at it. */
export function useCensus(id: number, changed: () => void) {
  const job = shallowRef<CensusImportWhole>()
  const problem = shallowRef<unknown>()
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    clearTimeout(timer)
    try {
      const before = job.value
      const found = await readImport(id, stop.signal)
      took(found)
      if (before?.state !== found.state) changed()
    } catch (reason) {
      if (stop.signal.aborted) return
      problem.value = reason
      timer = setTimeout(() => void read(), 5_000)
    }
  }
  function took(found: CensusImportWhole): void {
    job.value = found
    problem.value = undefined
    clearTimeout(timer)
    if (isGoing(found) && !stop.signal.aborted) timer = setTimeout(() => void read(), 1_000)
  }

  void read()
  onScopeDispose(() => {
    stop.abort()
    clearTimeout(timer)
  })
  return { job, problem, read, took }
}
