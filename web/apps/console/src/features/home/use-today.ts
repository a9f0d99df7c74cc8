import type { QueueCount, Today } from '@chengmai/api'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { api } from '../../shared/client'
import { gathered } from '../../shared/gather'
import { useLive } from '../../shared/live'

/** Today's figures and the trays, read again soon after something happened and at least every minute. */
export function useToday() {
  const today = shallowRef<Today>()
  const queues = shallowRef<QueueCount[]>()
  const readAt = ref<Date>()
  const problem = shallowRef<unknown>()
  const stop = new AbortController()

  async function read(): Promise<void> {
    try {
      const [figures, trays] = await Promise.all([
        api.get<Today>('/cases/today', { signal: stop.signal }),
        api.get<QueueCount[]>('/cases/queues', { signal: stop.signal }),
      ])
      today.value = figures
      queues.value = trays
      readAt.value = new Date()
      problem.value = undefined
    } catch (reason) {
      if (!stop.signal.aborted) problem.value = reason
    }
  }

  const { ask, stop: quiet } = gathered(() => void read(), 3_000)
  useLive({ onFact: (fact) => fact.name.startsWith('cases.') && ask(), onGap: ask })
  const timer = setInterval(() => void read(), 60_000)
  void read()
  onScopeDispose(() => {
    stop.abort()
    quiet()
    clearInterval(timer)
  })
  return { today, queues, readAt, problem, read }
}
