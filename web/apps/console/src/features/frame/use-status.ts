import { computed, onMounted, onUnmounted, ref, shallowRef, type ComputedRef } from 'vue'
import { useLive } from '../../shared/live'
import { pauseAfter, troublesOf, type PlatformStatus, type Trouble } from './status'

const PATIENCE = 6_000

/** Asks how the platform is: now and then, often while something is wrong, never in a hidden tab. */
export function useStatus(): { troubles: ComputedRef<Trouble[]> } {
  const { state: live } = useLive()
  const status = shallowRef<PlatformStatus>()
  const reached = ref(true)
  const troubles = computed(() => troublesOf(status.value, reached.value, live.value))
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  async function look(): Promise<void> {
    clearTimeout(timer)
    try {
      // Without the session's cookie, so that it answers when the database is away.
      const answer = await fetch('/api/v1/status', { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) })
      if (!answer.ok) throw new Error(String(answer.status))
      status.value = (await answer.json()) as PlatformStatus
      reached.value = true
    } catch {
      reached.value = false
    }
    if (!ended && !document.hidden) timer = setTimeout(() => void look(), pauseAfter(troubles.value))
  }
  function seen(): void {
    if (!document.hidden) void look()
  }

  onMounted(() => {
    document.addEventListener('visibilitychange', seen)
    void look()
  })
  onUnmounted(() => {
    ended = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  return { troubles }
}
