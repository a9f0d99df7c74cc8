import { Problem, type CaseDetail, type TimelineEntry } from '@chengmai/api'
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { gathered } from '../../shared/gather'
import { useLive } from '../../shared/live'
import { readCase, readTimeline } from './api'

const CLOCK_PAUSE = 60_000

/** The open case with its timeline: read again when it moves, and each minute for its clocks. */
export function useCase(id: Ref<number | null>) {
  const detail = shallowRef<CaseDetail>()
  const timeline = shallowRef<TimelineEntry[]>()
  const problem = shallowRef<unknown>()
  const loading = ref(false)
  let stop = new AbortController()

  async function read(): Promise<void> {
    const wanted = id.value
    if (wanted === null) return
    const mine = stop
    loading.value = true
    try {
      const [found, steps] = await Promise.all([readCase(wanted, mine.signal), readTimeline(wanted, mine.signal)])
      if (mine.signal.aborted) return
      detail.value = found
      timeline.value = steps
      problem.value = undefined
    } catch (reason) {
      if (mine.signal.aborted) return
      problem.value = reason
      // It has left what this person may see: what is shown no longer holds.
      if (reason instanceof Problem && reason.status === 404) detail.value = undefined
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  watch(
    id,
    () => {
      stop.abort()
      stop = new AbortController()
      detail.value = undefined
      timeline.value = undefined
      problem.value = undefined
      void read()
    },
    { immediate: true },
  )
  const { ask, stop: quiet } = gathered(() => void read(), 1_000)
  useLive({ onFact: (fact) => fact.payload.case_id === id.value && ask(), onGap: ask })
  const timer = setInterval(() => void read(), CLOCK_PAUSE)
  onScopeDispose(() => {
    stop.abort()
    quiet()
    clearInterval(timer)
  })

  /** Take over the answer of a move and read the timeline behind it. */
  function took(fresh: CaseDetail): void {
    if (fresh.id !== id.value) return
    detail.value = fresh
    ask()
  }

  return { detail, timeline, problem, loading, read, took }
}
