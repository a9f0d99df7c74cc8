import type { ImportJob } from '@chengmai/api'
import { onScopeDispose, shallowRef } from 'vue'
import { readImport } from './api'
import { isGoing } from './mapping'

/** One import, read again each second while it is going. */
export function useImport(id: number, changed: () => void) {
  const job = shallowRef<ImportJob>()
  const problem = shallowRef<unknown>()
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    clearTimeout(timer)
    try {
      const before = job.value
      const found = await readImport(id, stop.signal)
      took(found)
      if (before && isGoing(before) && !isGoing(found)) changed()
    } catch (reason) {
      if (!stop.signal.aborted) problem.value = reason
    }
  }
  function took(found: ImportJob): void {
    job.value = found
    problem.value = undefined
    if (isGoing(found) && !stop.signal.aborted) timer = setTimeout(() => void read(), 1_000)
  }

  void read()
  onScopeDispose(() => {
    stop.abort()
    clearTimeout(timer)
  })
  return { job, problem, read, took }
}
