import { listen } from '@chengmai/api'
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { readReport, type CitizenReport } from './api'

export interface Story {
  report: Ref<CitizenReport | undefined>
  problem: Ref<unknown>
  again: () => Promise<void>
}

/** One report that keeps itself up to date: read at once, read again when something happens to it. */
export function useStory(tracking: Ref<string>): Story {
  const report = shallowRef<CitizenReport>()
  const problem = shallowRef<unknown>()
  let stop: AbortController | undefined
  let unlisten: (() => void) | undefined

  async function read(): Promise<void> {
    stop?.abort()
    const mine = new AbortController()
    stop = mine
    try {
      const found = await readReport(tracking.value, mine.signal)
      if (mine.signal.aborted) return
      report.value = found
      problem.value = undefined
    } catch (reason) {
      if (!mine.signal.aborted) problem.value = reason
    }
  }

  watch(
    tracking,
    async (number) => {
      unlisten?.()
      unlisten = undefined
      report.value = undefined
      await read()
      if (report.value === undefined || tracking.value !== number) return
      const heard = (): void => void read()
      unlisten = listen(`/live/citizen?tracking=${encodeURIComponent(number)}`, { onFact: heard, onGap: heard })
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    stop?.abort()
    unlisten?.()
  })
  return { report, problem, again: read }
}
