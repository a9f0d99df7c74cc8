import { onScopeDispose, shallowRef, watch, type Ref, type WatchSource } from 'vue'

export interface Loaded<T> {
  value: Ref<T | undefined>
  problem: Ref<unknown>
  loading: Ref<boolean>
  again: () => Promise<void>
}

/** Load when the source changes; a slow answer never overwrites a newer one; `again` keeps what is shown meanwhile. */
export function useLoaded<S, T>(source: WatchSource<S>, load: (of: S, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = shallowRef<T>()
  const problem = shallowRef<unknown>()
  const loading = shallowRef(false)
  let stop: AbortController | undefined
  let latest: S

  const run = async (keep: boolean): Promise<void> => {
    stop?.abort()
    const mine = new AbortController()
    stop = mine
    loading.value = true
    problem.value = undefined
    if (!keep) value.value = undefined
    try {
      const found = await load(latest, mine.signal)
      if (!mine.signal.aborted) value.value = found
    } catch (reason) {
      if (!mine.signal.aborted) problem.value = reason
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  watch(
    source,
    (now) => {
      latest = now
      void run(false)
    },
    { immediate: true },
  )
  onScopeDispose(() => stop?.abort())
  return { value, problem, loading, again: () => run(true) }
}
