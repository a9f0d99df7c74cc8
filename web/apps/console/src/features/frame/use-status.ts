import { computed, onMounted, onUnmounted, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { api } from '../../shared/client'
import { useLive } from '../../shared/live'
import { pauseAfter, troublesOf, type PlatformStatus, type Trouble } from './status'

const PATIENCE = 6_000

/** Asks how the platform is: now and then, often while something is wrong, never in a hidden tab. */
export function useStatus(): { troubles: ComputedRef<Trouble[]>; reached: Ref<boolean> } {
  const { state: live } = useLive()
  const status = shallowRef<PlatformStatus>()
  const reached = ref(true)
  const troubles = computed(() => troublesOf(status.value, reached.value, live.value))
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let looking = false

  async function look(): Promise<void> {
    if (looking) return
    looking = true
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
    looking = false
    if (!ended && !document.hidden) timer = setTimeout(() => void look(), pauseAfter(troubles.value))
  }
  function seen(): void {
    if (!document.hidden) void look()
  }

  // Somebody met the trouble before the next look was due: say at once what is wrong.
  const deaf = api.onTrouble(() => troubles.value.length === 0 && void look())
  onMounted(() => {
    document.addEventListener('visibilitychange', seen)
    void look()
  })
  onUnmounted(() => {
    ended = true
    deaf()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  return { troubles, reached }
}
